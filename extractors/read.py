"""The two verbs of the package: bytes to a document, documents to the event they tell of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as record_fields
from typing import Any

from extractors.errors import UnknownFormat
from extractors.fields import FIELDS, occurrence
from extractors.formats import READERS, media_type
from extractors.records import AgendaItem, Capture, Document, Event, Evidence, Facts, Found, Person, Site

# Raise it whenever a reader or a finder gives other values than before:
# `prachum reread` reads again what an older one has read.
EXTRACTOR = "1"

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")


def read_document(capture: Capture, site: Site) -> Document:
    """The capture's text and title.

    Raises UnknownFormat where there is no reader for its bytes, Unreadable
    where the bytes are not what they claim to be.
    """
    found = media_type(capture)
    if found not in READERS:
        raise UnknownFormat(
            capture.url, f"no reader for {found}; it is kept and can be read once there is one"
        )
    return READERS[found](capture, site)


def read_facts(document: Document) -> dict[str, Found] | None:
    """Everything the document says of its event, by path; None where it tells of none."""
    facts: dict[str, Found] = {}
    for find in FIELDS.values():
        facts.update(find(document, facts))
    return facts if occurrence.tells(document, facts) else None


def read_event(documents: Sequence[Document]) -> Event | None:
    """The event that a page and its attachments tell of, the page first; None where they tell of none.

    What the page does not say is taken from the first attachment that does;
    lists (people, organizers, agenda) are taken whole from one document.
    """
    facts: dict[str, Found] = {}
    sources: dict[str, Document] = {}
    for document in documents:
        said = read_facts(document) or {}
        known = {_head(path) for path in facts}
        for path, found in said.items():
            if _head(path) not in known:
                facts[path], sources[path] = found, document
    return as_event(facts, sources) if facts else None


def as_event(facts: Facts, sources: Mapping[str, Document]) -> Event:
    """Facts by path as one event, each value with its evidence."""
    values: dict[str, Any] = {}
    for path, found in sorted(facts.items(), key=lambda item: _order(item[0])):
        name, index, attribute = _parts(path)
        if index is None:
            values[name] = found.value
            continue
        rows = values.setdefault(name, {})
        if attribute is None:
            rows[index] = found.value
        else:
            rows.setdefault(index, {})[attribute] = found.value
    for name, rows in values.items():
        if isinstance(rows, dict):
            values[name] = tuple(_row(name, rows[index]) for index in sorted(rows))
    known = {field.name for field in record_fields(Event)}
    if unknown := values.keys() - known:
        raise ValueError(f"facts for {sorted(unknown)}, which no event has; expected some of {sorted(known)}")
    return Event(
        **values, evidence={path: tuple(_evidence(found, sources[path])) for path, found in facts.items()}
    )


def _row(name: str, value: Any) -> Any:
    match name:
        case "people":
            return Person(**value)
        case "agenda":
            return AgendaItem(**value)
    return value


def _evidence(found: Found, document: Document) -> Iterable[Evidence]:
    for start, end in ((found.start, found.end), *found.also):
        yield Evidence(document.id, start, end, found.rule, found.confidence, document.page(start))


def _parts(path: str) -> tuple[str, int | None, str | None]:
    match = _STEP.fullmatch(path)
    if match is None:
        raise ValueError(f"{path!r} is no path; expected 'name', 'name[0]' or 'name[0].attribute'")
    name, index, attribute = match.groups()
    return name, int(index) if index is not None else None, attribute


def _head(path: str) -> str:
    return _parts(path)[0]


def _order(path: str) -> tuple[str, int]:
    name, index, _ = _parts(path)
    return name, index if index is not None else -1
