"""RSS and Atom feeds, broken ones included: what they list, and how to ask for more."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Any

import feedparser

from extractors.errors import LayoutChanged
from extractors.records import Capture, Link, Site
from extractors.sites.addresses import clean, document_id
from extractors.thai.text import decode

NEWEST_FIRST = True

Walk = Generator[str, Capture, int | None]

# WordPress names a post by this address in its feeds, whatever its permalinks look like.
_POST = re.compile(r"[?&]p=(\d+)$")
# Thai servers print Buddhist years in pubDate now and then; 2400 is long past as one, far off as the other.
_BUDDHIST_FROM = 2400


def discover(site: Site, since: str | None) -> Walk:
    """Ask for the one feed that `site.url` is."""
    capture = yield site.url
    if capture.status != 304 and not is_feed(capture):
        raise LayoutChanged(
            capture.url, f"expected a feed, got {said(capture)}; correct `url` or `kind` in sites.toml"
        )
    return None


def links(capture: Capture, site: Site) -> tuple[Link, ...]:
    """The feed's entries, in its order; those without an address are left out."""
    if not is_feed(capture):
        return ()
    return tuple(_link(entry, site) for entry in _parse(capture).entries if entry.get("link"))


def is_feed(capture: Capture) -> bool:
    """Whether the server answered with a feed; by the content, since many are served as text/html."""
    return capture.status == 200 and re.search(rb"<(?:rss|feed|rdf:RDF)\b", capture.body[:2000]) is not None


def title(capture: Capture) -> str | None:
    """What the feed calls itself; None for what is no feed."""
    return _parse(capture).feed.get("title") or None if is_feed(capture) else None


def said(capture: Capture) -> str:
    """What came, in a few words for a message."""
    return f"status {capture.status}, {capture.header('Content-Type') or 'no content type'}"


def _parse(capture: Capture) -> Any:
    # feedparser takes a feed that is cut inside a letter for ISO-8859-2, so it gets whole UTF-8.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(capture.body, capture.header("Content-Type")))
    return feedparser.parse(text.encode(), response_headers={"content-type": "text/xml; charset=utf-8"})


def _link(entry: Any, site: Site) -> Link:
    post = _POST.search(entry.get("id", ""))
    address = clean(entry.link) or entry.link
    content = entry.content[0].value if entry.get("content") else None
    published = _moment(entry.get("published_parsed"))
    return Link(
        id=f"{site.id}/{post[1]}" if post else document_id(address, site),
        url=address,
        title=entry.get("title") or None,
        published=published,
        modified=_moment(dict.get(entry, "updated_parsed")) or published,  # its own get() guesses
        content=content,
    )


def _moment(parsed: tuple[int, ...] | None) -> str | None:
    """feedparser's moment, which is UTC."""
    if parsed is None:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    if year > _BUDDHIST_FROM:
        year -= 543
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
