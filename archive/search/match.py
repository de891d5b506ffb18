"""Which documents answer a query, in levels: all as typed, any piece, all words, then some of them.

The levels are the largest single gain that was measured; within one, bm25
orders. What is found nowhere as words is looked for as a piece of text, and
then with a slip of a letter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice
from math import isqrt

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.conditions import Condition, days_of
from archive.search.expressions import all_words, both, but, near, phrases, some_words
from archive.search.families import holding, together
from archive.search.pieces import pieces
from archive.search.sampled import bounded, estimated, spread

REACH = 1000  # documents that are ranked; whoever wants more narrows the query
RANKABLE = 10_000  # documents; to weigh more takes too long, so that the newest are shown
NEWEST = 100  # of them
WALK = 10_000  # documents that the filters let through and that are looked at for these
PROBE = 50  # documents that match are listed in the time in which the index is asked of one document
ENOUGH = 10  # hits, from which on looser levels are left out
SEVERAL = 30  # documents, which are about as many hits: what stands behind them is not weighed
LOOSE = 50  # documents that the loose level may add
LONG = 20_000  # letters, from which on a text may hold all words without being about them
COMMON = 2.0  # what a word that a tenth of all documents hold weighs about in bm25

Holders = Callable[[str], int]  # how many documents match, up to one more than RANKABLE; counted once

# The levels, best first; the number is what the score of a document begins with.
PHRASE, PIECE, WORDS, SOME = 5, 4, 3, 2

_RANKED = """SELECT rowid, bm25(words_fts, 4.0, 1.0) AS rank FROM words_fts
    WHERE words_fts MATCH :match {where} ORDER BY rank LIMIT :limit"""
_UNRANKED = """SELECT words_fts.rowid, 0.0 FROM words_fts JOIN hit ON document = words_fts.rowid
    WHERE words_fts MATCH :match {where} ORDER BY day DESC LIMIT :limit"""
# Before it weighs, bm25 counts all documents of each phrase. So what is common does not weigh, and is only
# held; the plus keeps SQLite from asking the index for each of the documents alone.
_HELD = " AND +words_fts.rowid IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :held)"

# The newest documents. The filters are asked before the walk ends, else an older year would never be reached.
_WALK = """SELECT hit.document AS walked FROM hit
    WHERE hit.day >= :since AND hit.day < :until AND {where} ORDER BY hit.day DESC LIMIT :walk"""
# Those of them that match, of which the index is asked one by one, or once for all.
_EACH = "EXISTS (SELECT 1 FROM words_fts WHERE words_fts MATCH :match AND words_fts.rowid = walked)"
_ALL = "walked IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :match)"

_LONG = """SELECT words.id FROM json_each(?) AS one JOIN words ON words.id = one.value
    WHERE length(words.body) > ?"""


@dataclass(frozen=True)
class Answer:
    """`ranked`: document key -> (level, rank within it; higher is better), best first."""

    ranked: dict[int, tuple[int, float]]
    missing: tuple[str, ...] = ()  # what was typed and stands nowhere as words
    full: bool = False  # REACH was reached, there is more
    sample: tuple[int, ...] = ()  # some, evenly, where all are too many to rank; `ranked` are the newest then
    least: int = 0  # so many there are at least, where they were not counted


def answer(db: Database, query: Query, where: Condition, period: Condition | None = None) -> Answer:
    """The documents for a query of at least one chunk.

    `period` are the documents whose event lies in the time that the query
    names: they need not hold that time in words.
    """
    ranked: dict[int, tuple[int, float]] = {}
    said = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.relative))
    rest = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.when))
    holders = cache(partial(bounded, db, most=RANKABLE + 1))
    missing = tuple(chunk for chunk in said.chunks if not holders(phrases(chunk)))
    if not missing and said.chunks == query.chunks and (frequent := _frequent(db, said, where, holders)):
        return frequent
    levels = _levels(db, said if said.chunks else query, missing, where, holders)
    if len(said.chunks) < len(query.chunks):  # what is of another time holds only some of what was typed
        levels = ((min(level, SOME), found) for level, found in levels)
    if period and rest.chunks:
        said_too = _all_of(db, list(map(phrases, rest.chunks)), rest, where & period, holders)
        levels = chain([(PHRASE, said_too)], levels)
    elif period:
        levels = chain([(PHRASE, _of_period(db, where & period))], levels)
    for level, found in levels:
        for key, rank in found:
            ranked.setdefault(key, (level, rank))
    whole = [key for key, (level, _) in ranked.items() if level > SOME]
    apart = [key for key in whole if ranked[key][0] != PIECE]
    scattered = _scattered(db, said, apart) if len(whole) < LOOSE else set()
    if len(whole) - len(scattered) < ENOUGH:
        some = _some_of(db, said if said.chunks else query, where, holders)
        ranked |= {key: (SOME, some.get(key, 0.0)) for key in scattered}
        for key in islice(some, LOOSE):
            ranked.setdefault(key, (SOME, some[key]))
    return Answer(ranked, tuple(chunk.forms[0] for chunk in missing), len(ranked) >= REACH)


def _levels(
    db: Database, query: Query, missing: tuple[Chunk, ...], where: Condition, holders: Holders
) -> Iterator[tuple[int, Iterable[tuple[int, float]]]]:
    chunks = query.chunks
    exact = [phrases(chunk) for chunk in chunks]
    words = [all_words(chunk) for chunk in chunks]
    strict = 0
    if not missing:
        found = list(_all_of(db, exact, query, where, holders))
        yield PHRASE, found
        # A filter opens no further level: what it leaves is what the facets counted.
        strict = len(found) if not where.tests else holders(" AND ".join(exact))
    if strict < ENOUGH and (missing or len(chunks) == 1):
        yield PIECE, pieces(db, chunks, missing, query, where)
    apart: list[tuple[int, float]] = []
    if strict < REACH and words != exact:
        apart += (
            _all_of(db, words, query, where, holders)
            if strict < SEVERAL
            else _asked(db, _UNRANKED, " AND ".join(words), query, where, REACH)
        )
    if strict < ENOUGH and not missing:
        apart += together(db, query, where)
    yield WORDS, apart


def _some_of(db: Database, query: Query, where: Condition, holders: Holders) -> dict[int, float]:
    """The documents that hold any of the chunks or their words, best first; one of those that are too
    common to be looked for counts where another has found the document.
    """
    must = [phrases(chunk) for chunk in query.chunks if chunk.required]
    matches = list(dict.fromkeys([*map(phrases, query.chunks), *some_words(query.chunks)]))
    rare = _rare(matches, holders) or matches
    found = dict(_asked(db, _RANKED, both(must, " OR ".join(rare)), query, where, REACH // 4))
    for match in set(matches) - set(rare):
        for key in holding(db, match, found):
            found[key] += COMMON
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _scattered(db: Database, query: Query, keys: Iterable[int]) -> set[int]:
    """Of the documents the long ones in which the words stand far apart: minutes of a whole day hold
    whatever is typed, and would come before what a shorter text is about.
    """
    long = {key for (key,) in db.execute(_LONG, [json.dumps(list(keys)), LONG]).fetchall()}
    return long - holding(db, near(query.chunks), long) if long else long


def _all_of(
    db: Database, matches: Sequence[str], query: Query, where: Condition, holders: Holders
) -> Iterator[tuple[int, float]]:
    """The best documents that hold all, weighed by what is not too common, or by the rarest."""
    every = " AND ".join(matches)
    if len(matches) == 1:
        return _asked(db, _RANKED, every, query, where, REACH)
    rare = _rare(matches, holders) or [min(matches, key=holders)]
    if len(rare) == len(matches):
        return _asked(db, _RANKED, every, query, where, REACH)
    return _asked(db, _RANKED, " AND ".join(rare), query, where, REACH, held=every)


def _rare(matches: Sequence[str], holders: Holders) -> list[str]:
    return [match for match in matches if holders(match) <= RANKABLE]


def _asked(
    db: Database, sql: str, match: str, query: Query, where: Condition, limit: int, held: str = ""
) -> Iterator[tuple[int, float]]:
    """`held` is what the documents hold as well."""
    sql = sql.format(where=where.of("words_fts.rowid") + (_HELD if held else ""))
    values = {**where.values, "match": but(match, query), "limit": limit, "held": held}
    return ((key, -rank) for key, rank in db.execute(sql, values).fetchall())


def lacking(query: Query) -> Condition:
    """The documents that hold nothing of what is to be left out, where nothing else is asked."""
    if not query.without:
        return Condition()
    test = "hit.document NOT IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :without)"
    return Condition((test,), {"without": " OR ".join(map(phrases, query.without))})


def _frequent(db: Database, query: Query, where: Condition, holders: Holders) -> Answer | None:
    """The newest of more documents than can be ranked; None where they can.

    None as well where a word is frequent in old documents alone: few of the
    newest have it, and rather than hide the others all are ranked.
    """
    every = [phrases(chunk) for chunk in query.chunks]
    match = but(" AND ".join(every), query)
    if any(holders(one) <= RANKABLE for one in every) or holders(match) <= RANKABLE:
        return None
    least = RANKABLE
    if where.tests:
        least = REACH
        if estimated(db, match, where) <= REACH:
            return None
    found = _newest(db, match, where)
    if len(found) < ENOUGH:
        return None
    newest = dict.fromkeys(found, (PHRASE, 0.0))
    return Answer(newest, full=True, sample=tuple(spread(db, match, where)), least=least)


def _newest(db: Database, match: str, where: Condition) -> list[int]:
    """The newest documents that match.

    Where n of all match, these are listed, or about NEWEST * all / n of the
    newest are asked one by one, whichever takes less.
    """
    since, until = days_of(where)
    values = {**where.values, "match": match, "walk": WALK, "since": since, "until": until}
    (last,) = db.execute("SELECT max(key) FROM document").fetchone()
    test = _EACH if estimated(db, match, Condition()) > isqrt(PROBE * NEWEST * last) else _ALL
    sql = f"SELECT walked FROM ({_WALK.format(where=where)}) WHERE {test} LIMIT {NEWEST}"
    return [key for (key,) in db.execute(sql, values).fetchall()]


def _of_period(db: Database, where: Condition) -> Iterator[tuple[int, float]]:
    """The documents of its events, whatever they say; their days order them."""
    sql = f"SELECT document FROM hit WHERE {where} ORDER BY day DESC, document LIMIT {REACH}"
    return ((key, 0.0) for (key,) in db.execute(sql, where.values).fetchall())
