"""Who was at a meeting: the lists under ผู้มาประชุม, ผู้ไม่มาประชุม and ผู้เข้าร่วมประชุม."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.official.passages import Span, found, line_end, names_in, trimmed
from extractors.records import Found
from extractors.thai import posts
from extractors.thai.honorifics import HONORIFIC
from extractors.thai.names import Name

MOST = 400  # people in one list
_LONGEST = 20_000  # code points of one list

# The heading of a list, the absent first, since the other words are parts of theirs.
_HEADING = re.compile(
    r"^[ \t]{0,8}(?:\d{1,2}[.)][ \t]{0,8})?[ก-๎]{0,30}?[ \t]?(?:"
    r"(?P<absent>(?:ผู้|ที่)(?:ที่)?(?:ไม่(?:ได้|สามารถ)?|ลา|ขาด)(?:เข้าร่วม|มา|เข้า|ร่วม)?(?:การ)?ประชุม)"
    r"|(?P<attending>ผู้(?:ที่)?(?:เข้าร่วม|ร่วม)(?:รับฟัง|สังเกต)?(?:การ)?ประชุม)"
    r"|(?P<present>(?:ผู้|ที่)(?:ที่)?(?:มา|เข้า)(?:การ)?ประชุม))"
    r"(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
# What may stand behind a heading on its line; else the line is a sentence (ผู้มาประชุมเห็นว่า…).
_REST = re.compile(
    r"[ \t]{0,8}(?:(?:เนื่อง)?จาก[^\n]{0,40})?(?:[ \t]{0,8}\([^()\n]{0,60}\))?"  # why they are absent
    r"(?:[ \t]{0,8}จำนวน)?(?:[ \t]{0,8}\d{1,3}[ \t]{0,8}(?:คน|ท่าน|ราย|รูป)[^\n]{0,12}?)?[ \t]{0,8}"  # how many
    r"(?:(?:[:：]|ประกอบด้วย|ได้แก่|คือ|มีดังนี้|ดังนี้)[^\n]*|-|–|ไม่มี"  # the list itself, or that there is none
    rf"|[ \t]\d{{1,2}}[.)][^\n]*|[ \t]{HONORIFIC}[^\n]*)?\Z"
)
_ENDS = re.compile(
    r"^[ \t]{0,8}(?:(?:เริ่ม|เปิด)(?:การ)?ประชุม|ประชุมเริ่ม|(?:ระเบียบ)?วาระ(?:การประชุม)?ที่|เมื่อที่ประชุม"
    r"|ประธาน(?:สภา)?(?:ฯ)?[ \t]?(?:กล่าว|ใน|เปิด|แจ้ง))",
    re.MULTILINE,
)
# In a committee; the last words of an entry.
_DUTY = re.compile(
    r"(?:(?:รอง|ผู้ช่วย)?(?:ประธาน(?:คณะ|อนุ)?(?:กรรมการ|ที่ประชุม)?|(?:อนุ)?กรรมการ(?:และ(?:ผู้ช่วย)?เลขานุการ)?"
    r"|คณะทำงาน(?:และ(?:ผู้ช่วย)?เลขานุการ)?|เลขานุการ(?:คณะกรรมการ|ที่ประชุม)?|ที่ปรึกษา|เหรัญญิก|ปฏิคม|นายทะเบียน"
    r"|ประชาสัมพันธ์|ผู้จดรายงานการประชุม))\Z"
)
_NUMBER = re.compile(r"[ \t]{0,8}(?:\(?\d{1,3}[.)]|[-–•*])?[ \t]{0,8}\Z")
_JOINT = re.compile(r"[ \t]{0,8}(?:และ|พร้อมด้วย|กับ|ตลอดจน)[ \t]{0,8}\Z")
# Why someone is absent, in brackets or without.
_NOTE = re.compile(
    r"[ \t]{0,8}\((?P<note>[^()\n]{2,60})\)[ \t]{0,8}\Z"
    r"|(?<![ก-๎])(?P<bare>(?:ลา|ติด|ไป)(?:ป่วย|กิจ|ราชการ|ภารกิจ|ประชุม|คลอด)[ก-๎]{0,20})\Z"
)
_BLANKS = " \t-–,;:"


def attendance(text: str, start: int) -> dict[str, Found]:
    """`present[i].…`, `absent[i].…` and `attending[i].…`, in the order of the lists.

    >>> text = "ผู้ไม่มาประชุม\\n1. นางฟ้าใส รุ้งงามตา ครู กรรมการ (ลาป่วย)\\nเริ่มประชุม"
    >>> {path.partition(".")[2]: fact.value for path, fact in attendance(text, 0).items()}
    {'name': 'ฟ้าใส รุ้งงามตา', 'honorific': 'นาง', 'note': 'ลาป่วย', 'duty': 'กรรมการ', 'position': 'ครู'}
    """
    facts: dict[str, Found] = {}
    counts = dict.fromkeys(("present", "absent", "attending"), 0)
    for kind, begin, end in _lists(text, start):
        names = list(names_in(text, (begin, end)))
        for name, close in islice(_entries(names, text, end), MOST - counts[kind]):
            for attribute, fact in _entry(text, name, close):
                facts[f"{kind}[{counts[kind]}].{attribute}"] = fact
            counts[kind] += 1
    return facts


def _lists(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Kind and extent of each list."""
    headings = [match for match in _HEADING.finditer(text, start) if _REST.match(match["rest"])]
    for n, heading in enumerate(headings):
        begin = heading.start("rest")
        close = headings[n + 1].start() if n + 1 < len(headings) else len(text)
        ends = _ENDS.search(text, begin, min(close, begin + _LONGEST))
        kind = next(kind for kind in ("absent", "attending", "present") if heading[kind])
        yield kind, begin, ends.start() if ends else min(close, begin + _LONGEST)


