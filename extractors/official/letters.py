"""Letters between offices (หนังสือราชการ) and memoranda within one (บันทึกข้อความ)."""

from __future__ import annotations

import re

from extractors.official.days import answer_by, own_day
from extractors.official.numbers import NUMBER
from extractors.official.passages import (
    HEAD,
    Span,
    found,
    line_end,
    line_start,
    lines,
    number,
    paragraph,
    trimmed,
)
from extractors.official.signatures import signatories
from extractors.records import Found
from extractors.thai.bodies import find_bodies

# How urgent, and that it is a copy: stands above or before the number.
_ABOVE = r"(?:(?:ด่วนที่สุด|ด่วนมาก|ด่วน|\(?สำเนา(?:คู่ฉบับ)?\)?|เลข)\s{0,3}){0,2}"
_NUMBERED = re.compile(rf"^[ \t]{{0,8}}{_ABOVE}ที่?[ \t]{{0,3}}(?P<number>{NUMBER})", re.MULTILINE)
# OCR loses a tone now and then: ที for ที่, เรือง for เรื่อง.
_SUBJECT = re.compile(r"^[ \t]{0,8}เรื่?อง[ \t]{0,8}[:：]?[ \t]+(?=\S)", re.MULTILINE)
# To whom; ถึง on letters that are stamped, not signed. เรียน glued to a post, but not เรียนรู้ "to learn".
_TO = re.compile(
    r"^[ \t]{0,8}(?:(?:กราบ)?เรียน(?=[\s:：]|ผู้|ท่าน|คณบดี|อธิการ|หัวหน้า|นายก|ปลัด|คณะ|ประธาน|เลขา|รอง|ศึกษาธิการ"
    r"|ข้าราชการ)"
    r"|ถึง(?=[\s:：])|นมัสการ|ขอประทานกราบทูล|ทูล(?=\s))[ \t]{0,8}[:：]?[ \t]{0,8}(?=\S)",
    re.MULTILINE,
)
_STAMPED = re.compile(r"^[ \t]{0,8}ถึง[ \t]{0,8}[:：]?[ \t]{0,8}(?=\S)", re.MULTILINE)
_MEMORANDUM = re.compile(
    r"^[ \t]{0,8}(?:บันทึก\s?ข้อความ|ส่วนราชการ[ \t]{0,8}[:：]?[ \t]{0,8}(?=\S))", re.MULTILINE
)
_OFFICE = re.compile(r"^[ \t]{0,8}ส่วนราชการ[ \t]{0,8}[:：]?[ \t]{0,8}(?=\S)", re.MULTILINE)
_PHONE = re.compile(r"\s*(?:โทร(?:ศัพท์|สาร)?|โทร\.|ที่\s)")
_CLOSED = re.compile(r"ขอแสดงความนับถือ|ขอนมัสการด้วยความเคารพ|ด้วยความเคารพ(?:อย่าง|และนับถือ)")
_CLOSED_MEMORANDUM = re.compile(r"จึง(?:กราบ)?เรียนมาเพื่อ[^\n]*")
# What follows the subject and the addressee.
_NEXT = re.compile(
    r"(?:กราบ)?เรียน|ถึง[\s:]|นมัสการ|อ้างถึง|อ้าง[\s:]|สิ่งที่ส่งมาด้วย|เอกสารแนบ|ด้วย|ตามที่|ตามหนังสือ|ตามประกาศ"
    r"|ตามคำสั่ง|เนื่อง|อนุสนธิ|เพื่อให้|พร้อมนี้|ดังนี้|[-_=*.…]{3}"
    r"|[\d๐-๙]{1,2}\.\s|เรื่องเดิม|ข้อเท็จจริง|ความเป็นมา|ต้นเรื่อง"  # the parts of a memorandum
)
# A province's letters bear the name of its hall, a district's that of its office.
_HALL = re.compile(r"(?<![ก-๎])(?:ศาลากลางจังหวัด|ที่ว่าการอำเภอ)[ก-๎]+")
_AREA_OFFICE = re.compile(r"[ \t]*\n[ \t]*(?=ประถมศึกษา|มัธยมศึกษา)")  # whose name goes on in the next line
_NEAR = 900  # code points from the subject to the addressee
_ABOVE_IT = 1_500  # code points from the number to the subject


