"""How many documents match: counted up to a bound, or told by some from every part of the archive."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from archive.search.conditions import Condition

SAMPLE = 300  # of those that match, from which the facets are told
SLICES = 10  # of the archive, in the order of harvesting, from each of which as many of the sample are taken
PROBED = 2_000  # documents at each end of the archive that tell about how many there are in all

ANY = Condition()

_ENDS = (
    """SELECT rowid FROM words_fts WHERE words_fts MATCH :match AND rowid <= :first {where}
    ORDER BY rowid DESC""",
    "SELECT rowid FROM words_fts WHERE words_fts MATCH :match AND rowid > :last {where}",
)


def bounded(db: Database, match: str, most: int, since: int = 0) -> int:
    """How many documents behind the one with the key `since` match, up to `most`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words_fts WHERE words_fts MATCH ? AND rowid > ? LIMIT ?)"
    return int(db.execute(sql, [match, since, most]).fetchone()[0])


def spread(db: Database, match: str, where: Condition) -> Iterator[int]:
    """Some of the documents that match, from each slice of the archive alike, so that no time is left out."""
    sql = f"""SELECT rowid FROM words_fts WHERE words_fts MATCH :match
        AND rowid > :first AND rowid <= :last {where.of("words_fts.rowid")} LIMIT {SAMPLE // SLICES}"""
    for first, last in _slices(db):
        values = {**where.values, "match": match, "first": first, "last": last}
        yield from (key for (key,) in db.execute(sql, values).fetchall())


def estimated(db: Database, match: str, where: Condition = ANY) -> float:
    """About how many documents match, by the PROBED that were harvested first and as many of the last.

    The ends, since FTS5 goes on to the next one that matches, which in the middle may lie at the very end.
    """
    (last,) = db.execute("SELECT max(key) FROM document").fetchone()
    values = {**where.values, "match": match, "first": min(PROBED, last), "last": max(last - PROBED, PROBED)}
    found = sum(
        len(db.execute(sql.format(where=where.of("words_fts.rowid")), values).fetchall()) for sql in _ENDS
    )
    return float(found * last / min(last, 2 * PROBED))


def _slices(db: Database) -> list[tuple[int, int]]:
    """The keys of the archive's documents as SLICES ranges (first, last], without and with the end."""
    (last,) = db.execute("SELECT max(key) FROM document").fetchone()
    return [(last * n // SLICES, last * (n + 1) // SLICES) for n in range(SLICES)]
