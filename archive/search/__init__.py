"""Search: what was typed in; hits, their number, facets and suggestions out.

A hit is an event with all documents that tell of it, or a document that tells
of none. The rooms, in the order in which they are passed: `query` understands,
`conditions` narrow, `match` finds, `places` order, `facets` count, `hits` and
`snippets` show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlite_utils import Database

from archive.search.asked import Chunk, Query
from archive.search.conditions import CONDITIONS, Condition, in_period, lacking, narrowed
from archive.search.facets import FACETS, Offer, choices, count, offers
from archive.search.hits import Hit, Participant, Source, filled
from archive.search.holders import Holders
from archive.search.keyboard import retyped
from archive.search.match import PHRASE, answer
from archive.search.pieces import people_like, provinces_like
from archive.search.places import COUNTED, grouped, newest, paged, ranked
from archive.search.query import understand
from archive.search.slips import corrected
from extractors.thai.datelines import BANGKOK
from extractors.thai.words import fold

__all__ = ["CONDITIONS", "FACETS", "Hit", "Participant", "Results", "Source", "search"]


@dataclass(frozen=True)
class Results:
    """One page of hits; `next` and `previous` are what to ask for as `page`, None at an end."""

    hits: tuple[Hit, ...]
    total: int  # hits that hold all that was typed
    query: Query
    facets: Mapping[str, tuple[tuple[str, int], ...]]  # name -> (value, hits), most first; of `total`
    offers: tuple[Offer, ...] = ()  # filters that the words typed name
    suggestions: tuple[str, ...] = ()  # queries that may have been meant, where a name was not found
    keyed: tuple[tuple[str, str], ...] = ()  # what was typed by the other language's keys, and what it is
    loose: int = 0  # further hits, behind the others, that hold only some of what was typed
    full: bool = False  # there are more than `total`, which were all that is counted
    unweighed: bool = False  # each word is too common to rank by: the newest come first
    newest: bool = False  # too many to be ranked: the newest are shown, and a sample tells the facets
    counted: int = 0  # hits that the facets were counted over
    next: str | None = None
    previous: str | None = None
    first: int | None = None  # how many hits lie before this page, where they were counted

    @property
    def read_as(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What was typed and stands nowhere, with what was looked for as well."""
        slips = ((chunk.forms[0], chunk.slips) for chunk in self.query.chunks if chunk.slips)
        return (*((typed, (other,)) for typed, other in self.keyed), *slips)


def search(
    db: Database,
    query: str,
    *,
    limit: int = 20,
    page: str | None = None,
    sort: str = "relevance",
    today: date | None = None,
    **filters: str | int | None,
) -> Results:
    """The hits for whatever was typed, best first, or newest first with `sort="date"`.

    `filters` by the names of CONDITIONS: year and fiscal in Buddhist Era,
    after and before as ISO days. `page` is the `next` or `previous` of other
    results; what is none, such as None, gives the first page. `today` is the
    day of whoever asks; None is that of Thailand. A query of no words lists the
    newest events.
    """
    typed, keyed = retyped(db, query)
    meant = understand(typed, today or _today())
    where = narrowed({**dict(meant.filters), **{name: value for name, value in filters.items() if value}})
    if meant.empty:
        listed = _newest(db, meant, where & lacking(meant), limit, page)
        return replace(listed, suggestions=_suggested(db, typed, (), meant))
    held = Holders(db)
    meant = corrected(held, meant)
    found = answer(held, meant, where, period=in_period(meant))
    places = ranked(db, found, meant, sort)
    whole = [place for place in places if not place.loose]
    shown = paged(places, sort, limit, page)
    sample = grouped(db, dict.fromkeys(found.sample, (PHRASE, 0.0)))
    considered = sample or whole or places
    counted = count(db, considered)
    return Results(
        hits=filled(db, shown.places, meant),
        total=found.least or len(whole),
        query=meant,
        facets=choices(counted),
        offers=offers(counted, meant, len(considered)),
        keyed=keyed,
        suggestions=_suggested(db, typed, (*found.missing, *_misspelt(meant)), meant),
        loose=len(places) - len(whole),
        full=found.full,
        unweighed=found.unweighed,
        newest=bool(sample),
        counted=len(considered),
        next=shown.next,
        previous=shown.previous,
        first=shown.first,
    )


def _newest(db: Database, query: Query, where: Condition, limit: int, page: str | None) -> Results:
    """The newest events, by the filters alone."""
    shown, total, counted = newest(db, where, limit, page)
    return Results(
        hits=filled(db, shown.places, replace(query, chunks=_said(where))),
        total=total,
        query=query,
        facets=choices(count(db, counted)),
        full=total == COUNTED,
        counted=len(counted),
        next=shown.next,
        previous=shown.previous,
        first=shown.first,
    )


def _suggested(db: Database, typed: str, missing: Sequence[str], meant: Query) -> tuple[str, ...]:
    """Queries instead: the people, or what was typed with the province, that are spelt almost so."""
    filtered = [str(value) for name, value in meant.filters if name == "province"]
    places = (fold(typed).replace(word, name) for word, name in provinces_like((*missing, *filtered)).items())
    return (*places, *people_like(db, missing))


def _misspelt(query: Query) -> Iterator[str]:
    return (chunk.forms[0] for chunk in query.chunks if chunk.slips)


def _today() -> date:
    return datetime.now(BANGKOK).date()


def _said(where: Condition) -> tuple[Chunk, ...]:
    """The words of the filters that stand in a text, to be shown in the passage of each hit."""
    names = ("signatory", "resolution", "person", "participant", "venue", "organizer", "body")
    return tuple(Chunk((str(where.values[name]),)) for name in names if name in where.values)
