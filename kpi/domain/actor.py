"""Who asks the program for something, and what their role lets them do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kpi.domain.unit import UnitRegister


class Role(StrEnum):
    VIEWER = "viewer"
    OFFICIAL = "official"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"


class Deed(StrEnum):
    """What can be done with the data, beside looking at them, which every role may."""

    SEND = "send"  # import a workbook, receive a report
    UNDO = "undo"
    MARK_DONE = "mark-done"
    SUBMIT = "submit"
    APPROVE = "approve"  # or return for correction
    CLOSE = "close"  # or reopen
    SEE_RECORD = "see-record"
    MANAGE_ACCOUNTS = "manage-accounts"
    OPERATE = "operate"  # backup, restore, made-up figures


_MAY: dict[Role, frozenset[Deed]] = {
    Role.VIEWER: frozenset(),
    Role.OFFICIAL: frozenset({Deed.SEND, Deed.UNDO, Deed.MARK_DONE, Deed.SUBMIT}),
    Role.APPROVER: frozenset({Deed.MARK_DONE, Deed.APPROVE, Deed.CLOSE}),
    Role.ADMINISTRATOR: frozenset(Deed),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person.

    `units` are the ids of the reporting units an official answers for; a province stands for all of its units.
    `origin` says from where they act: a network address, or the command line. `alone`: nobody has an account,
    so there is no second person to approve.
    """

    name: str
    role: Role
    units: frozenset[str] = frozenset()
    origin: str = ""
    alone: bool = False

    def may(self, deed: Deed) -> bool:
        return deed in _MAY[self.role]

    def answers_for(self, unit_id: str, units: UnitRegister) -> bool:
        """Whether they may write figures of the unit: an official those of their units, an administrator all."""
        if self.role is Role.ADMINISTRATOR:
            return True
        unit = units.get(unit_id)
        return unit_id in self.units or (unit is not None and unit.parent in self.units)

    def may_take_back(self, sent_by: str, deed: Deed = Deed.UNDO) -> bool:
        """Whether they may take back what somebody sent: their own, an administrator anything.

        `deed` is what their role has to allow for it.
        """
        return self.may(deed) and (self.role is Role.ADMINISTRATOR or sent_by == self.name)


LOCAL_USER = "local"
COMMAND_LINE = "command line"  # the origin of what is done there


def local_user(origin: str, name: str = LOCAL_USER) -> Actor:
    """The one person of a program without accounts."""
    return Actor(name, Role.ADMINISTRATOR, origin=origin, alone=True)
