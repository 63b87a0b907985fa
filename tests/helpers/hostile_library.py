"""Libraries in which every field that reaches a page holds a payload, made in the three ways."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from uuid6 import uuid7

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from tests.helpers.payloads import in_places

BATCH = 40
"""So many articles share a keyword: a page of results shows 50."""
TOGETHER = 8
"""So many payloads stand in one field, where each alone would make too many pages to open."""
SIBLINGS = 10
LONGEST = 480
"""A little less than a title may have."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc00000030101006d8ba1450000000049454e44ae426082"
)
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_NOW = "2026-03-14T09:30:00Z"

DRAWINGS = (
    _SVG + b"><script>pwned(1)</script></svg>",
    _SVG + b"><script type='text/ecmascript'><![CDATA[pwned(1)]]></script></svg>",
    _SVG + b' onload="pwned(1)"/>',
    _SVG + b' ONLOAD="pwned(1)"/>',
    _SVG + b' onload="&#112;wned(1)"/>',
    _SVG + b'><g onclick="pwned(1)"><rect width="9" height="9"/></g></svg>',
    _SVG + b'><a href="javascript:pwned(1)"><text y="9">x</text></a></svg>',
    _SVG + b'><a xlink:href="java&#10;script:pwned(1)"><text y="9">x</text></a></svg>',
    _SVG
    + b'><a><set attributeName="href" to="javascript:pwned(1)"/><text y="9">x</text></a></svg>',
    _SVG + b'><animate onbegin="pwned(1)" attributeName="x" dur="1s"/></svg>',
    _SVG + b"><foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='pwned(1)'/>"
    b"</foreignObject></svg>",
    _SVG + b"><h:script xmlns:h='http://www.w3.org/1999/xhtml'>pwned(1)</h:script></svg>",
    _SVG + "><é:script xmlns:é='http://www.w3.org/2000/svg'>pwned(1)</é:script></svg>".encode(),
    _SVG
    + b"><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:parent.pwned(1)'/></svg>",
    _SVG + b"><style>@import url(https://evil.test/x.css);</style></svg>",
    _SVG + b"><style>rect{fill:url(https://evil.test/x.svg#x)}</style><rect/></svg>",
    _SVG + b'><image href="https://evil.test/x.png" width="9" height="9"/></svg>',
    _SVG + b'><image xlink:href="//evil.test/x.png" width="9" height="9"/></svg>',
    _SVG + b'><use href="https://evil.test/x.svg#x"/></svg>',
    _SVG + b'><use href="data:image/svg+xml,&lt;svg onload=pwned(1)/&gt;#x"/></svg>',
    _SVG + b'><feImage href="https://evil.test/x.svg"/></svg>',
    _SVG + b'><rect style="fill:url(//evil.test/x#x)" width="9" height="9"/></svg>',
    _SVG + b"><handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>pwned(1)"
    b"</handler></svg>",
    b"<?xml-stylesheet type='text/xsl' href='data:text/xml,x'?>" + _SVG + b"/>",
    b"<?xml-stylesheet type='text/css' href='https://evil.test/x.css'?>" + _SVG + b"/>",
    b"<!DOCTYPE svg [<!ENTITY x '&#60;script>pwned(1)&#60;/script>'>]>" + _SVG + b">&x;</svg>",
    b"<!DOCTYPE svg SYSTEM 'https://evil.test/x.dtd'>" + _SVG + b"/>",
    b"<html xmlns='http://www.w3.org/1999/xhtml'><script>pwned(1)</script></html>",
    b"<html><script>pwned(1)</script></html>",
    b"<script>pwned(1)</script>",
    (_SVG.decode() + "><script>pwned(1)</script></svg>").encode("utf-16"),
    b"GIF89a/*" + _SVG + b"><script>pwned(1)</script></svg>",
    b"%PDF-1.7 <script>pwned(1)</script>",
)
"""Files that would act if they were published as drawings or pages."""

_NAMES = (
    "x.svg",
    "x.SVG",
    "x.html",
    "x.htm",
    "x.xhtml",
    "x.xml",
    "x.js",
    "x.png",
    "x.txt",
    "x.rdf",
)


def keyword(place: int) -> str:
    """The word that finds a payload's article, shared by its batch."""
    return f"batch{place // BATCH:02d}"


