# SPDX-License-Identifier: MIT
"""Document type declarations of XML: <!DOCTYPE ...> and what is declared inside its brackets."""

import re

import _xml_tokens as tokens
from _xml_errors import INVALID_TOKEN, SYNTAX, UNDEFINED_ENTITY, Incomplete, Malformed

_PARAMETER = re.compile(f"%({tokens.NAME.pattern});")
_EMPTY, _ANY, _MIXED, _NAME, _CHOICE, _SEQUENCE = range(1, 7)
_QUANTIFIERS = {"": 0, "?": 1, "*": 2, "+": 3}


class Doctype:
    def __init__(self, parser, document):
        self._parser, self._document = parser, document
        self._has_subset = self.is_over = False

    # ---- the declaration itself ----

    def begin(self, text, place):
        """Reads as far as the [ or the whole declaration."""
        i = tokens.skip_space(text, place + 9)
        if i == place + 9:
            if i >= len(text):
                raise Incomplete
            raise Malformed(INVALID_TOKEN, i)
        pieces = ["<!DOCTYPE", text[place + 9:i]]
        end = tokens.name_at(text, i)
        name = text[i:end]
        pieces.append(name)
        system_id, public_id, i = self._external_id(text, end, pieces)
        i = self._space(text, i, pieces)
        if i >= len(text):
            raise Incomplete
        if text[i] not in "[>":
            raise Malformed(SYNTAX, i)
        parser = self._parser
        if system_id is not None:
            self._document.unread = True
            if not self._document.reads_parameters:
                parser._check_standalone(place)
        self._external = system_id, public_id
        self._has_subset = text[i] == "["
        if parser.StartDoctypeDeclHandler is None:
            for piece in pieces:
                parser._tell_default(piece)
        else:
            parser._tell("StartDoctypeDeclHandler", "", name, system_id, public_id, int(self._has_subset))
        return i + 1 if self._has_subset else i

    def _space(self, text, place, pieces=None):
        end = tokens.skip_space(text, place)
        if pieces is not None and end > place:
            pieces.append(text[place:end])
        return end

    def _external_id(self, text, place, pieces=None):
        """(system id, public id, end) of what may follow a name."""
        i = tokens.skip_space(text, place)
        found = re.compile("PUBLIC|SYSTEM").match(text, i)
        if found is None:
            if len(text) - i < 6 and text[i:] and any(word.startswith(text[i:]) for word in ("PUBLIC", "SYSTEM")):
                raise Incomplete
            return None, None, place
        self._space(text, place, pieces)
        if pieces is not None:
            pieces.append(found[0])
        public_id, i = None, found.end()
        if found[0] == "PUBLIC":
            i = self._space(text, i, pieces)
            end = tokens.literal(text, i)
            public_id = " ".join(text[i + 1:end - 1].split())
            if pieces is not None:
                pieces.append(text[i:end])
            i = end
        start = self._space(text, i, pieces)
        if public_id is not None and pieces is None and text[start:start + 1] == ">":
            return None, public_id, i  # a notation
        end = tokens.literal(text, start)
        if pieces is not None:
            pieces.append(text[start:end])
        return text[start + 1:end - 1], public_id, end

    # ---- what is declared ----

    def declaration(self, text, place):
        """The end of the next declaration in the brackets, or of the end of it all."""
        parser = self._parser
        c = text[place]
        if c == "]" and self._has_subset:
            self._has_subset = False
            if parser.StartDoctypeDeclHandler is None:
                parser._tell_default("]")
            return place + 1
        if c == ">" and not self._has_subset:
            self.is_over = True
            if self._external[0] is not None or parser._foreign:
                parser._read_subset(*self._external, place)
            if parser.StartDoctypeDeclHandler is None:
                parser._tell_default(">")
            if parser.EndDoctypeDeclHandler is not None:
                parser.EndDoctypeDeclHandler()
            return place + 1
        if not self._has_subset:
            raise Malformed(SYNTAX, place)
        if c == "%":
            return self._parameter(text, place)
        found = re.compile("<!([A-Z]+)").match(text, place)
        if found is None or found.end() == len(text):
            if len(text) - place < 3 or found:
                raise Incomplete
            raise Malformed(SYNTAX if tokens.NAME.match(text, place) else INVALID_TOKEN, place)
        reader = getattr(self, "_" + found[1].lower(), None) if found[1] in ("ENTITY", "ELEMENT", "ATTLIST", "NOTATION") else None
        if reader is None:
            raise Malformed(SYNTAX, place)
        end = tokens.declaration_end(text, found.end())
        if not tokens.SPACE.match(text, found.end()):
            raise Malformed(INVALID_TOKEN, found.end())
        try:
            told = reader(text[:end], tokens.skip_space(text, found.end()))
        except Incomplete:
            raise Malformed(SYNTAX, end - 1) from None
        if not told:
            parser._tell_default(text[place:end])
        return end

    def _parameter(self, text, place):
        found = _PARAMETER.match(text, place)
        if found is None:
            if ";" not in text[place:]:
                raise Incomplete
            raise Malformed(INVALID_TOKEN, place + 1)
        document, parser = self._document, self._parser
        if not document.reads_parameters:
            document.unread = True
            document.ignores = document.standalone != 1
            parser._check_standalone(place)
            parser._tell_default(found[0])
            return found.end()
        entity = document.parameters.get(found[1])
        if entity is None:
            if not document.unread:
                raise Malformed(UNDEFINED_ENTITY, place)
            if parser.SkippedEntityHandler is not None:
                parser.SkippedEntityHandler(found[1], True)
        elif entity[0] is None:
            document.unread = True
        else:
            inner, at = entity[0], 0
            try:
                while at < len(inner):
                    end = parser._misc(inner, at)
                    at = end if end >= 0 else self.declaration(inner, at)
            except Incomplete:
                raise Malformed(SYNTAX, place) from None
            except Malformed as e:
                raise Malformed(e.code, place) from None
        return found.end()

    def _end(self, text, place):
        place = tokens.skip_space(text, place)
        if place != len(text) - 1:
            raise Malformed(SYNTAX, place)

    def _entity(self, text, place):
        is_parameter = text[place] == "%" and tokens.SPACE.match(text, place + 1) is not None
        if is_parameter:
            place = tokens.skip_space(text, place + 1)
        end = tokens.name_at(text, place)
        name = text[place:end]
        i = tokens.skip_space(text, end)
        value = notation = None
        system_id, public_id, after = self._external_id(text, end)
        if after == end:
            stop = tokens.literal(text, i)
            value = self._entity_value(text[i + 1:stop - 1], i)
            after = stop
        else:
            i = tokens.skip_space(text, after)
            if text.startswith("NDATA", i):
                i = tokens.skip_space(text, i + 5)
                after = tokens.name_at(text, i)
                notation = text[i:after]
        self._end(text, after)
        table = self._document.parameters if is_parameter else self._document.entities
        parser = self._parser
        if name in table or self._document.ignores:
            return False
        table[name] = (value, system_id, public_id, notation)
        if notation is not None and parser.UnparsedEntityDeclHandler is not None:
            parser._tell("UnparsedEntityDeclHandler", "", name, parser._base, system_id, public_id, notation)
            return True
        if parser.EntityDeclHandler is None:
            return False
        parser._tell("EntityDeclHandler", "", name, int(is_parameter), value, parser._base, system_id, public_id, notation)
        return True

    def _entity_value(self, raw, place):
        """References to characters are replaced where an entity is declared, those to entities where it is used."""
        parts, at = [], 0
        while (found := re.compile("&#|%").search(raw, at)) is not None:
            parts.append(raw[at:found.start()])
            if found[0] == "%":
                raise Malformed(10, place)
            at, character, _ = tokens.reference_at(raw, found.start())
            # Such a character is no markup when the entity is used.
            parts.append(f"&#{ord(character)};" if character in "<&" and character == "&" else character)
        parts.append(raw[at:])
        return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")

    def _notation(self, text, place):
        end = tokens.name_at(text, place)
        system_id, public_id, after = self._external_id(text, end)
        self._end(text, after)
        parser = self._parser
        if parser.NotationDeclHandler is None:
            return False
        parser._tell("NotationDeclHandler", "", text[place:end], parser._base, system_id, public_id)
        return True

    def _element(self, text, place):
        end = tokens.name_at(text, place)
        name = text[place:end]
        content = re.sub("[ \t\r\n]+", "", text[tokens.skip_space(text, end):-1])
        if content in ("EMPTY", "ANY"):
            model = (_EMPTY if content == "EMPTY" else _ANY, 0, None, ())
        elif content.startswith("(#PCDATA"):
            names = re.fullmatch(r"\(#PCDATA((?:\|[^|()]+)*)\)(\*?)", content)
            if names is None:
                raise Malformed(SYNTAX, place)
            children = tuple((_NAME, 0, n, ()) for n in names[1].split("|") if n)
            model = (_MIXED, _QUANTIFIERS[names[2]], None, children)
        else:
            model, at = self._particle(content, 0, place)
            if at != len(content) or not content.startswith("("):
                raise Malformed(SYNTAX, place)
        parser = self._parser
        if parser.ElementDeclHandler is None:
            return False
        parser._tell("ElementDeclHandler", "", name, model)
        return True

    def _particle(self, content, at, place):
        """One part of a content model, and where it ends."""
        if content.startswith("(", at):
            children, separators = [], set()
            at += 1
            while True:
                child, at = self._particle(content, at, place)
                children.append(child)
                mark = content[at:at + 1]
                at += 1
                if mark == ")":
                    break
                separators.add(mark)
                if mark not in ("|", ",") or len(separators) > 1:
                    raise Malformed(SYNTAX, place)
            kind, name = _CHOICE if separators == {"|"} else _SEQUENCE, None
        else:
            found = tokens.NAME.match(content, at)
            if found is None:
                raise Malformed(SYNTAX, place)
            kind, name, children, at = _NAME, found[0], (), found.end()
        quantifier = content[at:at + 1] if content[at:at + 1] in ("?", "*", "+") else ""
        return (kind, _QUANTIFIERS[quantifier], name, tuple(children)), at + len(quantifier)

    def _attlist(self, text, place):
        end = tokens.name_at(text, place)
        element = text[place:end]
        declared = self._document.defaults.setdefault(element, {})
        told = False
        parser = self._parser
        i = tokens.skip_space(text, end)
        while text[i] != ">":
            end = tokens.name_at(text, i)
            attribute, i = text[i:end], tokens.skip_space(text, end)
            kind = re.compile(r"CDATA|ID(?:REFS?)?\b|ENTIT(?:Y|IES)|NMTOKENS?|(?:NOTATION[ \t\r\n]+)?\([^)]*\)").match(text, i)
            if kind is None:
                raise Malformed(SYNTAX, i)
            type_name = re.sub("[ \t\r\n]+", "", kind[0])
            i = tokens.skip_space(text, kind.end())
            default, required = None, 0
            found = re.compile("#(REQUIRED|IMPLIED|FIXED)").match(text, i)
            if found:
                i = tokens.skip_space(text, found.end())
                required = int(found[1] != "IMPLIED")
            if not found or found[1] == "FIXED":
                stop = tokens.literal(text, i)
                default = parser._value(text[i + 1:stop - 1], place)
                i = tokens.skip_space(text, stop)
                required = int(found is not None)
            if attribute not in declared and not self._document.ignores:
                declared[attribute] = (default, type_name == "CDATA")
                if parser.AttlistDeclHandler is not None:
                    told = True
                    parser._tell("AttlistDeclHandler", "", element, attribute, type_name, default, required)
        return told
