"""When: texts of ours and the event's own days and times among all that they name.

To add a case: (text, {path: value}) into the table; a path given as None must
not be found. Persons are invented.
"""

from __future__ import annotations

import pytest

from extractors.fields import days
from extractors.records import Document

HEAD = "ครูพบกันที่น่าน\nวันศุกร์ที่ 5 มีนาคม 2564\nพิมพ์\nครูพบกันที่น่าน\n"
CASES = [
    # behind a province that ends in the letter of a circular's number
    ("พิธีที่สระแก้ว\n\n11 มีนาคม 2566 เวลา 07.09 น. – ครูร่วมพิธี", {"start": "2023-03-11", "time": "07:09"}),
    # what a meeting prepares is no day of its own, nor is that of a newspaper
    (
        "จัดประชุมเตรียมงาน โดยมี ดร.สมมติ ตั้งใจดี เป็นประธาน ในที่ประชุมได้มีการเตรียมจัดงาน 2 งาน\n"
        "1. งานวันครูของโรงเรียนในสังกัดทุกแห่ง ซึ่งจะจัดในวันอาทิตย์ที่ 7 สิงหาคม 2565",
        {"start": None},
    ),
    ("ภาพข่าว: ยกระดับ\nข่าวลมโชย ฉบับวันที่ 11 กุมภาพันธ์ พ.ศ. 2562\nครูลงนาม ณ หอประชุม", {"start": None}),
    # what is to come is told at once, and only then that it is planned
    (
        HEAD + "วันนี้ (5 มี.ค. 64) นางสมมติ ตั้งใจดี โฆษกโรงเรียน เปิดเผยว่า ในวันที่ 7 มีนาคม 2564 เวลา 09.30 น. "
        "นายฟ้าใส รุ้งงามตา มีกำหนดเป็นประธานการประชุมครู",
        {"start": "2021-03-07", "time": "09:30"},
    ),
    # the news begins right below the day of the site, with the same day
    (
        "ครูพบกันที่น่าน\nวันศุกร์ที่ 5 มีนาคม 2564\nวันนี้ (5 มีนาคม 2564) เวลา 10.30 น. ณ หอประชุม ครูพบกัน",
        {"start": "2021-03-05", "time": "10:30"},
    ),
    # told on a day of what was held on others, and of what a meeting resolved the day before
    (
        HEAD + "เมื่อวันที่ 5 มี.ค. 64 นายสมมติ ตั้งใจดี เปิดเผยว่า โรงเรียนได้จัดโครงการอบรมครู "
        "ซึ่งได้ดำเนินการในระหว่างวันที่ 1 - 3 มีนาคม 2564 แบ่งเป็น 4 รุ่น",
        {"start": "2021-03-01", "end": "2021-03-03"},
    ),
    (
        HEAD + "วันนี้ (5 มี.ค. 64) นายสมมติ ตั้งใจดี โฆษก เปิดเผยว่า เพื่อแก้ปัญหาน้ำ ที่ประชุมครูเมื่อวานนี้ (4 มี.ค.) เห็นชอบ",
        {"start": "2021-03-04"},
    ),
    # the opening day in the first line, the whole span later
    (
        "การประชุมปฏิบัติการ\nเมื่อวันที่ 14 ธันวาคม 2563 กลุ่มวิจัยจัดการประชุมปฏิบัติการ "
        "ระหว่างวันที่ 14 – 17 ธันวาคม 2563 ณ โรงแรมริมธาร",
        {"start": "2020-12-14", "end": "2020-12-17", "days": None, "time": None},
    ),
    # deadlines, laws and letters are no days of the event
    (
        "ขอเชิญอบรมครู\nตามหนังสือลงวันที่ 2 มกราคม 2565 ขอเชิญอบรมครู ในวันที่ 9 มีนาคม 2565 เวลา 09.00 - 16.00 น. "
        "ลงทะเบียนได้ตั้งแต่บัดนี้จนถึงวันที่ 1 มีนาคม 2565",
        {"start": "2022-03-09", "end": "2022-03-09", "time": "09:00", "end_time": "16:00"},
    ),
    (HEAD + "วันนี้ (4 มี.ค. 64) เวลา 09.30 น. ครูประชุมกัน", {"start": "2021-03-04", "time": "09:30"}),
    (HEAD + "เมื่อวานนี้ ครูประชุมกัน ณ หอประชุม", {"start": "2021-03-04", "end": "2021-03-04"}),
    # what was founded long ago, and what stands in the Government Gazette
    (HEAD + "นางมาลี ใจงาม เปิดคลินิกเกษตร ซึ่งตั้งขึ้นเมื่อวันที่ 22 กรกฎาคม 2545", {"start": None}),
    ("อบรมครูเรื่องประกาศในราชกิจจานุเบกษาเมื่อวันที่ 23 สิงหาคม 2564", {"start": None}),
    # a dateline alone is no day of the event
    (HEAD + "นางมาลี ใจงาม เป็นประธานการประชุมครู ณ หอประชุม", {"start": None, "end": None}),
    # what a meeting resolved before
    (
        "ครูร่วมพิธีไหว้ครู เมื่อวันที่ 4 มีนาคม 2564\nโดยได้มีมติของที่ประชุมชมรมครูเมื่อวันที่ 14 มกราคม 2564 ให้จัดพิธี",
        {"start": "2021-03-04"},
    ),
    ("เมื่อเวลา  08.19 น.วันที่ 4 มีนาคม 2564 ครูประชุมกัน", {"start": "2021-03-04", "time": "08:19"}),
    # a time on a later day of the span is not the event's
    (
        "วันที่ 7 มกราคม 2568 เวลา 13.00 น. ครูเยี่ยมงานประชุมวิชาการ ซึ่งจัดขึ้นระหว่างวันที่ 6 - 10 มกราคม 2568 ณ เมืองน่าน",
        {"start": "2025-01-06", "end": "2025-01-10", "time": None},
    ),
    # only one day of several is told
    ("วันที่ 8 มกราคม 2568 เป็นวันที่ 2 ของการอบรมครู", {"start": "2025-01-08", "end": "2025-01-08"}),
    (
        "การอบรมปฐมพยาบาล วันที่ 18-19 และ 25 ม.ค. 68 ณ โรงเรียน",
        {
            "start": "2025-01-18",
            "end": "2025-01-25",
            "days": (("2025-01-18", "2025-01-19"), ("2025-01-25", "2025-01-25")),
        },
    ),
    (
        "การอบรมครู รุ่นที่ 1 วันที่ 5-6 มีนาคม 2567 รุ่นที่ 2 วันที่ 9-10 มีนาคม 2567 ณ โรงเรียน",
        {
            "start": "2024-03-05",
            "end": "2024-03-10",
            "days": (("2024-03-05", "2024-03-06"), ("2024-03-09", "2024-03-10")),
        },
    ),
    (
        "ขอเลื่อนการประชุมครู จากเดิมวันที่ 5 มีนาคม 2567 เป็นวันที่ 19 - 20 มีนาคม 2567 ณ หอประชุม",
        {
            "start": "2024-03-19",
            "end": "2024-03-20",
            "previous_start": "2024-03-05",
            "previous_end": "2024-03-05",
        },
    ),
    (
        "ประชุมครู\nวันพุธที่ 4 กรกฎาคม 2560 ครูประชุมกัน ณ หอประชุม",
        {"start": "2017-07-04", "weekday_conflict": "พุธ"},
    ),
    (
        "จะจัดการอบรมครูในเดือนมีนาคม 2567 ส่วนวันจะแจ้งให้ทราบ",
        {"start": None, "date_edtf": "2024-03"},
    ),
    (
        "กำหนดการเสวนา\nวันที่ 30 เมษายน 2563\n08.00 - 09.00 น.\nลงทะเบียน\n"
        "09.00 - 10.30 น.\nเสวนา\n10.45 - 12.00 น.\nสรุป",
        {"start": "2020-04-30", "time": "08:00", "end_time": "12:00"},
    ),
    # told on one day of what was held on the day before; and a course of two weeks
    (
        HEAD + "วันนี้ (5 มี.ค. 64) นางสมมติ ตั้งใจดี เปิดเผยว่า เมื่อวันที่ 4 มี.ค. 64 เวลา 08.30 น. ณ ห้องประชุม 1"
        " ได้มีการจัดประชุมครู",
        {"start": "2021-03-04", "time": "08:30"},
    ),
    (
        "วันที่ 19 กรกฎาคม 2567 ผอ. ปิดการอบรมครู ณ หอประชุม ซึ่งเริ่มตั้งแต่วันที่ 8 กรกฎาคม 2567 และเสร็จสิ้นในวันที่"
        " 19 กรกฎาคม 2567",
        {"start": "2024-07-08", "end": "2024-07-19"},
    ),
    # the chair of a meeting about another day's feast is at the meeting; the dateline's day before tomorrow's
    (
        HEAD + "วันนี้ (5 มี.ค. 64) นางสมมติ ตั้งใจดี เป็นประธานการประชุมฝ่ายประชาสัมพันธ์ เพื่อเตรียมจัดงาน 28 กรกฎาคม 2564",
        {"start": "2021-03-05"},
    ),
    (
        HEAD + "วันที่ 5 มีนาคม 2564 เวลา 10.45 น. ณ หอประชุม ผอ. กล่าวแสดงความห่วงใยการจัดงานลอยกระทงในวันพรุ่งนี้"
        " (6 มีนาคม 2564)",
        {"start": "2021-03-05"},
    ),
    # what a meeting without a day took note of has days of its own
    (
        HEAD
        + "นางสมมติ ตั้งใจดี เป็นประธานการประชุมครู ครั้งที่ 1/2564 "
        + "ที่ประชุมหารือเรื่องต่าง ๆ " * 30
        + "\n1. รับทราบร่างแผนซึ่งผ่านความเห็นชอบของกรรมการสถานศึกษา เมื่อวันที่ 9 กุมภาพันธ์ 2564",
        {"start": None},
    ),
    (
        HEAD
        + "นางสมมติ ตั้งใจดี เปิดเผยหลังการประชุมครู ครั้งที่ 1/2564 "
        + "ที่ประชุมหารือเรื่องต่าง ๆ " * 30
        + "\n- การกำหนดจัดค่ายลูกเสือของโรงเรียนริมธาร ระหว่างวันที่ 17 - 20 มีนาคม 2564 ณ สวนรื่นรมย์",
        {"start": None},
    ),
    # a fair is opened on one day; on the others somebody shows there what he has
    (
        "วันที่ 21 ธันวาคม 2563 เวลา 14.00 น. ผอ. เป็นประธานในพิธีเปิดงานของดีเมืองน่าน "
        "ทั้งนี้ โรงเรียนได้นำผ้าทอไปจำหน่ายภายในงานของดีเมืองน่าน ระหว่างวันที่ 19 - 27 ธันวาคม 2563",
        {"start": "2020-12-21", "end": "2020-12-21", "time": "14:00"},
    ),
    ("วันที่ 2 (22 มีนาคม 2567) ครูอบรมกัน ณ หอประชุม", {"start": "2024-03-22"}),  # the second day
    # the birthday that is kept is not the day on which it is; nor is the end of a term, nor a day's bulletin
    (
        HEAD
        + "เมื่อวันที่ 4 มีนาคม 2564 ครูประชุมเตรียมงาน เนื่องในโอกาสวันเฉลิมพระชนมพรรษา 6 รอบ 28 กรกฎาคม 2564 ณ หอประชุม",
        {"start": "2021-03-04"},
    ),
    (
        "โครงการ เนื่องในวันเฉลิมพระชนมพรรษา 71 พรรษา\nวันที่ 28 มิถุนายน 2566 เวลา 09.30 น. ครูบันทึกเทปถวายพระพร",
        {"start": "2023-06-28", "time": "09:30"},
    ),
    ("ประชุมครู เรื่องการลดค่าธรรมเนียม ซึ่งจะสิ้นสุดลงในวันที่ 24 ธันวาคม 2563", {"start": None}),
    ("ประชุมครู เรื่องการต่ออายุความตกลงไปอีก 3 ปี ถึงวันที่ 23 กรกฎาคม 2570", {"start": None}),
    ("รายงานสถานการณ์น้ำ ประจำวันที่ 5 ธันวาคม 2564 เวลา 17.00 น.", {"start": None}),
    # when the site posted it, on the very day
    (
        "ไหว้ครู\n13 มิ.ย. 2567 - 09:12 | เข้าชม 231\nวันนี้ (13 มิถุนายน 2567) เวลา 08.30 น. ครูไหว้ครู ณ หอประชุม",
        {"start": "2024-06-13", "time": "08:30"},
    ),
    ("ไหว้ครู\nadmin 13/06/2567 09:12\nเมื่อวันที่ 13 มิถุนายน 2567 ครูไหว้ครู", {"start": "2024-06-13", "time": None}),
    ("ประชุมครู 13 มิถุนายน 2567, 09:30 ณ หอประชุม", {"start": "2024-06-13", "time": "09:30"}),
    ("ประชุมครู ปีงบประมาณ พ.ศ. 2567 วันที่ 9 มกราคม 2567 ณ หอประชุม", {"fiscal_year": 2567}),
    ("สรุปปีงบประมาณ 2566 และแผนปีงบประมาณ 2567", {"fiscal_year": None}),
    ("ทบทวนแผนพัฒนาครู ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๗๐", {"fiscal_year": None}),  # years of a plan
    # the press is told on a day of the days of what it is told of
    (
        "วันที่ 8 กุมภาพันธ์ 2564 นายสมมติ ตั้งใจดี เป็นประธานแถลงข่าวการจัดงานวันครู ระหว่างวันที่ 1 - 28 กุมภาพันธ์ 2564",
        {"start": "2021-02-08", "end": "2021-02-08"},
    ),
    # a spokesperson who presides himself is at the meeting, which speaks of a fair to come
    (
        HEAD + "วันที่ 4 มีนาคม 2564 เวลา 10.00 น. นางสมมติ ตั้งใจดี โฆษกกระทรวง เป็นประธานการประชุมเตรียมงานข้าว\n"
        "งานข้าวเมืองน่าน กำหนดจัดขึ้นระหว่างวันที่ 19 - 21 มีนาคม 2564",
        {"start": "2021-03-04", "time": "10:00"},
    ),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_the_days_of_the_event(text: str, values: dict[str, object]) -> None:
    found = days.find(Document("x/1", "", "text/plain", text), {})
    assert {path: found[path].value if path in found else None for path in values} == values


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_every_value_has_its_place(text: str) -> None:
    for found in days.find(Document("x/1", "", "text/plain", text), {}).values():
        for begin, end in ((found.start, found.end), *found.also):
            assert 0 <= begin < end <= len(text)


def test_today_names_the_dateline_too() -> None:
    text = HEAD + "เมื่อวานนี้ ครูประชุมกัน ณ หอประชุม"
    start = days.find(Document("x/1", "", "text/plain", text), {})["start"]
    assert text[start.start : start.end] == "เมื่อวานนี้"
    assert [text[begin:end] for begin, end in start.also] == ["วันศุกร์ที่ 5 มีนาคม 2564"]


def test_the_site_dates_what_has_no_dateline() -> None:
    page = Document("x/1", "", "text/html", "ประชุมครู\nวันนี้ ครูประชุมกัน", published="2021-03-05T09:00:00")
    assert days.find(page, {})["start"].value == "2021-03-05"


def test_a_book_of_dates_is_read_to_its_end() -> None:
    """Comparing every date with every other would not come back within the test's life."""
    text = "วันที่ 5 มีนาคม 2564 ครูประชุมกัน เวลา 09.00 น. " * 20_000
    assert days.find(Document("x/1", "", "text/plain", text), {})["start"].value == "2021-03-05"
