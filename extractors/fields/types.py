"""Which type of event a name is: the word that comes first in it decides.

To add a word: put it into the pattern of its type. Where two begin at one
place the longer wins (ประชุมเชิงปฏิบัติการ before ประชุม).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from extractors.sought import Sought
from extractors.thai.occasions import any_case


def _latin(*words: str) -> str:
    return "".join(f"|{pattern}" for word in words for pattern in any_case(word))


# Each pattern is a list of words that begin with a letter: what nests or looks back first is searched slowly.
TYPES = {
    "press": r"แถลง(?:ข่าว|ผล|การณ์)?(?!นโยบาย)|การให้สัมภาษณ์|ให้สัมภาษณ์|ชี้แจง(?:สื่อ|ถึง|กรณี|ข่าว|ประเด็น)"
    + _latin("press conference"),
    "workshop": r"ประชุม(?:สัมมนา)?(?:เชิง)?ปฏิบัติการ|สัมมนา(?:เชิง)?ปฏิบัติการ|ถอดบทเรียน"
    r"|ประชุมระดม(?:ความคิด|สมอง|ความเห็น)|ระดม(?:ความคิด|สมอง|ความเห็น)"
    + _latin("workshop", "hackathon", "focus group"),
    "training": r"ฝึกอบรม(?:สัมมนา|เชิงปฏิบัติการ)?|อบรม(?:สัมมนา|เชิงปฏิบัติการ)?|หลักสูตร|ค่าย|ติว|ปฐมนิเทศ"
    r"|พัฒนา(?:สมรรถนะ|บุคลากร|ศักยภาพ|ทักษะ|ครู|ความรู้)" + _latin("training", "bootcamp"),
    "seminar": r"ประชุมสัมมนา(?:วิชาการ)?|สัมมนา(?:วิชาการ)?|เสวนา|บรรยาย|อภิปราย|ปาฐกถา|ประชาพิจารณ์"
    + _latin("seminar", "webinar", "symposium", "forum", r"talk\b(?<!\w.{4})"),
    "conference": r"ประชุม(?:ใหญ่)?(?:ทาง)?(?:วิชาการ|นานาชาติ)|ประชุมสมัชชา|สมัชชา"
    r"|การนำเสนอผลงาน|นำเสนอผลงาน|ประชุมรัฐสภา" + _latin("conference", "congress", "security summit"),
    "exhibition": r"นิทรรศการ|นิทัศน์|มหกรรม|สัปดาห์(?=วิทยาศาสตร์|หนังสือ|ห้องสมุด|วิชาการ)"
    r"|เปิดบ้าน|เปิดโลก(?=วิชาการ|อาชีพ|การศึกษา)|งานแสดง(?!มุทิตา|ความ)|ส่งเสริมการขาย|แสดงสินค้า|ตลาดนัด|เทศกาล"
    + _latin("open house", r"expo\b", "exhibition", r"fair\b(?<!\w.{4})", "otop"),
    "ceremony": r"พิธี|ทำบุญ|ทอดกฐิน|ทอดผ้าป่า|รดน้ำ|วางพาน|วางพวงมาลา|สักการะ|บวงสรวง|ไหว้ครู|บรรพชา|อุปสมบท|ถวาย"
    r"|ลงนาม|เปิดตัว|งานรับรอง|งานเลี้ยง|เลี้ยงอาหาร|งานประเพณี|มอบ(?!นโยบาย|หมาย|แนวทาง)|รับมอบ|เฉลิมฉลอง"
    r"|ครบรอบ|วันสถาปนา|ปัจฉิมนิเทศ|เปิด(?:ป้าย|อาคาร|ศูนย์)|วางศิลาฤกษ์|มุทิตา|เทศน์|สวดมนต์|งานวัน(?!เด็ก)"
    + _latin(r"kick\s?-?off"),
    "visit": r"เยี่ยม(?:ชม|เยียน|คารวะ)?|เยือน|ตรวจ(?:เยี่ยม|ราชการ|ติดตาม|งาน|พื้นที่)|ลงพื้นที่|ศึกษาดูงาน|ดูงาน|ทัศนศึกษา"
    r"|แลกเปลี่ยน(?:วิชาการ|วัฒนธรรม|นักศึกษา|นักเรียน)|ต้อนรับ|เข้าพบ",
    # ห้องประชุม, หอประชุม, ศูนย์การประชุม are places, ที่ประชุม those who meet.
    "meeting": r"ประชุม(?<!ห้องประชุม)(?<!หอประชุม)(?<!ที่ประชุม)(?<!ศูนย์ประชุม)(?<!ศูนย์การประชุม)"
    r"|หารือ|เจรจา|มอบนโยบาย|รับฟังความคิดเห็น|พัฒนาหลักสูตร|ปรับปรุงหลักสูตร|วิพากษ์(?:หลักสูตร)?|ร่างหลักสูตร|ทบทวน(?:หลักสูตร)?|เข้าเฝ้า"
    + _latin("meeting", "summit"),
    "other": r"ประกวด|วันเด็ก|ค่าย(?:อาสา|จิตอาสา)|แข่งขัน|รณรงค์|จิตอาสา|บริจาคโลหิต|ปั่นจักรยาน|เดินวิ่ง|วิ่ง(?=การกุศล|เพื่อ)"
    r"|เลือกตั้ง(?=(?:ประธาน|สภา|คณะกรรมการ|หัวหน้า|นายก|ผู้แทน)?(?:นักเรียน|นักศึกษา|สโมสร|องค์การนัก))|กีฬา|คัดเลือก|สอบ(?!ถาม|สวน)",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in TYPES.items()}
_WORDS = Sought("|".join(TYPES.values()))
# พิธีเปิดการอบรม is the training; what an opening opens follows at once.
_OPENING = re.compile(
    r"(?:พิธี)?(?:เปิด|ปิด)(?:ใน)?(?:งาน|การ|โครงการ|กิจกรรม)*(?=(?:ประชุม|สัมมนา|เสวนา|(?:ฝึก)?อบรม|นิทรรศการ|มหกรรม|ค่าย))"
)
_CONFERENCE = re.compile(r"conference|congress", re.IGNORECASE)
# What stands in quotes or behind เรื่อง is the subject, not the kind.
_SUBJECT = re.compile(r"[“\"‘(]|เรื่อง|หัวข้อ|เพื่อ|ว่าด้วย|เกี่ยวกับ|เนื่องใน")


def find_type(name: str) -> tuple[str, int, int] | None:
    """The type of the event so named, and the word that says it, name[begin:end]; None where no word does.

    >>> find_type("โครงการอบรมเชิงปฏิบัติการ เรื่อง การประชุมออนไลน์")
    ('training', 7, 25)
    >>> find_type("พิธีเปิดการสัมมนาวิชาการ")[0], find_type("คืนสู่เหย้า")
    ('seminar', None)
    """
    subject = _SUBJECT.search(name)
    head = name[: subject.start()] if subject else name
    for words in (head, name):
        opening = _OPENING.match(words)
        for said in find_types(words[opening.end() :] if opening else words):
            return (
                _broader(said[0], name),
                said[1] + (opening.end() if opening else 0),
                said[2] + (opening.end() if opening else 0),
            )
    return None


def _broader(kind: str, name: str) -> str:
    """A meeting that calls itself a conference in English is one."""
    return "conference" if kind == "meeting" and _CONFERENCE.search(name) else kind


def find_types(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[str, int, int]]:
    """Every word of a type in text[start:end], by place."""
    for word in _WORDS.finditer(text, start, end):
        rivals = [(kind, _PATTERNS[kind].match(text, word.start(), end)) for kind in TYPES]
        kind, close = max(((kind, m.end()) for kind, m in rivals if m), key=lambda rival: rival[1])
        yield kind, word.start(), close
