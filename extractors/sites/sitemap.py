"""Sitemaps (sitemaps.org): the index, its maps, and the documents that they name."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from extractors.errors import LayoutChanged
from extractors.records import Capture, Link, Site
from extractors.sites.addresses import clean, document_id, is_document, is_own
from extractors.sites.feed import Walk, said
from extractors.sites.stamps import moment
from extractors.thai.text import decode

LISTS_ALL = True
SIZE = 50_000_000  # bytes of a map, unpacked: the protocol's own bound
ADDRESSES = 50_000  # of a map, likewise
DEPTH = 3  # an index in an index is not allowed, and met
MAPS = 1000  # of a site
ALIKE = 20  # so many addresses of one stamp were stamped when the map was made, not when they changed

# Maps of lists, by the names that WordPress's core, Yoast and Rank Math give them.
_LISTS = re.compile(
    r"(?:taxonomies|users|category|post_tag|tag|author|post_format|archives?)[\w-]*\.xml", re.I
)
_BEGIN = re.compile(r"<(?:\w+:)?(?:sitemapindex|urlset)\b")
# PHP prints its warnings before the first element, and a declared encoding belongs to the bytes.
_BEFORE = re.compile(r"^.*?(?=<!DOCTYPE|<(?:\w+:)?(?:sitemapindex|urlset)\b)", re.S)
_BARE_AND = re.compile(r"&(?!#?\w+;)")


@dataclass(frozen=True)
class Entry:
    """One address of a map, with its stamp of change: a moment in UTC, a day, or None."""

    url: str
    modified: str | None


def discover(site: Site, since: str | None) -> Walk:
    """Ask for the map that `site.url` is, and where it is an index for those maps that changed since."""
    waiting = [(site.url, 1)]
    asked: set[str] = set()
    listed = 0
    while waiting and len(asked) < MAPS:
        url, depth = waiting.pop(0)
        asked.add(url)
        capture = yield url
        if capture.status == 304:
            continue
        index, entries = _read(capture)
        listed += 0 if index else len(entries)
        if index and depth < DEPTH:
            for entry in entries:
                if entry.url not in asked and is_own(entry.url, site) and _holds_news(entry, since):
                    waiting.append((entry.url, depth + 1))
        _expect_own(capture, site, index, entries)
    if since is None and not listed:
        raise LayoutChanged(site.url, "expected a sitemap with addresses, it holds none; correct `url`")
    return None


def links(capture: Capture, site: Site) -> tuple[Link, ...]:
    """The documents that a map names; () for an index, and for an answer that is no map."""
    if not is_sitemap(capture):
        return ()
    index, entries = _read(capture)
    if index:
        return ()
    stamps = {entry.modified for entry in entries}
    told = len(stamps) > 1 or len(entries) < ALIKE
    return tuple(
        Link(document_id(entry.url, site), entry.url, modified=entry.modified if told else None)
        for entry in entries
        if is_document(entry.url, site)
    )


def is_sitemap(capture: Capture) -> bool:
    return capture.status == 200 and _BEGIN.search(_text(capture)[:5000]) is not None


def _read(capture: Capture) -> tuple[bool, list[Entry]]:
    """Whether the capture is an index, and its entries.

    Raises LayoutChanged where it is no sitemap, or an XML that may do harm.
    """
    if not is_sitemap(capture):
        raise LayoutChanged(
            capture.url, f"expected a sitemap, got {said(capture)}; correct `url` or `kind` in sites.toml"
        )
    text = _BARE_AND.sub("&amp;", _BEFORE.sub("", _text(capture), count=1))
    try:
        root = fromstring(text.encode(), forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise LayoutChanged(capture.url, f"expected a sitemap in sound XML, got {error!r}") from None
    index = _name(root) == "sitemapindex"
    return index, list(_entries(root, capture.url))[:ADDRESSES]


def _entries(root: Element, base: str) -> Iterator[Entry]:
    for element in root:
        said = {_name(child): (child.text or "").strip() for child in element}
        if url := clean(said.get("loc", ""), base) if said.get("loc") else None:
            yield Entry(url, moment(said.get("lastmod", "")))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(capture: Capture) -> str:
    body = capture.body
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(31).decompress(body, SIZE)
        except zlib.error:
            return ""
    return decode(body[:SIZE], capture.header("Content-Type"))


def _holds_news(entry: Entry, since: str | None) -> bool:
    """Whether a map may name documents that are wanted: it is none of lists, and not older than `since`."""
    if _LISTS.search(entry.url):
        return False
    if since is None or entry.modified is None:
        return True
    changed = datetime.fromisoformat(entry.modified)
    whole_day = timedelta(days=1) if changed.tzinfo is None else timedelta()
    return changed.replace(tzinfo=UTC) + whole_day >= datetime.fromisoformat(since)


def _expect_own(capture: Capture, site: Site, index: bool, entries: list[Entry]) -> None:
    if entries and not any(is_own(entry.url, site) for entry in entries):
        raise LayoutChanged(
            capture.url,
            f"all of its {len(entries)} addresses lie elsewhere, as {entries[0].url}; correct `url` "
            f"or `was` of {site.id}",
        )
