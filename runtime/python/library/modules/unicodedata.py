# SPDX-License-Identifier: MIT
"""Properties of characters (CPython: `unicodedata`, in C), over the tables in _unicode_properties and _unicode_names.

The names, most of the data, are fetched when a program first asks for one."""

from bisect import bisect_right as _bisect_right

from _unicode_properties import DECOMPOSITIONS, EXCLUDED, NUMBERS, PROPERTIES, VERSION as unidata_version

__all__ = [
    "UCD", "bidirectional", "category", "combining", "decimal", "decomposition", "digit", "east_asian_width", "is_normalized",
    "lookup", "mirrored", "name", "normalize", "numeric", "ucd_3_2_0", "unidata_version",
]  # fmt: skip

_absent = object()


def _character(c, function, position=""):
    if not isinstance(c, str) or len(c) != 1:
        raise TypeError(f"{function}() argument{position} must be a unicode character, not {type(c).__name__}")
    return ord(c)


# ---- properties ------------------------------------------------------------------------------------------------------------


class _Ranges:
    """Ranges of characters that share a row of properties, as sorted lists."""

    def __init__(self, text):
        self.first, self.last, self.rows = [], [], []
        for line in text.splitlines():
            first, last, *row = line.split()
            self.first.append(int(first, 16))
            self.last.append(int(last, 16))
            self.rows.append(row)

    def find(self, code, default):
        i = _bisect_right(self.first, code) - 1
        return self.rows[i] if i >= 0 and code <= self.last[i] else default


_properties = _Ranges(PROPERTIES)
_UNASSIGNED = ["Cn", "-", "0", "N", "0"]


def _row(code):
    return _properties.find(code, _UNASSIGNED)


def category(chr, /):
    return _row(_character(chr, "category"))[0]


def bidirectional(chr, /):
    found = _row(_character(chr, "bidirectional"))[1]
    return "" if found == "-" else found


def combining(chr, /):
    return int(_row(_character(chr, "combining"))[2])


def east_asian_width(chr, /):
    return _row(_character(chr, "east_asian_width"))[3]


def mirrored(chr, /):
    return int(_row(_character(chr, "mirrored"))[4])


# ---- numbers ---------------------------------------------------------------------------------------------------------------

_numbers = None


def _number(code):
    """(kind, value) or None."""
    global _numbers
    if _numbers is None:
        _numbers = {}
        for line in NUMBERS.splitlines():
            where, kind, value = line.split()
            _numbers[int(where, 16)] = kind, float(value)
    return _numbers.get(code)


def _numeric_value(c, function, kinds, default, problem):
    found = _number(_character(c, function, " 1"))
    if found is None or found[0] not in kinds:
        if default is _absent:
            raise ValueError(problem)
        return default
    return found[1]


def decimal(chr, default=_absent, /):
    value = _numeric_value(chr, "decimal", ("decimal",), default, "not a decimal")
    return int(value) if isinstance(value, float) else value


def digit(chr, default=_absent, /):
    value = _numeric_value(chr, "digit", ("decimal", "digit"), default, "not a digit")
    return int(value) if isinstance(value, float) else value


def numeric(chr, default=_absent, /):
    return _numeric_value(chr, "numeric", ("decimal", "digit", "-"), default, "not a numeric character")


# ---- normal forms ----------------------------------------------------------------------------------------------------------

_S, _L, _V, _T = 0xAC00, 0x1100, 0x1161, 0x11A7  # Hangul: syllables, leading, vowel, trailing
_V_COUNT, _T_COUNT, _S_COUNT = 21, 28, 11172
_decompositions = {}
_compositions = {}


def _prepare():
    for line in DECOMPOSITIONS.splitlines():
        code, _, text = line.partition(" ")
        _decompositions[int(code, 16)] = text
    excluded = {int(code, 16) for code in EXCLUDED.split()}
    for code, text in _decompositions.items():
        if text[0] != "<" and code not in excluded:
            parts = [int(part, 16) for part in text.split()]
            if len(parts) == 2:
                _compositions[parts[0], parts[1]] = code


