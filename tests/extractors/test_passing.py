"""What changes by itself on a page, and what looks like it but is a change.

Add the next page to PASSING or to CHANGED.
"""

from __future__ import annotations

import pytest

from extractors.formats.html import read
from extractors.passing import is_same_page
from extractors.records import Capture, Site

BEFORE, AFTER = "2026-11-24T20:00:00Z", "2026-11-25T20:00:00Z"  # in Thailand the 25th and the 26th

REPORT = "โรงเรียนบ้านน้ำใส ประชุมผู้ปกครอง วันที่ 12 มีนาคม 2567 ณ หอประชุม โดยมีนายกวิน ทุ่งดอกคูณ เป็นประธาน"

# what stands around the report one night, and the next
PASSING = [
    ("เข้าชม : 328", "เข้าชม : 331"),
    ("อ่าน 1,204 ครั้ง", "อ่าน 1,377 ครั้ง"),
    ("27 มี.ค. 2562 | เข้าชม : 328", "27 มี.ค. 2562 | เข้าชม : 10,328"),
    ("ลงข่าวโดย : webmaster จำนวนผู้อ่าน 33 คน", "ลงข่าวโดย : webmaster จำนวนผู้อ่าน 40 คน"),
    ("ข่าวโดย admin (อ่าน ๔๕ ครั้ง)", "ข่าวโดย admin (อ่าน ๕๒ ครั้ง)"),
    ("ผู้เข้าชมวันนี้ 12 คน\nเดือนนี้ 480\nขณะนี้มีผู้ใช้งาน 3 คน", "ผู้เข้าชมวันนี้ 2 คน\nเดือนนี้ 481\nขณะนี้มีผู้ใช้งาน 1 คน"),
    ("Post Views: 328", "Post Views: 1.2K"),
    ("Hits: 77", "Hits: 78"),
    ("12 shares · 3 likes", "14 shares · 5 likes"),
    ("แชร์ 5", "แชร์ 9"),
    ("0 432", "1 440"),
    ("3 ชั่วโมงที่แล้ว", "1 วันที่แล้ว"),
    ("วันพุธที่ 25 พฤศจิกายน 2569", "วันพฤหัสบดีที่ 26 พฤศจิกายน 2569"),
    ("วันนี้ 25 พ.ย. 69 เวลา 03:00:12 น.", "วันนี้ 26 พ.ย. 69 เวลา 03:00:41 น."),
    ("25/11/2569", "26/11/2569"),
    ("ปรับปรุงล่าสุด 24 พฤศจิกายน 2569", "ปรับปรุงล่าสุด 25 พฤศจิกายน 2569"),
    ("03:00:12", "03:01:56"),
    ("IP ของคุณ 203.0.113.7", "IP ของคุณ 203.0.113.200"),
    ("เข้าชม 5 ครั้ง", ""),  # the plugin was taken out
    ("ข่าวล่าสุด\nรับสมัครครูอัตราจ้าง\nประกวดราคาจ้าง", "ข่าวล่าสุด\nอบรมการเขียนโปรแกรม\nรับสมัครครูอัตราจ้าง"),
]
CHANGED = [
    ("เลื่อนเป็นวันที่ 13 มีนาคม 2567", "เลื่อนเป็นวันที่ 14 มีนาคม 2567"),
    ("มีผู้เข้าชมนิทรรศการ 1,204 คน ตลอดทั้งวัน", "มีผู้เข้าชมนิทรรศการ 1,240 คน ตลอดทั้งวัน"),
    ("รวม 45 คน", "รวม 46 คน"),
    ("13 มีนาคม 2567", "14 มีนาคม 2567"),  # alone on its line, but no day on which the page was sent
    ("เวลา 09:00 น.", "เวลา 13:00 น."),
    ("ครั้งที่ 5/2567", "ครั้งที่ 6/2567"),
    ("ระเบียบวาระที่ 5 เรื่องอื่น ๆ\nไม่มี", "ระเบียบวาระที่ 5 เรื่องอื่น ๆ\nงานวันเด็ก"),
    ("เข้าชม : 328\nงดกิจกรรม", "เข้าชม : 331\nเลื่อนกิจกรรม"),
    ("เรื่องอื่น ๆ\nนัดประชุมครั้งต่อไป 4 เมษายน", "เรื่องอื่น ๆ\nนัดประชุมครั้งต่อไป 5 เมษายน"),
    ("", "ขอยกเลิกการประชุม"),
    ("ยอดบริจาครวม 12,000 บาท", "ยอดบริจาครวม 15,000 บาท"),
]


@pytest.mark.parametrize("where", ["{0}\n{1}", "{1}\n{0}"])
@pytest.mark.parametrize(("before", "after"), PASSING)
def test_what_goes_on_by_itself_is_no_change(before: str, after: str, where: str) -> None:
    old, new = (f"ประชุมผู้ปกครอง\n{where.format(said, REPORT)}".strip() for said in (before, after))
    if "ข่าวล่าสุด" in before and where.startswith("{0}"):
        old, new = old.replace(f"\n{REPORT}", ""), new.replace(f"\n{REPORT}", "")
    assert is_same_page(old, new, BEFORE, AFTER)


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_what_people_changed_is_a_change(before: str, after: str) -> None:
    old, new = (f"ประชุมผู้ปกครอง\n{REPORT}\n{said}\n{REPORT}".strip() for said in (before, after))
    assert not is_same_page(old, new, BEFORE, AFTER)


def test_a_day_that_stayed_is_not_taken_for_today_s() -> None:
    """Published on the day of the first visit: there it looked like that day's date."""
    text = f"ประชุมผู้ปกครอง\n25 พฤศจิกายน 2569\n{REPORT}\nเข้าชม : "
    assert is_same_page(f"{text}1", f"{text}2", BEFORE, AFTER)
    assert not is_same_page(f"{text}1", f"{text.replace('25 พ', '30 พ')}2", BEFORE, AFTER)


PAGE = """<html><head><title>ประชุมครู</title></head><body><div class="clock">{day}</div>
<div class="item-page"><h1>ประชุมครู</h1><p>เขียนโดย Super User เมื่อ 12 มีนาคม 2567 ฮิต: {hits}</p>
<p>{report}</p><p>{report}</p><span>อ่าน {reads} ครั้ง</span>
<div><a href="/a">แชร์ {shares}</a></div>
<h3>ข่าวที่เกี่ยวข้อง</h3><ul>{others}</ul></div></body></html>"""


def page(moment: str, **said: object) -> str:
    markup = PAGE.format(**{"report": REPORT, **said})
    capture = Capture("http://a.th/7", moment, 200, (("Content-Type", "text/html"),), markup.encode())
    return read(capture, Site("a", "a", "http://a.th/", "listing")).text


def test_a_whole_page_of_joomla_s() -> None:
    first = {"day": "25 พฤศจิกายน 2569", "hits": 12, "reads": "1,204", "shares": 3, "others": "<li>งานวัด</li>"}
    later = {"day": "26 พฤศจิกายน 2569", "hits": 15, "reads": "1,209", "shares": 5, "others": "<li>วันครู</li>"}
    old, new = page(BEFORE, **first), page(AFTER, **later)
    assert old != new
    assert is_same_page(old, new, BEFORE, AFTER)
    moved = page(AFTER, **later, report=REPORT.replace("หอประชุม", "โรงอาหาร"))
    assert not is_same_page(old, moved, BEFORE, AFTER)
