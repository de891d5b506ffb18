"""Web pages: the main text of a page, its title, its day, and what it points to."""

from __future__ import annotations

import re
from html import unescape

from bs4 import BeautifulSoup, Tag

from extractors.errors import Unmatched, Unreadable
from extractors.formats import attachments, blocks, main_text
from extractors.formats.document import charset, document
from extractors.formats.rows import settled
from extractors.records import Capture, Document, Site
from extractors.thai.text import decode, normalize

LIMIT = 5_000_000  # bytes; the tree of a longer page would take hundreds of megabytes
DEPTH = 500  # elements within each other; real pages have under 100, those with many unclosed ones under 300
LEAST = 200  # bytes of text that a page must have which comes without attachment: two Thai sentences

# What the site's name hangs on in a <title>.
_SUFFIX = re.compile(r"\s+[|–—»•·:-]\s+[^|–—»•·]{2,60}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")


def read(capture: Capture, site: Site) -> Document:
    """The main text: what the listing carried, else the site's selector, else the likeliest element.

    Raises Unmatched where the selector does not match exactly once, and
    Unreadable where a page comes without text: a login form, an empty theme.
    """
    carried = capture.link.content if capture.link else None
    page = _parsed(
        carried if carried is not None else decode(capture.body[:LIMIT], charset(capture)), capture
    )
    title, published = (None, None) if carried is not None else (_title(page), _published(page))
    # Where the selector matches, the page is no login form, though one may hide in it; and it may be short.
    asks_for_login = site.selector is None and page.find("input", type="password") is not None
    root = page if carried is not None else _root(page, capture, site)
    main_text.clear(root)
    text, rows = settled(main_text.lines(normalize(blocks.text(root))))
    found = attachments.links(root, *_place(capture), site, len(text))
    if carried is None:
        _check(capture, text, bool(found), asks_for_login, LEAST if site.selector is None else 1)
    cut = ("longer than 5 MB, the rest is unread",) if len(capture.body) > LIMIT and carried is None else ()
    return document(capture, "text/html", text, rows, title, published, links=found, reasons=cut)


def _parsed(markup: str, capture: Capture) -> BeautifulSoup:
    page = BeautifulSoup(markup, "lxml")
    level: list[Tag] = [page]
    for _ in range(DEPTH):
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
        if not level:
            return page
    raise Unreadable(capture.url, f"expected a page, came elements nested more than {DEPTH} deep; it is kept")


def _place(capture: Capture) -> tuple[str, str]:
    """The page's address and id, for what it points to."""
    return (capture.link.url, capture.link.id) if capture.link else (capture.url, capture.url)


def _root(page: BeautifulSoup, capture: Capture, site: Site) -> Tag:
    if site.selector is None:
        return main_text.element(page)
    matches = page.select(site.selector)
    if len(matches) != 1 and page.find("input", type="password") is not None:
        raise Unreadable(capture.url, "expected the page, came a login form; the last good version stays")
    if len(matches) != 1:
        raise Unmatched(
            capture.url,
            f"{site.selector!r} matched {len(matches)} times, expected 1; correct `selector` of {site.id}",
        )
    return matches[0]


def _check(capture: Capture, text: str, has_attachments: bool, asks_for_login: bool, least: int) -> None:
    size = len(text.encode())
    if size >= least:
        return
    if asks_for_login:
        raise Unreadable(capture.url, "expected the page, came a login form; the last good version stays")
    if not has_attachments:
        raise Unreadable(
            capture.url,
            f"expected a page's text, came {size} bytes of it and no attachment; the last good version stays",
        )


def _title(page: BeautifulSoup) -> str | None:
    """The headline: og:title, the only h1, or <title> without the name of the site."""
    if said := _meta(page, "og:title"):
        return _SUFFIX.sub("", said) if (page.title and said == page.title.get_text(strip=True)) else said
    headlines = [h1.get_text(" ", strip=True) for h1 in page.find_all("h1")]
    if len(headlines) == 1 and headlines[0]:
        return headlines[0]
    return (_SUFFIX.sub("", page.title.get_text(" ", strip=True)) or None) if page.title else None


def _published(page: BeautifulSoup) -> str | None:
    said = _meta(page, "article:published_time", "datePublished", "date", "dc.date", "dc.date.issued")
    for time in page.find_all("time", datetime=True) if said is None else ():
        named = {"published", "entry-date"} & set(time.get("class") or ())
        if named or time.get("itemprop") == "datePublished" or time.find_parent("article"):
            said = str(time["datetime"])
            break
    return said if said and _DAY.fullmatch(said) else None


def _meta(page: BeautifulSoup, *names: str) -> str | None:
    """What the page's metadata says under the first of the names that it has."""
    said: dict[str, str] = {}
    for tag in page.find_all("meta", content=True):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        said.setdefault(name, unescape(str(tag["content"])).strip())
    return next((said[name.lower()] for name in names if said.get(name.lower())), None)
