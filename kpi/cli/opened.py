"""The program a command works with."""

from __future__ import annotations

import click

from kpi.service.program import Program


def opened_program() -> Program:
    """Opened for the command that runs, and its connections closed with it, not left to chance."""
    program = Program.open()
    click.get_current_context().call_on_close(program.database.close)
    return program
