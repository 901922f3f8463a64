
// «In» prints. Parts that Streamlit names in English alone are named in the language of the page (kpiWords).
// A link to another page leads there within the session, as the menu does; the framework follows the browser's history.
// Calendars follow the browser's language by themselves; here they are told the page's.
// A page open in another tab or window is gone from there soon after its session ended.
if (!window.kpiListens) {
  window.kpiListens = true;
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".k-print")) window.print();
    else follow(event, event.target.closest?.('.stHtml a[href^="/"]'));
  });
  new MutationObserver(drawn).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("visibilitychange", () => document.hidden || leaveWithSession());
  setInterval(leaveWithSession, 15000);
}
window.kpiGoal ??= location.hash.slice(1);
speak(document.documentElement.lang === "vi" ? "vi-VN" : "en-GB");
nameParts();

async function leaveWithSession() {
  const answer = await fetch("/session", { cache: "no-store" }).catch(() => null);
  if (answer?.status !== 401) return;
  document.body.replaceChildren();
  location.reload();
}

function speak(language) {
  if (navigator.language === language) return;
  Object.defineProperty(navigator, "language", { get: () => language, configurable: true });
  window.dispatchEvent(new Event("languagechange"));
}

function follow(event, link) {
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const to = new URL(link.href);
  if (!window.kpiPages.includes(to.pathname)) return;
  event.preventDefault();
  history.pushState({}, "", to);
  window.kpiGoal = to.hash.slice(1);
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  dispatchEvent(new PopStateEvent("popstate"));
}

function drawn() {
  nameParts();
  const goal = window.kpiGoal && document.getElementById(window.kpiGoal);
  if (!goal) return;
  window.kpiGoal = "";
  goal.scrollIntoView();
}

function nameParts() {
  for (const part of document.querySelectorAll("[aria-label], [placeholder]")) {
    for (const name of ["aria-label", "placeholder"]) {
      const said = inPageLanguage(part.getAttribute(name));
      if (said) part.setAttribute(name, said);
    }
  }
  for (const button of document.querySelectorAll('[data-testid="stFileUploaderDropzone"] button:not([aria-label])'))
    button.setAttribute("aria-label", window.kpiWords.upload);
  for (const part of document.querySelectorAll('[role="listbox"] *, [data-testid="stSelectboxVirtualDropdown"] *, a[href="#stMain"]'))
    if (!part.childElementCount && window.kpiWords[part.textContent])
      part.firstChild.nodeValue = window.kpiWords[part.textContent];
  for (const part of document.querySelectorAll('[data-testid="stTopNav"] *')) {
    const more = !part.childElementCount && window.kpiWords.more && /^(\d+) more$/.exec(part.textContent);
    if (more) part.firstChild.nodeValue = `${more[1]} ${window.kpiWords.more}`;
  }
}

function inPageLanguage(english) {
  if (!english) return null;
  const [first, rest] = [english.split(/[,:]/, 1)[0], english.slice(english.split(/[,:]/, 1)[0].length)];
  return window.kpiWords[first] ? window.kpiWords[first] + rest : null;
}
