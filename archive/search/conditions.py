"""What hits can be narrowed by: each filter as an SQL condition on the row that a document has in `hit`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive import quality
from archive.search.asked import Query
from archive.search.expressions import phrases
from extractors.thai.bodies import normal_name
from extractors.thai.register import predecessors, successors

# Name of a filter -> its test of `hit`.
# To add one: a line here, and its names in archive.search.fields.FIELDS.
CONDITIONS = {
    "year": "hit.day >= CAST(:year - 543 AS TEXT) AND hit.day < CAST(:year - 542 AS TEXT)",
    "fiscal": "hit.day >= (:fiscal - 544) || '-10' AND hit.day < (:fiscal - 543) || '-10'",
    "month": "hit.day >= :month AND hit.day < :month || '~'",  # '2020-12', which its days begin with
    "after": "hit.day >= :after",
    "before": "hit.day < :before",
    "province": "hit.province = :province",
    "type": "hit.type = :type",
    "status": "hit.status = :status",
    "site": """hit.site IN (SELECT id FROM site WHERE id = :site
        OR instr(name, :site) AND NOT EXISTS (SELECT 1 FROM site WHERE id = :site))""",
    "venue": """instr((SELECT name FROM event JOIN venue ON venue.id = venue
        WHERE event.key = hit.event), :venue)""",
    "organizer": """EXISTS (SELECT 1 FROM organizer JOIN organization ON organization.id = organization
        WHERE organizer.event = hit.event AND (instr(written, :organizer) OR instr(name, :organizer)
            OR name IN (SELECT value FROM json_each(:bodies))))""",
    "body": """EXISTS (SELECT 1 FROM organizer JOIN organization ON organization.id = organization
        WHERE organizer.event = hit.event AND organization.name = :body)""",
    "person": """EXISTS (SELECT 1 FROM part JOIN person ON person.id = person
        WHERE part.event = hit.event AND instr(person.name, :person))""",
    "participant": """EXISTS (SELECT 1 FROM part JOIN person ON person.id = person
        WHERE part.event = hit.event AND person.name = :participant)""",
    "letter": """EXISTS (SELECT 1 FROM official WHERE official.document = hit.document
        AND instr(replace(number, ' ', ''), replace(:letter, ' ', '')))""",
    "signatory": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.signatories') AS one
        WHERE official.document = hit.document AND instr(one.value ->> 'name', :signatory))""",
    "resolution": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.resolutions') AS one
        WHERE official.document = hit.document AND instr(one.value ->> 'text', :resolution))""",
    "paper": """EXISTS (SELECT 1 FROM official
        WHERE official.document = hit.document AND official.kind = :paper)""",
    "quality": " OR ".join(
        f"(:quality = '{name}' AND {quality.condition(test)})" for name, test in quality.TESTS.items()
    ),
}
# The same test where all that pass it are listed: it begins at the index of the name, not at each `hit`.
# To add one: a line, where an index leads from the value to its events.
LISTED = {
    CONDITIONS["body"]: """hit.event IN (SELECT organizer.event FROM organization
        JOIN organizer ON organizer.organization = organization.id WHERE organization.name = :body)""",
    CONDITIONS["person"]: """hit.event IN (SELECT part.event FROM person
        JOIN part ON part.person = person.id WHERE instr(person.name, :person))""",
    CONDITIONS["participant"]: """hit.event IN (SELECT part.event FROM person
        JOIN part ON part.person = person.id WHERE person.name = :participant)""",
}
# What a document says of itself, also where it tells of no event.
OF_DOCUMENTS = {"letter", "signatory", "resolution", "paper", "quality"}


@dataclass(frozen=True)
class Condition:
    """What documents must be, as SQL tests of `hit`, and the values in them; of no tests: any."""

    tests: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)

    def __and__(self, other: Condition) -> Condition:
        return Condition(self.tests + other.tests, {**self.values, **other.values})

    def of(self, row: str) -> str:
        """The condition on one document whose key is that column: " AND …", or nothing."""
        if not self.tests:
            return ""
        return f" AND EXISTS (SELECT 1 FROM hit WHERE hit.document = {row} AND {self})"

    def among(self, row: str) -> str:
        """The same where so many documents are asked that those which are let through are listed once."""
        return f" AND +{row} IN (SELECT document FROM hit WHERE {self.listed})" if self.tests else ""

    @property
    def listed(self) -> str:
        """The condition where all that it lets through are listed."""
        return " AND ".join(f"({LISTED.get(test, test)})" for test in self.tests) or "true"

    def __str__(self) -> str:
        return " AND ".join(f"({test})" for test in self.tests) or "true"


def narrowed(filters: Mapping[str, str | int]) -> Condition:
    """The documents that all filters let through. An unknown year or day matches nothing; it is no error."""
    used = {name: value for name, value in filters.items() if name in CONDITIONS}
    bodies = {"bodies": json.dumps(_one_body(str(used["organizer"])))} if "organizer" in used else {}
    return Condition(tuple(CONDITIONS[name] for name in used), used | bodies)


def days_of(where: Condition) -> tuple[str, str]:
    """The days [since, until) outside of which the filters let nothing through, for an index to begin at.

    >>> days_of(narrowed({"year": 2563, "after": "2020-06-01"}))
    ('2020-06-01', '2021')
    >>> days_of(narrowed({"fiscal": 2564}))
    ('2020-10', '2021-10')
    """
    values = where.values
    since, until = [""], ["9999-99"]
    if "year" in values:
        year = int(values["year"]) - 543
        since, until = [*since, f"{year:04}"], [*until, f"{year + 1:04}"]
    if "fiscal" in values:
        year = int(values["fiscal"]) - 543
        since, until = [*since, f"{year - 1:04}-10"], [*until, f"{year:04}-10"]
    if "month" in values:
        since, until = [*since, str(values["month"])], [*until, f"{values['month']}~"]
    return max([*since, str(values.get("after", ""))]), min([*until, str(values.get("before", "9999-99"))])


def in_period(query: Query) -> Condition | None:
    """Documents whose event lies in the period that the query names, whether their text says so or not."""
    if query.when is None:
        return None
    since, until = query.when
    # An event of more than a year is none; without that bound every earlier one would have to be looked at.
    values = {"begins": since, "ends": until, "earliest": f"{int(since[:4]) - 1}{since[4:]}"}
    test = "hit.day >= :earliest AND hit.day < :ends AND hit.until >= :begins"
    return Condition((test,), values)


def lacking(query: Query) -> Condition:
    """The documents that hold nothing of what is to be left out, where nothing else is asked."""
    if not query.without:
        return Condition()
    test = "hit.document NOT IN (SELECT rowid FROM words_fts WHERE words_fts MATCH :without)"
    return Condition((test,), {"without": " OR ".join(map(phrases, query.without))})


def _one_body(typed: str) -> list[str]:
    """The normal name of a body, what it was before and what it became: one body in the eyes of who asks."""
    name = normal_name(typed)
    return [name, *(other for other, _ in (*predecessors(name), *successors(name)))]
