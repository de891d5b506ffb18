"""One site's share of a harvest: list it, fetch what is new, fetch what the new pages point to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

from archive import frontier
from archive.clock import now, written
from archive.store import Archive
from extractors.errors import LayoutChanged, PrachumError, TryAgain
from extractors.records import Capture, Link, Site
from extractors.sites import KINDS, is_newest_first
from flows import sweep
from flows.families import Families, Source
from flows.window import Clock, Window, bangkok

# A site is asked for the changes of one more day than needed: clocks differ,
# and posts are published after the moment that they bear.
OVERLAP = timedelta(days=1)

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")


def visit(
    archive: Archive,
    site: Site,
    run: int,
    source: Source,
    limit: int | None = None,
    clock: Clock = bangkok,
) -> None:
    """Bring the archive's captures of one site up to date; `limit` bounds the pages fetched.

    What goes wrong is noted as a problem of the run; the rest goes on. What
    the site's window leaves no time for waits in the frontier, and the report
    says how far it came.
    """
    archive.register(site)
    window = Window(site.until, clock)
    try:
        _list(archive, site, run, source, window, clock())
        Families(archive, site, run, source, window).fetch(limit)
    except PrachumError as error:
        archive.problem(run, site.id, error.url, error)
        archive.tally(run, site.id, failed=1, message=error.reason)
    finally:
        archive.tally(run, site.id, requests=source.requests, bytes=source.bytes)


def _list(archive: Archive, site: Site, run: int, source: Source, window: Window, moment: datetime) -> None:
    """Ask the site what it has, and put into the frontier what the archive lacks, page by page."""
    since, began = _overlapping(archive.listed_until(site.id)), now()
    known = since is not None
    sweeps = sweep.is_due(archive, site, moment)
    if sweeps and not is_newest_first(site):  # whose lists name no more than the newest, whoever asks
        since = None
    found: dict[str, Link] = {}
    lacking: set[str] = set()
    said: list[int] = []
    try:
        for start in _starts(site):
            for listed, new, total in _listed(archive, start, run, since, source):
                frontier.add(archive.db, site.id, new)
                found |= {link.id: link for link in listed}
                lacking |= {link.id for link, _ in new}
                said += [total] if total is not None else []
    finally:
        archive.seen(site.id, found, now())
        archive.tally(run, site.id, found=len(found), unchanged=len(found) - len(lacking))
    if said and len(found) < sum(said):
        short = LayoutChanged(
            site.url, f"says it has {sum(said)} documents but listed {len(found)}; asked again next time"
        )
        archive.problem(run, site.id, site.url, short)
        archive.tally(run, site.id, failed=1, message=short.reason)
    elif found:
        if since is not None and len(lacking) == len(found) and is_newest_first(site):
            archive.problem(run, site.id, site.url, _overrun(site, len(found)))
        # A stamp may be no moment, or one that is still to come.
        stamps = (link.modified or "" for link in found.values())
        moments = [stamp for stamp in stamps if _MOMENT.match(stamp)]
        archive.set_listed_until(site.id, min(max(moments, default=began), began))
        if sweeps:
            archive.set_swept(site.id, moment.isoformat())
        if sweeps and known:
            whole = sweep.is_whole(site, len(found), sum(said) if said else None)
            sweep.ask_again(archive, site, run, source, window, found, whole)


def _starts(site: Site) -> list[Site]:
    """The site once for each address that lists its documents."""
    return [site, *(replace(site, url=urljoin(site.url, address)) for address in site.also)]


def _overrun(site: Site, count: int) -> LayoutChanged:
    return LayoutChanged(
        site.url,
        f"all {count} documents that it lists are new since the last visit, so that older ones may have been "
        f"missed; visit {site.id} more often, or let `next` lead to its further pages",
    )


def _listed(
    archive: Archive, site: Site, run: int, since: str | None, source: Source
) -> Iterator[tuple[Sequence[Link], list[tuple[Link, str | None]], int | None]]:
    """Of each listing page what it names and what of it the archive lacks; at the end how many there are."""
    for capture, total in _walk(site, since, source):
        if capture.truncated:
            torn = TryAgain(
                capture.url, "the list breaks off; what it names is taken, and it is asked for again"
            )
            archive.problem(run, site.id, capture.url, torn)
            archive.tally(run, site.id, failed=1, message=torn.reason)
        listed = archive.resolved(KINDS[site.kind].links(capture, site))
        new = [(link, capture.record_id) for link in listed if not archive.has(link)]
        yield listed, new, total
        if since is not None and listed and not new and is_newest_first(site):
            return


def _walk(site: Site, since: str | None, source: Source) -> Iterator[tuple[Capture, int | None]]:
    """Each listing page as it comes; the last one with the number of documents the site says there are."""
    walk = KINDS[site.kind].discover(site, since)
    capture: Capture | None = None
    try:
        url = next(walk)
        while True:
            if capture is not None:
                yield capture, None
            capture = source.get(url)
            url = walk.send(capture)
    except StopIteration as stop:
        if capture is not None:
            yield capture, stop.value


def _overlapping(listed_until: str | None) -> str | None:
    if listed_until is None:
        return None
    return written(datetime.fromisoformat(listed_until) - OVERLAP)
