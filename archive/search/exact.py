"""How much of a query the hits' own facts are: a title, a name, a number, a place, and no mere mention."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from extractors.thai.digits import arabic
from extractors.thai.words import tokens

WAYS = 64  # to write all that was typed, which a fact may be in

# What of an event, or of a document, is compared: the key of one of those asked, and columns by their names
# in archive.web.language.LABELS. To add one: a column.
_ASKED = "WITH asked(key) AS (SELECT value FROM json_each(?)) "
_OF_EVENTS = (
    """SELECT asked.key, title, number, series, province, venue.name AS venue FROM asked
    JOIN event ON event.key = asked.key LEFT JOIN venue ON venue.id = event.venue""",
    """SELECT asked.key, name AS people FROM asked JOIN part ON event = asked.key
    JOIN person ON person.id = person""",
    """SELECT asked.key, name AS organizers, written AS organizers FROM asked
    JOIN organizer ON event = asked.key JOIN organization ON organization.id = organization""",
)
_OF_DOCUMENTS = (
    """SELECT asked.key, title, official.number AS letter FROM asked
    JOIN document ON document.key = asked.key LEFT JOIN official ON official.document = asked.key""",
)


@dataclass(frozen=True)
class Fact:
    """`value` is as it is shown, `plain` as it is compared; of a day it is ISO."""

    name: str
    value: str
    plain: str = ""


def facts(db: Database, hits: Sequence[tuple[int | None, int | None]]) -> list[list[Fact]]:
    """Of each hit, an event's key or None and that of a document, what its own facts are."""
    events = _told(db, _OF_EVENTS, (event for event, _ in hits if event is not None))
    documents = _told(db, _OF_DOCUMENTS, (document for _, document in hits if document is not None))
    return [[*events.get(event or 0, ()), *documents.get(document or 0, ())] for event, document in hits]


def _told(db: Database, queries: Iterable[str], keys: Iterable[int]) -> Mapping[int, Sequence[Fact]]:
    asked = json.dumps(list(keys))
    found: dict[int, list[Fact]] = defaultdict(list)
    for sql in queries:
        rows = db.execute(_ASKED + sql, [asked])
        names = [column[0] for column in rows.description[1:]]
        for key, *texts in rows.fetchall():
            found[key] += [
                Fact(name, text, _plain(text)) for name, text in zip(names, texts, strict=True) if text
            ]
    return found


def weight(query: Query, facts: Sequence[Fact], day: str, is_event: bool = True) -> int:
    """How many of the query's chunks a fact holds, or the day lies in; one more where a fact, or the day of
    an event, is all of it.

    >>> from archive.search.query import understand
    >>> told = [Fact("title", "", "ประชุมผู้บริหาร"), Fact("number", "", "5/2563")]
    >>> weight(understand("ผู้บริหาร 5/63"), told, "2020-06-10"), weight(understand("5/63"), told, "2020-06-10")
    (2, 2)
    """
    held = sum(_within(chunk, day, day) or any(_holding(chunk, facts)) for chunk in query.chunks)
    in_time = is_event and all(_within(chunk, day, day) for chunk in query.chunks)
    return held + (in_time or not _wholes(query).isdisjoint(_bare(fact.plain) for fact in facts))


@lru_cache(64)
def _wholes(query: Query) -> frozenset[str]:
    """All that was typed, in its order, each chunk in any of its forms."""
    ways = product(*(map(_plain, chunk.forms) for chunk in query.chunks))
    return frozenset(_bare("".join(way)) for way in islice(ways, WAYS))


def _bare(plain: str) -> str:
    """What is plain without what one leaves out of a title.

    >>> _bare("การประชุมคณะรัฐมนตรี(ครม.)"), _bare("ประชุมผู้บริหารครั้งที่5/2563")
    ('ประชุมคณะรัฐมนตรี', 'ประชุมผู้บริหาร5/2563')
    """
    return re.sub(r"\([^()]*\)$", "", plain).removeprefix("การ").replace("ครั้งที่", "")


def reasons(query: Query, facts: Sequence[Fact], start: str | None, end: str | None) -> tuple[Fact, ...]:
    """The facts that the query names, each once: why the hit is one. A day is told by its start."""
    found = [fact for chunk in query.chunks for fact in _holding(chunk, facts)]
    if start and any(_within(chunk, start, end or start) for chunk in query.chunks):
        found.append(Fact("start", start))
    once = {(fact.name, fact.plain): fact for fact in reversed(found)}
    return tuple(reversed(once.values()))


def is_told(chunk: Chunk, facts: Sequence[Fact], start: str | None, end: str | None) -> bool:
    """Whether the facts, or the days, say what was typed."""
    return bool(start and _within(chunk, start, end or start)) or any(_holding(chunk, facts))


def _within(chunk: Chunk, start: str, end: str) -> bool:
    return bool(chunk.when and start < chunk.when[1] and chunk.when[0] <= end)


def _holding(chunk: Chunk, facts: Iterable[Fact]) -> list[Fact]:
    forms = [plain for form in chunk.forms if (plain := _plain(form))]
    return [fact for fact in facts if any(_holds(fact, form) for form in forms)]


def _holds(fact: Fact, form: str) -> bool:
    """Numbers, short forms and what is Latin are held whole.

    >>> told = Fact("title", "ศึกษาดูงาน Thailand ครั้งที่ 15/2563", "ศึกษาดูงานthailandครั้งที่15/2563")
    >>> [_holds(told, form) for form in ("5/2563", "15/2563", "กษ", "ai", "thailand", "ดูงาน")]
    [False, True, False, False, True, True]
    """
    if form not in fact.plain:
        return False
    if _SHORT.fullmatch(form):
        return f" {_spaced(form)} " in f" {_spaced(fact.value)} "
    return bool(whole(form).search(fact.plain))


_SHORT = re.compile("[ก-ฮ]{2,4}|[a-z]+")


@lru_cache(512)
def _spaced(text: str) -> str:
    return " ".join(tokens(text))


@lru_cache(512)
def whole(form: str) -> re.Pattern[str]:
    """The form, but within no longer number.

    >>> [bool(whole(form).search("15,040 5/67")) for form in ("15", "040", "5/67", "67")]
    [False, False, True, True]
    """
    signs = "[.,/]" if "/" in form else "[.,]"
    before = rf"(?<!\d)(?<!\d{signs})" if form[0].isdigit() else ""
    after = rf"(?!\d|{signs}\d)" if form[-1].isdigit() else ""
    return re.compile(before + re.escape(form) + after)


@lru_cache(4096)
def _plain(text: str) -> str:
    """Arabic digits, small letters, and no blanks, which Thai puts anywhere; facts and queries are folded."""
    return arabic(text).lower().replace(" ", "")
