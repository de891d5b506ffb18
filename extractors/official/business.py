"""The items of an order of business (ระเบียบวาระ), and what was resolved under each (มติที่ประชุม)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.official.passages import PAGE_NUMBER, Span, found, line_end, trimmed
from extractors.records import Found
from extractors.thai.digits import arabic

MOST = 200  # items, and resolutions
_TITLE = 300  # code points of an item's title
_PASSAGE = 3_000  # code points of one resolution
_WRAPPED = 55  # code points of a line from which on the next one may go on with its sentence

_ITEM = re.compile(
    r"^[ \t]{0,8}(?:ระเบียบ)?วาระ(?:การประชุม)?ที่[ \t]{0,8}"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.:：)]?[ \t]{0,8}"
    r"(?:\n[ \t]{0,8})?",
    re.MULTILINE,
)
# 4.1, 4.1.2: a point of the item above it; 09.30 is none.
_POINT = re.compile(
    r"^[ \t]{0,8}(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)[.)]?[ \t]+(?!น\.|นาฬิกา)(?=[^\s\d])", re.MULTILINE
)
_ABOUT = re.compile(r"เรื่อง[ \t]{0,8}[:：]?[ \t]+")
# Where the talk of it begins, on the same line as the title.
_TALK = re.compile(
    r"[ \t](?:ด้วย|ตามที่|(?:ฝ่าย)?เลขานุการ|ประธาน(?!คณะ|กรรมการ)|นาย(?!ก)|นาง|ดร\.|ผอ\."
    r"|ที่ประชุม|มติ(?:ที่ประชุม)?[ \t:])"
)
# "Resolved:" before what was; a line of what the meeting did is a resolution itself.
_RESOLVED = re.compile(
    r"(?:^[ \t]{0,8}|[ \t])(?:มติ(?:ของ)?(?:ที่ประชุม|คณะกรรมการ|สภา)?"
    r"|ที่ประชุม(?:จึง|ได้)?(?:พิจารณาแล้ว)?(?:จึง)?(?:มีมติ|ลงมติ))[ \t]{0,8}[:：]?[ \t]{0,8}(?:\n[ \t]{0,8})?(?=\S)"
    r"|^[ \t]{0,8}(?=ที่ประชุม[ \t]?(?:ได้|ร่วมกัน|จึง)?(?:พิจารณาแล้ว[ \t]?)?(?:รับทราบ|รับรอง|เห็นชอบ|อนุมัติ))",
    re.MULTILINE,
)
# What the word มติ means elsewhere in minutes: an earlier decision.
_OTHER = re.compile(r"(?:ตาม|จาก|แจ้ง|ทราบ|ขอ|การ|ต่อ|ถือเป็น)[ \t]{0,8}\Z")
_VERB = re.compile(
    r"(?:ที่ประชุม|คณะกรรมการ)?[ \t]{0,8}(?:มีมติ|ลงมติ)?[ \t]{0,8}"
    r"(?:เป็นเอกฉันท์|โดยเอกฉันท์|ด้วยคะแนน[^\n]{0,40})?[ \t]{0,8}"
    r"(?:[“\"(\d•–-]|รับ|เห็น|อนุมัติ|อนุญาต|มอบ|ให้|ไม่|พิจารณา|ทราบ|รวม|กำหนด|แต่งตั้ง|เลือก|ยก|ดำเนิน|ชะลอ|เลื่อน"
    r"|จัด|ตั้ง|สนับสนุน|ขอ|ปรับ|แก้|งด|ปิด|เปิด|ส่ง|นำ|ผ่าน|ถอน|ยืนยัน)"
)
# What a resolution ends before.
_NEXT = re.compile(
    r"[ \t]{0,8}(?:(?:ระเบียบ)?วาระ(?:การประชุม)?ที่|\d{1,2}\.\d{1,2}[.)\s]|มติ(?:ที่ประชุม)?[\s:：]|ที่ประชุม|ประธาน"
    r"|(?:เลิก|ปิด|เริ่ม)(?:การ)?ประชุม|ประชุมเลิก|\(?ลงชื่อ|\(นาย|\(นาง|ผู้จด|ผู้ตรวจ|\n|\Z)"
)
_LISTED = re.compile(r"[ \t]{0,8}(?:\(?\d{1,2}[.)](?!\d)|[-–•*])[ \t]{0,8}")


def business(text: str, start: int) -> dict[str, Found]:
    """`business[i].title` and `.number`, items with their points, in the order of the text.

    >>> text = "ระเบียบวาระที่ ๔ เรื่องเพื่อพิจารณา\\n๔.๑ การจัดงานวันเด็ก\\n๑๓.๓๐ น. พัก"
    >>> [fact.value for path, fact in business(text, 0).items() if path.endswith("number")]
    ['4', '4.1']
    """
    facts: dict[str, Found] = {}
    known: set[str] = set()
    for number, title in _items(text, start):
        value = arabic(text[slice(*number)])
        if value in known or len(known) >= MOST:
            continue
        at = f"business[{len(known)}]"
        known.add(value)
        facts[f"{at}.number"] = Found(value, *number, "business", 0.97)
        facts[f"{at}.title"] = found(text, title, "business", 0.9)
    return facts


def _items(text: str, start: int) -> Iterator[tuple[Span, Span]]:
    """The spans of number and title of each item, and of each point under the item it belongs to."""
    items = sorted((*_ITEM.finditer(text, start), *_POINT.finditer(text, start)), key=lambda m: m.start())
    above = None
    for match in items:
        number = arabic(match["number"])
        if match.re is _ITEM:
            above = number.partition(".")[0]
        elif number.partition(".")[0] != above:
            continue
        title = _title(text, match.end())
        if title[0] < title[1]:
            yield match.span("number"), title


def _title(text: str, start: int) -> Span:
    end = min(line_end(text, start), start + _TITLE)
    if about := _ABOUT.match(text, start, end):
        start = about.end()
    talk = _TALK.search(text, start + 1, end)
    return trimmed(text, start, talk.start() if talk else end, ":：-–")


def resolutions(text: str, start: int, items: dict[str, Found]) -> dict[str, Found]:
    """`resolutions[i].text`, and `.item`, the number of the item of `business` above it.

    >>> text = "ระเบียบวาระที่ 2 รับรองรายงาน\\nมติที่ประชุม รับรอง\\nเลิกประชุมเวลา 15.00 น."
    >>> {path: fact.value for path, fact in resolutions(text, 0, business(text, 0)).items()}
    {'resolutions[0].text': 'รับรอง', 'resolutions[0].item': '2'}
    """
    facts: dict[str, Found] = {}
    numbers = [found for path, found in items.items() if path.endswith(".number")]
    at, n = start, 0
    while n < MOST and (said := _RESOLVED.search(text, at)):
        at = max(said.end(), said.start() + 1)
        if _OTHER.search(text, max(start, said.start() - 12), said.start()) or not _VERB.match(
            text, said.end()
        ):
            continue
        span = _passage(text, said.end())
        facts[f"resolutions[{n}].text"] = found(text, span, "resolved", 0.9)
        above = [number for number in numbers if number.start < said.start()]
        if above:
            facts[f"resolutions[{n}].item"] = Found(
                above[-1].value, above[-1].start, above[-1].end, "item above", 0.9
            )
        at, n = max(at, span[1]), n + 1
    return facts


def _passage(text: str, start: int) -> Span:
    """To the end of the paragraph: a line broken at the page's width goes on, and so does a numbered list."""
    end, begin = line_end(text, start), start
    listed = _LISTED.match(text, start) is not None
    while end < len(text) and end - start < _PASSAGE:
        below = line_end(text, end + 1)
        if _NEXT.match(text, end + 1) or PAGE_NUMBER.fullmatch(text, end + 1, below):
            break
        item = _LISTED.match(text, end + 1) is not None
        if not (item or (end - begin >= _WRAPPED and not (listed and item))):
            break
        listed = listed or item
        begin, end = end + 1, below
    return trimmed(text, start, min(end, start + _PASSAGE))
