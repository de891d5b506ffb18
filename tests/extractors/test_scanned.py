"""Numbers that OCR read are no dates or times by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.official import read_official
from extractors.read import read_event
from extractors.records import Document

TEXT = "ขอเชิญร่วมประชุมครู ในวันพุธที่ ๒๓ ธันวาคม ๒๕๖๙ เวลา ๐๙.๐๐ น. ณ ห้องประชุมสายธาร โรงเรียนตัวอย่าง"


def scanned(text: str, **more: object) -> Document:
    return replace(Document("d", "", "image/png", text, scanned=((0, len(text)),)), **more)


def test_a_day_with_its_weekday_is_kept_and_marked_and_a_time_is_not() -> None:
    event = read_event([scanned(TEXT)])
    assert event is not None
    assert (event.start, event.end, event.time) == ("2026-12-23", "2026-12-23", None)
    assert event.evidence["start"][0].rule.endswith("-ocr")
    assert event.evidence["start"][0].confidence <= 0.85
    assert event.venue == "ห้องประชุมสายธาร โรงเรียนตัวอย่าง"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("๒๕๖๙", "๒๕๒๕"),  # as Tesseract misreads it: a Thursday
        TEXT.replace("พุธ", "ศุกร์"),
        TEXT.replace("วันพุธที่", "วันที่"),
        TEXT.replace("๒๓ ธันวาคม", "๒๓ - ๒๕ ธันวาคม"),  # of the last day there is no weekday
    ],
)
def test_a_day_without_its_weekday_is_no_day(text: str) -> None:
    event = read_event([scanned(text)])
    assert event is not None
    assert (event.start, event.end, event.time, event.weekday_conflict) == (None, None, None, None)


def test_a_day_far_from_the_publication_is_no_day() -> None:
    event = read_event([scanned(TEXT, published="2020-01-01")])
    assert event is not None
    assert event.start is None


def test_what_no_ocr_read_stays_as_it_is() -> None:
    """The second page alone is a scan."""
    text = f"{TEXT}\nติดต่อ โทร. ๐ ๒๕๕๕ ๐๑๐๐"
    whole = read_event([Document("d", "", "application/pdf", text)])
    partly = read_event([replace(scanned(text), scanned=((len(TEXT) + 1, len(text)),))])
    assert partly == whole
    assert whole is not None
    assert whole.time == "09:00"


def test_the_page_tells_the_day_of_the_scan() -> None:
    page = Document("p", "", "text/html", "ขอเชิญร่วมประชุมครู วันที่ 23 ธันวาคม 2569 เวลา 09.00 น.")
    event = read_event([page, scanned(TEXT.replace("๒๕๖๙", "๒๕๒๕"))])
    assert event is not None
    assert (event.start, event.time, event.venue) == (
        "2026-12-23",
        "09:00",
        "ห้องประชุมสายธาร โรงเรียนตัวอย่าง",
    )


def test_a_programme_keeps_its_items_without_their_hours() -> None:
    text = "กำหนดการประชุมครู\n๐๙.๐๐ - ๑๐.๐๐ น. พิธีเปิด\n๑๐.๐๐ - ๑๒.๐๐ น. บรรยาย เรื่อง นกน้ำ โดย นายสมมติ ตั้งใจดี"
    event = read_event([scanned(text)])
    assert event is not None
    assert [(item.start, item.title) for item in event.agenda] == [
        (None, "พิธีเปิด"),
        (None, "บรรยาย เรื่อง นกน้ำ"),
    ]


def test_a_letter_keeps_its_subject_and_loses_its_number_and_day() -> None:
    text = "ที่ ศธ ๐๔๐๙๙/ว ๑\n๑ มีนาคม ๒๕๖๗\nเรื่อง ขอเชิญประชุม\nเรียน ผู้อำนวยการโรงเรียน\nด้วยจะจัดประชุมครู"
    plain, read = read_official(replace(scanned(text), scanned=())), read_official(scanned(text))
    assert plain is not None
    assert read is not None
    assert (plain.number, plain.date) == ("ศธ 04099/ว 1", "2024-03-01")
    assert (read.number, read.date, read.subject) == (None, None, "ขอเชิญประชุม")
