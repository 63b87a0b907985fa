"""Folders of Markdown: locales, order, titles, links, and what is refused."""

import os
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest

from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.records import Kind
from kbeditor.domain.states import State
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter
from tests.unit.exchange.conftest import Plan


def png(width: int = 3, height: int = 2) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def articles(plan: ImportPlan) -> list[tuple[str, str]]:
    """Locale and title of all texts of articles, in the plan's order."""
    return [(each.locale, each.title) for each in plan.texts() if each.owner.kind is Kind.ARTICLE]


def body(plan: ImportPlan, title: str) -> str:
    """The body of the text of this title, ids replaced by the first words of what they name."""
    names = {each.owner.id: each.title for each in plan.texts()}
    names |= {each.id: each.name for each in plan.attachments}
    text = next(each for each in plan.texts() if each.title == title).body
    for key, name in names.items():
        text = text.replace(key, name)
    return text


class TestLocales:
    @pytest.mark.parametrize("base", ["", "content/", "docs/"])
    def test_folders_of_locales(self, plan: Plan, base: str) -> None:
        files = {f"{base}{tag}/a.md": f"# {tag}" for tag in ("pt_br", "en", "fr")}
        made = plan({**files, "README.md": "# not part of it"} if base else files)
        assert articles(made) == [("en", "en"), ("fr", "fr"), ("pt-BR", "pt_br")]
        assert [each.tag for each in made.locales] == ["fr", "pt-BR"]

    def test_all_must_be_locales(self, plan: Plan) -> None:
        made = plan({"en/a.md": "# A", "start/b.md": "# B"})
        assert articles(made) == [("en", "A"), ("en", "B")]

    def test_words_that_happen_to_be_tags_are_categories(self, plan: Plan) -> None:
        made = plan({"api/a.md": "# A", "new/b.md": "# B"})
        assert articles(made) == [("en", "A"), ("en", "B")]
        assert made.lines == ()

    def test_locales_of_another_library_are_told(self, plan: Plan) -> None:
        made = plan({"de/a.md": "# A", "it/b.md": "# B"})
        assert [each.locale for each in made.texts()] == ["en"] * 4
        assert [line.code for line in made.lines] == ["unknown_locales"]

    def test_the_locale_asked_for(self, plan: Plan) -> None:
        files = {"en/a.md": "# A", "fr/a.md": "# B"}
        assert articles(plan(files, ImportOptions(locale="fr"))) == [("fr", "B")]

    def test_one_folder_in_a_locale(self, plan: Plan) -> None:
        assert articles(plan({"a.md": "# A"}, ImportOptions(locale="de"))) == [("de", "A")]

    def test_the_source_comes_first_and_is_what_others_are_based_on(self, plan: Plan) -> None:
        target = ImportTarget("fr", ("fr", "en"), True)
        made = plan({"en/a.md": "# A", "fr/a.md": "# B", "en/c.md": "# C"}, target=target)
        first, second, third = made.texts()
        assert (first.locale, second.locale, third.locale) == ("fr", "en", "en")
        assert second.based_on == first.published == first.revisions[0].id
        assert second.revisions[0].based_on == first.published
        assert third.based_on is None
        assert [(line.code, line.place) for line in made.lines] == [("no_source", "en/c.md")]

    def test_two_folders_of_one_locale(self, plan: Plan) -> None:
        with pytest.raises(BadFile, match="same locale"):
            plan({"pt-BR/a.md": "# A", "pt_BR/a.md": "# A", "en/a.md": "# A"})


class TestOrder:
    def test_numbers_then_names_as_people_count(self, plan: Plan) -> None:
        made = plan(
            {
                "page10.md": "# ten",
                "page9.md": "# nine",
                "z.md": "---\nweight: 2\n---\n# two",
                "y.md": "---\nnav_order: 1.5\n---\n# one",
                "b/x.md": "# x",
                "a/_index.md": "---\nposition: 9\n---\n# last of the numbered",
                "a/x.md": "# x",
                "2-b/_index.md": "Text.",
            }
        )
        assert [title for _, title in articles(made)][:4] == ["one", "two", "nine", "ten"]
        titles = [each.title for each in made.texts() if each.owner.kind is Kind.CATEGORY]
        assert titles == ["last of the numbered", "B", "B"]

    def test_positions_count_from_nought_in_each_parent(self, plan: Plan) -> None:
        made = plan({f"{folder}/{name}.md": "" for folder in "ab" for name in "xyz"})
        assert [each.position for each in made.articles] == [0, 1, 2, 0, 1, 2]
        assert [each.position for each in made.categories] == [0, 1]


