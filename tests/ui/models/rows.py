"""A small tree made by hand: what the model tests stand on."""

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State, make_mark
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton

LIVE = make_mark(State.PUBLISHED, outdated=False, live=True)
MISSING = make_mark(State.MISSING, outdated=False, live=False)
NAMES = {"en": "English", "fr": "français"}


def category(id_: str, parent: str | None, position: int, title: str = "") -> CategoryRow:
    return CategoryRow(id_, parent, position, title or id_, bytes([LIVE, MISSING]))


def article(
    id_: str, parent: str | None, position: int, title: str = "", promoted: bool = False
) -> ArticleRow:
    return ArticleRow(id_, parent, position, title or id_, bytes([LIVE, MISSING]), promoted)


def article_ref(id_: str) -> Ref:
    return Ref(Kind.ARTICLE, id_)


def category_ref(id_: str) -> Ref:
    return Ref(Kind.CATEGORY, id_)


SHOP = Skeleton(
    ("en", "fr"),
    (
        category("orders", None, 10),
        category("payment", None, 20),
        category("cards", "payment", 10),
        category("empty", None, 30),
    ),
    (
        article("welcome", None, 5, promoted=True),
        article("status", "orders", 10, "How do I see the status of my order?"),
        article("cancel", "orders", 20, "Échéances: cancelling"),
        article("paypal", "payment", 10, "PayPal"),
        article("visa", "cards", 10, "Visa"),
        article("master", "cards", 20, "Mastercard"),
    ),
)
