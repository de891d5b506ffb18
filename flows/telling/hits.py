"""Hits, as one reads them aloud, and what would narrow them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from rich.text import Text

from archive.search import Hit, Results
from archive.search.fields import written
from archive.web.language import KINDS, days, named, say
from extractors.thai.honorifics import addressed
from flows.telling.marked import marked
from flows.telling.values import CODES, label
from flows.terminal import console

CHOICES = 4  # values of a facet that a hit list ends with


def print_hits(results: Results, show: str = "prachum show") -> None:
    """Each hit as one reads it aloud: day, title, venue, who spoke, passage; under it `show` and its id.

    Then what would narrow them, each as it is typed, with how many it leaves.
    """
    for typed, others in results.read_as:
        console.print(Text(say("th", "spelt", typed=typed, found="” “".join(others))))
    if results.suggestions:
        console.print(Text(f"{say('th', 'did_you_mean')}: {' · '.join(results.suggestions)}"))
    if not results.hits:
        console.print(Text("ไม่พบ"))
        return
    found = "พบมากกว่า" if results.full else "พบ"
    near = f" และใกล้เคียง {results.loose} รายการ" if results.loose else ""
    console.print(Text(f"{found} {results.total} รายการ{near}"))
    if results.newest:
        console.print(Text(say("th", "only_newest")))
    elif results.unweighed:
        console.print(Text(say("th", "by_day")))
    loose = False
    for hit in results.hits:
        if hit.loose and not loose:
            console.print(Text("\n" + say("th", "loose")))
        loose = hit.loose
        _print_hit(hit, show)
    _print_choices(results)


def _print_choices(results: Results) -> None:
    """What the words name first, then the most frequent values of each facet that has several."""
    if results.offers:
        named = (_choice(offer.name, offer.value, offer.hits) for offer in results.offers)
        console.print(Text(f"\n{say('th', 'offer')}: {' '.join(named)}"))
    narrowing = {name: values for name, values in results.facets.items() if len(values) > 1}
    if narrowing:
        console.print(Text(f"\n{say('th', 'filter')}:"))
    for name, values in narrowing.items():
        console.print(Text("  " + "  ".join(_choice(name, value, hits) for value, hits in values[:CHOICES])))


def _choice(facet: str, value: str, hits: int) -> str:
    said = named("th", KINDS, value) if facet in CODES else value
    return f"{written(facet, said)} ({hits})"


def _print_hit(hit: Hit, show: str) -> None:
    when = days("th", hit.start or hit.date_edtf, hit.end)
    where = " · ".join(part for part in (hit.venue, hit.province) if part)
    console.print()
    console.print(marked(hit.title, hit.title_marks, style="bold"))
    console.print(Text(" · ".join(part for part in (when, where) if part)))
    if speakers := [addressed(person.honorific, person.name) for person in hit.people]:
        more = f" และอีก {len(speakers) - 3} คน" if len(speakers) > 3 else ""
        console.print(Text(", ".join(speakers[:3]) + more))
    console.print(marked(hit.snippet, hit.marks, style="dim"))
    for line in _reasons(hit):
        console.print(Text(line, style="dim"))
    console.print(Text(f"{show} {shlex.quote(hit.id)}", style="cyan"))


def _reasons(hit: Hit) -> Iterator[str]:
    """Where the passage stands if not in the page, which facts were named, and what is not there."""
    if hit.attachment:
        yield f"{say('th', 'from_attachment')}: {hit.attachment.title or hit.attachment.id}"
    named = [
        f"{label(fact.name)} {days('th', hit.start, hit.end) if fact.name == 'start' else fact.value}"
        for fact in hit.why
        if fact.name != "title"
    ]
    if named:
        yield f"{say('th', 'why')}: {' · '.join(named)}"
    if hit.lacks:
        yield f"{say('th', 'lacks')}: {' · '.join(hit.lacks)}"