def by_hand(path: Path, payloads: Sequence[str]) -> Workspace:
    """A library written as a person does, service by service."""
    ws = create_library(path, payloads[0], "en", ["fr"], who=payloads[1])
    ws.settings.rename_library(" ".join(payloads[:20]))
    ws.settings.set("site.name", payloads[2])
    category = ws.categories.create(None, payloads[0], "en").value
    for place, payload in enumerate(payloads):
        if place % 8 == 0:
            category = ws.categories.create(None, payload, "en").value
            ref = TextRef(category, "en")
            _save(ws, ref, payload, in_places(payload), place)
            ws.texts.set_state([ref], State.PUBLISHED)
            ws.texts.set_slug(ref, f"{payload} {place}")
        article = ws.articles.create(category.id, payload, "en").value
        ref = TextRef(article, "en")
        body = payload
        if place % 8 == 0:
            picture = ws.attachments.add("x.png", PIXEL + str(place).encode()).value
            ws.attachments.rename(picture.id, f"{payload}.html")
            ws.attachments.set_alt(picture.id, "en", payload)
            body = f"![](kb:{picture.id})\n\n[](kb:{picture.id}) [](kb:{category.id})\n\n{payload}"
        _save(ws, ref, payload, body, place)
        ws.articles.update([article.id], labels=[payload], promoted=place % 40 == 0, owner=payload)
        ws.texts.set_state([ref], State.PUBLISHED, note=payload)
        if place % 8 == 0:
            ws.texts.set_slug(ref, f"{payload} {place}")
    _add_files(ws, category.id)
    return ws


def _save(ws: Workspace, ref: TextRef, payload: str, body: str, place: int) -> None:
    text = ws.texts.get(ref)
    assert text is not None
    ws.texts.save(ref, text.version, summary=payload, keywords=[payload, keyword(place)], body=body)


def _add_files(ws: Workspace, category_id: str) -> None:
    """An article that shows and links each drawing under each name that is taken."""
    lines = []
    for number, data in enumerate(DRAWINGS):
        for name in _NAMES:
            try:
                added = ws.attachments.add(name, data + b"\n" * number).value
            except KbError:
                continue
            ws.attachments.rename(added.id, f"drawing-{number}.svg")
            lines.append(f"![x](kb:{added.id}) [drawing](kb:{added.id})")
    assert len(lines) >= len(DRAWINGS) // 2
    article = ws.articles.create(category_id, "Drawings", "en").value
    ref = TextRef(article, "en")
    _save(ws, ref, "Drawings", "\n\n".join(lines), 0)
    ws.texts.set_state([ref], State.PUBLISHED)


def together(payloads: Sequence[str]) -> list[tuple[str, ...]]:
    """Payloads in small groups that fit into a title, without the sign that no file may hold."""
    groups: list[tuple[str, ...]] = [()]
    for payload in (each.replace("\x00", "") for each in payloads):
        if len(groups[-1]) == TOGETHER or len(" ".join((*groups[-1], payload))) > LONGEST:
            groups.append(())
        groups[-1] += (payload,)
    return groups


def write_bundle(folder: Path, payloads: Sequence[str]) -> None:
    """A JSON bundle with each payload in every field, those too that no dialog lets one write.

    Each group of payloads has a category of its own within one for its batch; in it are its
    article and its attachment.
    """
    _write(folder / "bundle.json", _head(payloads))
    categories: list[dict[str, Any]] = []
    attachments = []
    for place, group in enumerate(together(payloads)):
        words, everywhere = " ".join(group), "\n\n".join(group[::-1])
        if place % SIBLINGS == 0:
            above = _node(words, None, place // SIBLINGS, place, everywhere)
            categories.append(above)
        data = PIXEL + str(place).encode()
        picture = _attachment(f"{words}.png", words, data)
        attachments.append(picture)
        (folder / picture["file"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / picture["file"]).write_bytes(data)
        category = _node(words, above["id"], place % SIBLINGS, place, everywhere)
        categories.append(category)
        own = f"![](kb:{picture['id']}) [](kb:{picture['id']}) [](kb:{category['id']})"
        article = _node(words, category["id"], 0, place, "\n\n".join((own, *group)))
        article |= {
            "category_id": article.pop("parent_id"),
            "source_locale": "en",
            "promoted": place % BATCH == 0,
            "owner": words,
            "review_by": None,
        }
        _write(folder / "articles" / f"{article['id']}.json", article)
    _write(folder / "categories.json", {"categories": categories})
    _write(folder / "attachments.json", {"attachments": attachments})


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), encoding="utf-8")


