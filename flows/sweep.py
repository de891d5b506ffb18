"""Once a week what a site lists is compared with what is held: what is missing or was gone is asked for."""

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
    """Whether the last sweep was a week ago."""
    swept = archive.swept(site.id)
    return swept is None or moment - datetime.fromisoformat(swept) >= WEEK - timedelta(hours=1)


def is_whole(site: Site, found: int, said: int | None) -> bool:
    """Whether a list without `since` named everything: it was counted by the site, or its kind lists all."""
    if is_newest_first(site):
        return False
    return found >= said if said is not None else lists_all(site)


def ask_again(
    archive: Archive,
    site: Site,
    run: int,
    source: Source,
    window: Window,
    listed: Mapping[str, Link],
    whole: bool,
) -> None:
    """Ask for the pages that were gone and are listed; of a whole list also for those held that are not.

    What comes is kept, and tells whether each is gone.
    """
    back = [listed[id] for id in archive.gone(site.id) if id in listed]
    lost = archive.unlisted(site.id, listed) if whole else []
    for link in [*back, *lost][:MOST]:
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
