"""Counting the words of a Markdown text and stripping it to plain text, without rendering it."""

import html
import re

from kbeditor.domain.ideographs import IDEOGRAPHS

# These run outside the rendering process, so each must stay quick on hostile text: repeats that may
# overlap are possessive or bounded.
_FENCED = re.compile(r"^[ >]*+(`{3,}+|~{3,}+)[^\n]*\n.*?(?:^[ >]*\1[`~]*[ ]*$|\Z)", re.M | re.S)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ ]*\S+[^\n]*$", re.M)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:", re.M)
_ABBREVIATION = re.compile(r"^\*\[[^\]\n]+\]:[^\n]*$", re.M)
_CODE_SPAN = re.compile(r"(?<!`)(`++)(.{1,2000}?)(?<!`)\1(?!`)", re.S)
_MARKER = re.compile(r"\[!([A-Z]+)(?:[ ]+([^\]\n]{0,300}))?\](?:\([^)\s]*\))?")
_ADMONITION = re.compile(r"^([ ]*)(?:!!!|\?\?\?\+?)[ ]+[\w -]+", re.M)
_LINK_END = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ ]+[\"'][^\n]{0,300}?[\"'])?\)")
_REFERENCE_END = re.compile(r"\](?:\[[^\]\n]*\])?")
_FOOTNOTE_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][^}\n]{0,300}|[\w-]{1,50}=[^}\n]{0,300})\}")
_ADDRESS = re.compile(r"<?(?:https?://|mailto:|tel:|www\.|kb:)[^\s<>)]+>?")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_TABLE_RULE = re.compile(r"^[ >]*+\|?[ ]*+:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$", re.M)
_LINE_START = re.compile(
    r"^(?:[ \t]*(?:>|#{1,6}(?=\s)|[-*+](?=\s)|\d{1,9}[.)](?=\s)|:(?=\s)|\+{3}|={2,}[ ]*$"
    r"|-{2,}[ ]*$))+"
    r"[ \t]*(?:\[[ xX]\](?=\s))?",
    re.M,
)
_EMPHASIS = re.compile(r"\*+|~~+|(?<!\w)_+|_+(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANK_LINES = re.compile(r"[ ]*\n\s*")

_WORD = re.compile(
    rf"[{IDEOGRAPHS}]"
    rf"|(?:(?![{IDEOGRAPHS}])[^\W_])+(?:['’.,:/_-](?:(?![{IDEOGRAPHS}])[^\W_])+|\u0300)*"
)


def _strip(markdown: str, keep_code: bool) -> str:
    """Remove markup line by line and mark by mark; code stays or goes as asked."""
    text = markdown.replace("\r\n", "\n")
    if "```" in text or "~~~" in text:
        text = _FENCED.sub(_fence_body if keep_code else "\n", text)
    text = _without_comments(text)
    text = _FOOTNOTE.sub("", text)
    text = _DEFINITION.sub("", text)
    text = _ABBREVIATION.sub("", text)
    text = _CODE_SPAN.sub(r" \2 " if keep_code else " ", text)
    text = _MARKER.sub(lambda found: found[2] or "", text)
    text = _ADMONITION.sub(r"\1", text)
    text = _TABLE_RULE.sub("", text)
    text = _LINE_START.sub("", text)
    text = _FOOTNOTE_REFERENCE.sub("", text)
    text = _LINK_END.sub(" ", text)
    text = _ATTRIBUTES.sub(" ", text)
    text = _ADDRESS.sub(" ", text)
    text = _TAG.sub(" ", text)
    text = _REFERENCE_END.sub(" ", text).replace("![", " ").replace("[", " ").replace("|", " ")
    text = _EMPHASIS.sub("", text)
    text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text)


def _without_comments(text: str) -> str:
    """Not a pattern: one that looks for `-->` from every `<!--` is quadratic."""
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += (text[position:start], " ")
        position = end + 3
    return "".join(parts) + text[position:] if parts else text


def _fence_body(found: re.Match[str]) -> str:
    lines = found[0].split("\n")
    return "\n".join(lines[1:-1])


def plain_text(markdown: str) -> str:
    """The text of a Markdown source without its markup: for search and summaries.

    Code stays (people search for it), addresses and attributes go; one line per source line
    that has text.
    """
    text = _SPACES.sub(" ", _strip(markdown, keep_code=True))
    return _BLANK_LINES.sub("\n", text).strip()


def count_words(markdown: str) -> int:
    """How many words a translator finds in a Markdown source.

    Code, addresses and markup do not count; each Chinese or Japanese character counts as one.
    """
    return sum(1 for _ in _WORD.finditer(_strip(markdown, keep_code=False)))
