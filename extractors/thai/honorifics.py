"""Honorifics: the words before a personal name, and the ranks among them.

Add one: to the group it belongs to, as a regular expression without groups of
its own. What stands before a name is one word or a chain of them
("ศาสตราจารย์ ดร.", "ว่าที่ ร.ต.", "ผศ.นท.ดร."); HONORIFIC reads the chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.sought import Sought

# เอก โท ตรี, first to third: "พล" are generals, "พัน" field officers,
# "ร้อย" company officers, "สิบ" and "จ่า" the other ranks.
_GRADE = "(?:เอก|โท|ตรี)"
_SHORT_GRADE = r"[อทต]\."
_RANKS = (
    rf"พล(?:เรือ|อากาศ|ตำรวจ)?{_GRADE}",
    rf"พัน(?:ตำรวจ)?{_GRADE}(?:พิเศษ)?",
    rf"นาวา(?:อากาศ)?{_GRADE}(?:พิเศษ)?",
    rf"ร้อย(?:ตำรวจ)?{_GRADE}",
    rf"เรือ(?:อากาศ)?{_GRADE}",
    rf"นาย(?:กอง|หมวด|หมู่)(?:{_GRADE}|ใหญ่)",  # of the territorial volunteers
    rf"จ่าสิบ(?:ตำรวจ|{_GRADE})|พันจ่า(?:อากาศ)?{_GRADE}|จ่าอากาศ{_GRADE}|จ่า{_GRADE}|สิบ(?:ตำรวจ)?{_GRADE}",
    "(?:นาย)?ดาบตำรวจ",
    # พล.อ. พล.ต.อ. พล.ร.อ. พล.อ.อ., พ.อ. พ.ต.อ., น.อ., ร.อ. ร.ต.อ., ส.ต.อ. …
    rf"พล\.\s?(?:[ตรอ]\.\s?)?{_SHORT_GRADE}",
    rf"พ\.\s?(?:ต\.\s?)?{_SHORT_GRADE}(?:\s?\(พิเศษ\))?",
    rf"น\.\s?(?:[อทต]|ต)\.|ร\.\s?(?:ต\.\s?)?{_SHORT_GRADE}|(?<=ว่าที่)\s?ร[อทต]\.",
    rf"จ\.\s?ส\.\s?{_SHORT_GRADE}|ส\.\s?ต\.\s?{_SHORT_GRADE}|ส\.อ\.|พ\.อ\.{_SHORT_GRADE}|จ\.อ\.|ด\.ต\.",
    r"พล\.?(?:ต\.?)?[อทต]\.|พ\.?ต[อทต]\.|ร\.?ต[อทต]\.|น[อทต]\.",
)
# "ว่าที่": named to the rank, not yet invested; "หญิง": a woman's rank.
RANK = rf"(?:ว่าที่\s?)?(?:{'|'.join(_RANKS)})(?:\s?หญิง)?"

_WORDS = (
    # Academic.
    r"(?:ผู้ช่วย|รอง)?ศาส?ตราจารย์(?:พิเศษ|เกียรติคุณ|คลินิก|กิตติคุณ|เกียรติยศ|วิจัย)?",
    r"(?:ผ\.?ศ|ร\.?ศ|ศ)\.(?:\s?\(?(?:พิเศษ|เกียรติคุณ|คลินิก|กิตติคุณ)\)?)?",
    r"ดร\.|ด็?อกเตอร์",
    r"อาจารย์|อจ\.|อ\.(?=\s?(?:ดร\.|[ก-ฮเ-ไ]))",
    # Medical.
    r"(?:ทันต|นายสัตว|สัตว)?แพทย์หญิง|นายแพทย์|ทันตแพทย์|นายสัตวแพทย์|สัตวแพทย์|เภสัชกร(?:หญิง)?",
    r"นพ\.|น\.พ\.|พญ\.|พ\.ญ\.|ทพ\.(?:ญ\.)?|ทพญ\.|ทญ\.|น\.?สพ\.|สพ\.ญ\.|ภก\.|ภญ\.|กภ\.|ทนพ\.(?:ญ\.)?|พว\.",
    # Everyone's.
    r"นางสาว|นาง|นาย|น\.?\s?ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.|คุณหญิง|ท่านผู้หญิง|มิสเตอร์|(?:ดาโตะ|ดาโต๊ะ)(?:\s?(?:เซอรี|ศรี|ซรี))?",
    r"(?<!นาย)(?<!นาง)(?<!สาว)คุณ",  # นายคุณากร is called Khunakon
    # Noble; a Cambodian title of state.
    r"หม่อม(?:หลวง|ราชวงศ์|เจ้า)|ม\.\s?ล\.|ม\.\s?ร\.\s?ว\.|ม\.\s?จ\.|ฯ?พณฯ|สมเด็จอัคคมหาเสนาบดีเดโช",
)
_LATIN = (
    r"H\.\s?E\.|(?:His|Her) Excellency",
    r"(?:(?:Assistant|Associate|Adjunct|Asst\.?|Assoc\.?|Emeritus)\s?)?Prof(?:essor|\.)?",
    r"Dr\.?|Mrs\.?|Mr\.?|Ms\.?",
    r"Dato[’']?(?:\s?Seri|\s?Sri)?|Datuk(?:\s?Seri)?|Datin|Tan Sri",  # of Malaysia and Brunei
)
_THAI = rf"(?:{RANK}|{'|'.join(_WORDS)})"
_ENGLISH = rf"(?i:{'|'.join(_LATIN)})(?:(?<=\.)|(?![A-Za-z]))"  # Mr.Smith, but not Mrs in Mrsmith
HONORIFIC = rf"(?:{_THAI}(?:\s{{0,2}}(?:{_THAI}|{_ENGLISH})){{0,4}}|{_ENGLISH}(?:\s{{0,2}}{_ENGLISH}){{0,3}})"

# What people call whom they know or respect: kin, teachers, doctors, craftsmen, elders of a village
# or a faith. No one's honorific by law, so that given name and surname have to follow.
FAMILIAR = (
    r"คุณ\s?(?:ครู|แม่|พ่อ|ลุง|ป้า|น้า|ตา|ยาย|ปู่|ย่า|หมอ|พี่)|(?:ลุง|ป้า|น้า|ยาย|พี่(?!น้อง)|น้อง|หมอ|พ่อ(?:ใหญ่|ครู|หลวง)?|แม่(?:ใหญ่|ครู|หลวง)?(?!บ้าน))"
    r"|ครู(?:บา)?|อจ\.|โค้ช|เชฟ|นายช่าง|ช่าง|กำนัน|ผู้ใหญ่|สารวัตร|ปลัด|ผู้กอง|หมวด|ผู้กำกับ|(?:โต๊ะ)?อิหม่าม|บาบอ|บาทหลวง|ซิสเตอร์|ภราดา|ศิษยาภิบาล|แม่ชี|สามเณร|นร\.|นศ\."
)

# Of the royal family: the title by birth, before the name.
ROYAL = (
    r"สมเด็จพระ(?:เจ้าลูกเธอ|เจ้าลูกยาเธอ|เจ้าน้องนางเธอ|เจ้าพี่นางเธอ|เจ้าภคินีเธอ)(?:\s?เจ้าฟ้า)"
    r"|พระเจ้า(?:วรวงศ์เธอ|หลานเธอ|บรมวงศ์เธอ)\s?พระองค์เจ้า"
)
# Those whose title is their whole name; a person of an event where they go there to do something,
# else an office, a cup, a birthday named after them.
SOVEREIGN = (
    r"(?:พระบาทสมเด็จพระ(?:วชิรเกล้า)?เจ้าอยู่หัว|สมเด็จพระนางเจ้า\s?(?:ฯ|สุทิดา\s?[ก-๎]{5,30})\s?พระบรมราชินี(?!นาถ)"
    r"|สมเด็จพระ(?:กนิษฐาธิราชเจ้า\s?กรมสมเด็จพระ)?เทพรัตนราชสุดา\s?ฯ?\s?สยามบรมราชกุมารี"
    r"|สมเด็จเจ้าฟ้า\s?ฯ?\s?กรมพระศรีสวางควัฒน(?:\s?วรขัตติยราชนารี)?)"
    r"(?=\s{0,2}(?:และ\s?สมเด็จพระนาง|(?:เสด็จ(?:พระราชดำเนิน)?(?:แทนพระองค์)?(?:ไป|มา)?\s?(?:ใน|ทรง|เป็น)|(?:ทรง)?เป็นองค์ประธาน)))"
)
# Of monks whose title is their name: พระครู and one word.
_OFFICE = r"(?:ปลัด|สมุห์|ใบฎีกา|วินัยธร(?!รม)|ธรรมธร(?!รม)|สังฆรักษ์|สังฆวินัย|สังฆบริบาล)"  # in a senior monk's service
MONK = rf"พระครู(?!{_OFFICE})(?=[ก-ฮเ-ไ])"
# Of monks who keep their own names, with or without an office; a Pali surname has a dot below (ธมฺโม).
BROTHER = (
    rf"พระครู{_OFFICE}|พระ(?:{_OFFICE}|อาจารย์|อธิการ)"
    r"|พระมหา(?!คณาจารย์|กษัตริย์|กรุณา|ชนก|มงคล|วิหาร|ธาตุ|ราช|เจดีย์|มณฑป|เถร|คัมภีร์|สมณ)"
    r"|พระ(?=[ก-ฮเ-ไ][ก-๎]{1,20}\s{1,2}[ก-๎]{1,15}\u0e3a)"
)

# Any of them, by kind; ท่าน is courtesy. Sought through `mentions`.
MENTION = Sought(
    rf"(?P<royal>{ROYAL})|(?P<sovereign>{SOVEREIGN})|(?P<monk>{MONK})|(?P<brother>{BROTHER})|(?P<familiar>{FAMILIAR})|(?P<honorific>{HONORIFIC})"
    r"|(?P<sir>ท่าน)"
)


def mentions(text: str) -> Iterator[re.Match[str]]:
    """What MENTION matches at any place of the text, one over another too, by place.

    >>> [found[0] for found in mentions("โดยพล.ต.ท. ดร.สมมติ")]
    ['พล.ต.ท. ดร.', 'ดร.']
    """
    return MENTION.overlapping(text)


_RANK = re.compile(RANK)
_ROYAL = re.compile(ROYAL)


def rank(honorific: str) -> tuple[int, int] | None:
    """Where in an honorific the military or police rank stands; None where there is none.

    >>> begin, end = rank("ว่าที่ร้อยตรี ดร.")
    >>> "ว่าที่ร้อยตรี ดร."[begin:end]
    'ว่าที่ร้อยตรี'
    >>> rank("รศ.ดร.") is None
    True
    """
    found = _RANK.search(honorific)
    return found.span() if found else None


def royal(text: str, start: int) -> bool:
    """Whether a title of the royal family begins there.

    >>> royal("พระเจ้าวรวงศ์เธอ พระองค์เจ้า", 0), royal("พระครูสมมติ", 0)
    (True, False)
    """
    return _ROYAL.match(text, start) is not None


def addressed(honorific: str | None, name: str) -> str:
    """The honorific before the name: close to it, but for a rank and for Latin letters.

    As the Royal Society's rules of spacing (หลักเกณฑ์การเว้นวรรค) have it.

    >>> addressed("ดร.", "สมมติ ตั้งใจดี"), addressed("พลเอก", "สมมติ ตั้งใจดี"), addressed(None, "สมมติ")
    ('ดร.สมมติ ตั้งใจดี', 'พลเอก สมมติ ตั้งใจดี', 'สมมติ')
    """
    if not honorific:
        return name
    place = rank(honorific)
    apart = name[:1].isascii() or (place is not None and place[1] == len(honorific))
    return f"{honorific} {name}" if apart else f"{honorific}{name}"
