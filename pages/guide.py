"""Hướng dẫn: the user guide, and the words used on the pages."""

from kpi.ui.frame import begin
from kpi.ui.glossary import glossary_list
from kpi.ui.guide import show_guide
from kpi.ui.marks import heading
from kpi.ui.markup import show

view = begin("guide")
show_guide(view.words)
show(heading(view.words("page.guide.words")))
show(glossary_list(view.words))