def _entries(names: list[Name], text: str, end: int) -> Iterator[tuple[Name, int]]:
    """Each name that opens an entry, and where its entry ends."""
    for n, name in enumerate(names):
        if name.surname or name.honorific or text.startswith("พระ", name.start):
            yield name, names[n + 1].start if n + 1 < len(names) else end


def _entry(text: str, name: Name, close: int) -> Iterator[tuple[str, Found]]:
    last = name.surname or name.given
    yield "name", found(text, (name.given[0], last[1]), "listed", 0.97)
    if name.honorific:
        yield "honorific", found(text, name.honorific, "listed", 0.97)
    begin, end = _rest(text, name, close)
    if note := _NOTE.search(text, begin, end):
        group = "note" if note["note"] else "bare"
        yield "note", found(text, note.span(group), "listed", 0.9)
        begin, end = trimmed(text, begin, note.start(), _BLANKS)
    if duty := _DUTY.search(text, begin, end):
        yield from _duty(text, duty, begin)
        begin, end = trimmed(text, begin, duty.start(), _BLANKS)
    if 1 < end - begin <= posts.LONGEST:
        yield "position", found(text, (begin, end), "listed", 0.9)


def _duty(text: str, duty: re.Match[str], begin: int) -> Iterator[tuple[str, Found]]:
    """A duty must stand alone or behind a blank: ผู้อำนวยการโรงเรียน ประธาน, not รองประธานสภา…ประธาน."""
    if duty.start() == begin or text[duty.start() - 1].isspace():
        yield "duty", found(text, duty.span(), "listed", 0.95)


def _rest(text: str, name: Name, close: int) -> Span:
    """What an entry says behind the name: on its line, or on the next where a post stands below."""
    end = min(line_end(text, name.end), close)
    begin, end = trimmed(text, name.end, end, _BLANKS)
    if begin >= end and (below := trimmed(text, name.end, close))[0] < close:
        stop = min(line_end(text, below[0]), close)
        if posts.begins(text, below[0]) or _DUTY.search(text, below[0], stop):
            begin, end = trimmed(text, below[0], stop, _BLANKS)
    for tail in (_NUMBER, _JOINT):
        if (cut := tail.search(text, begin, end)) and cut.start() > begin:
            end = cut.start()
    return trimmed(text, begin, end, _BLANKS)
