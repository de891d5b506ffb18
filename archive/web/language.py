"""What the pages say, in Thai and English, and how they write days, people and kinds.

To add a text: a line with both languages. Days are in Buddhist Era in both.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from extractors.thai.datelines import BANGKOK
from extractors.thai.months import ENGLISH, MONTHS

LANGUAGES = ("th", "en")

TEXTS: dict[str, tuple[str, str]] = {
    "name": ("ประชุม", "Prachum"),
    "tagline": (
        "คลังประกาศและรายงานการประชุม อบรม สัมมนา และพิธีการของหน่วยงานไทย",
        "An archive of the meetings, trainings, seminars and ceremonies of Thai offices",
    ),
    "skip": ("ข้ามไปยังเนื้อหา", "Skip to content"),
    "skip_to_hits": ("ข้ามไปยังผลการค้นหา", "Skip to the hits"),
    "other_language": ("English", "ไทย"),
    "search": ("ค้นหา", "Search"),
    "search_label": ("ค้นหาในคลัง", "Search the archive"),
    "search_hint": (
        "พิมพ์เรื่อง ชื่อคน สถานที่ ครั้งที่ หรือปี เช่น",
        "A topic, a name, a place, a number or a year, such as",
    ),
    "how": ("วิธีค้นหา", "How to search"),
    "found": ("พบ {n} รายการ", "{n} found"),
    "found_more": ("พบมากกว่า {n} รายการ", "More than {n} found"),
    "found_one": ("พบ 1 รายการ", "1 found"),
    "found_none": ("ไม่พบ “{q}”", "Nothing found for “{q}”"),
    "cut": ("ค้นหาจาก {n} ตัวอักษรแรกที่พิมพ์", "Only the first {n} letters are looked for"),
    "no_words": ("ใน “{q}” ไม่มีคำหรือตัวเลขให้ค้นหา", "There is no word or number in “{q}” to look for"),
    "found_loose": ("ไม่มีรายการที่ตรงครบ · ใกล้เคียง {n} รายการ", "None matches in full · {n} come close"),
    "and_loose": ("ใกล้เคียงอีก {n} รายการ", "{n} more come close"),
    "found_none_filtered": ("ไม่มีรายการที่ตรงกับตัวกรองทั้งหมด", "Nothing matches all the filters"),
    "without_filters": ("ค้นหาโดยไม่กรอง", "Search without filters"),
    "only_newest": (
        "คำนี้พบบ่อยเกินกว่าจะเรียงตามความตรง จึงแสดงรายการใหม่ที่สุด โปรดเพิ่มคำหรือเลือกตัวกรอง",
        "Too many to rank, so the newest are shown; add a word or choose a filter",
    ),
    "by_day": (
        "คำเหล่านี้พบบ่อยเกินกว่าจะเรียงตามความตรง จึงเรียงจากใหม่ไปเก่า โปรดเพิ่มคำที่พบน้อยกว่า",
        "Each of these words is too common to rank by, so the newest come first; add a rarer one",
    ),
    "only_full": (
        "แสดงและนับ {n} รายการที่ตรงที่สุด โปรดเพิ่มคำหรือเลือกปีเพื่อให้แคบลง",
        "The best {n} are shown and counted; add a word or choose a year to narrow them",
    ),
    "loose": (
        "รายการต่อไปนี้มีเพียงบางคำที่พิมพ์ หรือมีครบแต่กระจายอยู่ในเอกสารยาว",
        "What follows holds only some of the words, or all of them far apart in a long text",
    ),
    "from_attachment": ("ข้อความจากไฟล์แนบ", "From the attachment"),
    "why": ("ตรงกับ", "Matches"),
    "lacks": ("ไม่มีคำว่า", "Without"),
    "try": (
        "ลองใช้คำน้อยลง ตรวจตัวสะกด หรือพิมพ์เพียงบางส่วนของชื่อ (3 ตัวอักษรขึ้นไป)",
        "Try fewer words, check the spelling, or type part of a name (3 letters or more)",
    ),
    "spelt": ("ไม่พบ “{typed}” จึงค้นหา “{found}” ด้วย", "“{typed}” is nowhere; “{found}” was looked for too"),
    "did_you_mean": ("หมายถึงคำนี้หรือไม่", "Did you mean"),
    "newest": ("เหตุการณ์ล่าสุด", "Newest events"),
    "empty": ("ยังไม่มีเหตุการณ์ในคลัง", "There are no events in the archive yet"),
    "holds": (
        "ในคลังมี {events} เหตุการณ์ จาก {documents} เอกสาร {sites} เว็บไซต์",
        "{events} events from {documents} documents of {sites} sites",
    ),
    "csv": ("ดาวน์โหลดผลเป็น CSV", "Download the hits as CSV"),
    "sort": ("เรียงตาม", "Sort by"),
    "relevance": ("ตรงที่สุด", "best match"),
    "date": ("ใหม่ที่สุด", "newest"),
    "filter": ("กรองผล", "Narrow down"),
    "more_choices": ("อีก {n} ตัวเลือก", "{n} more"),
    "items": ("รายการ", "hits"),
    "remove_filter": ("เลิกกรอง", "Remove filter"),
    "year": ("ปี พ.ศ.", "Year (BE)"),
    "fiscal": ("ปีงบประมาณ", "Fiscal year"),
    "month": ("เดือน", "Month"),
    "province": ("จังหวัด", "Province"),
    "type": ("ประเภท", "Type"),
    "status": ("สถานะ", "Status"),
    "body": ("หน่วยงาน", "Organiser"),
    "participant": ("บุคคล", "Person"),
    "site": ("เว็บไซต์", "Site"),
    "person": ("บุคคล", "Person"),
    "organizer": ("หน่วยงาน", "Organiser"),
    "pages": ("หน้าผลการค้นหา", "Pages of hits"),
    "offer": ("ให้แคบลงเฉพาะ", "Narrow to"),
    "from_to": ("รายการที่ {first}–{last}", "{first}–{last}"),
    "counted": ("นับจาก {n} รายการใหม่ที่สุด", "Counted over the newest {n}"),
    "previous": ("← ก่อนหน้า", "← Previous"),
    "next": ("ถัดไป →", "Next →"),
    "back": ("← กลับไปผลการค้นหา", "← Back to the hits"),
    "hits": ("ผลการค้นหา", "Hits"),
    "when": ("เมื่อใด", "When"),
    "where": ("ที่ไหน", "Where"),
    "who": ("ใคร", "Who"),
    "by_whom": ("ผู้จัด", "Organised by"),
    "what": ("เรื่องอะไร", "What"),
    "agenda": ("กำหนดการ", "Programme"),
    "and_more": ("และอีก {n} คน", "and {n} more"),
    "no_date": ("เอกสารไม่ระบุวัน", "The document gives no day"),
    "published": ("เผยแพร่ {date}", "published {date}"),
    "online": ("ออนไลน์", "online"),
    "acting": ("รักษาการ", "acting"),
    "in_document": ("ดูในเอกสาร", "See it in the document"),
    "at_page": ("หน้า {n}", "page {n}"),
    "inferred": ("ไม่มีข้อความรองรับโดยตรง", "No passage says so directly"),
    "documents": ("เอกสาร", "Documents"),
    "document": ("เอกสาร", "Document"),
    "related": ("เรื่องที่เกี่ยวข้อง", "Related"),
    "elsewhere": ("งานอื่น {n} รายการ", "Other events: {n}"),
    "same_series": ("ชุดเดียวกัน", "Same series"),
    "event": ("เหตุการณ์", "Event"),
    "tells_of": ("เอกสารนี้กล่าวถึง", "This document tells of"),
    "attachment": ("ไฟล์แนบ", "attachment"),
    "belongs_to": ("แนบมากับ", "Attached to"),
    "attachments": ("ไฟล์แนบ", "Attachments"),
    "source": ("เปิดต้นฉบับ", "Open the source"),
    "read_text": ("อ่านข้อความในคลัง", "Read the text kept here"),
    "fetched": ("เก็บเมื่อ {date}", "fetched {date}"),
    "given": ("{by} มอบให้ ได้จาก {source} ({name})", "given by {by}, who had it from {source} ({name})"),
    "gone": (
        "ต้นฉบับไม่อยู่แล้วเมื่อ {date} คลังเก็บฉบับสุดท้ายไว้",
        "Gone from its site on {date}; the last version is kept",
    ),
    "text": ("ข้อความ", "Text"),
    "no_text": ("ยังไม่มีข้อความ", "There is no text yet"),
    "poor": ("อ่านได้ไม่ดี โปรดดูต้นฉบับประกอบ", "Reads badly; compare it with the source"),
    "remarks": ("การอ่านหน้าเอกสาร", "How its pages were read"),
    "poor_count": ("อ่านได้ไม่ดี {n} เอกสาร", "{n} documents read badly"),
    "quality": ("คุณภาพ {percent} %", "quality {percent} %"),
    "needs_ocr": ("เอกสารนี้เป็นภาพ รอการอ่านด้วย OCR", "This document is a picture and waits for OCR"),
    "needs_office": (
        "เอกสารนี้เป็นไฟล์รุ่นเก่า รอการอ่านด้วย LibreOffice",
        "This file is of an old format and waits for LibreOffice",
    ),
    "unreadable": ("อ่านไฟล์นี้ไม่ได้: {why}", "This file could not be read: {why}"),
    "official": ("ข้อมูลตามแบบหนังสือราชการ", "As an official document"),
    "marked_official": (
        "ข้อความที่ทำแถบสีคือที่มาของข้อมูลข้างต้น",
        "What is marked is where these values were read",
    ),
    "became": ("ปัจจุบันคือ {name} (พ.ศ. {year})", "now {name} (since {year} BE)"),
    "was": ("เดิมคือ {name} (ถึง พ.ศ. {year})", "before {name} (until {year} BE)"),
    "marked": ("ข้อความที่ทำแถบสีคือที่มาของข้อมูลเหตุการณ์", "What is marked is where the event's values were read"),
    "versions": ("ฉบับที่เก็บไว้", "Versions kept"),
    "version": ("ฉบับที่ {n}", "Version {n}"),
    "current": ("ฉบับปัจจุบัน", "current"),
    "changes": ("สิ่งที่ต่างจากฉบับก่อนหน้า", "Changed since the version before"),
    "older": ("นี่คือฉบับเก่า", "This is an older version"),
    "corrected": ("แก้ไขโดยผู้ดูแลคลัง", "Corrected by the archive"),
    "previously": ("เดิมกำหนด {date}", "first set for {date}"),
    "not_found": ("ไม่พบหน้านี้", "There is no such page"),
    "not_found_why": (
        "ลิงก์อาจพิมพ์ไม่ครบ หรือเอกสารนี้ไม่อยู่ในคลัง ลองค้นหาจากชื่อเรื่อง",
        "The link may be cut short, or the document is not in the archive. Try to search for its title",
    ),
    "taken_down": ("เอกสารนี้ถูกถอนออกจากคลังแล้ว", "This document was taken out of the archive"),
    "taken_down_why": (
        "ลิงก์ที่เปิดมาถูกต้อง แต่ผู้ดูแลคลังได้ถอนเอกสารออก คลังมีบันทึกเหตุผลไว้ โปรดสอบถามผู้ดูแลคลัง",
        "The link is right; the archivist took the document out, and keeps a record of why",
    ),
    "failed": ("ขออภัย เปิดหน้านี้ไม่ได้ในขณะนี้", "Sorry, this page cannot be opened now"),
    "failed_why": (
        "ข้อมูลในคลังไม่ได้รับผลกระทบ โปรดลองอีกครั้งในอีกสักครู่ หากยังไม่ได้ โปรดแจ้งผู้ดูแลคลัง",
        "Nothing in the archive is harmed. Try again in a moment; if it stays so, tell the archivist",
    ),
    "no_archive": ("ยังไม่มีคลังให้เปิด", "There is no archive to open yet"),
    "no_archive_why": ("โปรดแจ้งผู้ดูแลคลังให้เก็บข้อมูลก่อน (prachum harvest)", "Ask the archivist to harvest first"),
    "id": ("รหัสในคลัง:", "Id in the archive:"),
    "home": ("หน้าแรก", "Home"),
}

# The values that events have, as people say them.
KINDS: dict[str, tuple[str, str]] = {
    "meeting": ("ประชุม", "meeting"),
    "workshop": ("ประชุมเชิงปฏิบัติการ", "workshop"),
    "seminar": ("สัมมนา", "seminar"),
    "training": ("อบรม", "training"),
    "conference": ("ประชุมวิชาการ", "conference"),
    "ceremony": ("พิธีการ", "ceremony"),
    "press": ("แถลงข่าว", "press conference"),
    "visit": ("เยี่ยมชม/ตรวจราชการ", "visit"),
    "exhibition": ("นิทรรศการ", "exhibition"),
    "other": ("กิจกรรมอื่น", "other"),
    "report": ("รายงานผล", "report"),
    "announcement": ("ประกาศล่วงหน้า", "announcement"),
    "announced": ("ประกาศแล้ว", "announced"),
    "held": ("จัดแล้ว", "held"),
    "postponed": ("เลื่อน", "postponed"),
    "cancelled": ("ยกเลิก", "cancelled"),
    "chair": ("ประธาน", "chair"),
    "opener": ("ผู้เปิดงาน", "opened it"),
    "speaker": ("วิทยากร/ผู้พูด", "speaker"),
    "signatory": ("ผู้ลงนาม", "signatory"),
    "lead": ("ผู้นำคณะ", "lead"),
    "guest": ("แขก", "guest"),
    "participant": ("ผู้เข้าร่วม", "participant"),
    "spokesperson": ("ผู้แถลง", "spokesperson"),
}

# Why a page reads badly, or how it was read (extractors/formats). To add one: a line.
REASONS: dict[str, tuple[str, str]] = {
    "no text": ("ไม่มีข้อความ", "no text"),
    "hardly any text over a picture": ("มีข้อความเพียงเล็กน้อยบนภาพ", "hardly any text over a picture"),
    "glyphs without a letter": ("มีอักษรที่ไฟล์ไม่บอกว่าเป็นตัวใด", "glyphs without a letter"),
    "Latin letters for Thai ones": ("อักษรละตินแทนอักษรไทย", "Latin letters for Thai ones"),
    "broken spelling": ("สระหรือวรรณยุกต์ผิดที่", "broken spelling"),
    "letters that no word has": ("มีกลุ่มอักษรที่ไม่มีในคำไทย", "letters that no word has"),
    "sara am for sara aa": ("สระอำแทนสระอา", "sara am for sara aa"),
    "OCR reads it no better": ("อ่านด้วย OCR แล้วไม่ดีกว่า", "OCR reads it no better"),
    "OCR failed": ("อ่านด้วย OCR ไม่สำเร็จ", "OCR failed"),
    "kept from an earlier reading": (
        "คงข้อความที่อ่านไว้ก่อน รออ่านใหม่เมื่อมีโปรแกรมที่ใช้อ่าน",
        "the text of an earlier reading, by a program that is missing here",
    ),
    "read by OCR": ("อ่านด้วย OCR ตัวเลขอาจผิด", "read by OCR, its numbers may be wrong"),
    "a damaged file, read as far as it goes": (
        "ไฟล์เสียหาย อ่านเท่าที่อ่านได้",
        "a damaged file, read as far as it goes",
    ),
}

# The names of an event's values. To add one: a line; what has none is not shown by itself.
LABELS: dict[str, tuple[str, str]] = {
    "title": ("ชื่อ", "Title"),
    "type": ("ประเภท", "Type"),
    "phase": ("ลักษณะเอกสาร", "Told as"),
    "status": ("สถานะ", "Status"),
    "series": ("ชุดการประชุม", "Series"),
    "number": ("ครั้งที่", "Number"),
    "letter": ("เลขที่หนังสือ", "Letter number"),
    "fiscal_year": ("ปีงบประมาณ", "Fiscal year"),
    "start": ("วันที่", "Date"),
    "end": ("ถึงวันที่", "Until"),
    "days": ("วันที่", "Days"),
    "date_edtf": ("ช่วงเวลา", "Period"),
    "time": ("เวลา", "Time"),
    "end_time": ("ถึงเวลา", "Until"),
    "lunar_date": ("วันทางจันทรคติ", "Lunar date"),
    "weekday_conflict": ("วันในสัปดาห์ที่เอกสารเขียน", "Weekday as written"),
    "weekday_year": ("ปีที่วันในสัปดาห์ตรงกัน", "Year that has this weekday"),
    "previous_start": ("เดิมกำหนด", "First set for"),
    "previous_end": ("เดิมถึง", "First set until"),
    "venue": ("สถานที่", "Venue"),
    "venues": ("สถานที่", "Venues"),
    "district": ("อำเภอ/เขต", "District"),
    "province": ("จังหวัด", "Province"),
    "country": ("ประเทศ", "Country"),
    "online": ("ช่องทาง", "Mode"),
    "platform": ("ระบบออนไลน์", "Platform"),
    "link": ("ลิงก์เข้าร่วม", "Link"),
    "organizers": ("หน่วยงานผู้จัด", "Organiser"),
    "people": ("บุคคล", "Person"),
    "agenda": ("กำหนดการ", "Programme"),
}


# What official documents say of themselves, in the order in which it is shown. To add one: a line.
OFFICIAL: dict[str, tuple[str, str]] = {
    "kind": ("ชนิดเอกสาร", "Kind"),
    "number": ("เลขที่", "Number"),
    "subject": ("เรื่อง", "Subject"),
    "issuer": ("ออกโดย", "Issued by"),
    "addressee": ("เรียน/ถึง", "To"),
    "date": ("ลงวันที่", "Dated"),
    "reply_by": ("ตอบกลับภายใน", "Answer by"),
    "signatories": ("ผู้ลงนาม", "Signed by"),
    "started": ("เริ่มประชุม", "Opened at"),
    "closed": ("เลิกประชุม", "Closed at"),
    "present": ("ผู้มาประชุม", "Present"),
    "absent": ("ผู้ไม่มาประชุม", "Absent"),
    "attending": ("ผู้เข้าร่วมประชุม", "In attendance"),
    "business": ("ระเบียบวาระที่", "Item"),
    "resolutions": ("มติที่ประชุม", "Resolved"),
}
OFFICIAL_KINDS: dict[str, tuple[str, str]] = {
    "letter": ("หนังสือราชการ", "official letter"),
    "memorandum": ("บันทึกข้อความ", "memorandum"),
    "order": ("คำสั่ง", "order"),
    "announcement": ("ประกาศ", "announcement"),
    "minutes": ("รายงานการประชุม", "minutes"),
    "agenda": ("ระเบียบวาระการประชุม", "order of business"),
}


def say(language: str, key: str, **values: object) -> str:
    """
    >>> say("th", "from_to", first=21, last=32)
    'รายการที่ 21–32'
    """
    return TEXTS[key][LANGUAGES.index(language)].format(**values)


def named(language: str, table: dict[str, tuple[str, str]], key: str) -> str:
    """What is not in the table is shown as it is."""
    return table[key][LANGUAGES.index(language)] if key in table else key


def days(language: str, start: str | None, end: str | None = None) -> str:
    """ISO days, or periods of EDTF, as people write them, in Buddhist Era; "" for none.

    >>> days("th", "2020-12-14", "2020-12-17")
    '14–17 ธันวาคม 2563'
    >>> days("th", "2020-11-30", "2020-12-02"), days("th", "2020-12-31", "2021-01-02")
    ('30 พฤศจิกายน – 2 ธันวาคม 2563', '31 ธันวาคม 2563 – 2 มกราคม 2564')
    >>> days("en", "2020-12-14"), days("th", "2020-12"), days("th", "2020-Q4")
    ('14 December 2563 BE', 'ธันวาคม 2563', 'ไตรมาส 4 ปี 2563')
    """
    if not start:
        return ""
    era = " BE" if language == "en" else ""
    first, last = _parts(language, start), _parts(language, end or start)
    if first is None or last is None:
        return start
    if first == last:
        return " ".join(part for part in first if part) + era
    shared = next((n for n in (1, 2) if first[n:] == last[n:]), 3)
    begin = " ".join(part for part in first[:shared] if part)
    dash = "–" if shared == 1 else " – "
    return f"{begin}{dash}{' '.join(part for part in last if part)}{era}"


def _parts(language: str, day: str) -> tuple[str, str, str] | None:
    """Day, month and year as written; "" for what is not said, None for what is no day."""
    months = ENGLISH if language == "en" else MONTHS
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", day):
        quarter = f"ไตรมาส {match[2]} ปี" if language == "th" else f"quarter {match[2]} of"
        return "", quarter, str(int(match[1]) + 543)
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", day)
    if match is None:
        return None
    year, month, number = match.groups()
    return str(int(number)) if number else "", months[int(month) - 1] if month else "", str(int(year) + 543)


def moment(language: str, utc: str | None) -> str:
    """A moment of the archive as Thai clocks show it.

    >>> moment("th", "2026-11-25T18:30:00Z")
    '26 พฤศจิกายน 2569 เวลา 01.30 น.'
    """
    if not utc:
        return ""
    try:
        at = datetime.fromisoformat(utc.replace("Z", "+00:00"))
    except ValueError:
        return utc
    if len(utc) <= 10:
        return days(language, utc)
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(BANGKOK)
    day = days(language, at.date().isoformat())
    return f"{day} เวลา {at:%H.%M} น." if language == "th" else f"{day}, {at:%H:%M}"


def clock(language: str, time: str | None) -> str:
    """
    >>> clock("th", "09:30")
    '09.30 น.'
    """
    if not time:
        return ""
    return f"{time.replace(':', '.')} น." if language == "th" else time
