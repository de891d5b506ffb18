"""Who chairs the event, and not what a text tells of long after: a committee, another opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.roles import Part
from extractors.thai.surnames import Span

APART = 1_000  # code points behind the first who chairs, after which somebody chairs something else
LINE = 2_000  # code points of a line before who chairs
# The same ceremony, held in every province, or the monks' side of it.
_EVERYWHERE = re.compile(r"[ \t]*(?:[\d๐-๙]{1,2}[.)]\s?)?(?:จังหวัด|จ\.|กรุงเทพ)")
_SIDE = re.compile(r"(?:พิธี)?(?:ฝ่าย)?(?:สงฆ์|ฆราวาส)")


def of_this_event(text: str, parts: Sequence[Part | None]) -> list[Part | None]:
    """The parts without those of who chairs something else.

    >>> of_this_event("", [None])
    [None]
    """
    chairs = [part.cue for part in parts if part and part.role == "chair" and part.cue]
    first = min(chairs, default=(0, 0))
    return [
        None if part and part.role == "chair" and part.cue and _elsewhere(text, first, part.cue) else part
        for part in parts
    ]


def _elsewhere(text: str, first: Span, cue: Span) -> bool:
    line = text.rfind("\n", max(0, cue[0] - LINE), cue[0]) + 1
    together = _EVERYWHERE.match(text, line) or _SIDE.match(text, cue[1])
    return cue[0] - first[1] > APART and not together
