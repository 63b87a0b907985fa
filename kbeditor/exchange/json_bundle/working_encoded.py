"""What translators left with a text, and the glossary, as the JSON of a bundle."""

from kbeditor.domain.work import KeptTerm, KeptThread, TextWork
from kbeditor.exchange.json_bundle.values import Json, time


def work_of(work: TextWork) -> Json:
    """The keys that a translation has besides its words and history."""
    blocks = None
    if work.blocks is not None:
        blocks = [
            {
                "id": each.id,
                "hash": each.hash,
                "state": each.state.code,
                "based_on": [{"id": id_, "hash": hash_} for id_, hash_ in each.based_on],
            }
            for each in work.blocks
        ]
    return {
        "blocks": blocks,
        "minor_changes": [
            {
                "block_id": each.block_id,
                "old_hash": each.old_hash,
                "new_hash": each.new_hash,
                "who": each.who,
                "why": each.why,
                "created_at": time(each.created_at),
            }
            for each in work.minor
        ],
        "former_blocks": [
            {"hash": each.hash, "kind": each.kind.value, "text": each.text} for each in work.former
        ],
        "threads": [_thread(each) for each in work.threads],
        "dismissals": [
            {
                "block_id": each.block_id,
                "check": each.check,
                "fingerprint": each.fingerprint,
                "detail": each.detail,
                "reason": each.reason,
                "who": each.who,
                "created_at": time(each.created_at),
            }
            for each in work.dismissals
        ],
    }


def _thread(thread: KeptThread) -> Json:
    return {
        "id": thread.id,
        "block_id": thread.block_id,
        "created_at": time(thread.created_at),
        "resolved_at": time(thread.resolved_at) if thread.resolved_at else None,
        "resolved_by": thread.resolved_by,
        "notes": [
            {
                "id": each.id,
                "author": each.author,
                "role": each.role,
                "body": each.body,
                "created_at": time(each.created_at),
            }
            for each in thread.notes
        ],
    }


def term(each: KeptTerm) -> Json:
    """A term of the glossary."""
    return {
        "id": each.id,
        "term": each.term,
        "locale": each.locale,
        "translation": each.translation,
        "forbidden": list(each.forbidden),
        "note": each.note,
        "created_at": time(each.created_at),
    }
