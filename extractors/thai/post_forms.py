"""What the abbreviations in a post stand for, and whether it is held for someone else.

Add an abbreviation of a post: to POSTS, with its dots; a ministry's letters: to MINISTRIES; of an office: to
`abbreviations`.
"""

from __future__ import annotations

import re

from extractors.thai import abbreviations

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
# Abbreviations of posts, and of what somebody heads: by these a person is called later in a text. They go
# before those of all kinds of offices, where a post means one of several.
POSTS = {
    "รมว.": "รัฐมนตรีว่าการ",
    "รมช.": "รัฐมนตรีช่วยว่าการ",
    "รมต.": "รัฐมนตรี",
    "นรม.": "นายกรัฐมนตรี",
    "นายกฯ": "นายกรัฐมนตรี",
    "ผวจ.": "ผู้ว่าราชการจังหวัด",
    "ผู้ว่าฯ": "ผู้ว่าราชการจังหวัด",
    "นอภ.": "นายอำเภอ",
    "ผอ.": "ผู้อำนวยการ",
    "ผช.": "ผู้ช่วย",
    "ศน.": "ศึกษานิเทศก์",
    "ศธจ.": "ศึกษาธิการจังหวัด",
    "ศธภ.": "ศึกษาธิการภาค",
    "รก.": "รักษาการ",
    "รรท.": "รักษาราชการแทน",
    "ผบ.ตร.": "ผู้บัญชาการตำรวจแห่งชาติ",
    "ผบ.ทบ.": "ผู้บัญชาการทหารบก",
    "ผบ.ทร.": "ผู้บัญชาการทหารเรือ",
    "ผบ.ทอ.": "ผู้บัญชาการทหารอากาศ",
    "ผบช.": "ผู้บัญชาการ",
    "ผบก.": "ผู้บังคับการ",
    "ผกก.": "ผู้กำกับการ",
    "สวญ.": "สารวัตรใหญ่",
    "ภ.จว.": "ตำรวจภูธรจังหวัด",
    "สภ.": "สถานีตำรวจภูธร",
    "สน.": "สถานีตำรวจนครบาล",
    "ส.ส.": "สมาชิกสภาผู้แทนราษฎร",
    "สส.": "สมาชิกสภาผู้แทนราษฎร",
    "ส.ว.": "สมาชิกวุฒิสภา",
    "สว.": "สมาชิกวุฒิสภา",
    "นพ.สสจ.": "นายแพทย์สาธารณสุขจังหวัด",
    "รร.": "โรงเรียน",
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    "รพ.": "โรงพยาบาล",
    "สนง.": "สำนักงาน",
    "สพป.": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา",
    "สพม.": "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "ทม.": "เทศบาลเมือง",
    "ทน.": "เทศบาลนคร",
    "ม.": "มหาวิทยาลัย",
    "จ.": "จังหวัด",
    "อ.": "อำเภอ",
}
# Where one of a minister is followed by the name of a ministry alone (รมว.ยุติธรรม), the word กระทรวง is
# said with it.
ABBREVIATIONS = abbreviations.plain() | POSTS | MINISTRIES
_LONGEST_FIRST = "|".join(map(re.escape, sorted(ABBREVIATIONS, key=len, reverse=True)))
_MINISTRY = "|".join(map(re.escape, MINISTRIES))
_SHORT = re.compile(
    rf"(?:(?<![ก-๎.])|(?<=อดีต))(?P<minister>รมว\.|รมช\.|รมต\.)\s?(?P<of>{_MINISTRY}|(?=[ก-๎]))"
    rf"|(?:(?<![ก-๎.])|(?<=รอง)|(?<=อดีต)|(?<=[ก-ฮ]\.)|(?<=นายก)|(?<=ปลัด)|(?<=ผู้ช่วย))(?:{_LONGEST_FIRST})\s?"
)
# A blank between a post and what an abbreviation behind it stood for: รอง ผอ.
_APART = re.compile(
    r"(?<=รอง)\s(?=ผู้)|(?<=ผู้ช่วย)\s(?=ผู้)|(?<=เลขาธิการ)\s(?=คณะ)|(?<=ปลัด)\s(?=องค์|เทศ)|(?<=นายก)\s(?=องค์|เทศ)"
)
_ACTING = re.compile(r"รักษา(?:ราชการ|การ)(?:แทน|ในตำแหน่ง)?|รรท\.|รก\.|ปฏิบัติ(?:หน้าที่|ราชการ)แทน")


def expand(post: str) -> str | None:
    """The post with its abbreviations written out; None where it has none.

    >>> expand("รมว.ยุติธรรม"), expand("ผอ.รร.อุดมตัวอย่าง")
    ('รัฐมนตรีว่าการกระทรวงยุติธรรม', 'ผู้อำนวยการโรงเรียนอุดมตัวอย่าง')
    >>> expand("รองผบก.ภ.จว.น่าน"), expand("รอง ผอ.กอง ป.ป.ส.")
    ('รองผู้บังคับการตำรวจภูธรจังหวัดน่าน', 'รองผู้อำนวยการกอง สำนักงานคณะกรรมการป้องกันและปราบปรามยาเสพติด')
    """
    full = re.sub(r"\s+", " ", _SHORT.sub(_written_out, post)).strip()
    return _APART.sub("", full) if full != post else None


def _written_out(m: re.Match[str]) -> str:
    if m["minister"]:
        body = MINISTRIES.get(m["of"], "")
        if not body and not m.string.startswith(("กระทรวง", "ประจำ", "การกระทรวง"), m.end()):
            body = "กระทรวง"
        return ABBREVIATIONS[m["minister"]] + body
    word = m[0].rstrip()
    said = m[0] != word and (word.startswith("สพ") or m.string[m.end() : m.end() + 1].isdigit())
    blank = " " if said else ""
    return ABBREVIATIONS[word] + blank


def acting(post: str) -> tuple[int, int] | None:
    """Where the post says that someone else's duties are done; None where it does not.

    >>> acting("รักษาการแทนอธิการบดี")
    (0, 11)
    """
    found = _ACTING.search(post)
    return found.span() if found else None
