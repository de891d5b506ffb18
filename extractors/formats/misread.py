"""Words that OCR misreads always alike, put right where Thai has hardly another word spelt so.

Tesseract's Thai model drops the ring of sara am below a tone (น้ำ -> น้า) and
a tone above a vowel (ที่ -> ที).
"""

from __future__ import annotations

import re

from extractors.thai.text import SARA_AM
from extractors.thai.words import words

# Sara aa that is sara am, but for what stands before and behind: how often of each in 6,000 items of news.
# To add one: a branch.
_RING = re.compile(
    "(?<!ห)(?<!คะ)น้า(?!ว)"  # 12,249 : 8
    "|ย้า(?!ย)"  # 2,137 : 2
    "|(?<!เ)ต่า(?![งย])"  # 1,491 : 9
    "|ซ้า(?!ย)"  # 381 : 1
)
# Words that have lost their tone, and how often the two are met. To add one: a line.
_TONELESS = {
    "ที": "ที่",  # 15 : 10,895
    "เพือ": "เพื่อ",  # 0 : 3,161
    "ซึง": "ซึ่ง",  # 0 : 1,469
    "นี": "นี้",  # 13 : 1,359
    "ทัง": "ทั้ง",  # 0 : 1,277
    "เรือง": "เรื่อง",  # 6 : 1,189
    "ขึน": "ขึ้น",  # 0 : 1,006
    "ครัง": "ครั้ง",  # 0 : 669
    "ตัง": "ตั้ง",  # 2 : 586
    "เมือ": "เมื่อ",  # 2 : 575
    "สิง": "สิ่ง",  # 3 : 432
    "ทัว": "ทั่ว",  # 0 : 307
    "เกียว": "เกี่ยว",  # 0 : 294
    "สัง": "สั่ง",  # 3 : 217
    "หนึง": "หนึ่ง",  # 0 : 194
    "พืน": "พื้น",  # 0 : 135
    "เบือง": "เบื้อง",  # 0 : 61
}


def spelt(text: str) -> str:
    """The text of a scan with such words as they are spelt.

    >>> spelt("การจัดการน้า ในวันศุกร์ที ๑๑ ธันวาคม ณ หน้าห้องประชุม")
    'การจัดการน้ำ ในวันศุกร์ที่ ๑๑ ธันวาคม ณ หน้าห้องประชุม'
    """
    ringed = _RING.sub(lambda match: match[0][:-1] + SARA_AM, text)
    return "".join(_TONELESS.get(word, word) for word in words(ringed))
