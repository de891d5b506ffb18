"""Labels, headings and topics of a line.

Add a case: to LABELS the text before a name (which is put where @ stands) with
the role that it gives, None where it gives none.
"""

from __future__ import annotations

import pytest

from extractors.fields import labels

LABELS = [
    # On the same line, with a sign and without.
    ("ประธานในพิธี @", "chair"),
    ("ประธานฝ่ายฆราวาส : @", "chair"),
    ("10.00 น. กล่าวเปิดงานโดย @", "opener"),
    ("ใครเปิด ❓ @", "opener"),
    ("ใครสอน ❓ @", "speaker"),
    ("ดำเนินรายการโดย @", "speaker"),
    ("• วิทยากร : @", "speaker"),
    ("Keynote Speaker: @", "speaker"),
    ("ผู้ลงนาม @", "signatory"),
    ("ประธานดำเนินงาน @", "lead"),
    ("แขกรับเชิญพิเศษ @", "guest"),
    ("กล่าวรายงาน @", "participant"),
    ("ร่วมเดินทาง : @", "participant"),
    ("กรรมการตัดสิน : @", "participant"),
    ("สอบถาม : @", "nobody"),
    ("ภาพ/ข่าว : @", "nobody"),
    # Alone on the line above.
    ("บรรยายโดย\n@", "speaker"),
    ("ปาฐกถานำ (Keynote)\n@", "speaker"),
    ("ขอแสดงความนับถือ\n@", "nobody"),
    ("พิธีเปิดนิทรรศการ เวลา 14.00 น.\nโดย @", "opener"),
    # A nickname between label and name.
    ("ผู้ดำเนินรายการ คุณแจ๊ค @", "speaker"),
    # No label: a sentence, a button of the page, a headline.
    ("เมื่อวันที่ 3 มีนาคม 2567 @", None),
    ("พิมพ์\n@", None),
    ("ประชุมคณะกรรมการสถานศึกษาขั้นพื้นฐานโรงเรียนตัวอย่าง ครั้งที่ 2/2567 และมอบเกียรติบัตร\n@", None),
    ("@", None),
]
TOPICS = [
    ("EP.1 พุธที่ 5 มีนาคม 2568\nอ่านแผนที่ให้เป็น — @", "อ่านแผนที่ให้เป็น"),
    ("หัวข้อและวิทยากร\n- วาดแผนที่ด้วยมือ / @", "วาดแผนที่ด้วยมือ"),
    ("เส้นทางเชียงใหม่ - @", None),
]


@pytest.mark.parametrize(("before", "role"), LABELS)
def test_label(before: str, role: str | None) -> None:
    text = before.replace("@", "นายสมมติ ตั้งใจดี ครู")
    found = labels.label(text, before.index("@"))
    assert (found[0] if found else None) == role


@pytest.mark.parametrize(("before", "topic"), TOPICS)
def test_topic(before: str, topic: str | None) -> None:
    text = before.replace("@", "นายสมมติ ตั้งใจดี")
    found = labels.topic(text, before.index("@"))
    assert (text[slice(*found)] if found else None) == topic
