"""Marks words that stand in data for translation; the tools of Qt find them by this name."""


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """The source text as it is: Qt's own is typed as an object, which no field of text takes."""
    del context
    return source
