"""A small help centre in three languages, with one case of everything that a site must show."""

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State
from tests.helpers.memory_library import MemoryLibrary, Words

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc00000030101006d8ba1450000000049454e44ae426082"
)

TRACK = """\
Look at **My orders**. See also [](kb:cancel), [the points](kb:points#earn) and
[our site](https://shop.example/orders).

## Where it is

![](kb:picture)

| Step | Days |
| --- | ---: |
| Packed | 1 |
| Shipped | 5 |

### On the way

```python
print("parcel")
```

## What to do

> [!TIP]
> Wait a day.

The [old page](kb:gone) is gone, as is ![the map](kb:lost).
"""


def help_centre() -> MemoryLibrary:
    """Orders (with a nested, translated and a missing article), points, an empty category."""
    library = MemoryLibrary(tags=("en", "fr", "ar"))
    library.category(
        "orders",
        None,
        en=Words("My orders", slug="my-orders", summary="Follow and change an order."),
        fr=Words("Mes commandes", slug="mes-commandes", summary="Suivre une commande."),
        ar=Words("طلباتي", slug="orders"),
    )
    library.category(
        "parcels", "orders", en=Words("Parcels", slug="parcels"), fr=Words("Colis", slug="colis")
    )
    library.category("rewards", None, en=Words("Rewards", slug="rewards"))
    library.category("gifts", None, en=Words("Gift cards", slug="gift-cards"))
    library.article(
        "track",
        "orders",
        promoted=True,
        labels=("delivery", "status"),
        en=Words(
            "Where is my order?",
            TRACK,
            slug="where",
            summary="Find your parcel.",
            keywords=("trace",),
        ),
        fr=Words(
            "Où est ma commande ?",
            "Regardez **Mes commandes**. Le [délai](kb:cancel) est court.\n\n"
            "## À l’étranger\n\nPlus tard.",
            slug="ou",
            summary="Trouver votre colis.",
            important=True,
        ),
        ar=Words("أين طلبي؟", "انظر إلى **طلباتي**.", slug="where"),
    )
    library.article(
        "cancel",
        "orders",
        en=Words(
            "How do I cancel?", "Select **Cancel**.", slug="cancel", summary="Before it is packed."
        ),
        fr=Words("Comment annuler ?", "Choisissez **Annuler**.", slug="annuler", state=State.DRAFT),
    )
    library.article(
        "customs",
        "parcels",
        en=Words("What about customs?", "Customs take a week.", slug="customs"),
        fr=Words("Et la douane ?", "La douane prend une semaine.", slug="douane"),
    )
    library.article(
        "points",
        "rewards",
        en=Words("How do I earn points?", "## Earn {#earn}\n\nBuy a dress.", slug="points"),
    )
    library.article(
        "contact", None, en=Words("How do I reach you?", "Write to us.", slug="contact")
    )
    library.attachment(
        "picture",
        "Map of steps.png",
        PIXEL,
        size=(640, 320),
        alt={"en": "The steps", "fr": "Les étapes"},
    )
    library.attachment("unused", "unused.png", PIXEL + b"\0")
    library.old_slug(Ref(Kind.ARTICLE, "track"), "en", "orders", "find-order")
    library.old_slug(Ref(Kind.ARTICLE, "track"), "en", "orders", "cancel")
    library.old_slug(Ref(Kind.CATEGORY, "orders"), "fr", None, "commandes")
    return library
