"""Search on many events, ours and the peers': how long a page takes, how much memory, how large the indexes.

    python -m bench.scale [ITEMS …]             63,000 and 1,000,000 unless told otherwise
    python -m bench.scale --make FILE ITEMS     the archive alone, to be kept
    python -m bench.scale --ask FILE            us alone, on an archive that was kept
    python -m bench.scale --peers FILE          the peers alone, on the texts of that archive

An archive is made of the paragraphs of the 6,000 real items: each event has
six of them, drawn at random by a fixed seed, with their digits drawn anew, a
name of its own, a day of 2558 to 2568, a place, a body and three people.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from archive.schema import migrations
from bench.indexes import size
from bench.scale_asked import HEADER, Made, others, ours, unmeasured
from bench.search import CORPUS, read
from extractors.thai.gazetteer import provinces
from extractors.thai.words import BREAK, segment

SIZES = (63_000, 1_000_000)
PEOPLE = 50_000
INDEXES = ("words_fts", "pieces_fts")
HELD = (
    256 << 20
)  # bytes that an index gathers before it writes a part, 1 MB otherwise: few parts are to be merged
CACHE = 1 << 20  # KiB of the file that stay in memory meanwhile
AT_ONCE = 5_000  # events in one transaction
FREE = 26_000  # bytes of the disk that an event takes, with room to optimize and for what the peers make
TYPES = ("meeting", "workshop", "seminar", "training", "ceremony", "visit", "press")
GIVEN = "กิต นภา วัน ธน รัต ศิริ อรุณ ปรี มาลี แสง ดาว ฟ้า ทิพย์ บุญ"
SURNAME = "ทอง ใจ งาม สุข ศรี วงศ์ รัตน์ เจริญ มั่น สกุล ไพศาล บุรี เลิศ"


def main(arguments: Sequence[str] = ()) -> None:
    if not (CORPUS / "news.jsonl.gz").exists():
        print("scale: not measured (../shared/corpus is not here)")
        return
    match arguments:
        case ["--make", file, items]:
            build(Path(file), int(items))
        case ["--ask", file]:
            tell([ours(Path(file))])
        case ["--peers", file]:
            tell(others(Path(file)))
        case sizes:
            tell(row for items in map(int, sizes or SIZES) for row in rows(items))


def tell(rows: Iterable[str]) -> None:
    print(HEADER, flush=True)
    for row in rows:
        print(row, flush=True)


def rows(items: int) -> Iterator[str]:
    if shutil.disk_usage(tempfile.gettempdir()).free < FREE * items:
        yield unmeasured(items, f"not measured: it takes {FREE * items / 1e9:.0f} GB of disk")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        build(path, items)
        asking = [sys.executable, "-m", "bench.scale", "--ask", path]
        yield subprocess.run(asking, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
        yield from others(path)


def build(path: Path, items: int) -> None:
    began = time.perf_counter()
    drawn = random.Random(1)
    db = Database(path)
    migrations.apply(db)
    db.execute("PRAGMA foreign_keys=OFF")
    for pragma in ("synchronous=OFF", "journal_mode=OFF", f"cache_size=-{CACHE}"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("DROP TRIGGER words_ai")  # FTS5 would write a part at the end of every statement
    pieces = paragraphs()
    bodies = [f"สำนักงานส่งเสริมการเรียนรู้ที่ {n}" for n in range(1, 2001)]
    db.table("site").insert({"id": "news", "name": "news", "url": "", "kind": "folder", "entry": "{}"})
    db.table("organization").insert_all({"id": n, "name": name} for n, name in enumerate(bodies, 1))
    db.table("person").insert_all({"id": n, "name": name} for n, name in enumerate(names(drawn), 1))
    told = events(drawn, pieces, items)
    while some := list(islice(told, AT_ONCE)):
        with db.atomic():
            for table in ("document", "text", "words", "event", "part", "organizer", "report"):
                db.table(table).insert_all(row for rows in some for row in rows.get(table, ()))
    filling = time.process_time()
    for index in INDEXES:
        fill(db, index)
    indexed = time.process_time() - filling
    db.execute("ANALYZE")
    Made(time.perf_counter() - began, indexed, size(db)).keep(db)


def fill(db: Database, index: str) -> None:
    """Indexes all words by FTS5's own `rebuild`: what it holds then is what a document at a time gives it."""
    with db.atomic():
        db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('hashsize', {HELD})")
        for command in ("rebuild", "optimize"):
            db.execute(f"INSERT INTO {index}({index}) VALUES ('{command}')")


def paragraphs() -> list[str]:
    """The paragraphs of the real items, 60 to 900 letters long, cut into words."""
    found = []
    for item in read(CORPUS / "news.jsonl.gz"):
        found += [segment(part) for part in item["text"].split("\n") if 60 <= len(part) <= 900]
    return found


def names(drawn: random.Random) -> list[str]:
    """50,000 of people who are nobody."""
    given, surname = GIVEN.split(), SURNAME.split()
    found: dict[str, None] = {}
    while len(found) < PEOPLE:
        parts = [drawn.sample(given, 2), drawn.sample(surname, 3)]
        found[" ".join("".join(part) for part in parts)] = None
    return list(found)


def events(
    drawn: random.Random, pieces: Sequence[str], items: int
) -> Iterator[dict[str, list[dict[str, object]]]]:
    """Rows by table, an event at a time."""
    places = sorted({province.name for province in provinces().values()})
    for key in range(1, items + 1):
        cut = ["".join(_redrawn(piece, drawn)) for piece in drawn.choices(pieces, k=6)]
        title, body = cut[0][:120], "\n".join(cut)
        day = f"{drawn.randint(2015, 2025)}-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
        seen = {"published": day, "first_seen": day, "last_seen": day, "version": key}
        yield {
            "document": [
                {"key": key, "id": f"news/{key}", "site": "news", "url": "", "kind": "page", **seen}
                | {"title": title.replace(BREAK, "")}
            ],
            "text": [{"version": key, "text": body.replace(BREAK, "")}],
            "words": [{"id": key, "title": title, "body": body}],
            "event": [
                {"key": key, "id": f"news/{key}", "title": title.replace(BREAK, ""), "start": day, "end": day}
                | {"type": drawn.choice(TYPES), "province": drawn.choice(places), "facts": "{}"}
            ],
            "report": [{"event": key, "document": key}],
            "part": [
                {"event": key, "n": n, "person": drawn.randint(1, 40_000), "role": "speaker"}
                for n in range(3)
            ],
            "organizer": [{"event": key, "n": 0, "organization": drawn.randint(1, 2000), "written": ""}],
        }


def _redrawn(piece: str, drawn: random.Random) -> str:
    return re.sub(r"\d", lambda _: str(drawn.randint(0, 9)), piece)


if __name__ == "__main__":
    main(sys.argv[1:])
