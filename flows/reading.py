"""Captures to rows: read a page and its attachments, and save what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import BoundedSemaphore
from typing import Any

from archive.store import Archive, Reading
from extractors.child import read_safely
from extractors.errors import PrachumError, Unreadable
from extractors.formats import member, members
from extractors.read import read_event
from extractors.records import Capture, Link, Site

AT_ONCE = BoundedSemaphore(8)  # tasks of one process; each may have a child of 150 MB
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
    captures = archive.family(page_id)
    if _unpack(archive, captures, site, run):
        captures = archive.family(page_id)
    readings = [_read(archive, capture, site) for capture in captures]
    event = read_event([reading.document for reading in readings if reading.document])
    counts: dict[str, Any] = dict(archive.save(page_id, readings, event, run))
    archive.tally(run, site.id, **counts)
    for reading in readings:
        if reading.error:
            archive.problem(run, site.id, reading.capture.url, reading.error)


def _unpack(archive: Archive, captures: Sequence[Capture], site: Site, run: int) -> int:
    """Keep the documents of zip archives and mails as captures beside them; gives how many are new."""
    kept = 0
    for capture in captures:
        with suppress(Unreadable):  # whoever reads the archive reports it
            for link in members(capture):
                if not archive.has(link):
                    kept += _keep_member(archive, capture, link, site, run)
    archive.tally(run, site.id, found=kept)
    return kept


def _keep_member(archive: Archive, capture: Capture, link: Link, site: Site, run: int) -> bool:
    try:
        archive.keep(member(capture, link), site, run)
    except Unreadable as error:
        archive.problem(run, site.id, error.url, error)
        archive.tally(run, site.id, failed=1)
        return False
    return True


def _read(archive: Archive, capture: Capture, site: Site) -> Reading:
    try:
        return Reading(capture, archive.remembered(capture, read_safely(capture, site)))
    except PrachumError as error:
        return Reading(capture, None, error)
