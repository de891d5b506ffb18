"""The words of names of bodies: those with which a name begins, goes on after a blank, and ends.

Entries are regular expressions, since many words are parts of other words as
well: กรม "department" begins กรมธรรม์ "policy", จัด "to hold" begins จัดหา "to
procure".
"""

from __future__ import annotations


def _with(word: str, following: str) -> str:
    """The word where one of these follows it."""
    return f"{word}(?={'|'.join(following.split())})"


def _without(word: str, following: str) -> str:
    """The word where none of these follows it."""
    return f"{word}(?!{'|'.join(following.split())})"


# What a name begins with, and its rank: a name of higher rank that follows
# after a blank is the body that it is part of. To add one: a line.
HEADS: tuple[tuple[str, int], ...] = (
    ("กระทรวง|ทบวง", 9),  # ministry
    (_with("รัฐบาล", "ได้ จัด จึง ร่วม เป็นเจ้าภาพ \\sจัด \\sได้"), 9),  # the government, where it does something
    (_without("(?<!แ)กรม", "ธรรม การจังหวัด วัง หลวง ขุน พระ หมื่น"), 8),  # department; not a prince, a program
    ("จุฬาลงกรณ์มหาวิทยาลัย|มหาวิทยาลัย(?!ชั้นนำ|ต่าง|ทั่ว)|ราชวิทยาลัย", 8),  # university
    ("กองทัพ(?:บก|เรือ|อากาศ|ไทย)|กองบัญชาการ", 8),  # army, navy, air force; headquarters
    (r"สำนักงาน|(?<![ก-๎])สนง\.(?=\S)", 6),  # office
    (_without("องค์การ", "มหาชน"), 6),  # organization
    (
        _with(
            "สภา",
            "การ กาชาด เด็ก องค์กร หอการค้า อุตสาหกรรม ทนาย วิชาชีพ ส่งเสริม เครือข่าย สมาคม นักเรียน คณาจารย์ อาจารย์"
            " พนักงาน วัฒนธรรม มหาวิทยาลัย วิทยาลัย สถาบัน",
        ),
        6,
    ),  # council
    ("สถาน(?:เอกอัครราชทูต|กงสุลใหญ่|ทูต)", 6),  # embassy, consulate
    (
        _with("การ", "ท่องเที่ยวแห่ง กีฬาแห่ง ไฟฟ้า ประปา ยางแห่ง ยาสูบแห่ง เคหะแห่ง รถไฟ ทางพิเศษ นิคมอุตสาหกรรมแห่ง"),
        6,
    ),  # authority
    ("คณะกรรมการการเลือกตั้ง|คณะกรรมาธิการ", 6),  # committees that are offices of their own
    (
        "(?:(?<=\\n)|(?<=โดย)|(?<=โดย )|(?<=กับ)|(?<=กับ )|(?<=วานนี้)|(?<=วานนี้ )|(?<=นี้ )|(?<=ซึ่ง))จังหวัด",
        6,
    ),  # a province as an office, not as a place
    (_without("สถาบัน", "การศึกษา พระมหากษัตริย์ ครอบครัว อุดมศึกษา หลัก ต่าง"), 5),  # institute
    (_without("สำนัก", "งาน ข่าวกรอง พิมพ์"), 5),  # bureau
    ("ธนาคาร|บริษัท|บรรษัท|ห้างหุ้นส่วน|หอการค้า", 5),  # bank, company, chamber of commerce
    ("เทศบาล(?:นคร|เมือง|ตำบล)?|กรุงเทพมหานคร(?=\\s)|เมืองพัทยา", 5),  # municipality
    ("วิทยาลัย|วิทยาเขต", 5),  # college, campus
    (_with("สถานี", "ตำรวจ อนามัย วิทยุ โทรทัศน์ พัฒนา"), 5),  # (police) station
    (_with("ตำรวจภูธร", "จังหวัด ภาค") + "|ที่ทำการปกครอง|ที่ว่าการอำเภอ", 5),  # provincial police; district office
    (_without("โรงเรียน", "ใน ที่ ขนาด และ ต่าง ทั้ง ราย กลุ่ม เครือข่าย") + "|โรงพยาบาล", 5),  # school, hospital
    (  # faculty; not คณะครู "the teachers" nor คณะกรรมการ "committee"
        _with(
            "คณะ",
            "วิทยา วิศว แพทยศ พยาบาล มนุษย สังคม ศิลป ครุ ศึกษาศาสตร์ บริหารธุรกิจ เกษตร ประมง สัตว นิติ รัฐศาสตร์"
            " รัฐประศาสน เศรษฐ สถาปัต เภสัช ทันต สหเวช สาธารณสุข เทคนิค เทคโนโลยี อุตสาหกรรม อักษร จิตวิทยา"
            " นิเทศ พาณิชย บัญชี การบัญชี การจัดการ การท่องเที่ยว โลจิสติกส์ ทรัพยากร สิ่งแวดล้อม วนศาสตร์"
            " สารสนเทศ ดุริยาง ดนตรี โบราณคดี จิตรกรรม มัณฑน ดิจิทัล คหกรรม ผลิตกรรม กายภาพ พัฒนา ศาสนา พุทธ โลก ภาษา",
        ),
        5,
    ),
    ("มูลนิธิ|สมาคม|สมาพันธ์|สหพันธ์|สหกรณ์", 5),  # foundation, association, co-operative
    ("ชมรม|สโมสร", 4),  # club, also of a school
    (
        _with("เครือข่าย", "ผู้ ยุว เยาวชน ครู โรงเรียน บัณฑิต มหาวิทยาลัย ห้องสมุด")
        + "|"
        + _without("กองทุน", "หมุน บำ ประกัน"),
        5,
    ),  # network; fund
    (_without("ศูนย์", "กลาง รวม ราชการ การค้า ประชุม การประชุม บาท องศา"), 4),  # centre; not a convention centre
    ("หอ(?:จดหมายเหตุ|สมุด|ศิลป์|ภาพยนตร์)|พิพิธภัณฑ์|พิพิธภัณฑสถาน|ห้องสมุดประชาชน|อุทยาน", 4),  # archive, library …
    # temple; not จังหวัด "province", ชี้วัด "indicator"
    (_without("(?:(?<![ก-๛])|(?<=กับ)|(?<=โดย)|(?<=และ)|(?<=มี))วัด", "ผล ความ ค่า ระดับ คุณ"), 4),
    (
        _with(
            "กอง",  # division
            "กลาง แผน การ ศิลป วัฒนธรรม กำกับ คลัง ช่าง กฎ กิจการ"
            "  นโยบาย พัฒนา บริหาร บริการ ส่งเสริม สาธารณ สวัสดิ วิเทศ วิจัย ทรัพยากร",
        ),
        3,
    ),
    ("ภาควิชา|สาขาวิชา|โปรแกรมวิชา|หลักสูตร(?=\\S{2,40}บัณฑิต)", 3),  # department of a faculty, field, degree course
    (_with("กลุ่ม", "งาน นิเทศ วิจัย พัฒนา บริหาร ส่งเสริม อำนวย นโยบาย กฎหมาย สาระ โรงเรียน"), 2),  # group
    (_with("ส่วน", "พัฒนา ส่งเสริม กิจการ ประชาสัมพันธ์ บริการ"), 3),  # section of a university
    ("ฝ่าย(?=\\S{3})|ห้องปฏิบัติการ|" + _with("หน่วย", "วิจัย บริการ ศึกษา พัฒนา"), 2),  # section, laboratory, unit
)

