"""Bodies split into the segments that are translated, and put together again to the byte."""

from kbeditor.translation.splitting.document import Document, insert_block, split, text_segments
from kbeditor.translation.splitting.segments import segment_hash

__all__ = ["Document", "insert_block", "segment_hash", "split", "text_segments"]
