"""Google's Lighthouse on the home page, a category and an article, in Debian's Chromium."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from typing import Any

from tools.judging.judgement import Judgement
from tools.judging.programs import Programs
from tools.judging.sites import JudgedSite

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Score:
    """Points of one run by category, and what cost some."""

    points: dict[str, int]
    lost: tuple[str, ...]


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
            scores = [measure(site.url(address), programs, form) for _ in range(runs)]
            middle = [
                round(statistics.median(score.points[each] for score in scores))
                for each in CATEGORIES
            ]
            spread = sorted(score.points["performance"] for score in scores)
            lost = {line: None for score in scores for line in score.lost}
            judgements.append(
                Judgement(
                    "Lighthouse, " + ", ".join(CATEGORIES),
                    f"{site.name}, {name}, {form}, median of {runs}",
                    ", ".join(map(str, middle)),
                    "100 each",
                    min(middle) == 100,
                    (f"performance of all runs: {spread}", *lost),
                )
            )
    return judgements


def measure(url: str, programs: Programs, form: str) -> Score:
    """One run on one page."""
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
    points = {
        name: round(100 * (category["score"] or 0))
        for name, category in report["categories"].items()
    }
    lost = []
    for name, category in report["categories"].items():
        for audit in category["auditRefs"]:
            result = report["audits"][audit["id"]]
            if audit["weight"] and result["score"] is not None and result["score"] < 0.9:
                lost.append(f"{name}: {result['title']} {result.get('displayValue', '')}".strip())
    return Score(points, tuple(lost))
