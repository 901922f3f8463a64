"""An upload is stored whole or not at all, and says what it changes."""

from __future__ import annotations

import gc
import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NoReturn

import pytest
from sent_workbooks import (
    BINH,
    DUC_THO,
    ENROLLED,
    HUONG_SON,
    OTHER_PLAN,
    PLAN,
    VU_QUANG,
    counted,
    row,
    send,
    standing,
    upload,
    verdicts,
    workbook,
    would,
)

from kpi.domain.observation import Stage
from kpi.service.imports import import_workbook, preview
from kpi.service.outcome import Upload
from kpi.service.program import Program
from kpi.service.records import list_submissions, submission_file
from kpi.service.refusal import Refused, Why
from kpi.store import audit, submissions
from kpi.store.errors import StoreUnavailable

BROKEN = row(DUC_THO, part="n/a")


def test_what_is_sent_stands_with_its_bytes_and_sender(program: Program) -> None:
    outcome = send(program, row(), row(DUC_THO, 400, 500), file_name="Biểu số 1.xlsx")
    assert (outcome.accepted, outcome.committed, outcome.issues) == (True, True, ())
    assert counted(outcome) == {"new": 2}
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000", (DUC_THO, "2017"): "400/500"}
    (submission,) = list_submissions(program, PLAN)
    _, content = submission_file(program, submission.id)
    assert content == workbook(row(), row(DUC_THO, 400, 500))
    assert submission.sha256 == hashlib.sha256(content).hexdigest() == outcome.upload.sha256
    assert (submission.file_name, submission.received_by) == ("Biểu số 1.xlsx", "binh")
    assert submission.received_at.date().isoformat() in ("2018-02-14", "2018-02-15")


def test_the_guarded_reader_reads_the_same(program: Program, behind_the_guard: None) -> None:
    assert counted(send(program, row())) == {"new": 1}
    refused = import_workbook(program, Upload(PLAN, "x.xlsx", b"no workbook"), BINH)
    assert [issue.code for issue in refused.issues] == ["not-a-workbook"]
    assert (refused.accepted, refused.committed, refused.rejected) == (False, False, 1)


@pytest.mark.parametrize("name", ["bieu.exe", "bieu.xls", "bieu.xlsx.html", "bieu"])
def test_a_workbook_is_not_taken_under_a_name_that_opens_as_something_else(
    program: Program, name: str
) -> None:
    refused = send(program, row(), file_name=name)
    assert [(issue.code, dict(issue.detail)) for issue in refused.issues] == [
        ("not-a-workbook", {"named": name})
    ]
    assert (refused.committed, standing(program)) == (False, {})
    for well_named in ("bieu.XLSX", "bieu.xlsm"):
        assert send(program, row(), file_name=well_named).accepted


