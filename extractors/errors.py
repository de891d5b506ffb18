"""What can go wrong, sorted by what to do about it.

    PrachumError
    ├── TryAgain        the network or the server failed: the next run asks again
    │   ├── HostDown    no further request to this host in this run
    │   └── Withheld    something else came in its place: a login form, a refusal, an empty page
    ├── Skip            keep what was fetched, note it, go on with the next document
    │   ├── Refused     an address rule forbids the request
    │   │   └── Forbidden   robots.txt does
    │   ├── Gone        the server says that the document is not there
    │   ├── HeldElsewhere   a file on another host that may not be had from there
    │   ├── UnknownFormat   no reader for this media type
    │   └── Unreadable  the bytes are not what they claim to be: encrypted, damaged, cut short
    ├── Stop            nothing more can be done here: tell the archivist
    │   ├── LayoutChanged   a site no longer looks as its entry in sites.toml says
    │   │   └── Unmatched   a page does not match its `selector`
    │   └── BadInput    options or sites.toml are wrongly written (exit code 2)
    └── Alarm           nothing failed, and yet a site is unlike its own history: look at it
        ├── Silent      it listed nothing
        ├── Quiet       less is new than ever
        ├── Frozen      its list stands still
        ├── OtherTemplate   its pages no longer fit their selector
        ├── Garbled     its texts are no readable Thai any more
        └── Unvouched   its certificate is believed by its pin alone

Every error carries one line that says what was expected, what came, and what to do.
"""

from __future__ import annotations


class PrachumError(Exception):
    """The root: `url` (or file) it happened at, `reason` in one line."""

    cause: str | None = None  # the kind of the error behind it, where this one says what became of that

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}" if url else reason)
        self.url = url
        self.reason = reason

    def __reduce__(self) -> tuple[type[PrachumError], tuple[str, str]]:
        return type(self), (self.url, self.reason)


class TryAgain(PrachumError): ...


class HostDown(TryAgain): ...


class Withheld(TryAgain): ...


class Skip(PrachumError): ...


class Refused(Skip): ...


class Forbidden(Refused): ...


class Gone(Skip): ...


class HeldElsewhere(Skip):
    def __init__(self, url: str, reason: str, cause: str | None = None) -> None:
        super().__init__(url, reason)
        self.cause = cause


class UnknownFormat(Skip): ...


class Unreadable(Skip):
    """`status` is one word for the catalogue: encrypted, malformed, truncated, oom, timeout."""

    def __init__(self, url: str, reason: str, status: str = "malformed") -> None:
        super().__init__(url, reason)
        self.status = status


class Stop(PrachumError): ...


class LayoutChanged(Stop): ...


class Unmatched(LayoutChanged): ...


class BadInput(Stop): ...


class Alarm(PrachumError): ...


class Silent(Alarm): ...


class Quiet(Alarm): ...


class Frozen(Alarm): ...


class OtherTemplate(Alarm): ...


class Garbled(Alarm): ...


class Unvouched(Alarm): ...
