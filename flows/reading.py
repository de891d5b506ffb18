"""Captures to rows: read a page and its attachments, and save what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from archive.store import Archive, Reading
from extractors.child import read_safely
from extractors.errors import PrachumError
from extractors.read import read_event
from extractors.records import Capture, Site

BATCH = 50  # families a task: worth seconds of work, so that Prefect's share stays small


def batches(page_ids: Sequence[str]) -> list[list[str]]:
    """The pages in portions of one task each."""
    return [list(page_ids[n : n + BATCH]) for n in range(0, len(page_ids), BATCH)]


def read_family(archive: Archive, page_id: str, sites: Mapping[str, Site], run: int) -> None:
    """Read a page and its attachments again from their captures and save them, in one transaction.

    A site that is not among `sites` is read as it was when it was last visited.
    """
    site_id = archive.site_of(page_id)
    site = sites.get(site_id) or archive.site(site_id)
    readings = [_read(capture, site) for capture in archive.family(page_id)]
    event = read_event([reading.document for reading in readings if reading.document])
    counts: dict[str, Any] = dict(archive.save(page_id, readings, event, run))
    archive.tally(run, site.id, **counts)
    for reading in readings:
        if reading.error:
            archive.problem(run, site.id, reading.capture.url, reading.error)


def _read(capture: Capture, site: Site) -> Reading:
    try:
        return Reading(capture, read_safely(capture, site), None)
    except PrachumError as error:
        return Reading(capture, None, error)
