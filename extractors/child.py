"""Reading hostile bytes in a process of its own, and the only place that starts processes.

A server (`python -m extractors.child`) has the readers loaded and forks one
child a document, so that fifty documents pay one start of Python, and nothing
of one document is left when the next is read. The child has limits on memory,
CPU and files, a deadline, and a temporary folder for HOME; the programs that
it runs have the same, and their time together is bounded. The server is
started by subprocess, since the daemonic workers of Dask may not use
multiprocessing; it ends when its pipe does, and its child with it.

    read_safely ──Capture, Site──> server ──fork──> child ──Document as JSON──> server ──> read_safely

The child has touched the hostile bytes: what comes from it is JSON, never a pickle.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import json
import math
import os
import pickle
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from extractors import errors
from extractors.errors import PrachumError, Unreadable
from extractors.formats.media import HTML, PLAIN, media_type
from extractors.output import official_from_json
from extractors.records import Capture, Document, Link, Site

SECONDS = 60.0  # of CPU, that a document may take
PROGRAMS = 600.0  # so many seconds more may the programs take that it needs: OCR of a hundred pages
MEMORY = 1_500_000_000  # bytes of address space, of which the loaded readers take some 300 MB
SMALL = 1_000_000  # bytes; text and pages up to here are read in this process
_GRACE = 30.0  # seconds beyond the deadline after which the server itself is given up
_FILE = 200_000_000  # bytes that the child may write to a file
_OUT_OF_MEMORY = 12  # the child's exit code, after ENOMEM
_TOO_LARGE = "needs more memory than a document may take"
_LENGTH = struct.Struct(">Q")  # before each message on a pipe
_left = math.inf  # seconds that programs may still take in this process; in a child PROGRAMS at first
_PR_SET_PDEATHSIG = 1  # Linux's prctl: the signal that comes when the parent dies


def read_safely(capture: Capture, site: Site, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """`read_document`, whatever the bytes do. May be called from several threads.

    Raises what `read_document` raises, and Unreadable with the status oom or
    timeout where the child ran out of memory or time.
    """
    from extractors.read import read_document  # which has readers that need `run`

    if media_type(capture) in (HTML, PLAIN) and len(capture.body) <= SMALL:
        return read_document(capture, site)
    server = _take()
    try:
        question = pickle.dumps((capture, site, seconds, memory))
        answer = json.loads(server.ask(question, seconds + PROGRAMS + _GRACE))
    except (OSError, ValueError):
        server.close()
        raise Unreadable(capture.url, "the reading process went away; `prachum reread` tries again") from None
    _idle.append(server)
    if "document" in answer:
        return _document(answer["document"])
    raise _error(capture.url, **answer)


def run(command: list[str], given: bytes, seconds: float) -> bytes:
    """What a program (tesseract, soffice) writes to stdout when it is given those bytes.

    Raises FileNotFoundError where it is not installed, Unreadable where it
    fails or takes too long, or all programs of the document together do.
    """
    global _left
    if _left <= 0:
        raise Unreadable("", f"no time is left for {command[0]}", "timeout")
    seconds, began = min(seconds, _left), time.monotonic()
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable("", f"{command[0]} took more than {seconds:.0f} s", "timeout") from None
    finally:
        _left -= time.monotonic() - began
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise Unreadable("", f"{command[0]} failed: {' '.join(said) or done.returncode}")
    return done.stdout


def converted(body: bytes, old: str, new: str, seconds: float) -> bytes:
    """What LibreOffice makes of a file with the ending `old`: one with the ending `new`.

    Raises as `run` does.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "user").mkdir()
        (home / "user" / "registrymodifications.xcu").write_text(_OFFICE_SETTINGS)
        (home / f"file.{old}").write_bytes(body)
        command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore"]
        run([*command, "--convert-to", new, "--outdir", folder, str(home / f"file.{old}")], b"", seconds)
        if not (made := home / f"file.{new}").exists():  # it ends well all the same
            raise Unreadable("", f"LibreOffice does not open it as .{old}: damaged, or with a password")
        return made.read_bytes()


# LibreOffice fetches the pictures that a file links to, whatever it is told of links; not by a proxy that
# is not there. Macros do not run.
_OFFICE_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
 <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
 <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Inet/Settings">
 <prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop>
 <prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
 <prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
 <prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
 <prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop>
 <prop oor:name="ooInetFTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
 <prop oor:name="ooInetFTPProxyPort" oor:op="fuse"><value>9</value></prop>
 <prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
