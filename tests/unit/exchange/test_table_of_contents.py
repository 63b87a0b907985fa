"""Tables of contents, and how those of two languages are paired."""

from kbeditor.exchange.markdown_folder.table_of_contents import Item, is_table, parse
from tests.unit.exchange.conftest import Plan


def outline(item: Item) -> list[object]:
    return [item.title, *(outline(child) for child in item.children)]


def test_indentation_of_any_width_nests() -> None:
    table = parse("# T\n* A\n   * [B](b.md)\n     * [C](c.md)\n   * D\n\t\t* [E](e.md)\n1. F\n")
    assert outline(table) == ["T", ["A", ["B", ["C"]], ["D", ["E"]]], ["F"]]


def test_later_headings_group() -> None:
    table = parse(
        "# Summary\n[Intro](i.md)\n\n## Part one\n- [A](a.md)\n## Part two\n- [B](b.md)\n"
    )
    assert outline(table) == ["Summary", ["Intro"], ["Part one", ["A"]], ["Part two", ["B"]]]


def test_titles_are_plain_words() -> None:
    table = parse("+ {hide-from-toc}[&#x200B; L&#39;**été** &#x200B;](a.md)\n+ Group{#g}\n")
    first, second = table.children
    assert (first.title, first.target) == ("L'été", "a.md")
    assert (second.title, second.anchor) == ("Group", "g")


def test_a_page_that_is_called_summary_is_a_page() -> None:
    assert not is_table(parse("# Summary\n\n- first we did this\n- then that\n"))


def test_it_makes_the_tree(plan: Plan) -> None:
    made = plan(
        {
            "SUMMARY.md": "- [A](x/a.md)\n- Group\n  - [B](x/b.md)\n  - [A again](x/a.md)\n"
            "- [Lost](x/lost.md)\n- [Section](y/index.md)\n  - [C](x/c.md)\n",
            "x/a.md": "# A",
            "x/b.md": "# B",
            "x/c.md": "# C",
            "x/z.md": "# Z",
            "y/index.md": "# Why",
        }
    )
    texts = {text.owner.id: text.title for text in made.texts()}
    parents = {each.id: each.category_id for each in made.articles}
    tree = {texts[own]: texts.get(parent or "", "top") for own, parent in parents.items()}
    assert tree == {"A": "top", "B": "Group", "C": "Why", "Z": "X"}
    assert [texts[each.id] for each in made.categories] == ["Group", "Why", "X"]
    assert [(line.code, line.line) for line in made.lines] == [
        ("missing_page", 5),
        ("listed_twice", 4),
    ]


def test_groups_are_paired_by_anchor_then_pages_then_place(plan: Plan) -> None:
    pages = {f"{tag}/{name}.md": f"# {name} {tag}" for tag in ("en", "fr") for name in "abcd"}
    made = plan(
        {
            **pages,
            "en/TOC.md": "- One {#one}\n - [a](a.md)\n- Two\n - [b](b.md)\n- Three\n - [c](c.md)\n",
            "fr/TOC.md": "- Deux\n - [b](b.md)\n- Un {#one}\n - [d](d.md)\n- Trois\n - [c](c.md)\n",
        }
    )
    titles: dict[str, list[str]] = {}
    for text in made.texts():
        titles.setdefault(text.owner.id, []).append(text.title)
    groups = [titles[each.id] for each in made.categories]
    assert groups == [["One", "Un"], ["Two", "Deux"], ["Three", "Trois"]]
