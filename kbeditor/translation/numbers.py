"""The numbers and times of day in a block's words, told alike however a locale writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = "[ \u00a0\u202f]"
_TIME = re.compile(
    rf"(?<![\d.,:])(\d{{1,2}})(?:"
    rf"(?::|\.(?=\d\d{_SPACE}?[ap]\.?m))(\d\d)(?::\d\d)?+(?:{_SPACE}?([ap])\.?m\b\.?)?+"
    rf"|{_SPACE}?([ap])\.?m\b\.?"
    rf"|{_SPACE}?(?:h|heures?|Uhr)(?:{_SPACE}?(\d\d)\b|\b))(?!:?\d)",
    re.I,
)
_NUMBER = re.compile(rf"\d++(?:(?:[.,'’]|(?<=\d){_SPACE}(?=\d{{3}}(?!\d)))\d++)*+")
_MULTIPLE = re.compile(
    rf"{_SPACE}?(?:(thousands?|mille|milliers?|k)|(millions?)|(billions?|milliards?))\b", re.I
)
_WHOLE = re.compile(r"^\d+\.0+$")
_SEPARATOR = re.compile(r"\D")

_WORDS = {
    "0": "zero zéro",
    "1": "one a an single once first un une unique premier première",
    "2": "two twice second pair double both deux deuxième seconde secondes",
    "3": "three third trois troisième tiers tierce tierces",
    "4": "four fourth quatre quatrième",
    "5": "five fifth cinq cinquième",
    "6": "six sixth sixième",
    "7": "seven seventh sept septième",
    "8": "eight eighth huit huitième",
    "9": "nine ninth neuf neuvième",
    "10": "ten tenth dix dixième",
    "11": "eleven onze",
    "12": "twelve dozen douze noon midi",
    "13": "thirteen treize",
    "14": "fourteen quatorze",
    "15": "fifteen quinze quinzaine fortnight",
    "16": "sixteen seize",
    "17": "seventeen",
    "18": "eighteen",
    "19": "nineteen",
    "20": "twenty vingt",
    "24": "midnight minuit",
    "30": "thirty trente",
    "40": "forty quarante",
    "50": "fifty cinquante",
    "60": "sixty soixante",
    "70": "seventy",
    "80": "eighty",
    "90": "ninety",
    "100": "hundred cent cents",
    "1000": "thousand mille",
}
_MONTHS = (
    "january janvier,february février,march mars,april avril,may mai,june juin,july juillet,"
    "august août,september septembre,october octobre,november novembre,december décembre"
)
_SPELLED: dict[str, str] = {
    word: number for number, words in _WORDS.items() for word in words.split()
} | {
    word: str(number)
    for number, words in enumerate(_MONTHS.split(","), 1)
    for word in words.split()
}
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end`. `keys` are what it may mean: `1000`, `1.5`, `15:00`."""

    raw: str
    start: int
    end: int
    keys: frozenset[str]


def numbers(blanked: str, language: str) -> tuple[Number, ...]:
    """The numbers in a block's words (from `prose`), as the language writes them."""
    if not re.search(r"\d", blanked):
        return ()
    found: list[Number] = []
    position = 0
    for time in _TIME.finditer(blanked):
        found += _plain(blanked, position, time.start(), language)
        keys = frozenset(_time_keys(time))
        found.append(Number(time[0], time.start(), time.end(), keys))
        position = time.end()
    found += _plain(blanked, position, len(blanked), language)
    return tuple(found)


def spelled(blanked: str) -> frozenset[str]:
    """The numbers that stand there as words, months among them, in English or French."""
    return frozenset(
        _SPELLED[word.casefold()]
        for word in _LETTERS.findall(blanked)
        if word.casefold() in _SPELLED
    )


def _time_keys(found: re.Match[str]) -> Iterator[str]:
    hour, half = int(found[1]), (found[3] or found[4] or "").lower()
    minute = found[2] or found[5]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    yield f"{hour}:{minute or '00'}"
    if minute in (None, "00"):
        yield str(hour)


def _plain(blanked: str, start: int, end: int, language: str) -> Iterator[Number]:
    for found in _NUMBER.finditer(blanked, start, end):
        at = found.start()
        for part in _parts(found[0], language):
            value = _value(part, language)
            keys = {value, value.rstrip("0").rstrip(".") if _WHOLE.search(value) else value}
            if part.count(".") == 1 and _grouped(part, "."):
                keys.add(part.replace(".", ""))  # `2.000` is 2 or 2000 whoever wrote it
            if multiple := _MULTIPLE.match(blanked, at + len(part)):
                keys.add(_times(value, (3, 6, 9)[(multiple.lastindex or 1) - 1]))
            yield Number(part, at, at + len(part), frozenset(keys))
            at += len(part) + 1


def _parts(raw: str, language: str) -> list[str]:
    """`1,2,3` is three numbers; `1,000` and, in French, `1,5` are one."""
    if "," not in raw or _grouped(raw, ",") or (language != "en" and raw.count(",") == 1):
        return [raw]
    whole, _, last = raw.rpartition(".")
    if whole and _grouped(whole, ",") and last.isdigit():
        return [raw]
    return raw.split(",")


def _grouped(raw: str, sign: str) -> bool:
    groups = raw.split(sign)
    return 0 < len(groups[0]) <= 3 and all(len(g) == 3 and g.isdigit() for g in groups[1:])


def _value(raw: str, language: str) -> str:
    """The number in one way of writing: no separators of thousands, a point before decimals."""
    signs = _SEPARATOR.findall(raw)
    if not signs:
        return str(int(raw))
    decimal = _decimal_sign(raw, signs, language)
    if decimal == "version":
        return ".".join(str(int(part)) for part in _SEPARATOR.split(raw))
    whole, _, fraction = raw.rpartition(decimal) if decimal else (raw, "", "")
    digits = str(int(_SEPARATOR.sub("", whole)))
    return f"{digits}.{fraction}" if fraction else digits


def _decimal_sign(raw: str, signs: list[str], language: str) -> str:
    last = signs[-1]
    if len(set(signs)) > 1:
        return last if last in ".," and signs.count(last) == 1 else "version"
    if last not in ".,":
        return ""
    thousands = _grouped(raw, last)
    if len(signs) > 1:
        return "" if thousands and not raw.startswith("0") else "version"
    own = "." if language == "en" else ","
    return last if last == own or not thousands else ""


def _times(value: str, zeros: int) -> str:
    whole, _, fraction = value.partition(".")
    return str(int(whole + _SEPARATOR.sub("", fraction).ljust(zeros, "0")[:zeros]))
