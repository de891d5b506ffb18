"""One site's share of a harvest: list it, fetch what is new, fetch what the new pages point to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from archive import frontier
from archive.clock import now
from archive.store import Archive
from extractors.errors import Gone, HostDown, LayoutChanged, PrachumError, Skip, TryAgain, UnknownFormat
from extractors.read import read_document
from extractors.records import Capture, Link, Site
from extractors.sites import KINDS
from flows.fetch import Fetcher
from flows.progress import tell

# A site is asked for the changes of one more day than needed: clocks differ,
# and posts are published after the moment that they bear.
OVERLAP = timedelta(days=1)


def visit(archive: Archive, site: Site, run: int, fetcher: Fetcher, limit: int | None = None) -> None:
    """Bring the archive's captures of one site up to date; `limit` bounds the pages fetched.

    What goes wrong is noted as a problem of the run; the rest goes on.
    """
    archive.register(site)
    try:
        _list(archive, site, run, fetcher)
        for kind in ("page", "attachment"):
            if kind == "attachment":
                _look_for_attachments(archive, site, run)
            _fetch(archive, site, run, fetcher, kind, limit if kind == "page" else None)
    except PrachumError as error:
        archive.problem(run, site.id, error.url, error)
        archive.tally(run, site.id, failed=1, message=error.reason)
    finally:
        archive.tally(run, site.id, requests=fetcher.requests, bytes=fetcher.bytes)


def _list(archive: Archive, site: Site, run: int, fetcher: Fetcher) -> None:
    """Ask the site what it has, and put into the frontier what the archive lacks."""
    since = _overlapping(archive.listed_until(site.id))
    found: dict[str, tuple[Link, str | None]] = {}
    said: int | None = None
    for capture, total in _walk(site, since, fetcher):
        said = total if total is not None else said
        found |= {link.id: (link, capture.record_id) for link in KINDS[site.kind].links(capture, site)}
    lacking = [(link, listed_in) for link, listed_in in found.values() if not archive.has(link)]
    frontier.add(archive.db, site.id, lacking)
    archive.seen(site.id, found, now())
    archive.tally(run, site.id, found=len(found), unchanged=len(found) - len(lacking))
    if said is not None and len(found) < said:
        short = LayoutChanged(
            site.url, f"says it has {said} documents but listed {len(found)}; asked again next time"
        )
        archive.problem(run, site.id, site.url, short)
        archive.tally(run, site.id, failed=1, message=short.reason)
    elif stamps := [link.modified for link, _ in found.values() if link.modified]:
        archive.set_listed_until(site.id, max(stamps))


def _walk(site: Site, since: str | None, fetcher: Fetcher) -> Iterator[tuple[Capture, int | None]]:
    """Each listing page as it comes; the last one with the number of documents the site says there are."""
    walk = KINDS[site.kind].discover(site, since)
    capture: Capture | None = None
    try:
        url = next(walk)
        while True:
            if capture is not None:
                yield capture, None
            capture = fetcher.get(url)
            url = walk.send(capture)
    except StopIteration as stop:
        if capture is not None:
            yield capture, stop.value


def _overlapping(listed_until: str | None) -> str | None:
    if listed_until is None:
        return None
    return (datetime.fromisoformat(listed_until) - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")


def _look_for_attachments(archive: Archive, site: Site, run: int) -> None:
    """Put into the frontier what the pages point to that no version was made of yet.

    Those are the pages of this run, and of an earlier one that was killed
    between a page and its attachments.
    """
    found = 0
    for page_id in archive.pending(site.id):
        page = archive.family(page_id)[0]
        with contextlib.suppress(Skip):  # whoever reads it for good reports it
            links = read_document(page, site).links
            lacking = [(link, page.record_id) for link in links if not archive.has(link)]
            frontier.add(archive.db, site.id, lacking)
            found += len(lacking)
    archive.tally(run, site.id, found=found)


def _fetch(archive: Archive, site: Site, run: int, fetcher: Fetcher, kind: str, limit: int | None) -> None:
    waiting = frontier.waiting(archive.db, site.id, kind)[:limit]
    for n, (link, listed_in) in enumerate(waiting):
        tell(site.id, n, len(waiting))
        try:
            if not archive.has(link):
                _refuse_useless(fetcher.get(link.url, link, listed_in))
            frontier.done(archive.db, link.id)
        except TryAgain as error:
            if isinstance(error, HostDown) and urlsplit(link.url).netloc == urlsplit(site.url).netloc:
                raise
            last = frontier.missed(archive.db, link.id)
            archive.problem(run, site.id, link.url, TryAgain(error.url, _given_up(error)) if last else error)
            archive.tally(run, site.id, failed=1)
        except Skip as error:
            frontier.done(archive.db, link.id)
            archive.problem(run, site.id, link.url, error)
            archive.tally(run, site.id, failed=1)
    tell(site.id, len(waiting), len(waiting))


def _given_up(error: PrachumError) -> str:
    why = error.reason.split(";")[0]
    return f"{why}; after {frontier.TRIES} tries it is not asked for again until it changes"


def _refuse_useless(capture: Capture) -> None:
    """Raise what an answer without the document means."""
    if capture.status in (404, 410):
        raise Gone(capture.url, f"the server says it is not there (status {capture.status})")
    if capture.status >= 500 or capture.status == 429:
        raise TryAgain(capture.url, f"the server answered {capture.status}; the next run asks again")
    if capture.status != 200:
        raise UnknownFormat(capture.url, f"expected the document, got status {capture.status}")
