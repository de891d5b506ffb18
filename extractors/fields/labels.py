"""What a line says of who stands on it or below it: ประธานในพิธี : …, วิทยากร …, a topic before a dash.

Add a label: to LABELS under its role, as the whole of the words that stand
before the name, without sign or joint. What no row knows says nothing.
"""

from __future__ import annotations

import re

from extractors.fields.cues import NOBODY
from extractors.thai.surnames import Span
from extractors.thai.text import PICTURE

_OF = r"[ก-๎A-Za-z ()&/]"
LABELS: tuple[tuple[str, str], ...] = (
    (
        NOBODY,
        rf"(?:ผู้)?(?:สอบถาม|ติดต่อ|ประสานงาน|สนใจ|รับสมัคร|สมัคร|ลงทะเบียน|แจ้งชื่อ|โทร|อ่านเพิ่ม){_OF}{{0,40}}"
        rf"|(?:ผู้)?(?:ถ่ายภาพ|ช่างภาพ|ภาพ|จดรายงาน(?:การประชุม)?|ตรวจรายงาน(?:การประชุม)?|ข่าว|เรื่อง|เขียน|เรียบเรียง|บันทึก|โพสต์|เผยแพร่|พิมพ์|ตรวจทาน|ผู้เขียน|รายงานข่าว|กราฟิก)(?:(?:\s?[/-]\s?|และ){_OF}{{1,20}})?"
        r"|จึง(?:เรียน|ประกาศ|แจ้ง)(?:มา)?เพื่อ[ก-๎ ]{3,50}|ประกาศ\s?ณ\s?วันที่[ก-๎\d๐-๙. ]{5,40}"
        r"|(?:ขอแสดงความนับถือ|ลงชื่อ|ลงนาม|ผู้ไม่มาประชุม|ไม่มาประชุม|ผู้ลา(?:ประชุม)?|[Bb]y|Author)",
    ),
    (
        "chair",
        r"(?:ท่าน)?ประธาน(?:ใน|การ)?(?:พิธี|เปิด|ปิด|สงฆ์|ฝ่ายสงฆ์|ฝ่ายฆราวาส|ที่ประชุม|ประชุม|การประชุม|งาน|การ[ก-๎]{3,20}|โครงการ)*",
    ),
    ("opener", r"(?:ใคร|ผู้)?(?:กล่าว)?(?:ทำ)?(?:พิธี)?เปิด(?:งาน|การ[ก-๎]{2,20}|โครงการ|กิจกรรม|นิทรรศการ|ค่าย|พิธี)?"),
    (
        "speaker",
        rf"(?:ใคร|ผู้|ครูผู้)?สอน|ผู้(?:เข้า)?สอบ(?:ป้องกัน)?{_OF}{{0,20}}|ผู้(?:นำ)?เสนอ(?:วิทยานิพนธ์|ผลงาน|เค้าโครง)?|(?:รายนาม|รายชื่อ|หัวข้อและ)?(?:ทีม|คณะ|พระ)?วิทยากร{_OF}{{0,40}}"
        rf"|แสดง(?:ปาฐกถา|ธรรม|พระธรรม){_OF}{{0,20}}|ผู้นำ(?:การ)?(?:เสวนา|อภิปราย)|(?:ฝึกปฏิบัติ|สาธิต){_OF}{{0,30}}|(?:องค์)?ปาฐก(?:ถา)?{_OF}{{0,25}}"
        rf"|(?:ผู้)?(?:ร่วม)?(?:บรรยาย|เสวนา|อภิปราย|แลกเปลี่ยน|ถ่ายทอด|ให้ความรู้){_OF}{{0,30}}|(?:ผู้)?ดำเนิน(?:รายการ|วง|การเสวนา|การอภิปราย)"
        rf"|ผู้ชวนคุย|ชวน(?:คุย|สนทนา)|กระบวนกร|(?:ผู้)?นำ(?:กระบวนการ|กิจกรรม|สนทนา)|(?i:{_OF}{{0,20}}(?:speakers?|moderators?|lecturers?|trainers?|panelists?))",
    ),
    ("signatory", rf"(?:ผู้)(?:ร่วม)?ลงนาม{_OF}{{0,30}}"),
    (
        "lead",
        r"(?:ผู้)?นำ(?:ทีม|คณะ)?|จัด|ผู้รับผิดชอบ|ประธาน(?:ดำเนินงาน|โครงการ|จัดงาน|คณะทำงาน)|หัวหน้า(?:คณะ|ทีม)|(?:หัวหน้า|ผู้รับผิดชอบ)โครงการ|เจ้าภาพ",
    ),
    ("guest", rf"(?:แขก|ผู้มีเกียรติ|(?:ผู้)?กล่าวต้อนรับ|(?:ให้การ)?ต้อนรับ){_OF}{{0,25}}"),
    (
        "participant",
        rf"(?:กล่าว|ถวาย)?รายงาน|ผู้(?:กล่าว|รายงาน|เข้าร่วม|เข้าประชุม|ร่วม|มา|สังเกตการณ์|แทน|วิจารณ์|ทรงคุณวุฒิ|ได้รับ|เข้ารับ|รับ|เกษียณ){_OF}{{0,40}}"
        rf"|ร่วม(?:เดินทาง|สังเกตการณ์|งาน|ประชุม|คณะ|กิจกรรม|พิธี){_OF}{{0,25}}|พยาน|สักขีพยาน|พิธีกร|MC|พบกับ"
        rf"|(?:คณะ)?กรรมการ{_OF}{{0,25}}|คณะทำงาน|เลขานุการ|ที่ปรึกษา",
    ),
)
_LABELS = tuple((role, re.compile(words)) for role, words in LABELS)
_OTHER = re.compile(r"[ก-๎A-Za-z]{3,30}\s?[:：]\s?")  # whose part it names, though we do not know it
_SIGN = re.compile(r"[\s:：❓?•*»>|=–—-]*\Z")
_JOINT = re.compile(r"(?:\s?(?:โดย|ได้แก่|ประกอบด้วย|คือ|มีดังนี้|ดังนี้|จาก))?\Z")
_MARKS = re.compile(
    rf"(?:[\s•*»>▪◦●○๏|=–—-]|{PICTURE}|\(?[\d๐-๙]{{1,2}}(?:\.[\d๐-๙]{{1,2}})?[.)](?![\d๐-๙])"
    r"|(?:เวลา\s?)?[\d๐-๙]{1,2}[.:][\d๐-๙]{2}(?:\s?น\.?)?(?:\s?[-–]\s?[\d๐-๙]{1,2}[.:][\d๐-๙]{2})?(?:\s?น\.?)?)*"
)
# Of a line that "โดย …" stands below: what was done.
_DONE = (
    ("opener", re.compile("พิธีเปิด|กล่าวเปิด|เปิดงาน")),
    (
        "speaker",
        re.compile(r"บรรยาย|เสวนา|ปาฐกถา|อบรม|สาธิต|Talk|\A[\d๐-๙]{1,2}[.:][\d๐-๙]{2}|[“\"]", re.ASCII),
    ),
)
# "topic — name" in a programme, and what shows that it is one.
_TOPIC = re.compile(r"(?P<topic>\S[^\n]{3,150}?)\s?(?:[—–/|]|\s-)\s?(?:[ก-๎]{2,12}โดย\s?)?\Z")
_TALKS = re.compile(
    r"วิทยากร|หัวข้อ|บรรยาย|เสวนา|อบรม|สัมมนา|Talk|EP\.?\s?\d|Workshop|workshop|[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s?น",
    re.ASCII,
)
LONGEST = 60  # code points of a label
NUMBERED = re.compile(rf"\(?[\d๐-๙]{{1,2}}[.)]\s?\Z|(?:[•*»●▪-]|{PICTURE})\s?\Z")
# What stands between a label and the name: a nickname, or the post where the name is in brackets.
_BY_NICKNAME = r"(?:พี่|น้อง|ครู|ลุง|ป้า|หมอ|คุณ|อาจารย์|อ\.)[ก-๎]{2,10}"
_NICKNAME = re.compile(_BY_NICKNAME)
_CALLED = re.compile(rf"(?<=\s)(?:{_BY_NICKNAME}|[ก-๎.]{{2,25}}(?=\s?\())\s?\(?\Z")
_ROW = 160  # and of a line that is a row, no sentence
_CLOSING = re.compile(r"ขอแสดงความนับถือ|ลงชื่อ|จึง|ประกาศ\s?ณ|ไม่มาประชุม|ลา(?:ประชุม)?\s|[:：]")
_ABOVE = 300  # code points before a topic in which the programme must be told of


