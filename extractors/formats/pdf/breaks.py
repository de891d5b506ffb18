"""Whether a blank stood where a line was broken: nothing shows it, as Thai breaks lines between any words."""

from __future__ import annotations

import re

from extractors.thai import posts
from extractors.thai.digits import arabic
from extractors.thai.honorifics import HONORIFIC

_START = "(?:^|[^ก-๎])"
_WORD = "[ก-ฮเ-ไ][ก-๎]{1,20}"
_HONORIFIC = re.compile(rf"{_START}{HONORIFIC}$")
_GIVEN_NAME = re.compile(rf"{_START}{HONORIFIC}\s?{_WORD}$")
_NAME = re.compile(rf"{_START}{HONORIFIC}\s?{_WORD}\s{_WORD}$")
_REST_OF_NAME = re.compile("[ก-๎]{1,3} [ก-ฮเ-ไ][ก-๎]{3}")  # hardly a surname: they are longer, and end a name
_LATIN = re.compile("[!-~]+")
_ADDRESS = re.compile(r"(?:[\w.-]@|://|www\.)[!-~]*$|[\w.-]@$")
# What comes before and behind a break at which writers put a blank; how often they do in 6,000 items.
# To add one: a line.
_BLANK = (
    (re.compile(r"(?:^|\s)เรื่อง$"), re.compile(r"(?!ราว|เดิม|นี้|ดังกล่าว|ที่|ต่าง)")),  # "on", 92 % of 6,416
    (_NAME, re.compile(rf"และ\s?{HONORIFIC}")),  # one person and another, 96 % of 75
    (re.compile(r"ห้อง[ก-๎]{2,20}$"), re.compile(r"ชั้น ?(?:ที่ ?)?[\d๐-๙]")),  # a room and its floor, 89 % of 280
    (
        re.compile(rf"{_START}(?:ผู้ช่วย|รอง)?ศาสตราจารย์$"),
        re.compile(r"ดร\.|ดอกเตอร์|นายแพทย์|แพทย์หญิง"),
    ),  # 97 % of 39
)
# The next of a row that is counted, กลุ่มที่ ๑ … กลุ่มที่ ๒: 95 % of 64.
_COUNTED = re.compile(
    r"((?:กลุ่ม|ชุด|ครั้ง|รุ่น|ข้อ|ช่วง|ห้อง|ระยะ|ตอน|ฐาน|รอบ|ภาค|สาย|ด้าน|เวที|ประเด็น|หัวข้อ)ที่) ?([\d๐-๙]{1,2})(?![\d๐-๙])"
)
_LINKED = re.compile(r"(?:และ|หรือ|กับ|ใน|ถึง|ของ)$")


def unbroken(text: str, next_text: str) -> bool:
    """Whether no blank stood where the line was broken, most of which lies between two words of Thai.

    There was one where either side is no Thai letter, but for addresses of mail and web; between
    given name, surname and post; and where nearly all writers put one.

    >>> unbroken("การบริหาร", "จัดการน้ำ"), unbroken("บรรยาย เรื่อง", "การจัดการน้ำ")
    (True, False)
    """
    if next_text.startswith("@") or (_ADDRESS.search(text) and _LATIN.match(next_text)):
        return True
    if any(before.search(text) and behind.match(next_text) for before, behind in _BLANK):
        return False
    if text.endswith(".") and _HONORIFIC.search(text):
        return True
    if _GIVEN_NAME.search(text):
        return _REST_OF_NAME.match(next_text) is not None
    if _NAME.search(text) and posts.begins(next_text, 0, house=False):
        return False
    if _counts_on(text, next_text):
        return False
    return all("ก" <= char <= "\u0e4e" and char not in "ฯๆ" for char in text[-1:] + next_text[:1])


def _counts_on(text: str, next_text: str) -> bool:
    """Whether the next line begins with the member of a row that follows the last one in the text.

    >>> _counts_on("กลุ่มที่ ๑ ดิน กลุ่มที่ ๒ น้ำ", "กลุ่มที่ ๓ ป่า")
    True
    """
    following = _COUNTED.match(next_text)
    if following is None or _LINKED.search(text):
        return False
    last = [int(arabic(one[2])) for one in _COUNTED.finditer(text) if one[1] == following[1]][-1:]
    return last == [int(arabic(following[2])) - 1]
