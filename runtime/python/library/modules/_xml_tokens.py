# SPDX-License-Identifier: MIT
"""The tokens of XML 1.0 documents: where they end, and at which character they go wrong, as expat tells it.

Each function takes the text and a place in it; Incomplete tells that the text ends too early.
"""

import re

from _xml_errors import BAD_CHAR_REF, DUPLICATE_ATTRIBUTE, INVALID_TOKEN, SYNTAX, Incomplete, Malformed

_START = ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
_START += "\U00010000-\U000effff"
NAME = re.compile(f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*")
WORD = re.compile(f"[{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]+")
SPACE = re.compile("[ \t\r\n]+")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TEXT = re.compile("[^<&\r\n\\]\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
_ATTRIBUTE = re.compile(f"([ \t\r\n]+)(?:({NAME.pattern})[ \t\r\n]*=[ \t\r\n]*(?:\"([^\"<&]*)\"|'([^'<&]*)'))?")
_REFERENCE = re.compile(f"&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|({NAME.pattern}));")
_XML_DECLARATION = re.compile(
    r"""<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')"""
    r"""(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?"""
    r"""(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(yes|no)"|'(yes|no)'))?[ \t\r\n]*\?>"""
)


def name_at(text, place):
    """The end of the name that must be here."""
    found = NAME.match(text, place)
    if found is None:
        if place >= len(text):
            raise Incomplete
        raise Malformed(INVALID_TOKEN, place)
    if found.end() == len(text):
        raise Incomplete
    return found.end()


def skip_space(text, place):
    found = SPACE.match(text, place)
    return found.end() if found else place


def reference_at(text, place):
    """(end, character or None, name or None) of the reference that begins with the & here."""
    found = _REFERENCE.match(text, place)
    if found is None:
        i = place + 1
        if text.startswith("#", i):
            i += 1
            digits = re.compile("x[0-9A-Fa-f]*|[0-9]*").match(text, i)
            i = digits.end()
        elif i < len(text):
            i = name_at(text, i)
        if i >= len(text):
            raise Incomplete
        raise Malformed(INVALID_TOKEN, i)
    hexadecimal, decimal, name = found.groups()
    if name:
        return found.end(), None, name
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if number > 0x10FFFF or ILLEGAL.match(chr(number)):
        raise Malformed(BAD_CHAR_REF, place)
    return found.end(), chr(number), None


def _value_at(text, place):
    """The end of an attribute's value in quotes, its references checked."""
    if place >= len(text):
        raise Incomplete
    quote = text[place]
    if quote not in "\"'":
        raise Malformed(INVALID_TOKEN, place)
    place += 1
    stop = re.compile(f"[{quote}<&]")
    while True:
        found = stop.search(text, place)
        end = found.start() if found else len(text)
        if bad := ILLEGAL.search(text, place, end):
            raise Malformed(INVALID_TOKEN, bad.start())
        if found is None:
            raise Incomplete
        if found[0] == "<":
            raise Malformed(INVALID_TOKEN, end)
        if found[0] == quote:
            return end + 1
        place = reference_at(text, end)[0]


def start_tag(text, place):
    """(end, name, [(name, raw value, place)], is empty) of the tag whose < is here."""
    i = name_at(text, place + 1)
    name = text[place + 1:i]
    attributes, seen = [], set()
    while True:
        found = _ATTRIBUTE.match(text, i)
        if found and found[2]:
            attribute, value = found[2], found[3] if found[3] is not None else found[4]
            start, i = found.start(2), found.end()
            if bad := ILLEGAL.search(value):
                raise Malformed(INVALID_TOKEN, i - 1 - len(value) + bad.start())
        else:
            spaced = skip_space(text, i)
            if spaced >= len(text):
                raise Incomplete
            if text[spaced] == ">":
                return spaced + 1, name, attributes, False
            if text[spaced] == "/":
                if spaced + 1 >= len(text):
                    raise Incomplete
                if text[spaced + 1] != ">":
                    raise Malformed(INVALID_TOKEN, spaced + 1)
                return spaced + 2, name, attributes, True
            if spaced == i:
                raise Malformed(INVALID_TOKEN, i)
            start, i = spaced, name_at(text, spaced)
            attribute = text[start:i]
            i = skip_space(text, i)
            if i >= len(text):
                raise Incomplete
            if text[i] != "=":
                raise Malformed(INVALID_TOKEN, i)
            i = skip_space(text, i + 1)
            end = _value_at(text, i)
            value, i = text[i + 1:end - 1], end
        if attribute in seen:
            raise Malformed(DUPLICATE_ATTRIBUTE, start)
        seen.add(attribute)
        attributes.append((attribute, value, start))


def end_tag(text, place):
    """(end, name) of the tag whose </ is here."""
    i = name_at(text, place + 2)
    name = text[place + 2:i]
    i = skip_space(text, i)
    if i >= len(text):
        raise Incomplete
    if text[i] != ">":
        raise Malformed(INVALID_TOKEN, i)
    return i + 1, name


def comment(text, place):
    """The end of the comment whose <!-- is here."""
    end = text.find("--", place + 4)
    limit = len(text) if end < 0 else end
    if bad := ILLEGAL.search(text, place + 4, limit):
        raise Malformed(INVALID_TOKEN, bad.start())
    if end < 0 or end + 2 >= len(text):
        raise Incomplete
    if text[end + 2] != ">":
        raise Malformed(INVALID_TOKEN, end + 2)
    return end + 3


def instruction(text, place):
    """(end, target, data) of the processing instruction whose <? is here."""
    i = name_at(text, place + 2)
    target = text[place + 2:i]
    end = text.find("?>", i)
    if bad := ILLEGAL.search(text, i, len(text) if end < 0 else end):
        raise Malformed(INVALID_TOKEN, bad.start())
    if end != i and text[i] not in " \t\r\n" and not (text[i] == "?" and i + 1 == len(text)):
        raise Malformed(INVALID_TOKEN, i)
    if end < 0:
        raise Incomplete
    return end + 2, target, text[skip_space(text, i):end]


def xml_declaration(text, end):
    """(version, encoding, standalone) of the declaration that the text begins with and that ends there; None: it is wrong."""
    found = _XML_DECLARATION.fullmatch(text, 0, end)
    if found is None:
        return None
    version, encoding, standalone = found[1] or found[2], found[3] or found[4], found[5] or found[6]
    return version, encoding, -1 if standalone is None else int(standalone == "yes")


def literal(text, place):
    """The end of a text in quotes in a declaration."""
    if place >= len(text):
        raise Incomplete
    if text[place] not in "\"'":
        raise Malformed(SYNTAX, place)
    end = text.find(text[place], place + 1)
    if end < 0:
        raise Incomplete
    if bad := ILLEGAL.search(text, place, end):
        raise Malformed(INVALID_TOKEN, bad.start())
    return end + 1


def declaration_end(text, place):
    """The end of a declaration (<!ENTITY...>): its > outside of quotes."""
    i = place
    while True:
        found = re.compile("[>\"']").search(text, i)
        if found is None:
            raise Incomplete
        if found[0] == ">":
            return found.end()
        i = literal(text, found.start())
