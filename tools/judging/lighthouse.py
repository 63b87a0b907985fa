"""Google's Lighthouse on the home page, a category and an article, in Debian's Chromium.

What its source costs a page, such as a category that is called "Start", is listed apart: the
program publishes such words as they are.
"""

import json
import os
import statistics
import subprocess
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from tools.judging.judgement import Judgement
from tools.judging.programs import Programs
from tools.judging.sites import JudgedSite

WORDS = frozenset({"link-text", "image-alt"})
"""Audits of what authors write."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Score:
    """Points of one run by category, and what cost some.

    `ours` are the points without what the article's own source cost, which `theirs` names.
    """

    points: dict[str, int]
    ours: dict[str, int]
    lost: tuple[str, ...]
    theirs: tuple[str, ...]


def judge_lighthouse(site: JudgedSite, programs: Programs, runs: int) -> list[Judgement]:
    """Points of the three pages, on the phone that Lighthouse pretends and on a desktop."""
    locale = site.locales[0]
    pages = {
        "home": f"{locale}/index.html",
        "category": site.heaviest("category", locale),
        "article": site.heaviest("article", locale),
    }
    judgements = []
    for form in ("mobile", "desktop"):
        for name, address in pages.items():
            own = {each.text for each in site.pages[address].addresses if each.own}
            own |= {page.title.partition(" – ")[0] for page in site.pages.values()}
            scores = [measure(site.url(address), programs, form, own) for _ in range(runs)]
            middle = _median([score.points for score in scores])
            ours = _median([score.ours for score in scores])
            spread = sorted(score.points["performance"] for score in scores)
            lost = {line: None for score in scores for line in score.lost}
            theirs = {line: None for score in scores for line in score.theirs}
            figure = ", ".join(map(str, middle))
            if ours != middle:
                figure += f" ({', '.join(map(str, ours))} but for its source's own words)"
            judgements.append(
                Judgement(
                    "Lighthouse, " + ", ".join(CATEGORIES),
                    f"{site.name}, {name}, {form}, median of {runs}",
                    figure,
                    "100 each",
                    min(ours) == 100,
                    (f"performance of all runs: {spread}", *lost, *theirs),
                )
            )
    return judgements


def _median(runs: list[dict[str, int]]) -> list[int]:
    return [round(statistics.median(points[each] for points in runs)) for each in CATEGORIES]


def measure(url: str, programs: Programs, form: str, own: Collection[str] = ()) -> Score:
    """One run on one page. `own`: addresses in the article's own source, titles of pages."""
    flags = "--headless=new --disable-background-networking --no-first-run"
    if os.geteuid() == 0:
        flags += " --no-sandbox"
    command = [
        "node",
        str(programs.lighthouse),
        url,
        "--output=json",
        "--quiet",
        f"--chrome-flags={flags}",
        *(["--preset=desktop"] if form == "desktop" else []),
    ]
    environment = os.environ | {"CHROME_PATH": programs.chromium}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise RuntimeError(f"Lighthouse did not judge {url}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    points, ours = {}, {}
    lost, theirs = [], []
    for name, category in report["categories"].items():
        points[name] = round(100 * (category["score"] or 0))
        weights = achieved = 0.0
        for audit in category["auditRefs"]:
            result = report["audits"][audit["id"]]
            if not audit["weight"] or result["score"] is None:
                continue
            words = f"{name}: {result['title']} {result.get('displayValue', '')}".strip()
            excused = audit["id"] in WORDS and result["score"] < 1 and _written(result, url, own)
            weights += audit["weight"]
            achieved += audit["weight"] * (1 if excused else result["score"])
            if excused:
                theirs.append(f"its source's own: {words}")
            elif result["score"] < 0.9:
                lost.append(words)
        excuses = any(each.startswith(f"its source's own: {name}:") for each in theirs)
        ours[name] = round(100 * achieved / weights) if excuses else points[name]
    return Score(points, ours, tuple(lost), tuple(theirs))


def _written(result: dict[str, Any], url: str, own: Collection[str]) -> bool:
    """Whether all that an audit complains of stands in the article's own source."""
    items = result.get("details", {}).get("items", [])
    targets = {urljoin(url, each) for each in own}
    # A category that is called "Start" is so in the navigation, too.
    return bool(items) and all(
        each.get("text") in own
        or urljoin(url, each.get("href", "")) in targets
        or "kb-article" in each.get("node", {}).get("selector", "")
        for each in items
    )
