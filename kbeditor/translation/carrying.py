"""What becomes of kept blocks when their text is linked, edited or published."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from kbeditor.domain.blocks import FIELDS, BlockState, Segment
from kbeditor.translation.alignment import Step, relink
from kbeditor.translation.kept import Block
from kbeditor.translation.linking import link

NewId = Callable[[], str]
Segments = Callable[[], Sequence[Segment]]


def begin_block(id_: str, segment: Segment) -> Block:
    """A block of a source, or one of a translation that is not linked yet."""
    return Block(id_, segment.kind, segment.hash, segment.words)


def describes(blocks: Sequence[Block], segments: Sequence[Segment]) -> bool:
    """Whether the blocks say, one by one, what the segments say."""
    return [each.hash for each in blocks] == [each.hash for each in segments]


# --------------------------------------------------------------------------------------- sources


def after_publishing(
    old: Sequence[Block],
    steps: Iterable[Step],
    new: Sequence[Segment],
    gone: Mapping[str, str],
    new_id: NewId,
) -> tuple[Block, ...]:
    """The blocks of a source's new version. `gone`: ids of blocks removed earlier, by their hash:
    what comes back as it was is the same block again.
    """
    ids: dict[int, str] = {
        step.new: old[step.old].id
        for step in steps
        if step.new is not None and step.old is not None
    }
    free = {hash_: id_ for hash_, id_ in gone.items() if id_ not in ids.values()}
    return tuple(
        begin_block(ids.get(at) or free.pop(each.hash, "") or new_id(), each)
        for at, each in enumerate(new)
    )


# ---------------------------------------------------------------------------------- translations


def first_links(
    base: Sequence[Block],
    base_segments: Sequence[Segment],
    target: Sequence[Segment],
    state: BlockState,
    new_id: NewId,
) -> tuple[Block, ...]:
    """The blocks of an existing translation, linked to the version of the source it was made from.

    What says the same as its source is not translated yet, unless there are no words in it or it
    was published so.
    """
    made = [begin_block(new_id(), each) for each in target]
    for each in link(base_segments, target):
        links = tuple((base[at].id, base[at].hash) for at in each.sources)
        for at in each.targets:
            same = any(base_segments[source].hash == target[at].hash for source in each.sources)
            # What was published that way was meant so: names, codes, currencies.
            untouched = same and _has_words(target[at]) and state < BlockState.REVIEWED
            made[at] = replace(
                made[at], state=BlockState.EMPTY if untouched else state, based_on=links
            )
    return tuple(made)


def copied(base: Sequence[Block], segments: Sequence[Segment], new_id: NewId) -> tuple[Block, ...]:
    """The blocks of a translation that was begun as a copy of its source."""
    return tuple(
        replace(begin_block(new_id(), segment), based_on=((block.id, block.hash),))
        for block, segment in zip(base, segments, strict=True)
    )


def after_editing(
    old: Sequence[Block],
    old_segments: Sequence[Segment],
    new: Sequence[Segment],
    source: Sequence[Block],
    source_segments: Segments,
    new_id: NewId,
) -> tuple[Block, ...]:
    """The blocks of a translation after its text was edited freely.

    What was added is linked to a block of the source that had no translation, where one stands
    between the same neighbours.
    """
    if not describes(old, old_segments):
        # The text they were made from is not known: what they say is told by the hashes alone.
        old_segments = [Segment(each.kind, "", each.hash, each.words) for each in old]
    back = relink(old_segments, new)
    made = [
        begin_block(new_id(), segment) if before is None else written(old[before], segment)
        for segment, before in zip(new, back, strict=True)
    ]
    # A block of the translation's own that says something else now may translate what it lacked.
    added = [
        at
        for at, before in enumerate(back)
        if before is None or (not old[before].based_on and old[before].hash != new[at].hash)
    ]
    return tuple(_adopted(made, added, new, source, source_segments))


def written(block: Block, segment: Segment) -> Block:
    """A translation's block that says something else now.

    The work on an empty one has begun, what was reviewed is only translated; an approved one stays
    so, and an outdated one outdated.
    """
    if block.hash == segment.hash and block.kind is segment.kind:
        return replace(block, words=segment.words)
    state = min(block.state, BlockState.TRANSLATED)
    if state < BlockState.TRANSLATED:
        untouched = any(hash_ == segment.hash for _, hash_ in block.based_on)
        state = BlockState.EMPTY if untouched and _has_words(segment) else BlockState.DRAFT
    return replace(
        block, kind=segment.kind, hash=segment.hash, words=segment.words, state=BlockState(state)
    )


def begun(block: Block, segment: Segment, sources: Iterable[Block]) -> Block:
    """A new block of a translation, linked to what it translates."""
    links = tuple((each.id, each.hash) for each in sources)
    same = any(hash_ == segment.hash for _, hash_ in links)
    state = BlockState.EMPTY if same and _has_words(segment) else BlockState.DRAFT
    return replace(block, state=state, based_on=links)


def made_current(block: Block, source: Mapping[str, Block]) -> Block:
    """A block that is based on what the source says now; an orphan becomes the text's own."""
    links = tuple((id_, source[id_].hash) for id_, _ in block.based_on if id_ in source)
    return replace(block, based_on=links)


def _has_words(segment: Segment) -> bool:
    return segment.kind.translatable and any(each.isalpha() for each in segment.text)


def _adopted(
    made: list[Block],
    added: Collection[int],
    segments: Sequence[Segment],
    source: Sequence[Block],
    source_segments: Segments,
) -> Sequence[Block]:
    """Link what was added to what the translation lacked."""
    places = {block.id: at for at, block in enumerate(source)}
    taken = {places[id_] for each in made for id_, _ in each.based_on if id_ in places}
    lacking = [at for at in range(len(source)) if at not in taken]
    if not added or not lacking:
        return made
    texts = source_segments()
    for news, olds in _gaps(made, set(added), places, lacking, source):
        for each in link([texts[at] for at in olds], [segments[at] for at in news]):
            found = [source[olds[at]] for at in each.sources]
            for at in each.targets if found else ():
                made[news[at]] = begun(made[news[at]], segments[news[at]], found)
    return made


def _gaps(
    made: Sequence[Block],
    added: Collection[int],
    places: Mapping[str, int],
    lacking: Sequence[int],
    source: Sequence[Block],
) -> Iterator[tuple[list[int], list[int]]]:
    """Runs of added blocks with the lacking source blocks between the same linked neighbours."""
    for kind in FIELDS:
        news = [at for at in added if made[at].kind is kind]
        olds = [at for at in lacking if source[at].kind is kind]
        if news and olds:
            yield news, olds
    bodies = [at for at in lacking if source[at].kind not in FIELDS]
    low, news = -1, []
    for at in count():
        block = made[at] if at < len(made) else None
        linked = [places[id_] for id_, _ in block.based_on if id_ in places] if block else []
        if block is None or linked:
            high = min(linked) if linked else len(source)
            olds = [each for each in bodies if low < each < high]
            if news and olds:
                yield news, olds
            if block is None:
                return
            low, news = max(linked), []
        elif at in added and block.kind not in FIELDS:
            news.append(at)
