"""What cannot be right among the facts of the corpus, which nobody annotated: shares, and cases to look at.

A name with a verb in it, a title of 200 letters, a district of another
province: whoever changes a rule sees here what it does to texts that no one
has tuned to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bench.oracle import CORPUS, corpus
from extractors.read import read_event
from extractors.records import Event
from extractors.thai.gazetteer import districts, provinces

SHOWN = 4  # cases of each kind
STEP = 3  # every third item

_VERB = re.compile(r"กล่าว|เป็นประธาน|เปิดเผย|เข้าร่วม|ได้รับ|ดำเนิน|ประชุม(?!พร|พล)|โครงการ|กระทรวง|สำนักงาน|\d")
_SENTENCE = re.compile(r"(?:กล่าว|เปิดเผย|เผย)ว่า|เป็นประธาน|เข้าร่วม|มีวัตถุประสงค์|พร้อมด้วย")
_RUNS_ON = re.compile(
    r"(?:โดย|เพื่อ|ซึ่ง|และ|ได้|มี|จัด|เป็น|ให้|พร้อม|เมื่อ|วันที่|จำนวน|รวม)$|กล่าว|(?<!ที่)(?<!ศาลา)ว่า(?!การ)|\sนาย(?!ก|แพทย์|อำเภอ)|เป็นประธาน|โดยมี"
)
_PERSON = re.compile(r"^(?:นาย(?!ก|แพทย์|อำเภอ|ทะเบียน|ช่าง|ทหาร|ตำรวจ)|นางสาว|นาง(?!พยาบาล)|ดร\.)")


def main() -> None:
    if not CORPUS.is_file():
        print("not measured: ../shared/corpus is not there")
        return
    found: dict[str, list[str]] = defaultdict(list)
    events = 0
    for place, document in enumerate(corpus()):
        event = read_event([document]) if place % STEP == 0 else None
        if event is None:
            continue
        events += 1
        for kind, case in anomalies(event):
            found[kind].append(f"{document.id}: {case}")
    print(f"| of {events:,} events | events | share |\n|---|--:|--:|")
    for kind, cases in sorted(found.items()):
        print(f"| {kind} | {len(cases)} | {len(cases) / events:.1%} |")
    for kind, cases in sorted(found.items()):
        print(f"\n{kind}:\n")
        for case in cases[:: max(1, len(cases) // SHOWN)][:SHOWN]:
            print(f"- {case}")


def anomalies(event: Event) -> Iterator[tuple[str, str]]:
    """(kind, value) of whatever in an event cannot be right."""
    if event.title is None:
        yield "no title", ""
    elif len(event.title) > 200:
        yield "title over 200 letters", event.title
    elif _SENTENCE.search(event.title):
        yield "title is a sentence", event.title
    if event.venue and (_RUNS_ON.search(event.venue) or len(event.venue) > 110):
        yield "venue runs on", event.venue
    if event.start is None:
        yield "no day", event.title or ""
    if event.start and event.end and event.end < event.start:
        yield "ends before it starts", f"{event.start} {event.end}"
    yield from _places(event)
    for person in event.people:
        if _VERB.search(person.name) or len(person.name) > 45:
            yield "name with a verb", person.name
        if person.position and _PERSON.search(person.position):
            yield "post is a person", person.position
        if person.position and len(person.position) > 150:
            yield "post over 150 letters", person.position
    for body in event.organizers:
        if len(body) > 90 or _SENTENCE.search(body):
            yield "organizer runs on", body


def _places(event: Event) -> Iterator[tuple[str, str]]:
    if event.district and event.province:
        homes = {one.province for one in districts().get(event.district, ())}
        if homes and provinces()[event.province].code not in homes:
            yield "district of another province", f"{event.district}, {event.province}"


if __name__ == "__main__":
    main()
