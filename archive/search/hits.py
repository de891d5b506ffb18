"""A hit as it is shown: the event, its documents, its best passage."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.exact import Fact, facts, is_told, reasons
from archive.search.places import Place
from archive.search.snippets import held, passage
from archive.search.snippets import marks as marks_in

READ = 45_000  # bytes of a text that are looked through first: 15,000 Thai letters


@dataclass(frozen=True)
class Source:
    id: str
    url: str
    title: str | None
    kind: str
    site: str  # its name


@dataclass(frozen=True)
class Participant:
    name: str
    role: str
    honorific: str | None
    position: str | None
    topic: str | None


@dataclass(frozen=True)
class Hit:
    """`marks` and `title_marks` are [start, end) in `snippet` and `title`; `start` and `end` ISO days."""

    id: str
    title: str
    start: str | None
    end: str | None
    venue: str | None
    province: str | None
    documents: tuple[Source, ...]  # best first
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    title_marks: tuple[tuple[int, int], ...] = ()
    is_event: bool = True
    type: str | None = None
    status: str | None = None
    date_edtf: str | None = None
    online: bool = False
    published: str | None = None  # of the best document
    people: tuple[Participant, ...] = ()
    organizers: tuple[str, ...] = ()
    loose: bool = False  # it holds only some of what was typed
    lacks: tuple[str, ...] = ()  # what of that it does not hold
    why: tuple[Fact, ...] = ()  # its own facts that were named

    @property
    def attachment(self) -> Source | None:
        """Where the passage stands in a file that was attached to a page."""
        return self.documents[0] if self.documents[0].kind == "attachment" else None

    @property
    def url(self) -> str:
        return self.documents[0].url

    @property
    def site(self) -> str:
        return self.documents[0].site

    def as_json(self) -> dict[str, Any]:
        """As `search --json` prints it."""
        named = ("id", "title", "start", "end", "venue", "province", "url")
        return {name: getattr(self, name) for name in named} | {
            "documents": [{"id": source.id, "url": source.url} for source in self.documents],
            "score": self.score,
            "snippet": self.snippet,
            "marks": [list(mark) for mark in self.marks],
        }


def filled(db: Database, places: Sequence[Place], query: Query) -> tuple[Hit, ...]:
    """The hits at those places, each with the passage that answers the query best, and why it is one."""
    sources = [_sources(db, place) for place in places]
    told = facts(db, [(place.event, found[0][0]) for place, found in zip(places, sources, strict=True)])
    return tuple(_filled(db, query, *of_one) for of_one in zip(places, sources, told, strict=True))


def _filled(
    db: Database, query: Query, place: Place, sources: Sequence[tuple[int, Source]], told: Sequence[Fact]
) -> Hit:
    title, published = _described(db, sources[0][0])
    event = _row(
        db,
        "SELECT event.*, venue.name AS venue_name FROM event LEFT JOIN venue ON venue.id = event.venue"
        " WHERE event.key = ?",
        place.event,
    )
    named = event.get("title") or title or sources[0][1].url
    found = passage(_parts(db, sources[0][0]), query, title or "")
    days = event.get("start"), event.get("end")
    return Hit(
        id=event.get("id") or sources[0][1].id,
        title=named,
        start=days[0],
        end=days[1],
        venue=event.get("venue_name"),
        province=event.get("province"),
        documents=tuple(source for _, source in sources),
        score=place.score,
        snippet=found.text,
        marks=found.marks,
        title_marks=marks_in(named, query),
        is_event=place.event is not None,
        type=event.get("type"),
        status=event.get("status"),
        date_edtf=event.get("date_edtf"),
        online=bool(event.get("online")),
        published=published,
        people=participants(db, place.event),
        organizers=tuple(organizers(db, place.event)),
        loose=place.loose,
        lacks=_lacking(db, query, place, told, days) if place.loose else (),
        why=reasons(query, told, *days),
    )


def _lacking(
    db: Database, query: Query, place: Place, told: Sequence[Fact], days: tuple[str | None, str | None]
) -> tuple[str, ...]:
    """What was typed that none of the documents found holds, nor a fact or a day."""
    found = {number for key in place.documents for number in held(_parts(db, key), query)}
    return tuple(
        chunk.forms[0]
        for number, chunk in enumerate(query.chunks)
        if number not in found and not is_told(chunk, told, *days)
    )


def _row(db: Database, sql: str, key: int | None) -> dict[str, Any]:
    return next(iter(db.query(sql, [key])), {}) if key is not None else {}


def _sources(db: Database, place: Place) -> list[tuple[int, Source]]:
    """The documents of a hit: those that match first, then the event's others, pages before attachments."""
    rows = db.execute(
        """SELECT document.key, document.id, document.url, document.title, document.kind, site.name
        FROM document JOIN site ON site.id = document.site
        WHERE document.key IN (
            SELECT value FROM json_each(?1) UNION SELECT document FROM report WHERE event = ?2)
        ORDER BY document.kind = 'attachment', document.key""",
        [json.dumps(place.documents), place.event],
    ).fetchall()
    known = {row[0]: Source(*row[1:]) for row in rows}
    order = [*place.documents, *(key for key in known if key not in place.documents)]
    return [(key, known[key]) for key in order]


def _described(db: Database, key: int) -> tuple[str | None, str | None]:
    """Title and day of publishing."""
    sql = "SELECT title, published FROM document WHERE key = ?"
    title, published = db.execute(sql, [key]).fetchone()
    return title, published


def _parts(db: Database, key: int) -> Iterator[str]:
    """The beginning of a document's text, and all of it where that is not all: few texts are long, as a
    report of a hundred pages is, but to read one takes longer than the rest of its hit.
    """
    # SQLite's substr of nothing is NULL.
    sql = """SELECT coalesce(substr(CAST(text AS BLOB), 1, :most), x''), length(CAST(text AS BLOB)) FROM text
        WHERE version = (SELECT version FROM document WHERE key = :key)"""
    beginning, size = db.execute(sql, {"key": key, "most": READ}).fetchone() or (b"", 0)
    yield beginning.decode("utf-8", "ignore")  # it may end within a letter
    if size > READ:
        sql = "SELECT text FROM text WHERE version = (SELECT version FROM document WHERE key = ?)"
        yield db.execute(sql, [key]).fetchone()[0]


def participants(db: Database, event: int | None) -> tuple[Participant, ...]:
    """Those who spoke or led before those who came."""
    rows = db.execute(
        """SELECT person.name, role, honorific, position, topic FROM part
        JOIN person ON person.id = part.person WHERE event = ?
        ORDER BY role NOT IN ('speaker', 'spokesperson', 'chair', 'opener'), n""",
        [event],
    ).fetchall()
    return tuple(Participant(*row) for row in rows)


def organizers(db: Database, event: int | None) -> list[str]:
    """As written."""
    return [
        row[0]
        for row in db.execute("SELECT written FROM organizer WHERE event = ? ORDER BY n", [event]).fetchall()
    ]
