"""Markdown to safe HTML: pure, the same for the preview and every export.

`pipeline.Renderer` turns a text into HTML, contents, links and warnings. A text is cut into
top-level blocks (`scanner`), each block becomes an element tree (`builder`) on which
Python-Markdown's inline engine runs (`engine`, `inline`), and its HTML passes the sanitiser last
(`sanitise`). Blocks are cached; `page` joins them and settles what needs the whole:
unique heading ids, footnote numbers, the table of contents.

`worker` is the process that does this with a time limit, `client` speaks to it, `resolve` turns
`kb:` links and pictures into addresses.

Classes a style sheet needs to know (all others are refused):

- `callout` with `callout-note`, `-tip`, `-important`, `-warning`, `-caution`; `callout-title`
- `task` (a list item) with `task-done`; `task-box` (the box, a character)
- `highlight` (on `pre`) with `language-*` on its `code` and Pygments' short names on `span`
- `toc`, `footnotes`, `footnote-ref`, `footnote-back`
- `align-left`, `align-center`, `align-right` on pictures and table cells
- `width-5`, `width-10` … `width-100` on pictures: percent of the width of the text
- `box` (a framed part), `tab-title` (what was a tab elsewhere)
- `kb-plain` (a text that could not be rendered), `kb-broken`, `kb-missing` (from `resolve`)
"""
