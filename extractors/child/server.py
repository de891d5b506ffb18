"""The server: it has the readers loaded, and forks a child for each document that it is asked for."""

from __future__ import annotations

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
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from extractors.child import programs
from extractors.child.pipes import receive, send
from extractors.errors import PrachumError
from extractors.formats import load_all
from extractors.read import read_document
from extractors.records import Capture, Site

_FILE = 200_000_000  # bytes that the child may write to a file
_OUT_OF_MEMORY = 12  # the child's exit code, after ENOMEM
_TOO_LARGE = "needs more memory than a document may take"
_PR_SET_PDEATHSIG = 1  # Linux's prctl: the signal that comes when the parent dies


def _serve() -> None:
    """Answer questions until the pipe ends."""
    load_all()
    gc.freeze()
    while True:
        try:
            question = receive(0)
        except OSError:
            return
        send(1, _attended(question, seconds=pickle.loads(question)[2]))


def _attended(question: bytes, seconds: float) -> bytes:
    """The answer of a child forked for that question, which is gone afterwards with all that it started."""
    folder = Path(tempfile.mkdtemp(prefix="prachum-"))
    ended, held = os.pipe()  # the child holds the other end for as long as it lives
    child = os.fork()
    if not child:
        _be_child(question, folder)
    os.close(held)
    try:
        ready = select.select([ended, 0], [], [], seconds + programs.TIME)[0]
        status = _end(child, at_once=ended not in ready)
        if 0 in ready:  # nobody asks before he is answered: the run is gone
            sys.exit()
        if not ready:
            return _failure(f"took more than {seconds + programs.TIME:.0f} s", "timeout")
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
    programs.bound()
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


def _failure(reason: str, status: str) -> bytes:
    return json.dumps({"error": "Unreadable", "url": "", "reason": reason, "status": status}).encode()


if __name__ == "__main__":
    _serve()
