"""Commands on accounts: add, change, disable, password, list. The first administrator is made here."""

from __future__ import annotations

import sys

import click

from kpi.cli.opened import opened_program
from kpi.cli.options import as_option, json_option, words_asked_for
from kpi.cli.output import answering, complain, print_json, print_lines
from kpi.domain.actor import Role
from kpi.present.words import Words
from kpi.service import accounts
from kpi.service.passwords import made_password
from kpi.service.sessions import actor_on_command_line
from kpi.store.accounts import Account

_LONGEST_LINE = 1024
_role_choice = click.Choice([role.value for role in Role])
_units_option = click.option(
    "--unit", "units", multiple=True, metavar="UNIT", help="an official's; repeatable"
)
_password_option = click.option(
    "--password-stdin", is_flag=True, help="read it from standard input; else one is made and shown once"
)


@click.group(name="user")
def users() -> None:
    """Accounts: who may log in, in which role, for which units."""


@users.command()
@click.argument("name")
@click.option("--role", type=_role_choice, required=True)
@click.option("--full-name", default="")
@_units_option
@_password_option
@as_option
def add(
    name: str, role: str, full_name: str, units: tuple[str, ...], password_stdin: bool, user: str
) -> None:
    """Make an account. The first must be an administrator's."""
    words = words_asked_for()
    with answering(words):
        program, password = opened_program(), _password(password_stdin)
        actor = actor_on_command_line(program, user)
        made = accounts.add_account(
            program, actor, name, Role(role), password, full_name=full_name, units=units
        )
        click.echo(words("account.added", name=made.name, role=words(f"account.role.{made.role}")))
        _show_made(password, password_stdin, words)


@users.command()
@click.argument("name")
@click.option("--role", type=_role_choice)
@_units_option
@as_option
def change(name: str, role: str | None, units: tuple[str, ...], user: str) -> None:
    """Give an account another role or other units; its sessions end."""
    _change(name, user, role=Role(role) if role else None, units=units or None)


@users.command()
@click.argument("name")
@as_option
def disable(name: str, user: str) -> None:
    """Keep someone from logging in; their sessions end."""
    _change(name, user, active=False)


@users.command()
@click.argument("name")
@as_option
def enable(name: str, user: str) -> None:
    """Let someone log in again."""
    _change(name, user, active=True)


@users.command()
@click.argument("name")
@_password_option
@as_option
def passwd(name: str, password_stdin: bool, user: str) -> None:
    """Give an account another password; its sessions end."""
    words = words_asked_for()
    with answering(words):
        program, password = opened_program(), _password(password_stdin)
        changed = accounts.set_password(program, actor_on_command_line(program, user), name, password)
        click.echo(words("account.password-set", name=changed.name))
        _show_made(password, password_stdin, words)


@users.command(name="list")
@as_option
@json_option
def list_(user: str, as_json: bool) -> None:
    """List the accounts."""
    words = words_asked_for()
    with answering(words, as_json):
        program = opened_program()
        found = accounts.list_accounts(program, actor_on_command_line(program, user))
        if as_json:
            print_json({"accounts": [_document(account) for account in found]})
        else:
            print_lines(_line(account, words) for account in found)


def _change(
    name: str,
    user: str,
    *,
    role: Role | None = None,
    units: tuple[str, ...] | None = None,
    active: bool | None = None,
) -> None:
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        actor = actor_on_command_line(program, user)
        changed = accounts.change_account(program, actor, name, role=role, units=units, active=active)
        click.echo(words("account.changed", account=_line(changed, words)))


def _password(from_stdin: bool) -> str:
    return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n") if from_stdin else made_password()


def _show_made(password: str, from_stdin: bool, words: Words) -> None:
    """A password made here is told once, on standard output alone, so that it can be handed on."""
    if not from_stdin:
        click.echo(password)
        complain(words("account.password-once"))


def _line(account: Account, words: Words) -> str:
    role, state = words(f"account.role.{account.role}"), "active" if account.active else "disabled"
    return " · ".join(
        part
        for part in (
            account.name,
            account.full_name,
            role,
            ", ".join(account.units),
            words(f"account.{state}"),
        )
        if part
    )


def _document(account: Account) -> dict[str, object]:
    return {
        "name": account.name,
        "full_name": account.full_name,
        "role": account.role.value,
        "units": list(account.units),
        "active": account.active,
    }
