"""Whether a document tells of an event at all: a policy statement, a vacancy or a call for tenders does not.

Each sign adds to a sum: who did what, where and when, under which name. Only
to explain, or to comment on something, takes from it.
"""

from __future__ import annotations

import re

from extractors.fields.types import find_type
from extractors.records import Document, Facts
from extractors.sought import Sought

LEAST = 1.6  # what the signs of an event sum up to at least
LEAD = 2_500  # code points in which a document says what it is about
HEAD = 1_500  # and in which it names it
NAMED = 0.5  # confidence of a name that is more than the headline
FIRM = 0.85  # and of one that what stands before it shows
NOBODYS = 1.2  # what it takes from a deed that no person is told to have done
CROWD = 3  # of whom the text says nothing: fewer are only mentioned
STRONG = ("chair", "opener", "speaker", "signatory", "guest")

# No event: a vacancy, a call for tenders, a grant, the story of a school, what is closed, who has won.
_NOTICE = Sought(
    r"รับสมัคร(?:บุคคล|งาน|สอบ|คัดเลือก|ลูกจ้าง|พนักงาน|นักเรียน|นักศึกษา)|ประกวดราคา|จัดซื้อจัดจ้าง|สอบราคา|ทุนการศึกษา|ประวัติ(?:โรงเรียน|ความเป็นมา)"
    r"|(?<!เ)(?:ปิด|งด|หยุด|ยกเลิก|เปลี่ยน(?:เวลา)?)(?:การ)?(?:ให้บริการ|บริการ|ทำการ|ปรับปรุง|เรียน|จราจร|จำหน่าย)"
    r"|ประกาศผล|(?<!การ)ชำระ(?:เงิน|ค่า)|ขอ(?:ร่วม)?แสดงความ(?:ยินดีกับ|เสียใจ)"
)
_LISTED = re.compile(r"ประกาศรายชื่อ|ผู้มีสิทธิ์?(?:เข้า)?(?:รับการ)?(?:สอบ|สัมภาษณ์)")  # an examination is no event
_INVITES = re.compile(r"ขอเชิญ|เชิญชวน|กำหนดการ")
# News of what a meeting decided, or of what somebody told the press, is news of that meeting or briefing.
_MET = Sought(r"(?:ที่|การ|หลัง|ใน)\s?ประชุม\s?(?:คณะรัฐมนตรี|ครม|คณะกรรมการ|คกก)")
_BRIEFED = Sought(r"แถลงข่าว|ให้สัมภาษณ์|ร่วม(?:กัน)?แถลง|ได้แถลง")
# Told when it was over: เปิดเผยภายหลังการหารือกับ…
_AFTER = re.compile(r"(?:กล่าว|เปิดเผย|เผย)(?:ภาย)?หลัง(?:จาก)?(?:เสร็จสิ้น)?(?:การ|ได้)?(?!ที่|มี|คณะ|ครม)[ก-๎]")
_THAT = re.compile(r"(?<![ก-ฮ]ง)ว่า(?!การ|ราช|จ้าง|ที่)")
_LATELY = Sought(r"\s?(?:เมื่อ(?:เร็ว|วัน)|วันนี้|วันที่)")  # what is told has a day
_OPENS = re.compile(
    r"(?:^|\n)[ \t]*(?:เมื่อ|ใน)?(?:วันนี้|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่)[^\n]{0,30}?"
    r"(?:25|๒๕)?[\d๐-๙]{2}\)?[ \t]+(?=[ก-ฮเ-ไ])"
    # or the body opens with who speaks, on no day
    r"|(?:^|\n)[ \t]*(?:นาย|นาง|พล\.|พล(?:เอก|โท|ตรี)|ดร\.|น\.ส\.|ศาสตราจารย์|พันตำรวจ)(?=[^\n]{250})"
)
_SAYS = re.compile(
    r"(?P<explains>(?:กล่าว)?ชี้แจง(?:กรณี|ข้อ|ข่าว)|กล่าวถึงกรณี|ตอบโต้)"
    r"|เปิดเผย|เผยว่า|เผยถึง|กล่าวว่า|กล่าวถึง|ระบุว่า|แจ้งว่า|ยืนยันว่า|ย้ำว่า|สั่งการ|ห่วงใย|ขอให้|โพสต์"
)
_OCCASION = re.compile(
    r"ประธาน|ร่วม|ประชุม|พิธี|เปิดงาน|จัดงาน|จัด(?=กิจกรรม|โครงการ|แถลง|นิทรรศการ|สัมมนา|อบรม)|สัมมนา|เสวนา|อบรม|ลงพื้นที่|ตรวจ|เยือน|เยี่ยม"
    r"|เดินทาง|หารือ|ต้อนรับ|ลงนาม|แถลงข่าว|มหกรรม|นิทรรศการ|เทศกาล|ครม\.|(?:^|\s)ณ\s|เวลา\s?[\d๐-๙]"
)


