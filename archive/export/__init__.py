"""Datasets: one module a format.

To add one: a module with `write(archive, folder) -> list[Path]`, which gives
the files it wrote, and a line in EXPORTERS.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from archive.catalogue import one_state, room
from archive.export import csv, jsonl, wacz
from archive.store import Archive
from extractors.errors import BadInput

EXPORTERS: dict[str, Callable[[Archive, Path], list[Path]]] = {
    "csv": csv.write,
    "jsonl": jsonl.write,
    "wacz": wacz.write,
}


def export_to(archive: Archive, folder: Path, form: str) -> list[Path]:
    """Writes the archive into that folder, made where it is not there; gives the files written.

    All of them show one state of the catalogue, whatever a harvest writes meanwhile.

    Raises BadInput at a format that EXPORTERS does not name.
    """
    if form not in EXPORTERS:
        raise BadInput("--format", f"expected one of {', '.join(EXPORTERS)}, came {form}")
    with room(folder), one_state(archive.db):
        folder.mkdir(parents=True, exist_ok=True)
        return EXPORTERS[form](archive, folder)
