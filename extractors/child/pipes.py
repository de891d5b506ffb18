"""Messages on the pipes between a run and its reading server: the length, then the bytes."""

from __future__ import annotations

import math
import os
import select
import struct
import time

_LENGTH = struct.Struct(">Q")


def send(pipe: int, message: bytes) -> None:
    rest = memoryview(_LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def receive(pipe: int, deadline: float = math.inf) -> bytes:
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
