# SPDX-License-Identifier: MIT
"""Namespaces in XML: what prefixes are bound to, and names with what they stand for (used by _xml_reader)."""

from _xml_errors import (
    DUPLICATE_ATTRIBUTE, RESERVED_NAMESPACE_URI, RESERVED_PREFIX_XML, RESERVED_PREFIX_XMLNS, UNBOUND_PREFIX, UNDECLARING_PREFIX, Malformed,
)  # fmt: skip

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"


class Namespaces:
    __slots__ = ()

    def _in_namespaces(self, name, attributes, specified, place):
        """The tag's name and attributes with their namespaces, what it binds, and how many attributes are the document's."""
        bound, rest, kept = [], [], 0
        for i, (attribute, value, at) in enumerate(attributes):
            if attribute == "xmlns" or attribute.startswith("xmlns:"):
                prefix = attribute[6:] or None
                self._check_binding(prefix, value, place)
                bound.append((prefix, value or None, self._bindings.get(prefix)))
                if value:
                    self._bindings[prefix] = value
                else:
                    self._bindings.pop(prefix, None)
            else:
                rest.append((attribute, value, at))
                kept += i < specified
        shown = [(self._expanded(a, False, place), v, at) for a, v, at in rest]
        seen = set()
        for a, _, at in shown:
            if a in seen:
                raise Malformed(DUPLICATE_ATTRIBUTE, at)
            seen.add(a)
        return self._expanded(name, True, place), shown, bound, kept

    def _check_binding(self, prefix, uri, place):
        if prefix == "xmlns":
            raise Malformed(RESERVED_PREFIX_XMLNS, place)
        if (prefix == "xml") != (uri == XML_NAMESPACE):
            raise Malformed(RESERVED_PREFIX_XML if prefix == "xml" else RESERVED_NAMESPACE_URI, place)
        if uri == _XMLNS_NAMESPACE:
            raise Malformed(RESERVED_NAMESPACE_URI, place)
        if prefix and not uri:
            raise Malformed(UNDECLARING_PREFIX, place)

    def _expanded(self, name, is_element, place):
        prefix, colon, local = name.rpartition(":")
        if not colon and not is_element:
            return name
        uri = self._bindings.get(prefix or None)
        if uri is None:
            if prefix:
                raise Malformed(UNBOUND_PREFIX, place)
            return name
        parts = [uri, local, prefix] if prefix and self.namespace_prefixes else [uri, local]
        return self._separator.join(parts)
