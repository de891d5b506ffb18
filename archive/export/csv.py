"""CSV for spreadsheets: a table a file, UTF-8 with the mark that Excel needs to see Thai."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from archive.catalogue import rows
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
        event.time, event.end_time, venue.name AS venue, event.district, event.province, event.country,
        event.online, event.status, event.series, event.number, event.fiscal_year,
        (SELECT group_concat(written, '; ') FROM (SELECT written FROM organizer
            WHERE organizer.event = event.key ORDER BY n)) AS organizers,
        (SELECT group_concat(told, '; ') FROM (SELECT trim(coalesce(honorific, '') || person.name)
            || ' (' || role || ')' AS told FROM part JOIN person ON person.id = part.person
            WHERE part.event = event.key ORDER BY n)) AS people,
        document.url
    FROM event LEFT JOIN venue ON venue.id = event.venue LEFT JOIN document ON document.id = event.id
    WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1))
    ORDER BY event.start, event.id"""
TABLES = {
    "events": EVENTS,
    "people": """
        SELECT event.id AS event, n + 1 AS n, honorific, person.name, position, role, topic
        FROM part JOIN event ON event.key = part.event JOIN person ON person.id = part.person
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "organizers": """
        SELECT event.id AS event, n + 1 AS n, written, organization.name, organization.code
        FROM organizer JOIN event ON event.key = organizer.event
        JOIN organization ON organization.id = organizer.organization
        WHERE ?1 IS NULL OR event.id IN (SELECT value FROM json_each(?1)) ORDER BY event.id, n""",
    "agenda": """
        SELECT event.id AS event, n + 1 AS n, agenda_item.start, agenda_item."end", agenda_item.title
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
    names = [column[0] for column in archive.db.execute(sql, [wanted]).description]
    writer = csv.writer(file)
    writer.writerow(names)
    found: Iterable[dict[str, Any]] = rows(archive.db, sql, [wanted])
    if ids is not None:
        place = {id: n for n, id in enumerate(ids)}
        found = sorted(found, key=lambda row: place[row["id"]])
    for row in found:
        writer.writerow([cell(value) for value in row.values()])
