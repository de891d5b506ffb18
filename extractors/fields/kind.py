"""Which kind of event, announced or reported, held or called off."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from extractors.fields.types import find_type, find_types
from extractors.fields.written import written_on
from extractors.records import Document, Facts, Found
from extractors.sought import Sought

HEAD = 1_500  # code points in which a document says what it is about
PRESIDES = 250  # code points from the day to who chairs
BESIDE = 120  # code points around the event's day or name

_PREPARES = r"เตรียม(?=เป็น|จัด|เยือน|เดินทาง|เปิด|ลงพื้นที่|ประชุม|พบ|หารือ|ร่วม|นำ)|พรุ่งนี้|มีกำหนด|กำหนด(?:การ)?จัด"
# Said in a headline, they outweigh a dateline that is later: portals publish days after.
_PLANNED = re.compile(rf"{_PREPARES}|ขอ(?:เรียน)?เชิญ(?!รับฟัง)|(?<!ที่)จะจัด")
_PREPARED = re.compile(r"ประชุม|หารือ|ถก")  # that it is to come, a meeting deals with
_WILL = re.compile(r"จะ(?!นะ)|กำหนด|เตรียม|\n")
_FUTURE = Sought(
    rf"{_PREPARES}|ขอ(?:เรียน)?เชิญ(?!รับฟัง|ชม)|(?:ขอ)?(?<!ได้)เชิญชวน|กำหนดการ"
    r"|(?:จะ|กำลังจะ)(?:จัด|มีการจัด|เป็นประธาน|เดินทาง|เข้าร่วม|ร่วม|ไป|ลงพื้นที่|พบ)"
    r"|(?:เปิด)?รับสมัคร(?=ผู้|[ก-๎]{0,4}\s?ตั้งแต่|ถึง|ภายใน)|เปิดรับสมัคร|ใบสมัคร|สำรองที่นั่ง|(?<!ผู้)สนใจ(?:สมัคร|สอบถาม|ขอทราบ|เข้าร่วม|ลงทะเบียน)"
    r"|ท่านจะ(?:ได้)?พบ|ประชาสัมพันธ์การจัด|ลงทะเบียน(?:ได้|ผ่าน|เข้าร่วม|ล่วงหน้า)"
)
_PAST = re.compile(
    r"เมื่อ(?:ระหว่าง)?วัน|เมื่อเวลา|เมื่อวาน|ได้จัด|จัดขึ้นเมื่อ|ได้(?:เข้าร่วม|ร่วม|กล่าว|เดินทาง|รับเกียรติ)"
    r"|กล่าว(?:เปิด|รายงาน|ต้อนรับ)|ภาพบรรยากาศ|ประมวลภาพ"
)
NOTICE = 130  # code points of a line of a notice
_DONE = re.compile(
    r"เป็นประธาน|เข้าร่วม|ได้(?!รับ)|นำ(?:คณะ|ทีม)|ร่วม(?:พิธี|งาน|กัน)|ต้อนรับ|มอบ(?:หมาย|วุฒิ|รางวัล|ทุน|เกียรติ)|กล่าว|ดำเนินการ|จัด(?:โครงการ|กิจกรรม|อบรม|ประชุม|พิธี)|บรรยาย"
)
_HELD = re.compile(
    r"(?<!กำหนด)(?<!จะ)(?<!ได้)(?<!เตรียม)จัด(?:โครงการ|กิจกรรม|อบรม|ประชุม|พิธี|ค่าย)"
)  # said above the day
_ACTIVITY = re.compile(r"โครงการ|กิจกรรม|งาน")
_OPENED = re.compile("ในพิธีเปิด|พิธีเปิด")
_PASSING = re.compile(rf"{_OPENED.pattern}|กล่าวต้อนรับ")  # done at any event
_CHAIRED = re.compile(r"ประธานเปิด\s?\Z")  # … a project, a fair, a house
_THINGS = ("งาน", "โครงการ", "อาคาร", "ศูนย์")
_OF_FORM = {"minutes": "report", "agenda": "announcement"}  # what a form tells by itself
_CANCELLED = Sought(r"(?:ขอ|ประกาศ|แจ้ง)?ยกเลิก(?:การ)?(?:จัด|ประชุม|อบรม|สัมมนา|งาน|กิจกรรม|โครงการ)")
_POSTPONED = Sought(r"(?:ขอ|ประกาศ|แจ้ง)?เลื่อน(?:กำหนด)?(?:การ)?(?:จัด|ประชุม|อบรม|สัมมนา|งาน|กิจกรรม|โครงการ)")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """type, phase and status, each where the text says it."""
    found = _type(document, facts) | _phase(document, facts)
    return found | _status(document, {**facts, **found})


def _type(document: Document, facts: Facts) -> dict[str, Found]:
    """By the event's name; where no word of it says, by what stands before it, the headline, the opening."""
    text, title = document.text, facts.get("title")
    if title and (said := find_type(text[title.start : title.end])):
        opened = _OPENED.search(text, max(0, title.start - 12), title.start)
        if opened and said[0] == "other":  # the opening of a contest is a ceremony
            return {"type": Found("ceremony", *opened.span(), "type word", 0.8)}
        named = _most_named(text)
        return _typed(said, title.start, 0.89 if named and named[0] == said[0] else 0.6)
    opened = _OPENED.search(text, max(0, title.start - 14), title.start) if title else None
    if opened is None and title and text.startswith(_THINGS, title.start):
        opened = _CHAIRED.search(text, max(0, title.start - 14), title.start)
    if opened is not None:  # the opening of a project, of which no word says what it is
        return {"type": Found("ceremony", *opened.span(), "type word", 0.8)}
    headline = max(text.find("\n"), 0)
    places = [(max(0, title.start - 60), title.start)] if title else []
    for begin, end in (*places, (0, headline)):
        # Whatever is opened, the opening does not say what it is.
        if said := find_type(_OPENED.sub(lambda m: " " * len(m[0]), text[begin:end])):
            return _typed(said, begin, 0.85)
    if said := _most_named(text):
        return _typed(said, 0, 0.65)
    if title and (activity := _ACTIVITY.match(text, title.start)):  # of a kind of its own
        return {"type": Found("other", *activity.span(), "activity", 0.6)}
    return {}


