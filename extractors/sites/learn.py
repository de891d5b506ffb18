"""Which element of a site's pages holds the main text, learned from a few of them.

It is the element whose words are each page's own: what all pages say is the
site's, what stands in links is a menu's. Five pages are enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

from extractors.formats import blocks, main_text
from extractors.sites import selectors
from extractors.thai.dates import find_dates
from extractors.thai.text import normalize

PAGES = 5
HOLDERS = ("div", "td", "article", "section", "main", "center", "span", "body")
LEAST = 40  # letters
SHORT = 120  # letters of a line that may be a byline: its days and numbers are no words of its own


def main_selector(pages: Sequence[tuple[str, str | None]]) -> str | None:
    """The selector that matches once on every page and there holds its own words.

    `pages` are markup and title; None where they are too few to compare, or
    nothing on them is their own.
    """
    if len(pages) < 2:
        return None
    found = [_holders(markup) for markup, _ in pages]
    titles = [_line(title or "") for _, title in pages]
    common = Counter(line for holders in found for line in {_line(said) for said in holders["body"].said})
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for selector in found[0]:
        if selector == "body" or not all(selector in holders for holders in found):
            continue
        score = sum(
            _score(holders[selector], title, common, len(pages))
            for holders, title in zip(found, titles, strict=True)
        )
        # Of elements with the same words the innermost, by its first selector.
        if (score, found[0][selector].depth) > best:
            best, chosen = (score, found[0][selector].depth), selector
    return chosen


class _Holder:
    """An element's lines, how many of its letters are links, and how deep it lies."""

    def __init__(self, tag: Tag) -> None:
        self.said = [line for line in main_text.lines(normalize(blocks.text(tag))).split("\n") if line]
        self.linked = sum(len(anchor.get_text(strip=True)) for anchor in tag.find_all("a"))
        self.depth = len(list(tag.parents))


def _holders(markup: str) -> dict[str, _Holder]:
    """What each selector matches that matches once on the page; "body" is the whole page."""
    page = BeautifulSoup(markup, "lxml")
    counts = Counter(selector for tag in page.find_all(HOLDERS) for selector in _names(tag))
    root = page.body or page
    named = [(tag, list(_names(tag))) for tag in root.find_all(HOLDERS)]
    main_text.clear(root)
    made = {"body": _Holder(root)}
    for tag, names in named:
        once = [name for name in names if counts[name] == 1]
        if once and not tag.decomposed and len(tag.get_text(strip=True)) >= LEAST:
            made |= dict.fromkeys(once, _Holder(tag))
    return made


def _names(tag: Tag) -> list[str]:
    return list(selectors.own(tag)) or [selectors.path(tag)]


def _score(holder: _Holder, title: str, common: Counter[str], pages: int) -> float:
    """Letters that are the page's own, less those that are the site's and those in links."""
    own = site = 0
    for said in holder.said:
        line = _line(said)
        if common[line] > max(1, pages // 2):
            site += len(said)
        elif line != title:
            own += len(said)
    return max(0, own - holder.linked) - 1.5 * site - holder.linked


def _line(said: str) -> str:
    """A line without its days and numbers, so that "ฮิต: 41" and "ฮิต: 7" are the same."""
    line = " ".join(normalize(said).split())
    if len(line) > SHORT:
        return line
    for found in reversed(find_dates(line)):
        line = line[: found.begin] + "#" + line[found.end :]
    return re.sub(r"[\d๐-๙]+", "#", line)
