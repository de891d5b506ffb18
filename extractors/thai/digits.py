"""Thai digits, and the numbers they write."""

from __future__ import annotations

import re

_THAI = re.compile("[๐-๙]")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def arabic(text: str) -> str:
    """Thai digits as Arabic ones, one for one, so that offsets stay true.

    >>> arabic("๑๕ ส.ค. ๒๕๖๕")
    '15 ส.ค. 2565'
    """
    return text.translate(_TO_ARABIC) if _THAI.search(text) else text


def thai(text: str) -> str:
    """Arabic digits as Thai ones, one for one.

    >>> thai("ครั้งที่ 5/2563")
    'ครั้งที่ ๕/๒๕๖๓'
    """
    return text.translate(_TO_THAI)