def _typed(said: tuple[str, int, int], place: int, confidence: float) -> dict[str, Found]:
    kind, begin, end = said
    return {"type": Found(kind, place + begin, place + end, "type word", confidence)}


def _most_named(text: str) -> tuple[str, int, int] | None:
    """The first word of the type that the opening of a text names most often."""
    head = text[:HEAD]
    bare = _PASSING.sub(lambda m: " " * len(m[0]), head)
    # Where nothing was taken out, the text itself, which has been gone through already.
    said = list(find_types(text, 0, HEAD) if bare == head else find_types(bare))
    counts = Counter(kind for kind, _, _ in said)
    return max(said, key=lambda one: counts[one[0]], default=None)


def _phase(document: Document, facts: Facts) -> dict[str, Found]:
    """Announced, where the day lies ahead of the writing or the words do; reported otherwise."""
    text = document.text
    if document.official and (phase := _OF_FORM.get(document.official.kind)):
        form = document.official.evidence["kind"][0]
        return {"phase": Found(phase, form.start, form.end, form.rule, form.confidence)}
    written = written_on(document)
    start = facts.get("start")
    if start and written and date.fromisoformat(str(start.value)) > written.first:
        also = ((written.begin, written.end),) if written.end else ()  # the site's own day stands in no text
        return {"phase": Found("announcement", start.start, start.end, "day ahead", 0.85, also)}
    planned = _PLANNED.search(text, 0, max(text.find("\n"), 200))
    if planned and _deals_with(text, planned.start()):
        planned = None
    if planned and start and written and _presided(text, start, facts):
        planned = None
    future = planned or _ahead(text)
    if future and not (written and not planned) and not _past(text, start):
        return {"phase": Found("announcement", future.start(), future.end(), "future words", 0.88)}
    if past := _PAST.search(text, 0, HEAD):
        return {"phase": Found("report", *past.span(), "past words", 0.96)}
    if moved := facts.get("previous_start"):
        return {"phase": Found("announcement", moved.start, moved.end, "moved", 0.85)}
    if cancelled := _CANCELLED.search(text, 0, HEAD // 2):
        return {"phase": Found("announcement", *cancelled.span(), "cancelled", 0.85)}
    if start is None:
        return {}
    if written is None and _on_notice(text, start):
        return {"phase": Found("announcement", start.start, start.end, "notice", 0.8)}
    # No word says that it is past: a later dateline does, or verbs of what was done; less so the day alone.
    sure = 0.95 if written else 0.88 if _DONE.search(text, 0, HEAD) else 0.75
    return {"phase": Found("report", start.start, start.end, "day told", sure)}


def _ahead(text: str) -> re.Match[str] | None:
    """The first word that says that it is to come; what a meeting prepares is to come as well."""
    return next(
        (
            said
            for said in _FUTURE.finditer(text, 0, HEAD)
            if not (said[0].startswith("เตรียม") and _deals_with(text, said.start()))
        ),
        None,
    )


def _deals_with(text: str, at: int) -> bool:
    """Whether it is a meeting that deals with what is said there."""
    return _PREPARED.search(text, text.rfind("\n", 0, at) + 1, at) is not None


def _presided(text: str, start: Found, facts: Facts) -> bool:
    """Whether the sentence that dates the event tells who chairs it, and not that they will."""
    chairs = [found for path, found in facts.items() if path.endswith("].role") and found.value == "chair"]
    told = [chair for chair in chairs if 0 < chair.start - start.end < PRESIDES]
    return any(not _WILL.search(text, start.end, chair.end) for chair in told)


def _on_notice(text: str, start: Found) -> bool:
    """Whether the day stands on a short line of its own and no verb beside it says what was done."""
    begin = text.rfind("\n", 0, start.start) + 1
    close = text.find("\n", start.end)
    line = text[begin : close if close >= 0 else len(text)]
    return len(line) < NOTICE and not (
        _DONE.search(text, begin, begin + 400) or _HELD.search(text, max(0, begin - BESIDE), begin)
    )


def _past(text: str, start: Found | None) -> bool:
    place = start.start if start else 0
    return _PAST.search(text, max(0, place - 30), place + BESIDE) is not None


def _status(document: Document, facts: Facts) -> dict[str, Found]:
    text = document.text
    if cancelled := _CANCELLED.search(text, 0, HEAD // 2):
        return {"status": Found("cancelled", *cancelled.span(), "cancelled", 0.8)}
    if former := facts.get("previous_start"):
        return {"status": Found("postponed", former.start, former.end, "moved", 0.9)}
    if postponed := _POSTPONED.search(text, 0, HEAD // 2):
        return {"status": Found("postponed", *postponed.span(), "postponed", 0.8)}
    if phase := facts.get("phase"):
        value = "announced" if phase.value == "announcement" else "held"
        return {"status": Found(value, phase.start, phase.end, phase.rule, phase.confidence)}
    return {}
