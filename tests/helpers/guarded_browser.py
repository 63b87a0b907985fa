"""A browser that notices everything a payload could do: calls, dialogs, requests, navigation."""

from pathlib import Path
from urllib.parse import urldefrag

from playwright.sync_api import BrowserContext, Dialog, Error, Page, Request

# Defined before any script of a page runs, in all frames; no id or name can hide it.
_SENTINEL = """
for (const name of ["pwned", "alert", "confirm", "prompt"]) {
  const called = () => { window.__tell(`${name}() was called`); };
  Object.defineProperty(window, name, { value: called, writable: false, configurable: false });
}
document.addEventListener("securitypolicyviolation", (event) => {
  window.__tell(`the policy refused ${event.effectiveDirective}: ${event.blockedURI}`);
});
"""

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
"""A function of the site's root ("" in the preview) that lists what should not be in a page."""

# Every button and summary, and every link that would not just open another address.
_CLICK = """
() => {
  for (const element of document.querySelectorAll("a, area, button, summary, label, input")) {
    const leads = /^(https?|file|mailto|tel):$/.test(element.protocol ?? "");
    if (!leads) element.click();
  }
}
"""

# What a person would bring about with mouse and keyboard, one handler after another.
_FIRE = """
() => {
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2).toLowerCase()));
    }
  }
}
"""

_VISIT = f"""
(root) => {{
  const wrong = ({AUDIT})(root);
  ({_CLICK})();
  return [wrong, document.querySelector("h1")?.textContent ?? ""];
}}
"""


class GuardedBrowser:
    """One tab on a site whose addresses begin with `root`; `faults`: what should not have been."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.root = root
        self.faults: list[str] = []
        self._now = ""
        context.expose_binding("__tell", lambda _source, what: self._note(str(what)))
        context.add_init_script(_SENTINEL)
        context.on("request", self._request)
        self.page: Page = context.new_page()
        context.on("page", lambda other: self._note(f"another window opened: {other.url}"))
        self.page.on("dialog", self._dialog)
        self.page.on("download", lambda download: self._note(f"a download: {download.url}"))
        self.page.on("pageerror", lambda error: self._note(f"the script failed: {error}"))

    def visit(self, address: str) -> str:
        """Open a page, look through all of it, click what may be clicked; its heading."""
        self.open(address)
        faults, heading = self.page.evaluate(_VISIT, self.root)
        for fault in faults:
            self._note(fault)
        self._check_place()
        return str(heading)

    def look(self) -> None:
        """Note what is wrong in the page shown."""
        for fault in self.page.evaluate(AUDIT, self.root):
            self._note(fault)

    def open(self, address: str) -> None:
        """Open a page."""
        self._now = address
        self.page.goto(self.root + address)

    def act(self, address: str) -> list[str]:
        """What a page without any defence does by itself and when it is clicked."""
        before = len(self.faults)
        try:
            self.open(address)
            self.page.evaluate(_FIRE)
            self.page.evaluate(_CLICK)
            self._check_place()
        except Error as error:  # it led away while we looked
            self._note(f"led away: {error.message.splitlines()[0]}")
        return self.faults[before:]

    def _check_place(self) -> None:
        if urldefrag(self.page.url)[0] != self.root + self._now:
            self._note(f"the page led to {self.page.url}")
        if len(self.page.frames) > 1:
            self._note(f"frames: {[frame.url for frame in self.page.frames[1:]]}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note("a dialog")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "about:blank")):
            self._note(f"asked for {request.url}")

    def _note(self, what: str) -> None:
        self.faults.append(f"{self._now}: {what}")
