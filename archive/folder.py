"""The data folder: making it, and the lock that lets one harvest in at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive import catalogue
from archive.clock import now
from extractors.errors import Stop

CAPTURES = "captures"
LOCK = "harvest.lock"

README = """\
ประชุม (Prachum): คลังประกาศและรายงานการประชุม อบรม สัมมนา และพิธีการ
====================================================================

โฟลเดอร์นี้อ่านได้โดยไม่ต้องมีโปรแกรม Prachum

captures/         หน้าเว็บและไฟล์ตามที่เซิร์ฟเวอร์ส่งมาทุกไบต์ รูปแบบ WARC 1.1 (ISO 28500) บีบด้วย gzip
                  หนึ่งไฟล์ต่อเว็บไซต์ต่อเดือน เปิดดูได้ด้วย ReplayWeb.page, pywb, warcio
                  ส่วนหัว Prachum-Link บอกว่าบันทึกนั้นเป็นเอกสารใด (JSON)
                  แฟ้ม given-… เก็บเอกสารที่มีผู้มอบให้ Prachum-Headers บอกว่าใครมอบและได้จากที่ใด
decisions.jsonl   คำตัดสินของคน: การแก้ไข รวม แยก และถอดถอน กับการยกเลิกสิ่งเหล่านั้น
                  หนึ่งบรรทัดต่อหนึ่งเรื่อง (JSON) บอกว่าใคร เมื่อใด เพราะเหตุใด
sites.toml        รายชื่อเว็บไซต์ที่เก็บ
archive.db        ฐานข้อมูล SQLite (3.40 ขึ้นไป) ของเอกสาร ข้อความ เหตุการณ์ และหลักฐาน
                  สร้างขึ้นใหม่ได้จากสามอย่างข้างต้นด้วยคำสั่ง prachum rebuild
                  ตาราง document, version, text, event, part, person, evidence
                  evidence.start และ evidence."end" นับเป็นตัวอักษร (code point) ของ text.text

captures/, decisions.jsonl และ sites.toml คือตัวคลัง โปรดสำรองสามอย่างนี้ไว้เสมอ

Prachum: an archive of announcements and reports of meetings, trainings, seminars and ceremonies
================================================================================================

This folder can be read without Prachum.

captures/         what the servers answered, byte for byte: WARC 1.1 (ISO 28500), gzip, one member a
                  record, one file a site and month. ReplayWeb.page, pywb and warcio open it. Bodies are
                  stored without transfer and content coding; the headers as sent stand under
                  X-Archive-Orig-…. The WARC header Prachum-Link (JSON) says which document a record was
                  fetched for, Prachum-Listed-In which record told of it. The files given-… hold what
                  people gave by hand; there Prachum-Headers says who gave it and where it came from.
decisions.jsonl   people's word: corrections, merges, takedowns and what undid them, one JSON object a
                  line, with who, when and why.
sites.toml        the sites that are harvested.
archive.db        SQLite (3.40 or later): documents, texts, events and the evidence for each value.
                  Derived from the three above; `prachum rebuild` makes it anew. Begin with the tables
                  document, version, text, event, part, person, evidence; evidence.start and
                  evidence."end" count code points of text.text. words.title and words.body carry
                  U+200B between words for the search index; take it out before you show them.

captures/, decisions.jsonl and sites.toml are the archive: back up these three.
"""


class Busy(Stop):
    """Another harvest holds the folder."""


def create(folder: Path) -> None:
    """The folder with captures/ and README.txt, and a catalogue; what is there already stays."""
    (folder / CAPTURES).mkdir(parents=True, exist_ok=True)
    if not (folder / "README.txt").exists():
        (folder / "README.txt").write_text(README, encoding="utf-8")
    catalogue.connect(folder).close()


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Holds the folder for one harvest; the kernel lets go of it however the process ends.

    Raises Busy while another process, or another opening in this one, holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / LOCK, "a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise Busy(
                str(folder), f"another harvest is running ({holder}); wait for it or stop it"
            ) from None
        file.truncate(0)
        file.write(f"pid {os.getpid()}, since {now()}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
