"""The timetable: what begins when, and who speaks; of minutes and agendas the order of business.

A timetable is two lines or more that begin with a time of day, as lines of
text or as rows of a table (`Document.rows`: text with a tab between cells).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.records import Document, Facts, Found, Official
from extractors.thai.names import find_names
from extractors.thai.times import Times, find_times

MOST = 200  # items; more is no programme of one event
LONGEST = 300  # code points of one item's line that are read

_ROW = re.compile(r"(?m)^[ \t•*\-–]*(?:[\d๐-๙]{1,2}[.)]?\t)?(?:เวลา\s?)?(?=[\d๐-๙]{1,2}\s?[.:]\s?[\d๐-๙]{2})")
# Beginning and end in columns of their own: 08.30, tab, 09.00, tab.
_COLUMNS = re.compile(
    r"([\d๐-๙]{1,2}\s?[.:]\s?[\d๐-๙]{2})(?:\s?น\.)?\t([\d๐-๙]{1,2}\s?[.:]\s?[\d๐-๙]{2})(?:\s?น\.)?\t"
)
_ROOM = re.compile(r"(?:ณ\s|ที่\s?)?(?:ห้อง|หอประชุม|อาคาร|โรงแรม|ลาน|ชั้น)")  # a line that says where, not what
_BARE = re.compile(r"[\d๐-๙.:\s–-]*(?:น\.|นาฬิกา)?\s*")  # a line that holds the time alone
_ZONE = re.compile(r"\((?:ตาม)?เวลา(?:ท้องถิ่น|ประเทศ|กรุง)[^()\n]{0,40}\)\s*")  # whose time it is
_BULLET = re.compile(r"[ \t]*[•*\-–·▪][ \t]*")
_SUBJECT = re.compile(r"(?:เรื่อง|หัวข้อ)\s?\S")
_TRIM = " \t-–:;,."
# Who does it stands after: โดย, วิทยากร, a cell of its own.
_BY = re.compile(r"\t|\s+(?:โดย|วิทยากร(?:โดย|\s?:)|ดำเนินรายการโดย)(?=[\s:]|[ก-ฮเ-ไ])|\s*\n")


@dataclass(frozen=True)
class _Item:
    time: Times
    start: int  # of its title in the text
    end: int
    close: int  # where the next item begins


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`agenda[i].start`, `.end`, `.title`, `.people` (names without honorific, as a tuple), `.number`."""
    if document.official and document.official.business:
        return _business(document.official)
    found: dict[str, Found] = {}
    items = list(_items(document.text))
    if len(items) < 2:
        return {}
    for place, item in enumerate(items):
        for name, fact in _facts(document.text, item).items():
            found[f"agenda[{place}].{name}"] = fact
    return found


def _business(official: Official) -> dict[str, Found]:
    """The items of an order of business, at the place at which the official document gives them."""
    found: dict[str, Found] = {}
    for n, item in enumerate(official.business):
        for name, value in (("title", item.title), ("number", item.number)):
            for place in official.evidence.get(f"business[{n}].{name}", ())[:1]:
                rule, confidence = place.rule, place.confidence
                found[f"agenda[{n}].{name}"] = Found(value, place.start, place.end, rule, confidence)
    return found


def _items(text: str) -> Iterator[_Item]:
    """Every line that begins with a time and says what happens then."""
    rows = list(islice(_ROW.finditer(text), MOST))
    closes = [row.start() for row in rows[1:]] + [_block_end(text, row.end()) for row in rows[-1:]]
    for row, close in zip(rows, closes, strict=True):
        line = text[row.end() : _line_end(text, row.end())][:60]
        time = _in_columns(line) or next(iter(find_times(line)), None)
        if time is None or time.begin > 2:
            continue
        start, end = _title(text, row.end() + time.end, close)
        if end > start:
            yield _Item(
                Times(row.end() + time.begin, row.end() + time.end, time.start, time.stop), start, end, close
            )


def _in_columns(line: str) -> Times | None:
    """The time of a row that has its beginning and its end in two cells.

    >>> _in_columns("๐๘.๓๐\\t๐๙.๐๐\\tลงทะเบียน")
    Times(begin=0, end=12, start='08:30', stop='09:00')
    """
    cells = _COLUMNS.match(line)
    found = find_times(f"{cells[1]} - {cells[2]} น.") if cells else []
    if cells is None or not found or found[0].stop is None or found[0].stop <= found[0].start:
        return None
    return Times(0, cells.end(), found[0].start, found[0].stop)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _block_end(text: str, start: int) -> int:
    """Where the last item ends: after its line, its bulleted lines, or the lines below a bare time."""
    end = _line_end(text, start)
    below = 5 if _BARE.fullmatch(text, start, end) else 0
    while end < len(text) and (_BULLET.match(text, end + 1) or below > 0) and text[end + 1 : end + 2] != "\n":
        end, below = _line_end(text, end + 1), below - 1
    return end


def _title(text: str, start: int, close: int) -> tuple[int, int]:
    """The words after the time, or on the next line that is no room; without who does it."""
    for _ in range(3):
        while start < close and text[start] in _TRIM + "\n":
            start += 1
        if zone := _ZONE.match(text, start, close):
            start = zone.end()
        if not _ROOM.match(text, start, close):
            break
        start = _line_end(text, start)
    close = min(close, start + LONGEST)
    end = next((cut.start() for cut in _BY.finditer(text, start, close) if not _goes_on(text, cut)), close)
    for name in find_names(text[start:end]):
        end = start + name.start
        break
    while end > start and text[end - 1] in _TRIM + "\n":
        end -= 1
    return start, end


def _goes_on(text: str, cut: re.Match[str]) -> bool:
    """Whether the next line gives the subject of what this one names."""
    return "\n" in cut[0] and _SUBJECT.match(text, cut.end()) is not None


def _facts(text: str, item: _Item) -> dict[str, Found]:
    time, rule = item.time, "timetable"
    facts = {
        "title": Found(" ".join(text[item.start : item.end].split()), item.start, item.end, rule, 0.9),
        "start": Found(time.start, time.begin, time.end, rule, 0.95),
    }
    if time.stop is not None:
        facts["end"] = Found(time.stop, time.begin, time.end, rule, 0.95)
    shown = text[item.end : min(item.close, item.end + 4 * LONGEST)]
    if names := find_names(shown):
        spans = [(item.end + name.start, item.end + name.end) for name in names]
        people = tuple(name.value(shown) for name in names)
        facts["people"] = Found(people, *spans[0], rule, 0.8, tuple(spans[1:]))
    return facts
