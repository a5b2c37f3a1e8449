# SPDX-License-Identifier: MIT
"""The tree of a document: https://www.crummy.com/software/BeautifulSoup/bs4/doc/#kinds-of-objects."""

from . import _search

_VOID = frozenset("area base br col embed hr img input keygen link menuitem meta param source track wbr basefont bgsound command "
                  "frame image isindex nextid spacer".split())
_PRESERVED = frozenset(("pre", "textarea"))
_RAW = frozenset(("script", "style"))


class ResultSet(list):
    """What find_all() gives; asked for an attribute of a tag it says what the mistake is."""

    def __init__(self, source, result=()):
        super().__init__(result)
        self.source = source

    def __getattr__(self, key):
        raise AttributeError(f"ResultSet object has no attribute '{key}'. You're probably treating a list of elements like a single "
                             "element. Did you call find_all() when you meant to call find()?")


class PageElement:
    """A tag or a text, in its place. Siblings and neighbours are found from the parent's list."""

    parent = None

    # Around it.

    def _index(self):
        for position, child in enumerate(self.parent.contents):
            if child is self:
                return position
        raise ValueError("Tag.index: element not in tag")

    def _sibling(self, step):
        if self.parent is None:
            return None
        position = self._index() + step
        return self.parent.contents[position] if 0 <= position < len(self.parent.contents) else None

    next_sibling = property(lambda self: self._sibling(1))
    previous_sibling = property(lambda self: self._sibling(-1))

    @property
    def next_siblings(self):
        if self.parent is not None:
            yield from self.parent.contents[self._index() + 1:]

    @property
    def previous_siblings(self):
        if self.parent is not None:
            yield from reversed(self.parent.contents[:self._index()])

    @property
    def parents(self):
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    @property
    def next_element(self):
        if getattr(self, "contents", None):
            return self.contents[0]
        element = self
        while element is not None:
            sibling = element.next_sibling
            if sibling is not None:
                return sibling
            element = element.parent
        return None

    @property
    def previous_element(self):
        element = self.previous_sibling
        if element is None:
            return self.parent
        while getattr(element, "contents", None):
            element = element.contents[-1]
        return element

    @property
    def next_elements(self):
        element = self.next_element
        while element is not None:
            yield element
            element = element.next_element

    @property
    def previous_elements(self):
        element = self.previous_element
        while element is not None:
            yield element
            element = element.previous_element

    next = next_element
    previous = previous_element

    def _all(self, elements, name, attrs, string, limit, kwargs):
        return _search.find(self, elements, name, attrs, string, limit, kwargs)

    def find_next(self, name=None, attrs={}, string=None, **kwargs):
        return _first(self.find_all_next(name, attrs, string, 1, **kwargs))

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.next_elements, name, attrs, string, limit, kwargs)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return _first(self.find_next_siblings(name, attrs, string, 1, **kwargs))

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.next_siblings, name, attrs, string, limit, kwargs)

    def find_previous(self, name=None, attrs={}, string=None, **kwargs):
        return _first(self.find_all_previous(name, attrs, string, 1, **kwargs))

    def find_all_previous(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.previous_elements, name, attrs, string, limit, kwargs)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return _first(self.find_previous_siblings(name, attrs, string, 1, **kwargs))

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.previous_siblings, name, attrs, string, limit, kwargs)

    def find_parent(self, name=None, attrs={}, **kwargs):
        return _first(self.find_parents(name, attrs, 1, **kwargs))

    def find_parents(self, name=None, attrs={}, limit=None, **kwargs):
        return self._all(self.parents, name, attrs, None, limit, kwargs)

    # Its text.

    def get_text(self, separator="", strip=False, types=None):
        return separator.join(self._all_strings(strip))

    getText = get_text
    text = property(get_text)
    strings = property(lambda self: self._all_strings())
    stripped_strings = property(lambda self: self._all_strings(True))

    # Changes.

    def extract(self):
        if self.parent is not None:
            del self.parent.contents[self._index()]
            self.parent = None
        return self

    def replace_with(self, *others):
        if self.parent is None:
            raise ValueError("Cannot replace one element with another when the element to be replaced is not part of a tree.")
        parent, position = self.parent, self._index()
        self.extract()
        for offset, other in enumerate(others):
            parent.insert(position + offset, other)
        return self

    def insert_before(self, *others):
        for other in others:
            self.parent.insert(self._index(), other)

    def insert_after(self, *others):
        for offset, other in enumerate(others, 1):
            self.parent.insert(self._index() + offset, other)

    def wrap(self, around):
        self.replace_with(around)
        around.append(self)
        return around


def _first(found):
    return found[0] if found else None


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class NavigableString(str, PageElement):
    """A text in the tree."""

    PREFIX = SUFFIX = ""
    name = None

    def __getattr__(self, name):
        if name == "string":
            return self
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def _all_strings(self, strip=False):
        text = self.strip() if strip else self
        if text or not strip:
            yield text

    def output_ready(self, formatter="minimal"):
        raw = formatter is None or self.PREFIX or self.parent is not None and self.parent.name in _RAW
        return self.PREFIX + (str(self) if raw else escape(self)) + self.SUFFIX

    def get_text(self, separator="", strip=False, types=None):
        return self.strip() if strip else str(self)

    text = property(get_text)
    __hash__ = str.__hash__


class Comment(NavigableString):
    PREFIX, SUFFIX = "<!--", "-->"


class CData(NavigableString):
    PREFIX, SUFFIX = "<![CDATA[", "]]>"


class ProcessingInstruction(NavigableString):
    PREFIX, SUFFIX = "<?", ">"


class Declaration(NavigableString):
    PREFIX, SUFFIX = "<?", "?>"


class Doctype(NavigableString):
    PREFIX, SUFFIX = "<!DOCTYPE ", ">\n"


class Script(NavigableString):
    pass


class Stylesheet(NavigableString):
    pass


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
        return _first(self.find_all(name, attrs, recursive, string, 1, **kwargs))

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        return self._all(self.descendants if recursive else self.children, name, attrs, string, limit, kwargs)

    findAll = find_all
    findChildren = find_all

    def select(self, selector, namespaces=None, limit=None, **kwargs):
        from ._selectors import select
        return ResultSet(None, select(self, selector, limit))

    def select_one(self, selector, namespaces=None, **kwargs):
        return _first(self.select(selector, limit=1))

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
