"""By what the hits can be narrowed, and how many each choice would leave."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sqlite_utils import Database

from archive.search.places import Place

# Facet, and filter of conditions.CONDITIONS that it offers, in the order in which they are shown.
# To add one: a line here, its values in `_values`, its label in archive/web/language.py.
FACETS = ("year", "fiscal", "type", "status", "province", "body", "participant", "site")
MOST = 30  # values of a facet

Facets = Mapping[str, tuple[tuple[str, int], ...]]


def facets(db: Database, places: Sequence[Place]) -> Facets:
    """Name -> (value, hits), most first; years in Buddhist Era, bodies by their normal names."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for name, value in _values(db, places):
        counted[name][value] += 1
    return {
        name: tuple(sorted(values.items(), key=lambda item: (-item[1], item[0]))[:MOST])
        for name, values in counted.items()
    }


def _values(db: Database, places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """Each value of each hit once."""
    for place in places:
        if place.day[:4].isdigit():
            year = int(place.day[:4]) + 543
            yield "year", str(year)
            yield "fiscal", str(year + (place.day >= f"{place.day[:4]}-10"))
    events = json.dumps([place.event for place in places if place.event is not None])
    for name, sql in _OF_EVENTS.items():
        yield from ((name, value) for (value,) in db.execute(sql, [events]).fetchall() if value)
    documents = json.dumps([key for place in places if place.event is None for key in place.documents[:1]])
    yield from (("site", site) for (site,) in db.execute(_SITES, [events, documents]).fetchall())


_OF_EVENTS = {
    "type": "SELECT event.type FROM json_each(?) JOIN event ON event.key = value",
    "status": "SELECT event.status FROM json_each(?) JOIN event ON event.key = value",
    "province": "SELECT event.province FROM json_each(?) JOIN event ON event.key = value",
    "body": """SELECT organization.name FROM json_each(?) JOIN organizer ON organizer.event = value
        JOIN organization ON organization.id = organizer.organization GROUP BY value, organization.id""",
    "participant": """SELECT person.name FROM json_each(?) JOIN part ON part.event = value
        JOIN person ON person.id = part.person GROUP BY value, person.id""",
}
_SITES = """
    SELECT site FROM json_each(?1) JOIN report ON report.event = value
        JOIN document ON document.key = report.document GROUP BY value, site
    UNION ALL SELECT site FROM json_each(?2) JOIN document ON document.key = value"""