def find(text: str) -> dict[str, Found]:
    """The facts of the letter or memorandum that the text opens with; none where it opens with neither.

    >>> said = find("ที่ ศธ ๐๔๙๙๘/ว ๗\\n๒ มีนาคม ๒๕๖๕\\nเรื่อง ขอเชิญประชุม\\nเรียน ผู้อำนวยการ\\nด้วย")
    >>> said["number"].value, said["subject"].value, said["date"].value
    ('ศธ 04998/ว 7', 'ขอเชิญประชุม', '2022-03-02')
    """
    opened = _opened(text)
    if opened is None:
        return _stamped(text)
    subject, to = opened
    numbered = _last(_NUMBERED, text, max(0, subject.start() - _ABOVE_IT), subject.start())
    memorandum = _last(_MEMORANDUM, text, max(0, subject.start() - _ABOVE_IT), subject.start())
    closed = (_CLOSED_MEMORANDUM if memorandum else _CLOSED).search(text, to.end())
    if not (numbered or memorandum or closed):
        return {}
    facts = _named(
        "memorandum" if memorandum else "letter", text, memorandum or numbered or subject, numbered
    )
    facts["subject"] = found(text, paragraph(text, subject.end(), _NEXT), "subject", 0.95)
    facts["addressee"] = found(text, paragraph(text, to.end(), _NEXT), "addressee", 0.95)
    top = numbered.end() if numbered else max(0, subject.start() - 500)
    facts |= _issuer(text, (top, subject.start()), memorandum) | own_day(text, (top, subject.start()))
    facts |= answer_by(text, to.end(), facts.get("date"))
    return facts | (signatories(text, closed.end(), endorsed=bool(memorandum)) if closed else {})


def _named(kind: str, text: str, shown: re.Match[str], numbered: re.Match[str] | None) -> dict[str, Found]:
    facts = {"kind": Found(kind, *trimmed(text, *shown.span()), kind, 0.97)}
    if numbered:
        facts["number"] = number(text, numbered.span("number"), "numbered", 0.97)
    return facts


def _opened(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The first subject that an addressee follows."""
    for subject in _SUBJECT.finditer(text, 0, min(len(text), HEAD)):
        if to := _TO.search(text, subject.end(), subject.end() + _NEAR):
            return subject, to
    return None


def _stamped(text: str) -> dict[str, Found]:
    """A letter that is stamped instead of signed: no subject, and its day and office stand below its text."""
    numbered = _NUMBERED.search(text, 0, min(len(text), HEAD))
    to = _STAMPED.search(text, numbered.end(), numbered.end() + 300) if numbered else None
    if numbered is None or to is None:
        return {}
    facts = _named("letter", text, numbered, numbered)
    facts["addressee"] = found(text, paragraph(text, to.end(), _NEXT), "addressee", 0.95)
    facts |= answer_by(text, to.end(), None)
    for begin, end in lines(text, to.end(), to.end() + HEAD):
        day = own_day(text, (begin, end))
        if day and (day["date"].start, day["date"].end) == (begin, end):
            body = next(find_bodies(text, line_start(text, max(0, begin - 1)), begin), None)
            issuer = {"issuer": found(text, (body.start, body.end), "letterhead", 0.9)} if body else {}
            return facts | day | issuer
    return facts


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(pattern.finditer(text, start, end))
    return matches[-1] if matches else None


def _issuer(text: str, span: Span, memorandum: re.Match[str] | None) -> dict[str, Found]:
    """The body beside or below the number; of a memorandum what stands behind ส่วนราชการ."""
    if memorandum and (office := _OFFICE.search(text, memorandum.start(), span[1])):
        end = line_end(text, office.end())
        phone = _PHONE.search(text, office.end(), end)
        return {
            "issuer": found(
                text, trimmed(text, office.end(), phone.start() if phone else end), "office", 0.95
            )
        }
    if hall := _HALL.search(text, *span):
        return {"issuer": found(text, hall.span(), "letterhead", 0.9)}
    body = next(find_bodies(text, *span), None)
    if body is None:
        return {}
    broken = _AREA_OFFICE.match(text, body.end) if body.name.endswith("เขตพื้นที่การศึกษา") else None
    end = trimmed(text, body.end, line_end(text, broken.end()))[1] if broken else body.end
    return {"issuer": found(text, (body.start, end), "letterhead", 0.9)}
