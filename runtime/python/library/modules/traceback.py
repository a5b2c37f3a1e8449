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
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, **kw):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}

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


class StackSummary(list):
    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        found = cls(
            FrameSummary(f.f_code.co_filename, n, f.f_code.co_name, locals=f.f_locals if capture_locals else None)
            for f, n in frames
        )
        if limit is not None:
            found[:] = found[:limit] if limit >= 0 else found[limit:]
        return found

    @classmethod
    def from_list(cls, rows):
        return cls(r if isinstance(r, FrameSummary) else FrameSummary(r[0], r[1], r[2], line=r[3]) for r in rows)

    def format_frame_summary(self, f):
        text = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
        if f.line:
            text += f"    {f.line}\n"
        for name, value in sorted((f.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self):
        return [self.format_frame_summary(f) for f in self]


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
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(f or sys._getframe(1)))
    frames.reverse()
    return StackSummary.extract(frames, limit=None if limit is None else -limit)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=file or sys.stderr, end="")


def _split_frames(text):
    """The text of a traceback as one string for each frame."""
    found = []
    for line in text.splitlines(True):
        if line.startswith('  File "') or not found:
            found.append(line)
        else:
            found[-1] += line
    return found


def format_tb(tb, limit=None):
    frames = _split_frames(_traceback.format_frames(tb))
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return frames


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


def format_exception(exc, /, value=_omitted, tb=_omitted, limit=None, chain=True):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    fields = {}
    if tb is not _omitted and tb is not exc.__traceback__:
        fields["__traceback__"] = tb
    if not chain:
        fields.update(__cause__=None, __context__=None, __suppress_context__=exc.__suppress_context__)
    text = _alone(exc, **fields) if fields else _traceback.format_exception(exc)
    return text.splitlines(True)


def format_exception_only(exc, /, value=_omitted, *, show_group=False):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    if isinstance(exc, BaseExceptionGroup):
        return [f"{type(exc).__qualname__ if type(exc).__module__ == 'builtins' else type(exc).__module__ + '.' + type(exc).__qualname__}: {exc}\n"]
    text = _alone(exc, __traceback__=None, __cause__=None, __context__=None, __suppress_context__=exc.__suppress_context__)
    return text.splitlines(True)


def print_exception(exc, /, value=_omitted, tb=_omitted, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value, tb, limit, chain)), file=file or sys.stderr, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next


class TracebackException:
    """The text of an exception, kept without the exception itself."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, **kw):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ("builtins", "__main__") else f"{exc_type.__module__}.{exc_type.__qualname__}"
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, capture_locals=capture_locals)
        self._str = str(exc_value)
        self._whole = format_exception(exc_value)
        self._unchained = format_exception(exc_value, chain=False)
        self._only = format_exception_only(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kw):
        yield from self._whole if chain else self._unchained

    def format_exception_only(self, *, show_group=False, **kw):
        yield from self._only

    def print(self, *, file=None, chain=True, **kw):
        print("".join(self.format(chain=chain)), file=file or sys.stderr, end="")

    def __str__(self):
        return self._str
