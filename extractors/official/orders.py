"""Orders (คำสั่ง) and announcements (ประกาศ) of an office."""

from __future__ import annotations

import re

from extractors.official.days import answer_by, given_day
from extractors.official.numbers import NUMBER
from extractors.official.passages import HEAD, found, number, paragraph, trimmed
from extractors.official.signatures import signatories
from extractors.records import Found
from extractors.thai.bodies import body_at

_OPENS = re.compile(
    r"^[ \t]{0,8}(?:\(?สำเนา(?:คู่ฉบับ)?\)?\s{0,3})?"
    r"(?:(?P<order>คำสั่ง)|(?P<announcement>ประกาศ))[ \t]{0,3}(?=[ก-ฮเ-ไ])",
    re.MULTILINE,
)
_NUMBERED = re.compile(rf"(?:^|[ \t])ที่[ \t]{{0,3}}(?P<number>{NUMBER})", re.MULTILINE)
_EDITION = re.compile(r"(?:^|[ \t(])(?P<number>ฉบับที่[ \t]?\d{1,4}(?:[ \t]?/[ \t]?\d{2,4})?)", re.MULTILINE)
_SUBJECT = re.compile(r"(?:^[ \t]{0,8}|(?P<within>[ \t]))เรื่อง[ \t]{0,8}[:：]?[ \t]+(?=\S)", re.MULTILINE)
_NEXT = re.compile(
    r"ด้วย|ตามที่|ตามประกาศ|ตามคำสั่ง|ตามพระราช|ตามระเบียบ|ตามหนังสือ|อาศัย|เพื่อให้|เพื่ออนุวัติ|โดยที่|เนื่อง|อนุสนธิ"
    r"|\(?ฉบับที่|ประจำ(?:เดือน|วัน)|บัดนี้|[-_=*.…]{3}"
)
_GIVEN = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)[ \t]{0,8}ณ[ \t]{0,8}วันที่[^\n]*")
# What orders and announces though no body of that kind is known by its first word.
_ISSUER = re.compile(r"(?:จังหวัด|อำเภอ|คณะกรรมการ|คณะอนุกรรมการ|สภา|หัวหน้า|ศาล|ที่ประชุม)[ก-๎]")
_REST = 40  # code points of an issuer behind the body's name: a bracket, a committee of it
_NEAR = 400  # code points from the word to the number and the subject


def find(text: str) -> dict[str, Found]:
    """The facts of the order or announcement that the text opens with; none where it opens with neither.

    >>> said = find("คำสั่งโรงเรียนบ้านริมคลอง\\nที่ ๑๒/๒๕๖๖\\nเรื่อง แต่งตั้งกรรมการ\\nด้วย…\\nสั่ง ณ วันที่ ๑ มีนาคม ๒๕๖๖")
    >>> {path: fact.value for path, fact in said.items() if path != "issuer"}
    {'kind': 'order', 'number': '12/2566', 'subject': 'แต่งตั้งกรรมการ', 'date': '2023-03-01'}
    """
    for opens in _OPENS.finditer(text, 0, min(len(text), HEAD)):
        if facts := _facts(text, opens):
            return facts
    return {}


def _facts(text: str, opens: re.Match[str]) -> dict[str, Found]:
    kind = str(opens.lastgroup)
    near = opens.end() + _NEAR
    subject = _SUBJECT.search(text, opens.end(), near)
    if subject is None:
        return {}
    numbered = _NUMBERED.search(text, opens.end(), subject.start())
    edition = None if numbered else _EDITION.search(text, opens.end(), near)
    ends = [match.start() for match in (numbered, edition, subject) if match]
    issuer = trimmed(text, opens.end(), min(*ends, text.find("\n", opens.end()) % (len(text) + 1)))
    given = _GIVEN.search(text, subject.end())
    firm = numbered or given if kind == "order" else _of_body(text, issuer)
    if not firm or issuer[1] - issuer[0] > 160:
        return {}
    facts = {"kind": Found(kind, *trimmed(text, *opens.span()), kind, 0.97)}
    if found_at := numbered or edition:
        facts["number"] = number(text, found_at.span("number"), "numbered", 0.97)
    lines = 1 if subject["within"] else 4
    facts["subject"] = found(text, paragraph(text, subject.end(), _NEXT, lines), "subject", 0.95)
    facts["issuer"] = found(text, issuer, "issuer", 0.95)
    facts |= given_day(text, subject.end()) | answer_by(text, subject.end(), None)
    return facts | (signatories(text, given.end()) if given else {})


def _of_body(text: str, issuer: tuple[int, int]) -> bool:
    """Whether a body and nothing more announces: ประกาศผลสอบ and the like are headlines of other texts."""
    body = body_at(text, *issuer)
    rest = text[body.end if body else issuer[0] : issuer[1]]
    return not any(mark in rest for mark in "“”\"'") and (
        len(rest) <= _REST if body else _ISSUER.match(rest) is not None
    )
