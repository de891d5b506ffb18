"""Documents: where each came from, what became of it, its text."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import Any

from rich.text import Text

from archive.web import papers
from archive.web.language import REASONS, moment, named, say
from extractors.output import official_from_json
from extractors.records import NEEDS_OFFICE
from flows.telling.marked import marked
from flows.terminal import console

# What came in place of a document (extractors/sites/answers.py).
ANSWERS = {
    "gone": "ต้นทางแจ้งว่าไม่มีแล้ว",
    "not found": "ต้นทางแสดงหน้า “ไม่พบ”",
    "home": "ต้นทางพาไปหน้าแรก",
    "elsewhere": "ต้นทางพาไปเว็บไซต์อื่น",
    "login": "ต้นทางให้เข้าสู่ระบบก่อน",
    "refused": "ต้นทางปฏิเสธ",
    "blocked": "ต้นทางแสดงหน้าปฏิเสธ",
    "script": "หน้านี้สร้างในเบราว์เซอร์ ไม่มีข้อความ",
    "empty": "ต้นทางส่งหน้าว่าง",
    "failing": "ต้นทางขัดข้อง",
    "broken": "ต้นทางแสดงข้อผิดพลาด",
    "other": "ต้นทางตอบอย่างอื่น",
}


def print_documents(documents: Iterable[dict[str, Any]]) -> None:
    """A line a document: where it came from, when, which version is shown."""
    for document in documents:
        gone = f", ไม่อยู่แล้วเมื่อ {moment('th', document['gone_at'])}" if document["gone_at"] else ""
        waits = ", รอ OCR" if document["needs_ocr"] else ""
        waits += ", รอ LibreOffice" if NEEDS_OFFICE in document["reasons"] else ""
        error = f", อ่านไม่ได้: {document['error']}" if document["error"] else ""
        fetched = moment("th", document["fetched_at"])
        kept = f"เก็บเมื่อ {fetched}, ฉบับที่ {document['version']}{came(document['answer'])}"
        console.print(Text(f"{document['url']}\n  {document['id']}, {kept}{waits}{gone}{error}"))


def print_document(record: dict[str, Any], show: str = "prachum show") -> None:
    """The document's text, what was read from it marked; before it `show` and the event it tells of."""
    if down := record["taken_down"]:
        at = moment("th", down["at"])
        console.print(Text(f"{record['id']}: ถอดถอนโดย {down['who']} ({at}): {down['why']}"))
        return
    console.print(Text(record["title"] or record["id"], style="bold"))
    print_documents([record])
    if given := record["given"]:
        at = moment("th", given["at"])
        console.print(Text(f"  {given['by']} มอบให้เมื่อ {at} ได้จาก {given['source']} ({given['name']})"))
    for found in record["elsewhere"]:
        console.print(Text(f"  ชี้ไปยังแฟ้มที่อื่นซึ่งไม่ได้เก็บ: {found['title'] or ''} {found['url']}"))
    for page in record["pages"]:
        why = ", ".join(named("th", REASONS, reason) for reason in page["reasons"])
        score = f", {say('th', 'quality', percent=int(100 * page['quality']))}" if page["quality"] < 1 else ""
        console.print(Text(f"  {say('th', 'at_page', n=page['n'])}{score}: {why}"))
    if record["event"]:
        console.print(Text(f"{show} {shlex.quote(record['event'])}", style="cyan"))
    if record["official"]:
        print_official(record["official"])
    console.print()
    console.print(marked(record["text"] or "", [(start, end) for start, end, _ in record["marks"]]))


def came(answer: str | None) -> str:
    """What came in place of the document, to be put behind another word."""
    return f", {ANSWERS.get(answer, answer)}" if answer else ""


def print_official(said: dict[str, Any], leave_out: tuple[str, ...] = ()) -> None:
    """What a letter, order or minutes say of themselves: a line each, a list's entries below each other."""
    for line in papers.lines(official_from_json(said), "th", leave_out):
        values = [value.text + (f" · {value.more}" if value.more else "") for value in line.values]
        console.print(Text(f"{line.label}: ", style="bold") + Text("\n  ".join(values)))
