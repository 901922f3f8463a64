"""What does not fit on a page as it stands in a browser: each thing in a few words."""

from __future__ import annotations

from playwright.sync_api import Page

MISFITS = """() => {
  const main = document.querySelector("[data-testid=stMain]"), found = [];
  for (const part of [document.documentElement, main])
    if (part.scrollWidth > innerWidth) found.push(`wider than the screen: ${part.tagName}`);
  const scroller = (e) => {
    for (let p = e; p && p !== main; p = p.parentElement)
      if (/auto|scroll/.test(getComputedStyle(p).overflow)) return p;
  };
  const speaks = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  for (const e of main.querySelectorAll("*")) {
    const box = e.getBoundingClientRect();
    if (!speaks(e) || !box.width || e.closest(".k-tip, style, script, [data-testid=stIconMaterial]")) continue;
    if (!scroller(e) && (box.right > innerWidth + 1 || box.left < -1)) found.push(`off the screen: ${e.innerText}`);
    for (let p = e; p && p !== main; p = p.parentElement)
      if (/hidden|clip/.test(getComputedStyle(p).overflowX) && p.clientWidth > 2 && p.scrollWidth > p.clientWidth + 1) {
        found.push(`cut off: ${p.innerText}`);
        break;
      }
  }
  for (const chooser of main.querySelectorAll("[data-testid=stSelectbox] input"))
    if (chooser.scrollWidth > chooser.clientWidth + 1 && chooser.scrollWidth < 240)
      found.push(`a choice cut off: ${chooser.value}`);
  return [...new Set(found)].map((text) => text.slice(0, 120));
}"""
TOUCHING = """() => {
  const found = [];
  for (const drawn of document.querySelectorAll(
      ".k-path, .k-bar, .k-multiples > li, .k-moment, .k-entry, .k-card, .k-verdict-line, .k-tile")) {
    const shown = drawn.closest(".k-path-frame, .k-scroll")?.getBoundingClientRect();
    const boxes = [], walk = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
    for (let text; (text = walk.nextNode());) {
      if (!text.data.trim() || text.parentElement.closest(".k-tip, .k-path-lines")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects())
        if (box.width > 1 && (!shown || (box.right > shown.left && box.left < shown.right))) boxes.push([text, box]);
    }
    boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
      if (a !== b && p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3)
        found.push(`${a.data} × ${b.data}`);
    }));
  }
  return found;
}"""


def misfits(tab: Page) -> list[str]:
    """What is wider than the screen or cut off, short choices too; what may be scrolled by itself is neither."""
    return list(tab.evaluate(MISFITS))


def touching(tab: Page) -> list[str]:
    """Words of charts, cards and lists that run into each other."""
    return list(tab.evaluate(TOUCHING))
