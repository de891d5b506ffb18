"""Which kind of event, told or foretold, and whether there is one. Persons are invented.

To add a case: a line in the table of its question.
"""

from __future__ import annotations

import pytest

from extractors.fields import days, kind, occurrence, people
from extractors.records import Document, Found


def facts_of(text: str, name: str | None = None, published: str | None = None) -> dict[str, object]:
    """What days and kind find; `name` is the event's name, where another finder would have found it."""
    document = Document("x/1", "", "text/plain", text, published=published)
    facts = dict(days.find(document, {}))
    if name:
        facts["title"] = Found(name, text.index(name), text.index(name) + len(name), "test")
    facts.update(kind.find(document, facts))
    for found in facts.values():
        assert 0 <= found.start < found.end <= len(text)
    values: dict[str, object] = {path: found.value for path, found in facts.items()}
    return values | {"tells": occurrence.tells(document, facts)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("การประชุมคณะกรรมการห้องสมุด ครั้งที่ 3/2567", "meeting"),
        ("การประชุมเชิงปฏิบัติการเขียนแผน", "workshop"),
        ("โครงการอบรมเชิงปฏิบัติการทำว่าว", "training"),
        ("การประชุมสัมมนาครูดนตรี", "seminar"),
        ("การบรรยายพิเศษ เรื่อง การอบรมเลี้ยงดู", "seminar"),
        ("การประชุมวิชาการระดับชาติ ครั้งที่ 9", "conference"),
        ("พิธีเปิดการอบรมครูใหม่", "training"),
        ("พิธีเปิดในการอบรมครูใหม่", "training"),
        ("พิธีไหว้ครู", "ceremony"),
        ("นิทรรศการภาพถ่ายเมืองเก่า", "exhibition"),
        ("งานเปิดโลกวิชาการ", "exhibition"),
        ("งานสัปดาห์วิทยาศาสตร์", "exhibition"),
        ("เปิดบ้านวิชาการ", "exhibition"),
        ("แถลงข่าวงานวิ่ง", "press"),
        ("ศึกษาดูงานโรงเรียนริมน้ำ", "visit"),
        ("โครงการบริจาคโลหิต", "other"),
    ],
)
def test_type_by_the_name(name: str, expected: str) -> None:
    text = f"ข่าวโรงเรียน\nเมื่อวันที่ 5 มีนาคม 2567 โรงเรียนจัด{name} ณ หอประชุม"
    assert facts_of(text, name)["type"] == expected


@pytest.mark.parametrize(
    ("text", "published", "phase"),
    [
        ("ขอเชิญร่วมสัมมนาครู ในวันที่ 5 มีนาคม 2567 เวลา 09.00 น.", None, "announcement"),
        ("เปิดอบรมครู วันที่ 5 มีนาคม 2567 รับสมัครตั้งแต่บัดนี้", None, "announcement"),
        ("โรงเรียนกำหนดจัดสัมมนาครู วันที่ 5 มีนาคม 2567", None, "announcement"),
        ("เมื่อวันที่ 5 มีนาคม 2567 โรงเรียนจัดสัมมนาครู", None, "report"),
        ("ตามมติที่ประชุมครู กำหนดการประชุม ในวันที่ 5 มีนาคม 2567 จึงขอเรียนเชิญครูเข้าประชุม", None, "announcement"),
        ("วันที่ 5 มีนาคม 2567 โรงเรียนจัดการประชุมเตรียมจัดงานวันครู ครูใหญ่เป็นประธาน", None, "report"),
        ("วันที่ 5 มีนาคม 2567 ครูเข้าพบผู้ปกครอง และได้เชิญชวนให้ร่วมงาน", None, "report"),
        ("วันที่ 5 มีนาคม 2567 โรงเรียนจัดสัมมนาครู ณ หอประชุม", "2024-02-01T09:00:00", "announcement"),
        ("วันที่ 5 มีนาคม 2567 โรงเรียนจัดสัมมนาครู ณ หอประชุม", "2024-03-06T09:00:00", "report"),
        ("สัมมนาครู\nเมื่อวันที่ 5 มีนาคม 2567 มีผู้สนใจเข้าร่วมจำนวนมาก", None, "report"),
    ],
)
def test_phase(text: str, published: str | None, phase: str) -> None:
    found = facts_of(text, published=published)
    assert (found["phase"], found["status"]) == (phase, "announced" if phase == "announcement" else "held")


