"""The two verbs of the package: bytes to a document, documents to the event they tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields as record_fields
from dataclasses import replace

from extractors import paths
from extractors.errors import UnknownFormat, Unreadable
from extractors.fields import FIELDS, occurrence
from extractors.formats import READERS, media_type, reader
from extractors.formats.media import ZIP
from extractors.official import read_official
from extractors.records import AgendaItem, Capture, Document, Event, Facts, Found, Person, Site
from extractors.scanned import sifted
from extractors.together import combined

# Raise it whenever a reader or a finder gives other values than before:
# `prachum reread` reads again what an older one has read.
EXTRACTOR = "7"


def read_document(capture: Capture, site: Site) -> Document:
    """The capture's text and title, and what an official document says of itself.

    Raises UnknownFormat where there is no reader for its bytes, Unreadable
    where the bytes are not what they claim to be.
    """
    found = media_type(capture)
    if not capture.body and found not in READERS:
        raise Unreadable(capture.url, "expected a document, came not one byte", "truncated")
    if found not in READERS:
        raise UnknownFormat(
            capture.url, f"no reader for {found}; it is kept and can be read once there is one"
        )
    document = reader(found)(capture, site)
    return replace(document, official=read_official(document))


def read_facts(document: Document) -> dict[str, Found] | None:
    """Everything the document says of its event, by path; None where it tells of none."""
    document = document if document.official else replace(document, official=read_official(document))
    facts: dict[str, Found] = {}
    for find in FIELDS.values():
        facts.update(find(document, facts))
    return sifted(document, facts) if occurrence.tells(document, facts) else None


def read_event(documents: Sequence[Document]) -> Event | None:
    """The event that a page and its attachments tell of, the page first; None where they tell of none."""
    told = (
        (document, read_facts(document) or {})
        for document in documents
        if document.media_type != ZIP  # its text is the names of others
    )
    facts, sources = combined(told)
    return as_event(facts, sources) if facts else None


def as_event(facts: Facts, sources: Mapping[str, Document]) -> Event:
    """Facts by path as one event, each value with its evidence."""
    values = paths.assembled(facts)
    known = {field.name for field in record_fields(Event)}
    if unknown := values.keys() - known:
        raise ValueError(f"facts for {sorted(unknown)}, which no event has; expected some of {sorted(known)}")
    for name, record in (("people", Person), ("agenda", AgendaItem)):
        if name in values:
            values[name] = tuple(record(**row) for row in values[name])
    return Event(**values, evidence=paths.evidence(facts, sources))
