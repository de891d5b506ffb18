"""An event: every value with the sentence it was read from, the words themselves marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from archive.related import Related
from archive.web import papers
from archive.web.language import days, moment, say
from flows.telling.documents import print_documents, print_official
from flows.telling.marked import marked
from flows.telling.passages import passages
from flows.telling.values import UNSAID, grouped, in_one_line
from flows.terminal import console


def print_event(record: dict[str, Any]) -> None:
    """Every value with the sentence it was read from, the words themselves marked; then the documents."""
    console.print(Text(record["event"]["title"] or record["id"], style="bold"))
    console.print(Text(record["id"], style="cyan"))
    for heading, lines in grouped(record["values"]).items():
        console.print()
        console.print(Text(f"{heading}: ", style="bold") + Text(in_one_line(lines, record["event"])))
        for correction in [line["correction"] for line in lines if line["correction"]]:
            at = moment("th", correction["at"])
            console.print(Text(f"  แก้ไขโดย {correction['who']} ({at}): {correction['why']}"))
        told = [line for line in lines if line["path"].rpartition(".")[2] not in UNSAID]
        for passage in passages(place for line in told for place in line["evidence"][:1]):
            page = f" (หน้า {passage.page})" if passage.page else ""
            other = f" ใน {passage.document}" if passage.document != record["id"] else ""
            marks = [[start - passage.start, end - passage.start] for start, end in passage.marks]
            console.print(Text("  “") + marked(passage.text, marks) + Text(f"”{page}{other}"))
    console.print()
    print_documents(record["documents"])
    print_related(record["related"])
    for document in record["documents"]:
        if document["official"]:
            console.print()
            print_official(document["official"], papers.TOLD_BY_EVENT)


def print_related(events: Iterable[Related]) -> None:
    """A line an event: its title and days, and why it belongs here."""
    for n, event in enumerate(events):
        if n == 0:
            console.print(Text(f"\n{say('th', 'related')}:", style="bold"))
        why = [say("th", "same_series")] * event.series + event.people[:3]
        when = (
            [days("th", event.start or event.date_edtf, event.end)] if event.start or event.date_edtf else []
        )
        console.print(Text(f"  {' · '.join([event.title or event.id, *when, ', '.join(why)])}"))
        console.print(Text(f"  {event.id}", style="cyan"))
