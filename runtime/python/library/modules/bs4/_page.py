# SPDX-License-Identifier: MIT
"""What tags and texts have in common: their place in the tree."""

from . import _search


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
        return first(self.find_all_next(name, attrs, string, 1, **kwargs))

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.next_elements, name, attrs, string, limit, kwargs)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_next_siblings(name, attrs, string, 1, **kwargs))

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.next_siblings, name, attrs, string, limit, kwargs)

    def find_previous(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_all_previous(name, attrs, string, 1, **kwargs))

    def find_all_previous(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.previous_elements, name, attrs, string, limit, kwargs)

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_previous_siblings(name, attrs, string, 1, **kwargs))

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return self._all(self.previous_siblings, name, attrs, string, limit, kwargs)

    def find_parent(self, name=None, attrs={}, **kwargs):
        return first(self.find_parents(name, attrs, 1, **kwargs))

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


def first(found):
    return found[0] if found else None
