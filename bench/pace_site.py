"""Sixteen hosts on the loopback interface, each with robots.txt, a list and its pages, after a latency.

    python -m bench.pace_site PAGES SECONDS        pages a host, latency; prints the port and serves

A process of its own, so that what it costs is not counted as the client's.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOSTS = tuple(f"127.0.1.{n}" for n in range(1, 17))
WORDS = (
    *("สำนักงาน", "ประกาศ", "กำหนดการ", "ผู้เข้าร่วม", "โครงการ", "พัฒนา", "การเรียนรู้", "เครือข่าย", "โรงเรียน"),
    *("ชุมชน", "รายงาน", "ประจำปี", "งบประมาณ", "แผนงาน", "ครู", "นักเรียน", "ห้องสมุด", "จังหวัด", "ตำบล"),
)
FRAME = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main>{body}</main></body></html>"
)


@contextmanager
def served(pages: int, latency: float) -> Iterator[str]:
    """The port of the hosts, which stand until the block ends."""
    command = [sys.executable, "-m", "bench.pace_site", str(pages), str(latency)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def main(arguments: list[str]) -> None:
    asyncio.run(serve(int(arguments[0]), float(arguments[1])))


async def serve(pages: int, latency: float) -> None:
    server = await asyncio.start_server(lambda *ends: _talk(pages, latency, *ends), HOSTS[0], 0)
    port = server.sockets[0].getsockname()[1]
    for host in HOSTS[1:]:
        await asyncio.start_server(lambda *ends: _talk(pages, latency, *ends), host, port)
    print(port, flush=True)
    await server.serve_forever()


async def _talk(
    pages: int, latency: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """One connection, kept open, as HTTP/1.1 has it."""
    host = writer.get_extra_info("sockname")[0]
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(latency)
            writer.write(answer(host, head.split(b" ", 2)[1].decode(), pages))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


def answer(host: str, path: str, pages: int) -> bytes:
    """The bytes of a response.

    >>> answer("127.0.1.1", "/robots.txt", 3).splitlines()[-2]
    b'User-agent: *'
    """
    if path == "/robots.txt":
        return _response(200, "text/plain", "User-agent: *\nDisallow: /private/\n")
    if path == "/":
        links = "".join(f'<li><a href="/news/{n}.html">ข่าวที่ {n}</a></li>' for n in range(pages))
        return _response(200, "text/html; charset=utf-8", FRAME.format(title="ข่าว", body=f"<ul>{links}</ul>"))
    return _response(200, "text/html; charset=utf-8", _page(host, path))


def _page(host: str, path: str) -> str:
    """About 6 kB that tell of a meeting, unlike those of any other address."""
    drawn = random.Random(host + path)
    day, hall = drawn.randint(1, 28), drawn.randint(100, 999)
    title = f"ประชุมคณะกรรมการพัฒนาการเรียนรู้ ครั้งที่ {drawn.randint(1, 12)}/2569"
    told = f"<p>{title} วันที่ {day} กรกฎาคม 2569 เวลา 09.00 น. ณ ห้องประชุม {hall} โรงแรมริมน้ำตัวอย่าง</p>"
    lines = (f"<p>{''.join(drawn.choices(WORDS, k=15))}</p>" for _ in range(17))
    return FRAME.format(title=title, body=f"<h1>{title}</h1>{told}{''.join(lines)}")


def _response(status: int, media_type: str, text: str) -> bytes:
    body = text.encode()
    return (
        f"HTTP/1.1 {status} OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body


if __name__ == "__main__":
    main(sys.argv[1:])
