"""The records of the pipeline, as frozen dataclasses in the order in which they come to be.

Times are ISO 8601 strings: moments in UTC with a final "Z", days without a
time. `None` always means "not said", never a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Site:
    """One entry of sites.toml."""

    id: str
    name: str
    url: str
    kind: str
    delay: float = 1.0  # seconds between two requests to one host
    allow_private: bool = False  # loopback and private addresses may be fetched
    enabled: bool = True
    selector: str | None = None  # CSS, the element that holds a page's main text
    paths: tuple[str, ...] = ()
    until: str | None = None  # "06:00", end of the nightly backfill window
    was: tuple[str, ...] = ()  # former addresses of the same site
    pictures: str | None = None
    note: str | None = None
    pin: str | None = None  # "sha256:…", the certificate that is believed though it has expired
    chain: str | None = None  # a file of PEM certificates that the server forgets to send
    types: tuple[str, ...] = ()  # WordPress: further types of posts, as its REST API names their lists
    also: tuple[str, ...] = ()  # further addresses that list documents as `url` does
    items: str | None = None  # CSS, each entry of a list page; only for kind "listing", as the four below
    item_link: str | None = None  # CSS within an entry; None: its first link
    item_title: str | None = None  # CSS within an entry; None: the link's words
    item_date: str | None = None  # CSS within an entry; None: the list tells no days
    next: str | None = None  # CSS of the link to the next list page, or its address with {n} for the number


@dataclass(frozen=True)
class Link:
    """A document that a listing or a page tells of."""

    id: str  # "<site id>/<the source's own id or path>", without host or port
    url: str
    kind: str = "page"  # or "attachment"
    parent: str | None = None  # the page's id, for an attachment
    title: str | None = None
    published: str | None = None  # as the site says it: a moment, or a day
    modified: str | None = None  # the site's stamp of its last change; another stamp means: fetch again
    content: str | None = None  # HTML of the main text, where the listing carries it
    alias: str | None = None  # a further id, by another address that leads to the document


@dataclass(frozen=True)
class Request:
    """A POST: the line that it begins with, "POST /news.aspx HTTP/1.1", and all that followed."""

    line: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True)
class Capture:
    """What a server answered, byte for byte; the body is as sent but for transfer and content coding."""

    url: str
    fetched_at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    link: Link | None = None  # the document it was fetched for; None for a listing or robots.txt
    truncated: str | None = None  # WARC's reason: "length", "time", "disconnect"
    tls: str | None = None  # how a certificate came to be believed: "completed", "pinned" (flows/tls.py)
    answer: str | None = None  # what came in place of the document, a word of sites/answers.py
    record_id: str | None = None  # WARC-Record-ID, once kept
    listed_in: str | None = None  # WARC-Record-ID of the listing that gave the link
    # The POST that it answers, as it was sent; it goes into a record of its own, and comes back with none.
    request: Request | None = field(default=None, compare=False)

    def header(self, name: str) -> str | None:
        """The first header of that name, whatever its case; None when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


# Among a Document's reasons: it has no text before LibreOffice is installed and `prachum reread` reads it.
NEEDS_OFFICE = "needs LibreOffice"
# The same: its text is that of an earlier reading, by a program that is missing now.
KEPT = "kept from an earlier reading"


@dataclass(frozen=True)
class Document:
    """What a reader made of a capture. `text` is final: every offset of the archive indexes it.

    The text opens with the title, where the title is known and the body does
    not begin with it, so that a value read from a headline has its evidence
    there too.
    """

    id: str
    url: str
    media_type: str
    text: str
    kind: str = "page"
    parent: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None  # "th", "en" …
    quality: float | None = None  # 0 … 1, the worst page's
    reasons: tuple[str, ...] = ()  # why the quality is below 1
    pages: tuple[int, ...] = ()  # offset in `text` at which each page begins; empty where there are no pages
    judged: tuple[tuple[float, tuple[str, ...]], ...] = ()  # of each page: quality, and why it is below 1
    running: tuple[tuple[int, int], ...] = ()  # heads and feet of the pages: each [start, end) in `text`
    scanned: tuple[tuple[int, int], ...] = ()  # what OCR read: each [start, end) in `text`
    needs_ocr: bool = False  # kept, but its text waits for OCR
    links: tuple[Link, ...] = ()  # attachments that the document points to
    rows: tuple[tuple[tuple[int, int], ...], ...] = ()  # table rows: the [start, end) in `text` of each cell
    official: Official | None = None  # what a letter, order or minutes say of themselves

    def page(self, offset: int) -> int | None:
        """The page, from 1, on which that offset of `text` lies; None where there are no pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True)
class Found:
    """A value and the place in `Document.text` it was read from: text[start:end] is the proof."""

    value: Any
    start: int
    end: int
    rule: str  # the name of the rule that read it
    confidence: float = 1.0  # 0 … 1, the share of such readings that are right
    also: tuple[tuple[int, int], ...] = ()  # further spans an inferred value rests on (วันนี้ and its dateline)


# What the finders of `fields` give: the path of a value in the event ("start",
# "people[0].topic", "organizers[1]") and what was found for it.
Facts = Mapping[str, Found]


@dataclass(frozen=True)
class Evidence:
    """Where a value of an event was read; offsets are code points of that document's text."""

    document: str
    start: int
    end: int
    rule: str
    confidence: float
    page: int | None = None


