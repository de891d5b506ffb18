"""Who has which part. Every person and body here is invented.

Add a case: to PARTS the text with (name, role, position, topic) of everyone
who must be found, in the text's order; to NOBODY a text that names people
without a part in its event.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractors.fields.people import find
from extractors.records import Document, Found

ONE, TWO, THREE = "สมมติ ตั้งใจดี", "ฟ้าใส รุ้งงามตา", "ก้องภพ เสียงกังวาน"
PARTS = [
    # An hour beside the day makes no programme of a report.
    (
        f"วันศุกร์ที่ 3 มีนาคม 2566 เวลา 08.30 น. เทศบาลลมโชย โดย นาย{ONE} นายกเทศมนตรี จัดโครงการกีฬาเด็กเล็ก",
        [(ONE, "lead", "นายกเทศมนตรี", None)],
    ),
    # Who opens is told at the end of the opening; the next line goes on with what he did.
    (
        f"พิธีเปิดโครงการอบรมเชิงปฏิบัติการระบบควบคุมกำกับดูแลงานอุตสาหกรรมในเขตพัฒนาพิเศษ โดย ดร.{ONE} ผู้อำนวยการสถาบัน",
        [(ONE, "opener", "ผู้อำนวยการสถาบัน", None)],
    ),
    (
        f"โดยได้รับเกียรติจากท่านรองเลขาธิการคณะกรรมการตัวอย่าง (ดร.{ONE})\n"
        "มาเป็นประธานในพิธีเปิดการอบรมครูแกนนำของสำนักงาน",
        [(ONE, "chair", "รองเลขาธิการคณะกรรมการตัวอย่าง", None)],
    ),
    # The head of a council of rectors attends its meeting; who signs is behind a mark.
    (
        f"นาย{ONE} อธิการบดี ในฐานะประธานที่ประชุมคณะกรรมการอธิการบดี เข้าร่วมการประชุม",
        [(ONE, "participant", "อธิการบดี", None)],
    ),
    (
        f"ลงนามบันทึกความเข้าใจ ระหว่าง เทศบาลลมโชย โดย #นาง{ONE} นายกเทศมนตรี "
        f"กับ โรงเรียนลมโชย โดย นาย{THREE} ผู้อำนวยการ",
        [(ONE, "signatory", "นายกเทศมนตรี", None), (THREE, "signatory", "ผู้อำนวยการ", None)],
    ),
    # Topics end where the programme is told, and each is its own speaker's.
    (
        f"นาย{ONE} เลขาธิการ เป็นประธานในพิธีเปิด และบรรยายพิเศษ เรื่อง อ่านสร้างชาติ กิจกรรมประกอบด้วย "
        f"การบรรยายเรื่อง หนังสือกับเด็กเล็ก โดย นาง{TWO} บรรณารักษ์ หอสมุดลมโชย",
        [
            (ONE, "chair", "เลขาธิการ", "อ่านสร้างชาติ"),
            (TWO, "speaker", "บรรณารักษ์ หอสมุดลมโชย", "หนังสือกับเด็กเล็ก"),
        ],
    ),
    (
        f"นาย{ONE} เป็นประธานเปิดการประชุมพร้อมบรรยายพิเศษ เรื่อง ครูของเรา "
        f"ร่วมด้วย นาง{TWO} ผู้อำนวยการกลุ่มพัฒนาครูและบุคลากรทางการศึกษา",
        [
            (ONE, "chair", None, "ครูของเรา"),
            (TWO, "participant", "ผู้อำนวยการกลุ่มพัฒนาครูและบุคลากรทางการศึกษา", None),
        ],
    ),
    # Whom somebody takes along takes part; who travels with somebody too.
    (
        f"วันที่ 8 สิงหาคม 2565 รศ.{ONE} รองคณบดี นำ ดร.{TWO} เข้าเยี่ยมชมโครงการ",
        [(ONE, "lead", "รองคณบดี", None), (TWO, "participant", None, None)],
    ),
    (
        f"นาย{ONE} ผู้อำนวยการวิทยาลัย ได้เดินทางพร้อมรองปลัดกระทรวง ไปศึกษาดูงาน",
        [(ONE, "participant", "ผู้อำนวยการวิทยาลัย", None)],
    ),
    # The chair, and who came.
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม โดยมี นางสาว{TWO} รองปลัดกระทรวงตัวอย่าง "
        f"นาย{THREE} อธิบดีกรมตัวอย่าง และเจ้าหน้าที่ที่เกี่ยวข้อง เข้าร่วม ณ ห้องประชุม 1",
        [
            (ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None),
            (TWO, "participant", "รองปลัดกระทรวงตัวอย่าง", None),
            (THREE, "participant", "อธิบดีกรมตัวอย่าง", None),
        ],
    ),
    # Who heads the holding of it leads; who is said to welcome does no more than that.
    (
        f"โดยมีนาย{ONE} เป็นประธานจัดการแข่งขันคัดลายมือ ณ ห้องประชุม 1",
        [(ONE, "lead", None, None)],
    ),
    (
        f"โดยมี นาย{ONE} อุปนายกสภาตัวอย่าง เป็นประธานในพิธีเปิด   โดย นางสาว{TWO} เป็นผู้กล่าวต้อนรับ",
        [(ONE, "chair", "อุปนายกสภาตัวอย่าง", None), (TWO, "guest", None, None)],
    ),
    # Both sides sign, each led by somebody; who signs and bears witness signs.
    (
        f"คณะตัวอย่าง นำโดย นาย{ONE} คณบดี ลงนามบันทึกข้อตกลง ร่วมกับ กลุ่มทอผ้าลมโชย นำโดย นางสาว{TWO} ประธานกลุ่มฯ",
        [(ONE, "signatory", "คณบดี", None), (TWO, "signatory", "ประธานกลุ่มฯ", None)],
    ),
    (
        f"นาย{ONE} ผู้อำนวยการสำนักตัวอย่าง และนาย{THREE} ร่วมลงนามและเป็นสักขีพยานบันทึกข้อตกลง",
        [(ONE, "signatory", "ผู้อำนวยการสำนักตัวอย่าง", None), (THREE, "signatory", None, None)],
    ),
    # Behind a policy; who lays flowers with others leads them.
    (
        f"ครูเข้าร่วมประชุม สอดคล้องตามนโยบายรัฐบาล โดยนาย{ONE} นายอำเภอ เป็นประธาน ที่ห้องประชุม 1",
        [(ONE, "chair", "นายอำเภอ", None)],
    ),
    (
        f"นาย{ONE} คณบดีคณะตัวอย่าง พร้อมผู้บริหารและตัวแทนบุคลากรของคณะ วางพานพุ่มถวายราชสักการะ",
        [(ONE, "lead", "คณบดีคณะตัวอย่าง", None)],
    ),
    # The topic on a line of its own beside the speaker's.
    (
        f"อบรมครู\n🎤 วิทยากร : ดร.{THREE}\n📌 หัวข้อ : การสอนนอกห้องเรียน\n📍 หอประชุม",
        [(THREE, "speaker", None, "การสอนนอกห้องเรียน")],
    ),
    # Whose thesis it is speaks; the examiners sit on it.
    (
        f"สอบป้องกันวิทยานิพนธ์\nผู้สอบ: นางสาว{TWO}\nเรื่อง: ห้องเรียนริมน้ำ\nคณะกรรมการสอบ\nรศ.ดร.{ONE} ประธานกรรมการ\n"
        f"ผศ.ดร.{THREE} กรรมการ",
        [
            (TWO, "speaker", None, "ห้องเรียนริมน้ำ"),
            (ONE, "chair", "ประธานกรรมการ", None),
            (THREE, "participant", "กรรมการ", None),
        ],
    ),
    (
        f"ขอเชิญฟังการสอบดุษฎีนิพนธ์ ของ นาย{THREE} นิสิต โดยมี รศ.ดร.{ONE} เป็นประธานกรรมการสอบ",
        [(THREE, "speaker", None, None), (ONE, "chair", None, None)],
    ),
    # A clan's name in two words; two surnames.
    ("นางดาวเรือง แซ่ โค้ว เข้าร่วมประชุม", [("ดาวเรือง แซ่ โค้ว", "participant", None, None)]),
    (
        f"นาง{TWO} เสียงกังวาน รองผู้อำนวยการ กล่าวรายงาน",
        [(f"{TWO} เสียงกังวาน", "participant", "รองผู้อำนวยการ", None)],
    ),
    # Sent by somebody in brackets.
    (
        f"นำทีมโดย นาย{ONE} นักวิชาการศึกษา ซึ่งได้รับมอบหมายจาก ท่านผู้อำนวยการสำนักตัวอย่าง (นาย{THREE}) ได้เดินทางลงพื้นที่",
        [(ONE, "lead", "นักวิชาการศึกษา", None)],
    ),
    # Comes to it as its lecturer.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เข้าร่วมเป็นวิทยากรบรรยายหลักสูตรลมโชย รุ่นที่ 6",
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Presents a vision, and opens; sits as the head of a committee that is counted.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง ร่วมแถลงวิสัยทัศน์ และเปิดงานลมโชยเดย์ โดยมี นาย{THREE} เข้าร่วม",
        [(ONE, "opener", "ปลัดกระทรวงตัวอย่าง", None), (THREE, "participant", None, None)],
    ),
    (
        f"นาย{ONE} ในฐานะประธานคณะกรรมการกองทุนลมโชย ครั้งที่ 8/2567 โดยมี นาย{THREE} เข้าร่วม",
        [(ONE, "chair", None, None), (THREE, "participant", None, None)],
    ),
    # What somebody says of another is not what he did.
    (
        f"นาย{ONE} เป็นประธานเปิดงานเทศกาลลมโชย พร้อมด้วย นาย{THREE}\nส่วนนาย{THREE} กล่าวว่า ในนามของชาวลมโชย"
        " รู้สึกเป็นเกียรติที่ท่านปลัดมาเป็นประธานในพิธี",
        [(ONE, "chair", None, None), (THREE, "participant", None, None)],
    ),
    # Two sides of an agreement, each by who signs for it.
    (
        f"พิธีลงนามบันทึกข้อตกลงการใช้บัตรร่วม ระหว่าง กรมตัวอย่าง โดย นาย{ONE} อธิบดีกรมตัวอย่าง"
        f" กับ การรถไฟตัวอย่าง โดย นางสาว{TWO} ผู้ว่าการตัวอย่าง ณ ห้องประชุม 1",
        [(ONE, "signatory", "อธิบดีกรมตัวอย่าง", None), (TWO, "signatory", "ผู้ว่าการตัวอย่าง", None)],
    ),
    # The sentence is broken into lines before the last of a list; a post glued to a surname.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง พร้อมด้วย นางสาว{TWO}รองเลขาธิการสภาตัวอย่าง\nและนาย{THREE} เข้าพบคณะครู",
        [
            (ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None),
            (TWO, "participant", "รองเลขาธิการสภาตัวอย่าง", None),
            (THREE, "participant", None, None),
        ],
    ),
    # Sent to sit on it; sent, he says himself.
    (
        f"นาย{ONE} ได้รับมอบหมายจากปลัดกระทรวงตัวอย่าง ให้เป็นกรรมการ และเข้าร่วมประชุมคณะกรรมการ ณ ห้องประชุม 1",
        [(ONE, "participant", None, None)],
    ),
    (
        f"นาย{ONE} ผู้ว่าราชการจังหวัดตัวอย่าง เปิดเผยว่า ปลัดกระทรวงได้มอบหมายให้ตนเป็นประธานในพิธีมอบถังน้ำ",
        [(ONE, "chair", "ผู้ว่าราชการจังหวัดตัวอย่าง", None)],
    ),
    # Who heads those before the press leads.
    (
        f"ผู้บริหาร นำโดย นาย{ONE} ผู้ว่าการตัวอย่าง พร้อมด้วย นาย{THREE} ร่วมกันแถลงข่าวการช่วยเหลือครู",
        [(ONE, "lead", "ผู้ว่าการตัวอย่าง", None), (THREE, "spokesperson", None, None)],
    ),
    # An abbreviation behind a post, and what somebody else is too, part no list.
    (
        f"นาย{ONE} ประธานศาลตัวอย่าง นางสาว{TWO} เลขาธิการสภาตัวอย่าง (BDE) ในฐานะโฆษกกระทรวงตัวอย่าง พร้อมด้วย "
        f"นาย{THREE} เข้าเยี่ยมชมศูนย์เรียนรู้",
        [
            (ONE, "lead", "ประธานศาลตัวอย่าง", None),
            (TWO, "lead", "เลขาธิการสภาตัวอย่าง", None),
            (THREE, "participant", None, None),
        ],
    ),
    # Presides together with; is welcomed by.
    (
        f"โดยมี นาย{ONE} รัฐมนตรีตัวอย่าง เป็นประธานการประชุมร่วมกับนาย{THREE} ปลัดกระทรวงตัวอย่าง",
        [(ONE, "chair", "รัฐมนตรีตัวอย่าง", None), (THREE, "chair", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"การลงพื้นที่ครั้งนี้ได้รับการต้อนรับจากนาย{ONE} นายอำเภอตัวอย่าง",
        [(ONE, "guest", "นายอำเภอตัวอย่าง", None)],
    ),
    # A post in the news is no moderator's part; who leads those that welcome is a host; นส.
    (
        f"โดยมี นาย{ONE} ผู้อำนวยการสถาบันตัวอย่าง นาย{THREE} ผู้ดำเนินรายการ ข่าวตัวอย่าง และหน่วยงานที่เกี่ยวข้อง เข้าร่วม",
        [
            (ONE, "participant", "ผู้อำนวยการสถาบันตัวอย่าง", None),
            (THREE, "participant", None, None),
        ],
    ),
    (
        f"โดยมี นส.{TWO} ผู้ว่าราชการจังหวัดตัวอย่าง นำทีมแม่บ้านให้การต้อนรับ",
        [(TWO, "guest", "ผู้ว่าราชการจังหวัดตัวอย่าง", None)],
    ),
    # Who welcomes and confers heads the host side; as what somebody welcomes is an aside.
    (
        f"นาย{ONE} รัฐมนตรีตัวอย่าง ได้ให้การต้อนรับและหารือกับคณะครู",
        [(ONE, "lead", "รัฐมนตรีตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ผู้ช่วยปลัดกระทรวงตัวอย่าง ในฐานะอธิบดีเกียรติยศให้การต้อนรับคณะครู",
        [(ONE, "guest", "ผู้ช่วยปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Both sides sign; led by the first of two; who goes along with others leads them.
    (
        f"กรมลมโชย จัดพิธีลงนามบันทึกข้อตกลงชำระเงิน ระหว่าง กรมลมโชย โดย นาย{ONE} อธิบดีกรมลมโชย กับ การทางตัวอย่าง "
        f"โดย นาย{THREE} ผู้ว่าการการทางตัวอย่าง",
        [(ONE, "signatory", "อธิบดีกรมลมโชย", None), (THREE, "signatory", "ผู้ว่าการการทางตัวอย่าง", None)],
    ),
    (
        f"ประชุมหารือกับบริษัทตัวอย่าง นำโดยนาย{ONE} ประธานบริษัทตัวอย่าง นาย{THREE} รองประธานบริษัทตัวอย่าง",
        [
            (ONE, "lead", "ประธานบริษัทตัวอย่าง", None),
            (THREE, "participant", "รองประธานบริษัทตัวอย่าง", None),
        ],
    ),
    (
        f"นาย{ONE} นายกรัฐมนตรี พร้อมด้วย นาย{THREE} รองปลัดกระทรวงตัวอย่าง ร่วมลงพื้นที่ตรวจเขื่อน",
        [(ONE, "lead", "นายกรัฐมนตรี", None), (THREE, "participant", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    # A headline that breaks off within a name names nobody else.
    (
        f"นาย{ONE} เป็นประธานการประชุม โดยมี นายก้องภพ เสียงกัง\nนาย{ONE} เป็นประธานการประชุม โดยมี นาย{THREE} เข้าร่วม",
        [(ONE, "chair", None, None), (THREE, "participant", None, None)],
    ),
    # In brackets after the post; lectures too.
    (
        f"ได้รับเกียรติจากท่านรองเลขาธิการสภาตัวอย่าง (ว่าที่ร้อยตรี{ONE}) มาเป็นประธานในพิธีเปิดและบรรยายพิเศษ"
        "ในหัวข้อเรื่อง ปลูกป่าในใจคน โดยกิจกรรมมีสองวัน",
        [(ONE, "chair", "รองเลขาธิการสภาตัวอย่าง", "ปลูกป่าในใจคน")],
    ),
    # Who is to be trained, and who trains.
    (
        f"การอบรมครูภาษาไทย มีผู้เข้ารับการอบรมดังนี้\n๑. นาย{ONE} โรงเรียนบ้านทุ่ง\n๒. นาง{TWO} โรงเรียนบ้านสวน",
        [(ONE, "participant", "โรงเรียนบ้านทุ่ง", None), (TWO, "participant", "โรงเรียนบ้านสวน", None)],
    ),
    # A post of the police, in short.
    (f"พล.ต.ต.{ONE} ผบก.ภ.จว.ตัวอย่าง เป็นประธานการประชุม", [(ONE, "chair", "ผบก.ภ.จว.ตัวอย่าง", None)]),
    # A cell of a programme's row.
    (
        f"กำหนดการ\n09.00-09.15 น.\tพิธีเปิด\tดร.{TWO} อธิการบดี"
        f"\n09.15-12.00 น.\tบรรยายพิเศษ “ครูในอนาคต”\tดร.{ONE}",
        [(TWO, "opener", "อธิการบดี", None), (ONE, "speaker", None, "ครูในอนาคต")],
    ),
    # A title that is a whole name, where it goes to a ceremony; not where it is told of in passing.
    (
        "สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี"
        " เสด็จพระราชดำเนินแทนพระองค์ไปในพิธีพระราชทานปริญญาบัตร",
        [("สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี", "chair", None, None)],
    ),
    (
        f"การแข่งขันชิงถ้วยพระราชทานพระบาทสมเด็จพระเจ้าอยู่หัว นาย{ONE} เป็นประธานเปิด",
        [(ONE, "chair", None, None)],
    ),
    # What is done is no topic.
    (
        f"ศ.ดร.{ONE} ปาฐกถาพิเศษ และเสวนาโดย ดร.{TWO}",
        [(ONE, "speaker", None, None), (TWO, "speaker", None, None)],
    ),
    # A monk, whose sermon has a topic as a lecture has.
    (
        "พระมหาสมมติ ปิยธมฺโม วัดตัวอย่าง แสดงพระธรรมเทศนา เรื่อง ความเพียร ณ หอประชุม",
        [("สมมติ ปิยธมฺโม", "speaker", None, "ความเพียร")],
    ),
    # Speakers, the topic after each, before each, and once in quotation marks.
    (
        f"วิทยากรประกอบด้วย ดร.{ONE} อาจารย์คณะศึกษาศาสตร์ บรรยายเรื่อง อ่านแผนที่ "
        f"และ นาย{THREE} ครูชำนาญการ บรรยายเรื่อง วาดแผนที่",
        [(ONE, "speaker", "อาจารย์คณะศึกษาศาสตร์", "อ่านแผนที่"), (THREE, "speaker", "ครูชำนาญการ", "วาดแผนที่")],
    ),
    (
        f"มีการบรรยายเกี่ยวกับการเลี้ยงผึ้งชันโรง โดย นาง{TWO} ข้าราชการบำนาญ "
        f"การทำเทียนจากไขผึ้ง โดย นาย{THREE} ครูชำนาญการ",
        [
            (TWO, "speaker", "ข้าราชการบำนาญ", "การเลี้ยงผึ้งชันโรง"),
            (THREE, "speaker", "ครูชำนาญการ", "การทำเทียนจากไขผึ้ง"),
        ],
    ),
    (
        f"การปาฐกถาพิเศษเรื่อง “น้ำคือชีวิต” โดย คุณ{TWO} ประธานมูลนิธิตัวอย่าง",
        [(TWO, "speaker", "ประธานมูลนิธิตัวอย่าง", "น้ำคือชีวิต")],
    ),
    # The chair's own lecture is nobody else's, nor is one speaker's the next one's.
    (
        f"นาย{ONE} เป็นประธานในพิธีเปิดและบรรยายพิเศษ เรื่อง “แผ่นดินของเรา” และได้รับเกียรติจากวิทยากร ได้แก่ "
        f"ผศ.ดร.{TWO} อาจารย์คณะศึกษาศาสตร์ บรรยายในหัวข้อ “อ่านแผนที่” และ นาย{THREE} ครูชำนาญการ สาธิตการสอน",
        [
            (ONE, "chair", None, "แผ่นดินของเรา"),
            (TWO, "speaker", "อาจารย์คณะศึกษาศาสตร์", "อ่านแผนที่"),
            (THREE, "speaker", "ครูชำนาญการ", None),
        ],
    ),
    (
        f"นาง{ONE} เป็นประธานเปิดการอบรม และมีการบรรยายเรื่อง อ่านแผนที่ โดย นาย{THREE} ครูชำนาญการ",
        [(ONE, "chair", None, None), (THREE, "speaker", "ครูชำนาญการ", "อ่านแผนที่")],
    ),
    # Whose lecture it is, and behind the name on what; the next one's topic without another verb.
    (
        f"ต่อด้วยการบรรยายของ ดร.{ONE} ที่ปรึกษา เรื่อง “อ่านแผนที่” และ รศ.ดร.{TWO} อาจารย์คณะศึกษาศาสตร์ "
        "ในหัวข้อ “วาดแผนที่”",
        [
            (ONE, "speaker", "ที่ปรึกษา", "อ่านแผนที่"),
            (TWO, "speaker", "อาจารย์คณะศึกษาศาสตร์", "วาดแผนที่"),
        ],
    ),
    (
        f"พบกับการบรรยายพิเศษจาก ศ.{ONE} หัวข้อ แผ่นดินของเรา และการเสวนาเรื่อง ครูกับแผนที่ โดย นาง{TWO} และนาย{THREE}",
        [
            (ONE, "speaker", None, "แผ่นดินของเรา"),
            (TWO, "speaker", None, "ครูกับแผนที่"),
            (THREE, "speaker", None, "ครูกับแผนที่"),
        ],
    ),
    (
        f"ศ.{ONE} บรรยายพิเศษเรื่อง “แผ่นดินของเรา” จากนั้นเป็นการเสวนา “โรงเรียนของเรา” โดยมี นาง{TWO} เป็นผู้ร่วมเสวนา",
        [(ONE, "speaker", None, "แผ่นดินของเรา"), (TWO, "speaker", None, "โรงเรียนของเรา")],
    ),
    (
        f"วิทยากรช่วงเช้า โดย ดร.{ONE} ในหัวข้อ อ่านแผนที่ และช่วงบ่าย โดย คุณ{TWO} ในหัวข้อ วาดแผนที่",
        [(ONE, "speaker", None, "อ่านแผนที่"), (TWO, "speaker", None, "วาดแผนที่")],
    ),
    # Two sides sign, each by whom it names.
    (
        f"มหาวิทยาลัยลมโชย โดย ดร.{ONE} อธิการบดี และเทศบาลเมืองลมโชย โดย นาย{THREE} นายกเทศมนตรี "
        "ร่วมลงนามบันทึกข้อตกลง",
        [(ONE, "signatory", "อธิการบดี", None), (THREE, "signatory", "นายกเทศมนตรี", None)],
    ),
    # A post before a bracketed name, glued to the word before it.
    (
        f"ผู้อำนวยการกองช่าง (นาย{ONE}) พร้อมด้วยรองผู้อำนวยการ (นาย{THREE}) ร่วมประชุม",
        [(ONE, "participant", "ผู้อำนวยการกองช่าง", None), (THREE, "participant", "รองผู้อำนวยการ", None)],
    ),
    # The chair's lecture, and then the talk of somebody else; a topic of three letters.
    (
        f"นาย{ONE} เป็นประธานและบรรยายพิเศษในหัวข้อเรื่อง “แผ่นดินของเรา” วิทยากรให้ความรู้ในเรื่อง PLC โดย ดร.{TWO} "
        f"เรื่อง Coaching โดย รศ.{THREE}",
        [
            (ONE, "chair", None, "แผ่นดินของเรา"),
            (TWO, "speaker", None, "PLC"),
            (THREE, "speaker", None, "Coaching"),
        ],
    ),
    (f"จัดอบรม ณ หอประชุม วิทยากรพิเศษ คุณ{TWO} นักเขียน", [(TWO, "speaker", "นักเขียน", None)]),
    # What begins the next line says what the next one is.
    (
        f"จัดค่ายอาสา\nอาจารย์ที่ปรึกษาโครงการ ผศ.{ONE}\nผู้ประสานงาน นาย{THREE} โทร 089-0000000",
        [(ONE, "participant", None, None)],
    ),
    (
        f"กำหนดการ\n09.00 - 09.30 น. พิธีเปิดและปาฐกถาพิเศษ โดย ศ.{ONE}\n"
        f"09.30 - 10.30 น. บรรยาย หัวข้อ “อ่านแผนที่” โดย นาย{THREE}",
        [(ONE, "speaker", None, None), (THREE, "speaker", None, "อ่านแผนที่")],
    ),
    # A nickname before the dash is no topic; a quoted subject needs no colon.
    (
        f"อบรมออนไลน์\nวิทยากรโดย\n👩 ครูนก – นาง{TWO} ครูชำนาญการ",
        [(TWO, "speaker", "ครูชำนาญการ", None)],
    ),
    (
        f"ขอเชิญฟังการบรรยาย\nหัวข้อ “แผ่นดินของเรา”\nวิทยากร: ดร.{ONE}",
        [(ONE, "speaker", None, "แผ่นดินของเรา")],
    ),
    (
        "พระครูสมมติธรรมคุณ เจ้าอาวาสวัดลมโชย ได้แสดงธรรม เรื่อง ความเพียร",
        [("พระครูสมมติธรรมคุณ", "speaker", "เจ้าอาวาสวัดลมโชย", "ความเพียร")],
    ),
    (f"ดร.{ONE} คณบดี เป็นผู้กล่าวเปิดโครงการ", [(ONE, "opener", "คณบดี", None)]),
    # A programme: the hour, the talk, the speaker on the line below.
    (
        f"09.00 - 10.00 น.\nปาฐกถาพิเศษ แผ่นดินของเรา\nดร.{ONE}\nอธิการบดีมหาวิทยาลัยตัวอย่าง\n10.00 - 10.30 น.\nพัก",
        [(ONE, "speaker", "อธิการบดีมหาวิทยาลัยตัวอย่าง", "แผ่นดินของเรา")],
    ),
    # Numbered lists.
    (
        f"ผู้ร่วมเสวนา มีดังนี้\n1) ดร.{ONE} อธิบดีกรมตัวอย่าง\n2) คุณ{TWO} ประธานชมรมตัวอย่าง",
        [(ONE, "speaker", "อธิบดีกรมตัวอย่าง", None), (TWO, "speaker", "ประธานชมรมตัวอย่าง", None)],
    ),
    (
        f"ผู้มาประชุม\n1. นาย{ONE} ประธานกรรมการ\n2. นาง{TWO} กรรมการ\nเริ่มประชุมเวลา 13.35 น.",
        [(ONE, "chair", "ประธานกรรมการ", None), (TWO, "participant", "กรรมการ", None)],
    ),
    # Who assigns is left out, who is assigned takes part.
    (
        f"นาง{TWO} ผู้อำนวยการวิทยาลัยตัวอย่าง มอบหมายให้ นาย{ONE} รองผู้อำนวยการฝ่ายวิชาการ เข้าร่วมการประชุม",
        [(ONE, "participant", "รองผู้อำนวยการฝ่ายวิชาการ", None)],
    ),
    # Led by; hosts and guests.
    (
        f"เครือข่ายตัวอย่าง นำโดย นาย{ONE} ประธานเครือข่ายตัวอย่าง พร้อมด้วยนาย{THREE} เลขาธิการ ร่วมงานเปิดตัวศูนย์",
        [(ONE, "lead", "ประธานเครือข่ายตัวอย่าง", None), (THREE, "participant", "เลขาธิการ", None)],
    ),
    (
        f"นาง{TWO} ผู้อำนวยการโรงเรียนตัวอย่าง พร้อมด้วยคณะครู ร่วมให้การต้อนรับ "
        f"นาย{ONE} ศึกษาธิการจังหวัดตัวอย่าง ในโอกาสเยี่ยมชม",
        [(TWO, "guest", "ผู้อำนวยการโรงเรียนตัวอย่าง", None), (ONE, "lead", "ศึกษาธิการจังหวัดตัวอย่าง", None)],
    ),
    # Signing, with a witness.
    (
        f"ดร.{ONE} อธิการบดีมหาวิทยาลัยตัวอย่าง เป็นผู้ลงนามบันทึกข้อตกลงกับ นาย{THREE} อธิบดีกรมตัวอย่าง "
        f"พร้อมด้วย นาง{TWO} รองอธิบดี ลงนามเป็นสักขีพยาน",
        [
            (ONE, "signatory", "อธิการบดีมหาวิทยาลัยตัวอย่าง", None),
            (THREE, "signatory", "อธิบดีกรมตัวอย่าง", None),
            (TWO, "participant", "รองอธิบดี", None),
        ],
    ),
    # Opens, without being called chair; reports; welcomes.
    (
        f"ผศ.{ONE} คณบดีคณะวิทยาศาสตร์ กล่าวเปิดโครงการ รศ.{THREE} กล่าวต้อนรับ ดร.{TWO} กล่าวรายงาน",
        [
            (ONE, "opener", "คณบดีคณะวิทยาศาสตร์", None),
            (THREE, "guest", None, None),
            (TWO, "participant", None, None),
        ],
    ),
    # Tells the press, of someone else who chairs; together before the press.
    (
        f"นาย{THREE} โฆษกกระทรวงตัวอย่าง เปิดเผยว่า วันพรุ่งนี้ "
        f"พลเอก {ONE} รัฐมนตรีว่าการกระทรวงตัวอย่าง จะเป็นประธานเปิดงาน",
        [
            (THREE, "spokesperson", "โฆษกกระทรวงตัวอย่าง", None),
            (ONE, "chair", "รัฐมนตรีว่าการกระทรวงตัวอย่าง", None),
        ],
    ),
    (
        f"นาย{ONE} นายกเทศมนตรีเมืองตัวอย่าง พร้อมด้วย นาง{TWO} ประธานคณะกรรมการจัดงาน ร่วมแถลงข่าว",
        [
            (ONE, "spokesperson", "นายกเทศมนตรีเมืองตัวอย่าง", None),
            (TWO, "spokesperson", "ประธานคณะกรรมการจัดงาน", None),
        ],
    ),
    # Said again in short form: one person, the fullest form, the strongest role.
    (
        f"น.ส.{TWO} รมว.ศธ. ให้สัมภาษณ์\nนางสาว{TWO} รัฐมนตรีว่าการกระทรวงศึกษาธิการ ร่วมงาน\n"
        f"นางสาว{TWO.split()[0]} เป็นประธานในพิธี",
        [(TWO, "chair", "รัฐมนตรีว่าการกระทรวงศึกษาธิการ", None)],
    ),
    # Later by post and given name, by a nickname, by the post in short.
    (
        f"นาย{ONE} นายกรัฐมนตรี ลงพื้นที่จังหวัดตัวอย่าง\nต่อมา นายกฯ {ONE.split()[0]} เป็นประธานการประชุมครู",
        [(ONE, "chair", "นายกรัฐมนตรี", None)],
    ),
    (
        f"นาย{ONE} นายกรัฐมนตรี ลงพื้นที่จังหวัดตัวอย่าง\nต่อมา นายกฯ เป็นประธานการประชุมครู",
        [(ONE, "chair", "นายกรัฐมนตรี", None)],
    ),
    (
        f"นาย{ONE} นายกเทศมนตรีตำบลตัวอย่าง เดินทางถึงหอประชุม\nนายก{ONE.split()[0]} กล่าวเปิดงาน",
        [(ONE, "opener", "นายกเทศมนตรีตำบลตัวอย่าง", None)],
    ),
    (
        f"ดร.{TWO} (ครูฝน) ผู้อำนวยการโรงเรียนตัวอย่าง มาถึงแล้ว ครูฝน บรรยายเรื่อง ฟังให้ได้ยิน",
        [(TWO, "speaker", "ผู้อำนวยการโรงเรียนตัวอย่าง", "ฟังให้ได้ยิน")],
    ),
    (
        f"ดร.{TWO} ผู้อำนวยการโรงเรียนตัวอย่าง เดินทางถึงหอประชุม\nผอ.รร.ตัวอย่าง เป็นประธานเปิดการอบรม",
        [(TWO, "chair", "ผู้อำนวยการโรงเรียนตัวอย่าง", None)],
    ),
    (
        f"น.ส.{TWO} รมว.ศธ. เดินทางถึงโรงเรียน\nรัฐมนตรีว่าการกระทรวงศึกษาธิการ เป็นประธานเปิดงาน",
        [(TWO, "chair", "รมว.ศธ.", None)],
    ),
    # Two whom the short form may mean: neither.
    (
        f"นาย{ONE} นายกรัฐมนตรี และ นาย{THREE} นายกเทศมนตรีเมืองตัวอย่าง เข้าร่วมงาน\nนายกฯ เป็นประธานเปิดงาน",
        [(ONE, "participant", "นายกรัฐมนตรี", None), (THREE, "participant", "นายกเทศมนตรีเมืองตัวอย่าง", None)],
    ),
    # The post that is said to have the chair of a committee, whoever holds it.
    (
        f"พลเอก {ONE} นายกรัฐมนตรี\nคณะกรรมการระดับชาติ มีนายกรัฐมนตรีเป็นประธาน",
        [(ONE, "participant", "นายกรัฐมนตรี", None)],
    ),
    # Who sends, by whom somebody is sent, for whom somebody stands: only who is there.
    (
        f"นาย{THREE} ผู้ว่าราชการจังหวัดตัวอย่าง มอบ นาย{ONE} รองผู้ว่าราชการจังหวัดตัวอย่าง เป็นประธานเปิดงาน",
        [(ONE, "chair", "รองผู้ว่าราชการจังหวัดตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} รองปลัดกระทรวงตัวอย่าง ได้รับมอบหมายจาก นาย{THREE} ปลัดกระทรวงตัวอย่าง ให้เป็นประธานการประชุม",
        [(ONE, "chair", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} รองอธิบดีกรมตัวอย่าง ผู้แทน นาย{THREE} อธิบดีกรมตัวอย่าง เข้าร่วมการประชุม",
        [(ONE, "participant", "รองอธิบดีกรมตัวอย่าง", None)],
    ),
    # By the post alone.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เดินทางไปจังหวัดตัวอย่าง\nทั้งนี้ ปลัดกระทรวงตัวอย่างเป็นประธานการประชุม",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    # A post once after a list; one in another's shoes and a trailing abbreviation are no part of it.
    (
        f"โดยมี ดร.{ONE} และ ดร.{THREE} รองอธิบดีกรมตัวอย่าง (กต.) เข้าร่วม",
        [(ONE, "participant", "รองอธิบดีกรมตัวอย่าง", None), (THREE, "participant", "รองอธิบดีกรมตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง ในฐานะประธานคณะกรรมการกองทุน กล่าวเปิดงาน",
        [(ONE, "opener", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Degrees are given by a royal; those whom a degree honours are told of, and have no part.
    (
        f"วันที่ 3 มีนาคม 2567 สมเด็จพระเจ้าลูกเธอ เจ้าฟ้า{TWO} เสด็จแทนพระองค์ พระราชทานปริญญาบัตรแก่บัณฑิต "
        f"โดยมอบปริญญากิตติมศักดิ์แก่ผู้ทรงคุณวุฒิ จำนวน 1 ราย ได้แก่ นาย{THREE}\n"
        f"นาย{ONE} รัฐมนตรีว่าการกระทรวงตัวอย่าง เฝ้ารับเสด็จ",
        [(TWO, "chair", None, None), (ONE, "guest", "รัฐมนตรีว่าการกระทรวงตัวอย่าง", None)],
    ),
    # What somebody tells of his own meeting he led, and whose head leads the other side did too.
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} ปลัดกระทรวงตัวอย่าง เปิดเผยว่า ตนได้ประชุมร่วมกับคณะกรรมการช่วยเหลือเกษตรกรผู้เลี้ยงปลา"
        f"ในกระชังของจังหวัดชายทะเลทั้งภาคตะวันออกและภาคใต้ นำโดย นาย{TWO} ประธานคณะกรรมการ",
        [(ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None), (TWO, "lead", "ประธานคณะกรรมการ", None)],
    ),
    # Who says something first, and then sends somebody.
    (
        f"นางสาว{TWO} รัฐมนตรีว่าการกระทรวงตัวอย่าง "
        f"เร่งผลักดันมาตรการดูแลผู้เลี้ยงปลาในกระชังให้ครบทุกจังหวัดชายทะเล ตามแผนที่วางไว้แล้ว "
        f"โดยวันนี้ (3 มีนาคม 2567) ได้มอบหมายให้นาย{ONE} ที่ปรึกษารัฐมนตรี เป็นประธานการประชุมกรรมการประมง",
        [(ONE, "chair", "ที่ปรึกษารัฐมนตรี", None)],
    ),
    # What is done behind "and party": the first of them met with the others.
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} ปลัดกระทรวงตัวอย่าง พร้อม นาง{TWO} รองปลัดกระทรวงตัวอย่าง และคณะผู้บริหาร "
        "ประชุมสรุปผลโครงการที่โรงเรียนบ้านลมโชย",
        [(ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None), (TWO, "participant", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Whatever they did together: who took the others along led it; and who
    # welcomes and tells of the place is a host.
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} ปลัดกระทรวงตัวอย่าง พร้อมด้วย "
        f"นางสาว{TWO} รองปลัดกระทรวงตัวอย่าง และคณะ รวมพลังทำความสะอาดตึก "
        f"ในการนี้ นาย{THREE} ประธานชุมชนให้การต้อนรับ บรรยายสถานการณ์ภาพรวมของชุมชน",
        [
            (ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None),
            (TWO, "participant", "รองปลัดกระทรวงตัวอย่าง", None),
            (THREE, "guest", "ประธานชุมชน", None),
        ],
    ),
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} ปลัดกระทรวงตัวอย่าง พร้อมด้วย นางสาว{TWO} รองปลัดกระทรวงตัวอย่าง และคณะ "
        "ลงนามถวายพระพร และถวายแจกันดอกไม้",
        [(ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None), (TWO, "participant", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Who took part as head of a delegation led it; from whom a letter is taken took part.
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} รองปลัดกระทรวงตัวอย่าง เข้าร่วมการประชุมข้าวโลก ในฐานะหัวหน้าคณะผู้แทนไทย",
        [(ONE, "lead", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"วันที่ 3 มีนาคม 2567 นาย{ONE} รองปลัดกระทรวงตัวอย่าง รับเรื่องจากนาง{TWO} ประธานชมรมตัวอย่าง",
        [(ONE, "lead", "รองปลัดกระทรวงตัวอย่าง", None), (TWO, "participant", "ประธานชมรมตัวอย่าง", None)],
    ),
]
CALLED, OTHER = "ธนากร วงศ์สมมติ", "พิมพ์ชนก ทรัพย์ตัวอย่าง"  # names by their letters
PARTS += [
    # Labels, each on its line.
    (
        f"เสวนา “น้ำของเรา”\nประธานในพิธี  นาย{ONE} นายกเทศมนตรี\nกล่าวรายงาน  นาง{TWO} ปลัดเทศบาล\n"
        f"วิทยากร : {CALLED} นักวิจัยอิสระ\nสอบถาม : คุณ{THREE} 02-000-0000",
        [
            (ONE, "chair", "นายกเทศมนตรี", None),
            (TWO, "participant", "ปลัดเทศบาล", None),
            (CALLED, "speaker", "นักวิจัยอิสระ", None),
        ],
    ),
    # A name a row below a heading; a letter's signatory has no part.
    (
        f"ร่วมเสวนาโดย\n{CALLED} เครือข่ายตัวอย่าง\n{OTHER} นักวิชาการอิสระ\n"
        f"ชวนคุยโดย ดร.{ONE}\n\n(นาย{THREE})\nผู้อำนวยการ",
        [
            (CALLED, "speaker", "เครือข่ายตัวอย่าง", None),
            (OTHER, "speaker", "นักวิชาการอิสระ", None),
            (ONE, "speaker", None, None),
        ],
    ),
    # Topic and name of a programme.
    (
        f"EP.1 พุธที่ 5 มีนาคม 2568\nอ่านแผนที่ให้เป็น — ดร.{ONE} (คณะตัวอย่างศึกษา)",
        [(ONE, "speaker", "คณะตัวอย่างศึกษา", "อ่านแผนที่ให้เป็น")],
    ),
    (
        f"กำหนดการ\n9.00 - 9.30 เปิดงานโดย นาย{ONE} ผู้อำนวยการโรงพยาบาล\n"
        f"9.30 - 10.30 “ไตกับเกลือ”\nโดย นพ.{THREE} อายุรแพทย์",
        [(ONE, "opener", "ผู้อำนวยการโรงพยาบาล", None), (THREE, "speaker", "อายุรแพทย์", "ไตกับเกลือ")],
    ),
    # Numbered rows go on with the part of the row before.
    (
        f"วิทยากร ตามลำดับ คือ\n1. ดร.{ONE} คณบดีคณะวิทยาศาสตร์ ให้ความรู้ในหัวข้อ อ่านแผนที่\n"
        f"2. นาย{THREE} ครูชำนาญการ เจ้าของรางวัลครูดี",
        [(ONE, "speaker", "คณบดีคณะวิทยาศาสตร์", "อ่านแผนที่"), (THREE, "speaker", "ครูชำนาญการ", None)],
    ),
    # A body, by who heads it; who is named in full, whatever is told of them.
    (
        f"เทศบาลตำบลตัวอย่าง โดย นาย{ONE} นายกเทศมนตรี ร่วมกับชมรมตัวอย่าง จัดงานสืบสานประเพณี",
        [(ONE, "lead", "นายกเทศมนตรี", None)],
    ),
    (
        f"พิธีปิดค่าย\nร.ต.ท.หญิง {TWO} ครูประจำค่าย ร้องเพลงกับเด็ก ๆ",
        [(TWO, "participant", "ครูประจำค่าย", None)],
    ),
    # Both in the chair; in the chair of a meeting whose decisions are told; at the end of a row.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง พร้อมด้วย นาย{THREE} อธิบดีกรมตัวอย่าง เป็นประธานร่วมการประชุม",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None), (THREE, "chair", "อธิบดีกรมตัวอย่าง", None)],
    ),
    (
        f"ที่ประชุมคณะกรรมการตัวอย่าง ครั้งที่ 2/2567 ซึ่งมี นาย{ONE} รองนายกรัฐมนตรี เป็นประธาน เห็นชอบแผน",
        [(ONE, "chair", "รองนายกรัฐมนตรี", None)],
    ),
    (
        f"ผู้มาประชุม\n1. นาย{ONE} ผู้อำนวยการโรงเรียน ประธาน\n2. นาง{TWO} ครูชำนาญการ\n"
        f"ผู้ไม่มาประชุม\n1. นาย{THREE} (ลาป่วย)\n",
        [(ONE, "chair", "ผู้อำนวยการโรงเรียน", None), (TWO, "participant", "ครูชำนาญการ", None)],
    ),
    # Below a headline of prizes; a misspelt title; who is sent by a post.
    (
        f"ปลัดฯ มอบรางวัลสลาก ประจำปี 2566\nนาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานมอบรางวัลสลาก",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    (f"ศาตราจารย์พิเศษ{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม", [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None)]),
    (
        f"รมช.{TWO} รัฐมนตรีช่วยว่าการกระทรวงตัวอย่าง ลงพื้นที่ตรวจเยี่ยม",
        [(TWO, "lead", "รัฐมนตรีช่วยว่าการกระทรวงตัวอย่าง", None)],
    ),
    # What who speaks did himself; by whose whole post the chair is told; who is thanked in a speech.
    (
        f"นาย{ONE} ผู้ว่าราชการจังหวัดตัวอย่าง เปิดเผยว่า เกิดพายุ ซึ่งในวันนี้ ตน พร้อมด้วยนายอำเภอ ได้ลงพื้นที่เยี่ยมให้กำลังใจ",
        [(ONE, "lead", "ผู้ว่าราชการจังหวัดตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ผู้อำนวยการสำนักงานตัวอย่าง แถลงว่า มีการประชุม โดยมีผู้อำนวยการสำนักงานตัวอย่างเป็นประธานการประชุม",
        [(ONE, "chair", "ผู้อำนวยการสำนักงานตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ประธานสมาคม เข้าพบปลัดกระทรวง\nนาย{ONE} กล่าวว่า วันนี้สมาคมและสมาชิกทุกคนรู้สึกซาบซึ้ง"
        f"ในความตั้งใจช่วยเหลือของรัฐบาล ของกระทรวง และของท่าน พล.อ.{THREE} นายกรัฐมนตรี จนมีการประชุมหารือ",
        [(ONE, "lead", "ประธานสมาคม", None)],
    ),
    # A further post with a word in it that would end a clause.
    (
        f"นาย{ONE} รองปลัดกระทรวงตัวอย่าง ในฐานะประธานอนุกรรมการแปรรูปเพื่อเพิ่มมูลค่า เป็นประธานการประชุม",
        [(ONE, "chair", "รองปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} รัฐมนตรีตัวอย่าง และประธานกรรมการธนาคารเพื่อสายน้ำ (ธพส.) เป็นประธานการประชุม",
        [(ONE, "chair", "รัฐมนตรีตัวอย่าง", None)],
    ),
    # Who chairs a committee that is told of long after the meeting's own chairman; not the monks' side of it.
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม\n{'ที่ประชุมรับทราบเรื่องน้ำ ' * 50}\n"
        f"คณะกรรมการสายน้ำ [รองปลัดกระทรวงตัวอย่าง (นาย{THREE}) เป็นประธาน] เสนอ",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานฝ่ายฆราวาส\n{'ที่ประชุมรับทราบเรื่องน้ำ ' * 50}\n"
        "พระราชสมมติเมธี เจ้าอาวาสวัดตัวอย่าง เป็นประธานฝ่ายสงฆ์",
        [
            (ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None),
            ("พระราชสมมติเมธี", "chair", "เจ้าอาวาสวัดตัวอย่าง", None),
        ],
    ),
    # One person, misspelt in the headline; with one family name less later on; two with one name.
    (
        f"นายสมมติ ตั้งใจดิ เปิดการประชุม\nนาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม\nนาย{ONE} กล่าวว่า",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    (
        f"ดร.{TWO} จำลองยิ่ง นายกสมาคมตัวอย่าง เป็นประธานการประชุม\nดร.{TWO} กล่าวว่า",
        [(f"{TWO} จำลองยิ่ง", "chair", "นายกสมาคมตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม\nนายสมมติ รุ้งงามตา กล่าวว่า",
        [(ONE, "chair", "ปลัดกระทรวงตัวอย่าง", None), ("สมมติ รุ้งงามตา", "spokesperson", None, None)],
    ),
    # A topic in marks of two kinds; one that only points back.
    (
        f'นาย{ONE} ปลัดกระทรวงตัวอย่าง บรรยายพิเศษ เรื่อง “แผ่นดินของเรา" พร้อมมอบรางวัล',
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", "แผ่นดินของเรา")],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง บรรยายพิเศษ เรื่องแผ่นดินของเรา” ผ่านสื่ออิเล็กทรอนิกส์ ณ ห้องประชุม",
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", "แผ่นดินของเรา")],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง บรรยายพิเศษ หัวข้อ “แผ่นดินของเรา ณ ห้องประชุม",
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", "แผ่นดินของเรา")],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง บรรยายในหัวข้อ แผ่นดินของเรา ตอนหนึ่งว่า น้ำใส",
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", "แผ่นดินของเรา")],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง เป็นวิทยากรบรรยายในหัวข้อดังกล่าว ณ ห้องประชุม",
        [(ONE, "speaker", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    # A list without joints shares the post behind it, but not one that only one can hold.
    (
        f"โดยมี นาย{ONE} นาย{THREE} รองปลัดกระทรวงตัวอย่าง เข้าร่วม",
        [
            (ONE, "participant", "รองปลัดกระทรวงตัวอย่าง", None),
            (THREE, "participant", "รองปลัดกระทรวงตัวอย่าง", None),
        ],
    ),
    (
        f"โดยมีผู้เข้าร่วมประชุม ได้แก่ รศ.ดร.{ONE} และนาย{THREE} เลขานุการ",
        [(ONE, "participant", None, None), (THREE, "participant", "เลขานุการ", None)],
    ),
    (
        f"โดยมี ผศ.{TWO} คณบดีคณะเกษตร และนาย{THREE} ผู้จัดการ ลงนามเป็นพยาน",
        [(TWO, "participant", "คณบดีคณะเกษตร", None), (THREE, "participant", "ผู้จัดการ", None)],
    ),
    (
        f"โดยมีแขกผู้มีเกียรติ ได้แก่ นพ.{ONE} นายแพทย์สาธารณสุขจังหวัด และผู้ปกครอง",
        [(ONE, "guest", "นายแพทย์สาธารณสุขจังหวัด", None)],
    ),
    # What somebody is, where told as such, is not what they did; but who leads the delegation leads.
    (
        f"พลเอก {ONE} รัฐมนตรีตัวอย่าง ในฐานะผู้ได้รับมอบอำนาจในการแต่งตั้งตุลาการ ได้เป็นสักขีพยานในพิธีถวายสัตย์",
        [(ONE, "participant", "รัฐมนตรีตัวอย่าง", None)],
    ),
    (
        f"นาย{ONE} ปลัดกระทรวงตัวอย่าง ในฐานะหัวหน้าคณะผู้แทนไทย ร่วมการประชุมรัฐมนตรี",
        [(ONE, "lead", "ปลัดกระทรวงตัวอย่าง", None)],
    ),
    # Sent by another, to do what stands behind the other's post.
    (
        f"นางสาว{TWO} ผู้ช่วยปลัดกระทรวงตัวอย่าง ได้รับมอบหมายจาก นาย{ONE} รองปลัดกระทรวงตัวอย่าง "
        "ในฐานะผู้ประสาน สำหรับการประชุมใหญ่ ให้เป็นประธานเปิดการสัมมนา",
        [(TWO, "chair", "ผู้ช่วยปลัดกระทรวงตัวอย่าง", None)],
    ),
    # What who tells has done; what was done before the telling; who tells it together.
    (
        f"นาย{ONE} เลขาธิการสภาตัวอย่าง เปิดเผยว่า เมื่อวันที่ 2 ต.ค. 2567 ตนได้เป็นประธานเปิดค่าย",
        [(ONE, "chair", "เลขาธิการสภาตัวอย่าง", None)],
    ),
    (f"นาย{ONE} อธิบดีกรมตัวอย่าง เปิดเผยภายหลัง ลงพื้นที่ตรวจงาน ว่า งานคืบหน้า", [(ONE, "lead", "อธิบดีกรมตัวอย่าง", None)]),
    (
        f"สมาคมตัวอย่าง แถลงข่าวโครงการปลูกป่า โดย นาย{ONE} นายกสมาคม และนาง{TWO} เลขาธิการ",
        [(ONE, "spokesperson", "นายกสมาคม", None), (TWO, "spokesperson", "เลขาธิการ", None)],
    ),
    # A list goes on with the members of a group, and all do what is said at its end.
    (
        f"โดยนาย{ONE} อธิบดีกรมตัวอย่าง และคณะที่ปรึกษา ประกอบด้วย ดร.{TWO} นักวิชาการอิสระ พร้อมหัวหน้าส่วนราชการ ร่วมลงพื้นที่",
        [(ONE, "participant", "อธิบดีกรมตัวอย่าง", None), (TWO, "participant", "นักวิชาการอิสระ", None)],
    ),
    # Who heads a centre is in a list of those who came; who introduces a firm tells the press nothing.
    (
        f"นาย{ONE} เป็นประธานเปิดการประชุม โดยมี นาง{TWO} ผอ.กลุ่มงาน ประธานศูนย์การแข่งขัน และครู เข้าร่วมประชุม",
        [(ONE, "chair", None, None), (TWO, "participant", "ผอ.กลุ่มงาน", None)],
    ),
    (
        f"ในโอกาสนี้นาย{ONE} ผู้จัดการแผนกตัวอย่าง ได้กล่าวแนะนำประวัติของบริษัท",
        [(ONE, "participant", "ผู้จัดการแผนกตัวอย่าง", None)],
    ),
    # A post before the name, glued to "with".
    (
        f"นำโดย นาย{ONE} คณบดี พร้อมด้วยรองคณบดี นาง{TWO} และคณาจารย์ ร่วมพิธี",
        [(ONE, "lead", "คณบดี", None), (TWO, "participant", "รองคณบดี", None)],
    ),
]
NOBODY = [
    f"ถ่ายภาพและเนื้อหาข่าว : นางสาว{TWO}",
    # Who put it on the page, by their name alone and the day.
    f"ผู้แทนถวายพานพุ่ม\n\nนางสาว{TWO}\n23 สิงหาคม 2560\n\nเมื่อวันที่ 18 สิงหาคม 2560 ผู้บริหารวางพานพุ่ม",
    # those to whom a prize goes, though others took part
    f"ผู้นำสตรีเข้าร่วมงาน จากนั้น มีการมอบโล่ประกาศเกียรติคุณแก่ผู้บำเพ็ญประโยชน์ จำนวน 2 คน ได้แก่ 1.นางสาว{TWO} 2.นาย{THREE}",
    # Who died.
    f"รับศพผู้เสียชีวิตไว้ในพระบรมราชานุเคราะห์ จำนวน 2 ราย นาย{ONE}, นาย{THREE} ประชาชน",
    # Quoted by who speaks; a promise of somebody's; who signs a letter.
    f"อธิบดีกรมตัวอย่าง กล่าวว่า งานคืบหน้า โดยนายกรัฐมนตรี (พลเอก{ONE}) เน้นย้ำเสมอว่าต้องไม่ทิ้งใคร",
    f"ตามคำมั่นที่นายกรัฐมนตรี (พลเอก{ONE}) ได้แถลงต่อที่ประชุมใหญ่",
    f"จึงเรียนมาเพื่อโปรดทราบ\nนาย{ONE}\nผู้อำนวยการ",
    f"ตามนโยบายของ นาย{ONE} รัฐมนตรีว่าการกระทรวงตัวอย่าง ที่ให้ความสำคัญกับน้ำ",
    f"มีแกนนำที่สำคัญ อาทิ นาย{ONE} นาย{THREE}",
    f"เสนอคณะกรรมการซึ่งมีพลเอก {ONE} รองนายกรัฐมนตรี เป็นประธาน เพื่อทราบ",
    f"ดร.{TWO} กล่าวว่า นาย{ONE} นายกรัฐมนตรี มีความห่วงใยประชาชน".replace(f"ดร.{TWO} ", "โฆษก"),
    f"นาย{ONE}: เรียบเรียง\nนาง{TWO} / สรุป",
    f"ขอขอบคุณ นาย{ONE} อดีตรัฐมนตรี ที่ริเริ่มโครงการ",
    "นายกรัฐมนตรี เป็นประธานการประชุม",
    "นายสมมติ เปิดเผยว่า วันนี้ตนพร้อมคณะได้ลงพื้นที่ตรวจเยี่ยมโรงเรียน",  # a given name alone is told of nobody
    "",
    # Onlookers, victims and who was caught, of whom the age is told.
    f"ผู้เข้าร่วมงาน อาทิ นาย{ONE} อายุ 51 ปี นาง{TWO} อายุ 69 ปี เล่าว่าดีใจที่มีน้ำใช้",
    f"เจ้าหน้าที่ขยายผลการสืบสวนและจับกุม นาย{THREE} พร้อมของกลาง",
]


def facts(text: str) -> dict[str, Found]:
    return find(Document("d", "", "text/plain", text), {})


def people(text: str) -> list[dict[str, Any]]:
    rows: dict[int, dict[str, Any]] = {}
    for path, fact in facts(text).items():
        place = re.fullmatch(r"people\[(\d+)\]\.(\w+)", path)
        assert place is not None
        rows.setdefault(int(place[1]), {})[place[2]] = fact.value
    return [rows[i] for i in sorted(rows)]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = [(p["name"], p["role"], p.get("position"), p.get("topic")) for p in people(text)]
    assert found == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize("text", [text for text, _ in PARTS])
def test_evidence_is_the_value(text: str) -> None:
    """Names, posts and topics are what stands at their place, white space collapsed."""
    for path, fact in facts(text).items():
        if path.rsplit(".")[-1] in ("name", "given", "surname", "honorific", "rank", "position", "topic"):
            assert " ".join(text[fact.start : fact.end].split()) == fact.value
        assert 0 <= fact.start < fact.end <= len(text)


@pytest.mark.parametrize(
    ("post", "full", "acting"),
    [
        ("รมว.ยุติธรรม", "รัฐมนตรีว่าการกระทรวงยุติธรรม", False),
        ("รมช.ศธ.", "รัฐมนตรีช่วยว่าการกระทรวงศึกษาธิการ", False),
        ("ผวจ.ตัวอย่าง", "ผู้ว่าราชการจังหวัดตัวอย่าง", False),
        (
            "ผอ.รร.บ้านตัวอย่าง สพม. เขต 22",
            "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 22",
            False,
        ),
        ("รองผู้อำนวยการ รักษาการแทนผู้อำนวยการ", None, True),
        ("รรท.ผอ.กองกลาง", "รักษาราชการแทนผู้อำนวยการกองกลาง", True),
        ("ปลัดกระทรวงตัวอย่าง", None, False),
    ],
)
def test_forms_of_a_post(post: str, full: str | None, acting: bool) -> None:
    (person,) = people(f"นาย{ONE} {post} เป็นประธานการประชุม")
    assert person.get("position") == post
    assert person.get("position_full") == full
    assert person.get("acting", False) is acting


def test_the_text_itself_says_which_office_an_abbreviation_of_many_means() -> None:
    """สวก. is the agency of agricultural research elsewhere."""
    text = f"สำนักวิชาการลมโชย (สวก.) จัดอบรมครู โดย นาย{ONE} ผอ.สวก. เป็นประธาน"
    (person,) = people(text)
    assert person["position_full"] == "ผู้อำนวยการสำนักวิชาการลมโชย"


def test_parts_of_a_name() -> None:
    (person,) = people(f"ว่าที่ร้อยตรี ดร.{ONE} เป็นวิทยากร")
    assert (person["honorific"], person["rank"]) == ("ว่าที่ร้อยตรี ดร.", "ว่าที่ร้อยตรี")
    assert (person["given"], person["surname"]) == tuple(ONE.split())
