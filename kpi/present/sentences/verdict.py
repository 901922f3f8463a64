"""The word and the sign of a verdict. Neither ever stands for colour alone."""

from __future__ import annotations

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.observation import Stage
from kpi.present.sentences.terms import term
from kpi.present.words import Words

_SIGNS = {
    Compliance.MET: "✔",
    Compliance.MISSED: "✖",
    Compliance.NOT_DUE: "…",
    Compliance.NO_DATA: "–",
    Compliance.NOT_ASSESSABLE: "?",
}
JUDGED = (Compliance.MET, Compliance.MISSED)


def verdict_word(evaluation: Evaluation, words: Words) -> str:
    """«Đạt», «Đạt (tạm tính)», «Không đạt» … A miss is «Không đạt» only once it is final; nothing is ever exceeded."""
    if evaluation.compliance in JUDGED:
        return words(f"verdict.{evaluation.compliance}-{'final' if evaluation.final else 'provisional'}")
    return term(evaluation.compliance, words)


def verdict_sign(evaluation: Evaluation) -> str:
    """One character for the verdict, to stand beside its word."""
    return _SIGNS[evaluation.compliance]


def figure_status(evaluation: Evaluation, words: Words) -> str:
    """How firm the figure is: «ước», «tạm tính» or «chính thức»; empty without a figure."""
    return words(f"figure_status.{_standing(evaluation)}") if evaluation.figure else ""


def _standing(evaluation: Evaluation) -> str:
    if evaluation.stage is Stage.ESTIMATE:
        return "estimate"
    return "final" if evaluation.final else "provisional"
