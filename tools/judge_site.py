"""`make judge-site`: makes the help centres' sites, serves them here, and lets them be judged.

    python -m tools.judge_site [--only markup access …] [--sites sample] [--runs 3]

Judges: the Nu HTML checker, axe-core and Lighthouse (from npm, installed into build/judging), and
our own readers of links, sitemap, feeds, JSON-LD, languages and weights. Prints one table; the exit
code is 1 if a judgement that something is demanded of was missed.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping

from playwright.sync_api import Browser, sync_playwright

from tools.judging.access import judge_access
from tools.judging.judgement import Judgement, details, table
from tools.judging.lighthouse import judge_lighthouse
from tools.judging.links import judge_links
from tools.judging.machines import judge_machines
from tools.judging.markup import judge_markup
from tools.judging.programs import Programs, install
from tools.judging.sites import ROOT, JudgedSite, judged_sites
from tools.judging.structured import judge_structured
from tools.judging.weight import judge_pages, judge_search

OUT = ROOT / "build" / "judging"

Judge = Callable[[JudgedSite], list[Judgement]]


def judges(programs: Programs, browser: Browser, runs: int) -> Mapping[str, Judge]:
    """All judges by name, the quick ones first."""
    return {
        "links": judge_links,
        "machines": judge_machines,
        "structured": judge_structured,
        "weight": judge_pages,
        "search": lambda site: judge_search(site, browser),
        "markup": lambda site: judge_markup(site, programs),
        "access": lambda site: judge_access(site, browser, programs),
        "lighthouse": lambda site: judge_lighthouse(site, programs, runs),
    }


def main() -> int:
    """Judge, and print the table; 1 when something was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], help="names of judges")
    parser.add_argument("--sites", nargs="+", default=[], help="sample, campaign")
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse, on each page")
    options = parser.parse_args()
    programs = install(OUT)
    found: list[Judgement] = []
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with judged_sites(OUT / "sites") as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programs.chromium, args=sandbox)
        for name, judge in judges(programs, browser, options.runs).items():
            if options.only and name not in options.only:
                continue
            for site in sites:
                if options.sites and site.name not in options.sites:
                    continue
                print(f"{name}: {site.name} …", file=sys.stderr, flush=True)
                found += judge(site)
        browser.close()
    print(details(found))
    print()
    print(table(found))
    return int(any(each.passed is False for each in found))


if __name__ == "__main__":
    sys.exit(main())
