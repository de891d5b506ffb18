"""Where a site's captures come from: the web, or a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractors.records import Capture, Site
from flows.fetch import AGENT, Fetcher, Limits
from flows.politeness import Gate
from flows.shelf import Shelf

LIMITS = Limits()


def agent(contact: str | None) -> str:
    """What a site's owner reads in the server's log."""
    return f"{AGENT}/0.1 (+{contact or 'no contact, private sites only'})"


def open_source(
    site: Site,
    agent: str,
    gate: Gate,
    record: Callable[[Capture], Capture],
    limits: Limits = LIMITS,
    validators: Callable[[str], Mapping[str, str]] = lambda url: {},
) -> Fetcher | Shelf:
    """What gives the captures of that site; each passes `record` before anything looks at it.

    `validators` gives the headers that ask for an address only where it changed.
    """
    if site.kind == "folder":
        return Shelf(site, record, limits.size)
    return Fetcher(site, agent, gate, record, limits, validators)
