"""Where Prefect keeps its own state: in the data folder, never in the home folder.

Settle this before the first import of prefect, which reads its settings then.
"""

from __future__ import annotations

import os
from pathlib import Path

# What a harvest by hand does not need of the small server that Prefect starts
# for it; without them its first run took 19 seconds instead of 22.
_UNNEEDED = (
    "SCHEDULER",
    "LATE_RUNS",
    "TRIGGERS",
    "CANCELLATION_CLEANUP",
    "FOREMAN",
    "PAUSE_EXPIRATIONS",
    "REPOSSESSOR",
)


def settle(data: Path) -> None:
    """Let Prefect live in DATA/prefect; where PREFECT_API_URL names a server, let it alone."""
    if "PREFECT_API_URL" in os.environ:
        return
    home = (data / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    settings = {
        "PREFECT_HOME": str(home),
        "PREFECT_PROFILES_PATH": str(home / "profiles.toml"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",  # on a full disk it prints tracebacks
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # of 20 on a busy machine none was left
        **{f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in _UNNEEDED},
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
