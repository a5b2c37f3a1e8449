# SPDX-License-Identifier: MIT
"""Queries of URLs: https://www.python-httpx.org/api/#url."""

from collections.abc import Mapping

import _url_text as _text


def primitive_value_to_str(value):
    """As JSON has it: true, false, and nothing for None."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    return "" if value is None else str(value)


class QueryParams(Mapping):
    """Immutable; a key may have several values, of which the first one counts."""

    def __init__(self, *args, **kwargs):
        assert len(args) < 2, "Too many arguments."
        assert not (args and kwargs), "Cannot mix named and unnamed arguments."
        value = args[0] if args else kwargs
        self._dict = found = {}
        if value is None or isinstance(value, (str, bytes)):
            for key, one in _text.parse_query(value.decode("ascii") if isinstance(value, bytes) else value or ""):
                found.setdefault(key, []).append(one)
        elif isinstance(value, QueryParams):
            found.update((key, list(values)) for key, values in value._dict.items())
        elif isinstance(value, (list, tuple)):
            for key, one in value:
                found.setdefault(str(key), []).append(primitive_value_to_str(one))
        else:
            for key, one in value.items():
                found[str(key)] = [primitive_value_to_str(item) for item in (one if isinstance(one, (list, tuple)) else [one])]

    def keys(self):
        return self._dict.keys()

    def values(self):
        return {key: values[0] for key, values in self._dict.items()}.values()

    def items(self):
        return {key: values[0] for key, values in self._dict.items()}.items()

    def multi_items(self):
        return [(key, value) for key, values in self._dict.items() for value in values]

    def get(self, key, default=None):
        return self._dict[str(key)][0] if key in self._dict else default

    def get_list(self, key):
        return list(self._dict.get(str(key), []))

    def _changed(self, **changes):
        copy = QueryParams()
        copy._dict = {**self._dict, **changes}
        return copy

    def set(self, key, value=None):
        return self._changed(**{str(key): [primitive_value_to_str(value)]})

    def add(self, key, value=None):
        return self._changed(**{str(key): [*self.get_list(key), primitive_value_to_str(value)]})

    def remove(self, key):
        copy = self._changed()
        copy._dict.pop(str(key), None)
        return copy

    def merge(self, params=None):
        return self._changed(**QueryParams(params)._dict)

    def __getitem__(self, key):
        return self._dict[key][0]

    def __contains__(self, key):
        return key in self._dict

    def __iter__(self):
        return iter(self._dict)

    def __len__(self):
        return len(self._dict)

    def __bool__(self):
        return bool(self._dict)

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return isinstance(other, QueryParams) and sorted(self.multi_items()) == sorted(other.multi_items())

    def __str__(self):
        return _text.form_encode(self.multi_items())

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def update(self, params=None):
        raise RuntimeError("QueryParams are immutable since 0.18.0. Use `q = q.merge(...)` to create an updated copy.")

    def __setitem__(self, key, value):
        raise RuntimeError("QueryParams are immutable since 0.18.0. Use `q = q.set(key, value)` to create an updated copy.")
