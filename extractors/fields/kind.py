"""Which kind of event, announced or reported, online or not, held or called off."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from extractors.fields.types import find_type, find_types
from extractors.records import Document, Facts, Found
from extractors.thai.datelines import find_dateline

HEAD = 1_500  # code points in which a document says what it is about
BESIDE = 120  # code points around the event's day or name

_PREPARES = r"เตรียม(?=เป็น|จัด|เยือน|เดินทาง|เปิด|ลงพื้นที่|ประชุม|พบ|หารือ|ร่วม|นำ)|พรุ่งนี้|มีกำหนด|กำหนด(?:การ)?จัด"
# Said in a headline, they outweigh a dateline that is later: portals publish days after.
_PLANNED = re.compile(rf"{_PREPARES}|ขอ(?:เรียน)?เชิญ(?!รับฟัง)|(?<!ที่)จะจัด")
_FUTURE = re.compile(
    rf"{_PREPARES}|ขอ(?:เรียน)?เชิญ(?!รับฟัง|ชม)|(?:ขอ)?เชิญชวน|กำหนดการ"
    r"|(?:จะ|กำลังจะ)(?:จัด|มีการจัด|เป็นประธาน|เดินทาง|เข้าร่วม|ร่วม|ไป|ลงพื้นที่|พบ)"
    r"|เปิดรับสมัคร|ใบสมัคร|สำรองที่นั่ง|(?<!ผู้)สนใจ(?:สมัคร|สอบถาม|ขอทราบ|เข้าร่วม|ลงทะเบียน)"
    r"|ท่านจะ(?:ได้)?พบ|ประชาสัมพันธ์การจัด|ลงทะเบียน(?:ได้|ผ่าน|เข้าร่วม)"
)
_PAST = re.compile(
    r"เมื่อ(?:ระหว่าง)?วัน|เมื่อเวลา|เมื่อวาน|ได้จัด|จัดขึ้นเมื่อ|ได้(?:เข้าร่วม|ร่วม|กล่าว|เดินทาง|รับเกียรติ)"
    r"|กล่าว(?:เปิด|รายงาน|ต้อนรับ)|ภาพบรรยากาศ|ประมวลภาพ"
)
NOTICE = 130  # code points of a line of a notice
_DONE = re.compile(
    r"เป็นประธาน|เข้าร่วม|ได้(?!รับ)|นำ(?:คณะ|ทีม)|ร่วม(?:พิธี|งาน|กัน)|ต้อนรับ|มอบ(?:หมาย|วุฒิ|รางวัล|ทุน|เกียรติ)|กล่าว|ดำเนินการ|จัด(?:โครงการ|กิจกรรม|อบรม|ประชุม|พิธี)|บรรยาย"
)
_OPENED = re.compile(r"(?:ใน)?พิธีเปิด")
_BY = r"(?:ผ่าน|ทาง|ด้วย|ใน|โดย|แบบ|ระบบ|รูปแบบ|และ|ทั้ง|พร้อม)"
_MEDIUM = r"(?:ทาง|ด้วย|ระบบ|รูปแบบ|โปรแกรม|แอปพลิเคชัน|แพลตฟอร์ม|ช่องทาง|การประชุม|ประชุม|แบบ|\s)*"
_VIDEO = (
    r"(?:ทางไกล|วี(?:ดิ)?ดี?ทัศน์ทางไกล|(?:วิ|วี)ดี?ดิ?โอ\s?คอนเฟอเรน\S{0,3}|(?:vdo|video)\s?-?\s?con\w*|zoom|google\s?meet"
    r"|(?:microsoft|ms)\s?teams?|(?:cisco\s?)?webex)"
)
_ONLINE = re.compile(
    rf"{_BY}{_MEDIUM}\(?(?:{_VIDEO}|ออนไลน์(?!\s?ขาย)|อิเล็กทรอนิกส์\s?\(?(?:{_VIDEO}|e-meeting))"
    rf"|(?:ประชุม|สัมมนา|อบรม|เสวนา|บรรยาย|ถ่ายทอด|กิจกรรม)[^\n]{{0,4}}(?:{_VIDEO}|ออนไลน์)|หน้าถ่ายทอดสด"
    rf"|{_VIDEO}\s?meeting|webinar|(?:รับ)?(?:ชม|ดู)สด|facebook live|live talk"
    r"|[”\"]?\s?ออนไลน์(?=\s?โดย)",
    re.IGNORECASE,
)
PLATFORMS = {
    "Zoom": r"zoom",
    "Microsoft Teams": r"(?:microsoft|ms)\s?teams?",
    "Google Meet": r"google\s?meet",
    "Webex": r"webex|cisco",
    "Facebook Live": r"facebook\s?live|เฟซบุ๊ก\s?ไลฟ์",
    "YouTube": r"youtube\s?live|ถ่ายทอดสด[^\n]{0,30}youtube",
}
_PLATFORM = re.compile("|".join(f"(?P<p{i}>{p})" for i, p in enumerate(PLATFORMS.values())), re.IGNORECASE)
_LINK = re.compile(
    r"https?://[^\s<>\"”)\]]*(?:zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex)[^\s<>\"”)\]]*"
)
_CANCELLED = re.compile(r"(?:ขอ|ประกาศ|แจ้ง)?ยกเลิก(?:การ)?(?:จัด|ประชุม|อบรม|สัมมนา|งาน|กิจกรรม|โครงการ)")
_POSTPONED = re.compile(r"(?:ขอ|ประกาศ|แจ้ง)?เลื่อน(?:กำหนด)?(?:การ)?(?:จัด|ประชุม|อบรม|สัมมนา|งาน|กิจกรรม|โครงการ)")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """type, phase, online, platform, link and status, each where the text says it."""
    found = _type(document, facts) | _phase(document, facts) | _online(document, facts)
    return found | _status(document, {**facts, **found})


def _type(document: Document, facts: Facts) -> dict[str, Found]:
    """By the event's name; where no word of it says, by what stands before it, the headline, the opening."""
    text, title = document.text, facts.get("title")
    if title and (said := find_type(text[title.start : title.end])):
        opened = _OPENED.search(text, max(0, title.start - 12), title.start)
        if opened and said[0] == "other":  # the opening of a contest is a ceremony
            return {"type": Found("ceremony", *opened.span(), "type word", 0.8)}
        return _typed(said, title.start, 0.95)
    opened = _OPENED.search(text, max(0, title.start - 14), title.start) if title else None
    if opened is not None:  # the opening of a project, of which no word says what it is
        return {"type": Found("ceremony", *opened.span(), "type word", 0.8)}
    headline = max(text.find("\n"), 0)
    places = [(max(0, title.start - 60), title.start)] if title else []
    for begin, end in (*places, (0, headline)):
        # Whatever is opened, the opening does not say what it is.
        if said := find_type(_OPENED.sub(lambda m: " " * len(m[0]), text[begin:end])):
            return _typed(said, begin, 0.85)
    said = _most_named(text[:HEAD])
    return _typed(said, 0, 0.7) if said else {}


