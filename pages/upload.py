"""Nộp số liệu: choose a workbook, see everything found and what will change, agree."""

import streamlit as st

from kpi.domain.actor import Deed
from kpi.domain.observation import Stage
from kpi.present.sentences import term
from kpi.ui.address import link_to
from kpi.ui.frame import begin
from kpi.ui.incoming import LOOKS
from kpi.ui.incoming.cell_links import follow_links
from kpi.ui.incoming.several import take_in
from kpi.ui.incoming.workbook import Chosen
from kpi.ui.marks import link, quiet
from kpi.ui.markup import show
from kpi.ui.states import notice

view = begin("upload")
st.html(LOOKS)
follow_links()
plan, words = view.plan, view.words
if not plan.measured:
    notice(words("page.upload.nothing-measured"))
    st.stop()
if not view.who.may(Deed.SEND):
    notice(words("refusal.not-allowed", name=view.who.name))
    st.stop()
show(
    quiet(words("page.upload.how"), " ", link(words("page.upload.template"), link_to("report", plan=plan.id)))
)
left, right = st.columns(2)
years = [p.year for p in reversed(view.knowledge.evaluator.periods()) if p.is_year]
year = left.selectbox(
    words("page.upload.year"), [None, *years], format_func=lambda y: str(y or words("page.upload.as-in-file"))
)
stages = {None: words("page.upload.as-in-file"), **{stage: term(stage, words) for stage in Stage}}
stage = right.selectbox(words("page.upload.stage"), list(stages), format_func=stages.__getitem__)
files = st.file_uploader(words("page.upload.files"), accept_multiple_files=True, key="workbooks")
take_in(view, [Chosen(file.file_id, file.name, file.getvalue()) for file in files or []], year, stage)
