"""The headline: what stands on top of a text, and the name of its event where the text gives none."""

from __future__ import annotations

import re

from extractors.records import Document, Found
from extractors.thai import months

HEADLINE_RULE = "title-headline"  # the text has no name of an event; what stands on top of it was taken
HEADLINE = 300  # code points: a longer first line is the text itself

# A line that holds a day and nothing else.
_DAY_LINE = re.compile(
    rf"(?:วัน[ก-๎]{{2,8}}\s?ที่\s?)?[\d๐-๙]{{1,2}}\s?(?:{months.FULL}|/|[\d๐-๙/]+)\s?[\d๐-๙/]{{2,7}}"
)
_OTHERS = re.compile(r"\n[ \t]*(?:ข่าว|เรื่อง|บทความ)(?:อื่น\s?ๆ\s?)?ที่เกี่ยวข้อง[ \t:]*\n")


def headlines(text: str) -> int:
    """Where the headline ends: the first line but a day's, and what says it again or is short."""
    first = next((line for line in re.finditer(r"\S.*", text[:2000]) if not _over(line[0])), None)
    if first is None or len(first[0]) > HEADLINE:
        return 0
    end = first.end()
    for line in re.finditer(r"\S.*", text[first.end() : first.end() + 2000]):
        said = line[0].strip()
        if len(said) > 40 and not first[0].endswith(said):
            break
        if first[0].rstrip().endswith(said):
            end = first.end() + line.end()
    return end


def _over(line: str) -> bool:
    """Whether a line stands over every headline of its site: a day, a button."""
    return _DAY_LINE.fullmatch(line.strip()) is not None or line.strip() == "พิมพ์"


def own_end(text: str) -> int:
    """Where a portal's list of other news begins; the text's end where there is none."""
    others = _OTHERS.search(text)
    return others.start() if others else len(text)


def top_line(document: Document) -> dict[str, Found]:
    """What stands on top, but for the day, and the site's name before what a later line says again."""
    lines = (line for line in re.finditer(r"\S.*", document.text) if not _over(line[0]))
    line = next(lines, None)
    if line is None:
        return {}
    start, said = line.start(), line[0].rstrip()
    for mark in re.finditer(r"\s?[-|:–]\s?", said if len(said) <= HEADLINE else ""):
        if f"\n{said[mark.end() :]}\n" in document.text:
            start, said = line.start() + mark.end(), said[mark.end() :]
            break
    return {"title": Found(" ".join(said.split()), start, start + len(said), HEADLINE_RULE, 0.3)}
