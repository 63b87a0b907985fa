"""What payloads call and ask, and other spellings of the same words."""

from base64 import b64encode

HOST = "evil.test"
"""A host that no request may go to; the top-level domain .test is nobody's (RFC 6761)."""

CALL = "pwned(1)"


def as_base64(text: str) -> str:
    """The text as the body of a `data:` address."""
    return b64encode(text.encode()).decode()


def as_decimal(text: str) -> str:
    """Each sign as a character reference."""
    return "".join(f"&#{ord(character)};" for character in text)


def as_hexadecimal(text: str) -> str:
    """The same, in hexadecimal."""
    return "".join(f"&#x{ord(character):X}" for character in text)


def as_padded(text: str) -> str:
    """The same with many zeros and no end."""
    return "".join(f"&#{ord(character):07d}" for character in text)
