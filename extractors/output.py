"""Documents and events as JSON: the shape of `prachum extract` and of every export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from extractors.records import (
    AgendaItem,
    Attendee,
    Business,
    Document,
    Event,
    Evidence,
    Official,
    Person,
    Resolution,
    Signatory,
)
from extractors.thai import register

# The keys in their order: those of the annotation guide, then what the event says besides.
GUIDE = [
    "title",
    "type",
    "phase",
    "start",
    "end",
    "time",
    "end_time",
    "venue",
    "district",
    "province",
    "country",
    "online",
    "organizers",
    "people",
]
BESIDES = [
    "date_edtf",
    "days",
    "lunar_date",
    "weekday_conflict",
    "weekday_year",
    "venues",
    "platform",
    "link",
    "series",
    "number",
    "fiscal_year",
    "status",
    "previous_start",
    "previous_end",
    "district_name",
    "province_code",
    "district_code",
    "organizations",
    "agenda",
]


def document_json(document: Document) -> dict[str, Any]:
    """What `extract` says of the document itself; `quality` is 0 … 1, None where it was not judged."""
    return {
        "title": document.title,
        "media_type": document.media_type,
        "published": document.published,
        "language": document.language,
        "quality": document.quality,
        "official": official_json(document.official) if document.official else None,
        "text": document.text,
    }


def official_json(official: Official) -> dict[str, Any]:
    """What an official document says of itself, with its evidence as an event's."""
    return {**official_facts_json(official), "evidence": evidence_json(official.evidence)}


def official_facts_json(official: Official) -> dict[str, Any]:
    """The same without its evidence."""
    said = asdict(official)
    return {name: _plain(value) for name, value in said.items() if name != "evidence"}


# The lists of an official document, and the record of one entry.
OFFICIAL_ROWS = {
    "signatories": Signatory,
    "present": Attendee,
    "absent": Attendee,
    "attending": Attendee,
    "business": Business,
    "resolutions": Resolution,
}


def official_from_json(said: dict[str, Any]) -> Official:
    """The record of `official_json`. Raises TypeError at an unknown key."""
    values = {name: value for name, value in said.items() if name != "evidence"}
    for name, record in OFFICIAL_ROWS.items():
        values[name] = tuple(record(**row) for row in values.get(name, ()))
    return Official(**values, evidence=_proofs(said))


def event_json(event: Event) -> dict[str, Any]:
    """The event with its evidence: path -> [{document, page, start, end, rule, confidence}]."""
    return {**facts_json(event), "evidence": evidence_json(event.evidence)}


def facts_json(event: Event) -> dict[str, Any]:
    """The event without its evidence."""
    said = asdict(event)
    facts: dict[str, Any] = {name: _plain(said[name]) for name in (*GUIDE, *BESIDES)}
    facts["organizations"] = [_organization(name, code) for name, code in event.organizations]
    return facts


def _organization(name: str, code: str | None) -> dict[str, Any]:
    """Normal name and code, and what the register knows of it besides: what it was before, and became."""
    linked = {"predecessors": register.predecessors(name), "successors": register.successors(name)}
    links = {
        path: [{"name": other, "year": year} for other, year in bodies] for path, bodies in linked.items()
    }
    return {"name": name, "code": code, **links}


def evidence_json(evidence: Mapping[str, tuple[Evidence, ...]]) -> dict[str, list[dict[str, Any]]]:
    """Path -> places, in the order of the paths."""
    keys = ("document", "page", "start", "end", "rule", "confidence")
    return {
        path: [{key: getattr(place, key) for key in keys} for place in places]
        for path, places in evidence.items()
    }


def event_from_json(said: dict[str, Any]) -> Event:
    """The event of `event_json`; what is left out takes its default. Raises TypeError at an unknown key."""
    values = {name: _tuples(value) for name, value in said.items() if name != "evidence"}
    if "people" in values:
        values["people"] = tuple(Person(**person) for person in said["people"])
    if "agenda" in values:
        values["agenda"] = tuple(
            AgendaItem(**{**item, "people": tuple(item.get("people", ()))}) for item in said["agenda"]
        )
    if "organizations" in values:
        values["organizations"] = tuple((body["name"], body["code"]) for body in said["organizations"])
    return Event(**values, evidence=_proofs(said))


def _proofs(said: dict[str, Any]) -> dict[str, tuple[Evidence, ...]]:
    return {
        path: tuple(Evidence(**place) for place in places)
        for path, places in said.get("evidence", {}).items()
    }


def extract_json(
    id: str, document: Document | None, event: Event | None, error: str | None = None
) -> dict[str, Any]:
    """One line of `prachum extract`; `document` is None for a file that cannot be read, `error` says why."""
    line: dict[str, Any] = {
        "id": id,
        "document": document_json(document) if document else None,
        "event": event_json(event) if event else None,
    }
    return line if document else {**line, "error": error}


def _plain(value: Any) -> Any:
    """Tuples as lists, all the way down."""
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
