"""Takes out of an SVG drawing all that could act: scripts, handlers, animation, foreign content."""

import re
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat

DEEPEST = 100
MOST_DRAWN = 1_000_000
"""Elements that a drawing comes to when all that it draws again is counted, too."""
_LONGEST_CHAIN = 40  # of parts that show parts
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_NAMES = (
    "svg g defs symbol use view switch title desc path rect circle ellipse line polyline polygon "
    "text tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker "
    "style filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence"
)
_DRAWING = frozenset(_NAMES.split())
# The prefixes of what is written anew; the library keeps them in one table.
ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)
_PICTURE_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_ADDRESS = re.compile(r"url\(\s*[\"']?\s*(?!#)", re.I)
_ACTIVE_STYLE = re.compile(
    r"@import|image-set|expression\s*\(|javascript:|behavior\s*:|-moz-binding|\\", re.I
)
_REFERENCE = re.compile(r"""(?:^\s*|url\(\s*["']?)#([^\s"')]+)""")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")


class NotDrawable(Exception):
    """The file is no SVG that may be taken; the message says why, in a few words."""


def clean(data: bytes) -> tuple[bytes, int | None, int | None]:
    """The drawing without anything active, and its width and height in pixels where it says so.

    Bytes that need no cleaning come back unchanged. NotDrawable: not XML, not SVG, or with a
    document type (entities could unfold without end, so none is ever read).
    """
    has_instructions = _look_through(data)
    try:
        root = ElementTree.parse(BytesIO(data)).getroot()
    except ElementTree.ParseError as error:
        raise NotDrawable(f"not well-formed XML: {error}") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise NotDrawable("the outermost element is not svg, or lacks its namespace")
    _Drawn(root).check()
    width, height = _size(root)
    # Instructions such as xml-stylesheet are not in the tree, and vanish when it is written anew.
    if not _clean_element(root) and not has_instructions:
        return data, width, height
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), width, height


def _look_through(data: bytes) -> bool:
    """Whether there are processing instructions; NotDrawable for what must not even be parsed."""
    parser = expat.ParserCreate()
    depth, instructions = 0, 0

    def refuse(*_: object) -> None:
        raise NotDrawable("it has a document type, which may hide anything")

    def open_element(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotDrawable("it is nested too deeply")

    def close_element(_: str) -> None:
        nonlocal depth
        depth -= 1

    def count_instruction(*_: str) -> None:
        nonlocal instructions
        instructions += 1

    parser.ProcessingInstructionHandler = count_instruction
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotDrawable(f"not well-formed XML: {error}") from error
    except (LookupError, ValueError) as error:  # from Python's own codecs
        raise NotDrawable("its encoding is unknown") from error
    return instructions > 0


class _Drawn:
    """How much is drawn: thirty groups that each show the one before ten times are enough to stop
    a browser for ever.
    """

    def __init__(self, root: ElementTree.Element) -> None:
        self._root = root
        self._named = {name: each for each in root.iter() if (name := each.get("id"))}
        self._known: dict[str, int] = {}

    def check(self) -> None:
        """Raises NotDrawable."""
        self._weight(self._root, ())

    def _weight(self, part: ElementTree.Element, chain: tuple[str, ...]) -> int:
        if len(chain) > _LONGEST_CHAIN:
            raise _drawn_again()
        total = 0
        for each in part.iter():
            total += 1
            for value in each.attrib.values():
                if "#" in value:
                    for name in _REFERENCE.findall(value):
                        total += self._named_weight(name, chain)
            if total > MOST_DRAWN:
                raise _drawn_again()
        return total

    def _named_weight(self, name: str, chain: tuple[str, ...]) -> int:
        if name in chain or name not in self._named:
            return 0  # browsers draw nothing of what shows itself
        if name not in self._known:
            self._known[name] = self._weight(self._named[name], (*chain, name))
        return self._known[name]


def _drawn_again() -> NotDrawable:
    return NotDrawable("its parts are drawn over and over")


def _clean_element(element: ElementTree.Element) -> bool:
    changed = False
    for name, value in list(element.attrib.items()):
        if not _harmless(name, value):
            del element.attrib[name]
            changed = True
    if element.tag == f"{{{_SVG}}}style" and not _harmless_style(element.text or ""):
        element.text = ""
        changed = True
    kept: list[ElementTree.Element] = []
    for child in element:
        namespace, _, name = str(child.tag).rpartition("}")
        if namespace == f"{{{_SVG}" and (name in _DRAWING or name == "a"):
            if name == "a":
                child.tag, child.attrib, changed = f"{{{_SVG}}}g", {}, True
            changed |= _clean_element(child)
            kept.append(child)
        elif child.tail and kept:  # what follows an element belongs to it here, and stays
            kept[-1].tail = (kept[-1].tail or "") + child.tail
        elif child.tail:
            element.text = (element.text or "") + child.tail
    if len(kept) < len(element):
        element[:] = kept
        changed = True
    return changed


def _harmless(name: str, value: str) -> bool:
    namespace, _, plain = name.rpartition("}")
    if plain.lower().startswith("on") or plain.lower() == "base":
        return False
    if namespace not in ("", f"{{{_XLINK}", f"{{{_XML}"):
        return False
    if plain.lower() in ("href", "src"):
        return value.strip().startswith("#") or bool(_PICTURE_DATA.fullmatch(value.strip()))
    return _harmless_style(value) if plain == "style" or "(" in value else True


def _harmless_style(text: str) -> bool:
    return not _ADDRESS.search(text) and not _ACTIVE_STYLE.search(text)


def _size(root: ElementTree.Element) -> tuple[int | None, int | None]:
    sides = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    values = [float(side[1]) for side in sides if side]
    if len(values) != 2:
        box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        try:
            values = [float(number) for number in box[2:4]]
        except ValueError:
            values = []
    if len(values) != 2 or not all(0.5 <= value <= 100_000 for value in values):
        return None, None
    return round(values[0]), round(values[1])
