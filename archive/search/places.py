"""The order of the hits: documents of one event together, best or newest first, a page at a time.

A page is asked for by the place of the hit before it (keyset paging): what a
harvest adds meanwhile moves no hit from one page to another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import expm1, log1p
from typing import Any, NamedTuple

from sqlite_utils import Database

from archive.search import exact
from archive.search.asked import Query
from archive.search.close import close
from archive.search.conditions import OF_DOCUMENTS, Condition
from archive.search.match import SOME, Answer

Order = tuple[float | str | int, ...]

WEIGHED = 100  # hits, the best, whose facts are compared with what was typed
READ = 10  # hits, the best of these, whose texts are looked through
COUNTED = 10_000  # hits of such a list that are counted at most
FACETED = 1000  # hits of a list without words that are counted


class Told(NamedTuple):
    """What a document tells of the hit that it belongs to: its row in `hit`."""

    document: int
    event: int | None
    page: int  # its own key, or that of the page it is attached to
    day: str
    site: str
    type: str | None
    status: str | None
    province: str | None
    bodies: str | None  # numbers, with commas between
    people: str | None


class Place(NamedTuple):
    """One hit before it is filled in: an event, or the document `page` that tells of none."""

    event: int | None
    page: int
    told: tuple[Told, ...]  # by its documents, best first
    day: str
    level: int = 0
    rank: float = 0.0
    exact: int = 0  # how much of what was typed the event's own facts are

    @property
    def documents(self) -> tuple[int, ...]:
        return tuple(told.document for told in self.told)

    @property
    def loose(self) -> bool:
        """Whether it holds only some of what was typed."""
        return 0 < self.level <= SOME

    @property
    def weight(self) -> int:
        """bm25 in steps of a sixteenth: of what is less apart the newest comes first."""
        return round(16 * log1p(max(self.rank, 0.0)))

    @property
    def score(self) -> float:
        within = expm1(self.weight / 16) + 10 * self.exact
        return round(self.level + within / (within + 10), 4)

    @property
    def by_relevance(self) -> Order:
        return (self.level, self.exact, self.weight, self.day, self.event or 0, self.page)

    @property
    def by_date(self) -> Order:
        return (not self.loose, self.day, self.level, self.exact, self.rank, self.event or 0, self.page)


@dataclass(frozen=True)
class Page:
    """`next` and `previous` name its neighbours; None at an end."""

    places: Sequence[Place]
    next: str | None = None
    previous: str | None = None
    first: int | None = None  # how many hits lie before it; None where they were not counted


def ranked(db: Database, found: Answer, query: Query, sort: str) -> list[Place]:
    """All hits of an answer in their order."""
    places = grouped(db, found.ranked)
    places.sort(key=lambda place: place.by_relevance, reverse=True)
    if not found.sample:  # the newest of too many stay in their order
        # None of the others weighs more than these.
        for most, weighed in ((WEIGHED, _weighed), (READ, _closest)):
            best = weighed(db, places[:most], query)
            places[:most] = sorted(best, key=lambda place: place.by_relevance, reverse=True)
    return sorted(places, key=_order(sort), reverse=True) if sort == "date" else places


def grouped(db: Database, ranked: Mapping[int, tuple[int, float]]) -> list[Place]:
    """The documents of one event as one hit, in no order."""
    groups: dict[tuple[int | None, int], list[Told]] = {}
    for told in _told(db, list(ranked)):
        group = (None, told.page) if told.event is None else (told.event, 0)
        groups.setdefault(group, []).append(told)
    places = []
    for (event, page), all_told in groups.items():
        all_told.sort(key=lambda told: ranked[told.document], reverse=True)
        day = max(told.day for told in all_told)
        places.append(Place(event, page, tuple(all_told), day, *ranked[all_told[0].document]))
    return places


def paged(places: Sequence[Place], sort: str, limit: int, page: str | None) -> Page:
    """One page of hits that are all there; `page` is the `next` or `previous` of another one."""
    order = _order(sort)
    mark, backward = _unmarked(page)
    if mark is None:
        start = 0
    elif backward:
        start = max(0, sum(order(place) > order(mark) for place in places) - limit)
    else:
        start = sum(order(place) >= order(mark) for place in places)
    shown = places[start : start + limit]
    return _page(shown, start + limit < len(places), start > 0, start)


def newest(db: Database, where: Condition, limit: int, page: str | None) -> tuple[Page, int, list[Place]]:
    """By the filters alone: a page of the newest, how many there are, and the first FACETED of them."""
    listed = _listed(where)
    (total,) = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({listed}) LIMIT {COUNTED})", where.values
    ).fetchone()
    counted = _places(db, f"{listed} ORDER BY day DESC, event DESC, page DESC LIMIT {FACETED}", where.values)
    mark, backward = _unmarked(page)
    if mark is None:
        return paged(counted, "date", limit, None), total, counted
    found = _beyond(db, listed, where, mark, backward, limit + 1)
    shown, more = found[:limit], len(found) > limit
    if backward:
        return _page(shown[::-1], True, more), total, counted
    return _page(shown, more, True), total, counted


def _page(shown: Sequence[Place], has_next: bool, has_previous: bool, first: int | None = None) -> Page:
    if not shown:
        return Page(())
    return Page(
        shown,
        f"n{_marked(shown[-1])}" if has_next else None,
        f"p{_marked(shown[0])}" if has_previous else None,
        first,
    )


def _beyond(
    db: Database, listed: str, where: Condition, mark: Place, backward: bool, limit: int
) -> list[Place]:
    """The hits next to that place, the nearest first."""
    sign, direction = (">", "ASC") if backward else ("<", "DESC")
    columns = ("coalesce(day, '')", "coalesce(event, 0)", "coalesce(page, 0)")
    sql = f"""SELECT * FROM ({listed}) WHERE ({", ".join(columns)}) {sign} (:m_day, :m_event, :m_page)
        ORDER BY {", ".join(f"{column} {direction}" for column in columns)} LIMIT {limit}"""
    place = {"m_day": mark.day, "m_event": mark.event or 0, "m_page": mark.page}
    return _places(db, sql, {**where.values, **place})


def _listed(where: Condition) -> str:
    """Columns event, page, day, documents: those that the filters let through.

    Documents that tell of no event are there only where a filter is one of documents.
    """
    if not where.tests:
        told = "SELECT group_concat(document) FROM report WHERE event = event.key"
        return f"SELECT key AS event, NULL AS page, start AS day, ({told}) AS documents FROM event"
    sql = f"""
        SELECT event.key AS event, NULL AS page, event.start AS day, group_concat(hit.document) AS documents
        FROM hit JOIN event ON event.key = hit.event WHERE {where.listed} GROUP BY event.key"""
    if OF_DOCUMENTS & where.values.keys():
        sql += f"""
        UNION ALL SELECT NULL, document.key, coalesce(document.published, document.first_seen), document.key
        FROM hit JOIN document ON document.key = hit.document WHERE hit.event IS NULL AND {where.listed}"""
    return sql


def _places(db: Database, sql: str, values: dict[str, Any]) -> list[Place]:
    rows = db.execute(sql, values).fetchall()
    keys = [sorted(map(int, str(documents).split(","))) for *_, documents in rows]
    told = {one.document: one for one in _told(db, [key for some in keys for key in some])}
    return [
        Place(event, page or 0, tuple(told[key] for key in some), day or "")
        for (event, page, day, _), some in zip(rows, keys, strict=True)
    ]


def _weighed(db: Database, places: Sequence[Place], query: Query) -> list[Place]:
    """The places with how much of the query their own facts are."""
    told = exact.facts(db, [(place.event, place.told[0].document) for place in places])
    return [
        place._replace(exact=exact.weight(query, facts, place.day, place.event is not None))
        for place, facts in zip(places, told, strict=True)
    ]


def _closest(db: Database, places: Sequence[Place], query: Query) -> list[Place]:
    """The places, of which one weighs more whose best document holds all that was typed close together."""
    keys = [place.told[0].document for place in places if not place.loose]
    near = close(db, query, keys)
    return [place._replace(exact=place.exact + (place.told[0].document in near)) for place in places]


def _order(sort: str) -> Callable[[Place], Order]:
    return (lambda place: place.by_date) if sort == "date" else (lambda place: place.by_relevance)


def _marked(place: Place) -> str:
    """Where a place stands, in both orders, as it is written into an address.

    >>> _marked(Place(7, 0, (), "2020-12-14", 5, 1.25))
    '5~0~1.25~2020-12-14~7~0'
    """
    numbers = (place.level, place.exact, place.rank, place.day, place.event or 0, place.page)
    return "~".join(map(str, numbers))


def _unmarked(page: str | None) -> tuple[Place | None, bool]:
    """The place that a page adjoins, and whether it lies before that; None for what is no mark.

    >>> _unmarked("n5~0~1.25~2020-12-14~7~0")[0].event, _unmarked("p5~0~1.25~~7~0")[1], _unmarked("x")
    (7, True, (None, False))
    """
    direction, text = (page or "")[:1], (page or "")[1:]
    try:
        level, exact, rank, day, event, key = text.split("~")
        place = Place(int(event) or None, int(key), (), day, int(level), float(rank), int(exact))
    except ValueError:
        return None, False
    return place, direction == "p"


def _told(db: Database, keys: Sequence[int]) -> list[Told]:
    rows = db.execute(
        """SELECT document, event, page, coalesce(day, ''), site, hit.type, status, province, bodies, people
        FROM json_each(?) JOIN hit ON document = value""",
        [json.dumps(keys)],
    ).fetchall()
    return list(map(Told._make, rows))
