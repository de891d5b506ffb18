"""running(): WordPress on loopback, its database on a socket, all in one folder that vanishes at the end."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.world.records import FILES, Post
from tests.world.sites import WorldSite

WORDPRESS = Path("/usr/share/wordpress")  # where Debian puts it
THEME = "twentytwentyone"
PROGRAMS = ("php", "mariadbd")
HERE = Path(__file__).parent
START_S = 60  # seconds until a server that does not answer is given up
# What makes a database that lives for a test start fast: small files, no waiting for the disk.
SMALL = ("--innodb-log-file-size=8M", "--innodb-buffer-pool-size=32M", "--innodb-flush-log-at-trx-commit=0")

CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{folder}/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_CONTENT_DIR', '{folder}/site/wp-content');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""


@dataclass(frozen=True)
class WordPressSite:
    url: str  # with a final slash
    folder: Path

    def php(self, code: str) -> str:
        """What that code prints, run inside this WordPress as `$wpdb`'s owner would run it."""
        script = f"$_SERVER['HTTP_HOST'] = 'localhost'; require '{self.folder}/site/wp-load.php'; {code}"
        return _run(["php", "-r", script], "a piece of PHP")


@contextmanager
def running(site: WorldSite) -> Iterator[WordPressSite]:
    """A WordPress that holds the site's posts. Raises RuntimeError where a part of it does not start."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wp-")))
        url = f"http://127.0.0.1:{_free_port()}"
        stack.enter_context(_database(folder))
        _unpack(folder, url)
        _fill(folder, url, site)
        stack.enter_context(_server(folder, url))
        yield WordPressSite(f"{url}/", folder)


@contextmanager
def _database(folder: Path) -> Iterator[None]:
    own = ["--no-defaults", f"--datadir={folder}/db", f"--user={getpass.getuser()}", *SMALL]
    login = ["--auth-root-authentication-method=normal", "--skip-name-resolve", "--skip-test-db"]
    _run(["mariadb-install-db", *own, *login], "the database's installation")
    where = [f"--socket={folder}/db.sock", "--skip-networking", f"--pid-file={folder}/db.pid"]
    create = folder / "create.sql"
    create.write_text("CREATE DATABASE IF NOT EXISTS wp CHARACTER SET utf8mb4;\n")
    with _started(["mariadbd", *own, *where, f"--init-file={create}"], folder / "db.log") as process:
        _wait_for(lambda: _connects(socket.AF_UNIX, f"{folder}/db.sock"), process, folder / "db.log")
        yield


def _unpack(folder: Path, url: str) -> None:
    shutil.copytree(WORDPRESS, folder / "site")
    (folder / "site/wp-content/uploads").mkdir()
    (folder / "site/wp-config.php").write_text(CONFIG.format(folder=folder, url=url))


def _fill(folder: Path, url: str, site: WorldSite) -> None:
    posts = [_as_json(post) for post in site.posts]
    content = {"url": url, "name": site.name, "tagline": site.tagline, "theme": THEME, "posts": posts}
    source = folder / "posts.json"
    source.write_text(json.dumps(content))
    said = _run(
        ["php", str(HERE / "import.php"), str(folder / "site"), str(source)], "the import of the posts"
    )
    if f"posts: {len(posts)}\n" not in said:
        raise RuntimeError(f"expected {len(posts)} posts in WordPress, its import said: {said[-500:]}")


def _as_json(post: Post) -> dict[str, Any]:
    files = [
        {"path": file.path, "title": file.title, "source": str(FILES / file.source)} for file in post.files
    ]
    return {
        "id": post.id,
        "slug": post.slug,
        "title": post.title,
        "content": post.content.strip(),
        "published": post.published.replace("T", " "),
        "modified": post.changed.replace("T", " "),
        "category": post.category,
        "files": files,
    }


@contextmanager
def _server(folder: Path, url: str) -> Iterator[None]:
    address = url.removeprefix("http://")
    root = str(folder / "site")
    command = ["php", "-d", "opcache.enable_cli=1", "-S", address, "-t", root, str(HERE / "router.php")]
    host, port = address.split(":")
    with _started(command, folder / "php.log") as process:
        _wait_for(lambda: _connects(socket.AF_INET, (host, int(port))), process, folder / "php.log")
        yield


@contextmanager
def _started(command: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(is_up: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_S
    while not is_up():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} did not start: {log.read_text(errors='replace')[-500:]}")
        time.sleep(0.05)


def _connects(family: int, address: Any) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(address) == 0


def _run(command: Sequence[str], what: str) -> str:
    """What the command prints. Raises RuntimeError with its last words where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise RuntimeError(f"{what} failed: {(done.stdout + done.stderr)[-800:]}")
    return done.stdout


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
