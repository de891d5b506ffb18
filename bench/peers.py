"""What others make of the same items: tantivy over ICU's words, and SQLite's plain index over the texts.

Documents come one at a time and are not held. Each tells its page: tantivy 20
ids and the number of hits, `sqlite-utils enable-fts` the 20 rows; no passages,
no facets. Times are of the process, a query's the better of two.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bench.indexes import stored
from extractors.thai.words import WORD, tokens

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".bench-venv"  # a peer is no dependency of ours
PAGE = 20


@dataclass(frozen=True)
class Answers:
    """Of each query the ids, best first, and seconds; of the index the seconds that it took, and bytes."""

    ids: list[list[str]]
    times: list[float]
    indexed: float
    size: int


def tantivy(documents: Iterable[tuple[str, str]], queries: Sequence[str]) -> Answers | None:
    """Over (id, text that `segment` cut), by the words of the queries; None where tantivy cannot be had."""
    python = python_with("tantivy")
    if python is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        command = [python, ROOT / "bench/peer_tantivy.py", folder, str(PAGE)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as peer:
            assert peer.stdin
            for name, cut in documents:
                peer.stdin.write(f"{name}\t{' '.join(WORD.findall(cut.lower()))}\n")
            asked = "".join(f"{' '.join(tokens(query))}\n" for query in queries)
            told, _ = peer.communicate(f"\n{asked}")
    if peer.returncode:
        raise subprocess.CalledProcessError(peer.returncode, command)
    made, *answers = [json.loads(line) for line in told.splitlines()]
    ids, times = [answer["ids"] for answer in answers], [answer["seconds"] for answer in answers]
    return Answers(ids, times, made["seconds"], made["bytes"])


def plain(items: Iterable[tuple[str, str, str]], queries: Sequence[str]) -> Answers:
    """What one gets without thought, over (id, title, text); indexing is `enable_fts` alone."""
    with tempfile.TemporaryDirectory() as folder:
        db = Database(Path(folder) / "plain.db")
        db.execute("PRAGMA synchronous=OFF")
        columns = ("id", "title", "text")
        db.table("item").insert_all((dict(zip(columns, item, strict=True)) for item in items), pk="id")
        began = time.process_time()
        db.table("item").enable_fts(["title", "text"])
        indexed = time.process_time() - began
        found = [_found(db, query) for query in queries]
        size = stored(db, "item_fts")
        db.close()
    return Answers([ids for ids, _ in found], [seconds for _, seconds in found], indexed, size)


def _found(db: Database, query: str) -> tuple[list[str], float]:
    times = []
    for _ in range(2):
        began = time.process_time()
        rows = list(db.table("item").search(query, limit=PAGE, quote=True))
        times.append(time.process_time() - began)
    return [row["id"] for row in rows], min(times)


def python_with(package: str) -> Path | None:
    """A Python that has the package; made where it is missing, None where no index answers."""
    python = HOME / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
    has = subprocess.run([python, "-c", f"import {package}"], capture_output=True, check=False)
    if has.returncode == 0:
        return python
    install = [python, "-m", "pip", "install", "--quiet", package]
    done = subprocess.run(install, capture_output=True, timeout=300, check=False)
    return python if done.returncode == 0 else None
