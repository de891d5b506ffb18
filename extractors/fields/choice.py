"""Which of a text's dates are the event's: what stands before and after each, and where it stands.

A cue is a pattern with a weight; to add one, put it into BEFORE (read up to
the date) or AFTER (read from it). NEVER holds what makes a date another's:
a deadline, a law's, a birthday, a register's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from extractors.thai.datelines import is_stamp
from extractors.thai.dates import Dates
from extractors.thai.months import WEEKDAY

REACH = 90  # code points of context on either side
RELATIVE = ("today", "tomorrow", "yesterday", "overmorrow")
LONG_AGO = timedelta(days=400)  # before it was written: history, no news
WEEKS_AGO = timedelta(days=45)  # no news either, where it is told in passing
OWN_DAY = 0.7  # what it gives to a day that it is the dateline's
STALE = 2.0  # what that takes from a day
OPENING = 700  # code points in which news says what it is of
ITEM = 6.5  # what it takes from a day that an item of a list tells it
LEAST = 0.5  # a date that scores less is no event's

_DAY_WORD = r"(?:วันที่|วัน|ที่|เดือน)?\s{0,3}\(?\s?"
NEVER = re.compile(
    r"(?:"
    r"ลงวันที่|ลว\.|ฉบับ\s?(?:ประจำ)?(?=วันที่)|(?:ประกาศ|ให้ไว้|สั่ง|ข้อมูล|เขียน|สถานะ)\s?ณ\s?|(?<!จัด)ณ\s?(?=วันที่)"
    r"|(?:ภายใน|ก่อน|ไม่เกิน|หลังจาก|หลัง|นับ(?:ตั้งแต่|แต่|จาก)|นับ)\s?"  # deadlines and terms
    r"|(?:บัดนี้|วันนี้|ตั้งแต่นี้)\s?(?:ไป|เป็นต้นไป)?\s?(?:-|–|จน(?:ถึง|กว่า)?|ถึง)\s?"
    r"|(?:รับ|เปิดรับ|ปิดรับ|ส่ง|ยื่น)(?:ใบ)?สมัคร[^\n]{0,30}|หมดเขต[^\n]{0,20}|ลงทะเบียน(?:ได้|ล่วงหน้า)?[^\n]{0,40}(?:ถึง|ตั้งแต่)\s?"
    r"|เปิดให้(?:มี)?(?:การ)?ลงทะเบียน[^\n]{0,60}|ราชกิจจานุเบกษา[^\n]{0,20}|(?:มีผล|บังคับ(?:ใช้)?)[^\n]{0,25}|เกิด(?:เมื่อ)?\s?|วันเกิด\s?|พรรษา[\t\x20]?(?:[^\n]{1,20}รอบ[\t\x20]?)?|สวรรคต[^\n]{0,12}|ครบรอบ[^\n]{0,20}"
    r"|(?:มติ|อนุมัติ|เห็นชอบ)(?:คณะรัฐมนตรี|ครม\.?|(?:ของ)?ที่ประชุม[^\n]{0,20})?[^\n]{0,12}(?:เมื่อ)\s?"
    r"|(?:ทุก|จน|ถึง|ประจำ)\s?|(?:สิ้นสุด|แล้วเสร็จ)[^\n]{0,12}|เป็นต้นมาตั้งแต่\s?|ถ่าย(?:ภาพ|เมื่อ)[^\n]{0,30}|ปรับปรุง[^\n]{0,12}"
    # the rows of a call for papers
    r"|(?:รับ|ส่ง|ขยาย)(?:บทความ|ผลงาน|เวลา|ไฟล์|ใบ|เรื่อง)[^\n]{0,40}|(?:แจ้ง|ประกาศ)(?:ผล|รายชื่อ(?!ผู้เข้า(?:รับการ)?(?:อบรม|ร่วม|ประชุม|สัมมนา)))[^\n]{0,30}|ชำระเงิน[^\n]{0,30}"
    r"|(?i:deadline|submission|notification|early\s?bird|camera)[^\n]{0,30}"
    r")" + _DAY_WORD + "$"
)


def _cues(*cues: tuple[str, float], end: str = "") -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern + end), weight) for pattern, weight in cues)


# The words that lead to the date itself; the best of them counts.
LEADS = _cues(
    (
        r"(?:ว/?ด/?ป|วัน\s?(?:และ)?เวลา(?:\s?สถานที่)?|วัน(?:ที่)?(?:จัด|ประชุม|งาน)|(?:วัน|เมื่อ)ไหน|กำหนดการ|When|Date)[^\n]{0,12}[:❓?]?\s?",
        3.5,
    ),
    (r"(?:^|\n)(?:[ \t]|[•๏*>📅🗓|-]){0,6}(?:โดย)?(?:เมื่อ|ใน)?(?:ระหว่าง)?", 3.0),
    (r"(?:^|\n)[ \t]*(?:EP|ครั้งที่|ตอนที่|รุ่นที่|กลุ่มที่|หัวข้อที่)\.?\s?\d{1,2}[ :]{0,3}", 3.0),  # one of a series
    (r"(?:เมื่อ|ใน)?ช่วง(?:เช้า|สาย|บ่าย|เย็น|ค่ำ)(?:ของ)?", 3.0),
    (r"เมื่อ\s?(?:ระหว่าง)?", 2.5),
    (r"ที่ประชุม[^\n(]{0,40}\(", 3.0),  # the cabinet (19 พ.ย. 67) took note: the news is of that meeting
    (r"(?:ใน\s?(?:ระหว่าง|ช่วง)?|ระหว่าง|ช่วง|วันที่)\s?", 1.5),
    end=_DAY_WORD + "$",
)
# What the sentence is about; the best of them counts.
TOPICS = _cues(
    (r"(?:กำหนด(?:จัด|การ)?|จะจัด|จัด|มีกำหนด|เตรียม)[^\n]{0,70}", 1.5),
    (r"(?:ขอเชิญ|เชิญ)[^\n]{0,80}", 1.5),
    (r"(?:ประชุม|สัมมนา|อบรม|พิธี|เสวนา|โครงการ|กิจกรรม|นิทรรศการ|เยือน|หารือ|งาน)[^\n]{0,60}", 1.0),
    end="$",
)
# What shows that the sentence is about something else; each counts.
OTHERS = _cues(
    (r"(?:จาก(?:เดิม)?|เดิม)[^\n]{0,12}", -1.0),
    (r"(?:ที่ผ่านมา|ก่อนหน้านี้|ครั้งก่อน|ครั้งที่แล้ว|ตามที่)[^\n]{0,60}", -2.0),
    (r"(?<=[^\n])สืบเนื่องจาก[^\n]{0,60}", -1.0),
    (r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|ระเบียบ|คำสั่ง|หนังสือ|ราชกิจจานุเบกษา|รัฐธรรมนูญ)[^\n]{0,60}", -2.0),
    (r"(?:ครั้งต่อไป|ครั้งถัดไป|ครั้งหน้า|หลังจากนี้|จะมีขึ้น)[^\n]{0,60}", -2.0),
    (
        r"ซึ่ง(?:ได้|จะ|มี)?(?:กำหนด)?(?:การ)?จัด[^\n]{0,40}",
        -1.5,
    ),  # of another event, or the whole span of this one
    (r"(?:คาดว่า|ตั้งแต่|เริ่ม)[^\n]{0,20}", -0.7),
    (r"(?:เหตุการณ์|เสียชีวิต|ผู้ติดเชื้อ|ฝนตก|พายุ|งบประมาณ|ราคา)[^\n]{0,50}", -1.5),
    end="$",
)
# (pattern, weight), read from the date on.
AFTER = _cues(
    (r"\)?\s{0,4}(?:ตั้งแต่|ระหว่าง|ใน|ช่วง)?เวลา", 2.0),
    (r"\)?\s{0,4}[^\n]{0,25}(?:ณ\s|ที่ห้อง|ที่โรงแรม|ที่อาคาร|ที่หอประชุม)", 1.0),
    (
        r"\)?[ \t]{0,4}\n?[ \t]{0,4}"
        r"(?:นาย|นาง|น\.ส\.|ดร\.|ผศ\.|รศ\.|ศ\.|พล|ศาสตราจารย์|รอง|ผู้ช่วย|พ\.ต|พันตำรวจ|พระ|คุณ|อาจารย์|สมเด็จ)",
        1.5,
    ),
    (r"\)?\s{0,4}(?:ได้?(?:จัด|มี|เข้าร่วม|ประชุม)|จัด(?!ทำ))", 1.0),
    (r"\)?\s{0,4}(?:เป็นต้นไป|เป็นต้นมา|ของทุกปี)", -3.0),
)


@dataclass(frozen=True)
class Candidate:
    dates: Dates
    score: float


def candidates(text: str, stated: Sequence[Dates], base: Dates | None) -> list[Candidate]:
    """The dates that may be the event's, by place; neither the dateline nor deadlines and the like.

    Below LEAST a date may still give the whole span of an event whose day stands elsewhere.
    """
    found: list[Candidate] = []
    stop = max(text.find("\n"), 0)
    headline = {said.runs for said in stated if said.end <= stop}
    for said in stated:
        if not said.runs or (base and base.end and _of_dateline(text, said, base)):
            continue
        if is_stamp(text, said) or (base and said.last < base.first - LONG_AGO):
            continue
        score = _score(text, said, len(found))
        if score is not None:
            score += OWN_DAY * bool(base and said.rule == "day" and said.runs == base.runs)
            score -= STALE * bool(base and said.last < base.first - WEEKS_AGO and said.begin > OPENING)
            shown = _in_headline(text, said)
            found.append(Candidate(said, score - shown + (said.runs in headline and not shown)))
    return found


def _in_headline(text: str, said: Dates) -> bool:
    """Whether a date stands in the headline or in a line that says it again."""
    start = text.rfind("\n", 0, said.begin) + 1
    stop = text.find("\n", said.end, start + 400)
    line = text[start:stop].strip() if stop >= 0 else ""
    return not start or (len(line) >= 20 and text.find(line[:60], 0, text.find("\n")) >= 0)


def _of_dateline(text: str, said: Dates, base: Dates) -> bool:
    """The dateline, or the same day once more right below it."""
    if said.begin <= base.begin < said.end:
        return True
    if said.rule in RELATIVE:  # the news itself, which begins with "today"
        return False
    between = text[base.end : said.begin]
    return 0 <= said.begin - base.end < 12 and not between.strip() and said.first == base.first


def _score(text: str, said: Dates, place: int) -> float | None:
    before = text[max(0, said.begin - REACH) : said.begin]
    if said.rule not in RELATIVE and NEVER.search(before):
        return None
    after = text[said.end : said.end + REACH]
    bare = bool(said.rule in RELATIVE and said.also)  # วันนี้ without its day in brackets: often "these days"
    score = 2.0 - min(place, 6) * 0.5 - min(said.begin / 1500, 2.5)
    score += 0.0 if bare else _RULES.get(said.rule, 0.0)
    score += _lead(text, said, before) if not bare or before.endswith("\n") else 0.0
    score += max((weight for cue, weight in TOPICS if cue.search(before)), default=0.0)
    score += sum(weight for cue, weight in OTHERS if cue.search(before))
    score += max((weight for cue, weight in AFTER if cue.match(after)), default=0.0, key=abs)
    aside = (
        before.endswith("(")
        and said.rule == "day"
        and "\n" not in before[-3:]
        and not _NTH_DAY.search(before)
    )
    line = text.rfind("\n", 0, said.begin) + 1
    score -= STALE * (said.begin > OPENING and text.endswith("ที่ผ่านมา", said.begin, said.end + 10))
    # Of what a meeting deals with, from the start.
    later = line > OPENING or text.find("ที่ประชุม", 0, line) >= 0
    score -= ITEM * (later and _ITEM.match(text, line) is not None)
    return score - 1.5 * aside  # an aside: what was decided before (30 มี.ค. 64)


_NTH_DAY = re.compile(
    r"(?:วันที่\s?(?:[1-9]|[๑-๙])|วัน(?:แรก|สุดท้าย|ที่(?:หนึ่ง|สอง|สาม|สี่|ห้า)))\s?\($"
)  # day 2 (22 มี.ค. 67)
# An item of what a meeting took note of; no row that a day begins.
_ITEM = re.compile(
    r"[ \t]*(?:[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})?[.)]|\([\d๐-๙]{1,2}\)|[-–•])[ \t]*[^\n\d๐-๙]{30}"
)
_RULES = {"today": 2.5, "tomorrow": 3.0, "yesterday": 2.5, "overmorrow": 2.5, "span": 0.5, "list": 0.5}


_WEEKDAY = re.compile(rf"วัน|{WEEKDAY}")


def _lead(text: str, said: Dates, before: str) -> float:
    weekday = 1.5 if _WEEKDAY.match(text, said.begin) else -1.5
    return max((weight for cue, weight in LEADS if cue.search(before)), default=weekday)