def tells(document: Document, facts: Facts) -> bool:
    """Whether the document announces or reports an event.

    >>> said = Document("d", "", "text/plain", "ประกาศรับสมัครพนักงาน ตั้งแต่วันที่ 3 มิถุนายน 2562")
    >>> tells(said, {})
    False
    """
    if not facts:
        return False
    text = document.text
    told = _told(text, facts)
    beside, words = _circumstances(facts) + _name(facts, told), _words(text)
    return (beside > 0 or words > 1) and _deeds(facts, told) + beside + words >= LEAST


def _told(text: str, facts: Facts) -> int:
    """Where somebody begins to tell the press of something that has no day; LEAD where nobody does.

    What is named from there on may be anything: a law, last year's fair, what others are to do.
    """
    cues = sorted((f for path, f in facts.items() if path.endswith("].role")), key=lambda cue: cue.start)
    if not cues or cues[0].value != "spokesperson":
        return LEAD
    that = _THAT.search(text, cues[0].end, cues[0].end + 150)
    told = that.end() if that else cues[0].end
    day = facts.get("start")
    dated = (day is not None and day.start >= told) or _LATELY.match(text, told)
    return LEAD if dated else told


def _deeds(facts: Facts, told: int) -> float:
    """What the people of the event did: to tell of it alone shows no event."""
    cues = [found for path, found in facts.items() if path.endswith("].role") and found.start < LEAD]
    unsaid = [found for found in cues if found.rule == "role-unsaid"]
    cues = [found for found in cues if found not in unsaid or len(unsaid) >= CROWD]
    roles = {str(found.value) for found in cues if found.start < told or found.value in STRONG}
    strong = not roles.isdisjoint(STRONG)
    score = 2.0 * strong + 1.0 * ("lead" in roles and not strong) + 0.7 * ("participant" in roles)
    return score - 1.4 * (roles == {"spokesperson"})


def _circumstances(facts: Facts) -> float:
    """Time and place, and the two beside each other."""
    day, venue = facts.get("start"), facts.get("venue")
    score = 0.8 * ("time" in facts) + 1.0 * ("online" in facts) + 1.0 * ("agenda[0].title" in facts)
    score += 0.5 * (day is not None and day.start < LEAD)
    if venue is not None and venue.start < LEAD:
        score += 1.0 + 0.7 * (day is not None and abs(venue.start - day.end) < 400)
    return score


def _name(facts: Facts, told: int) -> float:
    title = facts.get("title")
    nobody = not {"people[0].name", "organizers[0]"} & facts.keys()
    kind = title is not None and find_type(str(title.value)) is not None
    if title is None or title.confidence < NAMED or title.start > told:
        return -NOBODYS * (nobody and not kind)  # neither a name nor who: a storm, a road that is open
    day = facts.get("start")
    dated = day is not None and 0 <= day.start - title.end < 60
    nobodys = title.rule == "title-clause" and "people[0].name" not in facts
    held = "organizers[0]" in facts and facts["organizers[0]"].start < LEAD
    return (
        1.0 * dated
        + 0.5 * held
        + 0.5
        + 0.7 * kind
        + 0.5 * (title.start < HEAD)
        + 0.5 * (title.confidence >= FIRM)
        - NOBODYS * nobodys
    )


def _words(text: str) -> float:
    """What the opening of the text says itself."""
    briefed = bool(_BRIEFED.search(text, 0, LEAD))
    score = 1.0 * bool(_INVITES.search(text, 0, 800)) + 1.5 * briefed
    score += 2.0 * bool(_MET.search(text, 0, LEAD)) + 2.0 * bool(_AFTER.search(text, 0, LEAD))
    score -= 3.0 * (not briefed and bool(_NOTICE.search(text, 0, 400)))
    score -= 5.0 * bool(_LISTED.search(text, 0, 200))
    return score - 1.0 * _comments(text)


def _comments(text: str) -> bool:
    """The body opens with somebody who says something, and tells neither a time, a place nor an occasion."""
    opens = _OPENS.search(text, 0, HEAD)
    said = _SAYS.search(text, opens.end(), opens.end() + 250) if opens else None
    if opens is None or said is None or _OCCASION.search(text, opens.end(), said.start()):
        return False
    return bool(said["explains"]) or not _OCCASION.search(text, said.end(), said.end() + 300)
