# SPDX-License-Identifier: MIT
"""The tree of a document: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#kinds-of-objects."""

from ._page import PageElement, ResultSet, first
from ._strings import (CData, Comment, Declaration, Doctype, NavigableString, ProcessingInstruction, Script, Stylesheet, escape)

_VOID = frozenset("area base br col embed hr img input keygen link menuitem meta param source track wbr basefont bgsound command "
                  "frame image isindex nextid spacer".split())
_PRESERVED = frozenset(("pre", "textarea"))


class Tag(PageElement):
    """An element: its name, its attributes as a dictionary, and its contents."""

    hidden = False

    def __init__(self, name, attrs=None):
        self.name = name
        self.attrs = {} if attrs is None else attrs
        self.contents = []

    # Attributes.

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        return value if isinstance(value, list) else [value]

    def has_attr(self, key):
        return key in self.attrs

    def __getitem__(self, key):
        return self.attrs[key]

    def __setitem__(self, key, value):
        self.attrs[key] = value

    def __delitem__(self, key):
        self.attrs.pop(key, None)

    # Contents.

    def __iter__(self):
        return iter(self.contents)

    def __len__(self):
        return len(self.contents)

    def __contains__(self, element):
        return element in self.contents

    def __bool__(self):
        return True

    def __eq__(self, other):
        return self is other or isinstance(other, Tag) and (self.name, self.attrs, self.contents) == (
            other.name, other.attrs, other.contents)

    def __hash__(self):
        return hash(str(self))

    def __call__(self, *args, **kwargs):
        return self.find_all(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") or name == "contents":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return self.find(name)

    is_empty_element = property(lambda self: not self.contents and self.name in _VOID)
    children = property(lambda self: iter(self.contents))

    @property
    def descendants(self):
        for child in list(self.contents):
            yield child
            if isinstance(child, Tag):
                yield from child.descendants

    @property
    def string(self):
        """The only text inside, or None."""
        if len(self.contents) != 1:
            return None
        return self.contents[0].string

    @string.setter
    def string(self, text):
        self.clear()
        self.append(NavigableString(text))

    def _all_strings(self, strip=False):
        wanted = {"script": Script, "style": Stylesheet}.get(self.name)
        for element in self.descendants:
            kind = type(element)
            if kind is wanted or wanted is None and kind in (NavigableString, CData):
                text = element.strip() if strip else element
                if text or not strip:
                    yield text

    # Searches.

    def find(self, name=None, attrs={}, recursive=True, string=None, **kwargs):
        return first(self.find_all(name, attrs, recursive, string, 1, **kwargs))

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        return self._all(self.descendants if recursive else self.children, name, attrs, string, limit, kwargs)

    findAll = find_all
    findChildren = find_all

    def select(self, selector, namespaces=None, limit=None, **kwargs):
        from ._selectors import select
        return ResultSet(None, select(self, selector, limit))

    def select_one(self, selector, namespaces=None, **kwargs):
        return first(self.select(selector, limit=1))

    def index(self, element):
        for position, child in enumerate(self.contents):
            if child is element:
                return position
        raise ValueError("Tag.index: element not in tag")

    # Changes.

    def insert(self, position, child):
        if child is self:
            raise ValueError("Cannot insert a tag into itself.")
        if not isinstance(child, PageElement):
            child = NavigableString(child)
        child.extract()
        self.contents.insert(position, child)
        child.parent = self

    def append(self, child):
        self.insert(len(self.contents), child)

    def extend(self, children):
        for child in list(children):
            self.append(child)

    def clear(self, decompose=False):
        for child in list(self.contents):
            child.extract()

    def decompose(self):
        self.extract()
        self.contents.clear()

    def unwrap(self):
        parent, position = self.parent, self._index()
        self.extract()
        for child in reversed(list(self.contents)):
            parent.insert(position, child)
        return self

    # As text.

    def _start(self):
        parts = [self.name]
        for key, value in sorted(self.attrs.items()):
            if value is None:
                parts.append(key)
                continue
            text = escape(" ".join(value) if isinstance(value, (list, tuple)) else str(value))
            if '"' not in text:
                parts.append(f'{key}="{text}"')
            elif "'" in text:
                parts.append(f'{key}="{text.replace(chr(34), "&quot;")}"')
            else:
                parts.append(f"{key}='{text}'")
        return f"<{' '.join(parts)}{'/' if self.is_empty_element else ''}>"

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal"):
        pretty = indent_level is not None and self.name not in _PRESERVED
        contents = self.decode_contents(indent_level + 1 if pretty else None, eventual_encoding, formatter)
        if self.hidden:
            return contents
        indent = "" if indent_level is None else " " * (indent_level - 1)
        parts = [indent, self._start(), "\n" if pretty else "", contents]
        if pretty and contents and not contents.endswith("\n"):
            parts.append("\n")
        if not self.is_empty_element:
            parts += [indent if pretty else "", f"</{self.name}>"]
            if indent_level is not None and self.next_sibling:
                parts.append("\n")
        return "".join(parts)

    def decode_contents(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal"):
        parts = []
        for child in self.contents:
            if isinstance(child, Tag):
                parts.append(child.decode(indent_level, eventual_encoding, formatter))
                continue
            text = child.output_ready(formatter)
            keep = self.name in _PRESERVED
            if indent_level and not keep:
                text = text.strip()
            if text:
                laid_out = indent_level is not None and not keep
                parts += [" " * (indent_level - 1) if laid_out else "", text, "\n" if laid_out else ""]
        return "".join(parts)

    def prettify(self, encoding=None, formatter="minimal"):
        text = self.decode(0 if self.hidden else 1, formatter=formatter)
        return text if encoding is None else text.encode(encoding)

    def encode(self, encoding="utf-8", *args, **kwargs):
        return self.decode().encode(encoding, "xmlcharrefreplace")

    def __str__(self):
        return self.decode()

    __repr__ = __str__
