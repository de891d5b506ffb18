"""Names of bodies in a text: ministries, offices, schools, universities, companies, and their abbreviations.

A name begins with a word of HEADS (or is an abbreviation of `agencies`) and
ends where a verb, a bracket, a line or another name begins. A larger body that
follows after a blank belongs to it: คณะประมง มหาวิทยาลัยเกษตรศาสตร์.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.thai.agencies import CODES, FULL_NAMES, PREFIXES

LONGEST = 160  # code points of one name without its parents

# The word a name begins with, and its rank: a name of higher rank that follows
# is the body that it is part of. The word is a regular expression, since many
# are parts of other words as well. To add one: a line.
HEADS: tuple[tuple[str, int], ...] = (
    ("กระทรวง", 9),  # ministry
    ("ทบวง", 9),
    ("กรม(?!ธรรม|การจังหวัด|วัง|หลวง|ขุน|พระ|หมื่น)", 8),  # department; not กรมธรรม์ "policy", not a prince
    ("มหาวิทยาลัย|จุฬาลงกรณ์มหาวิทยาลัย|ราชวิทยาลัย", 8),
    ("กองทัพ(?:บก|เรือ|อากาศ|ไทย)|กองบัญชาการ", 8),
    ("สำนักงาน(?!เขต(?!พื้นที่))", 6),  # office; สำนักงานเขต of Bangkok below
    ("สำนักงานเขต(?!พื้นที่)", 6),
    ("องค์การ(?!มหาชน)|องค์การบริหารส่วน", 6),
    ("สภา(?!พ|ว|ล)(?:การ|กาชาด|เด็ก|องค์กร|หอการค้า|อุตสาหกรรม|ทนาย|วิชาชีพ|ส่งเสริม|เครือข่าย|สมาคม|นักเรียน)", 6),
    ("สถาน(?:เอกอัครราชทูต|กงสุลใหญ่|ทูต)", 6),  # embassy
    ("สถาบัน(?!การศึกษา|พระมหากษัตริย์|ครอบครัว|อุดมศึกษา|หลัก|ต่าง)", 5),
    ("สำนัก(?!งาน|ข่าวกรอง|พิมพ์)", 5),  # bureau
    ("ธนาคาร(?!โลก(?!ร้อน))|ธนาคารโลก", 5),
    ("บริษัท|บรรษัท|ห้างหุ้นส่วน|หอการค้า", 5),
    ("เทศบาล(?:นคร|เมือง|ตำบล)?|กรุงเทพมหานคร(?=\\s)|เมืองพัทยา", 5),
    ("วิทยาลัย|วิทยาเขต", 5),
    ("โรงเรียน(?!ใน|ที่|ขนาด|และ|ต่าง|ทั้ง|ราย|กลุ่ม|เครือข่าย)|โรงพยาบาล", 5),
    (
        "คณะ(?=วิทยา|วิศว|แพทยศ|พยาบาล|มนุษย|สังคม|ศิลป|ครุ|ศึกษาศาสตร์|บริหารธุรกิจ|เกษตร|ประมง|สัตว|นิติ|รัฐศาสตร์"
        "|รัฐประศาสน|เศรษฐ|สถาปัต|เภสัช|ทันต|สหเวช|สาธารณสุข|เทคนิค|เทคโนโลยี|อุตสาหกรรม|อักษร|จิตวิทยา|นิเทศ|พาณิชย"
        "|บัญชี|การบัญชี|การจัดการ|การท่องเที่ยว|โลจิสติกส์|ทรัพยากร|สิ่งแวดล้อม|วนศาสตร์|สารสนเทศ|ดุริยาง|ดนตรี|โบราณคดี"
        "|จิตรกรรม|มัณฑน|คหกรรม|ผลิตกรรม|กายภาพ|พัฒนา|ศาสนา|พุทธ|โลก|ภาษา)",
        5,
    ),  # faculty; not คณะครู "the teachers" nor คณะกรรมการ "committee"
    ("คณะกรรมการการเลือกตั้ง|คณะกรรมาธิการ", 6),  # committees that are offices of their own
    ("มูลนิธิ|สมาคม|ชมรม|สมาพันธ์|สหพันธ์|สหกรณ์|สโมสร|เครือข่าย(?=ผู้|ยุว|ครู|โรงเรียน)|กองทุน(?!หมุน|บำ|ประกัน)", 5),
    ("ศูนย์(?!กลาง|รวม|ราชการ|การค้า|ประชุม|การประชุม|บาท|องศา)", 4),
    ("หอ(?:จดหมายเหตุ|สมุด|ศิลป์|ภาพยนตร์)|พิพิธภัณฑ์|พิพิธภัณฑสถาน|ห้องสมุดประชาชน|อุทยาน", 4),
    ("(?:(?<![ก-๛])|(?<=กับ)|(?<=โดย)|(?<=และ))วัด(?!ผล|ความ|ค่า|ระดับ|คุณ)", 4),
    ("กอง(?=กลาง|แผน|การ|คลัง|ช่าง|กฎ|กิจการ|นโยบาย|พัฒนา|บริหาร|บริการ|ส่งเสริม|สาธารณ|สวัสดิ|วิเทศ|วิจัย|ทรัพยากร)", 3),
    ("ภาควิชา|สาขาวิชา|สาขา(?=วิชา)|หลักสูตร(?=\\S{2,40}บัณฑิต)", 3),
    ("กลุ่ม(?=งาน|นิเทศ|วิจัย|พัฒนา|บริหาร|ส่งเสริม|อำนวย|นโยบาย|กฎหมาย|สาระ|โรงเรียน)|ฝ่าย(?=\\S{3})|ห้องปฏิบัติการ|หน่วย(?=วิจัย|บริการ|ศึกษา|พัฒนา)", 2),
)  # fmt: skip

_HEAD = re.compile("|".join(f"(?P<r{place}>{word})" for place, (word, _) in enumerate(HEADS)))
_PREFIX = "|".join(re.escape(short) for short in sorted(PREFIXES, key=len, reverse=True))
_SHORT = "|".join(
    re.escape(short) + ("" if short.endswith(".") else "(?![ก-ฮะ-ฺเ-์](?<!จ)(?<!ร)(?<!เ))")
    for short in sorted(FULL_NAMES, key=len, reverse=True)
)
# An abbreviation that we do not know: three consonants or more before the dot, or three with a dot each,
# but no rank, law, diploma, area or people: พ.ต.อ., พ.ร.บ., ปวช., ตร.กม., อปท. "local authorities", อสม. "volunteers".
_ANY_SHORT = (
    r"(?!ปว[ชส]|รม[วช]|พ\.ร\.|พ\.ต\.|ร\.ต\.|จ\.ส\.|ส\.ต\.|ม\.ร\.|ว\.ด\.|อปท|อสม|อพม|ครม|คกก|ปชช|ผกก|ผวจ|ผตร|ตชด|นสพ|ศบค|กนง|ผบช)"
    r"(?:[ก-ฮ]{3,5}\.|(?:[ก-ฮ]\.){3,4})(?=\s|จัด|ร่วม|\()"
)
_NAME = re.compile(
    rf"(?<![ก-ฮะ-์.])(?:(?:กระทรวง\s?|สำนักงาน\s)?(?P<short>{_SHORT}|{_ANY_SHORT})|(?P<prefix>{_PREFIX})(?=\s?[ก-ฮเ-ไ][ก-๙]{{2}}))|(?P<head>{_HEAD.pattern})"
)

# Words in front of which a name ends though no blank stands there. จัด is also
# part of จัดการ "to manage", จัดหา "to procure" …, ได้ and ร่วม of compounds.
_VERB = "|".join(
    (
        "จัด(?!การ(?!ประชุม|อบรม|สัมมนา|แข่ง|แสดง|เสวนา|ประกวด|บรรยาย|ฝึก|เรียนรู้)|หา|เก็บ|ซื้อ|ทำ(?!โครง)|สรร|ตั้ง|รูป)",
        "จึง|ได้(?!มาตรฐาน|เปรียบ)|จะ|ขอเชิญ|ขอประชา|ขอแจ้ง|ขอความ|ขอขอบ",
        "ร่วม(?=กับ|กัน|จัด|งาน|ลง|พิธี|ประชุม|เป็น|เปิด|แถลง)|กำหนด(?=จัด|การ)|เตรียม(?=จัด|การ|เปิด|ความพร้อม|ศึกษา|พบ)",
        "ดำเนิน(?=การ|โครงการ|งาน)|เป็น(?=เจ้าภาพ|ผู้|ประธาน|หน่วยงาน|องค์กร|วิทยากร)|เปิด(?=เวที|งาน|ตัว|การ|โครงการ|รับ)",
        "(?:นำ|ดำเนินการ)?โดย|ซึ่ง|มี(?=นาย|นาง|กำหนด|วัตถุ|ผู้|ความ|แผน|มติ)|ใน(?=ครั้ง|วันที่|ส่วน|โอกาส|ฐานะ)|ภายใต้|ระหว่าง|เมื่อ(?=วัน)|(?:ใน)?วันที่|ตั้งแต่|พร้อม",
        "ที่(?=ตั้ง|จัด|ได้|รับ|ผ่าน|เข้า|มี|ให้)|เพื่อ(?=ให้)|เข้าร่วม|มอบ(?=หมาย|เกียรติ|รางวัล|นโยบาย)|เปิดเผย|กล่าว|ว่า(?!ด้วย|ที่|ง)",
        r"และ(?=ภาคี|หน่วยงาน|เครือข่าย|คณะ|ผู้|องค์กร|ได้|จะ|ความร่วม|ใน)|กับ(?=ภาคี|หน่วยงาน|เครือข่าย|คณะ|องค์กร)",
    )
)
# What may follow a blank and still be part of the name.
_CONTINUED = "|".join(
    (
        r"เขต\s?[\d๐-๙]+|หมู่(?:ที่)?\s?[\d๐-๙]+",  # "area 2", "village 12"
        r"(?:ประจำประเทศ|ประจำจังหวัด|วิทยาเขต)[ก-๙]+",
        r"ภาค(?:เหนือ|ใต้|กลาง|ตะวัน[ก-๙]+|\s?ที่\s?[\d๐-๙]+|\s?[\d๐-๙]+)",
        r"แห่งประเทศไทย|แห่งชาติ|ใน(?:พระบรมราช|พระราช|พระอุปถัมภ์|สมเด็จ)[ก-๙]+",  # "under royal patronage"
        r"จำกัด(?:\s?\(มหาชน\))?|\(องค์การมหาชน\)|\(มหาชน\)",  # "limited (public)", "(public organization)"
        # Names that are lists: ministries and offices with blanks for commas.
        r"วิทยาศาสตร์(?=\s(?:วิจัย|เทคโนโลยี))|วิจัยและนวัตกรรม(?:แห่งชาติ)?|เทคโนโลยีและนวัตกรรม(?:แห่งชาติ)?",
        r"ติดตามและประเมินผล(?:การจัดการศึกษา)?|วาตภัย|และดินโคลนถล่ม|กิจการโทรทัศน์|และกิจการโทรคมนาคม(?:แห่งชาติ)?",
        r"และประเมินผลการจัดการศึกษา|ติดตาม(?=\sและประเมินผล)|ศาสนาและวัฒนธรรม|ส่งเสริมและพัฒนา[ก-๙]+",
    )
)
_STOP = re.compile(
    rf"(?P<verb>{_VERB})|[\n\"“”‘’()\[\],;:|*#•ฯ]|\d+\.\s|(?P<and>(?:และ|กับ)(?=\s?(?:{_NAME.pattern})))|(?P<gap>[ \t\u00a0]+)"
    .replace("?P<short>", "?:").replace("?P<prefix>", "?:").replace("?P<head>", "?:").replace("?P<r", "?P<a")
)  # fmt: skip
# Names with "and" or blanks inside, which no rule would keep whole.
_KNOWN = re.compile("|".join(sorted(map(re.escape, FULL_NAMES.values()), key=len, reverse=True)))
_MORE = re.compile(_CONTINUED)
_BRACKET = re.compile(r"\s?\((?!องค์การมหาชน|มหาชน)[^()\n]{1,80}\)\s?")
_EMBASSY = re.compile(r"ณ\s?(?:กรุง|เมือง|นคร)[ก-๙]+")


@dataclass(frozen=True)
class Body:
    """A name in the text, `name` with single blanks; `rank` of its first word, see HEADS."""

    start: int
    end: int
    name: str
    rank: int


def find_bodies(text: str, start: int = 0, end: int | None = None) -> Iterator[Body]:
    """Every body named in text[start:end], parents with their parts, none within another.

    >>> [body.name for body in find_bodies("คณะประมง มหาวิทยาลัยริมน้ำ ร่วมกับ สพป.สุขสันต์ เขต 2 จัดอบรม")]
    ['คณะประมง มหาวิทยาลัยริมน้ำ', 'สพป.สุขสันต์ เขต 2']
    """
    last = len(text) if end is None else end
    while (match := _NAME.search(text, start, last)) is not None:
        body = _body(text, match, last)
        if body is None:
            start = match.end()
        else:
            yield body
            start = body.end


def body_at(text: str, start: int, end: int | None = None) -> Body | None:
    """The body whose name begins exactly at `start`; None where none does."""
    last = len(text) if end is None else end
    match = _NAME.match(text, start, last)
    return None if match is None else _body(text, match, last)


def normal_name(name: str) -> str:
    """The full name: abbreviations spelt out, a trailing bracket and doubled blanks dropped.

    >>> normal_name("สพฐ."), normal_name("กระทรวง พม."), normal_name("อบต.ลมโชย")
    ('สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน', 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์', 'องค์การบริหารส่วนตำบลลมโชย')
    """
    name = re.sub(r"\s*\((?!องค์การมหาชน|มหาชน)[^()]*\)", "", " ".join(name.split()))
    short = re.sub(r"^กระทรวง\s?", "", name)
    for form in (name, short, short + "."):
        if form in FULL_NAMES and (form != short + "." or short == name):
            return FULL_NAMES[form]
    for prefix, full in PREFIXES.items():
        if name.startswith(prefix) and len(name) > len(prefix):
            rest = name[len(prefix) :].lstrip()
            return f"{full} {rest} จำกัด (มหาชน)" if prefix == "บมจ." else full + rest
    return name


def official_code(name: str) -> str | None:
    """The agency code of the state budget, of a full or short name; None where we know none.

    >>> official_code("สพฐ."), official_code("โรงเรียนบ้านลมโชย")
    ('20004', None)
    """
    return CODES.get(normal_name(name))


def _body(text: str, match: re.Match[str], last: int) -> Body | None:
    end, rank = _one(text, match, last)
    if end - match.end() < 2 and match["short"] is None and not _whole(match):
        return None
    first = rank
    while (parent := _parent(text, end, last)) is not None:
        above, high = _one(text, parent, last)
        # An office of its own is not part of another office, only of a department or university.
        if high <= rank or (rank > 3 and high < 8) or above - parent.start() < 3:
            break
        end, rank = above, high
    return Body(match.start(), end, " ".join(text[match.start() : end].split()), first)


def _whole(match: re.Match[str]) -> bool:
    """Whether the first word is a name by itself: กรุงเทพมหานคร, คณะกรรมการการเลือกตั้ง."""
    return match[0] in ("กรุงเทพมหานคร", "เมืองพัทยา", "คณะกรรมการการเลือกตั้ง", "ธนาคารโลก", "จุฬาลงกรณ์มหาวิทยาลัย")


def _parent(text: str, end: int, last: int) -> re.Match[str] | None:
    """The name that follows after a blank, or after a blank and a bracketed abbreviation."""
    bracket = _BRACKET.match(text, end, last)
    begin = bracket.end() if bracket else end
    while begin < last and text[begin] in " \t\u00a0":
        begin += 1
    return _NAME.match(text, begin, last) if begin > end else None


def _one(text: str, match: re.Match[str], last: int) -> tuple[int, int]:
    """End and rank of one name, without its parents."""
    if match["short"] is not None:
        return match.end(), 8
    rank = _rank(match)
    known = _KNOWN.match(text, match.start(), last)
    begin = known.end() if known else match.end()
    if match["prefix"] is not None:
        while begin < last and text[begin] == " ":
            begin += 1
    last = min(last, match.start() + LONGEST)
    while (stop := _STOP.search(text, begin, last)) is not None:
        at = stop.end() if stop["gap"] is not None else stop.start()
        more = _MORE.match(text, at, last) if stop["gap"] is not None or stop[0] == "(" else None
        if more is None and stop["gap"] is not None and match[0].startswith("สถาน"):
            more = _EMBASSY.match(text, at, last)
        if more is None and not (match[0] == "บริษัท" and stop["gap"] is not None and stop.start() == begin):
            return _trim(text, begin, stop.start()), rank
        begin = more.end() if more is not None else stop.end()
    return _trim(text, begin, last), rank


def _rank(match: re.Match[str]) -> int:
    if match["prefix"] is not None:
        head = _HEAD.match(PREFIXES[match["prefix"]] + "ก")
        return 5 if head is None else _rank_of(head)
    return _rank_of(match)


def _rank_of(match: re.Match[str]) -> int:
    return next(rank for place, (_, rank) in enumerate(HEADS) if match[f"r{place}"] is not None)


def _trim(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in " \t\u00a0-–.":
        end -= 1
    return end
