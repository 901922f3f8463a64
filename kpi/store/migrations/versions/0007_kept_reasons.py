"""Why a figure was kept stands beside that figure, no longer beside all of its workbook."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TABLE = "kept_reasons"
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column(
            "observation_id",
            ROW_ID,
            sa.ForeignKey("observations.id", name="kept_reasons_stand_beside_an_observation"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("reason", sa.Text, nullable=False),
    )
    # Nobody knows any more which of a workbook's figures an earlier reason was given for.
    op.execute(
        f"INSERT INTO {TABLE} (observation_id, reason) SELECT observations.id, submissions.reason "
        "FROM observations JOIN submissions ON submissions.id = observations.submission_id "
        "WHERE submissions.reason <> ''"
    )
    _refuse_changes()


def _refuse_changes() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuse_change BEFORE UPDATE OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuse_{change.lower()} BEFORE {change} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
        )
