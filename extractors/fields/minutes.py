"""What the form of minutes and agendas says of the meeting: its name above the day, its hours."""

from __future__ import annotations

import re

from extractors.official.passages import line_end, lines, trimmed
from extractors.records import Document, Facts, Found, Official

KINDS = ("minutes", "agenda")
_LINES = 5  # of a heading
# With these the heading goes on to the day, the place, or the list of those who came.
_ENDS = re.compile(
    r"[ \t]*(?:เมื่อ|(?:ใน|ระหว่าง)?วัน(?:ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เวลา|ณ(?=[\s\S])|ห้อง|ผ่าน|โดย"
    r"|(?:รายชื่อ)?[ก-๎]{0,30}?(?:ผู้|ที่)(?:มา|เข้า|ไม่มา)ประชุม|(?:ระเบียบ)?วาระที่|[-_=*.…]{3})"
)
_WITHIN = re.compile(rf"[ \t](?={_ENDS.pattern})")
_NAME = re.compile(r"(?:รายงาน|บันทึก|ระเบียบวาระ)(?=การ|ประชุม)")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`title`, `time` and `end_time`, in place of what their sentences say; none of other documents."""
    official = document.official
    if official is None or official.kind not in KINDS:
        return {}
    return _title(document.text, official) | _hours(official)


def _title(text: str, official: Official) -> dict[str, Found]:
    """The lines of the heading, from the word for minutes on, up to the day.

    >>> from extractors.official import read_official
    >>> text = "รายงานการประชุมครู\\nครั้งที่ ๑/๒๕๖๗\\nวันพุธที่ ๕ มิถุนายน ๒๕๖๗\\nเริ่มประชุมเวลา ๑๓.๐๐ น."
    >>> official = read_official(Document("d", "", "text/plain", text))
    >>> _title(text, official)["title"].value
    'การประชุมครู ครั้งที่ ๑/๒๕๖๗'
    """
    begin = official.evidence["kind"][0].start
    named = _NAME.search(text, begin, line_end(text, begin))
    if named is None:
        return {}
    start, end = named.end(), named.end()
    for n, (first, last) in enumerate(lines(text, start, start + 1_000)):
        if n == _LINES or (n and _ENDS.match(text, first)):
            break
        cut = _WITHIN.search(text, first, last)
        end = cut.start() if cut else last
        if cut or text.startswith("\n\n", last):
            break
    start, end = trimmed(text, start, end)
    value = " ".join(text[start:end].split())
    return {"title": Found(value, start, end, "title-of-minutes", 0.95)} if end - start > 8 else {}


def _hours(official: Official) -> dict[str, Found]:
    found = {}
    for path, said in (("time", official.started), ("end_time", official.closed)):
        if said:
            place = official.evidence["started" if path == "time" else "closed"][0]
            found[path] = Found(said, place.start, place.end, place.rule, place.confidence)
    return found
