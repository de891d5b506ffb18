"""Where a site's captures come from: the web, or a folder."""

from __future__ import annotations

from collections.abc import Callable

from extractors.records import Capture, Site
from flows.fetch import AGENT, Fetcher, Limits
from flows.politeness import NO_MEMORY, Gate, Memory
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
    memory: Memory = NO_MEMORY,
) -> Fetcher | Shelf:
    """What gives the captures of that site; each passes `record` before anything looks at it.

    `memory` is what earlier runs learnt of its addresses and hosts.
    """
    if site.kind == "folder":
        return Shelf(site, record, limits.size)
    return Fetcher(site, agent, gate, record, limits, memory)