def label(text: str, start: int) -> tuple[str, Span] | None:
    """The role that the words before `start` give, on its line or above it; None where they are no label.

    >>> text = "กำหนดการ\\nประธานในพิธี : นายสมมติ"
    >>> label(text, text.index("นาย"))
    ('chair', (9, 21))
    """
    line = text.rfind("\n", max(0, start - LONGEST - 1), start) + 1
    if start - line > LONGEST:
        return None
    begin = _begin(text, line, start)
    if called := _CALLED.search(text, begin, start):
        start = called.start()
    if begin < start and text[begin:start].strip() != "โดย":
        return _known(text, begin, start)
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    if begin < start:
        done = ((role, words.search(text[:line], above)) for role, words in _DONE)
        return next(((role, found.span()) for role, found in done if found), None)
    return _above_row(text, above, line)


def _above_row(text: str, above: int, line: int) -> tuple[str, Span] | None:
    """What the line from `above` says of a row that begins at `line`; nothing of a sentence."""
    end = text.find("\n", line)
    if line - above > LONGEST or (end if end >= 0 else len(text)) - line > _ROW:
        return None
    known = _known(text, _begin(text, above, line), line)
    if known and known[0] == NOBODY and not _CLOSING.search(text, above, line):
        return None  # a button of the page: "พิมพ์"
    return known


def topic(text: str, start: int) -> Span | None:
    """What a programme says before a dash and the name at `start`: "อ่านแผนที่ — อ.สมมติ"; None elsewhere."""
    line = text.rfind("\n", max(0, start - _ABOVE), start) + 1
    found = _TOPIC.fullmatch(text, _begin(text, line, start), start)
    if found is None or not _TALKS.search(text, max(0, line - _ABOVE), start):
        return None
    if _NICKNAME.fullmatch(found["topic"]):
        return None
    return found.span("topic")


def _begin(text: str, line: int, start: int) -> int:
    marks = _MARKS.match(text, line, start)
    assert marks is not None
    return marks.end()


def _known(text: str, begin: int, end: int) -> tuple[str, Span] | None:
    sign = _SIGN.search(text, begin, end)
    assert sign is not None
    joint = _JOINT.search(text, begin, sign.start())
    assert joint is not None
    for role, words in _LABELS:
        if words.fullmatch(text, begin, joint.start()):
            return role, (begin, joint.start())
    return ("participant", (begin, sign.start())) if _OTHER.fullmatch(text, begin, end) else None
