"""When: the event's days and times, and whether they were moved."""

from __future__ import annotations

from extractors.records import Document, Facts, Found


def find(document: Document, facts: Facts) -> dict[str, Found]:
    return {}
