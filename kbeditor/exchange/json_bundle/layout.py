"""Names of the files in a bundle, and what it says of itself."""

FORMAT = "kbeditor-bundle"
VERSION = 2

BUNDLE = "bundle.json"
CATEGORIES = "categories.json"
GLOSSARY = "glossary.json"
READERS = "readers.json"
ATTACHMENTS = "attachments.json"
ARTICLES_FOLDER = "articles/"
ATTACHMENTS_FOLDER = "attachments/"


def article_file(article_id: str) -> str:
    """Where an article stands."""
    return f"{ARTICLES_FOLDER}{article_id}.json"


def attachment_file(attachment_id: str, name: str) -> str:
    """Where an attachment's bytes stand: its ending is kept, so that one can look at it."""
    stem, dot, ending = name.rpartition(".")
    fits = dot and stem and ending.isascii() and ending.isalnum() and len(ending) <= 8
    return f"{ATTACHMENTS_FOLDER}{attachment_id}{f'.{ending.lower()}' if fits else ''}"
