"""Where on a page a list of documents is, and by which selectors it can be read every night."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from extractors.records import Site
from extractors.sites import listing, selectors
from extractors.sites.addresses import clean, is_document
from extractors.sites.stamps import day

FEWEST = 3  # entries of a list
SHORTEST = 8  # letters of a headline, on the average; menus have shorter words
_MENUS = ("nav", "header", "footer", "aside")
_NEXT = re.compile(
    r"\s*(?:หน้า)?(?:ถัดไป|ต่อไป|next|older posts?|เรื่องเก่ากว่า)(?:\s*page)?\s*[>»›]*\s*|[>»›]{1,2}", re.I
)
_POSTED = re.compile(r"__doPostBack\(.*Page\$", re.I)
# Behind the number of the page that is shown, in a GridView and in a DataPager.
_BEHIND = ('td:has(> span) + td > a[href*="__doPostBack"]', 'span + a[href*="__doPostBack"]')


@dataclass(frozen=True)
class Found:
    """The keys of a site's entry that read the list; `posted`: it has further pages that they do not read."""

    keys: dict[str, Any]
    posted: bool


def find_list(page: BeautifulSoup, site: Site) -> Found | None:
    """The page's most telling list of links to documents of that site; None where there is none."""
    groups: dict[str, list[Tag]] = defaultdict(list)
    for anchor in page.find_all("a"):
        if not _in_menu(anchor) and _address(anchor, site):
            groups[" ".join(_way(anchor))].append(anchor)
    candidates = [(score, way) for way, anchors in groups.items() if (score := _score(anchors, site))]
    for _, way in sorted(candidates, reverse=True):
        if keys := _keys(page, groups[way], site):
            posted = any(_POSTED.search(str(anchor.get("href") or "")) for anchor in page.find_all("a"))
            further = _next(page, site)
            return Found(keys | further, posted and not further)
    return None


def _in_menu(anchor: Tag) -> bool:
    """Whether a link is the page's own; the header of an entry holds its headline."""
    around = anchor.find_parent(_MENUS)
    return around is not None and around.find_parent(("article", "main")) is None


def _address(anchor: Tag, site: Site) -> str | None:
    address = clean(listing.target(anchor), site.url)
    return address if address and is_document(address, site) else None


def _way(tag: Tag) -> list[str]:
    return [selectors.described(step) for step in reversed([tag, *tag.parents]) if step.name != "[document]"]


def _score(anchors: list[Tag], site: Site) -> float:
    """How much the links of a group look like headlines; 0 where they do not."""
    said = {_address(anchor, site): len(anchor.get_text(" ", strip=True)) for anchor in anchors}
    if len(said) < FEWEST or sum(said.values()) < SHORTEST * len(said):
        return 0
    dated = sum(1 for anchor in anchors if _dated(_item(anchor, anchors), anchor))
    return sum(min(length, 100) for length in said.values()) * (1 + 2 * dated / len(anchors))


def _item(anchor: Tag, anchors: list[Tag]) -> Tag:
    """The largest element around a link that holds no other link of the list."""
    others = {id(other) for other in anchors if other.get("href") != anchor.get("href")}
    item = anchor
    while item.parent is not None and item.parent.name not in ("body", "html", "[document]"):
        if any(id(inner) in others for inner in item.parent.find_all("a")):
            break
        item = item.parent
    return item


def _keys(page: BeautifulSoup, anchors: list[Tag], site: Site) -> dict[str, Any] | None:
    """`items` and what is needed besides; None where no selector matches the list and nothing else."""
    items = list({id(item): item for item in (_item(anchor, anchors) for anchor in anchors)}.values())
    wanted = {_address(anchor, site) for anchor in anchors}
    for selector in _item_selectors(items):
        matched = page.select(selector)
        if len(matched) < len(items) or not {id(item) for item in items} <= set(map(id, matched)):
            continue
        link = _link_selector(matched, wanted, anchors, site)
        if link is None:
            continue
        keys = {"items": selector} | ({"item_link": link} if link else {})
        return keys | _date(items, anchors)
    return None


def _item_selectors(items: list[Tag]) -> Iterator[str]:
    """By their class alone where all have one, else by their way down from what holds them all."""
    tags = {item.name for item in items}
    if len(tags) != 1:
        return
    shared = [
        word for word in selectors.classes(items[0]) if all(word in selectors.classes(item) for item in items)
    ]
    yield from (f"{items[0].name}.{word}" for word in shared)
    around = _around(items)
    for holder in (around, around.parent):
        if holder is not None and holder.name not in ("html", "[document]"):
            yield from (f"{name} > {items[0].name}" for name in _holder_names(holder))
            yield from (f"{name} {items[0].name}" for name in _holder_names(holder))


