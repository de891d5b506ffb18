"""By what the hits can be narrowed, how many each choice would leave, and which of them the query names."""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.fields import province
from archive.search.places import Place
from extractors.thai.bodies import normal_name

# Facet, and filter of conditions.CONDITIONS that it offers, in the order in which they are shown.
# To add one: a line here and in `count`, its label in archive/web/language.py.
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
    hit = {key: n for n, place in enumerate(places) for key in place.documents}
    rows = db.execute(_TOLD, [json.dumps(list(hit))]).fetchall()
    documents, days, types, states, provinces, bodies, people, sites = (
        zip(*rows, strict=True) if rows else ((),) * 8
    )
    hits = [hit[key] for key in documents]
    return {
        "year": _once(hits, map(_year, days)),
        "fiscal": _once(hits, map(_fiscal, days)),
        "type": _once(hits, types),
        "status": _once(hits, states),
        "province": _once(hits, provinces),
        "body": _named(db, "organization", _each(hits, bodies)),
        "participant": _named(db, "person", _each(hits, people)),
        "site": _once(hits, sites),
    }


_TOLD = """SELECT document, coalesce(day, ''), hit.type, status, province, bodies, people, site
    FROM json_each(?) JOIN hit ON document = value"""


def _once(hits: Iterable[int], values: Iterable[str | None]) -> Counter[str]:
    """Each value with the number of hits that have it, in one of their documents or in several.

    >>> _once([1, 1, 2, 3], ["a", "a", "a", None])
    Counter({'a': 2})
    """
    return Counter(value for _, value in set(zip(hits, values, strict=True)) if value)


def _each(hits: Iterable[int], values: Iterable[str | None]) -> Counter[str]:
    """The same of values that are several, with commas between."""
    pairs = [(n, value) for n, some in zip(hits, values, strict=True) if some for value in some.split(",")]
    return Counter(value for _, value in set(pairs))


def _named(db: Database, table: str, counted: Counter[str]) -> Counter[str]:
    """By their names, for the most frequent numbers of the table."""
    most = heapq.nsmallest(NAMED, counted, key=lambda id: (-counted[id], int(id)))
    sql = f"SELECT value, name FROM json_each(?) AS one JOIN {table} ON {table}.id = value"
    named = db.execute(sql, [json.dumps(most)]).fetchall()
    return Counter({name: counted[id] for id, name in named})


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


@lru_cache(4096)
def _year(day: str) -> str:
    """In Buddhist Era; "" of a day that is unknown."""
    return str(int(day[:4]) + 543) if day[:4].isdigit() else ""


@lru_cache(4096)
def _fiscal(day: str) -> str:
    """The fiscal year, which begins in October of the year before it.

    >>> _fiscal("2020-09-30"), _fiscal("2020-10-01")
    ('2563', '2564')
    """
    year = _year(day)
    return str(int(year) + 1) if year and day[5:7] >= "10" else year


def _people(known: Counter[str], query: Query) -> set[str]:
    """Those of whom a given name, a surname or both are typed."""
    typed = {form for chunk in query.chunks for form in chunk.forms}
    together = " ".join(chunk.forms[-1] for chunk in query.chunks)
    return {name for name in known if typed & set(name.split()) or name in typed or name in together}
