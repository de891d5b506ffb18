"""Hostile and damaged files, made by code: what a reader must outlive, and what it must say of it.

Most were found to kill or to starve some library for PDFs. To add one: a
maker, and a line in HOSTILE. `python -m tests.extractors.hostile NAME` reads
one of them under the limits of a harvest and prints what that took.
"""

from __future__ import annotations

import json
import random
import resource
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import md5

from extractors import child
from extractors.errors import PrachumError
from tests.extractors.formats.made import SITE, capture, file

BOX = "/MediaBox [0 0 595 842]"
HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = "A meeting of the school board, held in the large hall on the second floor"


def stream(content: str, entries: str = "") -> str:
    return f"<< /Length {len(content)} {entries} >>\nstream\n{content}\nendstream"


def show(text: str = TEXT) -> str:
    return f"BT /F 12 Tf 50 700 Td ({text}) Tj ET"


def page(content: str, more: Iterable[str] = (), font: str = HELVETICA, entries: str = BOX) -> bytes:
    """A file of one page; `content` is its stream object, `more` are objects from number 6 on."""
    return file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R {entries} /Contents 4 0 R"
            " /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
            content,
            font,
            *more,
        ]
    )


def drawn(content: str) -> bytes:
    return page(stream(content))


def sound(_: int = 0) -> bytes:
    return drawn(show())


def many_pages(count: int) -> bytes:
    return pages(count, show())


def packed(size: int, block: bytes = b" " * 1_000_000) -> bytes:
    """So many blanks, deflated; each block of them, flushed, is the same bytes."""
    press = zlib.compressobj(9)
    head = press.compress(block) + press.flush(zlib.Z_FULL_FLUSH)
    body = press.compress(block) + press.flush(zlib.Z_FULL_FLUSH)
    count, check = size // len(block), 1
    for _ in range(count):
        check = zlib.adler32(block, check)
    return head + body * (count - 1) + b"\x03\x00" + struct.pack(">I", check)


def bomb(size: int) -> bytes:
    return page(stream(packed(size).decode("latin-1"), "/Filter /FlateDecode"))


def double_bomb(size: int) -> bytes:
    twice = zlib.compress(packed(size), 9).decode("latin-1")
    return page(stream(twice, "/Filter [/FlateDecode /FlateDecode]"))


TYPE_0 = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
    " /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>"
)


def wide(size: int) -> bytes:
    """A font that gives a width to each of so many glyphs."""
    return page(stream("BT /F 12 Tf 50 700 Td <00010002> Tj ET"), [descendant(f"/W [0 {size} 500]")], TYPE_0)


def descendant(entries: str = "") -> str:
    return (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {entries} >>"
    )


def named(size: int) -> bytes:
    """A font that gives a letter to each of so many glyphs."""
    table = "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n"
    table += f"1 beginbfrange <00000000> <{size:08X}> <0E01> endbfrange endcmap"
    return page(stream("BT /F 12 Tf 50 700 Td <00010002> Tj ET"), [descendant(), stream(table)], TYPE_0)


def nested_forms(depth: int) -> bytes:
    """Forms that each draw the next ten times."""
    forms = [
        stream(
            "/X Do " * 10,
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {7 + n} 0 R >> >>",
        )
        for n in range(depth)
    ]
    return page(stream("/X Do"), [*forms, form(show("x"))])


def form(content: str, entries: str = "") -> str:
    return stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {entries}")


def own_form(_: int) -> bytes:
    """A form that draws itself."""
    return page(stream(show() + " /X Do"), [form("/X Do", "/Resources << /XObject << /X 6 0 R >> >>")])


def letters(size: int) -> bytes:
    return drawn(show("a" * size))


def strings(size: int) -> bytes:
    return drawn("BT /F 12 Tf " + "(a) Tj " * size + "ET")


def paths(size: int) -> bytes:
    return drawn("0 0 m 9 9 l S " * size)


def states(size: int) -> bytes:
    return drawn("q " * size + show() + " Q" * size)


def brackets(size: int) -> bytes:
    return drawn("[" * size)


def pages(count: int, content: str = "") -> bytes:
    kids = " ".join(f"{3 + n} 0 R" for n in range(count))
    one = f"<< /Type /Page /Parent 2 0 R {BOX} /Contents {3 + count} 0 R"
    one += f" /Resources << /Font << /F {4 + count} 0 R >> >> >>"
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    return file(["<< /Type /Catalog /Pages 2 0 R >>", tree, *[one] * count, stream(content), HELVETICA])


