"""Which kind of event, announced or reported; and whether a document tells of one at all."""

from __future__ import annotations

from extractors.records import Document, Facts, Found


def find(document: Document, facts: Facts) -> dict[str, Found]:
    return {}


def tells(document: Document, facts: Facts) -> bool:
    """Whether the document announces or reports an event; a policy statement, say, does not."""
    return bool(facts)
