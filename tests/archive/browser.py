"""A real browser for page tests: Chromium, spoken to over its DevTools socket."""

from __future__ import annotations

import base64
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import ClientConnection, connect

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-port=0"
)
PATIENCE = 30.0  # seconds for anything the browser is asked


class Tab:
    """One page. `complaints` is what the browser logged as warning or error, CSP among it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.complaints: list[str] = []
        self.last = 0
        self.loaded = False
        for domain in ("Page", "Log", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.last += 1
        self.socket.send(json.dumps({"id": self.last, "method": method, "params": parameters}))
        while (said := self._hear()).get("id") != self.last:
            pass
        if "error" in said:
            raise AssertionError(f"{method}: {said['error']}")
        result: dict[str, Any] = said["result"]
        return result

    def open(self, url: str, width: int = 360, height: int = 800) -> None:
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2,
            mobile=True,
        )
        self.loaded = False
        self.ask("Page.navigate", url=url)
        while not self.loaded:
            self._hear()

    def value(self, expression: str) -> Any:
        """What that JavaScript gives: the test's own, for the page has none."""
        said = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return said["result"].get("value")

    def press(self, key: str, text: str = "", *, leaves: bool = False) -> None:
        """A key, with the text that it types; where it leaves the page, the other one is there afterwards."""
        self.loaded = not leaves
        code = {"Tab": 9, "Enter": 13}[key]
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if text and kind == "keyDown" else {}
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **typed
            )
        while not self.loaded:
            self._hear()

    def heard(self) -> list[tuple[str, str]]:
        """Role and name of all that a screen reader tells of the page."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        told = [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node["ignored"]
        ]
        return [(role, " ".join(name.split())) for role, name in told]

    def shoot(self, path: Path, *, whole: bool = True) -> bytes:
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)
        picture = base64.b64decode(shot["data"])
        path.write_bytes(picture)
        return picture

    def _hear(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self.socket.recv(timeout=PATIENCE))
        match said.get("method"):
            case "Page.loadEventFired":
                self.loaded = True
            case "Log.entryAdded":
                self.complaints.append(said["params"]["entry"]["text"])
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.complaints.append(json.dumps(said["params"]))
        return said


@contextmanager
def chromium(profile: Path) -> Iterator[Tab]:
    """A browser with a new profile in that folder, ended when the block ends."""
    profile.mkdir()
    process = subprocess.Popen(
        ["chromium", *FLAGS.split(), f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        port = _port(profile / "DevToolsActivePort", process)
        with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE) as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        with connect(page["webSocketDebuggerUrl"], max_size=None, proxy=None) as socket:
            yield Tab(socket)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _port(file: Path, process: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise AssertionError(f"chromium ended with {process.returncode} before it listened")
        if file.exists() and (lines := file.read_text().split()):
            return int(lines[0])
        time.sleep(0.05)
    raise AssertionError("chromium did not listen")
