"""Short forms of public bodies as texts write them: those of the register, and those before a proper name."""

from __future__ import annotations

from extractors.thai import register

# What an abbreviation in front of a place or proper name stands for.
PREFIXES: dict[str, str] = {
    "สพป.": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา",
    "สพม.": "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา",
    "สพท.": "สำนักงานเขตพื้นที่การศึกษา",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
    "สสจ.": "สำนักงานสาธารณสุขจังหวัด",
    "ศธจ.": "สำนักงานศึกษาธิการจังหวัด",
    "สสอ.": "สำนักงานสาธารณสุขอำเภอ",
    "คปสอ.": "คณะกรรมการประสานงานสาธารณสุขระดับอำเภอ",
    "สกร.": "ศูนย์ส่งเสริมการเรียนรู้",
    "กศน.": "ศูนย์การศึกษานอกระบบและการศึกษาตามอัธยาศัย",
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    "รพ.": "โรงพยาบาล",
    "รร.": "โรงเรียน",
    "วพบ.": "วิทยาลัยพยาบาลบรมราชชนนี",
    "วทค.": "วิทยาลัยเทคนิค",
    "วอศ.": "วิทยาลัยอาชีวศึกษา",
    "วก.": "วิทยาลัยการอาชีพ",
    "ม.": "มหาวิทยาลัย",
    "มทร.": "มหาวิทยาลัยเทคโนโลยีราชมงคล",
    "มรภ.": "มหาวิทยาลัยราชภัฏ",
    "บมจ.": "บริษัท",
    "บจ.": "บริษัท",
}

FULL_NAMES = {short: body.name for body in register.bodies().values() for short in body.short}
# Names that no rule would keep whole, since they have blanks or "and" in them.
NAMES = tuple(name for name in register.bodies() if " " in name or "และ" in name or "กับ" in name)
