"""Makes the old library of today's format: `python -m tests.old_libraries.make`, once per format.

What it made is kept: tests show that later programs open it. Never make an older format's anew.
"""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.releases import Profile
from kbeditor.domain.site import SiteTheme
from kbeditor.domain.states import Significance, State
from kbeditor.domain.votes import FailedSearch, Vote, VotePlan
from kbeditor.storage.opening import FORMAT
from tests.helpers.library import PIXEL


def make(path: Path) -> None:
    """A library with a row in every table and a text in every state."""
    ws = create_library(path, "Old shop", "en", ["fr", "ar", "ja"], "Ada")
    ws.people.add("Ada", "editor")
    ws.people.add("Marie", "translator", ["fr"])
    ws.people.work_as("Ada", "")
    ws.locales.update("ar", fallback="fr", published=False)
    ws.settings.set("site.name", "Old shop")
    orders = ws.categories.create(None, "Orders", "en").value
    ws.texts.rename(TextRef(orders, "fr"), "Commandes")
    parcels = ws.categories.create(orders.id, "Parcels", "en").value
    picture = ws.attachments.add("map.png", PIXEL).value
    ws.attachments.set_alt(picture.id, "en", "The map")
    cancel = ws.articles.create(orders.id, "How do I cancel?", "en").value
    where = ws.articles.create(parcels.id, "Where is my order?", "en", None).value
    ws.articles.update([where.id], labels=["delivery"], promoted=True, owner="Ada")
    english, french = TextRef(where, "en"), TextRef(where, "fr")
    body = f"In the **post**.\n\n![](kb:{picture.id})\n\nOr [cancel](kb:{cancel.id})."
    ws.texts.save(english, 1, body=body, summary="Find it.", keywords=["track"])
    ws.texts.set_state([english], State.PUBLISHED)
    ws.texts.begin(french)
    ws.texts.save(french, 1, title="Où est ma commande ?", body="À la **poste**.")
    ws.texts.set_state([french], State.PUBLISHED)
    ws.texts.set_slug(english, "find-my-order")
    ws.texts.begin(TextRef(where, "ja"))
    ws.texts.save(TextRef(where, "ja"), 1, title="注文はどこ？", body="郵便局です。")
    ws.texts.set_state([TextRef(where, "ja")], State.IN_REVIEW)
    text = ws.texts.get(english)
    assert text is not None
    ws.texts.save(english, text.version, body=f"On the **train**.\n\n![](kb:{picture.id})")
    ws.texts.set_state(
        [english], State.PUBLISHED, significance=Significance.IMPORTANT, note="No post"
    )
    _translate_by_blocks(ws, cancel)
    _publish(ws, where)
    ws.texts.name_version(english, ws.texts.revisions(english)[0].id, "Opening day")
    binned = ws.articles.create(None, "Binned", "en").value
    ws.tree.trash([binned])
    ws.rendering.fill()
    ws.close()


def _translate_by_blocks(ws: Workspace, owner: Ref) -> None:
    """A translation with blocks in each state, and all that people say about blocks."""
    english, french = TextRef(owner, "en"), TextRef(owner, "fr")
    ws.texts.save(english, 1, body="Open it.\n\nSelect the order.\n\nThen cancel it.")
    ws.texts.set_state([english], State.PUBLISHED)
    text = ws.blocks.begin(french).value
    _, first, second, third = ws.blocks.pairs(french)
    text = ws.blocks.write(french, text.version, first.id, "Ouvrez-la.").value
    text = ws.blocks.write(french, text.version, second.id, "Sélectionnez la commande.").value
    ws.blocks.write(french, text.version, third.id, "Puis annulez-la.")
    ws.blocks.set_state(french, [second.id, third.id], BlockState.TRANSLATED)
    for old, new, how in (
        ("Then cancel", "Now cancel", Significance.MINOR),
        ("Select the order", "Select the last order", Significance.UPDATE),
    ):
        source = ws.texts.get(english)
        assert source is not None
        ws.texts.save(english, source.version, body=source.body.replace(old, new))
        ws.texts.set_state([english], State.PUBLISHED, significance=how, note="Clearer")
    ws.glossary.add("order", "fr", "commande")
    ws.notes.open(french, first.id, "translator", "Which one?")


def _publish(ws: Workspace, article: Ref) -> None:
    """A profile with its theme, a release, and what readers said of it."""
    theme = ws.profiles.save_theme("", SiteTheme(name="Shop", accent="#aa3355")).value
    profile = ws.profiles.save(Profile("", "Public", theme=theme)).value
    with TemporaryDirectory() as folder:
        ws.releasing.release(profile, "First", target=Path(folder) / "site")
    at = datetime(2026, 5, 17, 9, 30, tzinfo=UTC)
    vote = Vote("v-1", article.id, "en", "", helpful=True, comment="Clear.", at=at)
    search = FailedSearch("s-1", "fr", "colis", at)
    ws.votes.apply(VotePlan("votes.jsonl", (vote,), (search,), 0, ()))


if __name__ == "__main__":
    make(Path(__file__).with_name(f"format-{FORMAT}.kb"))
