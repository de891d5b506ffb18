"""What an address of ours says of language, filters and page, and how such addresses are written."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from archive.search import FACETS
from archive.search.query import LONGEST
from archive.web.language import LANGUAGES

NARROWING = (*FACETS, "month", "person", "organizer")  # filters that an address may carry
SEARCHED = ("q", *NARROWING, "sort", "page")  # what a hit's address carries of its search, for the way back


def language_of(request: Request) -> str:
    """That of `lang`, where it is one that the pages are written in; else Thai."""
    wanted = request.query_params.get("lang")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def link(request: Request, path: str, **values: object) -> str:
    """An address of ours that keeps the language; values that are empty are left out."""
    path, _, anchor = path.partition("#")
    if language_of(request) != LANGUAGES[0]:
        values["lang"] = language_of(request)
    written = urlencode({name: value for name, value in values.items() if value not in (None, "")})
    return path + (f"?{written}" if written else "") + (f"#{anchor}" if anchor else "")


def switch(request: Request, language: str) -> str:
    """The same page in the other language."""
    values = {name: value for name, value in request.query_params.items() if name != "lang"}
    if language != LANGUAGES[0]:
        values["lang"] = language
    return quote(request.url.path) + (f"?{urlencode(values)}" if values else "")


def asked_of(request: Request) -> str:
    """What was typed, as far as it is read; each link repeats it, so that more of it makes a huge page."""
    return request.query_params.get("q", "").strip()[:LONGEST]


def filters_of(request: Request) -> dict[str, Any]:
    """The filters of the address; a year that is no number filters nothing."""
    found: dict[str, Any] = {}
    for name in NARROWING:
        value = request.query_params.get(name, "").strip()[:200]
        if name in ("year", "fiscal"):
            if number := as_number(value, 0):
                found[name] = number
        elif value:
            found[name] = value
    return found


def as_number(text: str | None, default: int) -> int:
    """
    >>> as_number("3", 1), as_number("-3", 1), as_number("x", 1), as_number("9" * 50, 1)
    (3, 1, 1, 1)
    """
    return (
        int(text)
        if text and text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text)
        else default
    )
