"""How readers get about in a page: by mouse, or by keys alone."""

from abc import ABC, abstractmethod

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 80
_FRAMED = """(it) => [undefined, "::after"].some(
    (part) => getComputedStyle(it, part).outlineStyle !== "none"
)"""


class ReaderHands(ABC):
    """Does what a reader does in a page of the site."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def take(self, target: Locator) -> None:
        """Follow a link, or press a button."""

    @abstractmethod
    def search(self, words: str, title: str) -> None:
        """Search on a home page, and open the article of this title."""


class Mouse(ReaderHands):
    """A reader with a mouse, who types only words."""

    def take(self, target: Locator) -> None:
        target.click()

    def search(self, words: str, title: str) -> None:
        self.page.locator("#hero-input").click()
        self.page.keyboard.type(words)
        self.page.locator("#hero-panel .result", has_text=title).click()


class Keys(ReaderHands):
    """A reader who never touches a mouse: Tab, Enter, arrows, and the site's own keys."""

    def take(self, target: Locator) -> None:
        self.tab_to(target)
        self.page.keyboard.press("Enter")

    def search(self, words: str, title: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        result = self.page.locator("[id$=-panel] .result", has_text=title)
        expect(result).to_be_visible()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("ArrowDown")
            if result.get_attribute("aria-selected") == "true":
                break
        self.page.keyboard.press("Enter")

    def tab_to(self, target: Locator) -> None:
        """Press Tab until this has the focus; what has it must be seen to have it."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if target.evaluate("(it) => it === document.activeElement"):
                assert target.evaluate(_FRAMED), f"one cannot see that {target} has the focus"
                return
        raise AssertionError(f"Tab never comes to {target}")