def _holder_names(holder: Tag) -> Iterator[str]:
    yield from selectors.own(holder)
    yield selectors.path(holder)


def _around(items: list[Tag]) -> Tag:
    """The innermost element that holds them all."""
    shared = [id(parent) for parent in items[-1].parents]
    return next(parent for parent in items[0].parents if id(parent) in shared)


def _link_selector(matched: list[Tag], wanted: set[str | None], anchors: list[Tag], site: Site) -> str | None:
    """The selector of an entry's link, "" where its first is the right one; None where none is."""
    first = selectors.described(anchors[0])
    within = selectors.described(anchors[0].parent) if anchors[0].parent else ""
    for choice in ("", first, f"{within} {first}", f"{within} > {first}"):
        if choice and selectors.fault(choice):
            continue
        led = [listing.first(item, choice or "a[href]") for item in matched]
        if {_address(anchor, site) for anchor in led if anchor is not None} - {None} == wanted:
            return choice
    return None


def _dated(item: Tag, anchor: Tag) -> bool:
    return day(listing.words_beside(item, anchor)) is not None


def _date(items: list[Tag], anchors: list[Tag]) -> dict[str, str]:
    """The selector of the element of each entry that says its day, the innermost one that does so in most."""
    pairs = [(item, next(a for a in anchors if a is item or item in a.parents)) for item in items]
    first, anchor = pairs[0]
    inside = [
        tag for tag in first.find_all(True) if anchor not in (tag, *tag.parents) and tag not in anchor.parents
    ]
    for tag in [*reversed(inside), *(tag for tag in (*anchor.parents,) if first in (tag, *tag.parents))]:
        for choice in (*(f"{tag.name}.{word}" for word in selectors.classes(tag)), tag.name):
            read = [
                day(listing.words_beside(place, link)) if (place := listing.first(item, choice)) else None
                for item, link in pairs
            ]
            if sum(map(bool, read)) >= 0.8 * len(pairs):
                return {"item_date": choice}
    return {}


def _next(page: BeautifulSoup, site: Site) -> dict[str, str]:
    """What leads to the list's second page; nothing where rel="next" does, or where there is none."""
    if page.select_one(listing.NEXT):
        return {}
    for anchor in page.find_all("a", href=True):
        leads = clean(str(anchor["href"]), site.url) or "__doPostBack" in str(anchor["href"])
        if _NEXT.fullmatch(f"{anchor.get_text(' ', strip=True)}") and leads:
            return {"next": _next_selector(page, anchor)}
    for anchor in page.find_all("a", href=True):
        address = clean(str(anchor["href"]), site.url)
        if anchor.get_text(strip=True) in ("2", "[2]") and address and "{n}" in (shape := _numbered(address)):
            return {"next": shape}
    for behind in _BEHIND:
        if (found := page.select_one(behind)) and found.get_text(strip=True) in ("2", "[2]"):
            return {"next": behind}
    return {}


def _next_selector(page: BeautifulSoup, anchor: Tag) -> str:
    """By a class that says next, else by the link's words; a class of looks also leads back from page 2."""
    around = [anchor.parent] if anchor.parent else []
    names = [f"a.{word}" for word in selectors.classes(anchor) if "next" in word.lower()]
    names += [
        f"{tag.name}.{word} a" for tag in around for word in selectors.classes(tag) if "next" in word.lower()
    ]
    said = anchor.get_text(" ", strip=True)
    names.append(f'a:-soup-contains("{said.strip(" >»›") or said}")')
    return next((name for name in names if page.select_one(name) is anchor), names[-1])


def _numbered(address: str) -> str:
    """The address of page 2 with {n} for its number.

    >>> _numbered("http://a.th/news.php?cat=2&page=2"), _numbered("http://a.th/news/page/2/")
    ('http://a.th/news.php?cat=2&page={n}', 'http://a.th/news/page/{n}/')
    """
    parts = urlsplit(address)
    tail = re.sub(
        r"(?<=[?&/])((?:page|paged|pg|p|pageno|page_no)[=/])2(?=&|/|$)",
        r"\1{n}",
        address[len(parts.scheme) :],
    )
    return parts.scheme + tail
