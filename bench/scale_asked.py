"""A large archive asked, and its texts asked of the peers: a row of one table each.

Asked are queries made for this bench, common words first, and the real ones of
../shared. Their times are of the process, the better of two.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.catalogue import connect
from bench import peers
from bench.cost import peak_memory
from bench.indexes import written
from bench.search import COMMON, CORPUS, timed

# Typed by staff: topics, names, numbers, places, years; none of them was looked at when search was made.
TYPED = (
    *COMMON,
    *("ประชุมเชิงปฏิบัติการ ขอนแก่น", "อบรม ครู 2565", "คณะกรรมการ 5/2566", "สพฐ ประชุม", "น้ำท่วม เชียงราย"),
    *("งบประมาณ ปี 2567", '"แผนปฏิบัติการ"', "เลขาธิการ -ครม", "ธันวาคม 2563", "พิธีเปิด โรงแรม", "ลงนาม MOU"),
    *("หารือ ทวิภาคี ญี่ปุ่น", "จังหวัด:ขอนแก่น อบรม", "ปี:2566 ประชุม", "หน่วยงาน:สำนักงาน ประชุม", "วิทยากร เกษตร"),
)
HEADER = (
    "| events | what a page is | made in | indexing, CPU | p50 | p95 | slowest | common words p95 "
    "| real queries p50 | p95 | memory | index / text |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)
# What is given to the peers: the words as our index has them, and the texts as they are.
CUT = """SELECT document.id, words.title || ' ' || words.body
    FROM words JOIN document ON document.key = words.id"""
TEXTS = """SELECT document.id, document.title, text.text
    FROM text JOIN document ON document.version = text.version"""
MADE = "bench"  # the key, in the table meta, of what making the archive took


@dataclass(frozen=True)
class Made:
    """Seconds of the whole by the clock, of its indexes in CPU, and bytes of these for a byte of text."""

    whole: float | None = None
    indexed: float | None = None
    ratio: float | None = None

    def keep(self, db: Database) -> None:
        db.table("meta").insert({"key": MADE, "value": json.dumps(asdict(self))})

    @classmethod
    def of(cls, db: Database) -> Made:
        """Of an archive that tells nothing, nothing."""
        kept = db.execute("SELECT value FROM meta WHERE key = ?", [MADE]).fetchone()
        return cls(**json.loads(kept[0])) if kept else cls()


def ours(path: Path) -> str:
    """Asked for in a process of its own, whose memory then is that of searching alone."""
    db = connect(path.parent, readonly=True, name=path.name)
    times = {query: min(timed(db, query) for _ in range(2)) for query in (*TYPED, *real())}
    page = "Prachum: 20 hits with passages, their number, facets"
    return row(db, page, Made.of(db), times, f"{peak_memory():.0f} MB")


def others(path: Path) -> Iterator[str]:
    db = connect(path.parent, readonly=True, name=path.name)
    queries, text = [*TYPED, *real()], written(db, "text")
    measured = {
        "tantivy, ICU words: 20 ids, the number of hits": lambda: peers.tantivy(db.execute(CUT), queries),
        "sqlite-utils enable-fts: 20 rows": lambda: peers.plain(db.execute(TEXTS), queries),
    }
    for page, answers in measured.items():
        if peer := answers():
            made = Made(None, peer.indexed, peer.size / text)
            yield row(db, page, made, dict(zip(queries, peer.times, strict=True)))
        else:
            yield unmeasured(db.table("event").count, f"{page}: not measured, no package index answers")


def real() -> list[str]:
    lines = (CORPUS / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["q"]) for line in lines]


def row(db: Database, page: str, made: Made, times: Mapping[str, float], memory: str = "") -> str:
    known = real()
    told = ((TYPED, 0.5), (TYPED, 0.95), (TYPED, 1.0), (COMMON, 0.95), (known, 0.5), (known, 0.95))
    cells = [
        f"{db.table('event').count:,}",
        page,
        *("" if seconds is None else f"{seconds:,.0f} s" for seconds in (made.whole, made.indexed)),
        *(f"{_at([times[query] for query in asked], share) * 1000:,.1f} ms" for asked, share in told),
        memory,
        "" if made.ratio is None else f"{made.ratio:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def unmeasured(items: int, why: str) -> str:
    return f"| {items:,} | {why} |" + " |" * (HEADER.splitlines()[0].count("|") - 3)


def _at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
