"""`python -m tests.world [--port N] [--today DAY] [--while COMMAND…]`: serves the sample.

Until it is stopped, or while the command runs, whose exit code it then takes.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys

from tests.world.server import serve
from tests.world.sites import PORT


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.world", description="Serves the sample site.")
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"default {PORT}, as in tests/world/sites.toml"
    )
    parser.add_argument("--today", help="posts of later days are not there yet, such as 2024-05-31")
    parser.add_argument("--while", dest="command", nargs=argparse.REMAINDER, help="serve while this runs")
    options = parser.parse_args()
    stops = {signal.SIGINT, signal.SIGTERM}
    if not options.command:
        # Before any thread starts, so that none of them is asked.
        signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    try:
        with serve(port=options.port, today=options.today) as world:
            print(f"the sample is served at {world.url}", flush=True)
            if options.command:
                return subprocess.call(options.command)
            signal.sigwait(stops)
    except OSError as error:
        print(
            f"port {options.port} cannot be served ({error.strerror}); stop what uses it, or give --port",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
