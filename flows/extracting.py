"""Reading a file from the disk, for `prachum extract`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.child import read_safely
from extractors.errors import PrachumError
from extractors.formats import member, members
from extractors.output import extract_json
from extractors.read import read_event
from extractors.records import Capture, Document, Link, Site

Told = Callable[[PrachumError], object]


def extract(path: Path, told: Told = lambda error: None) -> dict[str, Any]:
    """What the file tells, as DESIGN.md's `extract` prints it; with "error" where it cannot be read.

    `told` hears of each document of a zip archive or a mail that cannot be read.
    """
    try:
        capture, site = _capture(path), Site(path.stem, path.stem, path.as_posix(), "folder")
        document = read_safely(capture, site)
        return extract_json(path.stem, document, read_event([document, *_within(capture, site, told)]))
    except OSError as error:
        return _failed(path, f"{path}: {error.strerror}")
    except PrachumError as error:
        return _failed(path, str(error))


def _within(capture: Capture, site: Site, told: Told) -> Iterator[Document]:
    """What a zip archive or a mail holds, as far as it can be read."""
    for link in members(capture):
        try:
            yield read_safely(member(capture, link), site)
        except PrachumError as error:
            told(error)


def _capture(path: Path) -> Capture:
    url = path.absolute().as_uri()
    fetched_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Capture(url, fetched_at, 200, (), path.read_bytes(), link=Link(path.stem, url))


def _failed(path: Path, error: str) -> dict[str, Any]:
    return {"id": path.stem, "document": None, "event": None, "error": error}
