"""The ways in which a site may be harvested: for each kind what to ask for, and the entry that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from extractors.errors import LayoutChanged
from extractors.formats.media import HTML, media_type
from extractors.records import Capture, Link, Site
from extractors.sites import KINDS, feed, listing, lists, sitemap, wordpress
from extractors.sites.addresses import clean, is_front_page, is_own

REQUESTS = 4  # that are spent on one guess
FRAMES = 3  # of a page, that are looked into
TYPES = 6  # of posts, that are asked for
NEWS = 3  # pages of a menu, that are looked into
POSTED = "its further pages are got by a form: only the first one is read, every night"

_COMMENTS = re.compile(r"comments?[/_-]?(?:feed|rss)|ความเห็น|comment", re.I)
# What menus call their lists of news: "all news" before "news", both before "activities".
_NEWS = tuple(
    re.compile(words, re.I)
    for words in (
        r"ทั้งหมด|all news",
        r"ข่าว|ประชาสัมพันธ์|news",
        r"กิจกรรม|ประกาศ|events?|announcements?",
    )
)
_LONGEST = 30  # letters of a menu's entry; headlines have more
_REST = re.compile(r"(?:wp-json/?|(?:index\.php)?\?rest_route=.*)$")


@dataclass(frozen=True)
class Guess:
    """One way to harvest a site, and the first documents that it lists."""

    site: Site
    links: tuple[Link, ...]
    more: bool = False  # the list goes on
    note: str | None = None

    def worth(self) -> int:
        """How much of the site it reaches, as far as that can be seen."""
        return len(self.links) * (3 if self.more else 1)


Listed = tuple[tuple[Link, ...], bool]
Look = Generator[str, Capture, list[Guess]]


def look(site: Site, requests: int = REQUESTS, enough: int = 1) -> Generator[str, Capture, Listed]:
    """The first documents that a site lists, and whether its list goes on.

    Ends with `enough` of them, or after so many requests. Raises
    LayoutChanged where the site is not as its entry says.
    """
    found: dict[str, Link] = {}
    walk = KINDS[site.kind].discover(site, None)
    try:
        url = next(walk)
        for _ in range(requests):
            capture = yield url
            found |= {link.id: link for link in KINDS[site.kind].links(capture, site)}
            url = walk.send(capture)
            if len(found) >= enough:
                break
    except StopIteration:
        return tuple(found.values()), False
    finally:
        walk.close()
    return tuple(found.values()), True


def _wordpress(site: Site, home: Capture, page: BeautifulSoup) -> Look:
    api = page.find("link", rel="https://api.w.org/")
    if isinstance(api, Tag) and is_own(urljoin(home.url, str(api.get("href"))), site):
        base = _REST.sub("", urljoin(home.url, str(api["href"])))
    elif b"/wp-content/" in home.body or b"/wp-includes/" in home.body:
        base = urljoin(home.url, "/")
    else:
        return []
    guesses = yield from _quietly(replace(site, url=base))
    if not guesses or not guesses[0].links[0].content:  # the feed names no types
        return guesses
    further = yield from _types(guesses[0].site)
    return [replace(guess, site=replace(guess.site, types=further)) for guess in guesses]


def _types(site: Site) -> Generator[str, Capture, tuple[str, ...]]:
    """The further types of posts of which there are some."""
    named: list[str] = []
    for address in ("wp-json/wp/v2/{}?", "?rest_route=/wp/v2/{}&"):
        if named := wordpress.types((yield site.url + address.format("types"))):
            break
    found: list[str] = []
    for kind in named[:TYPES]:
        listed = yield f"{site.url}{address.format(kind)}per_page=1&_fields=id,link,title,content"
        try:
            found += [kind] if wordpress.links(listed, site) else []
        except LayoutChanged:  # a list of something else
            continue
    return tuple(found)


def _feed(site: Site, home: Capture, page: BeautifulSoup) -> Look:
    """The feed that the address is, or the first of those that the page names."""
    if feed.is_feed(home):
        return [Guess(site, links)] if (links := feed.links(home, site)) else []
    for link in page.find_all("link", rel="alternate", href=True):
        address = clean(str(link["href"]), home.url)
        if "xml" not in str(link.get("type")) or address is None or not is_own(address, site):
            continue
        if not _COMMENTS.search(f"{link['href']} {link.get('title') or ''}"):
            return (yield from _quietly(replace(site, url=address)))
    return []


def _sitemap(site: Site, home: Capture, page: BeautifulSoup) -> Look:
    """The sitemap that the address is, that robots.txt names, or that lies where most do."""
    if sitemap.is_sitemap(home):
        return (yield from _quietly(site, enough=1000))
    robots = yield urljoin(home.url, "/robots.txt")
    text = robots.body.decode("utf-8-sig", "replace") if robots.status == 200 else ""
    named = re.findall(r"^\s*sitemap\s*:\s*(\S+)", text, re.I | re.M)
    found = replace(site, url=urljoin(home.url, named[0] if named else "/sitemap.xml"))
    if not is_own(found.url, site):
        return []
    return (yield from _quietly(found, enough=1000))


def _listing(site: Site, home: Capture, page: BeautifulSoup) -> Look:
    """The lists on the page, on those that its frames hold, and on those that its menu calls news.

    The one that reaches furthest first, and with it the others that the same
    selectors read.
    """
    if media_type(home) != HTML:
        return []
    seen = {home.url: page}
    for address in _frames(page, home.url, site):
        capture = yield address
        seen[capture.url] = listing.parsed(capture)
    guesses = yield from _lists(seen, site)
    if not guesses or is_front_page(home.url):
        news: dict[str, BeautifulSoup] = {}
        for address in _news(seen, site):
            capture = yield address
            news |= {capture.url: listing.parsed(capture)} if capture.url not in seen else {}
        guesses += yield from _lists(news, site)
    return _joined(sorted(guesses, key=Guess.worth, reverse=True))


# The kinds in the order in which they are looked for. To add one: a function
# that asks for what it needs and returns its guesses, the best first, and a
# line here.
LOOKS: dict[str, Callable[[Site, Capture, BeautifulSoup], Look]] = {
    "wordpress": _wordpress,
    "feed": _feed,
    "sitemap": _sitemap,
    "listing": _listing,
}


def _quietly(site: Site, enough: int = 1, note: str | None = None) -> Look:
    """The guess that `look` confirms; none where it lists nothing, or is of another kind."""
    try:
        links, more = yield from look(site, enough=enough)
    except LayoutChanged:
        return []
    return [Guess(site, links, more, note)] if links else []


def _frames(page: BeautifulSoup, url: str, site: Site) -> list[str]:
    """The pages that the page's own frames hold."""
    frames = page.find_all(("frame", "iframe"), src=True)
    found = (clean(str(frame["src"]), url) for frame in frames)
    return [address for address in found if address and is_own(address, site)][:FRAMES]


