# SPDX-License-Identifier: MIT
"""Reading and writing rows of separated values: what CPython's csv has in C."""

__all__ = [
    "Dialect", "Error", "QUOTE_ALL", "QUOTE_MINIMAL", "QUOTE_NONE", "QUOTE_NONNUMERIC", "QUOTE_NOTNULL", "QUOTE_STRINGS",
    "field_size_limit", "get_dialect", "list_dialects", "reader", "register_dialect", "unregister_dialect", "writer",
]  # fmt: skip

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_limit = 128 * 1024
_absent = object()


class Error(Exception):
    pass


# ---- dialects --------------------------------------------------------------------------------------------------------------

_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
    "skipinitialspace": False, "strict": False,
}  # fmt: skip


def _one_character(name, value, optional=True):
    if value is None and optional:
        return
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be string{" or None" if optional else ""}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


def _attribute(name):
    def get(self):
        return self._values[name]

    def set(self, value):
        raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")

    def delete(self):
        raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")

    return property(get, set, delete)


class Dialect:
    """How values are separated and quoted. Of another dialect (any object with such attributes) and keywords that override it."""

    __slots__ = ("_values",)

    def __new__(cls, dialect=None, **given):
        for name in given:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if isinstance(dialect, Dialect) and not given:
            return dialect
        values = {}
        for name, default in _DEFAULTS.items():
            value = given.get(name, _absent)
            values[name] = getattr(dialect, name, default) if value is _absent else value
        for name in ("doublequote", "skipinitialspace", "strict"):
            values[name] = bool(values[name])
        _one_character("delimiter", values["delimiter"], optional=False)
        _one_character("escapechar", values["escapechar"])
        terminator, quoting = values["lineterminator"], values["quoting"]
        if terminator is not None and not isinstance(terminator, str):
            raise TypeError('"lineterminator" must be a string')
        _one_character("quotechar", values["quotechar"])
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if values["quotechar"] is None and quoting != QUOTE_NONE and ("quotechar" in given or getattr(dialect, "quotechar", "") is None):
            if given.get("quoting", getattr(dialect, "quoting", None)) is None:
                values["quoting"] = QUOTE_NONE
            else:
                raise TypeError("quotechar must be set if quoting enabled")
        if terminator is None:
            raise TypeError("lineterminator must be set")
        _check_characters(values)
        self = object.__new__(cls)
        self._values = values
        return self

    def __reduce__(self):
        raise TypeError("cannot pickle 'Dialect' instances")

    def __reduce_ex__(self, protocol, /):
        raise TypeError("cannot pickle 'Dialect' instances")


for _name in _DEFAULTS:
    setattr(Dialect, _name, _attribute(_name))


def _check_characters(values):
    delimiter, quote, escape = values["delimiter"], values["quotechar"], values["escapechar"]
    terminator, skips = values["lineterminator"], values["skipinitialspace"]
    if delimiter in "\r\n":
        raise ValueError("bad delimiter value")
    for name, c in (("escapechar", escape), ("quotechar", quote)):
        if c is not None and (c in "\r\n" or c == " " and skips):
            raise ValueError(f"bad {name} value")
    if delimiter == escape:
        raise ValueError("bad delimiter or escapechar value")
    if delimiter == quote:
        raise ValueError("bad delimiter or quotechar value")
    if escape is not None and escape == quote:
        raise ValueError("bad escapechar or quotechar value")
    if delimiter in terminator:
        raise ValueError("bad delimiter or lineterminator value")
    for name, c in (("escapechar", escape), ("quotechar", quote)):
        if c is not None and c in terminator:
            raise ValueError(f"bad {name} or lineterminator value")


def register_dialect(name, /, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    found = _dialects.get(name)
    if found is None:
        raise Error("unknown dialect")
    return found


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=_absent, /):
    global _limit
    old = _limit
    if new_limit is not _absent:
        if type(new_limit) is not int:
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


# ---- reading ---------------------------------------------------------------------------------------------------------------

(
    _START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPE_IN_QUOTED, _QUOTE_IN_QUOTED, _EAT_NEWLINE, _AFTER_ESCAPED_NEWLINE,
) = range(9)  # fmt: skip


