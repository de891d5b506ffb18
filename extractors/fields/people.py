"""Who: everyone with a part in the event, their role, post and topic.

mentions.py finds the names and posts, roles.py what part each mention tells
of; here the mentions of one person become one entry, with the strongest role
and the fullest form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.fields import labels, roles, topics
from extractors.fields.chairs import of_this_event
from extractors.fields.cues import STRENGTH
from extractors.fields.delegation import settled
from extractors.fields.later import later_parts
from extractors.fields.listed import by_lists, with_posts
from extractors.fields.mentions import Mention, find_mentions
from extractors.fields.roles import Part
from extractors.fields.spellings import alike
from extractors.records import Document, Facts, Found
from extractors.thai import honorifics, post_forms
from extractors.thai.bodies import explained
from extractors.thai.surnames import Span

# The share of roles that were right in each, on texts set apart for measuring.
CONFIDENCE = {
    "chair": 0.98,
    "opener": 0.85,
    "speaker": 0.97,
    "signatory": 0.85,
    "lead": 0.75,
    "guest": 0.88,
    "participant": 0.95,
    "spokesperson": 0.6,
}
NAMED = 0.98  # of a name with a part that the text tells, the share that was the event's
TELLS = 0.8  # of who tells the press: of an event, or of a measure that is none
UNSAID = 0.7  # of a name in full of which the text says nothing that we know, and of its part


@dataclass
class _Person:
    """All mentions of one person, with the parts they tell of."""

    mentions: list[Mention] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """Paths people[i].…, in the order in which the text first names them.

    >>> text = "นางสมมติ ตั้งใจดี ผอ.รร.บ้านตัวอย่าง เป็นประธานการประชุม"
    >>> found = find(Document("d", "", "text/plain", text), {})
    >>> [(path, fact.value) for path, fact in found.items()][:3]
    [('people[0].name', 'สมมติ ตั้งใจดี'), ('people[0].role', 'chair'), ('people[0].given', 'สมมติ')]
    >>> found["people[0].position_full"].value
    'ผู้อำนวยการโรงเรียนบ้านตัวอย่าง'
    """
    text = document.text
    mentions = with_posts(document, find_mentions(text))
    parts = by_lists(document, mentions, roles.parts(text, mentions))
    people = _persons(text, mentions, of_this_event(text, settled(text, mentions, parts)))
    found: dict[str, Found] = {}
    for i, person in enumerate(people):
        for attribute, fact in _facts(text, person):
            found[f"people[{i}].{attribute}"] = fact
    return found


def _persons(text: str, mentions: Sequence[Mention], parts: Sequence[Part | None]) -> list[_Person]:
    """One entry a person who has a part."""
    full: dict[str, _Person] = {}
    by_given: dict[str, _Person] = {}
    by_word: dict[str, dict[int, _Person]] = {}  # those of whom it is the given name, or begins the surname
    for mention, part in zip(mentions, parts, strict=True):
        if mention.name.surname or mention.name.honorific is None:
            name = "".join(mention.name.value(text).split())
            person = full[name] = full.get(name) or _misspelt(text, mention, by_word) or _Person()
            by_given.setdefault(text[slice(*mention.name.given)], person)
            for span in filter(None, (mention.name.given, mention.name.surname)):
                by_word.setdefault(text[slice(*span)].split()[0], {})[id(person)] = person
            person.mentions.append(mention)
            if part:
                person.parts.append(part)
    for mention, part in zip(mentions, parts, strict=True):
        known = by_given.get(text[slice(*mention.name.given)])
        if part and known and mention.name.surname is None and mention not in known.mentions:
            known.parts.append(part)
    for n, part in later_parts(text, mentions):
        # A given name alone, of which no full one is told, is nobody that can be found again.
        spoke = by_given.get(text[slice(*mentions[n].name.given)])
        if doer := full.get("".join(mentions[n].name.value(text).split()), spoke):
            doer.parts.append(part)
    begins_another = (name for name, after in pairwise(sorted(full)) if after.startswith(name))
    for name in [name for name in begins_another if _breaks_off(text, full[name])]:
        del full[name]
    persons = {id(person): person for person in full.values()}
    return [person for person in persons.values() if person.parts]


def _misspelt(text: str, mention: Mention, by_word: Mapping[str, Mapping[int, _Person]]) -> _Person | None:
    """Whom a mention means that spells him otherwise than the mentions before."""
    if mention.name.surname is None:
        return None
    words = (text[slice(*span)].split()[0] for span in (mention.name.given, mention.name.surname))
    near = (person for word in words for person in by_word.get(word, {}).values())
    return next((person for person in near if alike(text, person.mentions[0], mention)), None)


def _breaks_off(text: str, person: _Person) -> bool:
    """Whether the one mention of somebody ends a line, as where a headline breaks off within a name."""
    end = person.mentions[0].name.end
    return len(person.mentions) == 1 and text[end : end + 1] in ("", "\n")


def _facts(text: str, person: _Person) -> Iterator[tuple[str, Found]]:
    best = min(person.parts, key=lambda part: STRENGTH.index(part.role))
    mention = _fullest(text, person)
    name = mention.name
    last = name.surname or name.given
    told, trust = ("name", NAMED) if best.cue else ("name-unsaid", UNSAID)
    if best.role == "spokesperson":
        told, trust = "name-tells", TELLS
    yield "name", Found(name.value(text), name.given[0], last[1], told, trust)
    if best.cue:
        yield "role", Found(best.role, *best.cue, f"role-{best.role}", CONFIDENCE[best.role])
    else:
        yield "role", Found(best.role, name.start, name.end, "role-unsaid", UNSAID)
    yield "given", _found(text, name.given, "name")
    if name.surname:
        yield "surname", _found(text, name.surname, "name")
    if name.honorific:
        yield from _honorific(text, name.honorific)
    yield from _position(text, person)
    if topic := _topic(text, person):
        yield "topic", _found(text, topic, "topic", 0.8)


def _fullest(text: str, person: _Person) -> Mention:
    """The mention of the whole name as it is spelt most, with the longest honorific, the first of them."""
    names = [mention.name.value(text) for mention in person.mentions]
    spelt = Counter(names)

    def fullness(place: int) -> tuple[int, int, int]:
        name = names[place]
        return name.count(" "), spelt[name], _length(person.mentions[place].name.honorific)

    return person.mentions[max(range(len(names)), key=fullness)]


def _length(span: Span | None) -> int:
    return span[1] - span[0] if span else 0


def _honorific(text: str, span: Span) -> Iterator[tuple[str, Found]]:
    yield "honorific", _found(text, span, "honorific")
    if rank := honorifics.rank(text[slice(*span)]):
        yield "rank", _found(text, (span[0] + rank[0], span[0] + rank[1]), "rank")


def _position(text: str, person: _Person) -> Iterator[tuple[str, Found]]:
    held = [mention for mention in person.mentions if mention.post]
    if not held:
        return
    written = [m for m in held if m.post and post_forms.expand(text[slice(*m.post)]) is None]
    mention = (written or held)[0]
    assert mention.post is not None
    post = _found(text, mention.post, f"post-{mention.rule}", 0.9)
    yield "position", post
    if full := _in_full(text, str(post.value)):
        yield "position_full", Found(full, post.start, post.end, "abbreviation", 0.9)
    if acting := post_forms.acting(text[post.start : post.end]):
        yield "acting", Found(True, post.start + acting[0], post.start + acting[1], "acting")


_SHORT = re.compile(r"(?:(?<=\.)|(?<![ก-๎.]))[ก-ฮ]{2,6}\.")  # an abbreviation within a post: ผอ.สวก.


def _in_full(text: str, post: str) -> str | None:
    """The post without abbreviations, first as the text explains them itself: one may mean several bodies."""
    spelt = _SHORT.sub(lambda short: explained(text, short[0]) or short[0], post)
    return post_forms.expand(spelt) or (spelt if spelt != post else None)


def _topic(text: str, person: _Person) -> Span | None:
    for part in person.parts:
        if part.cue and "ดำเนิน" in text[slice(*part.cue)]:
            continue  # the moderator's own topic is the event's
        announced = part.cue is not None and part.cue[1] <= part.head[1]
        own = topics.own(text, part.clause, part.until) if part.role == "speaker" else None
        if part.role == "speaker" and announced:
            ways = (
                own
                or labels.topic(text, part.head[1])
                or topics.before(
                    text, part.head, spoken=part.spoken and labels.label(text, part.head[1]) is None
                ),
                topics.above(text, part.head),
                topics.after(text, part.clause, part.until)
                or (topics.labelled(text, part.head[1]) if labels.label(text, part.head[1]) else None),
            )
        elif part.role in ("speaker", "chair", "opener"):
            ways = (own or topics.after(text, part.clause, part.until), None, None)
            if part.role == "speaker" and ways[0] is None:
                ways = (topics.before(text, part.head, spoken=False), None, None)
        else:
            continue
        if topic := next(filter(None, ways), None):
            return topic
    return None


def _found(text: str, span: Span, rule: str, confidence: float = 1.0) -> Found:
    return Found(" ".join(text[slice(*span)].split()), *span, rule, confidence)
