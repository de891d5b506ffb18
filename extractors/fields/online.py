"""Whether an event is held online, wholly or partly; by which platform, and at which address."""

from __future__ import annotations

import re

from extractors.records import Document, Facts, Found
from extractors.sought import Sought

SURE, DOUBT = 0.95, 0.8  # of words in the opening, and of those behind it
LEAD = 900  # code points of that opening
HEAD = 2_000  # code points in which a document says how its event is held

_BY = r"(?:ผ่าน|ทาง|ด้วย|ใน|โดย|แบบ|ระบบ|รูปแบบ|และ|ทั้ง|พร้อม|ใช้)"
# Words between "by" and the medium; แอปพลิเคชัน has as many spellings as writers.
_APPLICATION = r"แอ[ปพ][ก-๎]{2,12}"
_MEDIUM = (
    rf"(?:ทาง|ด้วย|ระบบ|รูปแบบ|โปรแกรม|{_APPLICATION}|แพลตฟอร์ม|ช่องทาง|การประชุม|ประชุม|แบบ|เทคโนโลยีสารสนเทศ|\s)*"
)
_SHOWN = r"ว[ิี]?ด[ิี]?(?:ทัศน์|โอ)"  # วีดิทัศน์, วิดีโอ "video", as they are spelt and misspelt
_VIDEO = (
    rf"(?:ทางไกล|{_SHOWN}\s?(?:ทางไกล|คอล|คอนเฟอร?์?เร[้็]?น[ก-๎]{{0,3}})|(?:vdo|v[ie]deo|vedio)\s?-?\s?con(?!tent)\w*"
    r"|web\s?-?\s?conf\w*|zoom|(?<![a-z])line\s?meeting"
    r"|google\s?meet|(?:google\s?)?hangouts?|(?:microsoft|ms)\s?teams?|(?:cisco\s?)?webex|e\s?-?\s?meeting|conference\s?ผ่าน)"
)
_LINE = r"(?:ออนไลน์(?!\s?ขาย)|on\s?-?line(?![a-z]|\s?(?:marketing|shop|sale|media|learning|ผ่านเว็บ)))"
_ONLINE = Sought(
    rf"{_BY}{_MEDIUM}\(?(?:{_VIDEO}|{_LINE}|อิเล็กทรอนิกส์\s?\(?{_VIDEO}|สื่ออิเล็กทรอนิกส์)"
    rf"|(?:ประชุม|สัมมนา|อบรม|เสวนา|บรรยาย|ถ่ายทอด|กิจกรรม)[^\n]{{0,4}}(?:{_VIDEO}|{_LINE})|หน้าถ่ายทอดสด"
    rf"|(?:ประชุม|สัมมนา|อบรม)[^\n]{{0,12}}(?:ผ่าน|ทาง)\s?(?:ระบบ)?\s?(?:การ)?(?:ประชุม)?(?:ทาง)?\s?(?:{_SHOWN}|จอภาพ)"
    rf"|(?:ถ้อยแถลง|สุนทรพจน์|ปาฐกถา[ก-๎]*|กล่าวเปิด[ก-๎]*)[^\n]{{0,20}}ผ่าน(?:คลิป)?\s?{_SHOWN}"
    rf"|{_VIDEO}\s?meeting|webinar|(?:รับ)?(?:ชม|ดู)สด|facebook live|live talk"
    rf"|(?:on\s?-?\s?site|ออนไซต์)\s?(?:&|\+|/|,|และ|and)\s?{_LINE}"
    r"|[”\"]?\s?ออนไลน์(?=\s?โดย)",
    re.IGNORECASE,
)
# Of these every match holds one, and most texts none; to ask for them first is far cheaper than to look.
_HINTS = (
    *("ออนไลน์", "ทางไกล", "อิเล็กทรอนิกส์", "ทัศน์", "ดโอ", "ดิโอ", "ดีโอ", "จอภาพ", "ทอดสด", "ชมสด", "ดูสด"),
    *("con", "zoom", "meet", "hangout", "team", "webex", "webinar", "live", "line"),
)
# What is done over the net is the subject: crimes, sales, lessons.
_OTHER = re.compile(
    r"(?:อาชญากรรม|หลอกลวง|ฉ้อโกง|โจร|ภัย|พนัน|ขาย|ซื้อ|ชำระ(?:เงิน)?|เรียนรู้|โฆษณา|ลงทะเบียน|สมัคร|ปัญหา|ข่าว|ข้อมูล)[ก-๎]{0,4}\Z"
)
# name -> how it is written. To add one: a line.
PLATFORMS = {
    "Zoom": r"zoom",
    "Microsoft Teams": r"(?:microsoft|ms)\s?teams?",
    "Google Meet": r"google\s?meet|(?:google\s?)?hangouts?(?:\s?meet)?",
    "Webex": r"webex|cisco",
    "Facebook Live": r"facebook\s?live|เฟซบุ๊ก\s?ไลฟ์",
    "YouTube": r"youtube\s?live|ถ่ายทอดสด[^\n]{0,30}youtube",
    "LINE": r"(?<![a-z])line\s?meeting",
    "DLTV": r"dltv",
}
_PLATFORM = re.compile("|".join(f"(?P<p{i}>{p})" for i, p in enumerate(PLATFORMS.values())), re.IGNORECASE)
_THROUGH = re.compile(rf"ผ่าน{_MEDIUM}\(?(?:{_PLATFORM.pattern})", re.IGNORECASE)  # told behind "online"
_URL = r"https?://[^\s<>\"”)\]]{4,400}"
_MEETING = re.compile(
    r"https?://[^\s<>\"”)\]]{0,200}(?:zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex)[^\s<>\"”)\]]{0,400}"
)
# Another address is the meeting's only where it follows the platform, or a word that says so.
_NAMED = re.compile(
    rf"(?:ลิงก์|ลิงค์|link)\s?(?:เข้า)?(?:ร่วม)?(?:การ)?(?:ประชุม|อบรม|สัมมนา|รับชม)[\s:：]{{0,4}}({_URL})",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(rf"[^\n]{{0,60}}?({_URL})")
_FORM = re.compile(r"ลงทะเบียน|สมัคร|ดาวน์โหลด|เอกสาร|รายละเอียด|สอบถาม|แบบ(?:ตอบรับ|ฟอร์ม|ประเมิน)|forms?\.|ติดต่อ")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`online` where the text says that it is, `platform` and `link` beside it.

    >>> text = "ประชุมครู ผ่านระบบ Zoom Meeting วันที่ 5 มีนาคม 2564"
    >>> {path: fact.value for path, fact in find(Document("d", "", "text/plain", text), {}).items()}
    {'online': True, 'platform': 'Zoom'}
    """
    text = document.text
    head = text[:HEAD].casefold()
    if not any(hint in head for hint in _HINTS):
        return {}
    told = (
        m
        for m in _ONLINE.finditer(text, 0, HEAD)
        if not _OTHER.search(text, max(0, m.start() - 24), m.start())
    )
    said = next(told, None)
    if not said:
        return {}
    found = {"online": Found(True, *said.span(), "online words", SURE if said.start() < LEAD else DOUBT)}
    platform = _PLATFORM.search(text, said.start(), said.end() + 60) or _THROUGH.search(
        text, said.end(), HEAD
    )
    if platform:
        name = list(PLATFORMS)[int(str(platform.lastgroup)[1:])]
        found["platform"] = Found(name, *platform.span(), "platform", 0.95)
    return found | _link(text, (platform or said).end())


def _link(text: str, told: int) -> dict[str, Found]:
    """`link`: an address of a meeting service, one that is called so, or the one beside the platform."""
    if meeting := _MEETING.search(text):
        return {"link": Found(meeting[0], *meeting.span(), "meeting link", 0.95)}
    link = _NAMED.search(text) or _FOLLOWS.match(text, told)
    if link is None or _FORM.search(link[0]):
        return {}
    return {"link": Found(link[1], *link.span(1), "link beside", 0.8)}