def decomposition(chr, /):
    code = _character(chr, "decomposition")
    if not _decompositions:
        _prepare()
    return _decompositions.get(code, "")


def _decompose(code, compatible, out):
    if _S <= code < _S + _S_COUNT:
        i = code - _S
        out.append(_L + i // (_V_COUNT * _T_COUNT))
        out.append(_V + i % (_V_COUNT * _T_COUNT) // _T_COUNT)
        if i % _T_COUNT:
            out.append(_T + i % _T_COUNT)
        return
    text = _decompositions.get(code)
    if text is None or (text[0] == "<" and not compatible):
        out.append(code)
        return
    for part in text.split():
        if part[0] != "<":
            _decompose(int(part, 16), compatible, out)


def _decomposed(text, compatible):
    codes = []
    for c in text:
        if c < "\x80":
            codes.append(ord(c))
        else:
            _decompose(ord(c), compatible, codes)
    # Marks in a row are ordered by their class, stably.
    i = 0
    while i < len(codes):
        if codes[i] < 0x300 or _row(codes[i])[2] == "0":
            i += 1
            continue
        end = i + 1
        while end < len(codes) and codes[end] >= 0x300 and _row(codes[end])[2] != "0":
            end += 1
        codes[i:end] = sorted(codes[i:end], key=lambda code: int(_row(code)[2]))
        i = end
    return codes


def _pair(first, second):
    """What the two compose to, or None."""
    if _L <= first < _L + 19 and _V <= second < _V + _V_COUNT:
        return _S + ((first - _L) * _V_COUNT + second - _V) * _T_COUNT
    if _S <= first < _S + _S_COUNT and (first - _S) % _T_COUNT == 0 and _T < second < _T + _T_COUNT:
        return first + second - _T
    return _compositions.get((first, second))


def _composed(codes):
    out = []
    starter = -1  # where in `out` the last character of class 0 is
    last_class = 0
    for code in codes:
        mark = int(_row(code)[2])
        if starter >= 0 and (last_class < mark or last_class == 0 and starter == len(out) - 1):
            both = _pair(out[starter], code)
            if both is not None:
                out[starter] = both
                continue
        if mark == 0:
            starter = len(out)
        last_class = mark
        out.append(code)
    return out


def _normal_form(form, text, function):
    if not isinstance(form, str):
        raise TypeError(f"{function}() argument 1 must be str, not {type(form).__name__}")
    if not isinstance(text, str):
        raise TypeError(f"{function}() argument 2 must be str, not {type(text).__name__}")
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        if not text:
            return text
        raise ValueError("invalid normalization form")
    if text.isascii():
        return text
    if not _decompositions:
        _prepare()
    codes = _decomposed(text, "K" in form)
    return "".join(map(chr, _composed(codes) if form.endswith("C") else codes))


def normalize(form, unistr, /):
    return _normal_form(form, unistr, "normalize")


def is_normalized(form, unistr, /):
    return _normal_form(form, unistr, "is_normalized") == unistr


# ---- names -----------------------------------------------------------------------------------------------------------------

_HANGUL = (
    "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" "),
    "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" "),
    " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" "),
)


class _Names:
    """The text of all names, searched as it is: making a dictionary of it would take longer than most programs."""

    def __init__(self):
        import _unicode_names as data

        self.text = data.NAMES
        self.lines = data.NAMES.splitlines()
        # Lines that begin a run of characters: their number, and the first code point.
        self.run_lines, self.run_codes = [], []
        for i, line in enumerate(self.lines):
            if line[0] == ":":
                self.run_lines.append(i)
                self.run_codes.append(int(line[1:], 16))
        self.computed = []
        for line in data.COMPUTED.splitlines():
            first, last, prefix = line.split(" ", 2)
            self.computed.append((int(first, 16), int(last, 16), prefix))
        self.aliases = {}
        for line in data.ALIASES.splitlines():
            code, _, alias = line.partition(" ")
            self.aliases[alias] = chr(int(code, 16))
        self.sequences = {}
        for line in data.SEQUENCES.splitlines():
            codes, _, sequence = line.partition(" = ")
            self.sequences[sequence] = "".join(chr(int(code, 16)) for code in codes.split())

    def of(self, code):
        for first, last, prefix in self.computed:
            if first <= code <= last:
                return f"{prefix}{code:04X}" if prefix[-1] == "-" else f"{prefix} {_hangul_name(code)}"
        run = _bisect_right(self.run_codes, code) - 1
        if run < 0:
            return None
        line = self.run_lines[run] + 1 + code - self.run_codes[run]
        end = self.run_lines[run + 1] if run + 1 < len(self.run_lines) else len(self.lines)
        return self.lines[line] if line < end else None

    def find(self, wanted):
        """The character of this name, or None."""
        for first, last, prefix in self.computed:
            if not wanted.startswith(prefix):
                continue
            if prefix[-1] != "-":
                return _hangul_character(wanted[len(prefix) + 1 :])
            digits = wanted[len(prefix) :]
            if digits.isalnum() and _is_code(digits) and first <= int(digits, 16) <= last and digits == f"{int(digits, 16):04X}":
                return chr(int(digits, 16))
        wanted = wanted.upper()
        if ":" in wanted or "\n" in wanted:
            return None
        at = self.text.find(f"\n{wanted}\n")
        if at < 0:
            return self.aliases.get(wanted)
        line = self.text.count("\n", 0, at + 1)
        run = _bisect_right(self.run_lines, line) - 1
        return chr(self.run_codes[run] + line - self.run_lines[run] - 1)


def _is_code(line):
    return all(c in "0123456789ABCDEF" for c in line)


def _hangul_name(code):
    i = code - _S
    leading, vowel, trailing = _HANGUL
    return leading[i // (_V_COUNT * _T_COUNT)] + vowel[i % (_V_COUNT * _T_COUNT) // _T_COUNT] + trailing[i % _T_COUNT]


def _hangul_character(syllable):
    leading, vowel, trailing = _HANGUL
    for i, start in enumerate(leading):
        if not syllable.startswith(start):
            continue
        for k, middle in enumerate(vowel):
            end = syllable[len(start) + len(middle) :]
            if syllable.startswith(middle, len(start)) and end in trailing:
                return chr(_S + (i * _V_COUNT + k) * _T_COUNT + trailing.index(end))
    return None


_names = None


def _all_names():
    global _names
    if _names is None:
        _names = _Names()
    return _names


def name(chr, default=_absent, /):
    found = _all_names().of(_character(chr, "name", " 1"))
    if found is None:
        if default is _absent:
            raise ValueError("no such name")
        return default
    return found


def lookup(name, /):
    if isinstance(name, (bytes, bytearray)):
        name = name.decode("ascii")
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    if len(name) > 256:
        raise KeyError("name too long")
    found = _all_names().find(name) or _names.sequences.get(name.upper())
    if found is None:
        raise KeyError(f"undefined character name '{name}'")
    return found


def _code_point_named(name):
    """For \\N{...} in source text: -1 if there is none. Sequences of characters have no escape."""
    found = _all_names().find(name)
    return -1 if found is None else ord(found)


class UCD:
    """The functions as methods. Here the old database knows what the new one does."""

    unidata_version = "3.2.0"

    def __new__(cls):
        raise TypeError("cannot create 'unicodedata.UCD' instances")


for _function in (
    category, bidirectional, combining, east_asian_width, mirrored, decimal, digit, numeric, decomposition, normalize, is_normalized, name,
    lookup,
):  # fmt: skip
    setattr(UCD, _function.__name__, staticmethod(_function))
del _function
ucd_3_2_0 = object.__new__(UCD)
