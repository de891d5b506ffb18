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
NAMED = 300  # bodies and people whose names are looked up
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


def choices(counted: Counted) -> Facets:
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
    for name, (told, names) in _NAMED.items():
        counted = {int(id): hits for id, hits in _counted(db, told, [events]).items()}
        most = sorted(counted, key=lambda id: (-counted[id], id))[:NAMED]
        known = db.execute(names, [json.dumps(most)]).fetchall()
        yield from ((name, value, counted[id]) for id, value in known if value)
    for site, hits in _counted(db, _SITES, [events, documents]).items():
        yield "site", site, hits


def _counted(db: Database, told: str, values: Sequence[str]) -> Counter[str]:
    """What is told of the hits -> how many of them it is told of; `told` gives pairs of hit and value.

    All pairs come as one text: to fetch thousands of rows takes three times as long.
    """
    (pairs,) = db.execute(
        f"SELECT group_concat(hit || ' ' || value, char(10)) FROM ({told})", values
    ).fetchone()
    return Counter(pair.partition(" ")[2] for pair in set((pairs or "").split("\n")) if pair)


_OWN_NAMES = ("type", "status", "province")
_OWN = "SELECT event.type, status, province FROM json_each(?) AS one JOIN event ON event.key = one.value"
# What is told of an event by number, and the names of these, which are looked up for the most frequent.
_NAMED = {
    "body": (
        "SELECT event AS hit, organization AS value"
        " FROM json_each(?) AS one JOIN organizer ON event = one.value",
        "SELECT organization.id, name FROM json_each(?) AS one"
        " JOIN organization ON organization.id = one.value",
    ),
    "participant": (
        "SELECT event AS hit, person AS value FROM json_each(?) AS one JOIN part ON event = one.value",
        "SELECT person.id, name FROM json_each(?) AS one JOIN person ON person.id = one.value",
    ),
}
_SITES = """
    SELECT 'event' || report.event AS hit, site AS value FROM json_each(?1) AS one
        JOIN report ON report.event = one.value JOIN document ON document.key = report.document
    UNION ALL SELECT 'page' || document.key, site
        FROM json_each(?2) AS one JOIN document ON document.key = one.value"""
