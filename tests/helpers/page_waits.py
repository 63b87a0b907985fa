"""Waiting within a page whose policy forbids `eval`, which Playwright's own waiting needs."""

from playwright.sync_api import Page

SECONDS = 20


def wait_until(page: Page, condition: str) -> None:
    """Look once a frame until a JavaScript expression is true; fails after 20 seconds."""
    page.evaluate(
        f"""async () => {{
            const ready = () => ({condition});
            const end = performance.now() + {SECONDS * 1000};
            while (!ready()) {{
                if (performance.now() > end) throw new Error("never: " + ready);
                await new Promise((resolve) => requestAnimationFrame(resolve));
            }}
        }}"""
    )
