# SPDX-License-Identifier: MIT
"""The registry of codecs and the codecs themselves, under the names of CPython's C module: what codecs and encodings stand on.

str and bytes know utf-8, utf-16, utf-32, ascii, latin-1 and unicode_escape by themselves; for any other encoding they ask
encode_text and decode_text. Codecs are static methods because encodings puts them into classes, where C functions do not
bind."""

from _codec_hooks import find_error_handler as _find_error_handler, set_error_handler as _set_error_handler

# ---- the registry ---------------------------------------------------------------------------------------------------------

_searches = []
_known = {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = encoding.replace(" ", "_").lower()
    if name in _known:
        return _known[name]
    if not _searches:
        import encodings  # registers the standard ones
    for search in _searches:
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _known[name] = found
        return found
    raise LookupError(f"unknown encoding: {encoding}")


def _run(function, obj, errors, what, encoding):
    try:
        result = function(obj, errors)
    except Exception as error:
        error.add_note(f"{what}coding with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{what}coder must return a tuple (object, integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    return _run(lookup(encoding)[0], obj, errors, "en", encoding)


def decode(obj, encoding="utf-8", errors="strict"):
    return _run(lookup(encoding)[1], obj, errors, "de", encoding)


def _text_codec(encoding, function):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs")
    return info


def encode_text(text, encoding, errors):
    """What str.encode does with an encoding of others."""
    result = _run(_text_codec(encoding, "encode")[0], text, errors or "strict", "en", encoding)
    if isinstance(result, bytes):
        return result
    if isinstance(result, bytearray):
        return bytes(result)
    kind = type(result).__name__
    raise TypeError(f"'{encoding}' encoder returned '{kind}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")


def decode_text(data, encoding, errors):
    result = _run(_text_codec(encoding, "decode")[1], data, errors or "strict", "de", encoding)
    if isinstance(result, str):
        return result
    kind = type(result).__name__
    raise TypeError(f"'{encoding}' decoder returned '{kind}' instead of 'str'; use codecs.decode() to decode to arbitrary types")


# ---- error handlers -------------------------------------------------------------------------------------------------------


def _bad(error):
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def _failed_text(error):
    return error.object[error.start : error.end]


def strict_errors(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error):
    return ("", error.end) if isinstance(error, UnicodeError) else _bad(error)


def replace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return "?" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * (error.end - error.start), error.end
    return _bad(error)


def xmlcharrefreplace_errors(error):
    if not isinstance(error, UnicodeEncodeError):
        return _bad(error)
    return "".join(f"&#{ord(c)};" for c in _failed_text(error)), error.end


def backslashreplace_errors(error):
    if isinstance(error, UnicodeDecodeError):
        return "".join(f"\\x{b:02x}" for b in _failed_text(error)), error.end
    if not isinstance(error, UnicodeError):
        return _bad(error)

    def escaped(n):
        return f"\\x{n:02x}" if n < 0x100 else f"\\u{n:04x}" if n < 0x10000 else f"\\U{n:08x}"

    return "".join(escaped(ord(c)) for c in _failed_text(error)), error.end


def namereplace_errors(error):
    if not isinstance(error, UnicodeEncodeError):
        return _bad(error)
    try:
        from unicodedata import name
    except ImportError:  # no names of characters here
        return backslashreplace_errors(error)
    parts = []
    for c in _failed_text(error):
        known = name(c, "")
        parts.append(f"\\N{{{known}}}" if known else backslashreplace_errors(UnicodeEncodeError("", c, 0, 1, ""))[0])
    return "".join(parts), error.end


def surrogateescape_errors(error):
    if isinstance(error, UnicodeEncodeError):
        text = _failed_text(error)
        if all(0xDC80 <= ord(c) <= 0xDCFF for c in text):
            return bytes(ord(c) - 0xDC00 for c in text), error.end
        raise error
    if isinstance(error, UnicodeDecodeError):
        text = ""
        for b in _failed_text(error)[:4]:
            if b < 128:
                break
            text += chr(0xDC00 + b)
        if not text:
            raise error
        return text, error.start + len(text)
    return _bad(error)


_handlers = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
    "surrogateescape": surrogateescape_errors,
}
_set_error_handler("namereplace", namereplace_errors)


def register_error(errors, handler, /):
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _set_error_handler(errors, handler)


def lookup_error(name, /):
    handler = _find_error_handler(name)
    if handler is None:
        handler = _handlers.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler


# ---- encodings that str and bytes know ------------------------------------------------------------------------------------


def _incomplete_utf8(data):
    """How many bytes at the end begin a character without ending it."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte & 0xC0 == 0x80:
            continue
        needed = 4 if 0xF0 <= byte <= 0xF4 else 3 if byte >= 0xE0 else 2 if byte >= 0xC2 else 1
        if needed <= back or byte > 0xF4:
            return 0
        try:
            bytes(data[-back:]).decode()
        except UnicodeDecodeError as error:
            return back if error.reason == "unexpected end of data" else 0
    return 0


def _incomplete_utf16(data, big_endian):
    odd = len(data) % 2
    whole = len(data) - odd
    if whole >= 2:
        high = data[whole - 2 if big_endian else whole - 1]
        if 0xD8 <= high <= 0xDB:
            return odd + 2
    return odd


def _pair(name):
    def encoder(text, errors=None, /):
        return text.encode(name, errors or "strict"), len(text)

    def decoder(data, errors=None, final=False, /):
        if not isinstance(data, bytes):
            data = bytes(data)
        size = len(data)
        if not final:
            if name == "utf-8":
                size -= _incomplete_utf8(data)
            elif name.startswith("utf-16"):
                size -= _incomplete_utf16(data, name.endswith("be"))
            elif name.startswith("utf-32"):
                size -= size % 4
        return data[:size].decode(name, errors or "strict"), size

    return staticmethod(encoder), staticmethod(decoder)


utf_8_encode, utf_8_decode = _pair("utf-8")
ascii_encode, ascii_decode = _pair("ascii")
latin_1_encode, latin_1_decode = _pair("latin-1")
utf_16_le_encode, utf_16_le_decode = _pair("utf-16-le")
utf_16_be_encode, utf_16_be_decode = _pair("utf-16-be")
utf_32_le_encode, utf_32_le_decode = _pair("utf-32-le")
utf_32_be_encode, utf_32_be_decode = _pair("utf-32-be")
unicode_escape_encode, _unicode_escape_decode = _pair("unicode_escape")


@staticmethod
def unicode_escape_decode(data, errors=None, final=True, /):
    if isinstance(data, str):
        data = data.encode("latin-1", "backslashreplace")
    return _unicode_escape_decode(data, errors, final)


def _marked(width):
    """utf-16 and utf-32, whose byte order a mark tells: byteorder is -1 little, 1 big, 0 not known yet."""
    name = f"utf-{width * 8}"
    by_order = {-1: (f"{name}-le", "little"), 1: (f"{name}-be", "big")}

    def encoder(text, errors=None, byteorder=0, /):
        return text.encode(by_order[byteorder][0] if byteorder else name, errors or "strict"), len(text)

    def ex_decoder(data, errors=None, byteorder=0, final=False, /):
        data = bytes(data)
        start = 0
        if byteorder == 0 and len(data) >= width:
            for order, (_, endian) in by_order.items():
                if data[:width] == (0xFEFF).to_bytes(width, endian):
                    byteorder, start = order, width
        encoding = by_order[byteorder or -1][0]
        size = len(data)
        if not final:
            size -= _incomplete_utf16(data, byteorder == 1) if width == 2 else size % 4
        if byteorder == 0 and size >= width:
            byteorder = -1
        return data[start:size].decode(encoding, errors or "strict"), size, byteorder

    def decoder(data, errors=None, final=False, /):
        return ex_decoder(data, errors, 0, final)[:2]

    return staticmethod(encoder), staticmethod(decoder), staticmethod(ex_decoder)


utf_16_encode, utf_16_decode, utf_16_ex_decode = _marked(2)
utf_32_encode, utf_32_decode, utf_32_ex_decode = _marked(4)


@staticmethod
def raw_unicode_escape_encode(text, errors=None, /):
    out = bytearray()
    for c in text:
        n = ord(c)
        out += bytes([n]) if n < 0x100 else (f"\\u{n:04x}" if n < 0x10000 else f"\\U{n:08x}").encode()
    return bytes(out), len(text)


@staticmethod
def raw_unicode_escape_decode(data, errors=None, final=True, /):
    text = data if isinstance(data, str) else bytes(data).decode("latin-1")
    out, i = [], 0
    while i < len(text):
        slashes = 0
        while i + slashes < len(text) and text[i + slashes] == "\\":
            slashes += 1
        width = {"u": 4, "U": 8}.get(text[i + slashes : i + slashes + 1], 0)
        if not slashes % 2 or not width:
            out.append(text[i : i + slashes + 1])
            i += slashes + 1
            continue
        digits = text[i + slashes + 1 : i + slashes + 1 + width]
        try:
            if len(digits) < width or not digits.isalnum():
                raise ValueError
            out.append("\\" * (slashes - 1) + chr(int(digits, 16)))
        except ValueError:
            start = i + slashes - 1
            raise UnicodeDecodeError(
                "rawunicodeescape", text.encode("latin-1"), start, start + 2 + len(digits), f"truncated \\{text[i + slashes]}{'X' * width} escape"
            ) from None
        i += slashes + 1 + width
    return "".join(out), len(data)


@staticmethod
def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


_ESCAPES = {"\\": 92, "'": 39, '"': 34, "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}


@staticmethod
def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    shown = repr(b'"' + data)[3:-1]  # with a double quote in it, repr takes single ones
    return shown.encode(), len(data)


@staticmethod
def escape_decode(data, errors=None, /):
    text = data if isinstance(data, str) else bytes(data).decode("latin-1")
    out, i = bytearray(), 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != "\\":
            out += c.encode("latin-1")
            continue
        if i == len(text):
            raise ValueError("Trailing \\ in string")
        c = text[i]
        i += 1
        if c == "\n":
            continue
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif c in "01234567":
            digits = c
            while len(digits) < 3 and text[i : i + 1] in tuple("01234567"):
                digits, i = digits + text[i], i + 1
            out.append(int(digits, 8) & 0xFF)
        elif c == "x":
            digits = text[i : i + 2]
            if len(digits) == 2 and all(d in "0123456789abcdefABCDEF" for d in digits):
                out.append(int(digits, 16))
                i += 2
            elif errors in (None, "strict"):
                raise ValueError(f"invalid \\x escape at position {i - 2}")
            else:
                out += b"?" if errors == "replace" else b""
                i += 1 if digits[:1] in tuple("0123456789abcdefABCDEF") else 0
        else:
            out += b"\\" + c.encode("latin-1")
    return bytes(out), len(data)


# ---- encodings of one byte a character ------------------------------------------------------------------------------------


@staticmethod
def charmap_build(map, /):
    """From a decoding table (text of 256 characters) to what charmap_encode takes."""
    return {ord(c): byte for byte, c in enumerate(map) if c != "\ufffe"}


def _handled(error, errors):
    replacement, position = lookup_error(errors or "strict")(error)
    if position < 0:
        position += len(error.object)
    if not 0 <= position <= len(error.object):
        raise IndexError(f"position {position} from error handler out of bounds")
    return replacement, position


def _looked_up(mapping, key):
    """None: not there."""
    try:
        return mapping[key]
    except LookupError:
        return None


@staticmethod
def charmap_encode(text, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_encode(text, errors)
    out, i = bytearray(), 0

    def add(value):
        if isinstance(value, int):
            if not 0 <= value < 256:
                raise TypeError("character mapping must be in range(256)")
            out.append(value)
        elif isinstance(value, bytes):
            out.extend(value)
        else:
            raise TypeError(f"character mapping must return integer, bytes or None, not {type(value).__name__}")

    while i < len(text):
        value = _looked_up(mapping, ord(text[i]))
        if value is not None:
            add(value)
            i += 1
            continue
        end = i + 1
        while end < len(text) and _looked_up(mapping, ord(text[end])) is None:
            end += 1
        error = UnicodeEncodeError("charmap", text, i, end, "character maps to <undefined>")
        replacement, i = _handled(error, errors)
        if isinstance(replacement, bytes):
            out += replacement
            continue
        for c in replacement:
            value = _looked_up(mapping, ord(c))
            if value is None:
                raise error
            add(value)
    return bytes(out), len(text)


@staticmethod
def charmap_decode(data, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors, True)
    data = bytes(data)
    out, i = [], 0
    while i < len(data):
        value = _looked_up(mapping, data[i])
        if isinstance(value, int) and value != 0xFFFE:
            if not 0 <= value < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            value = chr(value)
        if value is None or value == "\ufffe" or value == 0xFFFE:
            error = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
            value, i = _handled(error, errors)
            out.append(value)
            continue
        if not isinstance(value, str):
            raise TypeError(f"character mapping must return integer, None or str, not {type(value).__name__}")
        out.append(value)
        i += 1
    return "".join(out), len(data)
