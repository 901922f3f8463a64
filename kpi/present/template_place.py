"""Where things stand on the sheet to fill in; rows and columns count from 0."""

from __future__ import annotations

TITLE_ROW, PLAN_ROW, STAGE_ROW, HINT_ROW, CODE_ROW, GROUP_ROW, HEAD_ROW, FIRST_ROW = range(8)
NUMBER_COLUMN, UNIT_COLUMN, FIRST_COLUMN = range(3)
STAGE_LABEL, STAGE_CHOICE = (STAGE_ROW, UNIT_COLUMN), (STAGE_ROW, FIRST_COLUMN)
