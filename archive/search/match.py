"""Which documents answer a query, in levels: all as typed, any piece, all words, then some of them.

The levels are the largest single gain that was measured; within one, bm25
orders. What is found nowhere as words is looked for as a piece of text, and
then with a slip of a letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain, combinations
from typing import Any

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.conditions import Condition
from extractors.thai.words import BREAK, fold, tokens

REACH = 1000  # documents that are ranked; whoever wants more narrows the query
RANKABLE = 20_000  # documents; to weigh more takes too long, so that the newest are shown
NEWEST = 100  # of them
WALK = 10_000  # documents that are looked at for these
SAMPLE = 500  # of those that match, from which the facets are told
ENOUGH = 10  # hits, from which on looser levels are left out
LOOSE = 50  # documents that the loose levels may add
SLIPPED = range(9, 25)  # letters of a name or a word in which a slip is forgiven; more are several words
PIECES = 200  # candidates of the exact path that are read through

# The levels, best first; the number is what the score of a document begins with.
PHRASE, PIECE, WORDS, SOME, ANY = 5, 4, 3, 2, 1

RANKED = """SELECT rowid, bm25(words_fts, 4.0, 1.0) AS rank FROM words_fts
    WHERE words_fts MATCH :match {where} ORDER BY rank LIMIT :limit"""
HAS_PIECES = """SELECT words.id, words.title, words.body
    FROM pieces_fts JOIN words ON words.id = pieces_fts.rowid
    WHERE pieces_fts MATCH :grams {where} LIMIT :limit"""

WITH_WORDS = "SELECT rowid FROM words_fts WHERE words_fts MATCH :without"
# The newest documents that match: those of events by their days, the others by the day of publishing.
_MATCHES = "EXISTS (SELECT 1 FROM words_fts WHERE words_fts MATCH :match AND words_fts.rowid = walked)"
NEWEST_OF_EVENTS = f"""
    SELECT walked FROM (
        SELECT report.document AS walked FROM event JOIN report ON report.event = event.key
        WHERE event.start IS NOT NULL ORDER BY event.start DESC LIMIT :walk
    ) WHERE {_MATCHES} {{where}} LIMIT :limit"""
NEWEST_OF_OTHERS = f"""
    SELECT walked FROM (SELECT key AS walked FROM document ORDER BY published DESC LIMIT :walk)
    WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.document = walked) AND {_MATCHES} {{where}}
    LIMIT :limit"""

Test = Callable[[str], bool]  # whether a text, folded and in small letters, holds what is sought


@dataclass(frozen=True)
class Answer:
    """`ranked`: document key -> (level, rank within it; higher is better), best first."""

    ranked: dict[int, tuple[int, float]]
    missing: tuple[str, ...] = ()  # what was typed and stands nowhere as words
    full: bool = False  # REACH was reached, there is more
    sample: tuple[
        int, ...
    ] = ()  # where there are too many to rank: some of them, evenly; `ranked` are the newest


def answer(db: Database, query: Query, where: Condition, period: Condition | None = None) -> Answer:
    """The documents for a query of at least one chunk.

    `period` are the documents whose event lies in the time that the query
    names: they need not hold that time in words.
    """
    ranked: dict[int, tuple[int, float]] = {}
    said = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.relative))
    rest = replace(query, chunks=tuple(chunk for chunk in query.chunks if not chunk.when))
    missing = tuple(chunk for chunk in said.chunks if not _stands(db, _phrases(chunk)))
    if not missing and said.chunks == query.chunks and (frequent := _frequent(db, said, where)):
        return frequent
    levels = _levels(db, said if said.chunks else query, missing, where)
    if len(said.chunks) < len(query.chunks):  # what is of another time holds only some of what was typed
        levels = ((min(level, SOME), found) for level, found in levels)
    if period and rest.chunks:
        match = " AND ".join(map(_phrases, rest.chunks))
        levels = chain([(PHRASE, _ranked(db, match, rest, where & period, REACH))], levels)
    elif period:
        levels = chain([(PHRASE, _of_period(db, where & period))], levels)
    for level, found in levels:
        for key, rank in found:
            ranked.setdefault(key, (level, rank))
        if len(ranked) >= ENOUGH and level <= WORDS:
            break
    return Answer(ranked, tuple(chunk.forms[0] for chunk in missing), len(ranked) >= REACH)


def _levels(
    db: Database, query: Query, missing: tuple[Chunk, ...], where: Condition
) -> Iterator[tuple[int, Iterable[tuple[int, float]]]]:
    chunks = query.chunks
    phrases = [_phrases(chunk) for chunk in chunks]
    words = [_all_words(chunk) for chunk in chunks]
    must = [_phrases(chunk) for chunk in chunks if chunk.required]
    strict = 0
    if not missing:
        match = " AND ".join(phrases)
        found = list(_ranked(db, match, query, where, REACH))
        yield PHRASE, found
        # A filter opens no further level: what it leaves is what the facets counted.
        strict = len(found) if not where.tests else _bounded(db, match, ENOUGH)
    if strict < ENOUGH and (missing or len(chunks) == 1):
        yield PIECE, _pieces(db, chunks, missing, query, where)
    if strict < REACH and words != phrases:
        yield WORDS, _ranked(db, " AND ".join(words), query, where, REACH)
    yield SOME, _ranked(db, _and(must, " OR ".join(phrases)), query, where, LOOSE)
    some = dict.fromkeys(_quoted(token) for chunk in chunks for form in chunk.forms for token in tokens(form))
    yield ANY, _ranked(db, _and(must, " OR ".join(some)), query, where, LOOSE)


def _ranked(
    db: Database, match: str, query: Query, where: Condition, limit: int
) -> Iterator[tuple[int, float]]:
    sql = RANKED.format(where=where.of("words_fts.rowid"))
    values = {**where.values, "match": _but(match, query), "limit": limit}
    return ((key, -rank) for key, rank in db.execute(sql, values).fetchall())


def _but(match: str, query: Query) -> str:
    """Without what is to be left out."""
    return " NOT ".join([f"({match})", *map(_phrases, query.without)])


def lacking(query: Query) -> Condition:
    """The documents that hold nothing of what is to be left out, where nothing else is asked."""
    if not query.without:
        return Condition()
    without = {"without": " OR ".join(map(_phrases, query.without))}
    return Condition((f"document.key NOT IN ({WITH_WORDS})",), without)


def _frequent(db: Database, query: Query, where: Condition) -> Answer | None:
    """The newest of more documents than can be ranked; None where they can."""
    match = _but(" AND ".join(map(_phrases, query.chunks)), query)
    keys = [
        key
        for (key,) in db.execute(
            "SELECT rowid FROM words_fts WHERE words_fts MATCH ? LIMIT ?", [match, RANKABLE + 1]
        ).fetchall()
    ]
    if len(keys) <= RANKABLE:
        return None
    values = {**where.values, "match": match, "walk": WALK, "limit": NEWEST}
    found = [
        key
        for sql in (NEWEST_OF_EVENTS, NEWEST_OF_OTHERS)
        for (key,) in db.execute(sql.format(where=where.of("walked")), values).fetchall()
    ]
    sample = keys[:: len(keys) // SAMPLE]
    if where.tests:
        sql = f"SELECT value FROM json_each(:keys) WHERE true {where.of('value')}"
        sample = [key for (key,) in db.execute(sql, {**where.values, "keys": json.dumps(sample)}).fetchall()]
    return Answer(dict.fromkeys(found, (PHRASE, 0.0)), full=True, sample=tuple(sample))


def _of_period(db: Database, where: Condition) -> Iterator[tuple[int, float]]:
    """The documents of its events, whatever they say; their days order them."""
    sql = f"""SELECT document.key FROM event JOIN report ON report.event = event.key
        JOIN document ON document.key = report.document
        WHERE {where} ORDER BY event.start DESC LIMIT {REACH}"""
    return ((key, 0.0) for (key,) in db.execute(sql, where.values).fetchall())


def _pieces(
    db: Database, chunks: tuple[Chunk, ...], missing: tuple[Chunk, ...], query: Query, where: Condition
) -> list[tuple[int, float]]:
    """Documents that hold every chunk as a piece of text, whatever its words; a slip is forgiven where
    nothing has the chunk as typed.
    """
    sought = [[_key(form) for form in chunk.forms] for chunk in chunks]
    if any(len(forms[0]) < 3 for forms in sought):
        return []
    grams = " AND ".join(f"({' OR '.join(map(_grams, filter(_long, forms)))})" for forms in sought)
    tests = [_any_of(forms) for forms in sought]
    found = _holding(db, grams, tests, query, where)
    if found or not missing or (where.tests and _holding(db, grams, tests, query, Condition())):
        return found
    grams, tests = "", []
    for chunk, forms in zip(chunks, sought, strict=True):
        if chunk in missing and len(forms[0]) in SLIPPED:
            part, test = _slip(forms[0])
        else:
            part, test = " OR ".join(map(_grams, filter(_long, forms))), _any_of(forms)
        grams = _and([grams] if grams else [], part)
        tests.append(test)
    return _holding(db, grams, tests, query, where)


def _holding(
    db: Database, grams: str, tests: Sequence[Test], query: Query, where: Condition
) -> list[tuple[int, float]]:
    """Of the documents with those trigrams the ones that pass every test; in more titles is better."""
    found = []
    sql = HAS_PIECES.format(where=where.of("pieces_fts.rowid"))
    values: dict[str, Any] = {**where.values, "grams": grams, "limit": PIECES}
    if query.without:
        sql = sql.replace("LIMIT", f"AND pieces_fts.rowid NOT IN ({WITH_WORDS}) LIMIT")
        values["without"] = " OR ".join(map(_phrases, query.without))
    # Thai has no capitals, and lower() takes as long as all the rest.
    cased = any(letter.islower() for letter in grams)
    for key, *parts in db.execute(sql, values).fetchall():
        title, body = (part.replace(BREAK, "") for part in parts)
        if cased:
            title, body = title.lower(), body.lower()
        if all(test(body) or test(title) for test in tests):
            found.append((key, float(sum(test(title) for test in tests))))
    return sorted(found, key=lambda row: (-row[1], row[0]))


def _any_of(forms: Sequence[str]) -> Test:
    return lambda text: any(form in text for form in forms)


def _slip(text: str) -> tuple[str, Test]:
    """Trigrams and a test of a text in which one of three parts may be otherwise."""
    third = len(text) // 3
    parts = (text[:third], text[third : 2 * third], text[2 * third :])
    grams, patterns = [], []
    for left, right in combinations(range(3), 2):
        kept = [parts[left], parts[right]]
        gap = f".{{0,{third + 2}}}" if right - left == 2 else ""
        patterns.append(gap.join(map(re.escape, kept)))
        grams.append(" AND ".join(_grams(part) for part in kept if len(part) >= 3))
    pattern = re.compile("|".join(patterns))
    return " OR ".join(f"({gram})" for gram in grams if gram), lambda text: bool(pattern.search(text))


def people_like(db: Database, typed: Iterable[str]) -> list[str]:
    """Names of people that are spelt almost as what was typed, most alike first; at most three."""
    sought = " ".join(typed)
    grams = [sought[at : at + 3].replace('"', '""') for at in range(len(sought) - 2)]
    if len(grams) < 3:
        return []
    rows = db.execute(
        "SELECT name FROM person_fts WHERE person_fts MATCH ? ORDER BY rank LIMIT 60",
        [" OR ".join(f'"{gram}"' for gram in dict.fromkeys(grams))],
    ).fetchall()
    alike = {name: max(_alike(sought, part) for part in (name, *name.split())) for (name,) in rows}
    return sorted((name for name in alike if alike[name] >= 0.75), key=lambda name: -alike[name])[:3]


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _bounded(db: Database, match: str, most: int) -> int:
    """How many documents match, up to `most`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words_fts WHERE words_fts MATCH ? LIMIT ?)"
    return int(db.execute(sql, [match, most]).fetchone()[0])


def _stands(db: Database, match: str) -> bool:
    return (
        db.execute("SELECT 1 FROM words_fts WHERE words_fts MATCH ? LIMIT 1", [match]).fetchone() is not None
    )


def _phrases(chunk: Chunk) -> str:
    forms = chunk.forms[:1] if chunk.required else chunk.forms
    return f"({' OR '.join(map(_phrase, forms))})"


def _all_words(chunk: Chunk) -> str:
    if chunk.required:
        return _phrases(chunk)
    return f"({' OR '.join('(' + ' AND '.join(map(_quoted, tokens(form))) + ')' for form in chunk.forms)})"


def _phrase(text: str) -> str:
    return _quoted(" ".join(tokens(text)))


def _quoted(text: str) -> str:
    return f'"{text}"'


def _and(must: list[str], match: str) -> str:
    return " AND ".join([*must, f"({match})"])


def _key(text: str) -> str:
    """As the view `plain` holds it."""
    return fold(text).lower()


def _long(text: str) -> bool:
    return len(text) >= 3


def _grams(text: str) -> str:
    grams = dict.fromkeys(text[at : at + 3].replace('"', '""') for at in range(len(text) - 2))
    return "(" + " AND ".join(f'"{gram}"' for gram in grams) + ")"
