"""What came where it is not the document that was asked for: a page that is gone, a login form, a refusal.

Servers say so with any status: many answer 200 to everything. What is gone
and what is only withheld are two things, since the one is an end and the
other is asked for again.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from extractors.errors import Gone, PrachumError, TryAgain, Withheld
from extractors.formats.document import charset
from extractors.formats.media import HTML, media_type
from extractors.records import Capture, Link, Site
from extractors.sites.addresses import clean, host, is_front_page, is_own
from extractors.thai.text import decode, normalize

LONGEST = 300_000  # bytes; a page with more is not one of these
SHORT = 600  # letters; sentences of servers stand alone on their page
BEGINNING = 2000  # bytes; PHP may print its warnings before the XML
ENOUGH = 1_000  # characters, in which it shows whether a page says more than that
LEAST = 200  # letters; a page with less and a script is made in the browser

# Word for the catalogue -> the error that says what to do, and what it says.
# To add one: a line here, its rule in `judge`, its Thai in flows/telling/documents.py.
ANSWERS: dict[str, tuple[type[PrachumError], str]] = {
    "gone": (Gone, "the server says it is not there (status {status})"),
    "not found": (Gone, "the page says that it is not there, though its status is 200"),
    "home": (Gone, "it leads to the front page: it is not there any more"),
    "elsewhere": (
        Withheld,
        "it leads to {url}; if the office moved, set `url` and write the old one into `was`",
    ),
    "login": (Withheld, "expected the document, came a login form; the next night asks again"),
    "refused": (Withheld, "the server refuses it (status {status}); the next night asks again"),
    "blocked": (Withheld, "came a page that refuses it, though its status is 200; the next night asks again"),
    "script": (Withheld, "is built in the browser, and comes without its text; the next night asks again"),
    "empty": (Withheld, "expected the document, came an empty page; the next night asks again"),
    "failing": (TryAgain, "the server answered {status}; the next run asks again"),
    "broken": (TryAgain, "came an error of the site's own program; the next run asks again"),
    "other": (TryAgain, "expected the document, got status {status}; the next run asks again"),
}
GONE = tuple(word for word, (error, _) in ANSWERS.items() if error is Gone)

# What the title, a part of it, or the headline of such a page says and nothing
# else. To add one: a line here; a headline of a real document must not fit.
_THING = r"(?:หน้า(?:เว็บ|เพจ)?|เพจ|เอกสาร|ข้อมูล|ข่าว|บทความ|รายการ|ไฟล์|แฟ้ม|เนื้อหา)"
_HEADINGS = {
    "not found": (
        r"(?:error\s*)?404\b.{0,40}",
        r"(?:not|nothing)\s+(?:was\s+)?found",
        r"(?:the\s+|this\s+)?(?:requested\s+)?(?:page|file|article|document|object|url)\s+(?:was\s+)?not\s+found.{0,40}",
        r"(?:oops\W*|sorry\W*)?(?:that\s+)?page\s+can(?:no|.)t\s+be\s+found\W*",
        rf"(?:ขออภัย\s*)?ไม่(?:พบ|มี|ปรากฏ){_THING}(?:นี้)?",
        rf"(?:ขออภัย\s*)?ไม่(?:พบ|มี|ปรากฏ){_THING}ที่(?:ท่าน|คุณ)?(?:ต้องการ|ค้นหา|ร้องขอ|เรียก|ระบุ).{{0,20}}",
        rf"{_THING}(?:นี้)?(?:ได้)?ถูกลบ(?:ไป|ออก)?(?:แล้ว)?",
    ),
    "login": (
        r"(?:กรุณา|โปรด)?(?:เข้าสู่ระบบ|ลงชื่อเข้า(?:ใช้|สู่ระบบ)|ล็อกอิน).{0,40}",
        r"(?:please\s+)?(?:log|sign)[\s-]*in.{0,30}|member\s+login|authori[sz]ation\s+required",
    ),
    "blocked": (
        r"(?:error\s*)?403\b.{0,40}|(?:access\s+)?(?:forbidden|denied)|request\s+rejected",
        r"just\s+a\s+moment\W*|attention\s+required\W*.{0,20}|you\s+(?:have\s+been|are)\s+blocked",
        r"account\s+suspended|bandwidth\s+limit\s+exceeded",
        r"(?:ท่าน)?ไม่(?:มี|ได้รับ)สิทธิ์?(?:ใน)?(?:การ)?เข้า(?:ถึง|ชม|ใช้).{0,30}|ปฏิเสธการเข้าถึง",
    ),
}
_HEADED = {word: re.compile("|".join(said), re.I) for word, said in _HEADINGS.items()}
# What stands on such a page where it says nothing else.
_ALONE = {
    "blocked": re.compile(
        r"requested URL was rejected|checking your browser|enable cookies to continue|security service",
        re.I,
    ),
    "broken": re.compile(
        r"error establishing a database|error in your SQL syntax|fatal error\s*:|uncaught exception|"
        r"server error in '/' application|mysqli?_(?:connect|query)|SQLSTATE\[|technical difficulties",
        re.I,
    ),
}
_PARTS = re.compile(r"\s+[|–—»•·:-]\s+")
# Lower headlines belong to widgets as well: a login box stands beside many documents.
_HEADINGS_OF_A_PAGE = ("title", "h1")
_UNSAID = ("script", "style", "noscript", "template", "head")
_HOLDS = ("img", "iframe", "embed", "object", "video", "frame")
_ROOMS = ("root", "app", "__next", "__nuxt")  # the ids of the elements that scripts fill
_ROOT = re.compile(rb"<(rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
_LOGIN_PATH = re.compile(r"/(?:wp-)?(?:log|sign)-?in\b", re.I)


def judge(capture: Capture, site: Site) -> str | None:
    """The word of ANSWERS for what came; None where it is the document, or what a listing carries of it."""
    link = capture.link
    if link is not None and _leads_elsewhere(capture.url, link, site):
        return "elsewhere"
    if capture.status != 200:
        return _of_status(capture.status)
    if link is None or link.content is not None or capture.truncated is not None:
        return None
    if _leads_home(capture.url, link.url, site):
        return "home"
    if not capture.body.strip():
        return "empty"
    if len(capture.body) > LONGEST or media_type(capture) != HTML:
        return None
    return _Page(decode(capture.body, charset(capture))).answer(capture)


def raise_unless_document(capture: Capture) -> None:
    """The error of ANSWERS for a capture that was judged to be something else."""
    if capture.answer is not None:
        error, said = ANSWERS[capture.answer]
        asked = capture.link.url if capture.link else capture.url
        raise error(asked, said.format(status=capture.status, url=capture.url))


def is_torn(body: bytes) -> bool:
    """Whether a feed or a sitemap breaks off: its root is never closed, whatever length the answer bears.

    >>> is_torn(b"<?xml version='1.0'?><rss><channel><item>"), is_torn(b"<rss></rss><!-- cached -->")
    (True, False)
    """
    root = _ROOT.search(body, 0, BEGINNING)
    return root is not None and b"</" + root[1] not in body


def is_built_in_browser(markup: str) -> bool:
    """Whether a page comes without its text, which a script is to fetch.

    >>> is_built_in_browser('<body><div id="app"></div><script src="/app.js"></script></body>')
    True
    """
    return _Page(markup).is_built()


def _leads_home(came: str, asked: str, site: Site) -> bool:
    is_home = is_front_page(came) or clean(came) == clean(site.url)
    return is_home and not is_front_page(asked) and clean(asked) != clean(came)


def _leads_elsewhere(came: str, link: Link, site: Site) -> bool:
    """Whether a page was taken to another host; files often lie on one."""
    return link.kind == "page" and host(came) != host(link.url) and not is_own(came, site)


def _of_status(status: int) -> str:
    if status in (404, 410):
        return "gone"
    if status in (401, 402, 403, 407, 451):
        return "refused"
    return "failing" if status >= 500 or status == 429 else "other"


class _Page:
    """What stands on a page, as far as that tells whether it is a document."""

    def __init__(self, markup: str) -> None:
        # Of lxml itself, in a tenth of BeautifulSoup's time: every page of a harvest passes here.
        tree = etree.HTML(markup.encode("utf-8", "replace") or b"<p>", etree.HTMLParser(encoding="utf-8"))
        page = tree if tree is not None else etree.Element("html")
        said = [_plain(heading) for heading in page.iter(*_HEADINGS_OF_A_PAGE)]
        self.headings = [part.strip() for line in said for part in (line, *_PARTS.split(line))]
        self.asks_for_password = any(_is_password(field) for field in page.iter("input"))
        self.holds = next(page.iter(*_HOLDS), None) is not None
        self._scripted = next(page.iter("script"), None) is not None
        self._leads_on = (
            any(link.get("href") for link in page.iter("a")) or next(page.iter("form"), None) is not None
        )
        self._has_room = "enable JavaScript" in markup or any(
            div.get("id") in _ROOMS and not _plain(div) for div in page.iter("div")
        )
        etree.strip_elements(page, *_UNSAID, etree.Comment, with_tail=False)
        line = _said(page)
        # Of a longer text no more than its length is asked, and making it regular is most of the work.
        self.text = line if len(line) > ENOUGH else _regular(line)

    def answer(self, capture: Capture) -> str | None:
        title = normalize((capture.link.title if capture.link else None) or "")
        if self.is_built():
            return "script"
        for word, headed in _HEADED.items():
            fits = any(headed.fullmatch(said) for said in self.headings if said != title)
            if fits and (word != "login" or self.asks_for_password):
                return word
        if self.asks_for_password and _LOGIN_PATH.search(urlsplit(capture.url).path):
            return "login"
        for word, alone in _ALONE.items():
            if len(self.text) < SHORT and alone.search(self.text):
                return word
        return None if self.text or self.holds else "empty"

    def is_built(self) -> bool:
        return self._scripted and len(self.text) < LEAST and (self._has_room or not self._leads_on)


def _is_password(field: Any) -> bool:
    return str(field.get("type") or "").lower() == "password"


def _plain(element: Any) -> str:
    return _regular(_said(element))


def _said(element: Any) -> str:
    """What the element says, in one line."""
    return " ".join("".join(element.itertext()).split())


def _regular(line: str) -> str:
    return " ".join(normalize(line).split())
