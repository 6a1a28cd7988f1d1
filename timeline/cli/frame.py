"""From a command line to an exit code.

    argv → which command → its parser → Context → run → 0 ok · 1 failure · 2 usage · 3 nothing matched (--fail-empty) ·
    4 partial · 130 interrupt; a closed pipe is silent

argparse and not click: with it `show` in a pipe starts in two and a half bare Pythons less (measured: argparse 1.5 ms
beside what is loaded anyway, click 30 ms, bare Python 12 ms).
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, Action, ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from store.errors import TimelineError, UsageError
from timeline.cli.context import Context, system_clock
from timeline.cli.registry import COMMANDS, LIGHT

__all__ = ["Parser", "children", "parser_of", "run"]

#: global options that take a value: needed to find the command among the words
_VALUED = ("--db", "--config", "--color")


class Parser(ArgumentParser):
    """argparse that raises UsageError where it would leave the program, and names the nearest option."""

    def error(self, message: str) -> NoReturn:
        """What was wrong; ``timeline …`` says how to get help."""
        if message.startswith("unrecognized arguments: "):
            message = self._unknown(message.removeprefix("unrecognized arguments: ").split()[0])
        raise UsageError(f"{message} (see {self.prog} --help)")

    def _unknown(self, word: str) -> str:
        from difflib import get_close_matches

        close = get_close_matches(word.partition("=")[0], self._option_string_actions, n=1)
        return f"unknown option {word!r}" + (f"; did you mean {close[0]}?" if close else "")


def run(argv: list[str] | None = None) -> int:
    """Does what a command line says; everything that a user may see as an error is one line on stderr."""
    words = sys.argv[1:] if argv is None else argv
    try:
        _utf8()
        code = _dispatch(words)
        sys.stdout.flush()
    except UsageError as error:
        return _failed(error, 2)
    except TimelineError as error:
        return _failed(error, 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader has what it wanted (`| head -1`); a flush at exit must not complain either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is a line as well; -v shows where it came from
        return _unforeseen(error, words)
    return code


def _utf8() -> None:
    """Output is UTF-8 in a pipe whatever the locale; a terminal that cannot show a letter shows ``?``."""
    if sys.stdout is None:  # closed by the caller (`>&-`)
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the end
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and not sys.stdout.isatty():
        reconfigure(encoding="utf-8")
    elif reconfigure:
        reconfigure(errors="replace")


def _failed(error: TimelineError, code: int) -> int:
    sys.stderr.write(f"timeline: {error}\n")
    return code


def _unforeseen(error: Exception, words: Sequence[str]) -> int:
    """A full disk, a damaged database, or a fault of ours."""
    import sqlite3
    from traceback import extract_tb, format_exception

    if isinstance(error, sqlite3.Error):
        told = f"the database says: {error}; `timeline doctor` looks at the store"
    elif isinstance(error, OSError):
        told = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    else:
        at = extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(at.filename)}:{at.lineno}"  # noqa: PTH119 - pathlib costs start time
        told = f"this is a fault of the program: {type(error).__name__}: {error} ({place}; -v shows the way there)"
    if "-v" in words or "--verbose" in words:
        sys.stderr.write("".join(format_exception(error)))
    sys.stderr.write(f"timeline: {told}\n")
    return 1


def _dispatch(words: list[str]) -> int:
    _checked(words)
    at = _command_at(words)
    if at is None:
        return _bare(words)
    name = words[at]
    module = _module(name)
    parser, rest = parser_of(name, module), [*words[:at], *words[at + 1 :]]
    # words may stand before, between and after options; argparse has that for parsers without subcommands only
    args = parser.parse_args(rest) if children(parser) else parser.parse_intermixed_args(rest)
    context = Context(
        db=args.db,
        config=args.config,
        color=args.color or "auto",
        verbose=args.verbose - args.quiet,
        clock=system_clock,
    )
    return int(module.run(args, context))


def _checked(words: Sequence[str]) -> None:
    """What no command can take. Raises UsageError."""
    for word in words:
        if not word.isascii() and any("\ud800" <= c <= "\udfff" for c in word) and not os.path.exists(word):  # noqa: PTH110 - pathlib costs start time
            raise UsageError(f"{word!r} is no UTF-8 text, and no file has that name")
        if word.startswith("--") and word.endswith("=--"):  # argparse would hand on an empty list
            raise UsageError(f"{word.removesuffix('=--')} wants a value, and -- is none")


def _command_at(words: list[str]) -> int | None:
    """The place of the first word that is neither an option nor a global option's value."""
    at = 0
    while at < len(words):
        if not words[at].startswith("-") or words[at] == "-":
            return at
        at += 2 if words[at] in _VALUED else 1
    return None


