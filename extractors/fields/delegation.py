"""Who sends somebody in their place takes no part: มอบหมายให้, ได้รับมอบหมายจาก, ผู้แทนของ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.cues import STRENGTH
from extractors.fields.mentions import Mention
from extractors.fields.roles import Part, deed_after

# Between who sends and who is sent.
_SENDS = re.compile(
    r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:ได้|จึง|ติดภารกิจ(?:จึง)?)?มอบ(?:หมาย)?(?:ภารกิจ|หน้าที่)?(?:ให้)?\s*(?:ท่าน)?\s*"
)
# Between who is sent and who sent them.
_SENT_BY = re.compile(
    r"(?:ซึ่ง|โดย)?(?:ได้)?(?:รับ)(?:การ)?มอบหมาย(?:จาก)?\s?(?:ท่าน)?\s*\Z"
    r"|(?:ใน(?:นาม|ฐานะ))?(?:เป็น)?(?:ผู้|ตัว)แทน(?:ของ)?(?:ท่าน)?\s*\Z|(?:ปฏิบัติ\S{0,12})?แทน(?:ท่าน)?\s*\Z"
)
_TO_DO = re.compile(r"\sให้(?=เป็น|ไป|เข้า|ร่วม|ลง|ดำเนิน|กล่าว|เปิด|บรรยาย|ปฏิบัติ)")  # what they were sent for
# He may say something first: เร่งผลักดัน… โดยวันนี้ได้มอบหมายให้
_SENDS_AT_LAST = re.compile(r"[^\n]{0,400}(?:ได้|จึง)มอบหมาย(?:ให้)?\s*(?:ท่าน)?")
LESSER = ("participant", "spokesperson")
NEAR = 120  # code points between the two


def settled(text: str, mentions: Sequence[Mention], parts: Sequence[Part | None]) -> list[Part | None]:
    """The parts, in the order of `mentions`: none of who sends; who is sent does what is told behind both."""
    found = list(parts)
    for i in range(1, len(mentions)):
        before, this = mentions[i - 1], mentions[i]
        gap = text[before.end : this.start]
        part = found[i - 1]
        if part and part.role in LESSER and _SENDS_AT_LAST.fullmatch(gap):
            found[i - 1] = None
        if len(gap) > NEAR or "\n" in gap:
            continue
        if _SENDS.fullmatch(gap):
            found[i - 1] = None
        elif _SENT_BY.search(gap) or _SENT_BY.fullmatch(text[before.end : this.name.start].lstrip()):
            until = mentions[i + 1].start if i + 1 < len(mentions) else len(text)
            found[i] = None
            sent = _TO_DO.search(text, this.end, min(until, this.end + 2 * NEAR))
            done = deed_after(text, sent.end() if sent else this.end, until)
            found[i - 1] = _stronger(found[i - 1], done)
    return found


def _stronger(one: Part | None, other: Part | None) -> Part | None:
    parts = [part for part in (one, other) if part]
    return min(parts, key=lambda part: STRENGTH.index(part.role), default=None)
