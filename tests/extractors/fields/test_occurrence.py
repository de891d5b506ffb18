"""Whether a text tells of an event at all. Every person and body here is invented.

Add a case: to EVENTS a text that tells of one, to NONE one that only looks so.
"""

from __future__ import annotations

import pytest

from extractors.read import read_facts
from extractors.records import Document

TELLER = "นางสาวฟ้าใส รุ้งงามตา รองโฆษกกระทรวงตัวอย่าง"
EVENTS = [
    # Who tells of it has no part in it, but it has its day, or was just before, or is a briefing.
    f"วันนี้ (4 มี.ค. 67) {TELLER} เปิดเผยว่า เมื่อวันที่ 3 มีนาคม 2567 กระทรวงได้หารือกับ นายสมมติ ตั้งใจดี ประธานสมาคม",
    "นายสมมติ ตั้งใจดี รองปลัดกระทรวงตัวอย่าง เปิดเผยภายหลังให้โอวาทแก่คณะเยาวชน ณ ห้องประชุมกระทรวง ว่า ขอให้ทุกคนตั้งใจ",
    f"{TELLER} เปิดเผยว่า เมื่อเร็ว ๆ นี้ได้เป็นประธานการประชุมรับฟังผลการดำเนินงานของกรมตัวอย่าง",
    "วันนี้ (4 มี.ค. 67) เวลา 10.15 น. ณ อาคารรัฐสภา นายสมมติ ตั้งใจดี นายกรัฐมนตรี แถลงนโยบายต่อรัฐสภา",
    # A body that holds something of a name, on a day.
    "เมื่อวันที่ 4 มีนาคม 2567 กลุ่มสาระการเรียนรู้ภาษาไทยได้จัดกิจกรรมวันภาษาถิ่น เพื่อให้เด็กรักถิ่นของตน",
    # เปิดให้บริการ "opens to the public" holds the letters of ปิดให้บริการ "is closed".
    "วันที่ 4 มีนาคม 2567 นายสมมติ ตั้งใจดี เป็นประธานพิธีเปิดให้บริการเรือโดยสาร ณ ท่าเรือตัวอย่าง",
    # Of no name that we know, but somebody holds it.
    "เมื่อวันที่ 29 มิถุนายน 2560 สถาบันวิจัยตัวอย่าง จัดอบรมเชิงปฏิบัติการ :\nเขียนโครงการ\nณ ห้องประชุมชงโค โรงแรมริมธาร",
    # A complaint is taken from somebody.
    "วันนี้ (4 มี.ค. 67) นายสมมติ ตั้งใจดี ปลัดกระทรวงตัวอย่าง รับเรื่องร้องเรียนจาก นางฟ้าใส รุ้งงามตา ประธานมูลนิธิตัวอย่าง",
]
NONE = [
    # Closed, paid, won, passed, applied for.
    "ห้องสมุดประชาชนตัวอย่าง ปิดให้บริการเพื่อตรวจนับหนังสือประจำปี ระหว่างวันที่ 24 – 28 กุมภาพันธ์ 2568 เปิดตามปกติวันที่ 3 มีนาคม",
    "กำหนดชำระค่าธรรมเนียมการศึกษา ภาคเรียนที่ 1/2568 วันที่ 2 - 20 มิถุนายน 2568 ที่ห้องการเงิน อาคาร 1",
    "ขอแสดงความยินดีกับ เด็กหญิงฟ้าใส รุ้งงามตา ที่ได้รับรางวัลเหรียญทอง การแข่งขันคัดลายมือ ปีการศึกษา 2566",
    "ประกาศรายชื่อผู้มีสิทธิ์สอบสัมภาษณ์ ในวันพุธที่ 14 พฤษภาคม 2568 เวลา 09.00 น. ณ ห้องประชุมเล็ก ดังนี้\n1. นายสมมติ ตั้งใจดี",
    # What somebody tells the press, of others' work and of laws.
    f"{TELLER} เปิดเผยว่า นายสมมติ ตั้งใจดี นายกรัฐมนตรี ได้มอบนโยบายให้หน่วยงานดูแลประชาชน และลงพื้นที่ตรวจสอบผู้ประกอบการ",
    # Greetings to all of a people, and a speech without a day, place or name.
    f"วันที่ 4 มีนาคม 2567 {TELLER} เผย นายสมมติ ตั้งใจดี นายกรัฐมนตรี ส่งคำอวยพรต้อนรับเดือนรอมฎอน แก่ชาวไทยมุสลิม",
    "คำปราศรัย นายสมมติ ตั้งใจดี นายกรัฐมนตรี ในโอกาสวันขึ้นปีใหม่\nพี่น้องที่รักทุกคน ปีที่ผ่านมาเราได้ร่วมแรงร่วมใจกัน",
    # What an office does on the way, of which no person is told.
    (
        "สำนักงานตัวอย่างขยายเวลาปิดท่าเรือ\nสำนักงานตัวอย่าง "
        "ลงพื้นที่เตรียมตรวจมาตรฐานก่อนเปิดท่าเรือตัวอย่าง หลังเรือเกยฝั่ง ณ ท่าเรือตัวอย่าง"
    ),
    # A day and a place, but neither a name nor anybody: what is open, what has sunk.
    "ถนนสายตัวอย่างเปิดให้ใช้ฟรี 13 วัน\nวันที่ 29 สิงหาคม 2568 ถนนสายตัวอย่างเปิดให้ใช้ ณ ด่านลมโชย",
    # The Council of University Presidents, whose name begins with a meeting.
    "กระทรวงตัวอย่าง ร่วมมือกับ ที่ประชุมอธิการบดีแห่งประเทศไทย เดินหน้าช่วยเหลือนักเรียนสมัครเรียนฟรี",
]


@pytest.mark.parametrize("text", EVENTS)
def test_an_event_is_told(text: str) -> None:
    assert read_facts(Document("d", "", "text/plain", text)) is not None


@pytest.mark.parametrize("text", NONE)
def test_no_event_is_told(text: str) -> None:
    assert read_facts(Document("d", "", "text/plain", text)) is None
