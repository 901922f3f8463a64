"""Options and values the commands share, read strictly, with a sentence for what can't be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from kpi.domain.actor import LOCAL_USER
from kpi.domain.period import FIRST_YEAR, LAST_YEAR, Period
from kpi.present.words import Language, Words, words_for
from kpi.service.imports import LARGEST_UPLOAD


def words_asked_for() -> Words:
    """The words of the language asked for with `--lang`."""
    context = click.get_current_context(silent=True)
    language = (context.find_root().params.get("lang") if context else None) or Language.VIETNAMESE
    return words_for(language)


class _PeriodType(click.ParamType[Period]):
    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        try:
            return value if isinstance(value, Period) else Period.parse(str(value))
        except ValueError:
            self.fail(words_asked_for()("cli.bad-period", found=value), param, ctx)


class _DayType(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
            Period.parse(str(day.year))  # a year no report can be about is no day for one either
            return day
        except ValueError:
            said = words_asked_for()("cli.bad-day", found=value, first=FIRST_YEAR, last=LAST_YEAR)
            self.fail(said, param, ctx)


class _YearType(click.ParamType[int]):
    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return Period.parse(str(value)).year if str(value).isdecimal() else self._fail(value, param, ctx)
        except ValueError:
            return self._fail(value, param, ctx)

    def _fail(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        self.fail(words_asked_for()("cli.bad-year", found=value), param, ctx)


PERIOD, DAY, YEAR = _PeriodType(), _DayType(), _YearType()
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
plan_option = click.option("--plan", "plan_id", required=True, metavar="ID")
json_option = click.option("--json", "as_json", is_flag=True)
as_option = click.option(
    "--as", "user", default=LOCAL_USER, show_default=True, metavar="USER", help="the account to act for"
)


def content_of(file: Path) -> bytes:
    """The bytes of a file, read no further than shows that it is too large."""
    with file.open("rb") as opened:
        return opened.read(LARGEST_UPLOAD + 1)
