"""How reading grows with its text: hostile texts of 300,000 characters, each read whole.

A text is an opening and then a piece, said again and again; to add one: a line
in OPENINGS or PIECES, where {} is somebody else each time. Times are of the
process, in seconds, of reading the event and the official document; of each
piece the slowest opening.
"""

from __future__ import annotations

import time
from itertools import product

from extractors.read import read_event
from extractors.records import Document

SIZE = 300_000
TARGET = 2.0  # seconds

# What shows the finders that it is worth to look on.
OPENINGS = {
    "bare": "",
    "event": "วันที่ 5 มีนาคม 2567 นายสมมติ ตั้งใจดี ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุมครู ณ ห้องประชุม 1\n",
    "invitation": "โรงเรียนตัวอย่างขอเชิญอบรมครู ผ่านระบบ Zoom จากเดิมวันที่ 5 มีนาคม 2567 เลื่อนเป็น ",
    "letter": "ที่ ศธ 04099/ว 1\n1 มีนาคม 2567\nเรื่อง ขอเชิญประชุม\nเรียน ครู\nด้วยจะจัดประชุม โปรดแจ้งภายใน ",
    "order": "คำสั่งโรงเรียนตัวอย่าง\nที่ 1/2567\nเรื่อง แต่งตั้งกรรมการ\nสั่ง ณ วันที่ 5 มีนาคม 2567\n",
    "minutes": "รายงานการประชุมครู\nผู้มาประชุม\n",
    "business": "รายงานการประชุมครู\nเริ่มประชุมเวลา 09.00 น.\nระเบียบวาระที่ 1 เรื่องแจ้ง\nมติที่ประชุม ",
}
# name -> the piece that is repeated up to SIZE
PIECES = {
    "consonants": "ก",
    "leading vowels": "เ",
    "tone marks": "่",
    "digits": "1",
    "Thai digits": "๑",
    "brackets": "(",
    "closing brackets": ")",
    "both brackets": "()",
    "quotation marks": "“",
    "dots": ".",
    "dashes": "- ",
    "blanks": " ",
    "empty lines": "\n",
    "tabs": "\t",
    "Latin": "a",
    "capitals": "A ",
    "one line of words": "ประชุมครูและบุคลากรทางการศึกษา",
    "words apart": "ประชุม ครู ",
    "lines of words": "ประชุมครูและบุคลากร\n",
    "นาย": "นาย",
    "นาย apart": "นาย ",
    "names": "นายสมมติ ตั้งใจดี ",
    "names in lines": "1. นายสมมติ ตั้งใจดี ผู้อำนวยการโรงเรียน\n",
    "names with ครู": "ครูสมมติ ",
    "different names": "นาย{} ",
    "different names in lines": "นาย{}\n",
    "different people who chair": "นาย{} เป็นประธาน ",
    "posts": "ผู้อำนวยการโรงเรียนตัวอย่าง ",
    "names and posts": "นายสมมติ ตั้งใจดี ผู้อำนวยการโรงเรียนตัวอย่าง เป็นประธาน ",
    "ณ ห้อง": "ณ ห้อง",
    "ณ ห้องประชุม": "ณ ห้องประชุม 1 ชั้น 2 อาคาร 3 ",
    "จังหวัด": "จังหวัด",
    "addresses": "อำเภอเมือง จังหวัดน่าน ",
    "dates": "วันที่ 5 มีนาคม 2567 ",
    "dates glued": "5มีนาคม2567",
    "days and commas": "1,2,",
    "days and และ": "1 และ 2 ",
    "months": "มกราคม ",
    "short months": "ม.ค. ",
    "times": "09.00 - 10.00 น. ",
    "rows of a programme": "09.00 - 10.00 น. พิธีเปิด โดย นายสมมติ ตั้งใจดี\n",
    "ครั้งที่": "ครั้งที่ 5/2567 ",
    "เรื่อง": "เรื่อง ",
    "subjects": "เรื่อง ขอเชิญประชุม\n",
    "letters": "ที่ ศธ 04099/ว 1\nเรื่อง ประชุม\nเรียน ครู\n",
    "orders": "คำสั่งโรงเรียนตัวอย่าง\n",
    "orders with numbers": "คำสั่งโรงเรียนตัวอย่าง ที่ 1/2567 เรื่อง ประชุม ",
    "สั่ง ณ วันที่": "สั่ง ณ วันที่ 5 มีนาคม 2567\n",
    "minutes": "รายงานการประชุม\n",
    "attendance": "ผู้มาประชุม\n",
    "agenda items": "ระเบียบวาระที่ 1 เรื่องแจ้ง\n",
    "agenda points": "1.1 การจัดงาน\n",
    "resolutions": "มติที่ประชุม เห็นชอบ ",
    "resolved lines": "มติที่ประชุม เห็นชอบ\n",
    "มติ": "มติ ",
    "จัด": "จัด",
    "จัดโดย": "จัดโดยโรงเรียนบ้านลมโชย ",
    "bodies": "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน ",
    "area offices": "สพป.ขอนแก่น เขต 1 ",
    "โครงการ": "โครงการ",
    "โดย": "โดย",
    "ระหว่าง": "ระหว่าง",
    "เลื่อน": "เลื่อน",
    "moved days": "เลื่อนเป็นวันที่ 5 มีนาคม 2567 ",
    "ไตรมาส": "จัดไตรมาส 4/67 ",
    "ขึ้น 15 ค่ำ": "ขึ้น 15 ค่ำ ",
    "URLs": "https://zoom.us/j/1 ",
    "one URL": "https://a",
    "ออนไลน์": "ผ่านระบบออนไลน์",
}
_SYLLABLES = [first + rest for first in "กขชดตทนปพม" for rest in ("า", "ิน", "อง")]
NAMES = [f"{a}{b}{c} {c}{b}{a}ใจ" for a, b, c in product(_SYLLABLES, repeat=3)]  # more than SIZE holds


def main() -> None:
    print(f"| {SIZE:,} characters of | slowest after | s | half as much | |\n|---|---|--:|--:|---|")
    slowest = 0.0
    for name, piece in PIECES.items():
        whole, opening = max((seconds(piece, SIZE, start), of) for of, start in OPENINGS.items())
        half = seconds(piece, SIZE // 2, OPENINGS[opening])
        slowest = max(slowest, whole)
        note = "over the target" if whole > TARGET else ""
        print(f"| {name} | {opening} | {whole:.2f} | {half:.2f} | {note} |", flush=True)
    print(f"\nslowest: {slowest:.2f} s (target: under {TARGET:.0f} s)")


def seconds(piece: str, size: int, opening: str = "") -> float:
    """How long a text of that size takes to be read."""
    text = (opening + said(piece, size))[:size]
    began = time.process_time()
    read_event([Document("d", "", "text/plain", text)])
    return time.process_time() - began


def said(piece: str, size: int) -> str:
    """The piece again and again, up to that size at least."""
    if "{}" in piece:
        return "".join(map(piece.format, NAMES))
    return piece * (size // len(piece) + 1)