def _typed(said: tuple[str, int, int], place: int, confidence: float) -> dict[str, Found]:
    kind, begin, end = said
    return {"type": Found(kind, place + begin, place + end, "type word", confidence)}


def _most_named(text: str) -> tuple[str, int, int] | None:
    """The first word of the type that an opening names most often."""
    said = list(find_types(_OPENED.sub(lambda m: " " * len(m[0]), text)))
    counts = Counter(kind for kind, _, _ in said)
    return max(said, key=lambda one: counts[one[0]], default=None)


def _phase(document: Document, facts: Facts) -> dict[str, Found]:
    """Announced, where the day lies ahead of the writing or the words do; reported otherwise."""
    text = document.text
    written = find_dateline(text, document.published)
    start = facts.get("start")
    if start and written and date.fromisoformat(str(start.value)) > written.first:
        also = ((written.begin, written.end),) if written.end else ()  # the site's own day stands in no text
        return {"phase": Found("announcement", start.start, start.end, "day ahead", 0.97, also)}
    planned = _PLANNED.search(text, 0, max(text.find("\n"), 200))
    future = planned or _FUTURE.search(text, 0, HEAD)
    if future and not (written and start and not planned) and not _past(text, start):
        return {"phase": Found("announcement", future.start(), future.end(), "future words", 0.9)}
    past = _PAST.search(text, 0, HEAD)
    if start and past is None and written is None and _on_notice(text, start):
        return {"phase": Found("announcement", start.start, start.end, "notice", 0.8)}
    span = past.span() if past else (start.start, start.end) if start else None
    return {"phase": Found("report", *span, "past words", 0.9)} if span else {}


def _on_notice(text: str, start: Found) -> bool:
    """Whether the day stands on a short line of its own and no verb beside it says what was done."""
    begin = text.rfind("\n", 0, start.start) + 1
    close = text.find("\n", start.end)
    line = text[begin : close if close >= 0 else len(text)]
    return len(line) < NOTICE and _DONE.search(text, begin, begin + 400) is None


def _past(text: str, start: Found | None) -> bool:
    place = start.start if start else 0
    return _PAST.search(text, max(0, place - 30), place + BESIDE) is not None


def _online(document: Document, facts: Facts) -> dict[str, Found]:
    """Whether it is held by video, wholly or partly; platform and link beside it."""
    text = document.text
    said = _ONLINE.search(text, 0, HEAD)
    if not said:
        return {}
    found = {"online": Found(True, said.start(), said.end(), "online words", 0.9)}
    if platform := _PLATFORM.search(text, said.start(), said.end() + 60):
        name = list(PLATFORMS)[int(str(platform.lastgroup)[1:])]
        found["platform"] = Found(name, platform.start(), platform.end(), "platform", 0.95)
    if link := _LINK.search(text):
        found["link"] = Found(link[0], link.start(), link.end(), "meeting link", 0.95)
    return found


def _status(document: Document, facts: Facts) -> dict[str, Found]:
    head = document.text[: HEAD // 2]
    if cancelled := _CANCELLED.search(head):
        return {"status": Found("cancelled", *cancelled.span(), "cancelled", 0.8)}
    if former := facts.get("previous_start"):
        return {"status": Found("postponed", former.start, former.end, "moved", 0.9)}
    if postponed := _POSTPONED.search(head):
        return {"status": Found("postponed", *postponed.span(), "postponed", 0.8)}
    if phase := facts.get("phase"):
        value = "announced" if phase.value == "announcement" else "held"
        return {"status": Found(value, phase.start, phase.end, phase.rule, phase.confidence)}
    return {}
