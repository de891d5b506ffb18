"""Which mentions stand in one list: nothing between them but commas, joints and groups of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fields import labels
from extractors.fields.cues import DEED
from extractors.fields.deeds import CLAUSE_END
from extractors.fields.headings import NUMBER
from extractors.fields.mentions import Mention

# Nothing but joints between two mentions, and line breaks where a list is numbered or a line each.
_BARE = re.compile(rf"(?:[ ,]|และ|กับ|ท่าน|พร้อมด้วย|ร่วมกับ|ตลอดจน|รวมทั้ง|รวมถึง|คือ|\n|{NUMBER})*")
_BRACKETED = re.compile(r"\([^()\n]{1,40}\)")  # an abbreviation behind a post
_JOINED = re.compile(r"และ|กับ|พร้อมด้วย|ร่วมกับ|ตลอดจน|รวมทั้ง|รวมถึง")  # a sentence, broken into lines
_NEXT_LINE = re.compile(rf"[^\n]{{0,100}}\n\s?{NUMBER}\s*")
_EACH_LINE = re.compile(r"[^\n]{0,160}\n\s?")
_LINE_BEGINS = re.compile(r"(?:\A|\n)[ •–-]*\Z")
_NUMBERED = re.compile(rf"{NUMBER}\s*\Z")
# What parts two mentions, though no deed stands between them.
_APART = re.compile(r"โดย|\sณ\s|ต้อนรับ|เกียรติจาก|ระหว่าง|(?:ของ|จาก|แก่|ต่อ|ถึง|ให้|แด่|แทน|\sนำ)\s*\Z|[“”\"():;]")
# A group of people closes a list: "และผู้เกี่ยวข้อง", where no joint comes after it.
_CLOSED = re.compile(
    r"(?:และ|พร้อมด้วย|ตลอดจน|รวมทั้ง|รวมถึง)\s?[ก-๎][^,]*?(?<!และ)(?<!ด้วย)(?<!ตลอดจน)(?<!รวมทั้ง)(?<!กับ)(?<!,)\s*\Z"
)


def lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """First and last index of each list of mentions."""
    first = 0
    for i in range(len(mentions)):
        if i + 1 == len(mentions) or not _same_list(text, mentions[i], mentions[i + 1]):
            yield first, i
            first = i + 1


def _same_list(text: str, this: Mention, following: Mention) -> bool:
    gap = _BRACKETED.sub("", text[this.end : following.start])
    if "\n\n" in gap:
        return False
    if _BARE.fullmatch(gap):
        unnumbered = "\n" in gap and not _NUMBERED.search(gap) and not _JOINED.search(gap)
        return not unnumbered or text[max(0, this.start - 3) : this.start].rstrip(" ").endswith("\n")
    begins = _LINE_BEGINS.search(text, max(0, this.start - 12), this.start)
    if (_NEXT_LINE.fullmatch(gap) or (begins and _EACH_LINE.fullmatch(gap))) and not DEED.search(gap):
        return True
    if len(gap) > 220 or "\n" in gap.strip() or DEED.search(gap) or CLAUSE_END.search(gap):
        return False
    return not _APART.search(gap) and not _CLOSED.search(gap)


def numbered(text: str, start: int) -> bool:
    """Whether a row of a numbered list begins there."""
    line = text.rfind("\n", max(0, start - 8), start) + 1
    return start - line < 8 and bool(labels.NUMBERED.search(text, line, start))
