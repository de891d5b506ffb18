"""Where: venue, district, province, country, and online platforms."""

from __future__ import annotations

from extractors.records import Document, Facts, Found


def find(document: Document, facts: Facts) -> dict[str, Found]:
    return {}
