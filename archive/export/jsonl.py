"""JSON Lines: an event a line, as the contract has it, with its evidence and its documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from archive import events
from archive.catalogue import rows
from archive.store import Archive
from extractors.output import event_json


def write(archive: Archive, folder: Path) -> list[Path]:
    """events.jsonl: {"id", "documents": [{"id", "url"}…], "event": {…}} by id."""
    path = folder / "events.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for row in rows(archive.db, "SELECT id FROM event ORDER BY id"):
            file.write(json.dumps(line(archive, row["id"]), ensure_ascii=False) + "\n")
    return [path]


def line(archive: Archive, id: str) -> dict[str, Any]:
    """One event that is in the archive."""
    event = events.load(archive.db, id)
    assert event is not None
    sql = """
        SELECT document.id, url FROM report JOIN document ON document.key = report.document
        WHERE event = (SELECT key FROM event WHERE id = ?) ORDER BY kind <> 'page', document.key"""
    return {"id": id, "documents": rows(archive.db, sql, [id]), "event": event_json(event)}
