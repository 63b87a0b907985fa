"""How long the words of a library may be, wherever they come from."""

LONGEST_TITLE = 500  # characters
LONGEST_NAME = 100  # characters; of a person
LONGEST_BODY = 2_000_000  # characters; the renderer refuses longer texts
LONGEST_LINE = 200_000  # characters, likewise
