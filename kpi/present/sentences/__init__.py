"""What is said of figures, verdicts, tasks and plans, in the words of either language. No rules: facts in, text out."""

from kpi.present.sentences.document import agencies_text, agency_text, clause_text
from kpi.present.sentences.figure import actual_text, base_text, figure_text
from kpi.present.sentences.gap import gap_text
from kpi.present.sentences.headline import headline, headline_coverage, headline_verdicts, headline_worst
from kpi.present.sentences.pace import outlook_sentence, pace_sentence
from kpi.present.sentences.reason import reason_sentence
from kpi.present.sentences.target import target_due_text, target_sentence, target_text
from kpi.present.sentences.task import task_counts_text, task_state_text
from kpi.present.sentences.terms import noun, noun_in_full, period_text, term
from kpi.present.sentences.trend import trend_sentence
from kpi.present.sentences.verdict import figure_status, verdict_sign, verdict_word

__all__ = [
    "actual_text",
    "agencies_text",
    "agency_text",
    "base_text",
    "clause_text",
    "figure_status",
    "figure_text",
    "gap_text",
    "headline",
    "headline_coverage",
    "headline_verdicts",
    "headline_worst",
    "noun",
    "noun_in_full",
    "outlook_sentence",
    "pace_sentence",
    "period_text",
    "reason_sentence",
    "target_due_text",
    "target_sentence",
    "target_text",
    "task_counts_text",
    "task_state_text",
    "term",
    "trend_sentence",
    "verdict_sign",
    "verdict_word",
]
