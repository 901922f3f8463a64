"""The user guide, the same file that is read in the repository, with its pictures."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from kpi.present.words import Language, Words
from kpi.service.settings import PROJECT

_FILES = {Language.VIETNAMESE: "huong-dan.md", Language.ENGLISH: "guide.md"}
_DOCS = PROJECT / "docs"
_PICTURE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<file>images/[\w.-]+)\)\n", re.MULTILINE)


def show_guide(words: Words) -> None:
    """The guide in the language of the page, without its title: the page bears one."""
    text = _text(_DOCS / _FILES[words.language])
    start = 0
    for picture in _PICTURE.finditer(text):
        st.markdown(text[start : picture.start()])
        st.image(_DOCS / picture["file"], caption=picture["alt"], alt=picture["alt"])
        start = picture.end()
    st.markdown(text[start:])


def _text(path: Path) -> str:
    title, _, rest = path.read_text(encoding="utf-8").partition("\n")
    return rest if title.startswith("# ") else f"{title}\n{rest}"
