"""What an event page shows, read from the catalogue: each value with the sentence that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from archive import events, officials
from archive.catalogue import one, rows, value
from archive.related import Elsewhere, Related, elsewhere, related
from archive.search import Participant
from archive.search.hits import participants
from archive.web import papers
from archive.web.document_page import DOCUMENT
from archive.web.language import KINDS, LABELS, OFFICIAL, clock, days, named, say
from archive.web.marked import Part, sentence
from extractors.output import facts_json
from extractors.records import Event, Evidence, Person
from extractors.thai.honorifics import addressed


@dataclass(frozen=True)
class Proof:
    parts: Sequence[Part]
    document: str  # id
    offset: int
    page: int | None


@dataclass(frozen=True)
class Row:
    """One value of an event: what it is, what it says, and where that was read."""

    label: str
    value: str
    proofs: tuple[Proof, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # further lines: label, value
    corrected: bool = False
    path: str = ""  # of the value, or of the first of those that it is made of


@dataclass(frozen=True)
class Section:
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class EventPage:
    id: str
    title: str
    event: Event
    sections: tuple[Section, ...]
    title_proofs: tuple[Proof, ...]
    documents: tuple[dict[str, Any], ...]
    papers: tuple[tuple[dict[str, Any], list[papers.Line]], ...]  # those that are official, and what they say
    related: tuple[Related, ...]
    people: tuple[Participant, ...]  # those who spoke or led first
    elsewhere: dict[str, Elsewhere]  # by the path of a row


def event_page(db: Database, id: str, language: str) -> EventPage | None:
    """None where there is no event of that id."""
    event = events.load(db, id)
    if event is None:
        return None
    texts = _texts(db, {place.document for _, place in event.proofs()})
    made = rows(db, "SELECT path FROM correction WHERE event = ? AND undone_at IS NULL", [id])
    corrected = {row["path"] for row in made}
    teller = _Teller(event, texts, corrected, language)
    documents = rows(
        db,
        f"""{DOCUMENT} JOIN report ON report.document = document.key
        JOIN event ON event.key = report.event WHERE event.id = ?1
        ORDER BY document.id <> ?1, document.kind = 'attachment', document.key""",
        [id],
    )
    title = event.title or next((row["title"] for row in documents if row["title"]), None) or id
    told = tuple(
        (row, papers.lines(official, language, papers.TOLD_BY_EVENT))
        for row in documents
        if (official := officials.load(db, row["key"]))
    )
    return EventPage(
        id=id,
        title=title,
        event=event,
        sections=teller.sections(),
        title_proofs=teller.proofs(["title"]),
        documents=tuple(documents),
        papers=told,
        related=tuple(related(db, id)),
        people=participants(db, value(db, "SELECT key FROM event WHERE id = ?", [id])),
        elsewhere=elsewhere(db, id),
    )


def _texts(db: Database, ids: Iterable[str]) -> dict[str, str]:
    sql = "SELECT text FROM text JOIN document ON document.version = text.version WHERE document.id = ?"
    found = ((id, one(db, sql, [id])) for id in ids)
    return {id: row["text"] for id, row in found if row}


class _Teller:
    """The rows of one event in one language; it holds what all of them need."""

    def __init__(self, event: Event, texts: dict[str, str], corrected: set[str], language: str) -> None:
        self.event, self.texts, self.corrected, self.language = event, texts, corrected, language

    def sections(self) -> tuple[Section, ...]:
        found = {
            "when": self._when(),
            "where": self._where(),
            "by_whom": [self._organizer(n, name) for n, name in enumerate(self.event.organizers)],
            "who": [self._person(n, person) for n, person in enumerate(self.event.people)],
            "agenda": self._agenda(),
            "what": self._what(),
        }
        said = {heading: tuple(row for row in rows if row.value) for heading, rows in found.items()}
        return tuple(Section(say(self.language, heading), rows) for heading, rows in said.items() if rows)

    def _when(self) -> list[Row]:
        event, language = self.event, self.language
        runs = " · ".join(days(language, *run) for run in event.days) or days(
            language, event.start, event.end
        )
        clocks = [clock(language, time) for time in (event.time, event.end_time)]
        return [
            self._row("start", runs, ["start", "end", "days"]),
            self._row("date_edtf", "" if event.start else days(language, event.date_edtf), ["date_edtf"]),
            self._row("time", "–".join(filter(None, clocks)), ["time", "end_time"]),
            self._row("lunar_date", event.lunar_date or "", ["lunar_date"]),
            self._row("weekday_conflict", event.weekday_conflict or "", ["weekday_conflict"]),
            self._row("weekday_year", days(language, str(event.weekday_year or "")), ["weekday_year"]),
            self._row(
                "previous_start",
                days(language, event.previous_start, event.previous_end),
                ["previous_start", "previous_end"],
            ),
        ]

    def _where(self) -> list[Row]:
        event = self.event
        venues = [self._row("venue", name, [f"venues[{n}]"]) for n, name in enumerate(event.venues)]
        return [
            *(venues if len(venues) > 1 else [self._row("venue", event.venue or "", ["venue"])]),
            self._row("district", event.district_name or event.district or "", ["district"]),
            self._row("province", event.province or "", ["province"]),
            self._row("country", event.country or "", ["country"]),
            self._row("online", say(self.language, "online") if event.online else "", ["online"]),
            self._row("platform", event.platform or "", ["platform"]),
            self._row("link", event.link or "", ["link"]),
        ]

    def _what(self) -> list[Row]:
        event = self.event
        kinds = {"type": event.type, "phase": event.phase, "status": event.status or ""}
        return [
            *(self._row(name, named(self.language, KINDS, value), [name]) for name, value in kinds.items()),
            self._row("series", event.series or "", ["series"]),
            self._row("number", event.number or "", ["number"]),
            self._row("fiscal_year", str(event.fiscal_year or ""), ["fiscal_year"]),
        ]

    def _person(self, n: int, person: Person) -> Row:
        acting = say(self.language, "acting") if person.acting else ""
        notes = [
            *(("", said) for said in (person.position or "", person.position_full or "", acting)),
            ("", f"“{person.topic}”" if person.topic else ""),
        ]
        row = self._row("people", addressed(person.honorific, person.name), [f"people[{n}]"])
        label = named(self.language, KINDS, person.role)
        return replace(row, label=label, notes=tuple(note for note in notes if note[1]))

    def _organizer(self, n: int, written: str) -> Row:
        """As written; below it the normal name where that is another, and what became of the body."""
        row = self._row("organizers", written, [f"organizers[{n}]"])
        bodies = facts_json(self.event)["organizations"]
        if n >= len(bodies):
            return row
        body = bodies[n]
        notes = [("", body["name"])] if body["name"] != written else []
        for key, links in (("was", body["predecessors"]), ("became", body["successors"])):
            notes += [("", say(self.language, key, **link)) for link in links]
        return replace(row, notes=tuple(notes))

    def _agenda(self) -> list[Row]:
        found = []
        for n, item in enumerate(self.event.agenda):
            times = "–".join(filter(None, (clock(self.language, item.start), clock(self.language, item.end))))
            row = self._row("agenda", item.title, [f"agenda[{n}]"])
            people = (("", ", ".join(item.people)),) if item.people else ()
            number = f"{named(self.language, OFFICIAL, 'business')} {item.number}" if item.number else ""
            found.append(replace(row, label=times or number or row.label, notes=people))
        return found

    def _row(self, name: str, value: str, paths: list[str]) -> Row:
        corrected = any(_under(path, paths) for path in self.corrected)
        label = named(self.language, LABELS, name)
        return Row(label, value, self.proofs(paths), corrected=corrected, path=paths[0])

    def proofs(self, paths: list[str]) -> tuple[Proof, ...]:
        """One proof a line of text: the name, post and topic of a speaker mostly stand in one."""
        places: dict[tuple[str, int], list[Evidence]] = {}
        for path, place in self.event.proofs():
            text = self.texts.get(place.document)
            if _under(path, paths) and text and place.end <= len(text):
                places.setdefault((place.document, text.rfind("\n", 0, place.start)), []).append(place)
        return tuple(self._proof(found) for found in places.values())

    def _proof(self, places: list[Evidence]) -> Proof:
        first = min(places, key=lambda place: place.start)
        spans = sorted({(place.start, place.end) for place in places})
        return Proof(sentence(self.texts[first.document], spans), first.document, first.start, first.page)


def _under(path: str, paths: list[str]) -> bool:
    """
    >>> _under("people[0].topic", ["people[0]"]), _under("people[10]", ["people[1]"])
    (True, False)
    """
    return any(path == head or path.startswith((f"{head}.", f"{head}[")) for head in paths)
