"""Search: what was typed in; hits, their number, facets and suggestions out.

A hit is an event with all documents that tell of it, or a document that tells
of none. The rooms: `query` understands, `match` finds, `snippets` shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from archive.match import Answer, Condition, answer, people_like
from archive.query import Chunk, Query, understand
from archive.snippets import marks as marks_in
from archive.snippets import passage
from extractors.thai.bodies import normal_name
from extractors.thai.register import predecessors, successors

# What can be filtered by, and its condition on `document`, `event` and `site` of CANDIDATES.
# To add one: a line here, its names in archive.query.FIELDS.
CONDITIONS = {
    "year": "substr(day, 1, 4) = CAST(:year - 543 AS TEXT)",
    "fiscal": "day >= CAST(:fiscal - 544 AS TEXT) || '-10' AND day < CAST(:fiscal - 543 AS TEXT) || '-10'",
    "after": "day >= :after",
    "before": "day < :before",
    "province": "event.province = :province",
    "type": "event.type = :type",
    "status": "event.status = :status",
    "site": "document.site = :site",
    "venue": "instr((SELECT name FROM venue WHERE id = event.venue), :venue)",
    "organizer": """EXISTS (SELECT 1 FROM organizer JOIN organization ON organization.id = organization
        WHERE event = event.key AND (instr(written, :organizer) OR instr(organization.name, :organizer)
            OR organization.name IN (SELECT value FROM json_each(:bodies))))""",
    "person": """EXISTS (SELECT 1 FROM part JOIN person ON person.id = person
        WHERE event = event.key AND instr(person.name, :person))""",
    "letter": """EXISTS (SELECT 1 FROM official WHERE official.document = document.key
        AND instr(replace(number, ' ', ''), replace(:letter, ' ', '')))""",
    "signatory": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.signatories') AS one
        WHERE official.document = document.key AND instr(one.value ->> 'name', :signatory))""",
    "resolution": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.resolutions') AS one
        WHERE official.document = document.key AND instr(one.value ->> 'text', :resolution))""",
    "paper": """EXISTS (SELECT 1 FROM official
        WHERE official.document = document.key AND official.kind = :paper)""",
}
# What a document says of itself, also where it tells of no event.
OF_DOCUMENTS = {"letter", "signatory", "resolution", "paper"}
# The kinds of official documents as people type them. To add one: a line.
PAPERS = {
    "หนังสือ": "letter",
    "บันทึกข้อความ": "memorandum",
    "คำสั่ง": "order",
    "ประกาศ": "announcement",
    "รายงานการประชุม": "minutes",
    "ระเบียบวาระ": "agenda",
}

# Every document once with its event, if any. The day is the event's; where it says none, that of publishing.
CANDIDATES = """
    SELECT document.key AS document, event.key AS event,
        coalesce(event.start, event.date_edtf, document.published) AS day
    FROM document
    LEFT JOIN report ON report.document = document.key
    LEFT JOIN event ON event.key = report.event
