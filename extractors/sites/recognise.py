"""What kind of site lies at an address, and by which entry of sites.toml it can be harvested.

Without network: like a kind's walk, `recognise` yields the address to ask
next and is sent what came.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from extractors.errors import LayoutChanged
from extractors.formats.document import charset
from extractors.formats.media import HTML, media_type
from extractors.records import Capture, Site
from extractors.sites import feed, learn, listing
from extractors.sites.addresses import host, is_front_page
from extractors.sites.answers import is_built_in_browser
from extractors.sites.guesses import LOOKS, Guess
from extractors.thai.text import decode, normalize

_PARTS = re.compile(r"\s+[|–—»•·:-]\s+")
_FRONT = re.compile(r"\s*(?:หน้าแรก|หน้าหลัก|home(?:page)?|index)\s*", re.I)


@dataclass(frozen=True)
class Proposal:
    """The entry to write, what it was chosen from, and pages of the site."""

    guess: Guess
    others: tuple[Guess, ...]
    pages: tuple[Capture, ...]


def recognise(site: Site, kind: str | None = None) -> Generator[str, Capture, Proposal]:
    """Look at `site.url` and propose the entry; `kind` looks for that kind alone.

    `site` brings the id, and what people said of it. Raises LayoutChanged
    where nothing can be harvested, also where the pages are built in the
    browser and come empty.
    """
    home = yield site.url
    if home.status != 200:
        raise LayoutChanged(site.url, f"expected a page, got {feed.said(home)}; open it in a browser")
    site = replace(site, url=home.url)
    page = listing.parsed(home) if media_type(home) == HTML else BeautifulSoup("", "lxml")
    guesses: list[Guess] = []
    for name, look in LOOKS.items():
        if kind in (None, name):
            guesses += yield from look(replace(site, kind=name), home, page)
        if guesses and guesses[-1].site.kind == "wordpress":
            break
    if not guesses:
        raise _nothing(home, page, kind)
    best = max(
        guesses, key=lambda guess: (guess.site.kind == "wordpress", _is_asked_for(guess, home), guess.worth())
    )
    pages = yield from _pages(best)
    name = site.name or feed.title(home) or site_name(page, home.url) or host(site.url)
    named = replace(best.site, name=name, selector=_selector(best, pages))
    return Proposal(replace(best, site=named), tuple(guess for guess in guesses if guess is not best), pages)


def site_name(page: BeautifulSoup, url: str) -> str | None:
    """What the site calls itself: og:site_name, or its part of the page's title.

    That stands last, behind a headline; on the front page first, before a motto.
    """
    said = page.find("meta", property="og:site_name")
    if isinstance(said, Tag) and said.get("content"):
        return normalize(str(said["content"]))
    title = normalize(page.title.get_text(" ", strip=True)) if page.title else ""
    parts = [part for part in _PARTS.split(title) if part and not _FRONT.fullmatch(part)]
    return parts[0 if is_front_page(url) else -1].strip() if parts else None


def _is_asked_for(guess: Guess, home: Capture) -> bool:
    """Whether someone named this very list, feed or map, and not just the site."""
    return guess.site.url == home.url and urlsplit(home.url).path.strip("/") != ""


def _nothing(home: Capture, page: BeautifulSoup, kind: str | None) -> LayoutChanged:
    if is_built_in_browser(decode(home.body, charset(home))):
        return _built(home.url)
    expected = (
        f"a site of the kind {kind!r}" if kind else "a REST listing, a feed, a sitemap or a list of links"
    )
    return LayoutChanged(
        home.url, f"expected {expected}, found none; give the address of the page that lists the news"
    )


def _built(url: str) -> LayoutChanged:
    return LayoutChanged(
        url,
        "is built in the browser: what the server sends has no text, so a harvest would keep empty pages; "
        "ask its owner for a feed or a sitemap of plain pages",
    )


def _pages(guess: Guess) -> Generator[str, Capture, tuple[Capture, ...]]:
    """Some documents as they came, each with its link: one where the listing carries their texts."""
    pages: list[Capture] = []
    wanted = 1 if guess.links[0].content else learn.PAGES
    for link in guess.links[: 2 * wanted]:
        capture = replace((yield link.url), link=link)
        if capture.status == 200:
            pages.append(capture)
        if len(pages) == wanted:
            break
    markups = [
        decode(page.body, charset(page)) for page in pages if media_type(page) == HTML and not _carried(page)
    ]
    if markups and all(map(is_built_in_browser, markups)):
        raise _built(pages[0].url)
    return tuple(pages)


def _selector(guess: Guess, pages: Sequence[Capture]) -> str | None:
    """The main text's selector, where pages are read and not what the listing carries."""
    if guess.site.selector:
        return guess.site.selector
    return learn.main_selector(
        [
            (decode(page.body, charset(page)), page.link.title if page.link else None)
            for page in pages
            if media_type(page) == HTML and not _carried(page)
        ]
    )


def _carried(page: Capture) -> bool:
    return page.link is not None and page.link.content is not None
