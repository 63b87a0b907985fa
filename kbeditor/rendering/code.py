"""Code blocks: a closed list of languages, coloured by Pygments with classes only."""

import html
from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES

# Name as written after the fence -> Pygments' name. Closed, because some lexers do not end on
# hostile text and guessing tries them all.
_LANGUAGES = {
    "bash": "bash",
    "sh": "bash",
    "shell": "bash",
    "zsh": "bash",
    "console": "console",
    "shell-session": "console",
    "powershell": "powershell",
    "ps1": "powershell",
    "bat": "bat",
    "c": "c",
    "cpp": "cpp",
    "c++": "cpp",
    "csharp": "csharp",
    "cs": "csharp",
    "c#": "csharp",
    "css": "css",
    "scss": "scss",
    "diff": "diff",
    "dockerfile": "docker",
    "docker": "docker",
    "go": "go",
    "graphql": "graphql",
    "html": "html",
    "http": "http",
    "ini": "ini",
    "properties": "properties",
    "java": "java",
    "javascript": "javascript",
    "js": "javascript",
    "jsx": "javascript",
    "json": "json",
    "kotlin": "kotlin",
    "lua": "lua",
    "make": "make",
    "makefile": "make",
    "nginx": "nginx",
    "objective-c": "objective-c",
    "objc": "objective-c",
    "perl": "perl",
    "php": "php",
    "python": "python",
    "py": "python",
    "r": "r",
    "ruby": "ruby",
    "rb": "ruby",
    "rust": "rust",
    "rs": "rust",
    "sql": "sql",
    "swift": "swift",
    "toml": "toml",
    "typescript": "typescript",
    "ts": "typescript",
    "tsx": "typescript",
    "xml": "xml",
    "svg": "xml",
    "yaml": "yaml",
    "yml": "yaml",
}

PLAIN_LANGUAGES = frozenset({"text", "txt", "plain", "plaintext", "none", ""})

LANGUAGE_CLASSES = frozenset(
    f"language-{name.replace('+', 'p').replace('#', 's')}" for name in _LANGUAGES.values()
)
TOKEN_CLASSES = frozenset(name for name in STANDARD_TYPES.values() if name)

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


def known_language(name: str) -> bool:
    """Whether code in this language can be coloured (or is said to be plain)."""
    return name.lower() in _LANGUAGES or name.lower() in PLAIN_LANGUAGES


def code_html(code: str, language: str = "") -> str:
    """A `pre` with the code, coloured when the language is known."""
    name = _LANGUAGES.get(language.lower())
    if name is None:
        return f"<pre><code>{html.escape(code, quote=False)}\n</code></pre>"
    body = highlight(code, _lexer(name), _FORMATTER)
    return f'<pre class="highlight"><code class="language-{name}">{body}</code></pre>'


@cache
def _lexer(name: str) -> Lexer:
    return get_lexer_by_name(name, stripnl=False)
