# SPDX-License-Identifier: MIT
"""Dictionaries that may hold a key several times, in the order of insertion; aiohttp's headers and queries.

The behaviour is that of the package multidict (https://multidict.aio-libs.org/en/stable/multidict/)."""

from collections.abc import ItemsView, KeysView, Mapping, MutableMapping, ValuesView

__all__ = ("CIMultiDict", "CIMultiDictProxy", "MultiDict", "MultiDictProxy", "MultiMapping", "MutableMultiMapping", "getversion",
           "istr", "upstr")
__version__ = "6.4.3"

_MISSING = object()
_versions = 0


class istr(str):
    """A key that is known to be compared without case."""

    __is_istr__ = True


upstr = istr


class MultiMapping(Mapping):
    """What can be asked of all of them."""


class MutableMultiMapping(MultiMapping, MutableMapping):
    pass


class _KeysView(KeysView):
    def __iter__(self):
        return self._mapping._walk(1)

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join(repr(str(key)) for key in self)})>"


class _ValuesView(ValuesView):
    def __iter__(self):
        return self._mapping._walk(2)

    def __contains__(self, value):
        return any(value is entry[2] or value == entry[2] for entry in self._mapping._entries)

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join(map(repr, self))})>"


class _ItemsView(ItemsView):
    def __iter__(self):
        return zip(self._mapping._walk(1), self._mapping._walk(2))

    def __contains__(self, item):
        if not isinstance(item, (tuple, list)) or len(item) != 2 or not isinstance(item[0], str):
            return False
        identity = self._mapping._identity(item[0])
        return any(entry[0] == identity and entry[2] == item[1] for entry in self._mapping._entries)

    def __repr__(self):
        return f"<{type(self).__name__}({', '.join(f'{str(key)!r}: {value!r}' for key, value in self)})>"


class _Reading:
    """An entry is (identity, key, value); keys are the same when their identities are."""

    __slots__ = ()

    def _walk(self, part):
        version = self._version
        for entry in self._entries:
            yield entry[part]
            if version != self._version:
                raise RuntimeError("Dictionary changed during iteration")

    def _find(self, key):
        if isinstance(key, str):
            identity = self._identity(key)
            for entry in self._entries:
                if entry[0] == identity:
                    return entry
        return None

    def getall(self, key, default=_MISSING):
        """All values of a key, in their order."""
        identity = self._identity(key)
        found = [entry[2] for entry in self._entries if entry[0] == identity]
        if found:
            return found
        if default is not _MISSING:
            return default
        raise KeyError(key)

    def getone(self, key, default=_MISSING):
        """The first value of a key."""
        entry = self._find(key)
        if entry is not None:
            return entry[2]
        if default is not _MISSING:
            return default
        raise KeyError(key)

    def get(self, key, default=None):
        return self.getone(key, default)

    def __getitem__(self, key):
        return self.getone(key)

    def __contains__(self, key):
        return self._find(key) is not None

    def __iter__(self):
        return self._walk(1)

    def __len__(self):
        return len(self._entries)

    def keys(self):
        return _KeysView(self)

    def values(self):
        return _ValuesView(self)

    def items(self):
        return _ItemsView(self)

    def __eq__(self, other):
        if isinstance(other, _Reading):
            mine, others = self._entries, other._entries
            return len(mine) == len(others) and all(a[0] == b[0] and a[2] == b[2] for a, b in zip(mine, others))
        if not isinstance(other, Mapping):
            return NotImplemented
        if len(self) != len(other):
            return False
        for key, value in self.items():
            given = other.get(key, _MISSING)
            if given is _MISSING or given != value:
                return False
        return True

    __hash__ = None

    def __repr__(self):
        body = ", ".join(f"'{key}': {value!r}" for _, key, value in self._entries)
        return f"<{type(self).__name__}({body})>"


