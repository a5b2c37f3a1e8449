# SPDX-License-Identifier: MIT
"""Reads XML documents token by token and tells a parser's handlers: prolog, content, references (used by pyexpat)."""

import codecs
import re

import _xml_tokens as tokens
from _xml_errors import (
    AMPLIFICATION_LIMIT_BREACH, ASYNC_ENTITY, ATTRIBUTE_EXTERNAL_ENTITY_REF, BINARY_ENTITY_REF, EXTERNAL_ENTITY_HANDLING, INVALID_TOKEN,
    JUNK_AFTER_DOC_ELEMENT, MISPLACED_XML_PI, NO_ELEMENTS, NOT_STANDALONE, PARTIAL_CHAR, RECURSIVE_ENTITY_REF, SYNTAX, TAG_MISMATCH,
    UNCLOSED_CDATA_SECTION, UNCLOSED_TOKEN, UNDEFINED_ENTITY, UNKNOWN_ENCODING, XML_DECL, Incomplete, Malformed,
)  # fmt: skip
from _xml_namespaces import Namespaces

_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_MOST_EXPANDED = 8 * 1024 * 1024


def _lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Document:
    """What the parsers of a document and of its external entities share."""

    def __init__(self):
        self.entities = {}  # name: (text or None, system id, public id, notation)
        self.parameters = {}
        self.defaults = {}  # element: {attribute: (default or None, is CDATA)}
        self.unread = False  # there are declarations that nobody has read
        self.reads_parameters = False
        self.ignores = False  # what is declared now may have been declared otherwise in what was not read
        self.standalone = -1
        self.expanded = 0


