"""Names without an honorific: two words that look like a name, where a text would put one.

A speaker's list, a table or a post on a page for friends leaves the honorific
out ("วิทยากร ใจดี มีสุข", "ผอ.ใจดี มีสุข"). By their letters alone too many words
would pass (likeness.py); what stands before and behind them has to agree.

Add words that stand before a name: to _TOLD. Words that stand behind one: to _BEHIND.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from extractors.thai import posts
from extractors.thai.likeness import likeness
from extractors.thai.name_words import NO_NAME
from extractors.thai.names import Name
from extractors.thai.surnames import begins_later

_WORD = r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,24}"
_OF = r"(?:[ ]ณ[ ][ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{2,14})"  # a surname that the king gave: … ณ อยุธยา
_PAIR = re.compile(rf"(?<![ก-๎])(?P<given>{_WORD})(?=[ ]{{1,4}}(?P<surname>{_WORD}{_OF}?)(?![ก-๎ฯๆ.]))(?![ก-๎])")
# Glued to the given name, where a blank should be.
_GLUED = re.compile(r"(?:โดย|และ|กับ|มี|คือ|ท่าน|คุณ|ได้แก่|วิทยากร|พิธีกร|ประธาน)(?=[ก-ฮเ-ไ])")
# Words after which somebody is named.
_TOLD = re.compile(
    r"(?:โดย|คือ|ได้แก่|ประกอบด้วย|อาทิ|วิทยากร(?:หลัก|พิเศษ|รับเชิญ)?|ปาฐก|พิธีกร|ผู้ดำเนินรายการ|ดำเนินรายการ|เสวนา|บรรยาย(?:พิเศษ)?|รายงาน"
    r"|ประธาน(?:ใน)?(?:พิธี|เปิด|งาน)*|(?:กล่าว)?(?:เปิด|ปิด|ต้อนรับ)(?:งาน)?|เกียรติจาก|พร้อมด้วย|ร่วมด้วย|(?:ของ|ว่า)?ท่าน|เชิญ|นำทีม|ผู้ประสานงาน|สังเกตการณ์"
    r"|เดินทาง|พยาน|สักขีพยาน|ลงนาม|เหรัญญิก|ผู้ร่วมงาน|ผู้แทน|ตัวแทน|นำ|ชวนคุย|(?:ผอ|ศน|รมว|รมช|ผวจ|นอภ)\.|(?:พี่|น้อง|ครู|ลุง|ป้า|หมอ|คุณ)[ก-๎]{2,10}|[:：❓?—–/|•>»])\Z"
)
_ROW = re.compile(
    r"[\s\u200b]*(?:(?:[-–—•*»>❖✦★☆▪◦●○✓✔]|\(?[\d๐-๙]{1,2}(?:[.)]|\s)|(?:เวลา\s?)?[\d๐-๙]{1,2}[.:][\d๐-๙]{2}(?:\s?น\.?)?)\s*(?:[-–]\s*)?){0,3}\Z"
)
_JOINED = re.compile(r"(?:,|และ|กับ|/|ฯ)\Z")
_BEHIND = re.compile(
    r"\s*(?:\Z|\n|[(,/“”\"‘:|–—-]|และ|กับ|รุ่น|อายุ|จาก|เป็น|กล่าว|บรรยาย|เปิด|ให้|ร่วม|นำ|มอบ|ได้|พร้อม|คุย|มา|ชวน|พูด|เล่า|ดำเนิน|ทำหน้าที่|รับหน้าที่|ในฐานะ|รายงาน|ต้อนรับ|ตำแหน่ง)"
)
# What makes no name though its letters may: days, months, who is many, what a site's buttons say.
_NOT = re.compile(
    r"(?:นาย|นางสาว|วัน(?:ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|(?:จันทร์|อังคาร|พุธ|ศุกร์|เสาร์|อาทิตย์)(?:\Z|ที่)|[ก-๎]{3,7}(?:าคม|ายน|พันธ์)\Z"
    r"|คณะ|คณาจารย์|นิสิต|ทีม|ห้อง|หอประชุม|อาคาร|ศาลา|โรงแรม|ผู้|นัก|ชาว|อุบาส|มณฑล|เมือง|ประเทศ|พิมพ์\Z|อีเมล|แปลว่า|ให้\Z|ครู\Z|อาจารย์\Z)"
)
# How likely a name must be: told of by the words before it, below one another, joined to another.
_LEAST = {"told": -2.0, "post": -2.0, "row": -1.0, "joined": -1.0, "below": -1.0, "alone": 1.0}
_LOWEST = min(_LEAST.values())
_BACK = 60  # code points before a name that are looked at


def find_unmarked(text: str, taken: Container[int]) -> Iterator[Name]:
    """Names of two words without an honorific, by place; `taken` are the places of other names.

    >>> text = "วิทยากรโดย ใจดี มีสุขสวัสดิ์, พอใจ ยิ้มแย้มศรี"
    >>> [name.value(text) for name in find_unmarked(text, ())]
    ['ใจดี มีสุขสวัสดิ์', 'พอใจ ยิ้มแย้มศรี']
    """
    end = last = 0
    for pair in _PAIR.finditer(text):
        if pair.start() < end or pair.start() in taken or pair.start("surname") in taken:
            continue
        name = _name(text, pair, last)
        if name:
            yield name
            end = last = name.end


def _name(text: str, pair: re.Match[str], last: int) -> Name | None:
    start = pair.start()
    if glued := _GLUED.match(text, start, pair.end("given") - 1):
        start = glued.end()
    given, surname, end = text[start : pair.end("given")], pair["surname"], pair.end("surname")
    likely = likeness(given, surname.partition(" ")[0])
    if likely < _LOWEST or _is_word(text, start, given) or _is_word(text, pair.start("surname"), surname):
        return None
    where = _where(text, start, last)
    post = _post_behind(text, end)
    behind = post or bool(_BEHIND.match(text, end))
    if where is None and behind and posts.reaches(text, max(0, start - _BACK), start):
        where = "post"
    where = where or ("alone" if post else None)
    if where is None or not (behind or where in ("told", "below")):
        return None
    if likely < _LEAST[where] + (0 if behind else 2) or begins_later(text, pair.span("surname"), likely):
        return None
    return Name(start, end, None, (start, pair.end("given")), pair.span("surname"))


def _is_word(text: str, start: int, word: str) -> bool:
    """Whether what begins there is a word of the report, or a post."""
    return bool(_NOT.match(word) or NO_NAME.match(word)) or posts.begins(text, start, house=False)


def _where(text: str, start: int, last: int) -> str | None:
    """What stands before the name: a key of _LEAST; None where it is nothing that we know."""
    line = max(text.rfind("\n", 0, start) + 1, start - _BACK)
    before = text[line:start].rstrip(" ")
    if _TOLD.search(before):
        return "told"
    if _ROW.match(before) and (line == 0 or text[line - 1] == "\n"):
        return "below" if last and text.count("\n", last, start) == 1 else "row"
    if _JOINED.search(before) and last and not text[last:start].count("\n"):
        return "joined"
    return None


def _post_behind(text: str, end: int) -> bool:
    place = end
    while place < len(text) and text[place] in " \n":
        place += 1
    return place > end and posts.begins(text, place)
