"""What a piece of work cost this process: read by a bench from the process that it started."""

from __future__ import annotations

import json
import re
import resource
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """`cpu` and `seconds` of the work alone, without the imports before it; `memory` is the peak, in MB.

    Children that have ended, as the one that reads, count as the process's own CPU.
    """

    pages: int
    seconds: float
    cpu: float
    memory: float


class Meter:
    """From its making on."""

    def __init__(self) -> None:
        self._began, self._cpu = time.perf_counter(), _cpu()

    def tell(self, pages: int) -> None:
        """Prints what it was, for `told` to read."""
        seconds, cpu = time.perf_counter() - self._began, _cpu() - self._cpu
        print(json.dumps(asdict(Cost(pages, seconds, cpu, peak_memory()))), flush=True)


def told(output: str) -> Cost:
    """The last line of what such a process printed."""
    return Cost(**json.loads(output.splitlines()[-1]))


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak_memory() -> float:
    """Of this process so far, in MB."""
    # Not ru_maxrss: a process inherits that from the one that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0
