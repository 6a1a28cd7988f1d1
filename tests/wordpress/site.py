"""Debian's WordPress as a site of its own: a copy of its files, a MariaDB behind a socket, PHP's server on loopback.

All of it lives in one folder and ends with the block; should nobody be left to end it, it stops by itself.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PACKAGES", "WordPress", "missing", "serving"]

HERE = Path(__file__).resolve().parent
SHIPPED = Path("/usr/share/wordpress")
#: what Debian calls the parts
PACKAGES = "wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-xml php-mbstring mariadb-server"
LIFETIME = "600"  # seconds after which a server stops by itself
_CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_AUTO_UPDATE_CORE', false);
$table_prefix = 'wp_';
require_once __DIR__ . '/wp-settings.php';
"""
_GRANT = b"""CREATE DATABASE wordpress CHARACTER SET utf8mb4;
CREATE USER wordpress@localhost IDENTIFIED BY '';
GRANT ALL ON wordpress.* TO wordpress@localhost;
"""


def missing() -> list[str]:
    """What of it is not installed here."""
    programs = [p for p in ("php", "mariadbd", "mariadb", "mariadb-install-db", "timeout") if not _program(p)]
    files = [SHIPPED / "wp-settings.php", SHIPPED / "wp-content/themes/twentytwentythree/style.css"]
    lacking = [*programs, *(str(f) for f in files if not f.is_file())]
    if not lacking and b"mysqli" not in subprocess.run(["php", "-m"], capture_output=True, check=True).stdout:
        lacking.append("php-mysql")
    return lacking


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@dataclass(frozen=True, slots=True)
class WordPress:
    """A site that is being served."""

    url: str  # without a slash at its end
    root: Path
    told: str  # what the installation said of itself

    def close(self, *doors: str) -> None:
        """Closes these ways to older posts, and opens all others: ``wp-json``, ``paged``; and ``pretty`` addresses."""
        (self.root / "closed").write_text(" ".join(doors))


@contextmanager
def serving(posts: int) -> Iterator[WordPress]:
    """A freshly installed WordPress with so many posts, while the block runs."""
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="wp-")))  # short: a socket lies in it
        database = folder / "db.sock"
        held.enter_context(_mariadb(folder, database))
        port = _free_port()
        url, root = f"http://127.0.0.1:{port}", folder / "site"
        _files(root, database, url)
        install = ["php", str(HERE / "install.php"), str(root), url, str(posts)]
        told = subprocess.run(install, capture_output=True, text=True, check=False, timeout=120)
        if told.returncode:
            raise RuntimeError(f"WordPress was not installed: {told.stdout}{told.stderr}")
        serve = ["php", "-S", f"127.0.0.1:{port}", "-t", str(root), str(HERE / "router.php")]
        held.enter_context(_running(serve, folder / "php.log"))
        _until(lambda: _answers(url), "PHP's server", folder / "php.log")
        yield WordPress(url, root, told.stdout.strip())


def _files(root: Path, database: Path, url: str) -> None:
    """A copy, because WordPress looks for its configuration beside its own files."""
    shutil.copytree(SHIPPED, root)
    (root / "wp-config.php").write_text(_CONFIG.format(socket=database, url=url))
    (root / "wp-content/mu-plugins").mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "closing.php", root / "wp-content/mu-plugins")


@contextmanager
def _mariadb(folder: Path, database: Path) -> Iterator[None]:
    data = folder / "db"
    # the machine's requests for asynchronous reads are few, and other databases may hold them
    common = ["--no-defaults", f"--datadir={data}", "--innodb-use-native-aio=0"]
    common += ["--user=root"] if os.geteuid() == 0 else []
    make = [*_command("mariadb-install-db"), *common, "--auth-root-authentication-method=normal", "--skip-test-db"]
    made = subprocess.run(make, check=False, capture_output=True, text=True, timeout=120)
    if made.returncode:
        raise RuntimeError(f"MariaDB could not set up its folder: {made.stdout}{made.stderr}")
    small = ["--innodb-buffer-pool-size=64M", "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=0"]
    serve = [*_command("mariadbd"), *common, "--skip-networking", f"--socket={database}", *small]
    with _running(serve, folder / "db.log"):
        client = [*_command("mariadb"), "--no-defaults", f"--socket={database}", "--user=root"]
        asked = [*client, "--execute=SELECT 1"]
        _until(
            lambda: subprocess.run(asked, capture_output=True, check=False).returncode == 0,
            "MariaDB",
            folder / "db.log",
        )
        subprocess.run(client, input=_GRANT, check=True, capture_output=True)
        yield


def _command(name: str) -> list[str]:
    return [_program(name) or name]


@contextmanager
def _running(command: list[str], log: Path) -> Iterator[None]:
    """A server that is ended, by its own number, when the block ends."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            ["timeout", LIFETIME, *command], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)  # timeout hands it on
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until(ready: Callable[[], bool], what: str, log: Path) -> None:
    end = time.monotonic() + 60
    while not ready():
        if time.monotonic() > end:
            raise RuntimeError(f"{what} does not answer: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)


def _answers(url: str) -> bool:
    """Its readme, a plain file: nothing of WordPress runs yet."""
    try:
        with urllib.request.urlopen(f"{url}/readme.html", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])
