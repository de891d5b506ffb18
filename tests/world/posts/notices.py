"""Notices that tell of no event, though most of them hold dates, places and names."""

# ruff: noqa: E501  (a paragraph of a post is one line, as WordPress keeps it)

from __future__ import annotations

from tests.world.records import File, Post

POSTS = [
    # Recruiting: dates to apply by, a room to apply at.
    Post(
        id=130,
        slug="temporary-staff-wanted",
        title="รับสมัครลูกจ้างชั่วคราว ตำแหน่งพนักงานขับรถ",
        published="2021-01-11T08:30:00",
        category="รับสมัครงาน",
        content="""
<p>โรงเรียนบ้านทุ่งดอกคูน รับสมัครลูกจ้างชั่วคราว ตำแหน่งพนักงานขับรถ จำนวน 1 อัตรา ค่าจ้างเดือนละ 9,400 บาท ยื่นใบสมัครด้วยตนเองได้ตั้งแต่วันที่ 12 – 18 มกราคม 2564 ในวันและเวลาราชการ ที่ห้องธุรการ อาคาร 1</p>
""",
        facts=None,
    ),
    # Buying.
    Post(
        id=187,
        slug="winner-of-the-tender-for-shelves",
        title="ประกาศผู้ชนะการเสนอราคา ซื้อชั้นวางหนังสือ โดยวิธีเฉพาะเจาะจง",
        published="2021-09-02T16:20:11",
        category="จัดซื้อจัดจ้าง",
        content="""
<p>ตามที่ ห้องสมุดประชาชนธารตะวัน ได้มีโครงการซื้อชั้นวางหนังสือไม้ยางพารา จำนวน 12 ตัว โดยวิธีเฉพาะเจาะจง นั้น ผู้ได้รับการคัดเลือก ได้แก่ ร้านไม้หอมเฟอร์นิเจอร์ โดยเสนอราคาเป็นเงินทั้งสิ้น 38,400 บาท รวมภาษีมูลค่าเพิ่มแล้ว</p>
<p>ประกาศ ณ วันที่ 2 กันยายน พ.ศ. 2564</p>
<p>(นางสายสมร น้ำใสสะอาด)<br />หัวหน้าห้องสมุดประชาชนธารตะวัน</p>
""",
        facts=None,
    ),
    # A warning.
    Post(
        id=268,
        slug="dust-warning",
        title="แจ้งเตือนฝุ่น PM2.5 งดกิจกรรมกลางแจ้ง",
        published="2023-03-09T07:10:00",
        category="ข่าวประชาสัมพันธ์",
        content="""
<p>สพป.สุขสันต์ เขต 2 แจ้งโรงเรียนในสังกัด งดกิจกรรมกลางแจ้งตั้งแต่วันที่ 9 มีนาคม 2566 จนกว่าค่าฝุ่นจะต่ำกว่าเกณฑ์ และให้นักเรียนสวมหน้ากากตลอดเวลาที่อยู่นอกอาคาร</p>
""",
        facts=None,
    ),
    # A statement without an occasion.
    Post(
        id=295,
        slug="no-gift-policy",
        title="ประกาศนโยบายไม่รับของขวัญ No Gift Policy",
        published="2023-12-18T09:00:00",
        category="ข่าวประชาสัมพันธ์",
        content="""
<p>ข้าพเจ้า นายวิเชียร หินลับคม ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2 ขอประกาศว่า ตนเองและบุคลากรในสังกัดจะไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่</p>
""",
        facts=None,
    ),
    # A closing, with a span of days.
    Post(
        id=359,
        slug="library-closed-for-stocktaking",
        title="ห้องสมุดปิดให้บริการเพื่อตรวจนับหนังสือ",
        published="2025-02-17T10:33:48",
        category="ข่าวประชาสัมพันธ์",
        content="""
<p>ห้องสมุดประชาชนธารตะวัน ปิดให้บริการเพื่อตรวจนับหนังสือประจำปี ระหว่างวันที่ 24 – 28 กุมภาพันธ์ 2568 คืนหนังสือได้ที่ตู้หน้าอาคาร เปิดให้บริการตามปกติในวันจันทร์ที่ 3 มีนาคม 2568</p>
""",
        facts=None,
    ),
    # A picture, and no text but in it.
    Post(
        id=383,
        slug="infographic-hand-washing",
        title="อินโฟกราฟิก ล้างมือ 7 ขั้นตอน",
        published="2025-09-08T13:13:13",
        category="ข่าวประชาสัมพันธ์",
        content="""
<figure class="wp-block-image"><img src="/wp-content/uploads/2568/09/158271625896.jpg" alt="158271625896" /></figure>
""",
        files=(File("2568/09/158271625896.jpg", "infographic.jpg", "158271625896"),),
        facts=None,
    ),
]
