"""What more documents hold than can be ranked: the newest of them, and some from all of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt
from typing import NamedTuple

from archive.search.conditions import days_of
from archive.search.expressions import but, phrases, shortest
from archive.search.holders import Holders, Sought
from archive.search.sampled import bounded, estimated, spread

RANKABLE = 10_000  # documents; to weigh more takes too long
FILTERED = 1000  # of those that the filters let through
NEWEST = 60  # documents that are shown
LEAST = 10  # of them
WALK = 10_000  # documents that the filters let through and that are looked at for these
PROBE = 100  # documents that match are listed in the time in which the index is asked of one document

# The newest documents. The filters are asked before the walk ends, else an older year would never be reached.
_WALK = """SELECT hit.document AS walked FROM hit
    WHERE hit.day >= :since AND hit.day < :until AND {where} ORDER BY hit.day DESC LIMIT :walk"""
# Those of them that match, of which the index is asked one by one, or once for all.
_EACH = "EXISTS (SELECT 1 FROM words_fts WHERE words_fts MATCH :match AND words_fts.rowid = walked)"
_ALL = "walked IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :match)"


class Frequent(NamedTuple):
    """Keys of documents: the newest, the newest first, and a sample of all."""

    newest: Sequence[int]
    sample: tuple[int, ...]
    least: int  # so many there are at least


def is_rare(held: Holders, match: str) -> bool:
    """Whether not too many documents match to be weighed."""
    return held.likely(match) <= RANKABLE


def frequent(sought: Sought) -> Frequent | None:
    """The newest of more documents than can be ranked; None where they can.

    None as well where a word is frequent in old documents alone: few of the
    newest have it, and rather than hide the others all are ranked.
    """
    held, query, where = sought
    every = [phrases(chunk) for chunk in query.chunks]
    match = but(" AND ".join(map(shortest, query.chunks)), query)
    if not every or any(is_rare(held, one) for one in [*every, match]):
        return None
    if bounded(held.db, match, RANKABLE + 1) <= RANKABLE:
        return None
    least = RANKABLE
    if where.tests:
        least = FILTERED
        if estimated(held.db, match, where) <= FILTERED:
            return None
    found = _newest(sought, match)
    if len(found) < LEAST:
        return None
    return Frequent(found, tuple(spread(held.db, match, where)), least)


def _newest(sought: Sought, match: str) -> list[int]:
    """The newest documents that match.

    Where n of all match, these are listed, or about NEWEST * all / n of the
    newest are asked one by one, whichever takes less.
    """
    held, _, where = sought
    since, until = days_of(where)
    values = {**where.values, "match": match, "walk": WALK, "since": since, "until": until}
    (last,) = held.db.execute("SELECT max(key) FROM document").fetchone()
    test = _EACH if held.likely(match) > isqrt(PROBE * NEWEST * last) else _ALL
    sql = f"SELECT walked FROM ({_WALK.format(where=where)}) WHERE {test} LIMIT {NEWEST}"
    return [key for (key,) in held.db.execute(sql, values).fetchall()]
