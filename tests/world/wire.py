"""Answers that break off, never end, or are no HTTP: what goes wrong below the page."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from threading import Event

from tests.world.exchange import Answer, Request, page

BOMB_MIB = 500  # unpacked; half a megabyte on the wire


@dataclass(frozen=True)
class Struck:
    """What a fault may look at: the request, how often that address was asked for before, the world's end."""

    request: Request
    before: int
    closing: Event


Act = Callable[[Callable[[], Answer], Struck], Answer]


def drip(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """The normal answer, one byte a second; its headers come at once."""
    answer = normal()

    def bytes_() -> Iterator[bytes]:
        for byte in answer.content():
            yield bytes([byte])
            if struck.closing.wait(1):
                return

    return replace(answer, body=bytes_())


def dripped(head: bytes, drop: bytes) -> Act:
    """The beginning of a response, and then the same again and again, ten times a second."""

    def act(normal: Callable[[], Answer], struck: Struck) -> Answer:
        def bytes_() -> Iterator[bytes]:
            yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + head
            while not struck.closing.wait(0.1):
                yield drop

        return Answer(raw=bytes_())

    return act


def stall(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """No byte at all, for as long as the world runs."""
    struck.closing.wait()
    return Answer(reset=True)


def endless(normal: Callable[[], Answer], struck: Struck) -> Answer:
    def bytes_() -> Iterator[bytes]:
        yield b"<!DOCTYPE html><html><body>"
        while not struck.closing.is_set():
            yield "<p>และอื่น ๆ อีกมากมาย</p>".encode() * 500

    return replace(page(""), body=bytes_())


def bomb(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """One packed MiB of blanks again and again: gzip members may follow each other."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    member = packer.compress(b" " * 2**20) + packer.flush()
    return replace(page("").having(("Content-Encoding", "gzip")), body=member * BOMB_MIB)


def cut(answer: Answer) -> Answer:
    """Half the body, under the length of the whole; then the connection is closed."""
    body = answer.content()
    return replace(answer, body=body[: len(body) // 2], says_length=len(body))


def half(answer: Answer) -> Answer:
    """Half the body, and a length that says so; a Thai letter is cut in two where there is one."""
    body = answer.content()
    letters = [place for place in range(len(body) // 2) if body[place] == 0xE0]
    return replace(answer, body=body[: letters[-1] + 2 if letters else len(body) // 2])


def reset_midway(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """Half the body, and then the connection is reset."""
    answer = cut(normal())
    return replace(answer, reset=True)


def babble(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """Another protocol, as where a firewall or a mail server took the port over."""
    return Answer(raw=[b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"])


def miscoded(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """Plain text that says it is packed."""
    return normal().having(("Content-Encoding", "gzip"))


def misnumbered(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """Chunks whose lengths are no numbers."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return Answer(raw=[head + b"5\r\n<html\r\nzz\r\n" + normal().content()])


def talkative(normal: Callable[[], Answer], struck: Struck) -> Answer:
    """More headers than any client reads."""
    return normal().having(*((f"X-Debug-{n}", "1") for n in range(300)))