def test_the_search_for_cycles_rests_while_a_workbook_is_taken_in_and_goes_on_afterwards(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def failing(*_: object) -> NoReturn:
        seen.append(gc.isenabled())
        raise StoreUnavailable("down")

    monkeypatch.setattr(submissions, "add_submission", failing)
    with pytest.raises(StoreUnavailable):
        send(program, row())
    assert (seen, gc.isenabled()) == ([False], True)


def test_one_broken_cell_keeps_the_whole_file_out(program: Program) -> None:
    outcome = send(program, row(), BROKEN, row(VU_QUANG, 5, 4))
    assert (outcome.accepted, outcome.committed, outcome.submission) == (False, False, None)
    assert outcome.rejected == 2
    assert standing(program) == {}
    assert list_submissions(program, PLAN) == []


def test_an_open_question_keeps_the_whole_file_out_until_it_is_answered(program: Program) -> None:
    rows = (row(), row("Kỳ Anh", 10, 20))
    (question,) = send(program, *rows).issues
    assert standing(program) == {}
    answers = {question.key or "": "thi-xa-ky-anh"}
    assert send(program, *rows, answers=answers).committed
    assert standing(program)["thi-xa-ky-anh", "2017"] == "10/20"


def test_a_warning_keeps_nothing_out(program: Program) -> None:
    send(program, row(part=1000, whole=1000, year=2016))
    outcome = send(program, row(part=100, whole=200))
    assert {issue.code for issue in outcome.issues} == {"jump"}
    assert outcome.committed


@pytest.mark.parametrize(
    ("before", "now", "jumps"), [(100, 500, True), (100, 499, False), (10, 50, False), (500, 100, True)]
)
def test_five_times_last_years_count_is_worth_a_look(
    program: Program, before: int, now: int, jumps: bool
) -> None:
    send(program, row(part=before, whole=1000, year=2016))
    outcome = send(program, row(part=now, whole=1000))
    assert ("jump" in {issue.code for issue in outcome.issues}) is jumps


def test_a_jump_is_told_from_last_years_official_figure_before_its_estimate(program: Program) -> None:
    send(program, row(part=500, whole=1000, year=2016, stage="estimate"))
    send(program, row(part=100, whole=1000, year=2016))
    (jump,) = send(program, row(part=500, whole=1000)).issues
    assert jump.code == "jump"
    send(program, row(DUC_THO, 100, 1000, 2016, stage="estimate"))
    (jump,) = send(program, row(DUC_THO, 500, 1000)).issues
    assert jump.code == "jump"


def test_a_jump_and_a_fall_name_the_unit_and_both_periods(program: Program) -> None:
    send(program, row(part=100, whole=1000, year=2016), row(DUC_THO, 900, 1000, 2016))
    grown, fallen = send(program, row(part=500, whole=1000), row(DUC_THO, 800, 1000)).issues
    named = {"before": "2016", "period": "2017"}
    assert dict(grown.detail).items() >= (named | {"unit": "Huyện Hương Sơn"}).items()
    assert dict(fallen.detail).items() >= (named | {"unit": "Huyện Đức Thọ"}).items()


def test_a_preview_stores_nothing(program: Program) -> None:
    outcome = would(program, row())
    assert (outcome.accepted, outcome.committed, counted(outcome)) == (True, False, {"new": 1})
    assert standing(program) == {}
    assert list_submissions(program, PLAN) == []


def test_a_preview_says_what_the_import_then_does(program: Program) -> None:
    send(program, row(), row(DUC_THO))
    rows = (row(), row(DUC_THO, 701), row(VU_QUANG))
    foreseen = counted(would(program, *rows))
    assert foreseen == counted(send(program, *rows)) == {"new": 1, "changed": 1, "unchanged": 1}


def test_the_same_bytes_again_change_nothing(program: Program) -> None:
    first = send(program, row())
    again = send(program, row())
    assert (again.accepted, again.committed, counted(again)) == (True, False, {"unchanged": 1})
    assert again.submission == first.submission
    assert len(list_submissions(program, PLAN)) == 1


def test_the_same_figures_in_other_bytes_are_a_submission_that_changes_nothing(program: Program) -> None:
    send(program, row())
    other = send(program, row(), author="other")
    assert (counted(other), other.committed) == ({"unchanged": 1}, True)
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000"}


def test_the_same_bytes_after_a_correction_stand_again(program: Program) -> None:
    send(program, row())
    send(program, row(part=701))
    back = send(program, row())
    assert (counted(back), back.committed) == ({"changed": 1}, True)
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000"}


def test_a_change_shows_the_figure_before_it(program: Program) -> None:
    send(program, row())
    (compared,) = send(program, row(part=701)).readings
    assert compared.before is not None
    assert (compared.before.numerator, compared.reading.observation.numerator) == (700, 701)


def test_of_a_file_of_several_years_the_year_asked_for_is_stored(program: Program) -> None:
    send(program, row(year=2016), row(), year=2016)
    assert set(standing(program)) == {(HUONG_SON, "2016")}


def test_an_estimate_and_an_official_figure_stand_side_by_side(program: Program) -> None:
    send(program, row(stage="estimate", part=600))
    assert counted(send(program, row())) == {"new": 1}
    (verdict,) = [v for v in verdicts(program) if v.unit.id == HUONG_SON and v.indicator.id == ENROLLED]
    assert verdict.figure.stage is Stage.OFFICIAL


def test_plans_do_not_touch_each_other(program: Program) -> None:
    send(program, row())
    send(program, ("Toàn tỉnh", "satisfaction", 2017, 80, 100, "official"), plan=OTHER_PLAN)
    assert set(standing(program)) == {(HUONG_SON, "2017")}
    assert set(standing(program, OTHER_PLAN)) == {("nghe-an", "2017")}


def test_an_unknown_plan_is_refused(program: Program) -> None:
    with pytest.raises(Refused) as refused:
        send(program, row(), plan="ha-tinh-158-2017")
    assert refused.value.why is Why.UNKNOWN_PLAN


def test_a_period_in_the_future_is_refused_on_the_day_the_clock_is_set_to(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    future = row(year=2019, stage="estimate")
    assert {issue.code for issue in send(program, future).issues} == {"period-in-future"}
    monkeypatch.setenv("KPI_TODAY", "2019-01-01")
    assert send(program, future).committed


@pytest.mark.parametrize("failure", [RuntimeError("fault"), StoreUnavailable("disk full")])
def test_a_failure_within_the_transaction_leaves_nothing(
    program: Program, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    send(program, row())
    before = verdicts(program)

    def fail(*_: Any, **__: Any) -> None:
        raise failure

    with monkeypatch.context() as broken:
        broken.setattr(audit, "append_audit", fail)
        with pytest.raises(type(failure)):
            send(program, row(part=701), row(DUC_THO))
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000"}
    assert verdicts(program) == before
    assert len(list_submissions(program, PLAN)) == 1
    assert send(program, row(part=701)).committed


def test_what_was_agreed_to_does_not_overwrite_what_another_stored_meanwhile(program: Program) -> None:
    send(program, row())
    mine, theirs = upload(row(part=701)), upload(row(part=702), author="chi")
    agreed = preview(program, mine).agreement
    assert import_workbook(program, theirs, BINH, preview(program, theirs).agreement).committed
    with pytest.raises(Refused) as refused:
        import_workbook(program, mine, BINH, agreed)
    assert refused.value.why is Why.CHANGED_MEANWHILE
    assert standing(program) == {(HUONG_SON, "2017"): "702/1000"}
    assert import_workbook(program, mine, BINH, preview(program, mine).agreement).committed
    assert standing(program) == {(HUONG_SON, "2017"): "701/1000"}


def test_a_new_figure_does_not_overwrite_another_new_one_nobody_saw(program: Program) -> None:
    mine = upload(row())
    agreed = preview(program, mine).agreement
    send(program, row(part=1))
    with pytest.raises(Refused):
        import_workbook(program, mine, BINH, agreed)
    assert standing(program) == {(HUONG_SON, "2017"): "1/1000"}


def test_figures_of_others_stored_meanwhile_are_no_obstacle(program: Program) -> None:
    agreed = preview(program, upload(row())).agreement
    send(program, row(DUC_THO))
    assert import_workbook(program, upload(row()), BINH, agreed).committed


def test_a_second_click_on_what_is_stored_already_changes_nothing(program: Program) -> None:
    agreed = preview(program, upload(row())).agreement
    first = import_workbook(program, upload(row()), BINH, agreed)
    again = import_workbook(program, upload(row()), BINH, agreed)
    assert (again.committed, again.submission) == (False, first.submission)


def test_made_up_figures_go_out_when_real_ones_come(program: Program) -> None:
    send(program, row(), row(DUC_THO), illustrative=True)
    outcome = send(program, row(part=650))
    assert (outcome.replaces_illustrative, counted(outcome)) == (True, {"new": 1})
    assert standing(program) == {(HUONG_SON, "2017"): "650/1000"}
    assert [s.is_live for s in list_submissions(program, PLAN)] == [True, False]


def test_a_refused_file_leaves_made_up_figures_standing(program: Program) -> None:
    send(program, row(), illustrative=True)
    assert not send(program, BROKEN).committed
    assert would(program, row(part=650)).replaces_illustrative
    assert standing(program) == {(HUONG_SON, "2017"): "700/1000"}


def test_made_up_figures_of_another_plan_stay(program: Program) -> None:
    send(
        program, ("Toàn tỉnh", "satisfaction", 2017, 80, 100, "official"), plan=OTHER_PLAN, illustrative=True
    )
    send(program, row())
    assert set(standing(program, OTHER_PLAN)) == {("nghe-an", "2017")}


def test_uploads_at_the_same_time_are_each_stored_once(program: Program) -> None:
    sendings = [upload(row(unit)) for unit in (HUONG_SON, DUC_THO, VU_QUANG)] + [upload(row())] * 3
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(lambda sent: import_workbook(program, sent, BINH), sendings))
    assert all(outcome.accepted for outcome in outcomes)
    assert sum(outcome.committed for outcome in outcomes) == 3
    assert len(list_submissions(program, PLAN)) == 3
    assert len(standing(program)) == 3


def test_a_file_name_no_database_could_hold_is_made_storable(program: Program) -> None:
    send(program, row(), file_name="Bie\u0302\u0309u\x00 1\udcff.xlsx")
    assert [s.file_name for s in list_submissions(program, PLAN)] == ["Biểu\ufffd 1\ufffd.xlsx"]
