"""What hits can be narrowed by: each filter as an SQL condition on documents and their events."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.search.query import Query
from extractors.thai.bodies import normal_name
from extractors.thai.register import predecessors, successors

# Name of a filter -> its condition on `document`, `event` and `day` of CANDIDATES.
# To add one: a line here, and its names in archive.search.query.FIELDS.
CONDITIONS = {
    "year": "substr(day, 1, 4) = CAST(:year - 543 AS TEXT)",
    "fiscal": "day >= CAST(:fiscal - 544 AS TEXT) || '-10' AND day < CAST(:fiscal - 543 AS TEXT) || '-10'",
    "after": "day >= :after",
    "before": "day < :before",
    "province": "event.province = :province",
    "type": "event.type = :type",
    "status": "event.status = :status",
    "site": "document.site = :site",
    "venue": "instr((SELECT name FROM venue WHERE id = event.venue), :venue)",
    "organizer": """EXISTS (SELECT 1 FROM organizer JOIN organization ON organization.id = organization
        WHERE event = event.key AND (instr(written, :organizer) OR instr(organization.name, :organizer)
            OR organization.name IN (SELECT value FROM json_each(:bodies))))""",
    "body": """EXISTS (SELECT 1 FROM organizer JOIN organization ON organization.id = organization
        WHERE event = event.key AND organization.name = :body)""",
    "person": """EXISTS (SELECT 1 FROM part JOIN person ON person.id = person
        WHERE event = event.key AND instr(person.name, :person))""",
    "participant": """EXISTS (SELECT 1 FROM part JOIN person ON person.id = person
        WHERE event = event.key AND person.name = :participant)""",
    "letter": """EXISTS (SELECT 1 FROM official WHERE official.document = document.key
        AND instr(replace(number, ' ', ''), replace(:letter, ' ', '')))""",
    "signatory": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.signatories') AS one
        WHERE official.document = document.key AND instr(one.value ->> 'name', :signatory))""",
    "resolution": """EXISTS (SELECT 1 FROM official, json_each(facts, '$.resolutions') AS one
        WHERE official.document = document.key AND instr(one.value ->> 'text', :resolution))""",
    "paper": """EXISTS (SELECT 1 FROM official
        WHERE official.document = document.key AND official.kind = :paper)""",
}
# What a document says of itself, also where it tells of no event.
OF_DOCUMENTS = {"letter", "signatory", "resolution", "paper"}
# The kinds of official documents as people type them. To add one: a line.
PAPERS = {
    "หนังสือ": "letter",
    "บันทึกข้อความ": "memorandum",
    "คำสั่ง": "order",
    "ประกาศ": "announcement",
    "รายงานการประชุม": "minutes",
    "ระเบียบวาระ": "agenda",
}

# Every document once with its event, if any. The day is the event's; where it says none, that of publishing.
CANDIDATES = """
    SELECT document.key AS document, event.key AS event,
        coalesce(event.start, event.date_edtf, document.published) AS day
    FROM document
    LEFT JOIN report ON report.document = document.key
    LEFT JOIN event ON event.key = report.event
"""


@dataclass(frozen=True)
class Condition:
    """An SQL condition on document keys (`rowid`) and its values; of no SQL: every document."""

    sql: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def __and__(self, other: Condition) -> Condition:
        return Condition(f"{self.sql} {other.sql}", {**self.values, **other.values})

    def on(self, column: str) -> str:
        """The SQL, on that column."""
        return self.sql.replace("AND rowid", f"AND {column}")


def narrowed(filters: Mapping[str, str | int]) -> Condition:
    """The documents that all filters let through. An unknown year or day matches nothing; it is no error."""
    used = {name: value for name, value in filters.items() if name in CONDITIONS}
    if "paper" in used:
        used["paper"] = PAPERS.get(str(used["paper"]), used["paper"])
    if not used:
        return Condition()
    sql = " AND ".join(f"({CONDITIONS[name]})" for name in used)
    bodies = {"bodies": json.dumps(_one_body(str(used["organizer"])))} if "organizer" in used else {}
    return Condition(f"AND rowid IN (SELECT document FROM ({CANDIDATES} WHERE {sql}))", used | bodies)


def in_period(query: Query) -> Condition | None:
    """Documents whose event lies in the period that the query names, whether their text says so or not."""
    if query.when is None:
        return None
    sql = 'event.start < :until AND coalesce(event."end", event.start) >= :since'
    since, until = query.when
    return Condition(
        f"AND rowid IN (SELECT document FROM ({CANDIDATES} WHERE {sql}))", {"since": since, "until": until}
    )


def _one_body(typed: str) -> list[str]:
    """The normal name of a body, what it was before and what it became: one body in the eyes of who asks."""
    name = normal_name(typed)
    return [name, *(other for other, _ in (*predecessors(name), *successors(name)))]
