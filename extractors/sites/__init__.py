"""One kind of site a module, without network: which address to ask next, and what an answer lists.

To add a kind: write a module with

    discover(site, since) -> Walk
        yields one address at a time, is sent the Capture that came, and
        returns how many documents the site says there are (None: it does not
        say). `since` is the moment after which changes are asked for; None
        asks for everything. Raises LayoutChanged where the site is not of
        this kind.
    links(capture, site) -> tuple[Link, ...]
        what that capture lists; () where it lists nothing.

and add a line to KINDS. A kind whose lists begin with the newest says
NEWEST_FIRST = True: its walk is ended at a list page on which nothing is new.
One whose lists name everything there is, though they do not count it, says
LISTS_ALL = True: what is missing from them is asked for once a week.
"""

from __future__ import annotations

from types import ModuleType

from extractors.records import Site
from extractors.sites import feed, folder, listing, sitemap, wordpress

KINDS: dict[str, ModuleType] = {
    "wordpress": wordpress,
    "feed": feed,
    "sitemap": sitemap,
    "listing": listing,
    "folder": folder,
}


def is_newest_first(site: Site) -> bool:
    """Whether the site's lists begin with the newest, and do not name everything."""
    return getattr(KINDS[site.kind], "NEWEST_FIRST", False)


def lists_all(site: Site) -> bool:
    """Whether the site's lists name everything there is, though they do not count it."""
    return getattr(KINDS[site.kind], "LISTS_ALL", False)
