"""An archive with a few events of ours, to search and to look at. All persons in it are invented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from archive.store import Archive, Reading
from extractors.read import as_event
from extractors.records import Capture, Document, Event, Found, Link, Site

SITES = (
    Site("krabi", "โรงเรียนบ้านเขาพนมแดง", "http://127.0.0.1:8000/", "wordpress", allow_private=True),
    Site("phrae", "สำนักงานเขตพื้นที่การศึกษาแพร่ฟ้า", "http://127.0.0.1:8001/", "wordpress", allow_private=True),
)

# id: (page, attachments, what the page tells: path -> (value, the words it was read from)); None: no event.
# To add one: give it a new number; the words must stand in the text.
Told = Mapping[str, tuple[object, str]]
PAGES: dict[str, tuple[str, dict[str, str], Told | None]] = {
    "krabi/1": (
        "โรงเรียนจัดประชุมเชิงปฏิบัติการ Lesson Study\n"
        "เมื่อวันที่ 14–17 ธันวาคม 2563 โรงเรียนบ้านเขาพนมแดงจัดประชุมเชิงปฏิบัติการการศึกษาชั้นเรียน "
        "ณ ห้องประชุมดอกปีบ จังหวัดกระบี่\n"
        "ดร.ศศิพงศ์ ลมทะเลจันทร์ บรรยายเรื่องการสังเกตชั้นเรียน โดยมี นายกวิน ทุ่งดอกคูณ เป็นประธาน\n"
        "งานต่อไปของ สพฐ. จะจัดที่แม่ฮ่องสอน",
        {"krabi/uploads/11.txt": "กำหนดการ\nเวลา 09.00 น. ลงทะเบียน อาหารว่างกล้วยฉาบ"},
        {
            "title": ("ประชุมเชิงปฏิบัติการ Lesson Study", "ประชุมเชิงปฏิบัติการ Lesson Study"),
            "type": ("workshop", "ประชุมเชิงปฏิบัติการ"),
            "start": ("2020-12-14", "14–17 ธันวาคม 2563"),
            "end": ("2020-12-17", "14–17 ธันวาคม 2563"),
            "venue": ("ห้องประชุมดอกปีบ", "ห้องประชุมดอกปีบ"),
            "province": ("กระบี่", "กระบี่"),
            "organizers[0]": ("โรงเรียนบ้านเขาพนมแดง", "โรงเรียนบ้านเขาพนมแดง"),
            "people[0].name": ("ศศิพงศ์ ลมทะเลจันทร์", "ศศิพงศ์ ลมทะเลจันทร์"),
            "people[0].honorific": ("ดร.", "ดร."),
            "people[0].role": ("speaker", "บรรยาย"),
            "people[0].topic": ("การสังเกตชั้นเรียน", "การสังเกตชั้นเรียน"),
            "people[1].name": ("กวิน ทุ่งดอกคูณ", "กวิน ทุ่งดอกคูณ"),
            "people[1].honorific": ("นาย", "นาย"),
            "people[1].role": ("chair", "เป็นประธาน"),
        },
    ),
    "krabi/2": (
        "การประชุมผู้บริหาร ครั้งที่ ๕/๒๕๖๓\n"
        "วันนี้ นายกวิน ทุ่งดอกคูณ เป็นประธานการประชุมผู้บริหาร ครั้งที่ ๕/๒๕๖๓ เรื่องน้ำดื่มในโรงเรียน",
        {},
        {
            "title": ("การประชุมผู้บริหาร", "การประชุมผู้บริหาร"),
            "type": ("meeting", "การประชุม"),
            "start": ("2020-06-10", "วันนี้"),
            "number": ("5/2563", "๕/๒๕๖๓"),
            "people[0].name": ("กวิน ทุ่งดอกคูณ", "กวิน ทุ่งดอกคูณ"),
            "people[0].role": ("chair", "เป็นประธาน"),
        },
    ),
    "phrae/1": (
        "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน อบรมครู <script>alert(1)</script>\n"
        "วันที่ 3 เมษายน 2567 อบรมครูที่จังหวัดแพร่ โดย นางสาวอัยลดา ฟ้าหลังฝนโปรย\n"
        "ครูเข้าอบรม 40 คน",
        {},
        {
            "title": ("อบรมครู <script>alert(1)</script>", "อบรมครู <script>alert(1)</script>"),
            "type": ("training", "อบรม"),
            "start": ("2024-04-03", "3 เมษายน 2567"),
            "province": ("แพร่", "แพร่"),
            "people[0].name": ("=อัยลดา ฟ้าหลังฝนโปรย", "อัยลดา ฟ้าหลังฝนโปรย"),
            "people[0].role": ("speaker", "โดย"),
        },
    ),
    "phrae/2": ("ตลาดนัดวันเสาร์\nขายผัก ผลไม้ และเมล็ดพันธุ์ ที่ลานหน้าสำนักงาน ทุกวันเสาร์", {}, None),
}


def fill(folder: Path) -> Path:
    """The archive of PAGES in that folder."""
    with Archive(folder) as archive:
        for site in SITES:
            archive.register(site)
        run = archive.begin_run("test")
        for id, (text, attachments, _) in PAGES.items():
            site = next(site for site in SITES if id.startswith(site.id))
            archive.keep(_capture(Link(id, f"{site.url}?p={id[-1]}"), text), site, run)
            for name, attached in attachments.items():
                link = Link(name, f"{site.url}{name}", "attachment", id)
                archive.keep(_capture(link, attached), site, run)
        for page in archive.pending():
            save(archive, page)
        archive.end_run(run, "done")
    return folder


def save(archive: Archive, page: str) -> None:
    readings = [Reading(capture, _document(capture)) for capture in archive.family(page)]
    documents = [reading.document for reading in readings if reading.document]
    archive.save(page, readings, _event(documents[0], PAGES[page][2]), None)


def _capture(link: Link, text: str) -> Capture:
    headers = (("Content-Type", "text/plain; charset=utf-8"),)
    return Capture(link.url, "2026-11-01T20:00:00Z", 200, headers, text.encode(), link)


def _document(capture: Capture) -> Document:
    link, text = capture.link, capture.body.decode()
    assert link is not None
    title = text.split("\n")[0]
    return Document(
        link.id,
        link.url,
        "text/plain",
        text,
        link.kind,
        link.parent,
        title,
        published="2026-10-30",
        language="th",
    )


def _event(document: Document, told: Told | None) -> Event | None:
    if told is None:
        return None
    facts = {}
    for path, (value, words) in told.items():
        start = document.text.index(words)
        facts[path] = Found(value, start, start + len(words), "by hand")
    return as_event(facts, dict.fromkeys(facts, document))
