"""What the server itself says where a request gets no further: one sentence in both languages, no more."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

from kpi.present.words import Language, words_for


def refusal(status: int, key: str, **places: object) -> Response:
    """The sentence `web.<key>`; serves a websocket's handshake as well."""
    said = "\n".join(words_for(language)(f"web.{key}", **places) for language in Language)
    headers = {"Retry-After": "30"} if status == 503 else None
    return PlainTextResponse(said + "\n", status, headers)
