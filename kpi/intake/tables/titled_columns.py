"""What the title and the columns beside say of a column whose own heading names no figure of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.intake.context import Context
from kpi.intake.slots import Role, roles_of
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.count_or_share import Evidence
from kpi.intake.tables.figure_column import FigureColumn, chosen
from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.headings import Heading, HeadingKind, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.joined_levels import wordings
from kpi.intake.words.numbers import NumberKind
from kpi.intake.words.text import fold, tidy

_COMPARED = re.compile(r"\bso sánh\b|\b(?:so )?với (?:cùng kỳ |(?:số )?thực hiện )?(?:năm )?(?:19|20)\d{2}\b")
_COUNTS = re.compile(r"(?:tổng )?số (\w+)")
_NUMBERS = {fold("Số lượng"), fold("Tổng số")}
_MONEY = re.compile(r"\b(?:số tiền|tiền|đồng|vnđ|kinh phí)\b")


def meanings_of_title(
    block: Block, headed: bool, context: Context, named_years: bool = False
) -> tuple[Meaning, ...]:
    """What the title names, for a heading that names nothing: «Thực hiện», «Năm 2018».

    What the title compares is no matter to a heading that names its year.
    """
    if block.axis is Axis.INDICATORS or not (headed or _only_column(block)):
        return ()
    texts = [_COMPARED.sub(" ", tidy(t)) if named_years else t for t in block.title.subjects()]
    titled = (context.indicators.meanings_of_title(text) for text in texts)
    return next((tuple(found) for found in titled if found), ())


def counted_in_title(block: Block, name: str, context: Context) -> tuple[Meaning, ...]:
    """What the title completes: «Số người tham gia» lacks in what, «Đã giao dịch điện tử» who is counted."""
    titled = meanings_of_title(block, True, context)
    if not says_count(name) and not says_share(name):
        return _without_noun(block, name, titled, context)
    counts = tuple(m for m in titled if m.role is Role.NUMERATOR and _says_who(name, m))
    return counts if len(counts) == len(titled) == 1 else ()


def _without_noun(
    block: Block, name: str, titled: tuple[Meaning, ...], context: Context
) -> tuple[Meaning, ...]:
    """«Có nhu cầu GTVL» under a title about that indicator that says who they are, and speaks of no share."""
    about = {meaning.indicator.id for meaning in titled}
    found = context.indicators.without_noun(name)
    who = {m.indicator.noun for m in found}
    said = any(
        not says_share(text) and all(f" {one_wording(noun)} " in f" {one_wording(text)} " for noun in who)
        for text in block.title.subjects()
    )
    alone = all(_first_word(noun) == word for noun in who for word in _counted_beside(block))
    return tuple(found) if said and alone and any(m.indicator.id in about for m in found) else ()


def _counted_beside(block: Block) -> list[str]:
    """What the table's headings count, by the first word: «Tổng số hồ sơ» → «hồ»."""
    counted = (_COUNTS.match(tidy(level)) for heading in block.headings for level in heading.levels[-1:])
    return [found[1] for found in counted if found]


def _first_word(noun: str) -> str:
    return tidy(noun).split()[0]


def _says_who(name: str, meaning: Meaning) -> bool:
    """Not where whole and part are counted alike: «Số người» may then be either."""
    whole = meaning.indicator.denominator is not None
    who = one_wording(meaning.indicator.noun)
    return not whole and one_wording(name) in (who, f"{who} tham gia")


def asked(block: Block, heading: Heading, names: list[str], context: Context) -> tuple[Meaning, ...]:
    """A heading near a known name is asked about; a nameless one, where the title holds a name among other words."""
    offered = _near(block, heading, names, context) if names else _inside_title(block, context)
    if len(names) == 1:
        offered = [m for m in _inside_title(block, context) if _says_who(names[0], m)] + offered
    return chosen(list(dict.fromkeys(offered)), block, heading, context) if offered else ()


def told_by_title(block: Block, heading: Heading, context: Context) -> tuple[Meaning, ...]:
    """What a person says of a heading that names nothing, where it may be a figure its title speaks of.

    Asked only where no column of the table is known: else it is rather one of those that are left aside.
    """
    offered = _inside_title(block, context) or _near_title(block, context)
    figures = any(map(is_figure, block.cells_of(heading.column)))
    return chosen(offered, block, heading, context) if offered and figures else ()


