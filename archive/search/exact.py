"""How much of a query the hits' own facts are: a title, a name, a number, a place, and no mere mention."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from extractors.thai.digits import arabic

# What of an event, or of a document, is compared. To add one: a line that gives key and text of those asked.
_OF_EVENTS = (
    "SELECT asked.key, event.title FROM asked JOIN event ON event.key = asked.key",
    "SELECT asked.key, event.number FROM asked JOIN event ON event.key = asked.key",
    "SELECT asked.key, event.province FROM asked JOIN event ON event.key = asked.key",
    "SELECT asked.key, name FROM asked JOIN event ON event.key = asked.key JOIN venue ON venue.id = venue",
    "SELECT asked.key, name FROM asked JOIN part ON event = asked.key JOIN person ON person.id = person",
    """SELECT asked.key, name FROM asked JOIN organizer ON event = asked.key
        JOIN organization ON organization.id = organization""",
    "SELECT asked.key, written FROM asked JOIN organizer ON event = asked.key",
)
_OF_DOCUMENTS = (
    "SELECT asked.key, document.title FROM asked JOIN document ON document.key = asked.key",
    "SELECT asked.key, official.number FROM asked JOIN official ON document = asked.key",
)
_ASKED = "WITH asked(key) AS (SELECT value FROM json_each(?))"

Facts = dict[int, list[str]]  # key -> texts


def facts(db: Database, events: Iterable[int], documents: Iterable[int]) -> tuple[Facts, Facts]:
    """The texts of each event, and of each document, by its key."""
    return _texts(db, _OF_EVENTS, events), _texts(db, _OF_DOCUMENTS, documents)


def _texts(db: Database, queries: Sequence[str], keys: Iterable[int]) -> Facts:
    asked = json.dumps(list(keys))
    found: Facts = defaultdict(list)
    for sql in queries:
        for key, text in db.execute(f"{_ASKED} {sql}", [asked]).fetchall():
            if text:
                found[key].append(_plain(text))
    return found


def weight(query: Query, texts: Sequence[str], day: str) -> int:
    """How many of the query's chunks a text holds, or the day lies in; one more where a text is all of it.

    >>> from archive.search.query import understand
    >>> weight(understand("ผู้บริหาร 5/63"), ["ประชุมผู้บริหาร", "5/2563"], "2020-06-10")
    2
    """
    held = sum(_is_held(chunk, texts, day) for chunk in query.chunks)
    whole = _plain(" ".join(chunk.forms[0] for chunk in query.chunks))
    return held + (whole in texts)


def _is_held(chunk: Chunk, texts: Sequence[str], day: str) -> bool:
    if chunk.when and chunk.when[0] <= day < chunk.when[1]:
        return True
    forms = [_plain(form) for form in chunk.forms]
    return any(form and form in text for form in forms for text in texts)


def _plain(text: str) -> str:
    """Arabic digits, small letters, and no blanks, which Thai puts anywhere; facts and queries are folded."""
    return arabic(text).lower().replace(" ", "")