"""

# What hits are counted by.
FACETS = ("year", "province", "type", "site")


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


@dataclass(frozen=True)
class Results:
    hits: tuple[Hit, ...]
    total: int  # hits that can be paged through
    query: Query
    facets: Mapping[str, tuple[tuple[str, int], ...]]  # name -> (value, hits), most first
    suggestions: tuple[str, ...] = ()  # names like those typed, where a name was not found
    loose: int = 0  # how many of `total` hold only some of what was typed
    full: bool = False  # there are more than can be ranked: the query is best narrowed


@dataclass(frozen=True)
class _Place:
    """One hit before it is filled in."""

    event: int | None
    documents: tuple[int, ...]
    score: float
    loose: bool


def search(
    db: Database,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    sort: str = "relevance",
    **filters: str | int | None,
) -> Results:
    """The hits for whatever was typed, best first, or newest first with `sort="date"`.

    `filters` by the names of CONDITIONS: year and fiscal in Buddhist Era,
    after and before as ISO days. A query of no words lists the newest events.
    """
    meant = understand(query)
    where = _where({**dict(meant.filters), **{name: value for name, value in filters.items() if value}})
    if meant.empty:
        return _newest(db, meant, where, limit, offset)
    found = answer(db, meant, where, period=_period(meant))
    places = _places(db, found, meant, sort)
    shown = places[offset : offset + limit]
    return Results(
        hits=tuple(_fill(db, place, meant) for place in shown),
        total=len(places),
        query=meant,
        facets=_facets(db, places),
        suggestions=tuple(people_like(db, found.missing)),
        loose=sum(place.loose for place in places),
        full=found.full,
    )


def _where(filters: Mapping[str, str | int]) -> Condition:
    """An unknown year or day matches nothing; it is no error."""
    used = {name: value for name, value in filters.items() if name in CONDITIONS}
    if "paper" in used:
        used["paper"] = PAPERS.get(str(used["paper"]), used["paper"])
    if not used:
        return Condition()
    sql = " AND ".join(f"({CONDITIONS[name]})" for name in used)
    bodies = {"bodies": json.dumps(_one_body(str(used["organizer"])))} if "organizer" in used else {}
    return Condition(f"AND rowid IN (SELECT document FROM ({CANDIDATES} WHERE {sql}))", used | bodies)


def _one_body(typed: str) -> list[str]:
    """The normal name of a body, what it was before and what it became: one body in the eyes of who asks."""
    name = normal_name(typed)
    return [name, *(other for other, _ in (*predecessors(name), *successors(name)))]


def _in_papers(where: Condition) -> tuple[Chunk, ...]:
    """The words of the filters that stand in a paper, to be shown in the passage of each hit."""
    return tuple(
        Chunk((str(where.values[name]),)) for name in ("signatory", "resolution") if name in where.values
    )


def _period(query: Query) -> Condition | None:
    """Documents whose event lies in the period that the query names, whether their text says so or not."""
    if query.when is None:
        return None
    sql = 'event.start < :until AND coalesce(event."end", event.start) >= :since'
    since, until = query.when
    return Condition(
        f"AND rowid IN (SELECT document FROM ({CANDIDATES} WHERE {sql}))", {"since": since, "until": until}
    )


def _places(db: Database, found: Answer, query: Query, sort: str) -> list[_Place]:
    """The ranked documents as hits: the documents of one event together, at the place of the best."""
    groups: dict[tuple[int | None, int], list[int]] = {}
    days: dict[tuple[int | None, int], str] = {}
    events = _events(db, found.ranked)
    for key in found.ranked:
        event, page, day = events[key]
        group = (event, 0) if event is not None else (None, page)
        groups.setdefault(group, []).append(key)
        days[group] = max(days.get(group, ""), day or "")
    ranked = {group: max(found.ranked[key] for key in keys) for group, keys in groups.items()}
    order = sorted(groups, key=lambda group: (ranked[group], days[group]), reverse=True)
    if sort == "date":
        order.sort(key=lambda group: days[group], reverse=True)
    return [
        _Place(
            event,
            tuple(sorted(groups[event, page], key=found.ranked.__getitem__, reverse=True)),
            _score(ranked[event, page]),
            ranked[event, page][0] <= 2,
        )
        for event, page in order
    ]


def _score(rank: tuple[int, float]) -> float:
    level, within = rank
    return round(level + max(within, 0.0) / (max(within, 0.0) + 10), 4)


def _events(db: Database, keys: Iterable[int]) -> dict[int, tuple[int | None, int, str | None]]:
    """Of each document its event, the key of its page (or its own), and its day."""
    rows = db.execute(
        """SELECT document.key, min(event.key), coalesce(page.key, document.key),
            coalesce(event.start, event.date_edtf, document.published)
        FROM json_each(?) JOIN document ON document.key = value
        LEFT JOIN document AS page ON page.id = document.parent
        LEFT JOIN report ON report.document = document.key
        LEFT JOIN event ON event.key = report.event
        GROUP BY document.key""",
        [json.dumps(list(keys))],
    ).fetchall()
    return {key: (event, page, day) for key, event, page, day in rows}


def _newest(db: Database, query: Query, where: Condition, limit: int, offset: int) -> Results:
    """The newest events, by the filters alone."""
    condition = where.sql.replace("AND rowid", "WHERE report.document", 1)
    sql = f"""SELECT event.key, NULL, event.start AS day FROM event JOIN report ON report.event = event.key
        {condition} GROUP BY event.key"""
    if OF_DOCUMENTS & where.values.keys():
        sql = _by_papers(condition, where.sql.replace("AND rowid", "AND key", 1))
        query = replace(query, chunks=_in_papers(where))
    found = db.execute(f"{sql} ORDER BY day DESC, 1 DESC, 2 DESC", where.values).fetchall()
    places = [_Place(event, () if paper is None else (paper,), 0.0, False) for event, paper, _ in found]
    shown = places[offset : offset + limit]
    return Results(tuple(_fill(db, place, query) for place in shown), len(places), query, _facets(db, places))


def _by_papers(of_events: str, of_others: str) -> str:
    """Events by the documents that fit, and of the documents that tell of none those that fit."""
    return f"""SELECT event.key, min(report.document), event.start AS day
        FROM event JOIN report ON report.event = event.key {of_events} GROUP BY event.key
        UNION ALL SELECT NULL, key, coalesce(published, first_seen) AS day FROM document
        WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.document = document.key) {of_others}"""


def _fill(db: Database, place: _Place, query: Query) -> Hit:
    sources = _sources(db, place)
    text, title, published = _text(db, sources[0][0])
    event = _row(
        db,
        "SELECT event.*, venue.name AS venue_name FROM event LEFT JOIN venue ON venue.id = event.venue"
        " WHERE event.key = ?",
        place.event,
    )
    named = event.get("title") or title or sources[0][1].url
    after = len(title) if title and text.startswith(title) else 0
    found = passage(text, query, after=after)
    return Hit(
        id=event.get("id") or sources[0][1].id,
        title=named,
        start=event.get("start"),
        end=event.get("end"),
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
    )


def _row(db: Database, sql: str, key: int | None) -> dict[str, Any]:
    return next(iter(db.query(sql, [key])), {}) if key is not None else {}


def _sources(db: Database, place: _Place) -> list[tuple[int, Source]]:
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


def _text(db: Database, key: int) -> tuple[str, str | None, str | None]:
    row = db.execute(
        """SELECT text.text, document.title, document.published FROM document
        LEFT JOIN text ON text.version = document.version WHERE document.key = ?""",
        [key],
    ).fetchone()
    return row[0] or "", row[1], row[2]


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


def _facets(db: Database, places: Sequence[_Place]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Hits by year, province, type and site; of a document that tells of no event, year and site alone."""
    events = json.dumps([place.event for place in places if place.event is not None])
    documents = json.dumps([place.documents[0] for place in places if place.event is None])
    base = """
        SELECT event.start AS day, event.province, event.type,
            (SELECT site FROM document JOIN report ON report.document = document.key
             WHERE report.event = event.key LIMIT 1) AS site
        FROM json_each(:events) JOIN event ON event.key = value
        UNION ALL SELECT document.published, NULL, NULL, document.site
        FROM json_each(:documents) JOIN document ON document.key = value"""
    rows = db.execute(base, {"events": events, "documents": documents}).fetchall()
    counted: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for day, province, kind, site in rows:
        year = str(int(day[:4]) + 543) if day and day[:4].isdigit() else None
        for name, value in {"year": year, "province": province, "type": kind, "site": site}.items():
            if value:
                counted[name][value] = counted[name].get(value, 0) + 1
    return {
        name: tuple(sorted(values.items(), key=lambda item: (-item[1], item[0])))
        for name, values in counted.items()
    }
