# SPDX-License-Identifier: MIT
"""Reading HTML with Beautiful Soup's interface (https://www.crummy.com/software/BeautifulSoup/bs4/doc/), over html.parser. Other
parsers' names are taken; the tree is html.parser's."""

from collections import Counter
from html.parser import HTMLParser

from .element import (_PRESERVED, CData, Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction, ResultSet,
                      Script, Stylesheet, Tag)

__version__ = "4.11.2"
__all__ = ["BeautifulSoup"]

# Attributes that are lists of words: anywhere, and of some tags.
_LISTS = {"*": {"class", "accesskey", "dropzone"}, "a": {"rel", "rev"}, "link": {"rel", "rev"}, "td": {"headers"}, "th": {"headers"},
          "form": {"accept-charset"}, "object": {"archive"}, "area": {"rel"}, "icon": {"sizes"}, "iframe": {"sandbox"},
          "output": {"for"}}
_TEXTS = {"script": Script, "style": Stylesheet}
_PARSERS = ("html.parser", "html", "html5lib", "lxml", "lxml-xml", "xml", "html5")


class FeatureNotFound(ValueError):
    pass


class BeautifulSoup(Tag):
    """A document, which is also its root."""

    hidden = True

    def __init__(self, markup="", features=None, builder=None, parse_only=None, from_encoding=None, **kwargs):
        super().__init__("[document]")
        for feature in [features] if isinstance(features, str) else features or ():
            if feature not in _PARSERS:
                raise FeatureNotFound(f"Couldn't find a tree builder with the features you requested: {feature}. Do you need to install a "
                                      "parser library?")
        if hasattr(markup, "read"):
            markup = markup.read()
        self.original_encoding = None
        if isinstance(markup, (bytes, bytearray)):
            markup = self._decoded(bytes(markup), from_encoding)
        _Builder(self).build(markup)

    def _decoded(self, data, encoding):
        for name in filter(None, (encoding, "utf-8", "windows-1252")):
            try:
                text = data.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
            self.original_encoding = "ascii" if data.isascii() and encoding is None else name
            return text.removeprefix("\ufeff")
        return data.decode("latin-1")

    def new_tag(self, name, namespace=None, nsprefix=None, attrs={}, **kwargs):
        return Tag(name, {**attrs, **kwargs})

    def new_string(self, text, subclass=None):
        return (subclass or NavigableString)(text)

    def insert_before(self, *others):
        raise NotImplementedError("BeautifulSoup objects don't support insert_before().")

    def insert_after(self, *others):
        raise NotImplementedError("BeautifulSoup objects don't support insert_after().")


class _Builder(HTMLParser):
    """Puts what the parser says into a tree. An end tag closes what is open inside its element; one without a beginning is none."""

    def __init__(self, soup):
        super().__init__(convert_charrefs=False)
        self._stack = [soup]
        self._open = Counter()
        self._text = []
        self._closed = []  # void elements, whose end tag may follow

    def build(self, markup):
        self.feed(markup)
        self.close()
        self._end_text()

    def _end_text(self, kind=None):
        text, self._text = "".join(self._text), []
        if not text:
            return
        parent = self._stack[-1]
        if not any(tag.name in _PRESERVED for tag in self._stack) and not text.strip(" \n\t\f\r"):
            text = "\n" if "\n" in text else " "
        self._add((kind or _TEXTS.get(parent.name, NavigableString))(text))

    def _add(self, element):
        element.parent = self._stack[-1]
        self._stack[-1].contents.append(element)

    def handle_starttag(self, name, attrs, void=True):
        self._end_text()
        found = {}
        for key, value in attrs:
            value = "" if value is None else value
            found[key] = value.split() if key in _LISTS["*"] or key in _LISTS.get(name, ()) else value
        tag = Tag(name, found)
        self._add(tag)
        self._stack.append(tag)
        self._open[name] += 1
        if void and tag.is_empty_element:
            self._pop_to(name)
            self._closed.append(name)

    def handle_startendtag(self, name, attrs):
        self.handle_starttag(name, attrs, void=False)
        self.handle_endtag(name)

    def handle_endtag(self, name):
        if name in self._closed:
            self._closed.remove(name)
            return
        self._pop_to(name)

    def _pop_to(self, name):
        self._end_text()
        while self._open[name] and len(self._stack) > 1:
            tag = self._stack.pop()
            self._open[tag.name] -= 1
            if tag.name == name:
                return

    def handle_data(self, data):
        self._text.append(data)

    def handle_charref(self, name):
        from html import unescape
        self._text.append(unescape(f"&#{name};"))

    def handle_entityref(self, name):
        from html.entities import html5
        self._text.append(html5.get(f"{name};", f"&{name}"))

    def _special(self, kind, data):
        self._end_text()
        self._text.append(data)
        self._end_text(kind)

    def handle_comment(self, data):
        self._special(Comment, data)

    def handle_decl(self, data):
        self._special(Doctype, data[len("DOCTYPE "):])

    def unknown_decl(self, data):
        cdata = data.upper().startswith("CDATA[")
        self._special(CData if cdata else Declaration, data[6:] if cdata else data)

    def handle_pi(self, data):
        self._special(ProcessingInstruction, data)
