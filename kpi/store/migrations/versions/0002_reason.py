"""Why a person sent figures that the program warned about."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("submissions", sa.Column("reason", sa.Text, nullable=False, server_default=""))
