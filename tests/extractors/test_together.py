"""One event from a page and its attachments."""

from __future__ import annotations

from extractors.read import read_event
from extractors.records import Document, Event

TITLE = "การอบรมเชิงปฏิบัติการทำน้ำหมักชีวภาพ"
PAGE = f"ขอเชิญเข้าร่วม{TITLE} วันศุกร์ที่ 24 มิถุนายน 2565"
MONTH = f"ขอเชิญเข้าร่วม{TITLE} ในเดือนมิถุนายน 2565 ที่จังหวัดน่าน"
PROGRAMME = f"""กำหนดการ
{TITLE}
วันศุกร์ที่ 24 มิถุนายน 2565 เวลา 09.00 - 12.00 น. ณ ศาลาประชาคมบ้านหนองไผ่ล้อม จังหวัดน่าน
09.00 - 10.30 น. บรรยาย เรื่อง เลือกวัตถุดิบ
10.30 - 12.00 น. ฝึกปฏิบัติ เรื่อง ทำน้ำหมักหนึ่งถัง"""
OTHER_DAY = PROGRAMME.replace("24 มิถุนายน", "15 กรกฎาคม")
OTHER_TITLE = "ขอเชิญร่วมงานกฐินสามัคคี ณ วัดป่าริมห้วย จังหวัดเลย"


def told(*texts: str) -> Event:
    kinds = ["page", *["attachment"] * len(texts)]
    documents = [Document(f"s/{n}", "", "text/plain", text, kinds[n]) for n, text in enumerate(texts)]
    event = read_event(documents)
    assert event is not None
    return event


def source(event: Event, path: str) -> set[str]:
    return {place.document for place in event.evidence[path]}


def test_an_attachment_completes_the_page_and_evidence_says_so() -> None:
    event = told(PAGE, PROGRAMME)
    assert (event.start, event.time, event.venue) == ("2022-06-24", "09:00", "ศาลาประชาคมบ้านหนองไผ่ล้อม")
    assert source(event, "start") == {"s/0"}
    assert source(event, "venue") == source(event, "agenda[0].title") == {"s/1"}


def test_a_day_goes_before_a_month_and_a_venue_before_a_province() -> None:
    event = told(MONTH, PROGRAMME)
    assert (event.start, event.end, event.date_edtf) == (
        "2022-06-24",
        "2022-06-24",
        told(PROGRAMME).date_edtf,
    )
    assert (event.venue, event.province) == ("ศาลาประชาคมบ้านหนองไผ่ล้อม", "น่าน")
    assert source(event, "start") == source(event, "province") == {"s/1"}
    assert source(event, "title") == {"s/0"}


def test_what_is_told_of_another_day_is_another_event() -> None:
    assert told(PAGE, OTHER_DAY) == told(PAGE)
    assert told(MONTH, OTHER_DAY) == told(MONTH)


def test_what_is_told_under_another_title_is_another_event() -> None:
    assert told(PAGE, OTHER_TITLE) == told(PAGE)


def test_what_is_another_event_hides_no_later_attachment() -> None:
    assert len(told(PAGE, OTHER_DAY, PROGRAMME).agenda) == 2


def test_a_page_that_tells_nothing_leaves_the_word_to_its_attachment() -> None:
    event = told("ดาวน์โหลดเอกสาร", PROGRAMME)
    assert (event.start, len(event.agenda)) == ("2022-06-24", 2)