class TestTexts:
    @pytest.mark.parametrize(
        ("content", "title", "left"),
        [
            ("---\ntitle: T\n---\n# T\n\nx", "T", "x"),
            ("---\ntitle: T\n---\n# Other\n\nx", "T", "x"),
            ("---\ntitle: T\n---\n# Other\n\n# Second\n\nx", "T", "# Other\n\n# Second\n\nx"),
            ("---\ntitle: T\n---\nx\n\n# t\n\ny", "T", "x\n\ny"),
            ("---\ntitle: T\n---\nx\n\n# Other", "T", "x\n\n# Other"),
            ("<!-- licence -->\n# *A* `b` &amp; c {#d}\nx", "A b & c", "<!-- licence -->\n\nx"),
            ("A\n=\n\nx", "A", "x"),
            ("x", "My file", "x"),
        ],
    )
    def test_title_and_heading(self, plan: Plan, content: str, title: str, left: str) -> None:
        (text,) = plan({"my-file.md": content}).texts()
        assert (text.title, text.body) == (title, left)

    @pytest.mark.parametrize(
        ("words", "most", "state"),
        [
            ("", State.PUBLISHED, State.PUBLISHED),
            ("", State.DRAFT, State.DRAFT),
            ("state: review", State.PUBLISHED, State.IN_REVIEW),
            ("state: published", State.DRAFT, State.DRAFT),
            ("draft: true", State.PUBLISHED, State.DRAFT),
            ("state: Bavaria", State.PUBLISHED, State.PUBLISHED),
        ],
    )
    def test_state(self, plan: Plan, words: str, most: State, state: State) -> None:
        made = plan({"a.md": f"---\n{words}\n---\nx"}, ImportOptions(state=most))
        (text,) = made.texts()
        assert text.state is state
        assert (text.published is None) == (state is not State.PUBLISHED) == (not text.revisions)
        assert text.extra == ({"state": "Bavaria"} if "Bavaria" in words else {})

    def test_ids_are_kept_once_and_if_free(self, plan: Plan) -> None:
        one, two = (f"0190a000-0000-7000-8000-00000000000{n}" for n in (1, 2))
        target = ImportTarget("en", ("en",), False, ids={two})
        made = plan(
            {
                "a.md": f"---\nid: {one}\n---\n",
                "b.md": f"---\nid: {one.upper()}\n---\n",
                "c.md": f"---\nid: {two}\n---\n",
                "d.md": "---\nid: intro\n---\n",
            },
            target=target,
        )
        ids = [each.id for each in made.articles]
        assert ids[0] == one
        assert len({*ids, two}) == 5
        assert [line.place for line in made.lines] == ["b.md", "c.md"]
        assert list(made.texts())[3].extra == {"id": "intro"}

    def test_bodies_are_read_when_asked_for_and_must_be_those_planned(
        self, plan: Plan, tmp_path: Path
    ) -> None:
        made = plan({"a.md": "# A\n\nold"})
        assert [each.body for each in made.texts()] == ["old"] == [e.body for e in made.texts()]
        (tmp_path / "folder" / "a.md").write_text("# A\n\nnew")
        with pytest.raises(BadFile, match=r"a\.md: the file was changed during the import"):
            list(made.texts())


