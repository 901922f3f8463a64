"""Quản trị: periods to submit, approve and close; accounts; the record."""

from kpi.domain.actor import Deed
from kpi.ui.admin.accounts import show_accounts
from kpi.ui.admin.record import show_record
from kpi.ui.choices import choose_admin_view, choose_period
from kpi.ui.frame import begin
from kpi.ui.period_steps import period_steps
from kpi.ui.states import notice

view = begin("admin")
shown = [
    name
    for name, deed in (
        ("periods", Deed.CLOSE),
        ("accounts", Deed.MANAGE_ACCOUNTS),
        ("record", Deed.SEE_RECORD),
    )
    if view.who.may(deed)
]
if not shown:
    notice(view.words("admin.not-for-you"), "bad")
else:
    match choose_admin_view(shown, view.words):
        case "accounts":
            show_accounts(view)
        case "record":
            show_record(view)
        case _:
            period_steps(view, choose_period(view.knowledge, view.words))
