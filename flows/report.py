"""What a run found, for the archivist: as a table of Prefect's, and on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]

# Column of run_site -> its heading. To add one: a column in archive/schema.py and a line here.
COLUMNS = {
    "found": "found",
    "new": "new",
    "changed": "changed",
    "unchanged": "unchanged",
    "needs_ocr": "needs OCR",
    "failed": "failed",
}


def as_artifact(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows for Prefect's table artifact, a line a site."""
    return [
        {"site": row["site"], **{heading: row[column] for column, heading in COLUMNS.items()}}
        | {"requests": row["requests"], "bytes": row["bytes"], "message": row["message"] or ""}
        for row in rows
    ]


def lost(rows: Sequence[Row]) -> list[Row]:
    """The sites of which nothing came but failures."""
    return [row for row in rows if row["failed"] and not (row["new"] or row["changed"] or row["unchanged"])]


def outcome(rows: Sequence[Row]) -> str:
    """How the run ended: done, partly (some failed, the rest is kept), failed (nothing came of it)."""
    if not any(row["failed"] for row in rows):
        return "done"
    return "failed" if len(lost(rows)) == len(rows) else "partly"


def in_words(rows: Sequence[Row], alarms: Sequence[str] = ()) -> str:
    """The run in one line, for the state of the flow run; what is unlike a site's history comes first."""
    totals = {heading: sum(row[column] for row in rows) for column, heading in COLUMNS.items()}
    first = f"look at {', '.join(alarms)}; " if alarms else ""
    return f"{first}{len(rows)} sites: " + ", ".join(
        f"{number} {heading}" for heading, number in totals.items()
    )
