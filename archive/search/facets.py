"""By what the hits can be narrowed, how many each choice would leave, and which of them the query names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.fields import province
from archive.search.places import Place
from extractors.thai.bodies import normal_name

# Facet, and filter of conditions.CONDITIONS that it offers, in the order in which they are shown.
# To add one: a line here, its values in `_values`, its label in archive/web/language.py.
FACETS = ("year", "fiscal", "type", "status", "province", "body", "participant", "site")
MOST = 30  # values of a facet
OFFERED = 6  # filters

Counted = Mapping[str, Counter[str]]
Facets = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Offer:
    """A filter that plain words of the query name; nothing is narrowed until it is taken."""

    name: str
    value: str
    hits: int


def count(db: Database, places: Sequence[Place]) -> Counted:
    """Name of a facet -> its values with how many of the hits have each."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for name, value, hits in _values(db, places):
        counted[name][value] += hits
    return counted


def facets(counted: Counted) -> Facets:
    """Name -> (value, hits), most first; years in Buddhist Era, bodies by their normal names."""
    return {
        name: tuple(sorted(values.items(), key=lambda item: (-item[1], item[0]))[:MOST])
        for name, values in counted.items()
    }


def offers(counted: Counted, query: Query, total: int) -> tuple[Offer, ...]:
    """Of the years, provinces, organisers and people of the hits those that the query's words name.

    One that would leave all hits narrows nothing, and is not offered.
    """
    named = {
        "year": {_year(chunk.when[0]) for chunk in query.chunks if chunk.when and not chunk.fiscal},
        "fiscal": {_year(chunk.when[1]) for chunk in query.chunks if chunk.when and chunk.fiscal},
        "province": {
            named_by for chunk in query.chunks for form in chunk.forms if (named_by := province(form))
        },
        "body": {normal_name(form) for chunk in query.chunks for form in chunk.forms},
        "participant": _people(counted["participant"], query),
    }
    found = [
        Offer(name, value, counted[name][value])
        for name, values in named.items()
        for value in values
        if 0 < counted[name][value] < total
    ]
    return tuple(
        sorted(found, key=lambda offer: (FACETS.index(offer.name), -offer.hits, offer.value))[:OFFERED]
    )


def _year(day: str) -> str:
    return str(int(day[:4]) + 543)


def _people(known: Counter[str], query: Query) -> set[str]:
    """Those of whom a given name, a surname or both are typed."""
    typed = {form for chunk in query.chunks for form in chunk.forms}
    together = " ".join(chunk.forms[-1] for chunk in query.chunks)
    return {name for name in known if typed & set(name.split()) or name in typed or name in together}


def _values(db: Database, places: Sequence[Place]) -> Iterator[tuple[str, str, int]]:
    """Name, value, and how many hits have it; a value may come several times."""
    for month, hits in Counter(place.day[:7] for place in places if place.day[:4].isdigit()).items():
        year = int(month[:4]) + 543
        yield "year", str(year), hits
        yield "fiscal", str(year + (month >= f"{month[:4]}-10")), hits
    events = json.dumps([place.event for place in places if place.event is not None])
    documents = json.dumps([key for place in places if place.event is None for key in place.documents[:1]])
    own = zip(*db.execute(_OWN, [events]).fetchall(), strict=True)
    for name, values in zip(_OWN_NAMES, own, strict=False):  # there is no column where there is no row
        yield from ((name, value, hits) for value, hits in Counter(values).items() if value)
    for name, sql in _NAMED.items():
        yield from ((name, value, hits) for value, hits in db.execute(sql, [events]).fetchall() if value)
    for site, hits in db.execute(_SITES, [events, documents]).fetchall():
        yield "site", site, hits


_OWN_NAMES = ("type", "status", "province")
_OWN = "SELECT event.type, status, province FROM json_each(?) AS one JOIN event ON event.key = one.value"
_NAMED = {
    # Grouped by their numbers first: of thousands of rows only the names that are shown are looked up.
    "body": """SELECT name, hits FROM (
        SELECT organization AS id, count(DISTINCT event) AS hits
        FROM json_each(?) AS one JOIN organizer ON event = one.value
        GROUP BY organization ORDER BY hits DESC LIMIT 300
    ) JOIN organization USING (id)""",
    "participant": """SELECT name, hits FROM (
        SELECT person AS id, count(DISTINCT event) AS hits
        FROM json_each(?) AS one JOIN part ON event = one.value
        GROUP BY person ORDER BY hits DESC LIMIT 300
    ) JOIN person USING (id)""",
}
_SITES = """
    SELECT site, count(*) FROM (
        SELECT DISTINCT site, event FROM json_each(?1) AS one JOIN report ON report.event = one.value
            JOIN document ON document.key = report.document
        UNION ALL SELECT site, NULL FROM json_each(?2) AS one JOIN document ON document.key = one.value
    ) GROUP BY site"""
