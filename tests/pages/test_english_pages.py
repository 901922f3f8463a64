"""In English nothing of our own stays Vietnamese: only names, and what other people wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from page_reader import HA_TINH, NGHE_AN, QUANG_NGAI, Open, Page, enrolled, send

from kpi.domain.period import Period
from kpi.domain.report import GapReport
from kpi.present.reports.word import write_word_report
from kpi.present.reports.workbook import write_gap_report
from kpi.present.template import write_template
from kpi.present.words import Words, words_for
from kpi.registry.definitions import load_definitions
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.reports import gap_report, template_form

PAGES = ("overview", "indicator", "units", "tasks", "upload", "submissions", "report", "plans", "guide")
PLANS = (HA_TINH, NGHE_AN, QUANG_NGAI, "quang-ngai-6983-2021", "quang-ngai-7216-2021")
UNITS = {unit.name for unit in load_definitions().units.values()}
PLACES = {re.sub(r"^(Tỉnh|Huyện|Thị xã|Thành phố) ", "", name) for name in UNITS}
_OTHERS = {"Dung Quất", "Đông Nam", "QĐ-TTg", "BLĐTBXH", "Tiếng Việt", "Số liệu", "chị Hoa"}
NAMED = re.compile("|".join(sorted(UNITS | PLACES | _OTHERS, key=len, reverse=True)), re.IGNORECASE)
VIETNAMESE = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)


def left_vietnamese(text: str) -> list[str]:
    """The lines of a page or a file that speak Vietnamese in words that are no names."""
    text = NAMED.sub("", text)
    return [line.strip() for line in re.split(r"<[^>]*>|\n", text) if VIETNAMESE.search(line)]


def all_said(page: Page) -> str:
    """Its text, and the words of what can be chosen and clicked."""
    test = page.test
    choices = [text for box in test.selectbox for text in [box.label, *box.options]]
    named = [element.label for kind in (test.button, test.expander, test.text_input) for element in kind]
    return "\n".join([page.text, *choices, *named])


def all_written(file: bytes) -> str:
    """What a workbook or a Word file says, as the XML it says it in."""
    with ZipFile(BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("plan", PLANS)
def test_no_page_leaves_its_own_words_in_vietnamese(open_page: Open, program: Program, plan: str) -> None:
    send(program, enrolled(2017, 8696, 14061))
    found = {name: left_vietnamese(all_said(open_page(name, plan=plan, lang="en"))) for name in PAGES}
    for view in ("agency", "dates"):
        page = open_page("tasks", plan=plan, view=view, lang="en")
        found[view] = left_vietnamese(all_said(page))
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("write", [write_gap_report, write_word_report])
@pytest.mark.parametrize("plan", PLANS)
def test_no_report_leaves_its_own_words_in_vietnamese(
    program: Program, plan: str, write: Callable[[GapReport, Words], bytes]
) -> None:
    send(program, enrolled(2017, 8696, 14061))
    report = gap_report(program, know(program, plan), Period(2017))
    assert left_vietnamese(all_written(write(report, words_for("en")))) == []


@pytest.mark.parametrize("plan", [HA_TINH, NGHE_AN])
def test_no_template_leaves_its_own_words_in_vietnamese(program: Program, plan: str) -> None:
    form = template_form(program, plan, 2025)
    assert left_vietnamese(all_written(write_template(form, words_for("en")))) == []