# First words that are names by themselves.
WHOLE = (
    "รัฐบาล",
    "กรุงเทพมหานคร",
    "เมืองพัทยา",
    "คณะกรรมการการเลือกตั้ง",
    "จุฬาลงกรณ์มหาวิทยาลัย",
)

# An abbreviation that we do not know: three consonants or more before the dot,
# or three with a dot each; but no rank (พ.ต.อ.), law (พ.ร.บ.), diploma (ปวช.),
# minister (รมว.), nor people (อปท. "local authorities", อสม. "volunteers").
NO_BODY = (
    r"ปว[ชส]|รม[วช]|พ\.ร\.|พ\.ต\.|ร\.ต\.|จ\.ส\.|ส\.ต\.|ม\.ร\.|ว\.ด\.|อปท|อสม|อพม|ครม|คกก|ปชช|ผกก|ผวจ|ผตร|ตชด"
    "|นสพ|ศบค|กนง|ผบช"
)
UNKNOWN = rf"(?!{NO_BODY})(?:[ก-ฮ]{{3,5}}\.|(?:[ก-ฮ]\.){{3,4}})(?=\s|จัด|ร่วม|\()"

# Before what a name ends though no blank stands there. To add one: a line.
VERBS: tuple[str, ...] = (
    # to hold; not to manage (จัดการ), procure, store, buy, make, allot, found
    _without(
        "(?<!เสริมการ)(?<!หารการ)(?<!พัฒนาการ)จัด",
        "หา เก็บ ซื้อ สรร ตั้ง รูป ทำ(?!โครง) การ(?!ประชุม|อบรม|สัมมนา|แข่ง|แสดง|เสวนา|ประกวด|บรรยาย|ฝึก|เรียนรู้)",
    ),
    _with("ร่วม", "กับ กัน จัด งาน ลง พิธี ประชุม เป็น เปิด แถลง") + "|เข้าร่วม",  # together, to join
    _with("กำหนด", "จัด การ") + "|" + _with("เตรียม", "จัด การ เปิด ความพร้อม ศึกษา พบ"),  # to fix, prepare
    _with("ดำเนิน", "การ โครงการ งาน") + "|" + _with("เปิด", "เวที งาน ตัว การ โครงการ รับ เผย"),  # to run, open
    _with("เป็น", "เจ้าภาพ ผู้ ประธาน หน่วยงาน องค์กร วิทยากร"),  # to be host …; not ความเป็นเลิศ "excellence"
    "จึง|จะ|" + _without("ได้", "มาตรฐาน เปรียบ") + "|" + _with("ยัง", "จัด ได้ มี ร่วม เปิด"),  # therefore, will …
    _with("ขอ", "เชิญ ประชา แจ้ง ความ ขอบ"),  # asks, invites, announces
    _with("มี", "นาย นาง กำหนด วัตถุ ผู้ ความ แผน มติ") + "|" + _with("มอบ", "หมาย เกียรติ รางวัล นโยบาย"),
    _without("ว่า", "ด้วย ที่ ง") + "|กล่าว|พร้อม|ซึ่ง|(?:นำ)?โดย|ภายใต้|" + _with("เพื่อ", "ให้"),
    _with("พบ", "การ ว่า ผู้"),  # found
    _with("ที่", "ตั้ง จัด ได้ รับ ผ่าน เข้า มี ให้") + "|" + _with("ใน", "ครั้ง วันที่ ส่วน โอกาส ฐานะ"),
    "ระหว่าง(?!ประเทศ)|ตั้งแต่|วันที่|เมื่อ(?=วัน)",  # dates
    _with("ณ", "\\s?ห้อง \\s?โรงแรม \\s?อาคาร \\s?หอประชุม"),  # a place
    _with("และ", "ภาคี หน่วยงาน เครือข่าย คณะ ผู้ องค์กร ได้ จะ ความร่วม ใน"),
    _with("ตาม", "การ โครงการ นโยบาย แผน คำสั่ง"),  # according to
    _with("กับ", "ภาคี หน่วยงาน เครือข่าย คณะ องค์กร"),
)

