"""Fetching what waits in the frontier: pages, the newest first, each with the files that it points to."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from archive import frontier
from archive.store import Archive
from extractors.child import read_safely
from extractors.errors import HeldElsewhere, HostDown, PrachumError, Skip, TryAgain
from extractors.formats import media_type
from extractors.formats.media import HTML, names_document
from extractors.records import Capture, Link, Site
from extractors.sites.addresses import is_own
from extractors.sites.answers import raise_unless_document
from flows.progress import tell
from flows.window import Window

AT_ONCE = 50  # pages that are fetched before what they point to is


class Source(Protocol):
    """Where captures come from: the web (fetch.Fetcher) or a folder (shelf.Shelf)."""

    requests: int
    bytes: int

    def get(self, url: str, link: Link | None = None, listed_in: str | None = None) -> Capture: ...


@dataclass
class Families:
    """One site's backlog in one run. What the window leaves no time for waits for the next."""

    archive: Archive
    site: Site
    run: int
    source: Source
    window: Window
    looked: set[str] = field(default_factory=set)  # pages whose files are in the frontier
    asked: set[str] = field(default_factory=set)  # documents that this run asked for

    def fetch(self, limit: int | None = None) -> None:
        """Whole families, however early it ends; `limit` bounds the pages.

        Files that a list names come last: a page that points to one has it by then as its own.
        """
        listed = self._waiting("page")
        pages = [item for item in listed if not names_document(item[0].url)][:limit]
        fetched = 0
        for start in range(0, max(1, len(pages)), AT_ONCE):
            fetched += self._fetch(pages[start : start + AT_ONCE], start, len(pages))
            self._look_for_files()
            files = self._waiting("attachment")
            self._fetch(files, 0, len(files))
            if not self.window.is_open:
                break
        named = [item for item in listed if names_document(item[0].url)]
        alone = [item for item in named if item[0].id not in self.asked]
        alone = alone[: None if limit is None else limit - len(pages)]
        fetched += self._fetch(alone, 0, len(alone))
        if message := self._how_far(fetched):
            self.archive.tally(self.run, self.site.id, message=message)

    def _waiting(self, kind: str) -> list[tuple[Link, str | None]]:
        """What waits and was not asked for in this run."""
        waiting = frontier.waiting(self.archive.db, self.site.id, kind)
        return [(link, listed_in) for link, listed_in in waiting if link.id not in self.asked]

    def _how_far(self, fetched: int) -> str | None:
        """ "12,300 of 41,000, about 9 nights"; None where no page waits that was not asked for yet."""
        waiting = frontier.untried(self.archive.db, self.site.id)
        if not waiting:
            return None
        kept = self.archive.count_pages(self.site.id)
        nights = f", about {-(-waiting // fetched)} nights" if fetched else ""
        return f"{kept:,} of {kept + waiting:,}{nights}"

    def _look_for_files(self) -> None:
        """Put into the frontier what pages point to that no version was made of yet.

        Those are the pages of this run, and of an earlier one that was killed
        between a page and its files.
        """
        found = 0
        for page_id in self.archive.pending(self.site.id):
            if page_id in self.looked:
                continue
            self.looked.add(page_id)
            page = self.archive.family(page_id)[0]
            if media_type(page) != HTML:  # nothing else points to files
                continue
            with contextlib.suppress(Skip):  # whoever reads it for good reports it
                links = read_safely(page, self.site).links
                lacking = [(link, page.record_id) for link in links if not self.archive.has(link)]
                frontier.add(self.archive.db, self.site.id, lacking)
                found += len(lacking)
        self.archive.tally(self.run, self.site.id, found=found)

    def _fetch(self, waiting: Sequence[tuple[Link, str | None]], before: int, total: int) -> int:
        """Ask for each while the window is open; gives how many were asked for."""
        for n, (link, listed_in) in enumerate(waiting):
            if not self.window.is_open:
                return n
            tell(self.site.id, before + n, total)
            self.asked.add(link.id)
            self._ask(link, listed_in)
        tell(self.site.id, before + len(waiting), total)
        return len(waiting)

    def _ask(self, link: Link, listed_in: str | None) -> None:
        db = self.archive.db
        try:
            if not self.archive.has(link):
                raise_unless_document(self.source.get(link.url, link, listed_in))
            frontier.done(db, link.id)
        except TryAgain as error:
            # The site itself; a page may lead to another host, and that may be down.
            if isinstance(error, HostDown) and urlsplit(error.url).netloc == urlsplit(self.site.url).netloc:
                raise
            last = frontier.missed(db, link.id)
            self._lost(link, type(error)(error.url, _given_up(error)) if last else error)
        except Skip as error:
            frontier.done(db, link.id)
            if link.kind == "attachment" and not is_own(link.url, self.site):
                reason = f"{error.reason}; it is recorded as held elsewhere"
                elsewhere = HeldElsewhere(error.url, reason, type(error).__name__)
                self.archive.problem(self.run, self.site.id, link.url, elsewhere)
            else:
                self._lost(link, error)

    def _lost(self, link: Link, error: PrachumError) -> None:
        self.archive.problem(self.run, self.site.id, link.url, error)
        self.archive.tally(self.run, self.site.id, failed=1)


def _given_up(error: PrachumError) -> str:
    why = error.reason.split(";")[0]
    return f"{why}; after {frontier.TRIES} tries it is not asked for again until it changes"
