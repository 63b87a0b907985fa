"""The last step of rendering: only known tags, attributes, classes and addresses get through."""

import re

import nh3

from kbeditor.domain.rendered import ID_PREFIX
from kbeditor.rendering.callouts import LOOKS
from kbeditor.rendering.code import LANGUAGE_CLASSES, TOKEN_CLASSES

TAGS = frozenset(nh3.ALLOWED_TAGS) - {"map", "area", "center"}

_COMMON_CLASSES = frozenset(
    {"callout", "callout-title", "task", "task-done", "task-box", "highlight", "toc", "footnotes"}
    | {"footnote-ref", "footnote-back", "align-left", "align-center", "align-right", "box"}
    | {"tab-title", "kb-plain"}
    | {f"callout-{look}" for look in LOOKS}
)
_CLASSES = {tag: set(_COMMON_CLASSES) for tag in TAGS}
_CLASSES["span"] |= TOKEN_CLASSES
_CLASSES["code"] |= LANGUAGE_CLASSES
_CLASSES["img"] |= {f"width-{percent}" for percent in range(5, 101, 5)}

_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "table": {"width"},
    "col": {"width"},
    "td": {"width", "colspan", "rowspan"},
    "th": {"width", "colspan", "rowspan", "scope"},
    "ol": {"start"},
}

_ID = re.compile(r"[^\s\"'<>&\x00-\x1f]{1,200}")
_LIBRARY_ADDRESS = re.compile(r"kb:([A-Za-z0-9-]{1,64})(?:#([^\s\"'<>]*))?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINK_SCHEMES = frozenset({"http:", "https:", "mailto:", "tel:"})
_PATH_START = re.compile(r"[/?#]")
_PICTURE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.I)
_LENGTH = re.compile(r"(\d{1,4})(px|%)?")
_NUMBER = re.compile(r"\d{1,9}")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_UNSAFE_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\\]")
_OWN_LINK_REL = re.compile(
    r'(<a [^>]*?href="(?!https?:|//)[^>]*?) rel="noopener noreferrer"', re.IGNORECASE
)
_PICTURE_WITHOUT_SOURCE = re.compile(r'<img((?: (?!src=)[a-z]+="[^"]*")*)>')
_RELATION_ALONE = re.compile(r'(<a(?: (?!href=|rel=)[a-z]+="[^"]*")*) rel="noopener noreferrer">')
_PICTURE = re.compile(r"<img [^>]*>")
_PERCENT = re.compile(r' (width|height)="(\d+)%"')
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')


class Sanitiser:
    """Cleans HTML; remembers the pictures it refused since `refused` was last emptied."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            clean_content_tags={"script", "style"},
            attributes=_ATTRIBUTES,
            attribute_filter=self._attribute,
            allowed_classes=_CLASSES,
            url_schemes={"http", "https", "mailto", "tel", "kb", "data"},
            link_rel="noopener noreferrer",
        )

    def clean(self, html: str) -> str:
        """Safe HTML: ids and inner fragments prefixed, everything unknown left out."""
        cleaned = self._cleaner.clean(html)
        if "<a " in cleaned:
            cleaned = _OWN_LINK_REL.sub(r"\1", cleaned)
            cleaned = _RELATION_ALONE.sub(r"\1>", cleaned)
        if '%"' in cleaned:
            cleaned = _PICTURE.sub(_in_percent, cleaned)
        if self.refused:
            cleaned = _PICTURE_WITHOUT_SOURCE.sub(_alternative, cleaned)
        return cleaned

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name in ("class", "title", "alt", "rel"):
            return value
        if name == "id":
            return ID_PREFIX + value if _ID.fullmatch(value) else None
        if name == "href":
            return _link_address(value)
        if name == "src":
            address = _picture_address(value)
            if address is None and tag == "img":
                self.refused.append(value)
            return address
        if name in ("width", "height"):
            length = _LENGTH.fullmatch(value.strip())
            return None if length is None else length[1] + ("%" if length[2] == "%" else "")
        if name in ("colspan", "rowspan", "start"):
            return value if _NUMBER.fullmatch(value) else None
        if name == "lang":
            return value if _LANG.fullmatch(value) else None
        if name == "dir":
            return value.lower() if value.lower() in ("ltr", "rtl", "auto") else None
        return (
            value if name == "scope" and value in ("col", "row", "colgroup", "rowgroup") else None
        )


def _link_address(value: str) -> str | None:
    value = value.strip()
    if value.startswith("#"):
        return "#" + ID_PREFIX + _fragment(value[1:]) if len(value) > 1 else value
    scheme = _SCHEME.match(value)
    if scheme is None:
        # "java script:" is no scheme, but nobody means a relative address by it.
        return None if ":" in _PATH_START.split(value, maxsplit=1)[0] else value
    if scheme[0].lower() == "kb:":
        found = _LIBRARY_ADDRESS.fullmatch(value)
        if found is None:
            return None
        return f"kb:{found[1]}#{ID_PREFIX}{_fragment(found[2])}" if found[2] else f"kb:{found[1]}"
    # Looked at here too: nh3 saw the address before it was stripped, and takes one that begins
    # with a no-break space for a relative one.
    return value if scheme[0].lower() in _LINK_SCHEMES else None


def _fragment(value: str) -> str:
    """As it may stand in an address: with one "#" only, which came before."""
    return value.replace("#", "%23")


def _picture_address(value: str) -> str | None:
    """The address of a picture that comes with the page: `kb:`, relative, or small data."""
    value = value.strip()
    if value[:5].lower() == "data:":
        return value if _PICTURE_DATA.fullmatch(value) else None
    if value.startswith("kb:"):
        found = _LIBRARY_ADDRESS.fullmatch(value)
        return None if found is None else f"kb:{found[1]}"
    # "//host", "/\host" and "\\host" are foreign; browsers also drop tabs and line breaks within.
    if (
        ":" in _PATH_START.split(value, maxsplit=1)[0]
        or value.startswith("/")
        or _UNSAFE_IN_ADDRESS.search(value.replace(" ", ""))
    ):
        return None
    return value


def _alternative(found: re.Match[str]) -> str:
    alternative = _ALTERNATIVE.search(found[1])
    return alternative[1] if alternative else ""


def _in_percent(found: re.Match[str]) -> str:
    """A picture whose width is a part of the text's: as a class, in steps of five.

    HTML knows pixels only. Without them the picture gets its real size, and nothing jumps.
    """
    picture = found[0]
    sizes = dict(_PERCENT.findall(picture))
    if not sizes:
        return picture
    picture = _PERCENT.sub("", picture)
    if "width" not in sizes:
        return picture
    name = f"width-{min(max(5 * round(int(sizes['width']) / 5), 5), 100)}"
    if ' class="' in picture:
        return picture.replace(' class="', f' class="{name} ', 1)
    return f'<img class="{name}"{picture[4:]}'