class _Proven:
    """A record whose values were read from texts."""

    evidence: Mapping[str, tuple[Evidence, ...]]

    def proofs(self) -> Iterator[tuple[str, Evidence]]:
        """Every path and evidence, in the order of the paths."""
        for path, places in self.evidence.items():
            for place in places:
                yield path, place


@dataclass(frozen=True)
class Signatory:
    name: str  # as a Person's
    honorific: str | None = None
    position: str | None = None  # verbatim, with "for the director" (ปฏิบัติราชการแทน …)
    acting: bool = False


@dataclass(frozen=True)
class Attendee:
    """Who was at a meeting, or was not, as its minutes list them."""

    name: str
    honorific: str | None = None
    position: str | None = None  # verbatim
    duty: str | None = None  # in the committee: ประธานกรรมการ, กรรมการและเลขานุการ
    note: str | None = None  # what stands in brackets behind: ลาป่วย, ติดราชการ


@dataclass(frozen=True)
class Business:
    """An item of an order of business (ระเบียบวาระ)."""

    title: str
    number: str | None = None  # "4", "4.1"


@dataclass(frozen=True)
class Resolution:
    """What a meeting resolved (มติที่ประชุม): one passage."""

    text: str
    item: str | None = None  # the number of the item of business it stands under


@dataclass(frozen=True)
class Official(_Proven):
    """What an official document says of itself, beside the event that it may tell of."""

    kind: str  # letter memorandum order announcement minutes agenda
    number: str | None = None  # in Arabic digits: "ศธ 04097/ว 1234", "128/2566"
    subject: str | None = None  # เรื่อง
    issuer: str | None = None  # the body that wrote it, as written
    addressee: str | None = None  # เรียน
    date: str | None = None  # its own day, ISO; "2022-11" where the day was left blank
    reply_by: str | None = None  # the day until which an answer is asked for
    signatories: tuple[Signatory, ...] = ()
    present: tuple[Attendee, ...] = ()  # ผู้มาประชุม
    absent: tuple[Attendee, ...] = ()  # ผู้ไม่มาประชุม
    attending: tuple[Attendee, ...] = ()  # ผู้เข้าร่วมประชุม, who are no members
    started: str | None = None  # "09:30"
    closed: str | None = None
    business: tuple[Business, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    name: str  # given name and surname, one space, no honorific
    role: str  # chair opener speaker signatory lead guest participant spokesperson
    honorific: str | None = None
    position: str | None = None  # verbatim
    topic: str | None = None
    given: str | None = None
    surname: str | None = None
    rank: str | None = None
    position_full: str | None = None  # รมว. -> รัฐมนตรีว่าการ
    acting: bool = False


@dataclass(frozen=True)
class AgendaItem:
    title: str
    start: str | None = None  # "09:00"
    end: str | None = None
    people: tuple[str, ...] = ()
    number: str | None = None  # of an item of business: "4.1"


@dataclass(frozen=True)
class Event(_Proven):
    """One event with the fields of the guide and DESIGN.md; days are Gregorian ISO dates."""

    title: str | None = None
    type: str = (
        "meeting"  # meeting workshop seminar training conference ceremony press visit exhibition other
    )
    phase: str = "report"  # or "announcement"
    start: str | None = None
    end: str | None = None
    time: str | None = None  # "09:30"
    end_time: str | None = None
    venue: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    online: bool = False
    organizers: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    date_edtf: str | None = None  # a date of lower precision: "2020-12", "2020-Q4"
    days: tuple[tuple[str, str], ...] = ()  # [start, end] of each run of days, where they are not one span
    lunar_date: str | None = None  # verbatim: วันขึ้น 15 ค่ำ เดือน 6
    weekday_conflict: str | None = None  # the weekday the text says, where its date falls on another
    weekday_year: int | None = None  # the Gregorian year in which the date would fall on it
    venues: tuple[str, ...] = ()  # all of them, where there are several
    platform: str | None = None
    link: str | None = None
    series: str | None = None
    number: str | None = None  # "5/2563"
    fiscal_year: int | None = None  # Buddhist Era
    status: str | None = None  # announced held postponed cancelled
    previous_start: str | None = None
    previous_end: str | None = None
    district_name: str | None = None  # the official name: เมืองน่าน where the text says เมือง
    province_code: str | None = None  # official code of the Department of Provincial Administration
    district_code: str | None = None
    organizations: tuple[tuple[str, str | None], ...] = ()  # (normal name, official code) of each organizer
    agenda: tuple[AgendaItem, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
