"""Lines and paragraphs of a text as spans, and a span as a value with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.records import Found
from extractors.thai.digits import arabic
from extractors.thai.names import Name, find_names

Span = tuple[int, int]

HEAD = 4_000  # code points in which an official document opens; a portal's own words may stand before it
PAGE_NUMBER = re.compile(r"[-–\s]*(?:หน้า\s?)?\d{1,3}[-–/\s\d]*")  # - ๒ -, at the top of a page
# What a portal writes below a text.
_PORTAL = re.compile(
    r"ดาวน์โหลด|ไฟล์|เอกสารแนบ|รายละเอียด|พิมพ์|แชร์|แบ่งปัน|โพสต์|เข้าชม|Download|Share", re.IGNORECASE
)


def line_end(text: str, at: int) -> int:
    """Where the line ends in which that offset lies."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def line_start(text: str, at: int) -> int:
    """Where the line begins in which that offset lies."""
    return text.rfind("\n", 0, at) + 1


def lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of text[start:end] that hold something, without the blanks at their ends; no page numbers."""
    end = min(end, len(text))
    while start < end:
        close = min(line_end(text, start), end)
        span = trimmed(text, start, close)
        if span[0] < span[1] and not PAGE_NUMBER.fullmatch(text, *span):
            yield span
        start = close + 1


def trimmed(text: str, start: int, end: int, marks: str = "") -> Span:
    """The span without blanks, or any of the marks, at its ends."""
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end


def paragraph(text: str, start: int, stop: re.Pattern[str], most: int = 4) -> Span:
    """What begins at `start`, up to a line that `stop` matches or an empty one.

    Where neither comes within `most` lines the first line is all of it: the
    rest is the text that goes on.

    >>> text = "เรื่อง ขอเชิญประชุม\\nผู้บริหารสถานศึกษา\\nเรียน ผู้อำนวยการ"
    >>> text[slice(*paragraph(text, 7, re.compile("เรียน")))]
    'ขอเชิญประชุม\\nผู้บริหารสถานศึกษา'
    """
    first = end = line_end(text, start)
    for _ in range(most):
        below = trimmed(text, min(end + 1, len(text)), line_end(text, end + 1))
        if below[0] == below[1] or stop.match(text, below[0]) or _PORTAL.match(text, below[0]):
            return trimmed(text, start, end)
        end = line_end(text, end + 1)
    return trimmed(text, start, first)


def names_in(text: str, span: Span) -> Iterator[Name]:
    """The personal names in text[span], in the offsets of the text.

    >>> text = "ลงชื่อ นายสมมติ ตั้งใจดี"
    >>> [text[name.start : name.end] for name in names_in(text, (7, len(text)))]
    ['นายสมมติ ตั้งใจดี']
    """
    begin = span[0]
    for name in find_names(text[slice(*span)]):
        honorific, given, surname = (part and (part[0] + begin, part[1] + begin) for part in _parts(name))
        assert given is not None
        yield Name(name.start + begin, name.end + begin, honorific, given, surname)


def _parts(name: Name) -> tuple[Span | None, Span, Span | None]:
    return name.honorific, name.given, name.surname


def found(text: str, span: Span, rule: str, confidence: float) -> Found:
    """The words of a span, white space collapsed."""
    return Found(" ".join(text[slice(*span)].split()), *span, rule, confidence)


def number(text: str, span: Span, rule: str, confidence: float) -> Found:
    """The number of a letter or order, in Arabic digits, blanks set as offices set them.

    >>> number("ที่ ศธ ๐๔๐๙๗ /ว๑๒๓", (4, 18), "letter", 1.0).value
    'ศธ 04097/ว 123'
    """
    said = re.sub(r"\s*/\s*", "/", " ".join(arabic(text[slice(*span)]).split()))
    said = re.sub(r"/ว\s?\.?\s?(?=\d)", "/ว ", said)
    return Found(said, *span, rule, confidence)
