"""The Nu HTML checker on every page, as it is served."""

import json
import subprocess
from typing import Any
from urllib.parse import unquote

from tools.judging.judgement import Judgement, counted
from tools.judging.programs import Programs
from tools.judging.sites import JudgedSite


def judge_markup(site: JudgedSite, programs: Programs) -> list[Judgement]:
    """Errors and warnings, those within the articles' own words apart."""
    messages = check(site, programs)
    ours: list[str] = []
    theirs: list[str] = []
    for message in messages:
        address = unquote(message.get("url", "")).removeprefix(f"{site.base}/")
        page = site.pages.get(address)
        line = message.get("lastLine", 0)
        text = f"{address}:{line}: {message['message']} … {message.get('extract', '')!r}"
        (theirs if page and page.has_line(line) else ours).append(text)
    on = f"{site.name}, {len(site.pages)} pages"
    if site.name == "sample":
        return [counted("Nu HTML checker", on, ours + theirs, "errors and warnings")]
    return [
        counted(
            "Nu HTML checker, outside of the articles' own words", on, ours, "errors, warnings"
        ),
        Judgement(
            "Nu HTML checker, within the articles' own words",
            on,
            f"{len(theirs)} errors, warnings",
            "raw HTML only",
            details=tuple(theirs),
        ),
    ]


def check(site: JudgedSite, programs: Programs) -> list[dict[str, Any]]:
    """Everything that the checker says of the site's pages."""
    done = subprocess.run(
        [
            "java",
            # The site is served on this machine, which the checker would else not ask.
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            programs.checker,
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *(f"{site.base}/{address}" for address in site.pages),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found
