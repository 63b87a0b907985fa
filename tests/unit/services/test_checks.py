"""Checks: each kind of finding, on its line, and nothing where all is well."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import TextRef
from tests.helpers.library import (
    PIXEL,
    Shop,
    article,
    category,
    connected,
    opened,
    publish,
    text_of,
    write,
)

GONE = "00000000-0000-7000-8000-000000000000"


def findings(ws: Workspace) -> list[tuple[str, str, str, int, str]]:
    return [(f.code, f.title, f.locale, f.line, f.detail) for f in ws.checks.run()]


def test_nothing_is_found_where_all_is_well(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    picture = ws.attachments.add("map.png", PIXEL).value.id
    file = ws.attachments.add("list.txt", b"words").value.id
    other = article(ws, "Cancel", "# How\n\nSo.", orders)
    article(
        ws,
        "Where?",
        f"![](kb:{picture}) [file](kb:{file}) [](kb:{other.id}) [o](kb:{orders.id} 'title')\n"
        '[site](https://example.com) [mail](mailto:a@example.com) [here](#there) <img src="'
        f'kb:{picture}">\n![](https://example.com/a.png) ![](data:image/png;base64,AA==)',
        orders,
    )
    assert findings(ws) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"[x](kb:{GONE})", "broken_link"),
        (f"[x](kb:{GONE}#part)", "broken_link"),
        (f"[](<kb:{GONE}>)", "broken_link"),
        (f"[a [b] c](kb:{GONE} 'Title')", "broken_link"),
        (f'<a href="kb:{GONE}">x</a>', "broken_link"),
        ("[x](../other.md)", "broken_link"),
        (f"![x](kb:{GONE})", "missing_picture"),
        ("![x](pictures/a.png)", "missing_picture"),
        ("<img alt='x' src='a.png'>", "missing_picture"),
        (f"[![x](kb:{GONE})](https://example.com)", "missing_picture"),
    ],
)
def test_found_on_its_line(ws: Workspace, line: str, code: str) -> None:
    article(ws, "Where?", f"One.\n\n```\nfence\n```\n<!-- a\ncomment -->\n{line}\n")
    [finding] = ws.checks.run()
    assert (finding.code, finding.title, finding.locale, finding.line) == (code, "Where?", "en", 8)
    assert finding.detail in line


@pytest.mark.parametrize(
    "body",
    [
        f"```\n[x](kb:{GONE})\n```",
        f"~~~ md\n![x](a.png)\n```\n[x](kb:{GONE})\n~~~",
        f"````\n```\n[x](kb:{GONE})\n```\n````",
        f"> ```\n> [x](kb:{GONE})\n> ```",
        f"`[x](kb:{GONE})` and ``a ` ![](b.png)``",
        f"<!-- [x](kb:{GONE}) -->",
        f"<!--\n![x](a.png)\n\n[x](kb:{GONE})\n-->",
        f"<!-- never closed [x](kb:{GONE})",
    ],
)
def test_code_and_comments_are_not_looked_into(ws: Workspace, body: str) -> None:
    article(ws, "Where?", body)
    assert findings(ws) == []


def test_a_comment_shown_as_code_hides_nothing(ws: Workspace) -> None:
    article(ws, "Where?", f"```html\n<!-- begins\n```\n\n[x](kb:{GONE})")
    assert [finding.line for finding in ws.checks.run()] == [5]


def test_links_defined_elsewhere(ws: Workspace) -> None:
    article(
        ws, "Where?", f"[x][1] and [y].\n\n[1]: kb:{GONE}\n[y]: <other.md> 'Title'\n[^1]: Note."
    )
    assert [(each.code, each.line) for each in ws.checks.run()] == [
        ("broken_link", 3),
        ("broken_link", 4),
    ]


def test_a_link_into_the_trash_is_broken(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        assert [code for code, *_ in findings(ws)] == []
        ws.tree.trash([shop.cancel])
        assert [(code, title) for code, title, *_ in findings(ws)] == [("broken_link", "Where?")]


def test_what_lies_in_the_trash_is_not_checked(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        write(ws, shop.cancel, f"[x](kb:{GONE})")
        ws.tree.trash([shop.orders])
        assert findings(ws) == []


def test_headings_of_live_pages(ws: Workspace) -> None:
    target = article(ws, "Cancel", "## How it goes\n\nSo.\n\n## Cost {#cost}\n\nNone.")
    article(
        ws,
        "Where?",
        f"[a](kb:{target.id}#how-it-goes) [b](kb:{target.id}#cost)\n[c](kb:{target.id}#when)",
    )
    ws.rendering.fill()
    assert findings(ws) == [("missing_heading", "Where?", "en", 2, f"kb:{target.id}#when")]


def test_categories_whose_articles_are_live_need_a_name(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    parcels = category(ws, "Parcels", orders)
    category(ws, "Empty", orders)
    ref = article(ws, "Lost", "x", parcels)
    write(ws, ref, "x", "fr", title="Perdu")
    write(ws, ref, "x", "de", title="Weg")
    publish(ws, ref, "fr")
    assert sorted(findings(ws)) == [
        ("untranslated_category", "Orders", "fr", 0, "fr"),
        ("untranslated_category", "Parcels", "fr", 0, "fr"),
    ]
    ws.texts.rename(TextRef(orders, "fr"), "Commandes")
    ws.texts.rename(TextRef(parcels, "fr"), "Colis")
    assert findings(ws) == []


def test_two_pages_with_one_address(ws: Workspace, path: Path) -> None:
    article(ws, "Lost")
    ref = article(ws, "Found")
    with connected(path) as other:  # only another program can write such a thing
        other.execute("UPDATE text SET slug = 'LOST' WHERE id = ?", (text_of(ws, ref).id,))
    assert [(code, detail) for code, _, _, _, detail in findings(ws)] == [
        ("duplicate_slug", "LOST")
    ]


def test_stopped(ws: Workspace) -> None:
    progress = Stoppable()
    progress.stop()
    article(ws, "Where?")
    with pytest.raises(Cancelled):
        ws.checks.run(progress)
    assert findings(ws) == []
