"""Any list of links on web pages, read by the CSS selectors that the site's entry holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from extractors.errors import LayoutChanged
from extractors.formats.document import charset
from extractors.records import Capture, Link, Site
from extractors.sites import forms
from extractors.sites.addresses import clean, document_id, is_document
from extractors.sites.feed import Walk, said
from extractors.sites.forms import Posted, post_back
from extractors.sites.stamps import day
from extractors.thai.text import decode, normalize

NEWEST_FIRST = True  # a page on which nothing is new ends the walk of a site that was listed before
PAGES = 5000  # of a list; one whose pages never end is cut here
CONTROLS = ["a", "input", "button"]  # that lead to another page
NEXT = 'a[rel~="next"][href], link[rel~="next"][href]'  # where the entry names no other

# javascript:openNews('detail.aspx?id=3'), window.open("show.php?id=3"), as in the age of frames.
_IN_SCRIPT = re.compile(r"""['"]([^'"\s]+\.(?:aspx?|php|s?html?|jsp|cfm|pdf|docx?)[^'"\s]*)['"]""", re.I)


def discover(site: Site, since: str | None) -> Walk:
    """Ask for one page of the list after another; where nothing is new any more, whoever asks stops."""
    address: str | None = site.url
    asked: set[str] = set()
    seen: set[str] = set()
    cookies: dict[str, str] = {}
    pages = 0
    while address is not None and address not in asked and pages < PAGES:
        if not isinstance(address, Posted):  # "next" may be the same button on every page
            asked.add(address)
        pages += 1
        capture = yield address
        if capture.status == 304:
            break
        page = parsed(capture)
        listed = {link.id for link in links(capture, site)}
        if not listed and pages > 1 and _is_numbered(site):
            break  # the page after the last one
        if not listed:
            raise _changed(page, capture, site)
        _expect_days(capture, site)
        # Many answer for the page after the last one with the last, or with the first.
        if listed <= seen:
            break
        seen |= listed
        cookies |= forms.cookies(capture)
        address = _next(page, capture.url, site, pages + 1)
        if isinstance(address, Posted):
            address.cookies = dict(cookies)
            address.encoding = forms.page_encoding(capture)
    return None


# Asked for by the walk, and again by whoever walks: of a page for each site that is visited at a time.
@lru_cache(maxsize=16)
def links(capture: Capture, site: Site) -> tuple[Link, ...]:
    """The documents that a list page names; () where the selectors match nothing."""
    return tuple(_links(parsed(capture), capture.url, site)) if capture.status == 200 else ()


def parsed(capture: Capture) -> BeautifulSoup:
    return BeautifulSoup(decode(capture.body, charset(capture)), "lxml")


def _is_numbered(site: Site) -> bool:
    return "{n}" in (site.next or "")


def _links(page: BeautifulSoup, url: str, site: Site) -> Iterator[Link]:
    base = _base(page, url)
    for item in page.select(site.items or "a[href]"):
        anchor = first(item, site.item_link or "a[href]")
        address = clean(target(anchor), base) if anchor else None
        if anchor is None or address is None or not is_document(address, site):
            continue
        named = first(item, site.item_title) if site.item_title else anchor
        yield Link(
            document_id(address, site),
            address,
            title=_words(named) or _words(anchor),
            published=_day(item, anchor, site),
        )


def _base(page: BeautifulSoup, url: str) -> str:
    base = page.find("base", href=True)
    return urljoin(url, str(base["href"])) if isinstance(base, Tag) else url


def first(item: Tag, selector: str) -> Tag | None:
    """The first match within an item, or the item itself."""
    return item if item.css.match(selector) else item.select_one(selector)


def target(anchor: Tag) -> str:
    """The address that a link leads to, also where a script takes one there."""
    target = str(anchor.get("href") or "")
    if target and not target.startswith(("javascript:", "#")):
        return target
    in_script = _IN_SCRIPT.search(target) or _IN_SCRIPT.search(str(anchor.get("onclick") or ""))
    return in_script[1] if in_script else "javascript:"


def _words(tag: Tag | None) -> str | None:
    """What the tag says, or the title or the picture in it."""
    if tag is None:
        return None
    said = tag.get_text(" ", strip=True) or tag.get("title")
    if not said and (picture := tag.find("img", alt=True)):
        said = picture.get("alt")
    return " ".join(normalize(str(said or "")).split()) or None


def _day(item: Tag, anchor: Tag | None, site: Site) -> str | None:
    """The day in the item's element for it, of whichever era."""
    place = first(item, site.item_date) if site.item_date else None
    if place is None or anchor is None:
        return None
    machine = str((first(place, "[datetime]") or place).get("datetime") or "")[:10]
    if re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", machine):
        return machine
    return day(words_beside(place, anchor))


def words_beside(place: Tag, anchor: Tag) -> str:
    """What stands in an element beside a link: a headline's days are not those of its publication."""
    if place is anchor or place in anchor.parents:
        return " ".join(text for text in place.find_all(string=True) if anchor not in text.parents)
    return place.get_text(" ", strip=True)


def _next(page: BeautifulSoup, url: str, site: Site, n: int) -> str | None:
    """The address of the list's page `n`; None after the last."""
    if site.next and _is_numbered(site):
        return clean(site.next.replace("{n}", str(n)), site.url)
    anchor = page.select_one(site.next or NEXT)
    if anchor is None:
        return None
    control = anchor if anchor.name in CONTROLS else anchor.find(CONTROLS)
    if not isinstance(control, Tag):
        return None
    return clean(target(control), _base(page, url)) or post_back(control, _base(page, url))


def _changed(page: BeautifulSoup, capture: Capture, site: Site) -> LayoutChanged:
    """Why a list page lists nothing."""
    if capture.status != 200:
        return LayoutChanged(capture.url, f"expected a list, got {said(capture)}; correct `url` of {site.id}")
    matched = len(page.select(site.items or "a[href]"))
    if matched:
        why = f"{site.items!r} matched {matched} times, but no match leads to a document of {site.url}"
    else:
        why = f"{site.items!r} matched 0 times, expected the entries of the list"
    return LayoutChanged(
        capture.url, f"{why}; correct `items` of {site.id}, or run `prachum site add` on it again"
    )


def _expect_days(capture: Capture, site: Site) -> None:
    if site.item_date and not any(link.published for link in links(capture, site)):
        raise LayoutChanged(
            capture.url, f"{site.item_date!r} gave no day in any entry; correct `item_date` of {site.id}"
        )