def _head(payloads: Sequence[str]) -> dict[str, Any]:
    names = [" ".join(group) for group in together(payloads)]
    return {
        "format": "kbeditor-bundle",
        "version": 1,
        "scope": {"whole": True},
        "library": {
            "id": str(uuid7()),
            "name": " ".join(names[::12]),
            "source_locale": "en",
            "created_at": _NOW,
        },
        "locales": [_locale("en", None, names[0]), _locale("fr", "en", " ".join(names[::12]))],
        "settings": {"site.name": " ".join(names), names[0]: names},
    }


def _locale(tag: str, fallback: str | None, name: str) -> dict[str, Any]:
    return {
        "locale": tag,
        "name": name,
        "direction": "ltr",
        "fallback": fallback,
        "published": True,
    }


def _node(payload: str, parent: str | None, position: int, place: int, body: str) -> dict[str, Any]:
    """What categories and articles have in common."""
    revision = str(uuid7())
    return {
        "id": str(uuid7()),
        "parent_id": parent,
        "position": position,
        "label_names": [payload],
        "created_at": _NOW,
        "updated_at": _NOW,
        "extra": {payload: payload},
        "translations": [
            {
                "locale": "en",
                "title": payload,
                "slug": payload,
                "summary": payload,
                "keywords": [payload, keyword(place)],
                "body": body,
                "state": "published",
                "draft": False,
                "outdated": False,
                "published_revision": revision,
                "based_on": None,
                "edited_at": _NOW,
                "edited_by": payload,
                "extra": {payload: payload},
                "old_slugs": [
                    {"parent_id": parent, "slug": f"old {payload} {place}", "retired_at": _NOW}
                ],
                "revisions": [
                    {
                        "id": revision,
                        "number": 1,
                        "kind": "published",
                        "based_on": None,
                        "significance": "update",
                        "note": payload,
                        "author": payload,
                        "created_at": _NOW,
                    }
                ],
            }
        ],
    }


def _attachment(name: str, alternative: str, data: bytes) -> dict[str, Any]:
    new_id = str(uuid7())
    return {
        "id": new_id,
        "file": f"attachments/{new_id}.png",
        "file_name": name,
        "content_type": "image/png",
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "width": 1,
        "height": 1,
        "alt": {"en": alternative},
        "variants": {},
        "created_at": _NOW,
    }


def write_markdown(folder: Path, payloads: Sequence[str]) -> None:
    """A folder of Markdown: payloads in front matter, in bodies, in names of files and folders.

    Every other file has no title but its name. The groups stand the other way round than in the
    bundle, so that what an unclosed payload swallows there comes before it here.
    """
    branch = folder
    for place, group in enumerate(together(payloads[::-1])):
        words, name = " ".join(group), f"{place:03d} {_file_name(group[0])}"
        if place % SIBLINGS == 0:
            branch = folder / name
            branch.mkdir(parents=True)
        picture, drawing = f"{name}.png", f"{place:03d}.svg"
        (branch / picture).write_bytes(PIXEL + str(place).encode())
        (branch / drawing).write_bytes(DRAWINGS[place % len(DRAWINGS)] + b"\n" * place)
        front: dict[str, object] = {
            "summary": words,
            "slug": words,
            "keywords": [*group, keyword(place)],
            "labels": group,
            "author": {words[:100]: words},
        }
        if place % 2:
            front["title"] = words
        head = "\n".join(f"{key}: {json.dumps(value)}" for key, value in front.items())
        own = f"![]({quote(picture)}) [x]({quote(drawing)}) ![]({drawing})"
        page = "\n\n".join((f"---\n{head}\n---\n{own}", *group))
        (branch / f"{name}.md").write_text(page, encoding="utf-8", newline="")


def _file_name(payload: str) -> str:
    plain = "".join(" " if each in "/\\" or each < " " else each for each in payload)
    return plain[:50].strip(" .")


def stripped_of_policy(site: Path, target: Path) -> int:
    """Copy a site without its Content-Security-Policy; how many pages had one."""
    count = 0
    for path in sorted(site.rglob("*")):
        copy = target / path.relative_to(site)
        if path.is_dir():
            copy.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".html":
            lines = path.read_text(encoding="utf-8").split("\n")
            kept = [line for line in lines if "Content-Security-Policy" not in line]
            count += len(lines) - len(kept)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text("\n".join(kept), encoding="utf-8", newline="")
        else:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return count
