"""Click's own sentences, usage errors and the headings of --help, in the language asked for.

Click asks the standard library's gettext for each, which would seek compiled catalogues on the disk; it is answered
from the words every sentence comes from instead. What is not named here stays as Click has it.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Sequence
from itertools import pairwise

import click

from kpi.present.words import words_for

_KEYS = {
    "Usage:": "usage",
    "Options": "options",
    "Commands": "commands",
    "Positional arguments": "arguments",
    "Show this message and exit.": "help",
    "required": "required",
    "default: {default}": "default",
    "Try '{command} {option}' for help.": "try",
    "Error: {message}": "error",
    "Invalid value: {message}": "invalid",
    "Invalid value for {param_hint}: {message}": "invalid-for",
    "Missing argument": "missing-argument",
    "Missing option": "missing-option",
    "Missing command.": "missing-command",
    "Choose from:\n\t{choices}": "choose-from",
    "No such command {name!r}.": "no-such-command",
    "No such option {name!r}.": "no-such-option",
    "Did you mean {possibility}?": "did-you-mean",
    "(Did you mean one of: {possibilities}?)": "did-you-mean-one-of",
    "Option {name!r} requires an argument.": "needs-argument",
    "Option {name!r} does not take a value.": "takes-no-value",
    "Got unexpected extra argument ({args})": "extra-argument",
    "Got unexpected extra arguments ({args})": "extra-arguments",
    "{value!r} is not {choice}.": "not-the-choice",
    "{value!r} is not one of {choices}.": "not-a-choice",
    "{value!r} is not a valid {number_type}.": "not-a-number",
    "{name} {filename!r} does not exist.": "does-not-exist",
    "{name} {filename!r} is a directory.": "is-a-directory",
    "{name} {filename!r} is not readable.": "not-readable",
}


class Program(click.Group):
    """The program's commands; from its first word on it speaks the language asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _speak(_language_in(args))
        return super().parse_args(ctx, args)


def _language_in(args: Sequence[str]) -> str:
    """What --lang says before Click has read it, as it may end with the help or an error before it has."""
    told = [word.removeprefix("--lang=") for word in args if word.startswith("--lang=")]
    after = [word for before, word in pairwise(args) if before == "--lang"]
    return (told + after + [os.environ.get("KPI_LANG", "")])[0]


def _speak(language: str) -> None:
    words = words_for(language)

    def said(domain: str, message: str) -> str:
        return words(f"click.{_KEYS[message]}") if message in _KEYS else message

    def said_of_many(domain: str, msgid1: str, msgid2: str, n: int) -> str:
        return said(domain, msgid1 if n == 1 else msgid2)

    gettext.dgettext, gettext.dngettext = said, said_of_many
