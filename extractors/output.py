"""Documents and events as JSON: the shape of `prachum extract` and of every export."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from extractors.records import AgendaItem, Document, Event, Evidence, Person

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
    "weekday_conflict",
    "venues",
    "platform",
    "link",
    "series",
    "number",
    "fiscal_year",
    "status",
    "previous_start",
    "previous_end",
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
        "text": document.text,
    }


def event_json(event: Event) -> dict[str, Any]:
    """The event with its evidence: path -> [{document, page, start, end, rule, confidence}]."""
    return {**facts_json(event), "evidence": evidence_json(event)}


def facts_json(event: Event) -> dict[str, Any]:
    """The event without its evidence."""
    said = asdict(event)
    facts: dict[str, Any] = {name: _plain(said[name]) for name in (*GUIDE, *BESIDES)}
    facts["organizations"] = [{"name": name, "code": code} for name, code in event.organizations]
    return facts


def evidence_json(event: Event) -> dict[str, list[dict[str, Any]]]:
    """Path -> places, in the order of the paths."""
    keys = ("document", "page", "start", "end", "rule", "confidence")
    return {
        path: [{key: getattr(place, key) for key in keys} for place in places]
        for path, places in event.evidence.items()
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
    evidence = {
        path: tuple(Evidence(**place) for place in places)
        for path, places in said.get("evidence", {}).items()
    }
    return Event(**values, evidence=evidence)


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
