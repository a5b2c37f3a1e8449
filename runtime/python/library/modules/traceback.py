# SPDX-License-Identifier: MIT
"""Printing tracebacks: the VM formats, this module offers it under Python's names."""
import sys

import _traceback
import linecache

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]  # fmt: skip



class _Omitted:
    def __repr__(self):
        return "<implicit>"


_omitted = _Omitted()



class FrameSummary:
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self.locals = None if locals is None else {k: _safe(v, repr) for k, v in locals.items()}
        self._text = None  # of a traceback's frame, as the VM shows it: with marks under the guilty part
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return None if self._line is None else self._line.strip()

    def _parts(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts() == other._parts()
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    def __getitem__(self, i):
        return self._parts()[i]

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _safe(value, function):
    try:
        return function(value)
    except Exception:
        return f"<exception {function.__name__}() failed>"


_REPEATS = 3  # of the same line before "[Previous line repeated...]"


def _limited(items, limit):
    """The first `limit`, or the last of them if it is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found = cls(
            FrameSummary(f.f_code.co_filename, n, f.f_code.co_name, locals=f.f_locals if capture_locals else None)
            for f, n in frame_gen
        )
        return cls(_limited(found, limit))

    @classmethod
    def _of_traceback(cls, tb, limit=None, capture_locals=False):
        levels = []
        while tb is not None:
            levels.append(tb)
            tb = tb.tb_next
        found = cls()
        for tb in _limited(levels, limit):
            frame = tb.tb_frame
            summary = FrameSummary(
                frame.f_code.co_filename, tb.tb_lineno, frame.f_code.co_name, locals=frame.f_locals if capture_locals else None
            )
            summary._text = _traceback.format_frame(tb)
            found.append(summary)
        return found

    @classmethod
    def from_list(cls, a_list):
        return cls(row if isinstance(row, FrameSummary) else FrameSummary(row[0], row[1], row[2], line=row[3]) for row in a_list)

    def format_frame_summary(self, frame_summary, **kwargs):
        f = frame_summary
        text = f._text
        if text is None:
            text = f'  File "{"<stdin>" if f.filename.startswith("<stdin-") else f.filename}", line {f.lineno}, in {f.name}\n'
            if f.line:
                text += f"    {f.line}\n"
        for name, value in sorted((f.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        found = []
        last, count = None, 0

        def told():
            if count > _REPEATS:
                more = count - _REPEATS
                found.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for f in self:
            text = self.format_frame_summary(f)
            if text is None:
                continue
            here = f.filename, f.lineno, f.name
            if here != last:
                told()
                last, count = here, 0
            count += 1
            if count <= _REPEATS:
                found.append(text)
        told()
        return found


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit)


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(f or sys._getframe(1)))
    frames.reverse()
    return StackSummary.extract(frames, limit=None if limit is None else -limit)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=file or sys.stderr, end="")


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=file or sys.stderr, end="")


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def print_stack(f=None, limit=None, file=None):
    print("".join(extract_stack(f or sys._getframe(1), limit).format()), file=file or sys.stderr, end="")


def _alone(exc, **fields):
    """The text of `exc` with some of what hangs on it taken away meanwhile."""
    saved = {name: getattr(exc, name) for name in fields}
    for name, value in fields.items():
        setattr(exc, name, value)
    if "__suppress_context__" in fields:
        exc.__suppress_context__ = fields["__suppress_context__"]
    try:
        return _traceback.format_exception(exc)
    finally:
        for name, value in saved.items():
            if name != "__suppress_context__":
                setattr(exc, name, value)
        if "__suppress_context__" in saved:
            exc.__suppress_context__ = saved["__suppress_context__"]


def _exception(exc, value):
    if value is _omitted:
        return exc
    return value if value is not None else exc


def format_exception(exc, /, value=_omitted, tb=_omitted, limit=None, chain=True, **kwargs):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    if limit is not None or hasattr(sys, "tracebacklimit"):
        tb = exc.__traceback__ if tb is _omitted else tb
        return list(TracebackException(type(exc), exc, tb, limit=limit, compact=True).format(chain=chain))
    fields = {}
    if tb is not _omitted and tb is not exc.__traceback__:
        fields["__traceback__"] = tb
    if not chain and (exc.__cause__ is not None or exc.__context__ is not None):
        fields.update(__cause__=None, __context__=None, __suppress_context__=exc.__suppress_context__)
    return _entries(_alone(exc, **fields) if fields else _traceback.format_exception(exc))


def _entries(text):
    """The lines of a traceback, those of one frame together, and a sentence between two with the empty lines around it."""
    entries, deeper, after = [], None, False
    for line in text.splitlines(True):
        if after or (entries and not entries[-1].strip(" |\n") and line.strip(" |\n") in (_CAUSE.strip(), _CONTEXT.strip())):
            entries[-1] += line
            after = not after
            continue
        if deeper is not None and line.startswith(deeper):
            entries[-1] += line
            continue
        entries.append(line)
        start = line.find('File "')
        is_frame = start >= 0 and not line[:start].strip(" |") and ", in " in line
        deeper = line[:start] + "  " if is_frame else None
    return entries


def format_exception_only(exc, /, value=_omitted, *, show_group=False, **kwargs):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    if isinstance(exc, BaseExceptionGroup):
        found = [f"{_type_text(type(exc))}: {exc}\n"]
        for note in getattr(exc, "__notes__", None) or ():
            found += [line + "\n" for line in str(note).split("\n")]
        if show_group:
            for inner in exc.exceptions:
                found += ["   " + line for line in format_exception_only(inner, show_group=True)]
        return found
    text = _alone(exc, __traceback__=None, __cause__=None, __context__=None, __suppress_context__=exc.__suppress_context__)
    return text.splitlines(True)


def print_exception(exc, /, value=_omitted, tb=_omitted, limit=None, file=None, chain=True, **kwargs):
    print("".join(format_exception(exc, value, tb, limit, chain)), file=file or sys.stderr, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next


def _type_text(cls):
    return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else f"{cls.__module__}.{cls.__qualname__}"


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class TracebackException:
    """The text of an exception and of those it came from, kept without the exceptions themselves."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
        max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None,
    ):  # fmt: skip
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.exc_type = exc_type if save_exc_type else None
        self.exc_type_str = _type_text(exc_type)
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self._str = _safe(exc_value, str)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._only = format_exception_only(exc_value)
        self._group = format_exception_only(exc_value, show_group=True) if isinstance(exc_value, BaseExceptionGroup) else self._only
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        # The VM's own text is right in everything but what only this class can do.
        self._whole = self._unchained = None
        plain = limit is None and not hasattr(sys, "tracebacklimit")
        if exc_value is not None and plain and not capture_locals and exc_traceback is exc_value.__traceback__ and _seen is None:
            self._whole = format_exception(exc_value)
            self._unchained = format_exception(exc_value, chain=False)

        def of(other):
            if other is None or id(other) in seen:
                return None
            return TracebackException(
                type(other), other, other.__traceback__, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen,
            )  # fmt: skip

        cause = None if exc_value is None else exc_value.__cause__
        context = None if exc_value is None else exc_value.__context__
        self.__cause__ = of(cause)
        wanted = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = of(context) if wanted else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [of(inner) for inner in exc_value.exceptions if id(inner) not in seen]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        if self._whole is not None and type(self) is TracebackException:
            yield from self._whole if chain else self._unchained
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=chain)
                yield _CAUSE
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=chain)
                yield _CONTEXT
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        yield from self._group if show_group else self._only

    def print(self, *, file=None, chain=True, **kwargs):
        print("".join(self.format(chain=chain)), file=file or sys.stderr, end="")

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented
