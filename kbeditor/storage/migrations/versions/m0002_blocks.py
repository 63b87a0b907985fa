"""The second format: blocks of texts, notes, glossary, memory; what checks were told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEPT = (
    "id, article_id, category_id, locale, slug_scope, slug, title, state, published_id, "
    "published_hash, published_words, changed_number, important_number, based_on, "
    "based_on_number, based_on_hash, content_hash, words, version, created_at, edited_at, "
    "edited_by, keywords, extra, summary, body"
)


def upgrade() -> None:
    """Add the tables, and what the texts say of their blocks."""
    _widen_texts()
    _create_block_tables()
    _create_people_tables()
    _create_memory()


def _widen_texts() -> None:
    # Made anew, so that the new columns stand before the long ones: SQLite then reads them without
    # the overflow pages. (Alembic's batch mode cannot copy a generated column.)
    op.create_table(
        "wider_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=True),
        sa.Column("category_id", sa.String(), nullable=True),
        sa.Column(
            "owner_id",
            sa.String(),
            sa.Computed("coalesce(article_id, category_id)", persisted=True),
            nullable=True,
        ),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("slug_scope", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("published_id", sa.String(), nullable=True),
        sa.Column("published_hash", sa.String(), nullable=False),
        sa.Column("published_words", sa.Integer(), nullable=False),
        sa.Column("changed_number", sa.Integer(), nullable=False),
        sa.Column("important_number", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.String(), nullable=True),
        sa.Column("based_on_number", sa.Integer(), nullable=False),
        sa.Column("based_on_hash", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("edited_at", sa.String(32), nullable=False),
        sa.Column("edited_by", sa.String(), nullable=False),
        sa.Column("live_number", sa.Integer(), nullable=False),
        sa.Column("blocks_hash", sa.String(), nullable=False),
        sa.Column("done_words", sa.Integer(), nullable=True),
        sa.Column("todo_words", sa.Integer(), nullable=False),
        sa.Column("todo_blocks", sa.Integer(), nullable=False),
        sa.Column("stale_words", sa.Integer(), nullable=False),
        sa.Column("stale_blocks", sa.Integer(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("(article_id IS NULL) <> (category_id IS NULL)", name="ck_text_owner"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_text_article_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_text_category_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["locale"],
            ["locale.tag"],
            name=op.f("fk_text_locale"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text")),
        sa.UniqueConstraint("locale", "slug_scope", "slug", name="uq_text_slug"),
        sa.UniqueConstraint("owner_id", "locale", name="uq_text_owner_locale"),
        sqlite_autoincrement=True,
    )
    op.execute(
        f"INSERT INTO wider_text ({_KEPT}, live_number, blocks_hash, done_words, todo_words, "
        f"todo_blocks, stale_words, stale_blocks) SELECT {_KEPT}, 0, '', NULL, 0, 0, 0, 0 FROM text"
    )
    counter = sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'text'")
    last_id = op.get_bind().execute(counter).scalar()
    op.drop_table("text")
    op.rename_table("wider_text", "text")
    if last_id is not None:
        # So that no id is ever given twice.
        op.execute(f"UPDATE sqlite_sequence SET seq = {int(last_id)} WHERE name = 'text'")
    op.execute(
        "UPDATE text SET live_number = CASE WHEN content_hash = published_hash "
        "THEN based_on_number ELSE coalesce((SELECT base.number FROM revision live "
        "JOIN revision base ON base.id = live.based_on WHERE live.id = text.published_id), 0) END "
        "WHERE published_id IS NOT NULL"
    )
    op.create_index("ix_text_article", "text", ["article_id"], unique=False)
    op.create_index("ix_text_category", "text", ["category_id"], unique=False)
    op.create_index(
        "ix_text_head",
        "text",
        [
            "locale",
            "owner_id",
            "title",
            "state",
            "published_id",
            "based_on_number",
            "changed_number",
            "important_number",
            "published_words",
            "words",
            "edited_at",
            "done_words",
            "todo_words",
            "todo_blocks",
            "stale_words",
            "stale_blocks",
        ],
        unique=False,
    )
    op.create_index("ix_text_published", "text", ["published_id"], unique=False)


def _hanging(column: str, on: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [on],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="CASCADE",
        initially="DEFERRED",
        deferrable=True,
    )


def _create_block_tables() -> None:
    op.create_table(
        "block",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.JSON(), nullable=False),
        _hanging("text_id", "text.id", "block"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
    )
    op.create_index("ix_block_text", "block", ["text_id", "position"])
    op.create_table(
        "source_segment",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_source_segment")),
    )
    op.create_table(
        "equivalence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=False),
        sa.Column("old_hash", sa.String(), nullable=False),
        sa.Column("new_hash", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        _hanging("text_id", "text.id", "equivalence"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equivalence")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_equivalence_text", "equivalence", ["text_id"])


def _create_people_tables() -> None:
    op.create_table(
        "glossary_term",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("translation", sa.String(), nullable=False),
        sa.Column("forbidden", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_glossary_term")),
        sa.UniqueConstraint("term", "locale", name="uq_glossary_term"),
    )
    op.create_table(
        "note_thread",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("resolved_at", sa.String(32), nullable=True),
        sa.Column("resolved_by", sa.String(), nullable=False),
        _hanging("text_id", "text.id", "note_thread"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_thread")),
    )
    op.create_index("ix_note_thread_text", "note_thread", ["text_id"])
    op.create_table(
        "note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        _hanging("thread_id", "note_thread.id", "note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index("ix_note_thread", "note", ["thread_id"])
    op.create_table(
        "dismissal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("block_id", sa.String(), nullable=False),
        sa.Column("check_id", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        _hanging("text_id", "text.id", "dismissal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dismissal_text", "dismissal", ["text_id"])


def _create_memory() -> None:
    op.create_table(
        "memory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("source_hash", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("next_hash", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=True),
        sa.Column("block_id", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory")),
    )
    op.create_index("ix_memory_source", "memory", ["locale", "source_hash"])
    op.create_index("ix_memory_text", "memory", ["text_id", "origin"])
    # No copy of the words, no places, no sizes: a third of the space, and all that is asked is
    # which rows have a trigram. A row is taken out by telling it what stood there.
    op.execute(
        "CREATE VIRTUAL TABLE memory_trigram USING fts5("
        "source, tokenize='trigram', content='', detail=none, columnsize=0)"
    )