def deep_tree(depth: int) -> bytes:
    """A page under so many nodes of the page tree, each of which has one child."""
    nodes = [f"<< /Type /Pages /Parent {1 + n} 0 R /Kids [{3 + n} 0 R] /Count 1 >>" for n in range(depth)]
    leaf = f"<< /Type /Page /Parent {1 + depth} 0 R {BOX} >>"
    return file(["<< /Type /Catalog /Pages 2 0 R >>", *nodes, leaf])


def own_parent(_: int) -> bytes:
    """A page tree that is its own child."""
    return file(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])


def own_table(_: int) -> bytes:
    """A cross-reference table that names itself as the one before it."""
    body = sound()
    table = body.rsplit(b"startxref", 1)[1].split()[0]
    return body.replace(b"trailer << ", b"trailer << /Prev " + table + b" ", 1)


def own_length(_: int) -> bytes:
    """A stream whose length is told by that stream."""
    return page(stream(show()).replace(f"/Length {len(show())}", "/Length 4 0 R"))


def long_length(size: int) -> bytes:
    """A stream that claims to go on far behind the file's end."""
    return page(stream(show()).replace(f"/Length {len(show())}", f"/Length {size}"))


def cut(percent: int) -> bytes:
    body = sound()
    return body[: len(body) * percent // 100]


def flipped(every: int) -> bytes:
    """One byte of so many is another."""
    body, chance = bytearray(sound()), random.Random(1)
    for place in range(chance.randrange(every), len(body), every):
        body[place] ^= 1 << chance.randrange(8)
    return bytes(body)


def shifted(size: int) -> bytes:
    """Junk before the header, as of a mail gateway: all places are wrong by its length."""
    return b"X" * size + b"\n" + sound()


def large_image(side: int) -> bytes:
    """A page that is one picture of so many pixels a side."""
    bits = packed(side * side // 8).decode("latin-1")
    size = f"/Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 1"
    image = stream(bits, f"/Type /XObject /Subtype /Image {size} /Filter /FlateDecode")
    return page(stream("595 0 0 842 0 0 cm /X Do"), [image])


def wrapped_image(side: int) -> bytes:
    """The same in two layers of compression: pdfium unpacks the outer one as a whole, and aborts."""
    bits = zlib.compress(packed(side * side), 9).decode("latin-1")
    size = f"/Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8"
    image = stream(bits, f"/Type /XObject /Subtype /Image {size} /Filter [/FlateDecode /FlateDecode]")
    return page(stream("595 0 0 842 0 0 cm /X Do"), [image])


def large_page(side: int) -> bytes:
    return page(stream(show()), entries=f"/MediaBox [0 0 {side} {side}]")


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(user: str) -> bytes:
    """A file under the standard security handler, revision 2, that this user's password opens."""
    padded = (user.encode() + PAD)[:32]
    owner = _rc4(md5((b"owner" + PAD)[:32]).digest()[:5], padded)
    mark = bytes(16)
    key = md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + mark).digest()[:5]
    content = _rc4(md5(key + bytes([4, 0, 0, 0, 0])).digest()[:10], show().encode()).decode("latin-1")
    lock = f"/O <{owner.hex()}> /U <{_rc4(key, PAD).hex()}> /P -4"
    body = page(stream(content))
    about = (
        f"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 {lock} >> /ID [<{mark.hex()}> <{mark.hex()}>] "
    )
    return body.replace(b"trailer << ", about.encode(), 1)


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def owned(_: int) -> bytes:
    """A file that anybody may read and only its owner may print."""
    return locked("")


def of_user(_: int) -> bytes:
    return locked("secret")


def empty(_: int) -> bytes:
    return b""


def header(_: int) -> bytes:
    return b"%PDF-1.7\n"


def login(_: int) -> bytes:
    return b"<html><body><form>Password <input type=password></form></body></html>"


def huge_png(side: int) -> bytes:
    """A PNG of so many pixels a side, all of one colour."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", packed(side * (side + 1))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@dataclass(frozen=True)
class Hostile:
    make: Callable[[int], bytes]
    size: int  # in `make test`, where a document has 1 s of CPU and 500 MB
    full: int  # with --long, under the limits of a harvest
    # What it may end with: the status of an error, or "read", of as much text as can be had. What takes
    # about a second is named with both ends, since machines differ.
    ends: str
    full_ends: str | None = None  # where the limits of a harvest give more


HOSTILE = {
    "deflated blanks": Hostile(bomb, 400_000_000, 1_000_000_000, "oom timeout", "oom"),
    "blanks deflated twice": Hostile(double_bomb, 1_000_000_000, 4_000_000_000, "oom timeout", "oom"),
    "a letter for each of 4,000,000,000 glyphs": Hostile(named, 0xFFFFFFF0, 0xFFFFFFF0, "oom timeout"),
    "a width for each of 2,000,000,000 glyphs": Hostile(wide, 2_000_000_000, 2_000_000_000, "oom timeout"),
    "forms in forms, 10^8 in all": Hostile(nested_forms, 8, 8, "timeout", "oom timeout"),
    "a form that draws itself": Hostile(own_form, 0, 0, "read"),
    "letters in one string": Hostile(letters, 1_000_000, 2_000_000, "oom timeout"),
    "strings of one letter": Hostile(strings, 500_000, 3_000_000, "oom timeout"),
    "paths": Hostile(paths, 500_000, 1_000_000, "oom timeout", "read oom timeout"),
    "saved states": Hostile(states, 500_000, 1_000_000, "oom timeout", "read oom timeout"),
    "brackets": Hostile(brackets, 50_000, 1_000_000, "read malformed"),
    "empty pages": Hostile(pages, 100_000, 100_000, "read timeout", "read"),
    "pages of text": Hostile(many_pages, 200, 5_000, "read"),
    "a page under nodes of the tree": Hostile(deep_tree, 20_000, 20_000, "malformed"),
    "a page tree that is its own child": Hostile(own_parent, 0, 0, "malformed"),
    "a table that is the one before it": Hostile(own_table, 0, 0, "read"),
    "a stream that is its own length": Hostile(own_length, 0, 0, "read"),
    "a length behind the file's end": Hostile(long_length, 10**12, 10**12, "read"),
    "half a file": Hostile(cut, 50, 50, "truncated"),
    "a file without its end": Hostile(cut, 95, 95, "truncated"),
    "a byte in 50 is another": Hostile(flipped, 50, 50, "malformed"),
    "a byte in 300 is another": Hostile(flipped, 300, 300, "read malformed"),
    "junk before the header": Hostile(shifted, 300, 300, "read"),
    "a picture of so many pixels a side": Hostile(large_image, 10_000, 60_000, "read"),
    "a picture deflated twice": Hostile(wrapped_image, 30_000, 50_000, "read"),
    "a page of so many points a side": Hostile(large_page, 2_000_000, 2_000_000, "read"),
    "a PNG of so many pixels a side": Hostile(huge_png, 20_000, 60_000, "read"),
    "locked by its owner": Hostile(owned, 0, 0, "read"),
    "locked by its user": Hostile(of_user, 0, 0, "encrypted"),
    "nothing": Hostile(empty, 0, 0, "truncated"),
    "a header and no more": Hostile(header, 0, 0, "truncated"),
    "a login form": Hostile(login, 0, 0, "malformed"),
}


@dataclass(frozen=True)
class Outcome:
    status: str
    reason: str
    size: int  # bytes of the file
    seconds: float  # of CPU, of all processes
    memory: int  # bytes, of the largest of them


def read(body: bytes, seconds: float = child.SECONDS, memory: int = child.MEMORY) -> tuple[str, str]:
    """Status and reason, as they would be kept."""
    try:
        found = child.read_safely(capture(body, "application/pdf"), SITE, seconds, memory)
    except PrachumError as error:
        return getattr(error, "status", type(error).__name__), error.reason
    return "read", ", ".join(found.reasons)


def measured(name: str) -> Outcome:
    """The outcome under the limits of a harvest, in a process of its own."""
    command = [sys.executable, "-m", "tests.extractors.hostile", name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Outcome(**json.loads(done.stdout))


def main(name: str) -> None:
    body = HOSTILE[name].make(HOSTILE[name].full)
    before = time.process_time()
    status, reason = read(body)
    child._close_idle()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - before + used.ru_utime + used.ru_stime
    print(json.dumps(asdict(Outcome(status, reason, len(body), seconds, 1024 * used.ru_maxrss))))


if __name__ == "__main__":
    main(sys.argv[1])
