"""One event from a page and its attachments: what each adds, and which of them tells of something else.

The page's own word wins. What it does not say an attachment completes, and
what it says less precisely (a month for a day, a province for a venue) gives
way. Values that hang together are taken together, from one document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractors import paths
from extractors.records import Document, Facts, Found

# Fields that hang together, the most telling first: a document that has it is preferred to one that has
# the others alone. A field that stands in no group is a group of its own.
GROUPS = (
    ("start", "end", "days", "date_edtf", "lunar_date", "weekday_conflict", "weekday_year"),
    ("venue", "venues", "district", "district_name", "district_code", "province", "province_code", "country"),
    ("time", "end_time"),
    ("organizers", "organizations"),
    ("online", "platform", "link"),
    ("status", "previous_start", "previous_end"),
)
ALIKE = 0.3  # the share of the shorter title's letter pairs that titles of one event have in common at least

_GROUP = {name: group for group in GROUPS for name in group}


def combined(told: Iterable[tuple[Document, Facts]]) -> tuple[dict[str, Found], dict[str, Document]]:
    """The facts of one event by path, and for each the document it was read from; the page comes first."""
    facts: dict[str, Found] = {}
    sources: dict[str, Document] = {}
    for document, said in told:
        if is_other(facts, said):
            continue
        held = _parted(facts)
        for group, part in _parted(said).items():
            known = held.get(group, {})
            if known and not _is_less_precise(group, facts, said):
                continue
            for path in known:
                del facts[path], sources[path]
            facts |= part
            sources |= dict.fromkeys(part, document)
    return facts, sources


def is_other(known: Facts, said: Facts) -> bool:
    """Whether a document tells of another event: of other days, or, where one has none, under another title.

    >>> day = lambda value: {"start": Found(value, 0, 1, "day"), "end": Found(value, 0, 1, "day")}
    >>> is_other(day("2022-06-24"), day("2022-07-24")), is_other(day("2022-06-24"), day("2022-06-24"))
    (True, False)
    """
    if not known or not said:
        return False
    if "start" in known and "start" in said:
        return _value(said, "start") > _last(known) or _value(known, "start") > _last(said)
    month = _value(known, "date_edtf")
    if "start" in said and len(month) == 7 and not _value(said, "start").startswith(month):
        return True
    return "title" in known and "title" in said and not _alike(_value(known, "title"), _value(said, "title"))


def _alike(title: str, other: str) -> bool:
    pairs, others = _pairs(title), _pairs(other)
    return len(pairs & others) >= ALIKE * min(len(pairs), len(others))


def _pairs(title: str) -> set[str]:
    letters = "".join(title.split())
    return {letters[n : n + 2] for n in range(len(letters) - 1)}


def _last(facts: Facts) -> str:
    return _value(facts, "end") or _value(facts, "start")


def _value(facts: Facts, name: str) -> str:
    return str(facts[name].value) if name in facts and facts[name].value is not None else ""


def _parted(said: Facts) -> Mapping[tuple[str, ...], dict[str, Found]]:
    parts: dict[tuple[str, ...], dict[str, Found]] = {}
    for path, found in said.items():
        parts.setdefault(_group(path), {})[path] = found
    return parts


def _group(path: str) -> tuple[str, ...]:
    name = paths.head(path)
    return _GROUP.get(name, (name,))


def _is_less_precise(group: tuple[str, ...], known: Facts, said: Facts) -> bool:
    """Whether what is known lacks the field that tells most, which the document has, and agrees with it."""
    best = group[0]
    if best in known or best not in said or group not in GROUPS[:2]:
        return False
    return all(
        known[name].value == said[name].value
        for name in ("province", "country")
        if name in known and name in said
    )