class MultiDict(_Reading, MutableMultiMapping):
    """Keys are compared as they are."""

    __slots__ = ("_entries", "_version", "__weakref__")

    def __init__(self, arg=(), /, **kwargs):
        self._entries = []
        self._changed()
        self._extend(arg, kwargs, type(self).__name__, self._append)

    def __init_subclass__(cls):
        super().__init_subclass__()

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))

    def _identity(self, key):
        if isinstance(key, str):
            return str(key)
        raise TypeError("MultiDict keys should be either str or subclasses of str")

    def _key(self, key):
        return key

    def _changed(self):
        global _versions
        _versions += 1
        self._version = _versions

    def _append(self, entries):
        self._entries.extend(entries)

    def _extend(self, arg, kwargs, name, put):
        if not arg and not kwargs:
            return
        if isinstance(arg, _Reading):
            pairs = [(entry[1], entry[2]) for entry in arg._entries]
        elif hasattr(arg, "keys"):
            pairs = [(key, arg[key]) for key in arg.keys()]
        else:
            pairs = []
            for position, item in enumerate(arg):
                try:
                    item = tuple(item)
                except TypeError:
                    raise TypeError(f"multidict cannot convert sequence element #{position} to a sequence") from None
                if len(item) != 2:
                    raise ValueError(f"multidict update sequence element #{position} has length {len(item)}; 2 is required")
                pairs.append((item[0], item[1]))
        pairs.extend(kwargs.items())
        put([(self._identity(key), self._key(key), value) for key, value in pairs])
        self._changed()

    def __reduce__(self):
        return type(self), (list(self.items()),)

    def add(self, key, value):
        """One more value, after those that the key already has."""
        self._entries.append((self._identity(key), self._key(key), value))
        self._changed()

    def copy(self):
        return type(self)(self.items())

    __copy__ = copy

    def extend(self, arg=(), /, **kwargs):
        """Adds all, and replaces none."""
        self._extend(arg, kwargs, "extend", self._append)

    def clear(self):
        self._entries.clear()
        self._changed()

    def __setitem__(self, key, value):
        self._replace(self._identity(key), self._key(key), value)
        self._changed()

    def _replace(self, identity, key, value):
        """The first place of the key stays; others go."""
        entries = self._entries
        for position, entry in enumerate(entries):
            if entry[0] == identity:
                entries[position] = (identity, key, value)
                entries[position + 1:] = [entry for entry in entries[position + 1:] if entry[0] != identity]
                return
        entries.append((identity, key, value))

    def __delitem__(self, key):
        identity = self._identity(key)
        kept = [entry for entry in self._entries if entry[0] != identity]
        if len(kept) == len(self._entries):
            raise KeyError(key)
        self._entries[:] = kept
        self._changed()

    def setdefault(self, key, default=None):
        entry = self._find(key)
        if entry is not None:
            return entry[2]
        self.add(key, default)
        return default

    def popone(self, key, default=_MISSING):
        """Takes the first value of a key out."""
        identity = self._identity(key)
        for position, entry in enumerate(self._entries):
            if entry[0] == identity:
                del self._entries[position]
                self._changed()
                return entry[2]
        if default is not _MISSING:
            return default
        raise KeyError(key)

    pop = popone

    def popall(self, key, default=_MISSING):
        """Takes all values of a key out."""
        found = self.getall(key, None)
        if found is None:
            if default is not _MISSING:
                return default
            raise KeyError(key)
        del self[key]
        return found

    def popitem(self):
        if not self._entries:
            raise KeyError("empty multidict")
        _, key, value = self._entries.pop()
        self._changed()
        return key, value

    def update(self, arg=(), /, **kwargs):
        """Values replace those of the same key."""
        self._extend(arg, kwargs, "update", self._update)

    def _update(self, entries):
        new = {}
        for entry in entries:
            new.setdefault(entry[0], []).append(entry)
        for identity, group in new.items():
            old = [position for position, entry in enumerate(self._entries) if entry[0] == identity]
            for position, entry in zip(old, group):
                self._entries[position] = entry
            for position in reversed(old[len(group):]):
                del self._entries[position]
            self._entries.extend(group[len(old):])


class _WithoutCase:
    """Identities for keys of headers."""

    __slots__ = ()

    def _identity(self, key):
        if isinstance(key, str):
            return key.lower()
        raise TypeError("CIMultiDict keys should be either str or subclasses of str")

    def _key(self, key):
        return key if type(key) is istr else istr(key)


class CIMultiDict(_WithoutCase, MultiDict):
    """Keys are compared without case, and kept as they were given."""

    __slots__ = ()


class MultiDictProxy(_Reading, MultiMapping):
    """A view of a MultiDict that changes nothing."""

    __slots__ = ("_of", "__weakref__")
    _wanted = MultiDict

    def __init__(self, arg):
        if not isinstance(arg, (self._wanted, MultiDictProxy)):
            raise TypeError(f"ctor requires {self._wanted.__name__} or {self._wanted.__name__}Proxy instance, not {type(arg)}")
        self._of = arg._of if isinstance(arg, MultiDictProxy) else arg

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))

    @property
    def _entries(self):
        return self._of._entries

    @property
    def _version(self):
        return self._of._version

    def _identity(self, key):
        return self._of._identity(key)

    def copy(self):
        return self._wanted(self.items())

    def __reduce__(self):
        raise TypeError(f"can't pickle {type(self).__name__} objects")


class CIMultiDictProxy(MultiDictProxy):
    __slots__ = ()
    _wanted = CIMultiDict


def _alias(cls, item):
    import types
    return types.GenericAlias(cls, item)


def getversion(md):
    """A number that changes when the dictionary does."""
    if not isinstance(md, (MultiDict, MultiDictProxy)):
        raise TypeError("Parameter should be multidict or proxy")
    return md._version
