"""The command line: `prachum`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from extractors.errors import BadInput, PrachumError
from flows.verbs import DONE, PARTLY, WRONG, deciding, finding, giving, handing_on, harvesting, keeping, sites

# The verbs by whom they are for, as --help shows them. To add one: a function with @click.command() in
# flows/verbs/, and its name here.
GROUPS: dict[str, tuple[click.Command, ...]] = {
    "The archivist's": (
        *(keeping.init, sites.site, harvesting.harvest, giving.add, harvesting.reread),
        *(keeping.check, keeping.rebuild),
        *(deciding.correct, deciding.merge, deciding.split, deciding.takedown),
    ),
    "Everyone's": (finding.search, finding.show, finding.serve),
    "The researcher's": (handing_on.export, handing_on.extract),
}


class _Grouped(click.Group):
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, verbs in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(verb.name or "", verb.get_short_help_str(90)) for verb in verbs])


@click.group(
    cls=_Grouped,
    commands=[verb for verbs in GROUPS.values() for verb in verbs],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="prachum", message="prachum %(version)s")
def cli() -> None:
    """Harvest, read and keep the event documents of Thai offices, and find them again."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; whatever goes wrong is told in one line."""
    try:
        code = cli.main(arguments, prog_name="prachum", standalone_mode=False)
    except click.UsageError as error:
        _leave(error.format_message() + _hint(error), WRONG)
    except BadInput as error:
        _leave(str(error), WRONG)
    except PrachumError as error:
        _leave(str(error), PARTLY)
    except (KeyboardInterrupt, click.Abort):
        _leave("stopped; what was fetched is kept, and the next harvest goes on from there", PARTLY)
    except BrokenPipeError:  # `prachum search … | head` has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except OSError as error:
        if os.environ.get("PRACHUM_DEBUG"):
            raise
        named = f"{error.filename}: " if error.filename else ""
        _leave(f"{named}{error.strerror or error}; nothing that was kept is lost", PARTLY)
    except Exception as error:
        if os.environ.get("PRACHUM_DEBUG"):
            raise
        _leave(f"unexpected {type(error).__name__}: {error}; PRACHUM_DEBUG=1 shows where", PARTLY)
    sys.exit(code if isinstance(code, int) else DONE)


def _hint(error: click.UsageError) -> str:
    return f" See `{error.ctx.command_path} --help`." if error.ctx else ""


def _leave(message: str, code: int) -> None:
    click.echo(f"prachum: {' '.join(message.split())}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