def _near_title(block: Block, context: Context) -> list[Meaning]:
    return _figures_of_first(map(context.indicators.near_meanings, block.title.subjects()))


def _near(block: Block, heading: Heading, names: list[str], context: Context) -> list[Meaning]:
    """The figures whose name is near, but those that another column of the group bears the name of.

    «Số người có quyết định hưởng TCTN» is another number beside «Số người nộp hồ sơ hưởng TCTN».
    """
    beside, level = _named_beside(block, heading, context), heading.levels[-1]
    near = context.indicators.near_meanings(level)
    near = [m for m in near if m not in beside or not context.indicators.says_otherwise(level, m)]
    nouns = (context.indicators.without_noun(wording) for wording in wordings(names))
    return near or next((left for found in nouns if (left := [m for m in found if m not in beside])), [])


def _inside_title(block: Block, context: Context) -> list[Meaning]:
    return _figures_of_first(map(context.indicators.meanings_inside, block.title.subjects()))


def _figures_of_first(named: Iterable[list[Meaning]]) -> list[Meaning]:
    """Every figure of the indicators that the first line which names any names."""
    about = {m.indicator.id: m.indicator for m in next((found for found in named if found), [])}
    return [Meaning(indicator, role) for indicator in about.values() for role in roles_of(indicator)]


def _named_beside(block: Block, heading: Heading, context: Context) -> set[Meaning]:
    """What the other headings of the same group and year name outright."""
    beside = (
        other
        for other in block.headings
        if other is not heading
        and other.levels[:-1] == heading.levels[:-1]
        and other.years == heading.years
        and other.kind_among(context.indicators.knows) is HeadingKind.FIGURE
        and block.has_values(other.column)
    )
    return {m for other in beside if other.levels for m in context.indicators.meanings(other.levels[-1])}


def is_of_title(
    column: FigureColumn,
    found: list[FigureColumn],
    strangers: list[Heading],
    block: Block,
    context: Context,
) -> bool:
    """Whether a column is what the title names, beside columns of strangers: asked, unless counts prove it.

    Money beside «Số người» is no other number of people. A heading of numbers below the title of a share is asked too.
    """
    if _counts_a_share(column, block):
        return bool(chosen(list(column.meanings), block, column.heading, context))
    indicators = {meaning.indicator.id for meaning in column.meanings}
    named = (
        m for other in found if not other.by_title and other.period == column.period for m in other.meanings
    )
    parts = {meaning.indicator.id for meaning in named if meaning.role is Role.NUMERATOR}
    counts = says_count(column.heading.text)
    others = (s for s in strangers if any(map(is_figure, block.cells_of(s.column))) and not _is_part(s))
    rivals = [s for s in others if not (counts and _MONEY.search(tidy(s.text)))]
    if block.axis is Axis.INDICATORS or indicators & parts or not rivals:
        return True
    return bool(chosen(list(column.meanings), block, column.heading, context))


def _is_part(heading: Heading) -> bool:
    """«Trong đó: hộ nghèo»: a part of the column it stands beside."""
    return any(tidy(level).startswith("trong đó") for level in heading.levels)


def _counts_a_share(column: FigureColumn, block: Block) -> bool:
    """«Số lượng», «Tổng số» below «Tỷ lệ …»: the figures may as well be people, unless they look like a share."""
    numbers = says_count(column.heading.text) or any(
        fold(level) in _NUMBERS for level in column.heading.levels
    )
    shares = bool(column.meanings) and all(m.role is Role.VALUE for m in column.meanings)
    evidence = Evidence([], block.title.measures, block.cells_of(column.heading.column))
    return numbers and shares and evidence.kind is not NumberKind.PERCENT


def _only_column(block: Block) -> bool:
    """A column without any heading can take its meaning from the title only where it is the one with figures."""
    columns = range(block.name_column + 1, block.last_column + 1)
    return sum(block.has_values(column) for column in columns) == 1
