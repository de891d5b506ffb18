"""Which documents answer a query, in levels: all as typed, any piece, all words, then some of them.

The levels are the largest single gain that was measured; within one, bm25
orders. What is found nowhere as words is looked for as a piece of text, and
then with a slip of a letter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.close import entitled
from archive.search.conditions import Condition
from archive.search.expressions import all_words, both, but, loose_words, near, phrases, quoted
from archive.search.families import let_through, together
from archive.search.frequent import frequent, is_rare
from archive.search.holders import Holders, Sought, holding
from archive.search.lengths import lengths
from archive.search.loose import some_of, weighed
from archive.search.pieces import MOST as PIECES
from archive.search.pieces import pieces

REACH = 1000  # documents that are ranked; whoever wants more narrows the query
MANY = 50_000  # documents; before more are asked, what the filters let through is listed
FEW = 100  # documents for several words, which are weighed without bm25: it does no better, and takes longer
ENOUGH = 10  # hits, from which on looser levels are left out
SEVERAL = 30  # documents, which are about as many hits: what stands behind them is not weighed
PLENTY = 200  # hits, from which on what has the words apart is not looked for
LOOSE = 50  # documents that the loose level may add
LONG_PHRASE = 5  # blanks in a phrase, from which on it is not weighed by how often it stands in a text
LONG = 5_000  # words, from which on a text may hold all words without being about them

# The levels, best first; the number is what the score of a document begins with.
PHRASE, PIECE, WORDS, SOME = 5, 4, 3, 2

_RANKED = """SELECT rowid, bm25(words_fts, 4.0, 1.0) AS rank FROM words_fts
    WHERE words_fts MATCH :match {where} ORDER BY rank LIMIT :limit"""
# What is too common to weigh, or stands too far behind: those that were harvested last, at no weight.
_UNRANKED = """SELECT rowid, 0.0 FROM words_fts
    WHERE words_fts MATCH :match {where} ORDER BY rowid DESC LIMIT :limit"""
# Before it weighs, bm25 counts all documents of each phrase. So what is common does not weigh, and is only
# held; the plus keeps SQLite from asking the index for each of the documents alone.
_HELD = " AND +words_fts.rowid IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :held)"


@dataclass(frozen=True)
class Answer:
    """`ranked`: document key -> (level, rank within it; higher is better), best first."""

    ranked: dict[int, tuple[int, float]]
    missing: tuple[str, ...] = ()  # what was typed and stands nowhere as words
    full: bool = False  # REACH was reached, or by pieces of text fewer; there may be more
    unweighed: bool = False  # each of the words is too common to weigh, so that the day alone orders
    sample: tuple[int, ...] = ()  # some, evenly, where all are too many to rank; `ranked` are the newest then
    least: int = 0  # so many there are at least, where they were not counted


def answer(held: Holders, query: Query, where: Condition, period: Condition | None = None) -> Answer:
    """The documents for a query of at least one chunk.

    `period` are the documents whose event lies in the time that the query
    names: they need not hold that time in words. Filters choose among those
    that there are without them, so that each leaves what the facets counted;
    where these are too many to rank, among all.
    """
    if where.tests and held.likely(but(" AND ".join(map(all_words, query.chunks)), query)) < REACH:
        every = _answer(held, query, Condition(), period)
        if not every.full:
            return _chosen(held, every, query, where)
    return _answer(held, query, where, period)


def _chosen(held: Holders, every: Answer, query: Query, where: Condition) -> Answer:
    """Those that the filters let through; where there are none, what holds some of what was typed."""
    passing = let_through(held.db, every.ranked, where)
    ranked = {key: every.ranked[key] for key in every.ranked if key in passing}
    if not ranked:
        _add_some(ranked, Sought(held, query, where))
    return replace(every, ranked=ranked)


def _answer(held: Holders, query: Query, where: Condition, period: Condition | None) -> Answer:
    ranked: dict[int, tuple[int, float]] = {}
    said = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.relative))
    rest = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.when))
    missing = tuple(chunk for chunk in said.chunks if held.none(phrases(chunk)))
    sought = Sought(held, said if said.chunks else query, where)
    then = sought._replace(query=rest, where=where & period) if period else sought
    if not set(missing) & set(then.query.chunks) and (most := frequent(then)):
        newest = dict.fromkeys(most.newest, (PHRASE, 0.0))
        return Answer(newest, full=True, sample=most.sample, least=most.least)
    levels = _levels(sought, missing)
    if len(said.chunks) < len(query.chunks):  # what is of another time holds only some of what was typed
        levels = ((min(level, SOME), found) for level, found in levels)
    if period:
        spoken = list(map(phrases, rest.chunks))
        told = _all_of(then, spoken) if spoken else _of_period(held.db, then.where)
        levels = chain([(PHRASE, told)], levels)
    full = False
    for level, found in levels:
        every = list(found)
        full |= level == PIECE and len(every) >= PIECES
        for key, rank in every:
            ranked.setdefault(key, (level, rank))
    whole = [key for key, (level, _) in ranked.items() if level > SOME]
    apart = [key for key in whole if ranked[key][0] != PIECE]
    few = len(whole) < LOOSE and not where.tests  # there are more without the filters
    scattered = _scattered(held.db, said, apart) if few else set()
    if len(whole) - len(scattered) < ENOUGH:
        _add_some(ranked, sought, scattered)
    unweighed = not missing and _unweighed(then)
    full |= len(ranked) >= REACH
    return Answer(ranked, tuple(chunk.forms[0] for chunk in missing), full, unweighed)


def _add_some(
    ranked: dict[int, tuple[int, float]], sought: Sought, scattered: Collection[int] = frozenset()
) -> None:
    """Documents that hold some of what was typed, and those that hold it `scattered`."""
    some = some_of(*sought) or dict(_of_any(sought))
    ranked |= {key: (SOME, some.get(key, 0.0)) for key in scattered}
    for key in islice(some, LOOSE):
        ranked.setdefault(key, (SOME, some[key]))


def _levels(sought: Sought, missing: tuple[Chunk, ...]) -> Iterator[tuple[int, Iterable[tuple[int, float]]]]:
    held, query, where = sought
    chunks = query.chunks
    exact = [phrases(chunk) for chunk in chunks]
    words = [all_words(chunk) for chunk in chunks]
    strict = 0
    if not missing:
        found = list(_all_of(sought, exact))
        yield PHRASE, found
        # A filter opens no further level: what it leaves is what the facets counted.
        strict = len(found) if not where.tests else int(held.likely(" AND ".join(exact)))
    apart: list[tuple[int, float]] = []
    if strict < SEVERAL and words != exact:
        apart += _all_of(sought, words)
        titled = entitled(held.db, query, [key for key, _ in apart[:SEVERAL]])
        yield PHRASE, ((key, rank) for key, rank in apart if key in titled)
    elif strict < PLENTY and words != exact:
        apart += _asked(sought, _UNRANKED, words, REACH)
    if strict < ENOUGH and (missing or len(chunks) == 1 or not strict):
        yield PIECE, pieces(held.db, chunks, missing, query, where)
    if strict < ENOUGH and not missing:
        apart += together(*sought)
    yield WORDS, apart


def _of_any(sought: Sought) -> Iterator[tuple[int, float]]:
    """Where all is common, the best of the documents that hold every word somewhere, and then the last
    harvested that hold any of the chunks.
    """
    chunks = sought.query.chunks
    if any(map(loose_words, chunks)):
        words = [" AND ".join(map(quoted, loose_words(chunk))) or phrases(chunk) for chunk in chunks]
        yield from _asked(sought, _RANKED, words, LOOSE)
    must = [phrases(chunk) for chunk in chunks if chunk.required]
    yield from _asked(sought, _UNRANKED, [both(must, " OR ".join(map(phrases, chunks)))], LOOSE)


def _scattered(db: Database, query: Query, keys: Iterable[int]) -> set[int]:
    """Of the documents the long ones in which the words stand far apart: minutes of a whole day hold
    whatever is typed, and would come before what a shorter text is about.
    """
    long = {key for key, words in lengths(db, keys).items() if words > LONG}
    return long - holding(db, near(query.chunks), long) if long else long


def _all_of(sought: Sought, matches: Sequence[str]) -> Iterator[tuple[int, float]]:
    """The best documents that hold all, weighed by what is not too common."""
    few = _few(sought, matches)
    if few is not None:
        return _weighed(sought, matches, few)
    rare = matches if len(matches) == 1 else _rare(sought, matches)
    if not rare:
        return _asked(sought, _UNRANKED, matches, REACH)
    if any(map(_is_long, rare)):
        return _weighed(sought, matches, (key for key, _ in _asked(sought, _UNRANKED, matches, REACH)))
    held = " AND ".join(matches) if len(rare) < len(matches) else ""
    return _asked(sought, _RANKED, rare, REACH, held)


def _weighed(sought: Sought, matches: Sequence[str], keys: Iterable[int]) -> Iterator[tuple[int, float]]:
    """Documents that hold all, best first, without a look at how often they do."""
    things = {match: chunk.forms for match, chunk in zip(matches, sought.query.chunks, strict=True)}
    every = sum(map(sought.held.rarity, matches))
    return iter(weighed(sought.held, things, dict.fromkeys(keys, every)).items())


def _is_long(match: str) -> bool:
    """Whether it is, or may be, so many words in a row that bm25 takes longer than all else.

    >>> _is_long('("ครม" OR "คณะ รัฐมนตรี")'), _is_long('("สพฐ" OR "คณะ กรรมการ การ ศึกษา ขั้น พื้น ฐาน")')
    (False, True)
    """
    return any(phrase.count(" ") >= LONG_PHRASE for phrase in match.split('"')[1::2])


def _few(sought: Sought, matches: Sequence[str]) -> set[int] | None:
    """The documents that hold all of several matches, where that is known and they are few."""
    held, query, where = sought
    keys = held.together(matches, FEW) if len(matches) > 1 else None
    if keys and query.without:
        keys -= holding(held.db, " OR ".join(map(phrases, query.without)), keys)
    return let_through(held.db, keys, where) if keys and where.tests else keys


def _unweighed(sought: Sought) -> bool:
    """Whether several words were asked for, none of which `_all_of` weighs."""
    matches = list(map(phrases, sought.query.chunks))
    return len(matches) > 1 and not _rare(sought, matches)


def _rare(sought: Sought, matches: Sequence[str]) -> Sequence[str]:
    return [match for match in matches if is_rare(sought.held, match)]


def _asked(
    sought: Sought, sql: str, matches: Sequence[str], limit: int, held: str = ""
) -> Iterator[tuple[int, float]]:
    """Documents that hold all, and what is `held` as well."""
    known, query, where = sought
    match = but(" AND ".join(matches), query)
    if sql == _UNRANKED and not where.tests and (few := known.few(match)) is not None:
        return ((key, 0.0) for key in reversed(few))
    many = where.tests and min(map(known.likely, matches)) > MANY
    passing = where.among("words_fts.rowid") if many else where.of("words_fts.rowid")
    values = {**where.values, "match": match, "limit": limit, "held": held}
    rows = known.db.execute(sql.format(where=passing + (_HELD if held else "")), values).fetchall()
    return ((key, -rank) for key, rank in rows)


def _of_period(db: Database, where: Condition) -> Iterator[tuple[int, float]]:
    """The documents of its events, whatever they say; their days order them."""
    sql = f"SELECT document FROM hit WHERE {where} ORDER BY day DESC, document LIMIT {REACH}"
    return ((key, 0.0) for (key,) in db.execute(sql, where.values).fetchall())
