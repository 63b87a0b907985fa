"""The JSON of what translators left with a text, and of the glossary, checked on the way."""

import re

from kbeditor.domain.blocks import BlockKind, BlockState, Note
from kbeditor.domain.work import (
    FormerBlock,
    KeptBlock,
    KeptDismissal,
    KeptMinor,
    KeptTerm,
    KeptThread,
    TextWork,
)
from kbeditor.exchange.strict_json import Node

_HASH = re.compile(r"[0-9a-f]{32}")
_STATES = tuple(state.code for state in BlockState)
_KINDS = tuple(kind.value for kind in BlockKind)


def read_work(node: Node) -> TextWork:
    """What stands with a translation besides its words and history."""
    return TextWork(
        None if node.is_null("blocks") else tuple(_block(each) for each in node.nodes("blocks")),
        tuple(_minor(each) for each in node.nodes("minor_changes")),
        tuple(_former(each) for each in node.nodes("former_blocks")),
        tuple(_thread(each) for each in node.nodes("threads")),
        tuple(_dismissal(each) for each in node.nodes("dismissals")),
    )


def read_term(node: Node) -> KeptTerm:
    """A term of the glossary."""
    term = KeptTerm(
        node.uuid("id"),
        node.text("term"),
        node.text("locale"),
        node.text("translation"),
        node.texts("forbidden"),
        node.text("note"),
        node.time("created_at"),
    )
    node.finish()
    return term


def _hash(node: Node, key: str, *, optional: bool = False) -> str:
    value = node.text(key)
    if not (_HASH.fullmatch(value) or (optional and not value)):
        node.fail(key, "this is no hash of a block")
    return value


def _block(node: Node) -> KeptBlock:
    links = []
    for each in node.nodes("based_on"):
        links.append((each.uuid("id"), _hash(each, "hash", optional=True)))
        each.finish()
    block = KeptBlock(
        node.uuid("id"),
        _hash(node, "hash"),
        BlockState.from_code(node.one_of("state", _STATES)),
        tuple(links),
    )
    node.finish()
    return block


def _minor(node: Node) -> KeptMinor:
    minor = KeptMinor(
        node.uuid("block_id"),
        _hash(node, "old_hash"),
        _hash(node, "new_hash"),
        node.text("who"),
        node.text("why"),
        node.time("created_at"),
    )
    node.finish()
    return minor


def _former(node: Node) -> FormerBlock:
    kind = BlockKind(node.one_of("kind", _KINDS))
    former = FormerBlock(_hash(node, "hash"), kind, node.text("text"))
    node.finish()
    return former


def _thread(node: Node) -> KeptThread:
    thread = KeptThread(
        node.uuid("id"),
        node.optional_text("block_id"),
        node.time("created_at"),
        None if node.is_null("resolved_at") else node.time("resolved_at"),
        node.text("resolved_by"),
        tuple(_note(each) for each in node.nodes("notes")),
    )
    node.finish()
    return thread


def _note(node: Node) -> Note:
    note = Note(
        node.uuid("id"),
        node.text("author"),
        node.text("role"),
        node.text("body"),
        node.time("created_at"),
    )
    node.finish()
    return note


def _dismissal(node: Node) -> KeptDismissal:
    dismissal = KeptDismissal(
        node.text("block_id"),
        node.text("check"),
        node.text("fingerprint"),
        node.text("detail"),
        node.text("reason"),
        node.text("who"),
        node.time("created_at"),
    )
    node.finish()
    return dismissal