class TestLinks:
    def test_pictures_are_taken_once_whatever_their_names(self, plan: Plan) -> None:
        made = plan(
            {
                "a.md": "![](p.png) ![](q.jpeg) ![](/img/r.png) [zip](s.zip)",
                "p.png": png(),
                "q.jpeg": png(),
                "static/img/r.png": png(5, 4),
                "s.zip": b"PK\5\6" + bytes(18),
            }
        )
        found = [(each.name, each.media_type, each.width) for each in made.attachments]
        assert found == [
            ("p.png", "image/png", 3),
            ("r.png", "image/png", 5),
            ("s.zip", "application/zip", None),
        ]
        assert body(made, "A") == "![](kb:p.png) ![](kb:p.png) ![](kb:r.png) [zip](kb:s.zip)"
        assert made.attachments[0].read() == png()

    def test_what_the_library_has_is_not_taken_again(self, plan: Plan) -> None:
        known = plan({"a.md": "![](p.png)", "p.png": png()}).attachments[0].sha256
        target = ImportTarget("en", ("en",), False, {known: "there"})
        made = plan({"a.md": "![](p.png)"}, target=target)
        assert (made.attachments, body(made, "A")) == ((), "![](kb:there)")

    def test_a_translation_uses_the_pictures_and_pages_of_the_source(self, plan: Plan) -> None:
        made = plan(
            {
                "en/a.md": "x",
                "en/p.png": png(),
                "en/b.md": "# B",
                "fr/a.md": "# F\n\n![](p.png) [b](b.md)",
            }
        )
        assert body(made, "F") == "![](kb:p.png) [b](kb:B)"

    def test_unresolved_ones_stay_and_are_told_with_their_line(self, plan: Plan) -> None:
        text = "---\na: 1\n---\n\n![](no.png)\n[x](no.md) [y](../../up.md)\n\n[z](evil.exe) [d](b/)"
        made = plan({"docs/a.md": text, "docs/evil.exe": b"MZ", "docs/b.png": b"no picture"})
        assert body(made, "A") == text.partition("---\n\n")[2]
        assert [(line.code, line.place, line.line) for line in made.lines] == [
            ("missing_picture", "docs/a.md", 5),
            ("missing_page", "docs/a.md", 6),
            ("outside_folder", "docs/a.md", 6),
            ("not_taken", "docs/a.md", 8),
            ("missing_page", "docs/a.md", 8),
        ]

    def test_two_spellings_of_a_letter_are_one_file(self, plan: Plan) -> None:
        name = unicodedata.normalize("NFD", "été.md")
        made = plan({"a.md": "[x](%C3%89t%C3%A9.md)", name: "# Summer"})
        assert body(made, "A") == "[x](kb:Summer)"

    def test_one_file_alone(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("# A\n\n![](p.png) [b](b.md) [self](a.md) ![](../q.png)")
        (tmp_path / "b.md").write_text("# B")
        (tmp_path / "p.png").write_bytes(png())
        made = MarkdownImporter().plan(
            tmp_path / "a.md", ImportTarget("en", ("en",), True), ImportOptions(), Silent()
        )
        assert body(made, "A") == "![](kb:p.png) [b](b.md) [self](kb:A) ![](../q.png)"
        assert [line.code for line in made.lines] == ["missing_page", "outside_folder"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("files", "words"),
        [
            ({"d/a.md": b"ok\nok\n\xff\n"}, "d/a.md, line 3: this is not UTF-8 text"),
            ({"a.md": "ok\nx\0y"}, "a.md, line 2: there is a NUL"),
            ({"a.md": "---\na: [\n---\n"}, "a.md, line 3: the front matter is not valid YAML"),
            ({"a.md": "x\n" + "y" * 200_001}, "a.md, line 2: the line is longer"),
            ({"a.md": b"x " * 1_000_001}, "a.md: it is larger than 2,000,000 bytes"),
            ({"a.md": "# " + "x" * 501}, "a.md: its title is longer than 500 characters"),
            ({"A.md": "x", "a.md": "x"}, "a.md: its name is too much like that of A.md"),
            ({"a.md": "x", "a.markdown": "x"}, "a.md: its name is too much like that of a.mark"),
            ({"a.md": "![](p.png)", "p.png": bytes(20_971_521)}, "p.png: it is larger than 20,971"),
        ],
    )  # fmt: skip
    def test_a_bad_file_is_named(
        self, plan: Plan, files: dict[str, str | bytes], words: str
    ) -> None:
        with pytest.raises(BadFile) as caught:
            plan(files)
        assert words in str(caught.value)

    def test_no_markdown(self, plan: Plan) -> None:
        with pytest.raises(KbError, match="no Markdown file"):
            plan({"a.txt": "x", ".hidden/a.md": "x"})

    @pytest.mark.parametrize("name", ["a.md", "p.png", "folder"])
    def test_a_link_out_of_the_folder(self, plan: Plan, tmp_path: Path, name: str) -> None:
        (tmp_path / "secret").write_text("secret")
        plan({"b.md": "x"})
        os.symlink(
            tmp_path if name == "folder" else tmp_path / "secret", tmp_path / "folder" / name
        )
        with pytest.raises(BadFile, match="leads out of the imported folder"):
            plan({})

    def test_links_within_the_folder_do_no_harm(self, plan: Plan, tmp_path: Path) -> None:
        plan({"b.md": "# B"})
        os.symlink(tmp_path / "folder", tmp_path / "folder" / "loop")
        os.symlink(tmp_path / "folder" / "b.md", tmp_path / "folder" / "c.md")
        assert articles(plan({})) == [("en", "B"), ("en", "B")]

    def test_it_can_be_stopped(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("x")
        progress = Stoppable()
        progress.stop()
        with pytest.raises(Cancelled):
            MarkdownImporter().plan(
                tmp_path, ImportTarget("en", ("en",), True), ImportOptions(), progress
            )
