"""Mails (.eml) and pages saved in one file (.mht): the text that they carry, and each document sent with it.

Both are MIME (RFC 2045). What is attached is read as captures of their own, as that of a zip archive is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

from extractors.errors import Unreadable
from extractors.formats import html, plain
from extractors.formats.document import inside
from extractors.formats.media import BY_NAME, BYTES, DOCUMENTS, HTML, MAIL, ZIP
from extractors.records import Capture, Document, Link, Site
from extractors.thai.text import decode

MOST = 100  # documents of one mail
TEXTS = ("plain", "html")  # of a text that is sent in both ways, the one that needs no guess


def read(capture: Capture, site: Site) -> Document:
    """The message's text under its subject, of the day on which it was sent.

    Raises Unreadable where it is no message, or none with a text.
    """
    message = _parsed(capture)
    body = message.get_body(TEXTS)
    if not isinstance(body, EmailMessage):
        raise Unreadable(capture.url, "expected a message with a text, came one without")
    kind = body.get_content_type()
    told = replace(
        capture,
        headers=(("Content-Type", f"{kind}; charset={body.get_content_charset() or ''}"),),
        body=_bytes(body),
        link=_described(capture, message),
    )
    reader = html.read if kind == HTML else plain.read
    found = reader(told, replace(site, selector=None))
    return replace(found, media_type=MAIL)


def members(capture: Capture) -> list[Link]:
    """A link for each document that is attached: the message's id and the name; its digest is its stamp."""
    assert capture.link is not None
    whole = capture.link
    return [
        inside(whole, name, f"sha256:{sha256(_bytes(part)).hexdigest()[:16]}")
        for name, part in list(_documents(_parsed(capture)).items())[:MOST]
    ]


def member(capture: Capture, link: Link) -> Capture:
    """The document of that link as a capture of its own; no server gave it, so it has no headers of HTTP."""
    assert capture.link is not None
    name = link.id.removeprefix(f"{capture.link.id}/")
    body = _bytes(_documents(_parsed(capture))[name])
    kind = BY_NAME.get(PurePosixPath(name).suffix.lower(), BYTES)
    url = f"mail:{capture.url}!/{quote(name)}"
    return Capture(url, capture.fetched_at, 200, (("Content-Type", kind),), body, link)


def _parsed(capture: Capture) -> EmailMessage:
    try:
        message = message_from_bytes(capture.body, policy=policy.default)
    except (ValueError, LookupError, AttributeError, RecursionError) as error:
        raise Unreadable(capture.url, f"expected a message, came one that breaks off ({error})") from None
    assert isinstance(message, EmailMessage)
    return message


def _documents(message: EmailMessage) -> dict[str, EmailMessage]:
    """What is attached and can be read, by name, each once."""
    found: dict[str, EmailMessage] = {}
    for name, part in _named(message):
        ending = PurePosixPath(name).suffix.lower()
        if ending in DOCUMENTS and BY_NAME[ending] not in (ZIP, MAIL):
            found.setdefault(name, part)
    return found


def _named(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    for part in message.walk():
        name = part.get_filename() if not part.is_multipart() else None
        if name and isinstance(part, EmailMessage):
            yield PurePosixPath(name.replace("\\", "/")).name, part


def _bytes(part: EmailMessage) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _described(capture: Capture, message: EmailMessage) -> Link:
    """The link with the subject as title and the day of sending, where it says neither itself."""
    link = capture.link or Link(capture.url, capture.url)
    sent = getattr(message["date"], "datetime", None)
    day = sent.date().isoformat() if isinstance(sent, datetime) else None
    return replace(link, title=link.title or _subject(message), published=link.published or day)


def _subject(message: EmailMessage) -> str | None:
    """What it is called, also where a program wrote Thai bytes into its head as they are."""
    raw = next((str(value) for name, value in message.raw_items() if name.lower() == "subject"), "")
    if raw.isascii():
        return str(message["subject"] or "") or None
    return decode(raw.encode("utf-8", "surrogateescape"))
