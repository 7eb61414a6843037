"""X counts signs in its own way (a link 23, an emoji or an ideograph 2); drafts and answers are measured as it does."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LINK_WEIGHT: Final = 23
_EMOJI_WEIGHT: Final = 2
_LIGHT: Final = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
_GENERIC_ENDS: Final = (
    "com|net|org|info|biz|edu|gov|mil|int|app|dev|blog|shop|store|online|site|website|tech|digital|email|live|news|link"
)
_LABEL: Final = r"[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f-]*[a-z0-9\u00c0-\u024f])?"
_TAIL: Final = r"(?::\d{1,5})?(?:[/?#](?:[^\s<>\"'()]*[^\s<>\"'().,;:!?])?)?"
# Without http:// a name with a country's end is a link only when it has three parts or a path: "fim.Eu" is none.
_LINK: Final = (
    rf"https?://(?:{_LABEL}\.)+[a-z]{{2,}}{_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.){{2,}}[a-z]{{2}}(?![\w@-]){_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.)+(?:{_GENERIC_ENDS})(?![\w@-]){_TAIL}"
    rf"|(?<![\w@#$./-])(?:{_LABEL}\.)+[a-z]{{2}}(?=/){_TAIL}"
)
_ONE_EMOJI: Final = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    r"\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    r"[\ufe0f\u20e3]*[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"
)
_EMOJI: Final = (
    r"[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    r"|[0-9#*]\ufe0f?\u20e3"  # a key
    rf"|{_ONE_EMOJI}(?:\u200d{_ONE_EMOJI})*"  # also a family, joined
)
_HEAVY: Final = re.compile(rf"(?P<link>{_LINK})|(?:{_EMOJI})", re.IGNORECASE)


def weighted_length(text: str) -> int:
    """Return how long X takes a text to be; 280 is the most of a usual account."""
    normal = unicodedata.normalize("NFC", text)
    heavy = sum(LINK_WEIGHT if found["link"] is not None else _EMOJI_WEIGHT for found in _HEAVY.finditer(normal))
    return heavy + sum(_weight(sign) for sign in _HEAVY.sub("", normal))


def _weight(sign: str) -> int:
    return 1 if any(low <= ord(sign) <= high for low, high in _LIGHT) else 2
