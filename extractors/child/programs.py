"""The programs that documents are read with, tesseract and soffice; their time together is bounded."""

from __future__ import annotations

import math
import subprocess
import tempfile
import time
from pathlib import Path

from extractors.errors import Unreadable

TIME = 600.0  # seconds that they may take for one document: OCR of a hundred pages
_left = math.inf  # seconds that are left of it in this process; in a child TIME at first


def bound() -> None:
    """From here on this process reads one document."""
    global _left
    _left = TIME


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
