"""What is told of somebody after the mention: the clause, and the words of it that give a role."""

from __future__ import annotations

import re

from extractors.fields.cues import BY_ANY, DEED, NOBODY, STRENGTH
from extractors.fields.headings import HEADING, Cue
from extractors.thai.surnames import Span

# What ends the clause that a mention is the subject of.
CLAUSE_END = re.compile(
    r"\n|โดย(?:มี|ที่|กิจกรรม|โครงการ|การประชุม|ศูนย์|สถาบัน|ได้รับ(?:เกียรติ|ความ)|ในที่|ภายใน)|\sโดย(?!ช่วง|เป็น|กล่าว|บรรยาย|นำ|ร่วม|ได้|จะ|ใช้)|(?:กล่าว|รายงาน|เปิดเผย|เผย|ระบุ|ชี้แจง|แถลง|ย้ำ|เพิ่มเติม|ข่าว|ต่อ|ด้วย|แจง|หมายเหตุ)ว่า"
    r"|\sว่า\s|ทั้งนี้|นอกจากนี้|โอกาสนี้|ในการนี้|อย่างไรก็ตาม|ซึ่ง(?!ได้|เป็นประธาน|ให้|จะ|มา|เป็นวิทยากร|บรรยาย)|เพื่อ(?!เป็น|ร่วม(?:ประชุม|งาน|พิธี|เป็น|การประชุม)|เข้าร่วม|ลงนาม|หารือ|ประชุม|ปรึกษา)|\sสำหรับ|(?<!ได้)(?<!ได้\s)สรุปสาระ|จากนั้น|\sอาทิ|\sมี(?=ผู้|ครู|นัก)"
)
# What who tells has done: เปิดเผยว่า เมื่อเร็ว ๆ นี้ ตนได้เป็นประธาน…
_OWN = re.compile(
    r"\s?(?:(?:เมื่อ|(?:เช้า|บ่าย|เย็น|ค่ำ)?วันนี้)[^\n]{0,40}?)?(?:\s?(?:ตน|ผม|ดิฉัน)(?:\s?พร้อม[^\n]{0,40}?)?)?\s?ได้(?=เป็น|ร่วม|ลง|เดินทาง|ประชุม|หารือ|เข้า)"
)
# A deed that begins a line: มาเป็นประธาน…, ซึ่งได้บรรยาย…
_SAID = re.compile(rf"(?:ซึ่ง|ได้|ให้เกียรติ|มา)*(?:{DEED.pattern})")
_AS = re.compile(r"ในฐานะ(?:(?!ให้การ|กล่าว|เข้าร่วม|ร่วม)\S)+")  # what somebody is, not what they did
# A further post, whose words end no clause: ในฐานะประธานกองทุนเพื่อสายน้ำ เป็นประธาน
_APPOSITION = re.compile(r"(?:และ)?(?:ในฐานะ|(?:อนุ)?กรรมการ|ประธาน(?=คณะ|กรรมการ|อนุ|สภา))\S{2,120}")
_WITH = re.compile(r"\s{0,3}พร้อมด้วย")
_TELLS = re.compile(
    r"(?:กล่าว|เปิดเผย|เผย|ระบุ|ชี้แจง|แถลง)(?:เพิ่มเติม|ต่อ(?:ไป)?)?ว่า"
)  # what follows is said, not done
REACH = 420  # code points after a mention in which its deed may be told
FAR = 80  # code points after a mention beyond which it is not the person who appoints or is appointed


def clause(text: str, told: int, until: int) -> Span:
    """What is told after a mention that ends at `told`, up to the next one or the clause's end."""
    start, limit = told, min(until, told + REACH)
    while start < limit and text[start].isspace() and text.count("\n", told, start + 1) < 2:
        start += 1
    if "\n" in text[told:start] and (not _SAID.match(text, start) or _heads_next(text, start, until)):
        return told, told
    post = _APPOSITION.match(text, start, limit)
    begin = post.end() if post else min(start + 1, limit)
    end = _TELLS.match(text, start, limit) or CLAUSE_END.search(text, begin, limit)
    if end and end[0].endswith("ว่า") and end[0] != "ว่า":
        own = _OWN.match(text, end.end(), limit)
        then = CLAUSE_END.search(text, own.end(), limit) if own else end
        begin = own.end() - len("ได้") if own else start  # the deed is the clause, not that he tells of it
        return begin, then.end() if then is end else then.start() if then else limit
    return start, end.start() if end else limit


def _heads_next(text: str, start: int, until: int) -> bool:
    """Whether the line that begins there only says what the next one named did: กล่าวรายงาน นาย…"""
    return until - start <= HEADING // 2 and "\n" not in text[start:until]


def deed(text: str, clause: Span) -> Cue | None:
    """The strongest cue of a clause; of the weaker roles the first."""
    weak: Cue | None = None
    strong: Cue | None = None
    told = text[clause[0] : clause[1]]
    asides = [aside.span() for aside in _AS.finditer(told)]
    for cue in DEED.within(text, *clause):
        role = str(cue.lastgroup)
        if role not in ("heads", "chair") and any(start < cue.start() < end for start, end in asides):
            continue
        span = (clause[0] + cue.start(), clause[0] + cue.end())
        if role == NOBODY and cue.start() > FAR and weak is None and strong is None:
            break
        if role in ("cochair", "signs"):
            return {"signs": "signatory"}.get(role, role), span
        if role in ("present", "press"):
            return strong if strong and strong[0] == "chair" else (role, span)
        if role == NOBODY:
            weak = weak or (role, span)
            break
        if role in BY_ANY:
            besides = weak and weak[0] == "participant" and not cue[0].startswith("และ")
            if besides and role in ("opener", "speaker", "signatory"):
                continue
            if strong is None or STRENGTH.index(role) < STRENGTH.index(strong[0]):
                strong = (role, span)
        elif weak is None or (weak[0], role) == ("participant", "heads"):
            weak = (role, span)
        elif weak[0] == "guest" and role == "lead" and "หารือ" in cue[0]:
            weak = (role, span)  # who welcomes and confers heads the host side
    return strong or weak


def along(text: str, end: int) -> Cue | None:
    """Of whom the text says nothing but who came along: took part."""
    found = _WITH.match(text, end)
    return ("participant", found.span()) if found else None
