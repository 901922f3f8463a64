"""Where accepted submissions, closures, task records and the audit trail are kept; on SQLite or PostgreSQL.

The only room that knows SQLAlchemy and alembic. Open a `Database`, take a connection from `.read()` or
`.write()`, and hand it to the functions of `submissions`, `observations`, `closures`, `tasks` and `audit`.
Figures, closures, duties and the audit trail are never updated or deleted: what changes is appended.
"""