class Reader(Namespaces):
    """What happens below a parser's Parse(). The state is the parser's own."""

    __slots__ = ()

    # ---- text and places ----

    def _feed(self, data, final):
        if self._decoder is None:
            self._raw += data
            encoding = self._encoding or self._guess(final)
            if encoding is None:
                return
            try:
                self._decoder = codecs.getincrementaldecoder(encoding)()
            except LookupError:
                raise Malformed(UNKNOWN_ENCODING, self._place) from None
            data, self._raw = self._raw, b""
            if data.startswith(b"\xef\xbb\xbf") and codecs.lookup(encoding).name == "utf-8":
                data = data[3:]
        self._text, self._place = self._text[self._place:], 0
        try:
            self._text += self._decoder.decode(data, final)
        except UnicodeDecodeError as e:
            self._text += e.object[:e.start].decode(self._decoder.encoding if hasattr(self._decoder, "encoding") else "utf-8", "ignore")
            self._run(False)
            raise Malformed(PARTIAL_CHAR if final and e.end == len(e.object) else INVALID_TOKEN, len(self._text)) from None

    def _guess(self, final):
        """The encoding that the first bytes show, or None while there are too few of them."""
        raw = self._raw
        for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
            if raw.startswith(mark):
                return name
        if len(raw) < 5 and not final and b"<?xml".startswith(raw):
            return None
        if not raw.startswith(b"<?xml"):
            return "utf-8"
        end = raw.find(b"?>")
        if end < 0 and not final:
            return None
        named = re.compile(rb"""encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]*)["']""").search(raw, 0, max(end, 0))
        return named[1].decode() if named else "utf-8"

    def _advance(self, end):
        passed = self._text[self._place:end]
        self._place = end
        self.CurrentByteIndex += len(passed) if passed.isascii() else len(passed.encode("utf-8", "surrogatepass"))
        if "\r" in passed:
            passed = passed.replace("\r\n", "\n").replace("\r", "\n")
        lines = passed.count("\n")
        if lines:
            self.CurrentLineNumber += lines
            self.CurrentColumnNumber = len(passed) - passed.rfind("\n") - 1
        else:
            self.CurrentColumnNumber += len(passed)

    def _run(self, final):
        while self._place < len(self._text):
            try:
                end = self._state(self._text, self._place, final)
            except Incomplete:
                if final:
                    raise Malformed(UNCLOSED_CDATA_SECTION if self._in_cdata else UNCLOSED_TOKEN, self._place) from None
                return
            self._advance(end)
        if final:
            if self._in_cdata:
                raise Malformed(UNCLOSED_CDATA_SECTION, self._place)
            if self._reads_doctype or self._state not in (self._epilog, self._fragment) or self._stack:
                raise Malformed(NO_ELEMENTS, self._place)

    # ---- telling ----

    def _flush(self):
        if self._collected:
            data = "".join(self._collected)
            self._collected.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(data)

    def _tell(self, name, raw, *args):
        handler = getattr(self, name)
        if handler is None:
            return self._tell_default(raw)
        self._flush()
        return handler(*args)

    def _tell_default(self, raw):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None and raw:
            self._flush()
            handler(raw)

    def _characters(self, data):
        if self.CharacterDataHandler is None:
            self._tell_default(data)
        elif self.buffer_text:
            used = self.buffer_used
            if used + len(data) > self._buffer_size:
                self._flush()
                used = 0
            if len(data) > self._buffer_size:
                self.CharacterDataHandler(data)
            else:
                self._collected.append(data)
        else:
            self.CharacterDataHandler(data)

    # ---- before, between and after ----

    def _beginning(self, text, place, final):
        if not final and len(text) < 6 and "<?xml ".startswith(text):
            raise Incomplete
        if re.compile("<\\?xml[ \t\r\n]").match(text):
            end, _, _ = tokens.instruction(text, 0)
            found = tokens.xml_declaration(text, end)
            if found is None:
                raise Malformed(XML_DECL, place + 5)
            self._document.standalone = found[2]
            self._state = self._prolog
            self._tell("XmlDeclHandler", text[:end], *found)
            return end
        self._state = self._prolog
        return place

    def _misc(self, text, place):
        """The end of white space, a comment or an instruction; -1 if nothing of them is here."""
        if space := tokens.SPACE.match(text, place):
            self._tell_default(space[0])
            return space.end()
        if text.startswith("<!--", place):
            end = tokens.comment(text, place)
            self._tell("CommentHandler", text[place:end], _lines(text[place + 4:end - 3]))
            return end
        if text.startswith("<?", place):
            end, target, data = tokens.instruction(text, place)
            if target.lower() == "xml":
                raise Malformed(MISPLACED_XML_PI if target == "xml" else INVALID_TOKEN, place)
            self._tell("ProcessingInstructionHandler", text[place:end], target, _lines(data))
            return end
        if len(text) - place < 4 and "<!--".startswith(text[place:]):
            raise Incomplete
        return -1

    def _prolog(self, text, place, final):
        end = self._misc(text, place)
        if end >= 0:
            return end
        if text.startswith("<!DOCTYPE", place):
            return self._doctype(text, place, final)
        if text[place] == "<":
            if text.startswith("<!", place):
                if "<!DOCTYPE".startswith(text[place:]):
                    raise Incomplete
                is_word = text[place + 2:place + 3].isalpha()
                raise Malformed(SYNTAX, place) if is_word else Malformed(INVALID_TOKEN, place + 2)
            self._state = self._content
            if self._foreign and not self._document.unread:
                self._read_subset(None, None, place)
            return place
        raise self._stray(text, place, SYNTAX, final)

    def _read_subset(self, system_id, public_id, place):
        """The declarations that lie elsewhere are read by the program, if it wants to."""
        self._foreign = False
        self._document.unread = True
        if self._document.reads_parameters and self.ExternalEntityRefHandler is not None:
            self._flush()
            if not self.ExternalEntityRefHandler(None, self._base, system_id, public_id):
                raise Malformed(EXTERNAL_ENTITY_HANDLING, place)

    def _stray(self, text, place, code, final):
        """What is wrong with text outside of the document's element."""
        word = tokens.WORD.match(text, place)
        if word is None:
            return Malformed(code if text[place] in "\"'%)>],|[" else INVALID_TOKEN, place)
        end = word.end()
        if end == len(text) and not final:
            raise Incomplete
        is_over = end == len(text) or text[end] in " \t\r\n>),|[%*+?"
        return Malformed(code, place) if is_over else Malformed(INVALID_TOKEN, end)

    def _epilog(self, text, place, final):
        end = self._misc(text, place)
        if end >= 0:
            return end
        if text[place] == "<":
            raise Malformed(JUNK_AFTER_DOC_ELEMENT, place)
        raise self._stray(text, place, JUNK_AFTER_DOC_ELEMENT, final)

    def _fragment(self, text, place, final):
        if place == 0 and re.compile("<\\?xml[ \t\r\n]").match(text):
            return tokens.instruction(text, 0)[0]
        return self._content(text, place, final)

    def _doctype(self, text, place, final):
        from _xml_doctype import Doctype

        self._reads_doctype = Doctype(self, self._document)
        self._state = self._in_doctype
        return self._reads_doctype.begin(text, place)

    def _in_doctype(self, text, place, final):
        end = self._misc(text, place)
        if end >= 0:
            return end
        end = self._reads_doctype.declaration(text, place)
        if self._reads_doctype.is_over:
            self._reads_doctype = None
            self._state = self._prolog
        return end

    def _check_standalone(self, place):
        if self._document.standalone != 1 and self.NotStandaloneHandler is not None:
            self._flush()
            if not self.NotStandaloneHandler():
                raise Malformed(NOT_STANDALONE, place)

    # ---- content ----

    def _content(self, text, place, final):
        if self._in_cdata:
            return self._cdata(text, place, final)
        c = text[place]
        if c == "<":
            if place + 1 >= len(text):
                raise Incomplete
            following = text[place + 1]
            if following == "/":
                return self._end_tag(text, place)
            if following == "!":
                if text.startswith("<![CDATA[", place):
                    self._in_cdata = True
                    self._tell("StartCdataSectionHandler", "<![CDATA[")
                    return place + 9
                if "<![CDATA[".startswith(text[place:]):
                    raise Incomplete
                end = self._misc(text, place)
                if end < 0:
                    raise Malformed(INVALID_TOKEN, place + 2)
                return end
            return self._misc(text, place) if following == "?" else self._start_tag(text, place)
        if c == "&":
            return self._reference(text, place)
        if c in "\r\n":
            if c == "\r" and place + 1 >= len(text) and not final:
                raise Incomplete
            self._characters("\n")
            return place + (2 if text.startswith("\r\n", place) else 1)
        if c == "]":
            if text.startswith("]]>", place):
                raise Malformed(INVALID_TOKEN, place + 2)
            if not final and "]]>".startswith(text[place:]):
                raise Incomplete
            self._characters("]")
            return place + 1
        found = tokens.TEXT.match(text, place)
        if found is None:
            raise Malformed(INVALID_TOKEN, place)
        self._characters(found[0])
        return found.end()

    def _cdata(self, text, place, final):
        if text.startswith("]]>", place):
            self._in_cdata = False
            self._tell("EndCdataSectionHandler", "]]>")
            return place + 3
        if not final and "]]>".startswith(text[place:]):
            raise Incomplete
        if text[place] == "]":
            self._characters("]")
            return place + 1
        if text[place] in "\r\n":
            if text[place] == "\r" and place + 1 >= len(text) and not final:
                raise Incomplete
            self._characters("\n")
            return place + (2 if text.startswith("\r\n", place) else 1)
        found = re.compile("[^\\]\r\n]+").match(text, place)
        if bad := tokens.ILLEGAL.search(text, place, found.end()):
            raise Malformed(INVALID_TOKEN, bad.start())
        self._characters(found[0])
        return found.end()

    def _start_tag(self, text, place):
        end, name, found, is_empty = tokens.start_tag(text, place)
        attributes, given = [], set()
        declared = self._document.defaults.get(name, {})
        for attribute, raw, at in found:
            value = self._value(raw, place)
            if attribute in declared and not declared[attribute][1]:
                value = " ".join(value.split(" ")).strip(" ") if "  " not in value else " ".join(value.split())
            attributes.append((attribute, value, at))
            given.add(attribute)
        specified = len(attributes)
        for attribute, (default, _) in declared.items():
            if attribute not in given and default is not None:
                attributes.append((attribute, default, place))
        shown, bound = name, []
        if self._separator is not None:
            shown, attributes, bound, specified = self._in_namespaces(name, attributes, specified, place)
        if self.specified_attributes:
            attributes = attributes[:specified]
        raw = text[place:end]
        for prefix, uri, _ in bound:
            if self.StartNamespaceDeclHandler is not None:
                self._flush()
                self.StartNamespaceDeclHandler(prefix, uri)
        if self.ordered_attributes:
            given = [part for attribute, value, _ in attributes for part in (attribute, value)]
        else:
            given = {attribute: value for attribute, value, _ in attributes}
        self._tell("StartElementHandler", raw, shown, given)
        self._stack.append((name, shown, bound))
        if is_empty:
            if not self._expanding:
                self._advance(end)
            self._end_element("" if self.StartElementHandler is None else raw)
        return end

    def _end_tag(self, text, place):
        end, name = tokens.end_tag(text, place)
        if not self._stack or len(self._stack) <= self._floor():
            raise Malformed(ASYNC_ENTITY if self._expanding else INVALID_TOKEN if self._stack else TAG_MISMATCH, place)
        if self._stack[-1][0] != name:
            raise Malformed(TAG_MISMATCH, place + 2)
        self._end_element(text[place:end])
        return end

    def _floor(self):
        return self._expanding[-1][1] if self._expanding else 0

    def _end_element(self, raw):
        _, shown, bound = self._stack.pop()
        self._tell("EndElementHandler", raw, shown)
        for prefix, _, before in reversed(bound):
            if self.EndNamespaceDeclHandler is not None:
                self._flush()
                self.EndNamespaceDeclHandler(prefix)
            if before is None:
                self._bindings.pop(prefix, None)
            else:
                self._bindings[prefix] = before
        if not self._stack and self._state == self._content:
            self._state = self._epilog

    # ---- references ----

    def _reference(self, text, place):
        end, character, name = tokens.reference_at(text, place)
        raw = text[place:end]
        if character is None:
            character = _PREDEFINED.get(name)
        if character is not None:
            if self.CharacterDataHandler is None:
                self._tell_default(raw)
            else:
                self._characters(character)
            return end
        entity = self._entity(name, place)
        if entity is None:
            self._flush()
            if self.SkippedEntityHandler is not None:
                self.SkippedEntityHandler(name, False)
            else:
                self._tell_default(raw)
            return end
        value, system_id, public_id, notation = entity
        if notation is not None:
            raise Malformed(BINARY_ENTITY_REF, place)
        if value is None:
            if self.ExternalEntityRefHandler is None:
                self._tell_default(raw)
            else:
                self._flush()
                if not self.ExternalEntityRefHandler(name, self._base, system_id, public_id):
                    raise Malformed(EXTERNAL_ENTITY_HANDLING, place)
        elif self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
            self._tell_default(raw)  # who wants to see references gets them as they are
        else:
            self._expand(name, value, place)
        return end

    def _entity(self, name, place):
        entity = self._document.entities.get(name)
        if entity is None and (not self._document.unread or self._document.standalone == 1):
            raise Malformed(UNDEFINED_ENTITY, place)
        if any(name == one for one, _ in self._expanding):
            raise Malformed(RECURSIVE_ENTITY_REF, place)
        return entity

    def _count_expanded(self, value, place):
        self._document.expanded += len(value)
        if self._document.expanded > _MOST_EXPANDED:
            raise Malformed(AMPLIFICATION_LIMIT_BREACH, place)

    def _expand(self, name, value, place):
        """An entity's text as content. What is wrong in it is told as being where the reference is."""
        self._count_expanded(value, place)
        self._expanding.append((name, len(self._stack)))
        at = 0
        try:
            while at < len(value):
                at = self._content(value, at, True)
        except Incomplete:
            raise Malformed(UNCLOSED_TOKEN, place) from None
        except Malformed as e:
            raise Malformed(e.code, place) from None
        _, depth = self._expanding.pop()
        if len(self._stack) != depth or self._in_cdata:
            raise Malformed(ASYNC_ENTITY, place)

    def _value(self, raw, place):
        """An attribute's value with its references replaced and white space made spaces."""
        if "&" not in raw:
            return raw if "\n" not in raw and "\t" not in raw and "\r" not in raw else re.sub("\r\n|[\t\r\n]", " ", raw)
        parts, at = [], 0
        while (found := raw.find("&", at)) >= 0:
            parts.append(re.sub("\r\n|[\t\r\n]", " ", raw[at:found]))
            try:
                at, character, name = tokens.reference_at(raw, found)
            except (Incomplete, Malformed) as e:
                raise Malformed(getattr(e, "code", INVALID_TOKEN), place) from None
            if character is None:
                character = _PREDEFINED.get(name)
            if character is None:
                entity = self._entity(name, place)
                if entity is None:
                    continue
                if entity[0] is None:
                    raise Malformed(ATTRIBUTE_EXTERNAL_ENTITY_REF if entity[3] is None else BINARY_ENTITY_REF, place)
                if "<" in entity[0]:
                    raise Malformed(INVALID_TOKEN, place)
                self._count_expanded(entity[0], place)
                self._expanding.append((name, 0))
                character = self._value(entity[0], place)
                self._expanding.pop()
            parts.append(character)
        parts.append(re.sub("\r\n|[\t\r\n]", " ", raw[at:]))
        return "".join(parts)
