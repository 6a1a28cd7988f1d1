"""``llm.toml`` is validated whole, and its errors name file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extract.llm import LlmSettings, load_llm
from store.errors import ConfigError

WHOLE = """\
[llm]
url = "https://api.example.com/v1/"
model = "small-1"
key_env = "EXAMPLE_KEY"
timeout = 30
max_tokens = 2000
allow_private = ["127.0.0.1:11434"]
"""


def written(folder: Path, text: str) -> Path:
    """A file with this text."""
    path = folder / "llm.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    """Every key is used, and the key itself comes from the environment that is handed in."""
    found = load_llm(written(tmp_path, WHOLE), {"EXAMPLE_KEY": "sk-1\n"})
    assert found == LlmSettings(
        "https://api.example.com/v1", "small-1", "sk-1", 30, 2000, frozenset({"127.0.0.1:11434"})
    )
    assert found.endpoint == "https://api.example.com/v1/chat/completions"


def test_address_and_model_are_enough(tmp_path: Path) -> None:
    """A local model needs no key; the address may also be that of chat completions itself."""
    found = load_llm(written(tmp_path, '[llm]\nurl = "http://127.0.0.1:8080/v1/chat/completions"\nmodel = "m"\n'), {})
    assert found.endpoint == "http://127.0.0.1:8080/v1/chat/completions"
    assert found.key is None


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        (WHOLE.replace("model =", "modell ="), 3, "llm.modell", "did you mean model?"),
        (WHOLE.replace('"https://api.example.com/v1/"', '"ftp://example.com"'), 2, "llm.url", "http and https"),
        (WHOLE.replace("https://api", "https://me:secret@api"), 2, "llm.url", "key_env"),
        (WHOLE.replace("/v1/", "/v1?key=secret"), 2, "llm.url", "no query"),
        (WHOLE.replace('"small-1"', '""'), 3, "llm.model", "no text"),
        (WHOLE.replace('"EXAMPLE_KEY"', '"sk-abc-123"'), 4, "llm.key_env", "environment variable"),
        (WHOLE.replace("timeout = 30", "timeout = 0"), 5, "llm.timeout", "from 1 to 3600"),
        (WHOLE.replace("timeout = 30", "timeout = true"), 5, "llm.timeout", "from 1 to 3600"),
        (WHOLE.replace("2000", '"many"'), 6, "llm.max_tokens", "whole number"),
        (WHOLE.replace("2000", "2000.5"), 6, "llm.max_tokens", "whole number"),
        (WHOLE.replace('["127.0.0.1:11434"]', '["127.0.0.1"]'), 7, "llm.allow_private", "host:port"),
        (WHOLE.replace('["127.0.0.1:11434"]', '"127.0.0.1:11434"'), 7, "llm.allow_private", "list"),
        (WHOLE.replace("[llm]", "[model]"), 1, "model", "known is llm"),
        (WHOLE.replace("[llm]", "[[llm]]"), 1, "llm", "one table"),
        ("", 1, "llm", "one table"),
        ('[llm]\nmodel = "m"\n', 1, "llm.url", "has no url"),
        ("[llm]\nurl = \n", 2, "", "Invalid"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_key(
    tmp_path: Path, text: str, line: int, key: str, words: str
) -> None:
    """Nothing of a file that is wrong anywhere is used."""
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_llm(path, {"EXAMPLE_KEY": "sk-1"})
    error = caught.value
    assert (error.file, error.line, error.key) == (str(path), line, key)
    assert words in str(error)
    assert str(error).startswith(f"{path}:{line}:")


@pytest.mark.parametrize("value", [None, "", "two words", "naïve"])
def test_a_key_that_is_not_there_is_told_by_the_name_of_its_variable(tmp_path: Path, value: str | None) -> None:
    """What the variable holds is not shown."""
    with pytest.raises(ConfigError, match="EXAMPLE_KEY") as caught:
        load_llm(written(tmp_path, WHOLE), {} if value is None else {"EXAMPLE_KEY": value})
    assert (caught.value.line, caught.value.key) == (4, "llm.key_env")
    assert not value or value not in str(caught.value)


def test_a_key_in_the_file_itself_is_not_repeated(tmp_path: Path) -> None:
    """Whoever wrote the key where its variable's name belongs does not find it in a log."""
    with pytest.raises(ConfigError) as caught:
        load_llm(written(tmp_path, WHOLE.replace("EXAMPLE_KEY", "sk-very-secret")), {})
    assert "secret" not in str(caught.value)


def test_a_key_is_not_sent_in_clear_over_the_network(tmp_path: Path) -> None:
    """Over http only to an address that the file vouches for."""
    near = WHOLE.replace("https://api.example.com", "http://127.0.0.1:11434")
    assert load_llm(written(tmp_path, near), {"EXAMPLE_KEY": "k"}).key == "k"
    with pytest.raises(ConfigError, match="https only"):
        load_llm(written(tmp_path, WHOLE.replace("https:", "http:")), {"EXAMPLE_KEY": "k"})


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The file is optional until somebody asks for a model."""
    with pytest.raises(ConfigError, match="no such file"):
        load_llm(tmp_path / "llm.toml", {})