def _bare(words: list[str]) -> int:
    """No command: the version, the help, or what is missing."""
    if "--version" in words:
        from importlib.metadata import version

        sys.stdout.write(f"timeline {version('meta-timeline')}\n")
        return 0
    from timeline.cli.help import overview

    if "-h" in words or "--help" in words:
        sys.stdout.write(overview())
        return 0
    sys.stderr.write(overview())
    return 2


def _module(name: str) -> ModuleType:
    """The file of a command. Raises UsageError for what is none, or is not installed."""
    from importlib import import_module

    if name not in COMMANDS:
        from difflib import get_close_matches

        close = get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
        hint = f"; did you mean {close[0]}?" if close else " (see timeline --help)"
        raise UsageError(f"{name!r} is no command{hint}", nearest=close[0] if close else None)
    path = f"timeline.cli.{COMMANDS[name][0]}"
    if name in LIGHT:
        _lighter()
    try:
        return import_module(path)
    except ModuleNotFoundError as error:
        if error.name != path:
            raise
        raise UsageError(f"{name}: this installation has no such command") from None


def _lighter() -> None:
    """Saves a reading command 10 of 70 ms: msgspec would import typing_extensions where it is installed, and falls back
    on ``typing``, which has all of it since Python 3.11; and what is loaded now is no garbage.
    """
    import gc

    gc.disable()  # until there is something to fold or to follow
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
        import msgspec  # noqa: F401 - imported while it is hidden

        del sys.modules["typing_extensions"]


def parser_of(name: str, module: ModuleType | None = None) -> Parser:
    """The parser of one command, with the options that all have."""
    module = module or _module(name)
    parser = Parser(
        prog=f"timeline {name}",
        description=(module.__doc__ or "").strip(),
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    module.arguments(parser)
    _add_global(parser)
    return parser


def children(parser: ArgumentParser) -> list[ArgumentParser]:
    """The parsers of its subcommands."""
    found = [action.choices for action in parser._actions if isinstance(action, _SubParsersAction)]  # noqa: SLF001
    return [child for choices in found for child in choices.values()]


def _add_global(parser: ArgumentParser, *, again: bool = False) -> None:
    """``again``: for a subcommand, where an option that is not given must not undo one that stood before it."""
    unset, none = (SUPPRESS, SUPPRESS) if again else (None, 0)
    group = parser.add_argument_group("every command")
    group.add_argument(
        "--db", metavar="URL", default=unset, help="the store (TIMELINE_DB; default: in the user data directory)"
    )
    group.add_argument(
        "--config", metavar="DIR", default=unset, help="sources and lexicon (TIMELINE_CONFIG; default: as shipped)"
    )
    group.add_argument(
        "--color", choices=("auto", "always", "never"), default=unset, help="default auto: on a terminal; NO_COLOR"
    )
    group.add_argument("-q", "--quiet", action="count", default=none, help="no notes on stderr")
    group.add_argument("-v", "--verbose", action="count", default=none, help="more notes on stderr")
    for child in children(parser):
        child.formatter_class, child.allow_abbrev = _Formatter, False
        _add_global(child, again=True)


class _Formatter(RawDescriptionHelpFormatter):
    """The same help at any width of the terminal, so that it can be written down in docs/cli.md."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def _format_action_invocation(self, action: Action) -> str:
        """``-f, --format X``, as Python 3.13 writes it; before, the value stood behind both."""
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        return f"{', '.join(action.option_strings)} {self._format_args(action, action.dest.upper())}"