def test_who_presides_that_day_is_there_whatever_the_headline_says_is_prepared() -> None:
    text = "ผอ. เตรียมจัดประชุมร่วมกับเทศบาล\nวันที่ 5 มีนาคม 2567 นางสมมติ ตั้งใจดี เป็นประธานการประชุมครู"
    document = Document("x/1", "", "text/plain", text, published="2024-03-05T09:00:00")
    facts = dict(days.find(document, {}))
    assert kind.find(document, facts)["phase"].value == "announcement"
    facts.update(people.find(document, facts))
    assert kind.find(document, facts)["phase"].value == "report"


def test_what_is_cancelled_was_not_held() -> None:
    because = "เนื่องด้วยน้ำท่วมเส้นทางและอาคารหลายแห่งยังไม่มีไฟฟ้าใช้ คณะทำงานพิจารณาแล้วเห็นว่าไม่ปลอดภัยต่อผู้เข้าประชุม จึง"
    assert facts_of(f"{because}ขอยกเลิกการประชุมครูในวันที่ 5 มีนาคม 2567")["phase"] == "announcement"
    assert facts_of(f"{because}ขอเชิญชมภาพการประชุมครูในวันที่ 5 มีนาคม 2567")["phase"] == "report"


def test_what_was_moved_is_to_come() -> None:
    text = "เลื่อนการจัดประชุมครู จากเดิมวันที่ 5 มีนาคม 2567 เป็นวันที่ 9 มีนาคม 2567 ณ หอประชุม"
    assert facts_of(text)["phase"] == "announcement"
    assert facts_of(f"{text} เมื่อวันที่ 9 มีนาคม 2567 ได้จัดแล้ว")["phase"] == "report"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ขอยกเลิกการประชุมครู วันที่ 5 มีนาคม 2567", "cancelled"),
        ("ขอเลื่อนการประชุมครู จากเดิมวันที่ 5 มีนาคม 2567 เป็นวันที่ 9 มีนาคม 2567", "postponed"),
        ("ประกาศเลื่อนการอบรมครูออกไปไม่มีกำหนด", "postponed"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert facts_of(text)["status"] == status


OPENS = "วันที่ 5 มีนาคม 2564 นางมาลี ใจงาม รองผู้อำนวยการ "


@pytest.mark.parametrize(
    ("text", "name", "tells"),
    [
        (OPENS + "เป็นประธานการประชุมกรรมการห้องสมุด ณ หอประชุม", "การประชุมกรรมการห้องสมุด", True),
        (OPENS + "กล่าวชี้แจงกรณีเครื่องกรองน้ำชำรุด ว่าได้ซ่อมแล้ว", None, False),
        (OPENS + "เปิดเผยว่า ราคาสมุดจะไม่ขึ้นในปีนี้", None, False),
        (OPENS + "เปิดเผยว่า ได้ประชุมกรรมการห้องสมุดแล้ว", "ประชุมกรรมการห้องสมุด", True),
        ("ประกาศเตือน\nจะมีฝนฟ้าคะนองร้อยละ 60 ของพื้นที่", None, False),
        ("น้ำดื่มสะอาด\nดื่มน้ำวันละแปดแก้ว", None, False),
    ],
)
def test_whether_there_is_an_event(text: str, name: str | None, tells: bool) -> None:
    assert facts_of(text, name)["tells"] is tells


def test_nothing_in_nothing() -> None:
    assert facts_of("") == {"tells": False}