class _Reader:
    """An iterator of rows over an iterator of lines; a quoted field may go over several of them."""

    def __init__(self, lines, dialect):
        self._next_line = iter(lines).__next__
        self.dialect = dialect
        self.line_num = 0
        self._special = tuple(c for c in (dialect.quotechar, dialect.escapechar) if c is not None)

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._unquoted = [], [], False
        state = _START_RECORD
        while True:
            try:
                line = self._next_line()
            except StopIteration:
                if self._field or state == _IN_QUOTED:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(f"iterator should return strings, not {kind} (the file should be opened in text mode)")
            self.line_num += 1
            if state == _START_RECORD and (row := self._plain(line)) is not None:
                return row
            for c in line:
                state = self._take(c, state)
            state = self._take("", state)
            if state == _START_RECORD:
                return self._fields

    def _plain(self, line):
        """The fields of a line without quotes and escapes; None if it is not one."""
        for c in self._special:
            if c in line:
                return None
        text = line[:-2] if line.endswith("\r\n") else line[:-1] if line.endswith(("\n", "\r")) else line
        if "\n" in text or "\r" in text or len(text) > _limit:
            return None
        if not text:
            return []
        dialect = self.dialect
        fields = text.split(dialect.delimiter)
        if dialect.skipinitialspace:
            if dialect.delimiter == " ":
                return None
            fields = [field.lstrip(" ") for field in fields]
        if dialect.quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS, QUOTE_NOTNULL):
            fields = [self._value(field, True) for field in fields]
        return fields

    def _value(self, field, unquoted):
        quoting = self.dialect.quoting
        if unquoted and not field and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            return None
        if unquoted and field and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            return float(field)
        return field

    def _save(self):
        self._fields.append(self._value("".join(self._field), self._unquoted))
        self._field = []

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._field.append(c)

    def _take(self, c, state):
        """The state after character `c`; "" is the end of a line."""
        dialect = self.dialect
        ends = c == "" or c in "\r\n"
        if state == _START_RECORD:
            if c == "":
                return state
            if ends:
                return _EAT_NEWLINE
            state = _START_FIELD
        if state == _START_FIELD:
            self._unquoted = True
            if ends:
                self._save()
                return _START_RECORD if c == "" else _EAT_NEWLINE
            if c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._unquoted = False
                return _IN_QUOTED
            if c == dialect.escapechar:
                return _ESCAPED
            if c == " " and dialect.skipinitialspace:
                return state
            if c == dialect.delimiter:
                self._save()
                return state
            self._add(c)
            return _IN_FIELD
        if state == _ESCAPED:
            self._add(c or "\n")
            return _AFTER_ESCAPED_NEWLINE if c and ends else _IN_FIELD
        if state == _AFTER_ESCAPED_NEWLINE:
            if c == "":
                return state
            state = _IN_FIELD
        if state == _IN_FIELD:
            if ends:
                self._save()
                return _START_RECORD if c == "" else _EAT_NEWLINE
            if c == dialect.escapechar:
                return _ESCAPED
            if c == dialect.delimiter:
                self._save()
                return _START_FIELD
            self._add(c)
            return state
        if state == _IN_QUOTED:
            if c == "":
                return state
            if c == dialect.escapechar:
                return _ESCAPE_IN_QUOTED
            if c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                return _QUOTE_IN_QUOTED if dialect.doublequote else _IN_FIELD
            self._add(c)
            return state
        if state == _ESCAPE_IN_QUOTED:
            self._add(c or "\n")
            return _IN_QUOTED
        if state == _QUOTE_IN_QUOTED:
            if dialect.quoting != QUOTE_NONE and c == dialect.quotechar:
                self._add(c)
                return _IN_QUOTED
            if c == dialect.delimiter:
                self._save()
                return _START_FIELD
            if ends:
                self._save()
                return _START_RECORD if c == "" else _EAT_NEWLINE
            if dialect.strict:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
            self._add(c)
            return _IN_FIELD
        if c == "":
            return _START_RECORD
        if ends:
            return state
        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")


_Reader.__name__ = _Reader.__qualname__ = "reader"
Reader = _Reader


def reader(iterable=_absent, /, dialect=None, **fmtparams):
    if iterable is _absent:
        raise TypeError(" expected at least 1 argument, got 0")
    return _Reader(iterable, Dialect(dialect, **fmtparams))


# ---- writing ---------------------------------------------------------------------------------------------------------------


class _Writer:
    def __init__(self, write, dialect):
        self._write = write
        self.dialect = dialect
        self._special = {*"\r\n", dialect.delimiter, *dialect.lineterminator}
        self._special.update(c for c in (dialect.quotechar, dialect.escapechar) if c is not None)

    def writerow(self, row, /):
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        quoting, may_be_null = self.dialect.quoting, self.dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)
        parts = []
        for value in fields:
            if quoting == QUOTE_NONNUMERIC:
                quoted = not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__") and not isinstance(value, complex)
            elif quoting == QUOTE_STRINGS:
                quoted = isinstance(value, str)
            elif quoting == QUOTE_NOTNULL:
                quoted = value is not None
            else:
                quoted = quoting == QUOTE_ALL
            text = "" if value is None else value if isinstance(value, str) else str(value)
            parts.append(self._shown(text, quoted, value is None and may_be_null))
        if len(parts) == 1 and parts[0] == "":
            if quoting == QUOTE_NONE or value is None and may_be_null:
                raise Error("single empty field record must be quoted")
            parts[0] = self.dialect.quotechar * 2
        return self._write(self.dialect.delimiter.join(parts) + self.dialect.lineterminator)

    def _shown(self, text, quoted, null):
        dialect = self.dialect
        if not self._special.isdisjoint(text):
            out = []
            for c in text:
                if c in self._special:
                    escaped = dialect.quoting == QUOTE_NONE or c == dialect.escapechar
                    if not escaped and c == dialect.quotechar:
                        if dialect.doublequote:
                            out.append(c)
                        else:
                            escaped = True
                    if escaped:
                        if dialect.escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        out.append(dialect.escapechar)
                    else:
                        quoted = True
                out.append(c)
            text = "".join(out)
        elif not text and dialect.delimiter == " " and dialect.skipinitialspace:
            if dialect.quoting == QUOTE_NONE or null:
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted else text

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = "writer"
Writer = _Writer


def writer(fileobj, /, dialect=None, **fmtparams):
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(write, Dialect(dialect, **fmtparams))
