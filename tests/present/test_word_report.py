"""The Word report: the composed text whole, laid out for paper, with nothing in it that could act."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from sample_reports import ABOVE_70, a_task, district, every_rule_report, plan_of, report_on, seen

from kpi.domain.period import Period
from kpi.domain.report import GapReport
from kpi.present.reports.composition import compose
from kpi.present.reports.document import Heading, Paragraph, Table
from kpi.present.reports.packing import packed
from kpi.present.reports.word import write_word_report
from kpi.present.words import words_for

WORDS = words_for("vi")
A_REPORT = report_on(
    plan_of(ABOVE_70), [seen("above-70", f"d{n}", 60 + n, 100) for n in (1, 2)], [district(1), district(2)]
)


def opened(report: GapReport) -> WordDocument:
    return docx.Document(BytesIO(write_word_report(report, WORDS)))


def tables_of(document: WordDocument) -> list[list[tuple[str, ...]]]:
    """The texts of every table that has a header row."""
    ruled = [t._tbl for t in document.tables if t._tbl.findall(f".//{qn('w:tblHeader')}")]
    return [
        [tuple(_text(cell) for cell in row.findall(qn("w:tc"))) for row in t.findall(qn("w:tr"))]
        for t in ruled
    ]


def _text(element: object) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))  # type: ignore[attr-defined]


def test_every_table_holds_the_composed_figures_in_their_order() -> None:
    report = every_rule_report()
    written = compose(report, WORDS)
    composed = [b for b in (*written.blocks, *written.annex) if isinstance(b, Table)]
    expected = [[tuple(h.text for h in t.heads), *(row.cells for row in t.rows)] for t in composed]
    assert tables_of(opened(report)) == expected
    assert len(expected) > 10


def test_the_text_is_the_composed_text_in_its_order() -> None:
    written = compose(A_REPORT, WORDS)
    texts = [b.text for b in written.blocks if isinstance(b, Heading | Paragraph)]
    body = [p.text for p in opened(A_REPORT).paragraphs]
    places = [next(at for at, p in enumerate(body) if p.endswith(text)) for text in texts]
    assert places == sorted(places)
    assert body[places[-1] + 1] == written.closing


def test_the_page_is_a4_with_the_margins_of_the_decree() -> None:
    section = opened(A_REPORT).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    sides = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(side.mm) for side in sides if side] == [20, 20, 30, 20]


def test_every_text_is_set_in_times_new_roman() -> None:
    document = opened(A_REPORT)
    assert document.styles["Normal"].font.name == "Times New Roman"  # type: ignore[attr-defined]
    assert not document.element.body.findall(f".//{qn('w:rFonts')}")


def test_header_rows_stand_again_on_each_page_and_no_row_is_torn() -> None:
    for table in opened(A_REPORT).tables:
        if not table._tbl.findall(f".//{qn('w:tblHeader')}"):
            continue
        first, *others = table._tbl.findall(qn("w:tr"))
        assert first.findall(f".//{qn('w:tblHeader')}")
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in (first, *others))


def test_pages_are_numbered_from_the_second_on() -> None:
    section = opened(A_REPORT).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_tables_are_as_wide_as_the_text() -> None:
    written = compose(every_rule_report(), WORDS)
    tables = [b for b in (*written.blocks, *written.annex) if isinstance(b, Table)]
    assert {sum(head.width for head in t.heads) for t in tables} == {160.0}


def test_made_up_figures_are_announced_on_every_page() -> None:
    section = opened(replace(A_REPORT, illustrative=True)).sections[0]
    for header in (section.header, section.first_page_header):
        assert "SỐ LIỆU MINH HỌA" in _text(header._element)
    assert "MINH HỌA" not in _text(opened(A_REPORT).sections[0].header._element)


@pytest.mark.parametrize(
    "hostile", ["<w:b/>", "{{ 7*7 }}", "=HYPERLINK(1)", "a\x00b\x1f", "a\ud800", "&amp;<b>"]
)
def test_nothing_from_the_data_becomes_markup(hostile: str) -> None:
    plan = plan_of(replace(ABOVE_70, name=hostile, short=hostile), title=hostile)
    document = opened(report_on(plan, [seen("above-70", "province", 1, 2)], tasks=(a_task(hostile),)))
    shown = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "\ufffd", hostile)
    assert _text(document.element.body).count(shown) >= 5
    fields = [f.get(qn("w:instr")) for f in document.element.body.iter(qn("w:fldSimple"))]
    assert fields == []


def test_nothing_in_the_file_acts_or_leads_out_of_it() -> None:
    with ZipFile(BytesIO(write_word_report(A_REPORT, WORDS))) as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        relations = "".join(file.read(n).decode() for n in file.namelist() if n.endswith(".rels"))
    assert 'TargetMode="External"' not in relations


def test_the_same_report_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_word_report(A_REPORT, WORDS)
    monkeypatch.setattr("time.localtime", lambda *_: (2040, 1, 1, 0, 0, 0, 0, 1, 0))
    assert write_word_report(A_REPORT, WORDS) == first
    assert packed([("a", b"1")]) == packed([("a", b"1")])


def test_the_document_is_written_in_english_too() -> None:
    document = docx.Document(BytesIO(write_word_report(A_REPORT, words_for("en"))))
    assert "RESULTS ON THE TARGETS" in "\n".join(p.text for p in document.paragraphs)


def charts_of(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as file:
        return [file.read(n).decode() for n in file.namelist() if n.startswith("word/charts/chart")]


def test_the_charts_of_the_workbook_stand_in_the_document_under_their_tables() -> None:
    content = write_word_report(A_REPORT, WORDS)
    gap, path = charts_of(content)
    assert all(name in gap for name in ("Huyện 01", "<c:v>-9.0</c:v>", "Times New Roman"))
    assert "<c:v>61.5</c:v>" in path
    body = list(docx.Document(BytesIO(content)).element.body)
    drawn = [at for at, piece in enumerate(body) if piece.findall(f".//{qn('w:drawing')}")]
    assert len(drawn) == 2
    assert all(qn("w:tbl") in [piece.tag for piece in body[at - 2 : at]] for at in drawn)
    described = [d.get("descr") for d in docx.Document(BytesIO(content)).element.body.iter("{*}docPr")]
    assert described == [
        "above-70: khoảng cách của từng đơn vị (điểm %)",
        "above-70: thực hiện và mục tiêu (%)",
    ]


def test_a_year_without_a_figure_is_left_out_of_a_chart_and_is_no_zero() -> None:
    figures = [seen("above-70", "province", 1, 2), seen("above-70", "province", 3, 4, period=Period(2015))]
    (path,) = charts_of(write_word_report(report_on(plan_of(ABOVE_70), figures), WORDS))
    assert '<c:dispBlanksAs val="gap"/>' in path
    assert "<c:v>0</c:v>" not in path


def test_a_report_without_figures_has_no_chart() -> None:
    assert charts_of(write_word_report(report_on(plan_of(), tasks=(a_task(),)), WORDS)) == []


@pytest.mark.slow
def test_a_word_processor_opens_it_and_prints_it(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "report.docx").write_bytes(write_word_report(A_REPORT, WORDS))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    ran = subprocess.run([*command, str(tmp_path / "report.docx")], capture_output=True, timeout=120)
    if b"could not be loaded" in ran.stderr + ran.stdout:
        pytest.skip("this LibreOffice has no Writer")
    assert (tmp_path / "report.pdf").stat().st_size > 10_000
