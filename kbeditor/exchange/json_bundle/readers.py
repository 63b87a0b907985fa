"""The JSON of what readers of the published site left in a library: votes, searches, addresses."""

from collections.abc import Collection, Iterator
from itertools import groupby

from kbeditor.domain.readers import KeptAddress, Readers
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.votes import FailedSearch, Vote
from kbeditor.exchange.json_bundle.values import Json, time
from kbeditor.exchange.strict_json import Node

LONGEST_ADDRESS = 2000
MOST = 1_000_000_000
_KINDS = tuple(kind.value for kind in Kind)


def encode(readers: Readers, articles: Collection[str]) -> Json | None:
    """What goes out with these articles; None where there is nothing."""
    kept = [each for each in readers.votes if each.article_id in articles]
    if not (kept or readers.searches or readers.addresses):
        return None
    groups = groupby(kept, key=lambda each: (each.article_id, each.locale))
    return {
        "votes": [_votes(*which, list(votes)) for which, votes in groups],
        "failed_searches": [
            {"id": each.id, "locale": each.locale, "query": each.query, "created_at": time(each.at)}
            for each in readers.searches
        ],
        "released_addresses": [
            {
                "profile": each.profile,
                "address": each.address,
                "locale": each.locale,
                "kind": each.owner.kind.value,
                "owner_id": each.owner.id,
                "parent_id": each.parent_id,
                "title": each.title,
                "first_release": each.first,
                "last_release": each.last,
            }
            for each in readers.addresses
        ],
    }


def decode(node: Node, articles: Collection[str]) -> Readers:
    """Read it; every vote must be on an article of the bundle. Raises BadFile."""
    votes = [vote for each in node.nodes("votes") for vote in _read_votes(each, articles)]
    searches = list(map(_search, node.nodes("failed_searches")))
    addresses: dict[tuple[str, str], KeptAddress] = {}
    for each in node.nodes("released_addresses"):
        found = _address(each)
        if (found.profile, found.address) in addresses:
            each.fail("address", "this address stands there twice in its profile")
        addresses[found.profile, found.address] = found
    for key, ids in (
        ("votes", [vote.id for vote in votes]),
        ("failed_searches", [search.id for search in searches]),
    ):
        if len(set(ids)) < len(ids):
            node.fail(key, "an id stands there twice")
    node.finish()
    return Readers(tuple(votes), tuple(searches), tuple(addresses.values()))


def _votes(article: str, locale: str, votes: list[Vote]) -> Json:
    return {
        "article_id": article,
        "locale": locale,
        "vote_sum": _sum(votes),
        "vote_count": len(votes),
        "votes": [
            {
                "id": each.id,
                "revision": each.revision,
                "helpful": each.helpful,
                "comment": each.comment,
                "created_at": time(each.at),
            }
            for each in votes
        ],
    }


def _sum(votes: list[Vote]) -> int:
    return sum(1 if each.helpful else -1 for each in votes)


def _read_votes(node: Node, articles: Collection[str]) -> Iterator[Vote]:
    article, locale = node.uuid("article_id"), node.text("locale")
    if article not in articles:
        node.fail("article_id", "the bundle has no article of this id")
    votes = []
    for each in node.nodes("votes"):
        votes.append(
            Vote(
                each.text("id"),
                article,
                locale,
                each.text("revision"),
                each.flag("helpful"),
                each.text("comment"),
                each.time("created_at"),
            )
        )
        each.finish()
    if node.integer("vote_sum", -MOST) != _sum(votes) or node.integer("vote_count") != len(votes):
        node.fail("vote_sum", "this is not what the votes come to")
    node.finish()
    yield from votes


def _search(node: Node) -> FailedSearch:
    search = FailedSearch(
        node.text("id"), node.text("locale"), node.text("query"), node.time("created_at")
    )
    node.finish()
    return search


def _address(node: Node) -> KeptAddress:
    address = KeptAddress(
        node.text("profile"),
        node.text("address", LONGEST_ADDRESS),
        Ref(Kind(node.one_of("kind", _KINDS)), node.uuid("owner_id")),
        node.text("locale"),
        node.optional_uuid("parent_id"),
        node.text("title"),
        node.integer("first_release"),
        node.integer("last_release"),
    )
    parts = address.address.split("/")
    if ".." in parts or "" in parts or "\\" in address.address:
        node.fail("address", "this is no address within a site")
    if not address.first <= address.last <= MOST:
        node.fail("last_release", "this is before the first, or far too large")
    node.finish()
    return address
