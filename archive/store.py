"""Archive: what flows and pages ask of the disk. The rooms behind it do the work."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlite_utils import Database

from archive import (
    aliases,
    catalogue,
    decisions,
    families,
    health,
    indexing,
    keeping,
    pointers,
    remembering,
    runs,
    saving,
)
from archive import folder as folders
from archive.catalogue import value, writing
from archive.clock import now
from archive.decisions import corrections, merges, takedowns
from archive.hosts import Hosts
from archive.listings import Listings
from archive.revising import Reading
from extractors.errors import PrachumError
from extractors.records import Capture, Document, Event, Link, Site

__all__ = ["Archive", "Reading"]


class Archive:
    """One opening of a data folder; a thread or task opens its own.

    Raises BadInput where it is opened for reading and no archive is there;
    otherwise it makes one.
    """

    db: Database

    def __init__(self, folder: Path, *, readonly: bool = False, name: str = catalogue.NAME) -> None:
        self.folder = folder
        if not readonly:
            folders.create(folder)
        self.db = catalogue.connect(folder, readonly=readonly, name=name)
        if not readonly:
            decisions.catch_up(self.db, folder)
            indexing.renew(self.db)
        elif not indexing.is_current(self.db):
            _renew(folder, name)
        self.hosts = Hosts(self.db)
        self._listings = Listings(self.db, folder)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    # Sites and runs

    def register(self, site: Site) -> None:
        with writing(self.db):
            keeping.register(self.db, asdict(site))

    def site(self, site_id: str) -> Site:
        """The site as it was last registered."""
        return keeping.site(self.db, site_id)

    def listed_until(self, site_id: str) -> str | None:
        """The moment up to which every change of the site is archived; None before the first listing."""
        moment: str | None = value(self.db, "SELECT listed_until FROM site WHERE id = ?", [site_id])
        return moment

    def set_listed_until(self, site_id: str, moment: str) -> None:
        with writing(self.db):
            self.db.execute("UPDATE site SET listed_until = ? WHERE id = ?", [moment, site_id])

    def swept(self, site_id: str) -> str | None:
        """The moment at which the site last listed everything; None before that."""
        moment: str | None = value(self.db, "SELECT swept_at FROM site WHERE id = ?", [site_id])
        return moment

    def set_swept(self, site_id: str, moment: str) -> None:
        with writing(self.db):
            self.db.execute("UPDATE site SET swept_at = ? WHERE id = ?", [moment, site_id])

    def unlisted(self, site_id: str, listed: Collection[str]) -> list[Link]:
        """The pages of the site that are held, not gone, and not among those listed; the newest first."""
        return keeping.unlisted(self.db, site_id, listed)

    def gone(self, site_id: str) -> list[str]:
        """The ids of the site's pages that were gone when last asked for, also of those never had."""
        return keeping.gone(self.db, site_id)

    def begin_run(self, command: str) -> int:
        """The new run's number. What a killed run fetched and did not catalogue is adopted first."""
        keeping.adopt_all(self.db, self.folder)
        with writing(self.db):
            return runs.begin(self.db, command)

    def end_run(self, run: int, state: str) -> None:
        """`state` is "done", "partly" or "failed"."""
        with writing(self.db):
            runs.end(self.db, run, state)

    def examine(self, run: int) -> list[str]:
        """Notes as problems what is unlike each site's own history; gives the alarms, "krabi: Quiet"."""
        found = health.alarms(self.db, run)
        with writing(self.db):
            for site, alarm in found:
                runs.problem(self.db, run, site, "", alarm)
        return [f"{site}: {type(alarm).__name__}" for site, alarm in found]

    def tally(self, run: int, site_id: str, *, message: str | None = None, **counts: int) -> None:
        """Adds to the counts of run_site: those of runs.COUNTS. A message replaces the one before."""
        with writing(self.db):
            runs.tally(self.db, run, site_id, message, counts)

    def problem(self, run: int, site_id: str, url: str, error: PrachumError) -> None:
        with writing(self.db):
            runs.problem(self.db, run, site_id, url, error)

    def run_table(self, run: int | None) -> list[dict[str, Any]]:
        """A row a site: site, name, the counts of runs.COUNTS, message."""
        return runs.table(self.db, run)

    def last_run(self) -> int | None:
        """The number of the newest run; None before the first."""
        run: int | None = value(self.db, "SELECT max(id) FROM run")
        return run

    def problems(self, run: int | None) -> list[dict[str, Any]]:
        """What a run met: site, url, kind (the error's class), message, at."""
        return runs.problems(self.db, run)

    def standing(self) -> dict[str, dict[str, Any]]:
        """Each site by its id: documents, visited (a moment), new, problem (of the last visit), or None.

        `elsewhere` counts the files of other hosts that its documents point to and that are not held.
        """
        elsewhere = pointers.count_elsewhere(self.db)
        found = runs.standing(self.db)
        return {site: {**row, "elsewhere": elsewhere.get(site, 0)} for site, row in found.items()}

    # Captures

    def keep(self, capture: Capture, site: Site, run: int) -> Capture:
        """Writes the capture to the site's WARC file of the month and gives it with its record id.

        A "not modified" becomes the answer that it stands for.
        """
        return keeping.keep(self.db, self.folder, capture, site, run)

    def resolved(self, links: Iterable[Link]) -> list[Link]:
        """The links, each under the id that its document is held under, whatever address leads to it."""
        return aliases.resolved(self.db, links)

    def has(self, link: Link) -> bool:
        """Whether the document is kept with the same stamp of change, so that it need not be fetched."""
        return keeping.has(self.db, link)

    def seen(self, site_id: str, ids: Iterable[str], at: str | None = None) -> None:
        """Notes that a listing still shows these documents; `at` is the moment, None for now."""
        moment = at or now()
        with writing(self.db):
            self.db.conn.executemany(
                "UPDATE document SET last_seen = ?1 WHERE id = ?2 AND site = ?3 AND last_seen < ?1",
                [(moment, id, site_id) for id in ids],
            )

    def pending(self, site_id: str | None = None) -> list[str]:
        """Pages with something unread in their family.

        A page of which several states are unread stays until each was saved.
        """
        return families.pending(self.db, site_id)

    def pages(self, site_ids: Iterable[str] | None = None) -> list[str]:
        """Every page that can be read again, in the order of first fetching."""
        return families.pages(self.db, site_ids)

    def count_pages(self, site_id: str) -> int:
        """How many pages of the site are kept, read or not."""
        return families.count_pages(self.db, site_id)

    def site_of(self, page_id: str) -> str:
        """The id of the site that the page was fetched from."""
        return families.site_of(self.db, page_id)

    def family(self, page_id: str) -> list[Capture]:
        """The captures to read together, bodies and all: the page's, then its attachments'.

        Raises Unreadable where the stored bytes are damaged.
        """
        return [self._whole(row) for row in families.family(self.db, page_id)]

    def save(
        self, page_id: str, readings: Sequence[Reading], event: Event | None, run: int | None
    ) -> Counter[str]:
        """Stores what was read of a family, in one transaction.

        Counts documents: each is new, changed, unchanged or failed, and may
        be needs_ocr besides.
        """
        with writing(self.db):
            return saving.save(self.db, page_id, readings, event, run)

    def remembered(self, capture: Capture, document: Document) -> Document:
        """The document as it was read before, where the program that it takes is missing now."""
        return remembering.remembered(self.db, capture, document)

    # People's word

    def correct(self, event_id: str, path: str, new: Any, *, who: str, why: str) -> None:
        """Sets a value of an event for good; `new` is as in the event's JSON, None takes the value away.

        Raises BadInput where there is no such event or path, or the value cannot stand there.
        """
        id = merges.redirected(self.db, event_id)
        self._decide(corrections.decide(self.db, id, path, new, who, why))

    def withdraw(self, event_id: str, path: str, *, who: str, why: str) -> None:
        """Lets stand again what is read, in place of all corrections below the path's first step.

        The page is pending then, as after every undoing.
        """
        id = merges.redirected(self.db, event_id)
        self._decide(corrections.decide_withdrawal(self.db, id, path, who, why))

    def merge(self, event_id: str, into: str, *, who: str, why: str) -> None:
        """Makes one of two events: the documents of the first tell of the second, and its id leads there."""
        self._decide(merges.decide(self.db, event_id, into, who, why))

    def split(self, event_id: str, *, who: str, why: str) -> None:
        """Undoes a merge: the event of that id is one of its own again."""
        self._decide(merges.decide_split(self.db, event_id, who, why))

    def take_down(self, document_id: str, *, who: str, why: str) -> None:
        """Takes a document out of the catalogue for good: with its family where it is a page, and with the
        documents in it where it is a zip archive.
        """
        for id in (document_id, *families.members(self.db, document_id)):
            self._decide(takedowns.decide(self.db, id, who, why))

    def lift(self, document_id: str, *, who: str, why: str) -> None:
        """Undoes a takedown, from the captures: what was taken down with it comes back with it."""
        for id in (document_id, *families.members(self.db, document_id)):
            self._decide(takedowns.decide_lift(self.db, id, who, why))

    def _decide(self, decision: dict[str, Any]) -> None:
        decisions.append(self.db, self.folder, decision)

    def _whole(self, row: dict[str, Any]) -> Capture:
        capture = keeping.load(self.db, self.folder, row)
        if capture.link is None or row["listed_in"] is None:
            return capture
        content = self._listings.content(row["listed_in"], capture.link.id)
        return replace(capture, link=replace(capture.link, content=content)) if content else capture


def _renew(folder: Path, name: str) -> None:
    """Cuts the words anew for a reader; where that cannot be written, pieces of words are found still."""
    with suppress(sqlite3.OperationalError), Archive(folder, name=name):
        pass
