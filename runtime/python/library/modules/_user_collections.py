# SPDX-License-Identifier: MIT
"""collections.ChainMap, UserDict, UserList and UserString.

The User classes keep a plain object in `data`. What they forward to it is a table, which _forward makes methods of."""
import operator
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


class ChainMap(MutableMapping):
    __module__ = "collections"

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        m = self.copy()
        m.maps[0].update(other)
        return m

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        m = dict(other)
        for child in reversed(self.maps):
            m.update(child)
        return self.__class__(m)


def _plain(other):
    return other.data if isinstance(other, (UserDict, UserList, UserString)) else other


def _as_it_is(self, result):
    return result


def _wrapped(self, result):
    return self.__class__(result)


def _nothing(self, result):
    return None


def _forward(owner, names, answer=_as_it_is):
    """For a class body: methods that call those of `data`; `answer` makes of the result what is returned."""
    def made(name):
        def method(self, *args, **kwargs):
            return answer(self, getattr(self.data, name)(*map(_plain, args), **kwargs))

        return _named(method, owner, name)

    return {name: made(name) for name in names.split()}


def _compare(owner):
    """For a class body: the comparisons of `data`, TypeErrors included."""
    def made(name):
        compared = getattr(operator, name)

        def method(self, other):
            return compared(self.data, _plain(other))

        return _named(method, owner, name)

    return {name: made(name) for name in ("__eq__", "__lt__", "__le__", "__gt__", "__ge__")}


def _named(method, owner, name):
    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    return method


class UserDict(MutableMapping):
    __module__ = "collections"
    locals().update(_forward("UserDict", "__len__ __contains__ __repr__"))

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs):
            if given:
                self.update(given)

    def __getitem__(self, key):
        missing = getattr(type(self), "__missing__", None)
        if missing is None or key in self.data:
            return self.data[key]
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def get(self, key, default=None):
        # Not the mixin's: a __missing__ does not answer get().
        return self[key] if key in self else default

    def _joined(self, first, second):
        if not (isinstance(first, dict) and isinstance(second, dict)):
            return NotImplemented
        return self.__class__(first | second)

    def __or__(self, other):
        return self._joined(self.data, _plain(other))

    def __ror__(self, other):
        return self._joined(_plain(other), self.data)

    def __ior__(self, other):
        self.data |= _plain(other)
        return self

    def __copy__(self):
        twin = self.__class__.__new__(self.__class__)
        vars(twin).update(vars(self), data=self.data.copy())
        return twin

    copy = __copy__

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        made.update(dict.fromkeys(iterable, value))
        return made


class UserList(MutableSequence):
    __module__ = "collections"
    __hash__ = None
    locals().update(_compare("UserList"))
    locals().update(_forward("UserList", "__repr__ __len__ __contains__ pop count index"))
    locals().update(_forward("UserList", "append remove clear reverse sort extend", _nothing))
    locals().update(_forward("UserList", "__mul__ __rmul__", _wrapped))

    def __init__(self, initlist=None):
        self.data = list(_plain(initlist) or ())

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def insert(self, i, item):
        self.data.insert(i, item)

    def __add__(self, other):
        return self.__class__([*self.data, *_plain(other)])

    def __radd__(self, other):
        return self.__class__([*_plain(other), *self.data])

    def __iadd__(self, other):
        self.data.extend(_plain(other))
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        twin = self.__class__.__new__(self.__class__)
        vars(twin).update(vars(self), data=self.data[:])
        return twin


class UserString(Sequence):
    __module__ = "collections"
    locals().update(_compare("UserString"))
    locals().update(_forward(
        "UserString",
        "__repr__ __hash__ __len__ __contains__ count encode endswith find format format_map index isalpha isalnum isascii "
        "isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind rindex "
        "rpartition rsplit split splitlines startswith"))
    locals().update(_forward(
        "UserString",
        "__getitem__ __mul__ __rmul__ capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix "
        "replace rjust rstrip strip swapcase title translate upper zfill", _wrapped))

    def __init__(self, seq):
        self.data = str(seq)

    def __str__(self):
        return self.data

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)
