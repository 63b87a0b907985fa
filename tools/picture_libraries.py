"""Libraries and files in the midst of work, for the pictures of translating and publishing."""

from pathlib import Path

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.units import UnitOptions
from tests.helpers.drift import import_pages, publish_today
from tests.helpers.library import text_of
from tests.helpers.returning import translate

WHO = "Claire"
METHODS = "Which payment methods can I use?"
CURRENCY = "In which currency do I pay?"
METHODS_TODAY = (
    ("for orders of $100 or more", "for orders of $150 or more, in euros or dollars"),
    ("| Poland | Przelewy24 | at once |\n", "| Poland | Przelewy24, BLIK | at once |\n"),
    ("There is no fee of ours for any method.", "There is no fee of ours for any of them."),
)
ANNA = {
    "Nine currencies at checkout, how the rate is set, and what your bank may add.": (
        "Neuf devises au choix, comment le taux est fixé et ce que votre banque peut ajouter."
    ),
    "You can pay in nine currencies. Choose yours at the foot of any page; prices, shipping and "
    "the total change at once.": (
        "Vous pouvez payer en neuf devises. Choisissez la vôtre au bas de n’importe quelle page ; "
        "prix, frais de port et total changent aussitôt."
    ),
    "Japanese yen": "Yen japonais",
    "Swedish krona": "Couronne suédoise",
    "How the rate is set": "Comment nous fixons le taux",
    "Your currency is not in the list": "Votre devise n’y est pas",
    "How do I write my address so that the parcel arrives?": (
        "Comment écrire mon adresse pour que le colis arrive ?"
    ),
    "What belongs in which line, in Latin letters, with three examples.": (
        "Ce qui va sur chaque ligne, en lettres latines, avec trois exemples[^1]."
    ),
}


def change_source(library: Path) -> str:
    """Change a published article that has two translations; its title. It is not published yet."""
    workspace = open_workspace(library, WHO)
    text = text_of(workspace, _owner(workspace, METHODS))
    workspace.texts.save(text.ref, text.version, body=_replaced(text.body, METHODS_TODAY))
    workspace.close()
    return METHODS


def give_back(library: Path, folder: Path) -> Path:
    """Hand out a package for French, fill it in as a translator does, and go on meanwhile."""
    workspace = open_workspace(library, WHO)
    workspace.linking.fill()
    package = folder / "from-anna.zip"
    workspace.handing.export("package", "fr", package, UnitOptions())
    translate(package, ANNA)
    owner = _owner(workspace, CURRENCY)
    french = text_of(workspace, owner, "fr")
    ours = (("Comment le taux est fixé", "Comment le taux de change est fixé"),)
    workspace.texts.save(french.ref, french.version, body=_replaced(french.body, ours))
    english = text_of(workspace, owner)
    later = (("You can pay in nine currencies.", "You can pay in nine currencies, also by card."),)
    workspace.texts.save(english.ref, english.version, body=_replaced(english.body, later))
    workspace.texts.set_state([TextRef(owner, "en")], State.PUBLISHED)
    workspace.close()
    return package


def make_drift(library: Path, pages: Path, folder: Path) -> None:
    """Real pages in French whose English went on: those of the shared corpus."""
    workspace = create_library(library, "OpenTelemetry", "en", ["fr"], WHO)
    for name, ref in import_pages(workspace, pages, folder).items():
        workspace.linking.fill()
        publish_today(workspace, pages / name, ref, folder / name)
    workspace.rendering.fill()
    workspace.close()


def _owner(workspace: Workspace, title: str) -> Ref:
    return next(hit.owner for hit in workspace.search.titles(title, None, 1))


def _replaced(body: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert old in body, old
        body = body.replace(old, new)
    return body
