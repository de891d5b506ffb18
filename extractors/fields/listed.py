"""What an official document's lists say of who took part: those present, not the absent nor who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields.mentions import Mention
from extractors.fields.roles import Part
from extractors.records import Document, Official


def by_lists(
    document: Document, mentions: Sequence[Mention], parts: Sequence[Part | None]
) -> list[Part | None]:
    """The parts, in the order of `mentions`, with those that the lists of an official document give."""
    official = document.official
    if official is None:
        return list(parts)
    said = _roles(official)
    if official.kind == "order":  # whom it appoints has done nothing yet
        parts = [part if part and part.role == "speaker" else None for part in parts]
    absent = {_glued(person.name) for person in official.absent}
    return [
        None
        if _glued(mention.name.value(document.text)) in absent
        else _part(said[place], mention)
        if (place := mention.name.given[0]) in said
        else part
        for mention, part in zip(mentions, parts, strict=True)
    ]


def with_posts(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that stand in a list with the post, or else the duty, that it gives them."""
    official = document.official
    if official is None:
        return list(mentions)
    posts: dict[int, tuple[int, int]] = {}
    for path, places in official.evidence.items():
        head, _, attribute = path.partition(".")
        name = official.evidence.get(f"{head}.name")
        if name and head.startswith(("present", "attending")) and attribute in ("position", "duty"):
            place = (places[0].start, places[0].end)
            posts[name[0].start] = place if attribute == "position" else posts.get(name[0].start, place)
    return [
        replace(mention, post=post, rule="list") if (post := posts.get(mention.name.given[0])) else mention
        for mention in mentions
    ]


def _glued(name: str) -> str:
    return "".join(name.split())


def _roles(official: Official) -> dict[int, str | None]:
    """Where a listed name begins -> the role of its list; None for no part at all."""
    roles: dict[int, str | None] = {}
    for path, places in official.evidence.items():
        head, _, attribute = path.partition(".")
        kind = head.partition("[")[0]
        if attribute == "name":
            roles[places[0].start] = "participant" if kind in ("present", "attending") else None
    for n, person in enumerate(official.present):
        if (person.duty or person.position or "").startswith("ประธาน"):
            roles[official.evidence[f"present[{n}].name"][0].start] = "chair"
            break
    return roles


def _part(role: str | None, mention: Mention) -> Part | None:
    start, end = mention.start, mention.end
    return Part(role, (start, end), (end, end), (start, start), end) if role else None
