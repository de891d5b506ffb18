"""Templates to pages, in the language of the address."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from archive.search.query import LONGEST
from archive.web import language as languages
from archive.web.addresses import SEARCHED, language_of, link, switch
from archive.web.marked import parts
from extractors.thai.honorifics import addressed


def render(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    language = language_of(request)
    other = "en" if language == "th" else "th"
    came_from = {name: value[:LONGEST] for name, value in request.query_params.items() if name in SEARCHED}
    html = TEMPLATES.get_template(template).render(
        values,
        language=language,
        other=other,
        say=lambda key, **named: languages.say(language, key, **named),
        kind=lambda key: languages.named(language, languages.KINDS, key),
        reason=lambda key: languages.named(language, languages.REASONS, key),
        label=lambda key: languages.named(language, languages.LABELS, key),
        days=lambda start, end=None: languages.days(language, start, end),
        moment=lambda utc: languages.moment(language, utc),
        link=lambda path, **named: link(request, path, **named),
        switch=switch(request, other),
        came_from=came_from,
        onward=lambda path, **named: link(request, path, **named, **came_from),
    )
    return HTMLResponse(html, status, {"Content-Language": language})


def _thai(text: str) -> bool:
    """Whether it is to be spoken in Thai: days and kinds are in the language of the page.

    >>> _thai("ห้อง 3"), _thai("14 December 2563 BE")
    (True, False)
    """
    return any("ก" <= letter <= "๛" for letter in text)


def _outside(url: str | None) -> str | None:
    """The address where it is one that a page may link to; `javascript:` is none.

    >>> _outside("https://example.org/1"), _outside("javascript:alert(1)")
    ('https://example.org/1', None)
    """
    return url if url and url.lower().startswith(("http://", "https://")) else None


TEMPLATES = Environment(
    loader=PackageLoader("archive.web"),
    autoescape=select_autoescape(default=True, default_for_string=True),
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.tests["thai"] = _thai
TEMPLATES.filters.update(
    addressed=lambda person: addressed(person.honorific, person.name),
    path=quote,
    parts=parts,
    outside=_outside,
    number=lambda n: f"{n:,}",
)
