# SPDX-License-Identifier: MIT
"""What yarl's URLs encode, and how: parts of a URL have different characters that need no encoding."""

import _url_text as _text

_PART = "!$'()*,"
PLAIN = _text.safe_bytes(_PART + "+&=;")
PATH = _text.safe_bytes(_PART + "+&=;@:/")
QUERY = _text.safe_bytes(_PART + "?/:@=+&;")
_QUERY_PART = _text.safe_bytes(_PART + "?/:@")
FRAGMENT = _text.safe_bytes(_PART + "+&=;?/:@")
# An encoded character that may stand for itself does, unless it means something there.
LOOSE_PATH = PATH - frozenset(b"/+")
LOOSE_QUERY = QUERY - frozenset(b"=+&;")

NEED_HOST = ("http", "https", "ws", "wss", "ftp")


def requote(text, safe, loose, space="%20"):
    """Encodes what has to be, leaves what is encoded, and decodes what need not be."""
    if "%" in text:
        pieces = text.split("%")
        rebuilt = [pieces[0]]
        for piece in pieces[1:]:
            try:
                byte = int(piece[:2], 16) if len(piece) >= 2 and piece[:2].isalnum() else -1
            except ValueError:
                byte = -1
            if byte in loose:
                rebuilt.append(chr(byte) + piece[2:])
            elif byte >= 0:
                rebuilt.append("%" + piece)
            else:
                rebuilt.append("%25" + piece)
        text = "".join(rebuilt)
    return _text.quote(text, safe, space, keep_encoded=True)


def _variable(value):
    """A value of a query as text."""
    if isinstance(value, str):
        return str(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, float):
        if value in (float("inf"), float("-inf")):
            raise ValueError("float('inf') is not supported")
        if value != value:
            raise ValueError("float('nan') is not supported")
        return str(float(value))
    if type(value) is not bool and hasattr(value, "__int__"):
        return str(int(value))
    raise TypeError(f"Invalid variable type: value should be str, int or float, got {value!r} of type {type(value)}")


def encode_pairs(pairs, lists):
    parts = []
    for key, value in pairs:
        for one in value if lists and isinstance(value, (list, tuple)) else (value,):
            parts.append(f"{_quote_part(key)}={_quote_part(_variable(one))}")
    return "&".join(parts)


def _quote_part(text):
    if not isinstance(text, str):
        raise TypeError("Argument should be str")
    return _text.quote(text, _QUERY_PART, "+")


def query_text(args, kwargs):
    if bool(kwargs) == bool(args) or len(args) > 1:
        raise ValueError("Either kwargs or single query parameter must be present")
    query = kwargs or args[0]
    if query is None:
        return None
    if not query:
        return ""
    if isinstance(query, str):
        return _text.quote(query, QUERY, "+")
    if isinstance(query, (bytes, bytearray, memoryview)):
        raise TypeError("Invalid query type: bytes, bytearray and memoryview are forbidden")
    if hasattr(query, "keys"):
        return encode_pairs(query.items(), lists=True)
    if hasattr(query, "__getitem__"):
        return encode_pairs(query, lists=False)
    raise TypeError("Invalid query type: only str, mapping or sequence of (key, value) pairs is allowed")


def encode_user(text):
    return text and requote(text, PLAIN, _text.UNRESERVED)


def decoded(text):
    return text if text is None else _text.unquote(text)


def decoded_query(text):
    """What would mean something else when decoded stays encoded."""
    for character in "+=&;":
        encoded = "%%%02X" % ord(character)
        text = text.replace(encoded, f"%25{encoded[1:]}")
    return _text.unquote(text, plus=True)


def human(text, unsafe):
    if not text:
        return text
    return "".join("%%%02X" % ord(character) if character in unsafe or character == "%" else character if character.isprintable()
                   else _text.quote(character, _text.UNRESERVED) for character in text)
