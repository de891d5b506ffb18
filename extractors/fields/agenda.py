"""The rows of a programme: time, topic, speakers."""

from __future__ import annotations

from extractors.records import Document, Facts, Found


def find(document: Document, facts: Facts) -> dict[str, Found]:
    return {}
