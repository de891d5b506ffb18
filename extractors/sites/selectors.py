"""CSS selectors: those that people write, and those that tell an element of one page on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag
from soupsieve import SelectorSyntaxError
from soupsieve import compile as compile_selector

# Names that hold a number are one page's own (post-118, row2); these change from row to row.
_LASTING = re.compile(r"[A-Za-z_][A-Za-z_-]*")
_PASSING = {
    "odd",
    "even",
    "first",
    "last",
    "alt",
    "alternate",
    "active",
    "current",
    "new",
    "hot",
    "sticky",
    "item-last",
}


def fault(selector: str) -> str | None:
    """What is wrong with a selector, in a few words; None where nothing is.

    >>> fault("td.day > a"), fault("td.day > > a")
    (None, "The combinator '>' at position 9, must have a selector before it")
    """
    try:
        compile_selector(selector)
    except (SelectorSyntaxError, NotImplementedError, ValueError) as error:
        return str(error).partition("\n")[0].strip()
    return None


def identity(tag: Tag) -> str | None:
    """The tag's id, where it looks like one of every page's."""
    name = str(tag.get("id") or "")
    return name if _LASTING.fullmatch(name) else None


def classes(tag: Tag) -> list[str]:
    """The tag's classes that do not change from page to page, or from row to row."""
    named = tag.get("class") or ""
    words = named.split() if isinstance(named, str) else [str(word) for word in named]
    return [word for word in words if _LASTING.fullmatch(word) and word.lower() not in _PASSING]


def described(tag: Tag) -> str:
    """The tag by its name and its first class: "td.list-title", "tr"."""
    return ".".join([tag.name, *classes(tag)[:1]])


def own(tag: Tag) -> Iterator[str]:
    """Selectors that may match the tag alone, the surest first."""
    if tag.get("itemprop"):
        yield f'[itemprop="{tag["itemprop"]}"]'
    if name := identity(tag):
        yield f"#{name}"
    yield from (f"{tag.name}.{word}" for word in classes(tag))


def path(tag: Tag) -> str:
    """The tag by its way down from the nearest ancestor with a name: "table.story > tr:nth-of-type(3)"."""
    steps: list[str] = []
    at: Tag | None = tag
    while at is not None and at.name not in ("html", "body", "[document]"):
        if name := identity(at):
            return " > ".join([f"#{name}", *steps])
        if classes(at):
            return " > ".join([described(at), *steps])
        steps.insert(0, _step(at))
        at = at.parent
    return " > ".join(["body", *steps])


def _step(tag: Tag) -> str:
    same = tag.parent.find_all(tag.name, recursive=False) if tag.parent else [tag]
    if len(same) == 1:
        return tag.name
    return f"{tag.name}:nth-of-type({1 + next(n for n, other in enumerate(same) if other is tag)})"
