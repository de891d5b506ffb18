"""What the abbreviations in a post stand for, and whether it is held for someone else.

Add an abbreviation: to ABBREVIATIONS, with its dots; a ministry's letters: to MINISTRIES.
"""

from __future__ import annotations

import re

# Ministries by the letters they sign with.
MINISTRIES = {
    "กค.": "กระทรวงการคลัง",
    "กต.": "กระทรวงการต่างประเทศ",
    "กก.": "กระทรวงการท่องเที่ยวและกีฬา",
    "พม.": "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
    "อว.": "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
    "กษ.": "กระทรวงเกษตรและสหกรณ์",
    "คค.": "กระทรวงคมนาคม",
    "ดศ.": "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
    "ดส.": "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
    "ทส.": "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "พณ.": "กระทรวงพาณิชย์",
    "พน.": "กระทรวงพลังงาน",
    "มท.": "กระทรวงมหาดไทย",
    "ยธ.": "กระทรวงยุติธรรม",
    "รง.": "กระทรวงแรงงาน",
    "วธ.": "กระทรวงวัฒนธรรม",
    "ศธ.": "กระทรวงศึกษาธิการ",
    "สธ.": "กระทรวงสาธารณสุข",
    "อก.": "กระทรวงอุตสาหกรรม",
    "กห.": "กระทรวงกลาโหม",
}
# Abbreviations in posts, longest first; where one is followed by the name of a
# ministry alone (รมว.ยุติธรรม), the word กระทรวง is said with it.
ABBREVIATIONS = {
    "รมว.": "รัฐมนตรีว่าการ",
    "รมช.": "รัฐมนตรีช่วยว่าการ",
    "รมต.": "รัฐมนตรี",
    "นรม.": "นายกรัฐมนตรี",
    "นายกฯ": "นายกรัฐมนตรี",
    "ผวจ.": "ผู้ว่าราชการจังหวัด",
    "ผู้ว่าฯ": "ผู้ว่าราชการจังหวัด",
    "ผบ.ตร.": "ผู้บัญชาการตำรวจแห่งชาติ",
    "ผบ.ทบ.": "ผู้บัญชาการทหารบก",
    "ผบ.ทร.": "ผู้บัญชาการทหารเรือ",
    "ผบ.ทอ.": "ผู้บัญชาการทหารอากาศ",
    "ผกก.": "ผู้กำกับการ",
    "ผอ.": "ผู้อำนวยการ",
    "นอภ.": "นายอำเภอ",
    "รรท.": "รักษาราชการแทน",
    "ส.ส.": "สมาชิกสภาผู้แทนราษฎร",
    "สส.": "สมาชิกสภาผู้แทนราษฎร",
    "ส.ว.": "สมาชิกวุฒิสภา",
    "สว.": "สมาชิกวุฒิสภา",
    "รร.": "โรงเรียน",
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    "รพ.": "โรงพยาบาล",
    "สนง.": "สำนักงาน",
    "สพป.": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา",
    "สพม.": "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา",
    "สพฐ.": "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน",
    "สอศ.": "สำนักงานคณะกรรมการการอาชีวศึกษา",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "มทร.": "มหาวิทยาลัยเทคโนโลยีราชมงคล",
    "มรภ.": "มหาวิทยาลัยราชภัฏ",
    "ม.": "มหาวิทยาลัย",
    "จ.": "จังหวัด",
    "อ.": "อำเภอ",
} | MINISTRIES
_LONGEST_FIRST = "|".join(map(re.escape, sorted(ABBREVIATIONS, key=len, reverse=True)))
_SHORT = re.compile(
    rf"(?<![ก-๎.])(?P<minister>รมว\.|รมช\.|รมต\.)\s?(?P<of>{'|'.join(map(re.escape, MINISTRIES))}|(?=[ก-๎]))"
    rf"|(?:(?<![ก-๎.])|(?<=รอง)|(?<=ผอ\.)|(?<=รรท\.)|(?<=นายก))(?:{_LONGEST_FIRST})\s?"
)
_ACTING = re.compile(r"รักษา(?:ราชการ|การ)(?:แทน|ในตำแหน่ง)?|รรท\.|รก\.|ปฏิบัติ(?:หน้าที่|ราชการ)แทน")


def expand(post: str) -> str | None:
    """The post with its abbreviations written out; None where it has none.

    >>> expand("รมว.ยุติธรรม"), expand("ผอ.รร.อุดมตัวอย่าง")
    ('รัฐมนตรีว่าการกระทรวงยุติธรรม', 'ผู้อำนวยการโรงเรียนอุดมตัวอย่าง')
    """
    full = re.sub(r"\s+", " ", _SHORT.sub(_written_out, post)).strip()
    return full if full != post else None


def _written_out(m: re.Match[str]) -> str:
    if m["minister"]:
        body = MINISTRIES.get(m["of"], "")
        if not body and not m.string.startswith(("กระทรวง", "ประจำ", "การกระทรวง"), m.end()):
            body = "กระทรวง"
        return ABBREVIATIONS[m["minister"]] + body
    word = m[0].rstrip()
    blank = " " if m[0] != word and word.startswith("สพ") else ""
    return ABBREVIATIONS[word] + blank


def acting(post: str) -> tuple[int, int] | None:
    """Where the post says that someone else's duties are done; None where it does not.

    >>> acting("รักษาการแทนอธิการบดี")
    (0, 11)
    """
    found = _ACTING.search(post)
    return found.span() if found else None
