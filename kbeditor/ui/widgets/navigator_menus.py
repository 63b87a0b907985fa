"""Which actions the navigator offers, and which keys are its own; by id, "" is a line."""

NEW_ACTIONS = ("tree.new_article", "tree.new_category", "tree.new_subcategory")

OWN_KEYS = (
    "tree.trash",
    "tree.move_up",
    "tree.move_down",
    "tree.move_out",
    "tree.move_in",
    "tree.filter",
)

CONTEXT_ACTIONS = (
    "tree.rename",
    "tree.new_article",
    "tree.new_category",
    "tree.new_subcategory",
    "",
    "article.submit",
    "article.publish",
    "article.back_to_draft",
    "article.still_valid",
    "",
    "article.promote",
    "article.labels",
    "article.slug",
    "article.duplicate",
    "",
    "tree.move_to",
    "tree.copy_link",
    "tree.insert_link",
    "",
    "tree.expand_all",
    "tree.collapse_all",
    "",
    "tree.trash",
)
