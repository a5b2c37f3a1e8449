# SPDX-License-Identifier: MIT
"""The texts of a document, and what else it holds that is no element."""

from ._page import PageElement

_RAW = frozenset(("script", "style"))


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
