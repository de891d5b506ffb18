"""What each run did: its row, a row a site, and every problem it met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from archive.catalogue import number, rows
from archive.clock import now
from extractors.errors import PrachumError

COUNTS = ("found", "new", "changed", "unchanged", "needs_ocr", "failed", "requests", "bytes")


def begin(db: Database, command: str) -> int:
    """The new run's number."""
    return number(db, "INSERT INTO run(command, started_at) VALUES (?, ?)", [command, now()])


def end(db: Database, run: int, state: str) -> None:
    db.execute("UPDATE run SET ended_at = ?, state = ? WHERE id = ?", [now(), state, run])


def tally(db: Database, run: int, site: str, message: str | None, counts: Mapping[str, int]) -> None:
    """Adds the counts; a message replaces the one before."""
    if unknown := counts.keys() - set(COUNTS):
        raise ValueError(f"no run counts {sorted(unknown)}; expected some of {COUNTS}")
    db.execute("INSERT OR IGNORE INTO run_site(run, site) VALUES (?, ?)", [run, site])
    added = "".join(f", {name} = {name} + ?" for name in counts)
    db.execute(
        f"UPDATE run_site SET message = coalesce(?, message){added} WHERE run = ? AND site = ?",
        [message, *counts.values(), run, site],
    )


def problem(db: Database, run: int, site: str, url: str, error: PrachumError) -> None:
    db.execute(
        "INSERT INTO problem(run, site, url, kind, cause, message, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [run, site, url, type(error).__name__, error.cause, error.reason, now()],
    )


def table(db: Database, run: int | None) -> list[dict[str, Any]]:
    """A row a site, in the order of their names."""
    sql = f"""
        SELECT site, name, {", ".join(COUNTS)}, message FROM run_site JOIN site ON site.id = site
        WHERE run = ? ORDER BY name"""
    return rows(db, sql, [run])


def standing(db: Database) -> dict[str, dict[str, Any]]:
    """Each site by its id: documents kept, when it was last visited, that visit's new ones and problem."""
    sql = """
        WITH last AS (SELECT site, max(run) AS run FROM run_site JOIN run ON run.id = run
            WHERE command = 'harvest' GROUP BY site)
        SELECT site.id AS site, started_at AS visited, new,
            (SELECT count(*) FROM document WHERE site = site.id AND version IS NOT NULL) AS documents,
            (SELECT message FROM problem WHERE problem.site = site.id AND problem.run = last.run
                ORDER BY problem.id DESC LIMIT 1) AS problem
        FROM site LEFT JOIN last ON last.site = site.id LEFT JOIN run ON run.id = last.run
        LEFT JOIN run_site ON run_site.run = last.run AND run_site.site = site.id"""
    return {row["site"]: row for row in rows(db, sql)}


def problems(db: Database, run: int | None) -> list[dict[str, Any]]:
    """What went wrong in a run, in its order."""
    return rows(db, "SELECT site, url, kind, message, at FROM problem WHERE run = ? ORDER BY id", [run])
