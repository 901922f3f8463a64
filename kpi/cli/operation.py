"""Commands for the operator: the program's health, backups, and data to try it with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kpi.cli.lines import backup_lines
from kpi.cli.opened import opened_program
from kpi.cli.options import as_option, words_asked_for
from kpi.cli.output import Exit, answering, complain, print_lines
from kpi.service.sessions import actor_on_command_line


@click.command()
def doctor() -> None:
    """Check versions, settings, definitions, disk, clock and everything stored."""
    from kpi.service.health import examine

    words = words_asked_for()
    with answering(words):
        found = examine()
        for finding in found:
            sign = "✔" if finding.well else "✖"
            click.echo(f"{sign} {words(f'health.{finding.subject}')}: {finding.fact}")
            if not finding.well:
                complain(words(f"health.mend-{finding.subject}"))
        if not all(finding.well for finding in found):
            database_down = any(f.subject == "database" and not f.well for f in found)
            sys.exit(Exit.ENVIRONMENT_FAILED if database_down else Exit.REFUSED)


@click.command()
@as_option
def demo(user: str) -> None:
    """Fill an empty database with data marked as illustrative."""
    from kpi.service.demo import fill_with_illustrative_data

    words = words_asked_for()
    with answering(words):
        program = opened_program()
        filled = fill_with_illustrative_data(program, actor_on_command_line(program, user))
        click.echo(words("cli.demo-filled", files=len(filled), figures=sum(len(o.readings) for o in filled)))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@as_option
def backup(file: Path, user: str) -> None:
    """Write everything stored into one new file, while the program runs."""
    from kpi.service.backups import back_up

    words = words_asked_for()
    with answering(words):
        program = opened_program()
        made = back_up(program, file, actor_on_command_line(program, user))
        print_lines(backup_lines(made, "cli.backed-up", words))
        if not made.recorded:
            complain(words("cli.backup-not-recorded"))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_option
def restore(file: Path, user: str) -> None:
    """Put everything a backup holds in the place of everything stored, while the program runs."""
    from kpi.service.backups import restore

    words = words_asked_for()
    with answering(words):
        program = opened_program()
        done = restore(program, file, actor_on_command_line(program, user))
        print_lines(backup_lines(done.source, "cli.restored", words))
        if done.kept:
            click.echo(words("cli.state-before-kept", file=str(done.kept)))