# What may follow a blank and still be part of the name. To add one: a line.
CONTINUED: tuple[str, ...] = (
    r"(?<=ที่\s)[\d๐-๙]{1,3}(?:\s[ก-๙]+(?=\s))?",  # "health centre no. 11 (of) Nakhon Si Thammarat"
    r"เขต\s?[\d๐-๙]+|หมู่(?:ที่)?\s?[\d๐-๙]+",  # "area 2", "village 12"
    # the second school of a town, with the temple in whose grounds it stands
    r"[\d๐-๙]{1,2}(?=\s(?:จัด|ร่วม|ได้|จึง|กำหนด|ขอ|วัด|บ้าน)|\s?\()|(?<=[\d๐-๙]\s)(?:วัด|บ้าน)[ก-๙]+(?=\s)",
    r"(?:(?<=[\d๐-๙]\s)|(?<=[\d๐-๙]))\((?:วัด|บ้าน|ชุมชน)[^()\n]{2,40}\)",
    r"(?:ประจำประเทศ|ประจำจังหวัด|วิทยาเขต)[ก-๙]+",
    r"ภาค(?:เหนือ|ใต้|กลาง|ตะวัน[ก-๙]+|\s?ที่\s?[\d๐-๙]+|\s?[\d๐-๙]+)",
    r"(?:และ[ก-๎]{3,30})?แห่งประเทศไทย|แห่งชาติ",  # national
    r"ใน(?:พระบรมราช|พระราช|พระอุปถัมภ์|สมเด็จ)[ก-๙]+",  # under royal patronage
    r"จำกัด(?:\s?\(มหาชน\))?|\(องค์การมหาชน\)|\(มหาชน\)",  # "limited (public)", "(public organization)"
    # Names that are lists, with blanks for commas.
    r"วิทยาศาสตร์(?=\s(?:วิจัย|เทคโนโลยี))|วิจัยและนวัตกรรม(?:แห่งชาติ)?|เทคโนโลยีและนวัตกรรม(?:แห่งชาติ)?",
    r"ติดตามและประเมินผล(?:การจัดการศึกษา)?|และประเมินผลการจัดการศึกษา|ติดตาม(?=\sและประเมินผล)",
    r"วาตภัย|และดินโคลนถล่ม|กิจการโทรทัศน์|และกิจการโทรคมนาคม(?:แห่งชาติ)?|ศาสนาและวัฒนธรรม|ส่งเสริมและพัฒนา[ก-๙]+",
)
