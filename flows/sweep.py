"""Once a week a site is asked for all it has: what it lists no longer is asked for, and is gone or is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from archive.store import Archive
from extractors.errors import HostDown, Skip, TryAgain
from extractors.records import Link, Site
from extractors.sites import is_newest_first, lists_all
from extractors.sites.answers import raise_unless_document
from flows.families import Source
from flows.window import Window

WEEK = timedelta(days=7)
MOST = 200  # documents that one night asks for again; the others' turn comes with the next sweep


def is_due(archive: Archive, site: Site, moment: datetime) -> bool:
    """Whether the last sweep was a week ago, of a kind that can name everything it has."""
    if is_newest_first(site):
        return False
    swept = archive.swept(site.id)
    return swept is None or moment - datetime.fromisoformat(swept) >= WEEK - timedelta(hours=1)


def is_whole(site: Site, found: int, said: int | None) -> bool:
    """Whether a list without `since` named everything: it was counted by the site, or its kind lists all."""
    return found >= said if said is not None else lists_all(site)


def ask_again(
    archive: Archive, site: Site, run: int, source: Source, window: Window, listed: Mapping[str, Link]
) -> None:
    """Ask for the pages that are held and no longer listed, and for those that were gone and are listed.

    What comes is kept, and tells whether each is gone.
    """
    back = [listed[id] for id in archive.gone(site.id) if id in listed]
    for link in [*back, *archive.unlisted(site.id, listed)][:MOST]:
        if not window.is_open:
            return
        try:
            raise_unless_document(source.get(link.url, link))
        except Skip as error:
            archive.problem(run, site.id, link.url, error)
        except HostDown:
            raise
        except TryAgain:  # no answer tells nothing; the next sweep asks again
            continue