</item>
</oor:items>
"""


class _Server:
    """One server and the pipes to it; asked one thing at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "extractors.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the run alone, which then closes the pipe
        )

    def ask(self, question: bytes, seconds: float) -> bytes:
        """The answer; OSError where none comes in that time."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        _send(self.process.stdin.fileno(), question)
        return _receive(self.process.stdout.fileno(), deadline)

    def close(self) -> None:
        with suppress(OSError):
            self.process.kill()
        self.process.communicate()


_idle: list[_Server] = []  # append and pop are atomic, so that threads may share it


def _take() -> _Server:
    """An idle server of this process (not of one that it was forked from), else a new one."""
    while _idle:
        server = _idle.pop()
        if server.owner == os.getpid() and server.process.poll() is None:
            return server
    return _Server()


@atexit.register
def _close_idle() -> None:
    while _idle:
        server = _idle.pop()
        if server.owner == os.getpid():
            server.close()


def _send(pipe: int, message: bytes) -> None:
    rest = memoryview(_LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _receive(pipe: int, deadline: float = math.inf) -> bytes:
    """One message; OSError where the pipe ends before it, or time passes the deadline."""
    (size,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size, deadline))
    return _exactly(pipe, size, deadline)


def _exactly(pipe: int, size: int, deadline: float) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        wait = None if deadline == math.inf else max(0.0, deadline - time.monotonic())
        if not select.select([pipe], [], [], wait)[0]:
            raise TimeoutError("no answer in time")
        part = os.read(pipe, min(size - len(parts), 1 << 20))
        if not part:
            raise ConnectionError("the pipe ended")
        parts += part
    return bytes(parts)


def _document(said: dict[str, Any]) -> Document:
    """The Document from its JSON, in which tuples have become lists."""
    said["reasons"], said["pages"] = tuple(said["reasons"]), tuple(said["pages"])
    for name in ("running", "scanned"):
        said[name] = tuple((start, end) for start, end in said[name])
    said["judged"] = tuple((quality, tuple(reasons)) for quality, reasons in said["judged"])
    said["links"] = tuple(Link(**link) for link in said["links"])
    said["rows"] = tuple(tuple((start, end) for start, end in row) for row in said["rows"])
    said["official"] = official_from_json(said["official"]) if said["official"] else None
    return Document(**said)


def _error(asked: str, error: str, url: str, reason: str, status: str) -> PrachumError:
    if error == "Unreadable":
        return Unreadable(url or asked, reason, status)
    kind: type[PrachumError] = getattr(errors, error)
    return kind(url or asked, reason)


def _failure(reason: str, status: str) -> bytes:
    return json.dumps({"error": "Unreadable", "url": "", "reason": reason, "status": status}).encode()


def _serve() -> None:
    """Answer questions until the pipe ends."""
    import extractors.read  # noqa: F401 - the children have it from here

    gc.freeze()
    while True:
        try:
            question = _receive(0)
        except OSError:
            return
        _send(1, _attended(question, seconds=pickle.loads(question)[2]))


def _attended(question: bytes, seconds: float) -> bytes:
    """The answer of a child forked for that question, which is gone afterwards with all that it started."""
    folder = Path(tempfile.mkdtemp(prefix="prachum-"))
    ended, held = os.pipe()  # the child holds the other end for as long as it lives
    child = os.fork()
    if not child:
        _be_child(question, folder)
    os.close(held)
    try:
        ready = select.select([ended, 0], [], [], seconds + PROGRAMS)[0]
        status = _end(child, at_once=ended not in ready)
        if 0 in ready:  # nobody asks before he is answered: the run is gone
            sys.exit()
        if not ready:
            return _failure(f"took more than {seconds + PROGRAMS:.0f} s", "timeout")
        if status:
            return _failure(*_cause(status, seconds))
        return (folder / "answer").read_bytes()
    finally:
        os.close(ended)
        shutil.rmtree(folder, ignore_errors=True)


def _end(child: int, at_once: bool) -> int:
    """The wait status of the child, whose process group is then killed."""
    if at_once:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return status


def _cause(status: int, seconds: float) -> tuple[str, str]:
    """Reason and status of a child that did not come to its end."""
    code = os.waitstatus_to_exitcode(status)  # of a signal, its negative number
    match -code:
        case signal.SIGXCPU:
            return f"took more than {seconds:.0f} s of CPU", "timeout"
        case signal.SIGKILL | signal.SIGABRT:  # the kernel out of memory, pdfium out of memory
            return _TOO_LARGE, "oom"
    if code == _OUT_OF_MEMORY:
        return _TOO_LARGE, "oom"
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return f"the reader broke down over it ({name})", "malformed"


def _be_child(question: bytes, folder: Path) -> NoReturn:
    code = 1
    try:
        capture, site, seconds, memory = pickle.loads(question)
        _confine(folder, seconds, memory)
        (folder / "answer").write_bytes(_read(capture, site))
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY  # there may not be enough left for words
    finally:
        os._exit(code)  # without the server's own cleaning up


def _confine(folder: Path, seconds: float, memory: int) -> None:
    global _left
    _left = PROGRAMS
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.chdir(folder)
    os.environ |= {"HOME": str(folder), "TMPDIR": str(folder), "OMP_THREAD_LIMIT": "1"}
    tempfile.tempdir = None
    cpu = math.ceil(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 5))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(capture: Capture, site: Site) -> bytes:
    """The document as JSON, or the error; what a reader raises that is none of ours is the bytes' fault."""
    from extractors.read import read_document

    try:
        return json.dumps({"document": asdict(read_document(capture, site))}).encode()
    except PrachumError as error:
        status = getattr(error, "status", "")
        said = {"error": type(error).__name__, "url": error.url, "reason": error.reason, "status": status}
        return json.dumps(said).encode()
    except MemoryError:
        raise
    except Exception as error:
        if isinstance(error.__cause__ or error.__context__, MemoryError):
            raise MemoryError from error
        return _failure(
            f"the reader stumbled over it ({type(error).__name__}: {str(error)[:200]})", "malformed"
        )


if __name__ == "__main__":
    _serve()
