"""Cases the program does not get right yet, with what it does instead; the list may only shrink."""

NOT_YET: dict[str, str] = {}