def _news(seen: Mapping[str, BeautifulSoup], site: Site) -> list[str]:
    """Where short links lead that speak of news, the likeliest first."""
    found: dict[str, int] = {}
    for url, page in seen.items():
        for anchor in page.find_all("a", href=True):
            words = anchor.get_text(" ", strip=True)
            rank = next((n for n, said in enumerate(_NEWS) if said.search(words)), None)
            address = clean(str(anchor["href"]), url)
            if rank is not None and len(words) <= _LONGEST and address and is_own(address, site):
                found.setdefault(address, rank)
    return [address for address in sorted(found, key=found.__getitem__) if address not in seen][:NEWS]


def _lists(pages: Mapping[str, BeautifulSoup], site: Site) -> Look:
    """A guess for each page on which there is a list."""
    guesses: list[Guess] = []
    for url, page in pages.items():
        found = lists.find_list(page, replace(site, url=url))
        if found is not None:
            note = POSTED if found.posted else None
            guesses += yield from _quietly(replace(site, url=url, **found.keys), note=note)
    return guesses


def _joined(guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses without those that the first one's selectors read too: these are its `also`."""
    if not guesses:
        return []
    best, others = guesses[0], guesses[1:]
    known = {link.id for link in best.links}
    alike = [guess for guess in others if replace(guess.site, url="") == replace(best.site, url="")]
    further = [guess.site.url for guess in alike if not {link.id for link in guess.links} <= known]
    joined = replace(best, site=replace(best.site, also=tuple(further)))
    return [joined, *(guess for guess in others if guess not in alike)]
