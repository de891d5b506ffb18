"""CSV for spreadsheets: a table a file, UTF-8 with the mark that Excel needs to see Thai."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from archive.store import Archive

# Excel takes a file for UTF-8 only where it begins with a byte order mark.
ENCODING = "utf-8-sig"

# A cell that begins with one of these would be run as a formula by a
# spreadsheet, also in the wide forms of an Asian keyboard.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# The tables, a file each. `?1` is a JSON list of event ids, or NULL for all.
# To add one: a line here; its columns are those of the query.
EVENTS = """
    SELECT event.id, event.title, event.type, event.phase, event.start, event."end", event.date_edtf,
        facts ->> 'lunar_date' AS lunar_date, facts ->> 'weekday_conflict' AS weekday_conflict,
        facts ->> 'weekday_year' AS weekday_year,
        event.time, event.end_time, venue.name AS venue, event.district, event.province, event.country,
        facts ->> 'district_name' AS district_name, facts ->> 'district_code' AS district_code,
        facts ->> 'province_code' AS province_code, event.online, facts ->> 'platform' AS platform,
        facts ->> 'link' AS link, event.status, facts ->> 'previous_start' AS previous_start,
        facts ->> 'previous_end' AS previous_end, event.series, event.number, event.fiscal_year,
        (SELECT group_concat(written, '; ') FROM (SELECT written FROM organizer
            WHERE organizer.event = event.key ORDER BY n)) AS organizers,
        (SELECT group_concat(told, '; ') FROM (SELECT trim(coalesce(honorific, '') || person.name)
            || ' (' || role || ')' AS told FROM part JOIN person ON person.id = part.person
            WHERE part.event = event.key ORDER BY n)) AS people,
        document.url
    FROM event LEFT JOIN venue ON venue.id = event.venue LEFT JOIN document ON document.id = event.id
    WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1))
    ORDER BY event.start, event.id"""
# Documents that tell of one of those events.
OF_EVENTS = """(?1 IS NULL OR EXISTS (SELECT 1 FROM report JOIN event ON event.key = report.event
            WHERE report.document = document.key AND event.id IN (SELECT value FROM json_each(?1))))"""
TABLES = {
    "events": EVENTS,
    "people": """
        SELECT event.id AS event, n + 1 AS n, honorific, person.name,
            one.value ->> 'given' AS given, one.value ->> 'surname' AS surname, one.value ->> 'rank' AS rank,
            position, one.value ->> 'position_full' AS position_full, one.value ->> 'acting' AS acting, role,
            topic
        FROM part JOIN event ON event.key = part.event JOIN person ON person.id = part.person
        JOIN json_each(event.facts, '$.people') AS one ON one.key = n
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "organizers": """
        SELECT event.id AS event, n + 1 AS n, written, organization.name, organization.code,
            (SELECT group_concat((one.value ->> 'name') || ' (' || (one.value ->> 'year') || ')', '; ')
                FROM json_each(facts, '$.organizations[' || n || '].predecessors') AS one) AS predecessors,
            (SELECT group_concat((one.value ->> 'name') || ' (' || (one.value ->> 'year') || ')', '; ')
                FROM json_each(facts, '$.organizations[' || n || '].successors') AS one) AS successors
        FROM organizer JOIN event ON event.key = organizer.event
        JOIN organization ON organization.id = organizer.organization
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "agenda": """
        SELECT event.id AS event, n + 1 AS n, agenda_item.number, agenda_item.start, agenda_item."end",
            agenda_item.title,
            (SELECT group_concat(value, '; ') FROM json_each(agenda_item.people)) AS people
        FROM agenda_item JOIN event ON event.key = agenda_item.event
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "documents": """
        SELECT document.id, event.id AS event, document.kind, document.parent, site.name AS site,
            document.url, document.title, document.published, document.media_type, document.language,
            document.first_seen, document.last_seen, document.gone_at, version.n AS version,
            version.quality, version.needs_ocr, version.text_sha256
        FROM document JOIN site ON site.id = document.site
        LEFT JOIN version ON version.id = document.version
        LEFT JOIN report ON report.document = document.key LEFT JOIN event ON event.key = report.event
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY document.id, event.id""",
    "days": """
        SELECT event.id AS event, one.key + 1 AS n, one.value ->> 0 AS start, one.value ->> 1 AS "end"
        FROM event JOIN json_each(event.facts, '$.days') AS one
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "venues": """
        SELECT event.id AS event, one.key + 1 AS n, one.value AS venue
        FROM event JOIN json_each(event.facts, '$.venues') AS one
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    # What official documents say of themselves.
    "official": f"""
        SELECT document.id AS document, official.kind, number, subject, issuer, addressee, date, reply_by,
            (SELECT group_concat(coalesce(one.value ->> 'honorific', '') || (one.value ->> 'name'), '; ')
                FROM json_each(facts, '$.signatories') AS one) AS signatories,
            started, closed, document.url
        FROM official JOIN document ON document.key = official.document
        WHERE {OF_EVENTS} ORDER BY document.id""",
    "attendance": f"""
        SELECT document.id AS document, list.key AS list, one.key + 1 AS n,
            one.value ->> 'honorific' AS honorific, one.value ->> 'name' AS name,
            one.value ->> 'position' AS position, one.value ->> 'duty' AS duty, one.value ->> 'note' AS note
        FROM official JOIN document ON document.key = official.document
        JOIN json_each(facts) AS list ON list.key IN ('present', 'absent', 'attending')
        JOIN json_each(list.value) AS one
        WHERE {OF_EVENTS} ORDER BY document.id, list.key, n""",
    "resolutions": f"""
        SELECT document.id AS document, one.key + 1 AS n, one.value ->> 'item' AS item,
            one.value ->> 'text' AS text
        FROM official JOIN document ON document.key = official.document
        JOIN json_each(facts, '$.resolutions') AS one
        WHERE {OF_EVENTS} ORDER BY document.id, n""",
    "official_evidence": f"""
        SELECT document.id AS document, path, page, of.start, of."end",
            substr(text.text, of.start + 1, of."end" - of.start) AS text, rule, confidence
        FROM official_evidence AS of JOIN document ON document.key = of.document
        JOIN text ON text.version = document.version
        WHERE {OF_EVENTS} ORDER BY document.id, path, of.id""",
    "evidence": """
        SELECT event.id AS event, evidence.path, document.id AS document, evidence.page, evidence.start,
            evidence."end", substr(text.text, evidence.start + 1, evidence."end" - evidence.start) AS text,
            evidence.rule, evidence.confidence
        FROM evidence JOIN event ON event.key = evidence.event
        JOIN document ON document.key = evidence.document JOIN text ON text.version = document.version
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1))
        ORDER BY event.id, evidence.path, evidence.id""",
}


