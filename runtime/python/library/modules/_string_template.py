# SPDX-License-Identifier: MIT
"""string.Template."""
import re
from collections import ChainMap

_nothing = {}


class Template:
    """$name and ${name} stand for values, $$ for a dollar sign."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"  # letters of ASCII only, also where case does not count
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        pattern = cls.__dict__.get("pattern")
        if pattern is None:
            mark = re.escape(cls.delimiter)
            pattern = rf"""
                {mark} (?:
                    (?P<escaped> {mark} )
                  | (?P<named> {cls.idpattern} )
                  | {{ (?P<braced> {cls.braceidpattern or cls.idpattern} ) }}
                  | (?P<invalid> )
                )"""
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _kind(self, match):
        """What a placeholder is (named, escaped, invalid) and its name."""
        name = match["named"] or match["braced"]
        if name is not None:
            return "named", name
        for kind in "escaped", "invalid":
            if match[kind] is not None:
                return kind, None
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def _invalid(self, match):
        place = match.start("invalid")
        lines = self.template[:place].splitlines(keepends=True) or [""]
        column = place - sum(map(len, lines[:-1])) if place else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def _fill(self, mapping, kws, safe):
        def value_of(match):
            kind, name = self._kind(match)
            if kind == "escaped":
                return self.delimiter
            if kind == "invalid":
                return match.group() if safe else self._invalid(match)
            try:
                return str(mapping[name])
            except KeyError:
                if safe:
                    return match.group()
                raise

        if mapping is _nothing:
            mapping = kws
        elif kws:
            mapping = ChainMap(kws, mapping)
        return self.pattern.sub(value_of, self.template)

    def substitute(self, mapping=_nothing, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=_nothing, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(self._kind(match)[0] != "invalid" for match in self.pattern.finditer(self.template))

    def get_identifiers(self):
        found = [self._kind(match)[1] for match in self.pattern.finditer(self.template)]
        return list(dict.fromkeys(name for name in found if name is not None))


Template.__module__ = "string"
Template.__init_subclass__()
