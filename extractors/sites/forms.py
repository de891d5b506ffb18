"""Pages that only a form leads to: the `__doPostBack` of ASP.NET's tables, and plain buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode, urljoin

from bs4 import Tag

from extractors.formats.document import charset
from extractors.records import Capture
from extractors.sites.addresses import host
from extractors.thai.text import encoding

_POST_BACK = re.compile(
    r"""(?:__doPostBack|WebForm_PostBackOptions)\(\s*['"]([^'"]*)['"]\s*,\s*['"]([^'"]*)['"]"""
)
_STATE = "__"  # what ASP.NET's own fields begin with; its state is long, and other on every page
_EVENT = ("__EVENTTARGET", "__EVENTARGUMENT")
_UNSENT = ("submit", "button", "image", "reset", "file")  # but the one that is pressed


class Posted(str):
    """An address that is asked for with POST: `fields` are sent to what stands before the `#`.

    Behind it stands what was chosen, so that each page of a list is kept under an address of its own.
    `cookies` came with the pages before: against forged forms, ASP.NET takes none without the first page's.
    `encoding` is that of the page with the form.
    """

    fields: tuple[tuple[str, str], ...]
    cookies: Mapping[str, str] = {}
    encoding: str = "utf-8"

    def __new__(cls, address: str, fields: tuple[tuple[str, str], ...]) -> Posted:
        said = [(name, text) for name, text in fields if text]
        chosen = [(name, text) for name, text in said if name in _EVENT or not name.startswith(_STATE)]
        posted = super().__new__(cls, f"{address.partition('#')[0]}#{urlencode(chosen)}")
        posted.fields = fields
        return posted

    def body(self) -> bytes:
        """The fields as a browser sends them: what the page's encoding lacks as a character reference."""
        return urlencode(self.fields, encoding=self.encoding, errors="xmlcharrefreplace").encode("ascii")


def post_back(control: Tag, url: str) -> Posted | None:
    """What a link or a button of a form asks its own host for; None where it is of no form sent with POST.

    >>> from bs4 import BeautifulSoup
    >>> link = "<a href=javascript:__doPostBack('Grid','Page$2')>2</a>"
    >>> page = f"<form method=post action=n.aspx><input type=hidden name=__VIEWSTATE value=dDw>{link}</form>"
    >>> asked = post_back(BeautifulSoup(page, "lxml").a, "http://a.go.th/news/")
    >>> asked, asked.fields[0]
    ('http://a.go.th/news/n.aspx#__EVENTTARGET=Grid&__EVENTARGUMENT=Page%242', ('__VIEWSTATE', 'dDw'))
    """
    form = control.find_parent("form")
    if form is None or str(form.get("method") or "").lower() != "post":
        return None
    event = _POST_BACK.search(f"{control.get('href')} {control.get('onclick')}")
    if event:
        pressed = dict(zip(_EVENT, event.groups(), strict=True))
    elif control.name in ("input", "button") and control.get("name"):
        pressed = {str(control["name"]): str(control.get("value") or "")}
    else:
        return None
    fields = {**_sent_along(form), **pressed}
    address = urljoin(url, str(form.get("action") or ""))
    return Posted(address, tuple(fields.items())) if host(address) == host(url) else None


def page_encoding(capture: Capture) -> str:
    """The encoding in which a page wants its forms back: its own, but UTF-8 where no form can be sent in it.

    >>> page_encoding(Capture("http://a.go.th/", "", 200, (), "ข่าวประชุม".encode("cp874")))
    'cp874'
    """
    own = encoding(capture.body, charset(capture))
    return "utf-8" if own.startswith("utf") else own


def cookies(capture: Capture) -> dict[str, str]:
    """The cookies that came with a page."""
    said = (text.partition(";")[0] for name, text in capture.headers if name.lower() == "set-cookie")
    pairs = (pair.partition("=") for pair in said)
    return {name.strip(): value.strip() for name, equals, value in pairs if equals}


def _sent_along(form: Tag) -> dict[str, str]:
    """What a browser sends of a form's own fields, whatever is pressed."""
    sent = {}
    for field in form.find_all(["input", "select", "textarea"]):
        name, kind = str(field.get("name") or ""), str(field.get("type") or "text").lower()
        if not name or field.has_attr("disabled") or kind in _UNSENT:
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        chosen = field.select_one("option[selected]") or field.select_one("option") or field
        sent[name] = str(chosen.get("value", "on" if kind == "checkbox" else chosen.get_text()))
    return sent