def write(archive: Archive, folder: Path) -> list[Path]:
    """A file for each of TABLES."""
    paths = []
    for name, sql in TABLES.items():
        path = folder / f"{name}.csv"
        with open(path, "w", encoding=ENCODING, newline="") as file:
            _table(file, archive, sql, None)
        paths.append(path)
    return paths


def text(archive: Archive, ids: Sequence[str]) -> str:
    """The table `events` of those events, in their order; to be sent as ENCODING."""
    out = io.StringIO(newline="")
    _table(out, archive, EVENTS, ids)
    return out.getvalue()


def cell(value: Any) -> Any:
    """A value as a spreadsheet may have it: none empty, no text taken for a formula.

    >>> cell("=cmd|' /C calc'!A0"), cell("ประชุมครู"), cell(-1), cell(None)
    ("'=cmd|' /C calc'!A0", 'ประชุมครู', -1, '')
    """
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _table(file: TextIO, archive: Archive, sql: str, ids: Sequence[str] | None) -> None:
    wanted = None if ids is None else json.dumps(list(ids))
    cursor = archive.db.execute(sql, [wanted])
    writer = csv.writer(file)
    writer.writerow(column[0] for column in cursor.description)
    found: Iterable[Sequence[Any]] = cursor  # row by row: `evidence` alone may be larger than memory
    if ids is not None:
        place = {id: n for n, id in enumerate(ids)}
        found = sorted(cursor, key=lambda row: place[row[0]])
    writer.writerows(map(cell, row) for row in found)
