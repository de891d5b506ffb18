"""Names without an honorific: the two words that stand where a label or a title says that somebody is named.

"วิทยากร : ใจดี มีสุข", "ดำเนินรายการโดย ใจดี มีสุข", "ผอ.ใจดี มีสุข". Elsewhere two words are no name
without an honorific: a model of letters that tried gained nothing on texts that nobody had tuned to.

Add words that stand before a name: to _TOLD. Words that make none: to _NOT.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from extractors.sought import Sought
from extractors.thai import posts
from extractors.thai.bodies import body_at
from extractors.thai.name_words import NO_NAME
from extractors.thai.names import Name

_WORD = r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{2,24}"
_OF = r"(?:[ ]ณ[ ][ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{2,14})"  # a surname that the king gave: … ณ อยุธยา
_PAIR = re.compile(rf"(?P<given>{_WORD})[ ]{{1,4}}(?P<surname>{_WORD}{_OF}?)(?![ก-๎ฯๆ.])")
_LABEL = (
    r"(?:วิทยากร(?:หลัก|พิเศษ|รับเชิญ)?|(?:ผู้)?ดำเนินรายการ|ผู้(?:ร่วม)?(?:บรรยาย|เสวนา|อภิปราย)|(?:ร่วม)?(?:บรรยาย|เสวนา)(?:พิเศษ)?|ปาฐก|พิธีกร"
    r"|(?:ท่าน)?ประธาน(?:ใน)?(?:พิธี|เปิด|งาน)*|(?:กล่าว)?(?:เปิด|ปิด|ต้อนรับ|รายงาน)(?:งาน)?|ผู้ประสานงาน)"
)
# Where somebody is named: a label with its sign or joint, a short title with its point.
_TOLD = Sought(
    rf"(?:^|(?<=\s)|(?<=ร่วม)){_LABEL}\s?(?:[:：]|โดย|ได้แก่|คือ)\s{{0,3}}(?:[-–•*]\s?|1[.)]\s?)?"
    r"|(?:^|(?<=[\s(]))(?:โดย|มี|ท่าน|นำโดย|กับ|และ)?[ ]{0,3}(?:ท่าน[ ]?)?(?:รอง[ ]?)?(?:ผอ|ศน)\.[ ]?"
    r"|ท่าน[ ]?(?:รอง|นายก|ปลัด|ผู้อำนวยการ|อธิการ|คณบดี)(?:ฯ|[ ])[ ]?",
    re.MULTILINE,
)
# Where a list of names may begin, which three of them show.
_LIST = Sought(r"(?:ได้แก่|อาทิ|ประกอบด้วย|คือ)\s{0,3}(?=[ก-ฮเ-ไ][^\n,]{4,50},[^\n,]{4,50}(?:,|และ))")
MEMBERS = 3
# Where a minister's short title stands, and the full one behind the name: รมช.ใจดี มีสุข รัฐมนตรีช่วยว่าการ…
_MINISTER = Sought(r"(?<![ก-๎.])(?:ท่าน)?รม[วชต]\.[ ]?")
_NEXT = re.compile(
    r"[ ]{0,3}(?:,|/|และ|กับ)\s{0,3}|(?:[ ][^\n]{0,60})?\n[ ]{0,3}(?:[-–•*]\s?|[\d๐-๙]{1,2}[.)]\s?)?"
)
_BEHIND = re.compile(
    r"\s*(?:\Z|\n|[(,/“”\"‘:|–—-]|และ|กับ|จาก|เป็น|กล่าว|บรรยาย|เปิด|ให้|ร่วม|นำ|มอบ|ได้|พร้อม|มา|เดินทาง|ทำหน้าที่|ในฐานะ|ต้อนรับ|ตำแหน่ง)"
)
_NOT = re.compile(
    r"วัน(?:ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เดือน|คณ(?:ะ|า)|นิสิต|ทีม|ห้อง|หอ|อาคาร|ศาลา|โรง|ผู้|นัก|ชาว|เมือง|ประเทศ|การ|ความ|เรื่อง|หัวข้อ|ครู\Z|เขต|กลุ่ม|ชั้น|ระดับ"
)


def find_unmarked(text: str, taken: Container[int]) -> Iterator[Name]:
    """Names of two words without an honorific, by place; `taken` are the places of other names.

    >>> text = "วิทยากรโดย ใจดี มีสุขสวัสดิ์, พอใจ ยิ้มแย้มศรี"
    >>> [name.value(text) for name in find_unmarked(text, ())]
    ['ใจดี มีสุขสวัสดิ์', 'พอใจ ยิ้มแย้มศรี']
    """
    end = 0
    told = [(match.end(), 1) for match in _TOLD.finditer(text)]
    told += [(match.end(), 1) for match in _MINISTER.finditer(text) if _minister(text, match.end())]
    for place, least in sorted(told + [(match.end(), MEMBERS) for match in _LIST.finditer(text)]):
        names = list(_row(text, place, taken)) if place >= end else []
        if len(names) >= least:
            yield from names
            end = names[-1].end


def _row(text: str, place: int, taken: Container[int]) -> Iterator[Name]:
    """The names that stand one after another from `place` on."""
    while name := _name_at(text, place, taken):
        yield name
        following = _NEXT.match(text, name.end)
        if following is None:
            break
        place = following.end()


def _minister(text: str, start: int) -> bool:
    pair = _PAIR.match(text, start)
    return pair is not None and re.compile(r"\s{1,3}รัฐมนตรี").match(text, pair.end()) is not None


def _name_at(text: str, start: int, taken: Container[int]) -> Name | None:
    pair = _PAIR.match(text, start)
    if pair is None or start in taken or pair.start("surname") in taken:
        return None
    if not (_BEHIND.match(text, pair.end()) or _post_behind(text, pair.end())):
        return None
    if any(_is_word(text, *pair.span(part)) for part in ("given", "surname")):
        return None
    return Name(start, pair.end(), None, pair.span("given"), pair.span("surname"))


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether what begins there is a word of the report, a post or a body."""
    word = text[start:end]
    return bool(
        _NOT.match(word)
        or NO_NAME.match(word)
        or posts.begins(text, start, house=False)
        or body_at(text, start)
    )


def _post_behind(text: str, end: int) -> bool:
    place = end
    while place < len(text) and text[place] in " \n":
        place += 1
    return place > end and posts.begins(text, place)
