"""What happened to a document, in the order of time, as `prachum show --history` tells it."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from archive.web.language import moment
from extractors.changes import Change
from flows.telling.documents import came
from flows.terminal import console

CHANGES = 20  # places told of one version
LONGEST = 200  # letters of one of them

# What can have happened: its list in the history, where its moment stands, how it is told.
HAPPENED = (
    ("captures", "fetched_at", "{document}: เก็บ สถานะ {status} ขนาด {size} ไบต์{came}"),
    ("versions", "read_at", "{document}: ฉบับที่ {n} อ่านโดยตัวอ่านรุ่น {extractor}"),
    ("corrections", "at", "{who} แก้ {path}: {old} → {new} ({why})"),
    ("corrections", "undone_at", "{undone_by} ถอนการแก้ {path} ({undone_why})"),
    ("merges", "at", "{who} รวม {event} เข้ากับ {into_event} ({why})"),
    ("merges", "undone_at", "{undone_by} แยก {event} ออกจาก {into_event} ({undone_why})"),
    ("takedowns", "at", "{who} ถอดถอน {document} ({why})"),
    ("takedowns", "undone_at", "{undone_by} เลิกถอดถอน {document} ({undone_why})"),
)


def print_history(history: dict[str, Any]) -> None:
    """What happened, in the order of time."""
    lines = [
        (row[moment], words.format(came=came(row.get("answer")), **row), row.get("changes", []))
        for name, moment, words in HAPPENED
        for row in history[name]
        if row[moment] is not None
    ]
    for at, what, changes in sorted(lines, key=lambda line: line[:2]):
        console.print(Text(f"{moment('th', at)}  {what}"))
        for change in changes[:CHANGES]:
            console.print(_change(change))
        if len(changes) > CHANGES:
            console.print(Text(f"    … และอีก {len(changes) - CHANGES} แห่ง"))


def _change(change: Change) -> Text:
    """The words taken away and put in, in their place; where there is no colour, in [-…-] and {+…+}."""
    coloured = console.is_terminal and not console.no_color
    shown = Text(f"    …{change.before}")
    for words, style, sign in ((change.removed, "red strike", "-"), (change.added, "green", "+")):
        said = " ".join(words.split("\n")) if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        begin, end = ("", "") if coloured else (("[-", "-]") if sign == "-" else ("{+", "+}"))
        shown.append(f"{begin}{said}{end}" if words else "", style if coloured else "")
    return shown.append(f"{change.after}…")
