"""JSON Lines: an event a line as the contract has it, an official document a line, with their evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from archive import events, officials
from archive.catalogue import rows
from archive.store import Archive
from extractors.output import event_json, official_json


def write(archive: Archive, folder: Path) -> list[Path]:
    """Two files by id.

    events.jsonl: {"id", "documents": [{"id", "url"}…], "event": {…}};
    official.jsonl: {"id", "url", "official": {…}}, letters, orders and minutes.
    """
    told = [row["id"] for row in rows(archive.db, "SELECT id FROM event ORDER BY id")]
    return [
        _write(folder / "events.jsonl", (line(archive, id) for id in told)),
        _write(folder / "official.jsonl", _official(archive)),
    ]


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    with open(path, "w", encoding="utf-8") as file:
        for said in lines:
            file.write(json.dumps(said, ensure_ascii=False) + "\n")
    return path


def _official(archive: Archive) -> Iterator[dict[str, Any]]:
    sql = "SELECT key, id, url FROM official JOIN document ON document.key = official.document ORDER BY id"
    for row in rows(archive.db, sql):
        official = officials.load(archive.db, row["key"])
        assert official is not None
        yield {"id": row["id"], "url": row["url"], "official": official_json(official)}


def line(archive: Archive, id: str) -> dict[str, Any]:
    """One event that is in the archive."""
    event = events.load(archive.db, id)
    assert event is not None
    sql = """
        SELECT document.id, url FROM report JOIN document ON document.key = report.document
        WHERE event = (SELECT key FROM event WHERE id = ?) ORDER BY kind <> 'page', document.key"""
    return {"id": id, "documents": rows(archive.db, sql, [id]), "event": event_json(event)}
