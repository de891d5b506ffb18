"""Search on 6,000 real news items: quality and speed, beside tantivy and plain `sqlite-utils enable-fts`.

    python -m bench.search [QUERIES.jsonl ITEMS.jsonl.gz]

recall@10 divides by min(10, targets); MRR by the first hit; a target counts
when it is among a hit's documents. Prints "not measured" where ../shared is not.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from math import log2
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlite_utils import Database

from archive.schema import migrations
from archive.search import match, places, search
from archive.search import query as query_room
from archive.search.conditions import Condition
from archive.search.holders import Holders
from archive.search.match import REACH, SOME, answer
from archive.search.query import understand
from archive.search.slips import corrected
from bench import peers
from bench.indexes import size
from extractors.read import read_event
from extractors.records import Document
from extractors.thai.words import fold, segment

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
COMMON = ("ประชุม", "โครงการ", "การ", "คณะกรรมการ", "ประชาชน", "กรุงเทพมหานคร", "2567", "ครู")
LETTERS = re.compile("[ก-๎]{3,}")
SHORT = re.compile(r"(?<![ก-๎.])(?:[ก-ฮ]\.){2}(?![ก-๎])")


def main(arguments: Sequence[str] = ()) -> None:
    queries = Path(arguments[0]) if arguments else CORPUS / "queries.jsonl"
    items = Path(arguments[1]) if len(arguments) > 1 else CORPUS / "news.jsonl.gz"
    if not queries.exists() or not items.exists():
        print("search: not measured (../shared/corpus is not here)")
        return
    asked = [json.loads(line) for line in queries.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        db = build(Path(folder) / "archive.db", read(items))
        took = time.perf_counter() - began
        print(f"{db.table('document').count} items, indexed in {took:.0f} s; indexes / text {size(db):.2f}\n")
        print("| | recall@10 | MRR | nDCG@10 | page p50 | p95 |\n|---|---|---|---|---|---|")
        texts = [str(item["q"]) for item in asked]
        report("Prachum", asked, [ours(db, query) for query in texts], [timed(db, query) for query in texts])
        for name, without in WITHOUT.items():
            with without():
                report(f"… without {name}", asked, [ours(db, query) for query in texts])
        cut = ((item["id"], segment(f"{item['title'] or ''} {item['text']}")) for item in read(items))
        plain = ((item["id"], item["title"], item["text"]) for item in read(items))
        others = {
            "tantivy, ICU words (20 ids and the number of hits)": peers.tantivy(cut, texts),
            "sqlite-utils enable-fts (20 rows)": peers.plain(plain, texts),
        }
        for name, peer in others.items():
            if peer:
                report(name, asked, [[{id} for id in ids] for ids in peer.ids], peer.times)
            else:
                print(f"| {name} | not measured: no package index answers | | | | |")
        print("\n| always found? | some document | its documents |\n|---|---|---|")
        always_found(db)
        print("\n| a whole page, warm, the better of two | p50 | p95 | slowest |\n|---|---|---|---|")
        latency(f"the {len(texts)} queries", texts, db)
        latency("common words", COMMON, db)


@contextmanager
def _replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


# What is left out, one at a time, to see what it gives. To add one: a line here.
WITHOUT: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "abbreviations": lambda: _replaced(query_room, "spellings", lambda word: []),
    "synonyms": lambda: _replaced(query_room, "synonyms", lambda word: []),
    "any other form of a word": lambda: _replaced(query_room, "_forms", lambda word: [word]),
    "pieces and slips": lambda: _replaced(match, "pieces", lambda *_: []),
    "the archive's spelling": lambda: _replaced(
        sys.modules["archive.search"], "corrected", lambda _, query: query
    ),
    "what holds only some of it": lambda: _replaced(match, "LOOSE", 0),
    "what is scattered behind": lambda: _replaced(match, "LONG", sys.maxsize),
    "all words of a title as typed": lambda: _replaced(match, "entitled", lambda *_: set()),
    "what stands close first": lambda: _replaced(places, "READ", 0),
    "the facts first": lambda: _replaced(places, "WEIGHED", 0),
}


def read(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def build(path: Path, items: Iterable[dict[str, str]]) -> Database:
    """An archive of documents that tell of no event: search alone is measured, no finder."""
    db = Database(path)
    migrations.apply(db)
    db.execute("PRAGMA foreign_keys=OFF")
    with db.atomic():
        db.table("site").insert({"id": "news", "name": "news", "url": "", "kind": "folder", "entry": "{}"})
        for key, item in enumerate(items, 1):
            title = item["title"] or ""
            text = item["text"] if item["text"].startswith(title) else f"{title}\n{item['text']}"
            document = {"key": key, "id": item["id"], "site": "news", "url": item["url"], "kind": "page"}
            seen = {"title": title, "published": item["published"], "first_seen": "", "last_seen": ""}
            db.table("document").insert({**document, **seen, "version": key})
            db.table("text").insert({"version": key, "text": text})
            db.table("words").insert({"id": key, "title": segment(title), "body": segment(text)})
    for index in ("words_fts", "pieces_fts"):
        db.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    return db


def ours(db: Database, query: str) -> list[set[str]]:
    return [{source.id for source in hit.documents} for hit in search(db, query, limit=10).hits]


def report(
    name: str, asked: Sequence[dict[str, Any]], found: Sequence[list[set[str]]], times: Sequence[float] = ()
) -> None:
    scores = [score(hits, set(item["targets"])) for item, hits in zip(asked, found, strict=True)]
    recall, mrr, ndcg = (sum(values) / len(scores) for values in zip(*scores, strict=True))
    said = [f"{seconds * 1000:.1f} ms" for seconds in _middle_and_high(times)] if times else ["", ""]
    print(f"| {name} | {recall:.3f} | {mrr:.3f} | {ndcg:.3f} | {' | '.join(said)} |")


def _middle_and_high(times: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def score(hits: list[set[str]], targets: set[str]) -> tuple[float, float, float]:
    """
    >>> score([{"a"}, {"b"}], {"b"})[:2]
    (1.0, 0.5)
    """
    right = [bool(hit & targets) for hit in hits[:10]]
    possible = min(10, len(targets))
    first = next((1 / rank for rank, found in enumerate(right, 1) if found), 0.0)
    gain = sum(1 / log2(rank + 1) for rank, found in enumerate(right, 1) if found)
    best = sum(1 / log2(rank + 1) for rank in range(1, possible + 1))
    return min(1.0, sum(right) / possible), first, min(1.0, gain / best)


def latency(name: str, queries: Sequence[str], db: Database) -> None:
    """A whole page: 20 hits with passages, their number and facets."""
    times = [min(timed(db, query) for _ in range(2)) for query in queries]
    middle, high = _middle_and_high(times)
    cells = (f"{seconds * 1000:.1f} ms" for seconds in (middle, high, max(times)))
    print(f"| {name} | {' | '.join(cells)} |")


def timed(db: Database, query: str) -> float:
    began = time.process_time()
    search(db, query)
    return time.process_time() - began


def always_found(db: Database) -> None:
    """Names of people, and any pieces of texts: how many are found, and in which share of their texts."""
    texts = {key: fold(text) for key, text in db.execute("SELECT version, text FROM text").fetchall()}
    drawn = random.Random(1)
    told = (
        read_event([Document("", "", "text/plain", texts[key])]) for key in drawn.sample(sorted(texts), 400)
    )
    people = {person.name for event in told if event for person in event.people if " " in person.name}
    cuts = [_piece(drawn, text) for text in drawn.sample(list(texts.values()), 400)]
    sought = {
        "full names": sorted(people),
        "surnames": sorted({name.split()[-1] for name in people}),
        "pieces of 3 to 14 letters": [cut for cut in cuts if LETTERS.fullmatch(cut)],
        "two-letter abbreviations": sorted(
            {short for text in texts.values() for short in SHORT.findall(text)}
        ),
    }
    for name, every in sought.items():
        shares = [_share(db, texts, piece) for piece in drawn.sample(every, min(300, len(every)))]
        some, mean = sum(map(bool, shares)), sum(shares) / len(shares)
        print(f"| {name} | {some} of {len(shares)} | {mean:.1%} |")


def _piece(drawn: random.Random, text: str) -> str:
    begin = drawn.randrange(len(text))
    return text[begin : begin + drawn.randint(3, 14)]


def _share(db: Database, texts: Mapping[int, str], piece: str) -> float:
    """Of the documents that hold it the share that a search finds, of more than a thousand of a thousand."""
    holding = {key for key, text in texts.items() if piece in text}
    held = Holders(db)
    ranked = answer(held, corrected(held, understand(piece)), Condition()).ranked
    found = {key for key, (level, _) in ranked.items() if level > SOME}
    return min(1.0, len(found & holding) / min(len(holding), REACH))


if __name__ == "__main__":
    main(sys.argv[1:])
