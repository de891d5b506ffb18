"""One question a module: when, where, who, by whom, what, which kind.

To add a field: write a module with `find(document, facts) -> {path: Found}`,
where `facts` is what the finders above it have found, and add a line here.
Paths are those of the event: "start", "people[0].topic", "organizers[1]".
"""

from __future__ import annotations

from collections.abc import Callable

from extractors.fields import (
    agenda,
    days,
    district,
    kind,
    minutes,
    online,
    organizers,
    people,
    place,
    series,
    title,
)
from extractors.records import Document, Facts, Found

FIELDS: dict[str, Callable[[Document, Facts], dict[str, Found]]] = {
    "days": days.find,
    "place": place.find,
    "district": district.find,
    "people": people.find,
    "title": title.find,
    "minutes": minutes.find,
    "series": series.find,
    "organizers": organizers.find,
    "agenda": agenda.find,
    "online": online.find,
    "kind": kind.find,
}
