"""By what the hits can be narrowed, how many each choice would leave, and which of them the query names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.days import month_after
from archive.search.fields import province
from archive.search.places import Place
from extractors.thai.bodies import normal_name

# Facet, and filter of conditions.CONDITIONS that it offers, in the order in which they are shown.
# To add one: a line here and in `count`, its label in archive/web/language.py.
FACETS = ("year", "fiscal", "type", "status", "province", "body", "participant", "site")
MOST = 30  # values of a facet
NAMED = 100  # bodies and people whose names are looked up
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
    events = [place.told[0] for place in places]  # all documents of an event tell the same of it
    days = [(n, told.day) for n, place in enumerate(places) for told in place.told]
    return {
        "year": _once((n, _year(day)) for n, day in days),
        "fiscal": _once((n, _fiscal(day)) for n, day in days),
        "month": _once((n, day[:7]) for n, day in days),
        "type": _known(told.type for told in events),
        "status": _known(told.status for told in events),
        "province": _known(told.province for told in events),
        "body": _named(db, "organization", (told.bodies for told in events)),
        "participant": _named(db, "person", (told.people for told in events)),
        "site": _once((n, told.site) for n, place in enumerate(places) for told in place.told),
    }


def _known(values: Iterable[str | None]) -> Counter[str]:
    """Each value with how often it stands there; what is not known is none.

    >>> _known(["a", None, "a", ""])
    Counter({'a': 2})
    """
    counted = Counter(values)
    return Counter({value: hits for value, hits in counted.items() if value})


def _once(pairs: Iterable[tuple[int, str]]) -> Counter[str]:
    """Each value with the number of hits that have it, in one of their documents or in several.

    >>> _once([(1, "a"), (1, "a"), (2, "a"), (3, "")])
    Counter({'a': 2})
    """
    return _known(value for _, value in set(pairs))


def _named(db: Database, table: str, numbers: Iterable[str | None]) -> Counter[str]:
    """By their names, for the most frequent numbers of the table; several have commas between them."""
    counted = _known(",".join(filter(None, numbers)).split(","))
    most = sorted(counted, key=counted.__getitem__, reverse=True)[:NAMED]
    sql = f"SELECT value, name FROM json_each(?) AS one JOIN {table} ON {table}.id = value"
    named = db.execute(sql, [json.dumps(most)]).fetchall()
    return Counter({name: counted[id] for id, name in named})


def choices(counted: Counted) -> Facets:
    """Name -> (value, hits), most first; years in Buddhist Era, bodies by their normal names."""
    return {
        name: tuple(sorted(counted[name].items(), key=lambda item: (-item[1], item[0]))[:MOST])
        for name in FACETS
    }


def offers(counted: Counted, query: Query, total: int) -> tuple[Offer, ...]:
    """Of the years, months, provinces, organisers and people of the hits those that the query's words name.

    One that would leave all hits narrows nothing, and is not offered.
    """
    named = {
        "year": {_year(chunk.when[0]) for chunk in query.chunks if chunk.when and not chunk.fiscal},
        "fiscal": {_year(chunk.when[1]) for chunk in query.chunks if chunk.when and chunk.fiscal},
        "month": {chunk.when[0][:7] for chunk in query.chunks if chunk.when and _is_month(*chunk.when)},
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
        sorted(found, key=lambda offer: (list(named).index(offer.name), -offer.hits, offer.value))[:OFFERED]
    )


def _is_month(first: str, after: str) -> bool:
    """
    >>> [_is_month(*days) for days in (("2020-12", "2021-01"), ("2020-01", "2021-01"))]
    [True, False]
    """
    return first[:7] == after[:7] or month_after(first[:7]) == after


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
