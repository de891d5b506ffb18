"""What holds only some of what was typed: of that as much as possible, and of that the rarest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlite_utils import Database

from archive.search.asked import Query
from archive.search.conditions import Condition
from archive.search.expressions import both, but, loose_words, phrases, quoted
from archive.search.families import let_through
from archive.search.holders import Holders, holding
from archive.search.lengths import lengths
from extractors.thai.words import BREAK

MANY = 600  # documents whose titles are read
BEST = 100  # of them, in which what is common is looked for; it finds none by itself
COMMON = 1.0  # what it weighs in a title
TITLE = 0.5  # of its weight, for what stands in the title too
LONG = 10_000  # words; a text of so many holds much, and weighs half

_TITLES = "SELECT words.id, words.title FROM json_each(?) AS one JOIN words ON words.id = one.value"

Things = Mapping[str, Sequence[str]]  # what is looked for, in the language of FTS5 and in its forms


def some_of(held: Holders, query: Query, where: Condition) -> dict[int, float]:
    """Documents that hold any of the chunks or their words, best first, with what these weigh together.

    Each weighs as in bm25 by how few documents hold it, but not by how often one does: bm25 reads every
    word's places in all of them, which takes ten times as long, and found no better. Empty where all
    is common.
    """
    whole = {phrases(chunk): chunk.forms for chunk in query.chunks}
    every = whole | {quoted(word): (word,) for chunk in query.chunks for word in loose_words(chunk)}
    holders = {match: _holders(held, match, query, where) for match in every}
    rarity = {match: held.rarity(match) for match in every}
    found: dict[int, float] = defaultdict(float)
    for match, keys in holders.items():
        for key in keys or ():
            found[key] += rarity[match]
    telling = [match for match, keys in holders.items() if keys is None or keys]
    many = _best(found, MANY)
    for key, title in _titles(held.db, many):
        titled = (match for match in telling if _stands(every[match], title))
        many[key] += sum(TITLE * rarity[match] if holders[match] else COMMON for match in titled)
    best = _best(many, BEST)
    for match in whole:
        if holders[match] is None:
            for key in holding(held.db, match, best):
                best[key] += rarity[match]
    return weighed(held, {}, best)


def weighed(held: Holders, things: Things, found: Mapping[int, float]) -> dict[int, float]:
    """The documents, best first, with what they hold: it weighs more in a title, and less in a long text."""
    words = lengths(held.db, found)
    forms = [(held.rarity(match), things[match]) for match in things]
    weights = {}
    for key, title in _titles(held.db, found):
        titled = sum(rarity for rarity, written in forms if _stands(written, title))
        weights[key] = (found[key] + TITLE * titled) / (1 + words[key] / LONG)
    return dict(sorted(weights.items(), key=lambda one: -one[1]))


def _best(found: Mapping[int, float], most: int) -> dict[int, float]:
    """Those that weigh most; of what weighs the same, the last harvested."""
    return dict(sorted(found.items(), key=lambda one: (-one[1], -one[0]))[:most])


def _holders(held: Holders, match: str, query: Query, where: Condition) -> Collection[int] | None:
    """The documents that match, and hold what is required; None where there are more than FEW."""
    must = [phrases(chunk) for chunk in query.chunks if chunk.required]
    keys = held.few(but(both(must, match), query))
    return let_through(held.db, keys, where) if keys and where.tests else keys


def _titles(db: Database, keys: Iterable[int]) -> Iterator[tuple[int, str]]:
    for key, title in db.execute(_TITLES, [json.dumps(list(keys))]).fetchall():
        yield key, title.replace(BREAK, "").lower()


def _stands(forms: Iterable[str], title: str) -> bool:
    return any(form.lower() in title for form in forms)
