# SPDX-License-Identifier: MIT
"""Headers: https://www.python-httpx.org/api/#headers."""

from collections.abc import Mapping, MutableMapping

_SECRET = ("authorization", "proxy-authorization")


def _key_text(key):
    return key.decode("ascii") if isinstance(key, bytes) else key


def _value_text(value, encoding):
    if isinstance(value, bytes):
        return value.decode(encoding or "latin-1")
    if not isinstance(value, str):
        raise TypeError(f"Header value must be str or bytes, not {type(value)}")
    value.encode(encoding or "ascii")
    return value


class Headers(MutableMapping):
    """Keys are compared without case; a key may occur several times, and its values are then one, with commas."""

    def __init__(self, headers=None, encoding=None):
        self._encoding = encoding
        if headers is None:
            self._list = []  # (key as given, key in small letters, value)
        elif isinstance(headers, Headers):
            self._list = list(headers._list)
        else:
            pairs = headers.items() if isinstance(headers, Mapping) or hasattr(headers, "items") else headers
            self._list = [(_key_text(key), _key_text(key).lower(), _value_text(value, encoding)) for key, value in pairs]

    @property
    def encoding(self):
        if self._encoding is None:
            self._encoding = "ascii" if all(value.isascii() for _, _, value in self._list) else "utf-8"
        return self._encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    @property
    def raw(self):
        return [(key.encode("ascii"), value.encode("latin-1", "replace")) for key, _, value in self._list]

    def _merged(self):
        merged = {}
        for _, key, value in self._list:
            merged[key] = f"{merged[key]}, {value}" if key in merged else value
        return merged

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._merged().values()

    def items(self):
        return self._merged().items()

    def multi_items(self):
        return [(key, value) for _, key, value in self._list]

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def get_list(self, key, split_commas=False):
        key = key.lower()
        values = [value for _, lower, value in self._list if lower == key]
        if split_commas:
            return [item.strip() for value in values for item in value.split(",")]
        return values

    def update(self, headers=None):
        new = Headers(headers)
        replaced = {lower for _, lower, _ in new._list}
        self._list = [entry for entry in self._list if entry[1] not in replaced] + new._list

    def copy(self):
        return Headers(self, encoding=self._encoding)

    def __getitem__(self, key):
        values = self.get_list(key)
        if not values:
            raise KeyError(key)
        return ", ".join(values)

    def __setitem__(self, key, value):
        lower = key.lower()
        entry = (key, lower, value)
        for position, old in enumerate(self._list):
            if old[1] == lower:
                rest = [one for one in self._list[position + 1:] if one[1] != lower]
                self._list[position:] = [entry, *rest]
                return
        self._list.append(entry)

    def __delitem__(self, key):
        lower = key.lower()
        kept = [entry for entry in self._list if entry[1] != lower]
        if len(kept) == len(self._list):
            raise KeyError(key)
        self._list = kept

    def __contains__(self, key):
        key = key.lower()
        return any(lower == key for _, lower, _ in self._list)

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._list)

    def __eq__(self, other):
        try:
            other = Headers(other)
        except (ValueError, TypeError):
            return False
        return sorted(entry[1:] for entry in self._list) == sorted(entry[1:] for entry in other._list)

    def __repr__(self):
        encoding = "" if self.encoding == "ascii" else f", encoding={self.encoding!r}"
        pairs = [(key, "[secure]" if key in _SECRET else value) for key, value in self.multi_items()]
        shown = dict(pairs)
        return f"{type(self).__name__}({shown if len(shown) == len(pairs) else pairs!r}{encoding})"
