"""Who: everyone with a part in the event, their role, post and topic."""

from __future__ import annotations

from extractors.records import Document, Facts, Found


def find(document: Document, facts: Facts) -> dict[str, Found]:
    return {}
