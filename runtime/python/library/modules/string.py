# SPDX-License-Identifier: MIT
"""Constants of characters, Template and Formatter."""
__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]  # fmt: skip

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """$name and ${name} stand for values, $$ for a dollar sign."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, None), (place of a field, its name), or (place, "") for a delimiter that begins nothing."""
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            begin = text.find(mark, at)
            if begin < 0:
                yield text[at:], None, None
                return
            yield text[at:begin], None, None
            after = begin + len(mark)
            if text.startswith(mark, after):
                yield mark, None, None
                at = after + len(mark)
                continue
            braced = text.startswith("{", after)
            end = start = after + braced
            while end < len(text) and text[end].isascii() and (text[end] == "_" or text[end].isalpha() or end > start and text[end].isdigit()):
                end += 1
            if end == start or braced and not text.startswith("}", end):
                yield mark, begin, ""
                at = after
                continue
            at = end + braced
            yield text[begin:at], begin, text[start:end]

    def _fill(self, mapping, kws, safe):
        values = {**mapping, **kws} if kws else mapping
        out = []
        for text, place, name in self._parts():
            if name is None:
                out.append(text)
            elif name == "":
                if not safe:
                    before = self.template[:place]
                    line = before.count("\n") + 1
                    column = place - before.rfind("\n")
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
                out.append(text)
            elif safe and name not in values:
                out.append(text)
            else:
                out.append(str(values[name]))
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, _, name in self._parts() if name))

    def is_valid(self):
        return all(name != "" for _, _, name in self._parts())


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            out.append(literal)
            if name is None:
                continue
            head = name.replace("[", ".").split(".")[0]
            if head == "":
                name = str(auto) + name
                auto += 1
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec or "", args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def parse(self, format_string):
        """(literal text, field name, spec, conversion) for each field."""
        text, at, literal = format_string, 0, ""
        while at < len(text):
            c = text[at]
            if c in "{}" and text[at : at + 2] == c * 2:
                literal += c
                at += 2
            elif c == "}":
                raise ValueError("Single '}' encountered in format string")
            elif c == "{":
                depth, end = 1, at + 1
                while end < len(text) and depth:
                    depth += {"{": 1, "}": -1}.get(text[end], 0)
                    end += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                field = text[at + 1 : end - 1]
                name, _, spec = field.partition(":") if ":" in field else (field, "", "")
                name, _, conversion = name.partition("!")
                yield literal, name, spec, conversion or None
                literal, at = "", end
            else:
                literal += c
                at += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        rest = field_name.replace("]", "")
        head = ""
        while rest and rest[0] not in ".[":
            head, rest = head + rest[0], rest[1:]
        key = int(head) if head.isdigit() else head
        obj = self.get_value(key, args, kwargs)
        while rest:
            is_attribute, rest = rest[0] == ".", rest[1:]
            word = ""
            while rest and rest[0] not in ".[":
                word, rest = word + rest[0], rest[1:]
            obj = getattr(obj, word) if is_attribute else obj[int(word) if word.isdigit() else word]
        return obj, key

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        try:
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        except KeyError:
            raise ValueError(f"Unknown conversion specifier {conversion!s}") from None
