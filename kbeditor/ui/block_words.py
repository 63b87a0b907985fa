"""Words for what a block is and how far it is, in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.blocks import BlockKind, BlockPair, BlockState, Freshness
from kbeditor.ui.words import QT_TRANSLATE_NOOP

KINDS: Mapping[BlockKind, str] = {
    BlockKind.TITLE: QT_TRANSLATE_NOOP("Block", "Title"),
    BlockKind.SUMMARY: QT_TRANSLATE_NOOP("Block", "Summary"),
    BlockKind.KEYWORDS: QT_TRANSLATE_NOOP("Block", "Keywords"),
    BlockKind.HEADING: QT_TRANSLATE_NOOP("Block", "Heading"),
    BlockKind.PARAGRAPH: QT_TRANSLATE_NOOP("Block", "Paragraph"),
    BlockKind.ITEM: QT_TRANSLATE_NOOP("Block", "List item"),
    BlockKind.CELL: QT_TRANSLATE_NOOP("Block", "Table cell"),
    BlockKind.QUOTE: QT_TRANSLATE_NOOP("Block", "Quotation"),
    BlockKind.TERM: QT_TRANSLATE_NOOP("Block", "Term"),
    BlockKind.DEFINITION: QT_TRANSLATE_NOOP("Block", "Definition"),
    BlockKind.FOOTNOTE: QT_TRANSLATE_NOOP("Block", "Footnote"),
    BlockKind.CAPTION: QT_TRANSLATE_NOOP("Block", "Title of a call-out"),
    BlockKind.CODE: QT_TRANSLATE_NOOP("Block", "Code"),
    BlockKind.HTML: QT_TRANSLATE_NOOP("Block", "HTML"),
}

STATES: Mapping[BlockState, str] = {
    BlockState.EMPTY: QT_TRANSLATE_NOOP("Block", "Not yet translated"),
    BlockState.DRAFT: QT_TRANSLATE_NOOP("Block", "Draft"),
    BlockState.TRANSLATED: QT_TRANSLATE_NOOP("Block", "Translated"),
    BlockState.REVIEWED: QT_TRANSLATE_NOOP("Block", "Reviewed"),
}

OUTDATED = QT_TRANSLATE_NOOP("Block", "The source changed")
NEW = QT_TRANSLATE_NOOP("Block", "Not yet in the translation")
ORPHAN = QT_TRANSLATE_NOOP("Block", "No longer in the source")
SAME = QT_TRANSLATE_NOOP("Block", "As in the source")


def kind_words(kind: BlockKind) -> str:
    """What a block is."""
    return QCoreApplication.translate("Block", KINDS[kind])


def standing_words(pair: BlockPair) -> str:
    """How far a block is: freshness first where something is to be done about it."""
    translate = QCoreApplication.translate
    state = translate("Block", STATES[pair.state])
    match pair.freshness:
        case Freshness.ORPHAN:
            return translate("Block", ORPHAN)
        case Freshness.NEW:
            return translate("Block", NEW)
        case Freshness.OUTDATED:
            return f"{translate('Block', OUTDATED)} · {state}"
    return state if pair.kind.translatable else translate("Block", SAME)
