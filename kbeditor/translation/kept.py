"""Blocks as they are kept. Apart from what is done with them, which takes long to import."""

from dataclasses import dataclass, replace

from kbeditor.domain.blocks import BlockKind, BlockState
from kbeditor.translation.freshness import SourceBlock, TargetBlock


@dataclass(frozen=True, slots=True)
class Block:
    """A kept block. `based_on`: pairs of source block id and source hash, none for a source's.

    A hash of "" there means: from a version of the source that was not kept.
    """

    id: str
    kind: BlockKind
    hash: str
    words: int
    state: BlockState = BlockState.EMPTY
    based_on: tuple[tuple[str, str], ...] = ()

    def as_source(self) -> SourceBlock:
        """The block as translations are compared with."""
        return SourceBlock(self.id, self.kind, self.hash, self.words)

    def as_target(self) -> TargetBlock:
        """The block as it is compared with its source."""
        return TargetBlock(self.id, self.kind, self.hash, self.state, self.based_on)


def reviewed(block: Block) -> Block:
    """A translated block whose text was published."""
    done = block.state is BlockState.TRANSLATED
    return replace(block, state=BlockState.REVIEWED) if done else block
