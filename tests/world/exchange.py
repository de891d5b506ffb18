"""A request and its answer, as the sites of the simulated web see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Request:
    """`target` is what stands in the request line, path and query; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""  # "http://127.0.0.1:18563", without a slash
    sent: str = ""  # the body of a POST

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        """The query's last value of each name; PHP's `name[]` counts as `name`."""
        pairs = parse_qsl(urlsplit(self.target).query, keep_blank_values=True)
        return {name.removesuffix("[]"): value for name, value in pairs}

    def form(self, encoding: str) -> dict[str, str]:
        """What a POST sends, by the names of its fields."""
        return dict(parse_qsl(self.sent, keep_blank_values=True, encoding=encoding))


@dataclass(frozen=True)
class Answer:
    """What goes back; a body that is not bytes is streamed until it ends, without a length."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | Iterable[bytes] = b""
    says_length: int | None = None  # the Content-Length where it is not the body's
    reset: bool = False  # after the body, or at once where there is none, the connection is reset
    raw: Iterable[bytes] | None = None  # what is sent in place of a response, from its first byte on

    def having(self, *headers: tuple[str, str]) -> Answer:
        """The same answer with further headers, which replace those of their name."""
        names = {name.lower() for name, _ in headers}
        kept = tuple(pair for pair in self.headers if pair[0].lower() not in names)
        return replace(self, headers=kept + headers)

    def content(self) -> bytes:
        """The body in one piece; only for bodies that end."""
        return self.body if isinstance(self.body, bytes) else b"".join(self.body)


def page(markup: str, status: int = 200) -> Answer:
    return Answer(status, (("Content-Type", "text/html; charset=UTF-8"),), markup.encode())


def xml(markup: str, media_type: str = "application/xml") -> Answer:
    return Answer(200, (("Content-Type", f"{media_type}; charset=UTF-8"),), markup.encode())


def redirect(target: str, status: int = 301) -> Answer:
    return Answer(status, (("Location", target), ("Content-Type", "text/html; charset=UTF-8")))


def unchanged(request: Request, answer: Answer) -> bool:
    """Whether the request's validators are those of the answer, as WordPress and Apache compare them.

    Both must agree where both are sent, and an ETag that a proxy on the way
    made weak no longer does.
    """
    sent = {
        "etag": request.headers.get("if-none-match"),
        "last-modified": request.headers.get("if-modified-since"),
    }
    own = {name.lower(): value for name, value in answer.headers}
    asked = {name: value for name, value in sent.items() if value is not None}
    return bool(asked) and all(own.get(name) == value for name, value in asked.items())


def or_304(request: Request, answer: Answer) -> Answer:
    """The answer, or 304 with its validators where the client has it already."""
    if not unchanged(request, answer):
        return answer
    kept = tuple(pair for pair in answer.headers if pair[0].lower() in {"etag", "last-modified"})
    return Answer(304, kept)
