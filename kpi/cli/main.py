"""`python -m kpi COMMAND`: parse, call the use case, print. No prompt, no network."""

from __future__ import annotations

import click

from kpi.cli import closing, definitions, operation, papers, submissions, users, verdicts
from kpi.cli.usage import Program
from kpi.present.words import Language


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang", type=click.Choice([language.value for language in Language]), default="vi", envvar="KPI_LANG"
)
def cli(lang: str) -> None:
    """KPI target monitor for provincial social-insurance plans."""


for _command in (
    definitions.check,
    definitions.plans,
    definitions.units,
    submissions.import_,
    submissions.submissions,
    submissions.undo,
    papers.papers,
    papers.receive,
    papers.undo_paper,
    closing.submit,
    closing.approve,
    closing.return_,
    closing.close,
    closing.reopen,
    verdicts.evaluate,
    verdicts.tasks,
    verdicts.task_done,
    verdicts.undo_task_done,
    verdicts.report,
    verdicts.template,
    users.users,
    operation.backup,
    operation.restore,
    operation.doctor,
    operation.demo,
):
    cli.add_command(_command)


def main() -> None:
    """Runs the command named on the command line."""
    cli(prog_name="python -m kpi")
