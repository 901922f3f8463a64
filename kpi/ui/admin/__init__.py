"""The administration page: periods to close, accounts, the record."""
