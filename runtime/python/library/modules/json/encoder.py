# SPDX-License-Identifier: MIT
"""JSON text in pieces: what is written to files, and the names that CPython has in json.encoder."""
import _json
from json import JSONEncoder

__all__ = ["INFINITY", "JSONEncoder", "encode_basestring", "encode_basestring_ascii"]

INFINITY = float("inf")


def encode_basestring_ascii(s):
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    return JSONEncoder().encode(s)


def encode_basestring(s):
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    return JSONEncoder(ensure_ascii=False).encode(s)


py_encode_basestring, py_encode_basestring_ascii = encode_basestring, encode_basestring_ascii
c_make_encoder = c_encode_basestring = c_encode_basestring_ascii = None


def pieces(encoder, obj):
    """Each string, number, bracket and separator for itself."""
    indent = encoder.indent
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    open_now = {} if encoder.check_circular else None

    def simple(value):
        """The text of a value without parts, or None."""
        if value is None or value is True or value is False or isinstance(value, (str, int, float)):
            return _json.encode(
                value, encoder.default, None, encoder.item_separator, encoder.key_separator, encoder.ensure_ascii, False, False,
                encoder.allow_nan, False,
            )  # fmt: skip
        return None

    def key_text(key):
        if isinstance(key, str):
            return key
        if isinstance(key, float) or key is True or key is False or key is None or isinstance(key, int):
            return simple(key)
        if encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def enter(value):
        if open_now is not None:
            if id(value) in open_now:
                raise ValueError("Circular reference detected")
            open_now[id(value)] = value

    def leave(value):
        if open_now is not None:
            del open_now[id(value)]

    def several(value, level):
        is_dict = isinstance(value, dict)
        if not value:
            yield "{}" if is_dict else "[]"
            return
        enter(value)
        start = "{" if is_dict else "["
        separator, end = encoder.item_separator, ""
        if indent is not None:
            start += "\n" + indent * (level + 1)
            separator += "\n" + indent * (level + 1)
            end = "\n" + indent * level
        before = start
        if is_dict:
            yield "{"
            before = start[1:]
            items = sorted(value.items()) if encoder.sort_keys else value.items()
            for key, item in items:
                try:
                    text = key_text(key)
                    if text is None:
                        continue
                    if before:
                        yield before
                    before = separator
                    yield simple(text)
                    yield encoder.key_separator
                    yield from whole(item, level + 1)
                except Exception as error:
                    error.add_note(f"when serializing {type(value).__name__} item {key!r}")
                    raise
        else:
            for i, item in enumerate(value):
                try:
                    text = simple(item)
                    if text is not None:
                        yield before + text
                    else:
                        yield before
                        yield from whole(item, level + 1)
                except Exception as error:
                    error.add_note(f"when serializing {type(value).__name__} item {i}")
                    raise
                before = separator
        if end:
            yield end
        yield "}" if is_dict else "]"
        leave(value)

    def whole(value, level):
        text = simple(value)
        if text is not None:
            yield text
        elif isinstance(value, (list, tuple, dict)):
            yield from several(value, level)
        else:
            enter(value)
            try:
                replacement = encoder.default(value)
            except Exception as error:
                error.add_note(f"when serializing {type(value).__name__} object")
                raise
            yield from whole(replacement, level)
            leave(value)

    yield from whole(obj, 0)
