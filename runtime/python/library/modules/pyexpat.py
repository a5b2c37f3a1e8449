# SPDX-License-Identifier: MIT
"""A parser of XML that tells what it finds (CPython: `pyexpat`, which is expat). Handlers, errors and their places are
expat's; the parser is ours: _xml_reader reads, finds tokens with _xml_tokens, and document types with _xml_doctype."""

import sys
import types

from _xml_errors import CANT_CHANGE_FEATURE_ONCE_PARSING, FINISHED, TABLE, Malformed
from _xml_namespaces import XML_NAMESPACE
from _xml_reader import Document, Reader

EXPAT_VERSION = "expat_2.6.3"
version_info = (2, 6, 3)
native_encoding = "UTF-8"
features = [("sizeof(XML_Char)", 1), ("sizeof(XML_LChar)", 1), ("XML_DTD", 0), ("XML_CONTEXT_BYTES", 1024), ("XML_NS", 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)

_HANDLERS = (
    "StartElementHandler EndElementHandler ProcessingInstructionHandler CharacterDataHandler UnparsedEntityDeclHandler "
    "NotationDeclHandler StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler StartCdataSectionHandler "
    "EndCdataSectionHandler DefaultHandler DefaultHandlerExpand NotStandaloneHandler ExternalEntityRefHandler StartDoctypeDeclHandler "
    "EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler AttlistDeclHandler SkippedEntityHandler"
).split()


class ExpatError(Exception):
    pass


ExpatError.__module__ = "xml.parsers.expat"
error = ExpatError


def ErrorString(code, /):
    row = TABLE.get(code)
    return row[1] if row else None


errors = types.ModuleType("pyexpat.errors", "Constants used to describe error conditions.")
errors.codes = {message: code for code, (_, message) in TABLE.items()}
errors.messages = {code: message for code, (_, message) in TABLE.items()}
vars(errors).update({"XML_ERROR_" + name: message for name, message in TABLE.values()})

model = types.ModuleType("pyexpat.model", "Constants used to interpret content model information.")
vars(model).update(
    XML_CTYPE_EMPTY=1, XML_CTYPE_ANY=2, XML_CTYPE_MIXED=3, XML_CTYPE_NAME=4, XML_CTYPE_CHOICE=5, XML_CTYPE_SEQ=6,
    XML_CQUANT_NONE=0, XML_CQUANT_OPT=1, XML_CQUANT_REP=2, XML_CQUANT_PLUS=3,
)  # fmt: skip
sys.modules["pyexpat.errors"], sys.modules["pyexpat.model"] = errors, model


def _switch(name):
    """An attribute that is True or False, whatever is put there."""
    return property(lambda self: getattr(self, name), lambda self, value: setattr(self, name, bool(value)))


class xmlparser(Reader):
    __slots__ = (
        *_HANDLERS, "CurrentByteIndex", "CurrentColumnNumber", "CurrentLineNumber", "ErrorCode", "_base", "_bindings", "_buffer_size",
        "_buffer_text", "_collected", "_decoder", "_document", "_encoding", "_expanding", "_finished", "_foreign", "_in_cdata",
        "_namespace_prefixes", "_ordered_attributes", "_place", "_raw", "_reads_doctype", "_reparse", "_separator",
        "_specified_attributes", "_stack", "_state", "_text", "__weakref__", "intern",
    )  # fmt: skip

    def __init__(self, encoding, separator, intern):
        self._encoding, self._separator = encoding, separator
        self.intern = {} if intern is None else intern
        self._buffer_text = self._namespace_prefixes = self._ordered_attributes = self._specified_attributes = False
        self._buffer_size = 8192
        for name in _HANDLERS:
            setattr(self, name, None)
        self.ErrorCode = 0
        self._document = Document()
        self._base = None
        self._decoder = None
        self._raw = b""  # until the encoding is known
        self._text, self._place = "", 0
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = 1, 0, 0
        self._state = self._beginning
        self._stack = []  # names of open elements, with the bindings that they brought
        self._bindings = {"xml": XML_NAMESPACE}
        self._in_cdata = False
        self._expanding = []  # names of the entities that are being expanded
        self._collected = []  # character data, with buffer_text
        self._finished, self._reparse, self._foreign = False, True, False
        self._reads_doctype = None

    buffer_text, namespace_prefixes = _switch("_buffer_text"), _switch("_namespace_prefixes")
    ordered_attributes, specified_attributes = _switch("_ordered_attributes"), _switch("_specified_attributes")
    buffer_used = property(lambda self: sum(map(len, self._collected)))

    @property
    def buffer_size(self):
        return self._buffer_size

    @buffer_size.setter
    def buffer_size(self, size):
        if not isinstance(size, int):
            raise TypeError("buffer_size must be an integer")
        if size <= 0:
            raise ValueError("buffer_size must be greater than zero")
        if size > 0x7FFFFFFF:
            raise ValueError(f"buffer_size must not be greater than {0x7FFFFFFF}")
        if size != self._buffer_size:
            self._flush()
        self._buffer_size = size

    ErrorLineNumber = property(lambda self: self.CurrentLineNumber)
    ErrorColumnNumber = property(lambda self: self.CurrentColumnNumber)
    ErrorByteIndex = property(lambda self: self.CurrentByteIndex)

    # ---- the outside ----

    def Parse(self, data, isfinal=False, /):
        if self._finished:
            self._fail(FINISHED)
        if isinstance(data, str):
            if self._decoder is None and not self._raw:
                self._encoding = "utf-8"
            data = data.encode("utf-8", "surrogatepass")
        try:
            self._feed(bytes(data), bool(isfinal))
            self._run(bool(isfinal))
        except Malformed as e:
            self._advance(e.place)
            self._flush()
            self._fail(e.code)
        self._flush()
        if isfinal:
            self._finished = True
        return 1

    def ParseFile(self, file, /):
        if not hasattr(file, "read"):
            raise TypeError("argument must have 'read' attribute")
        while True:
            data = file.read(2048)
            if not isinstance(data, (bytes, bytearray, str)):
                raise TypeError(f"read() did not return a bytes object (type={type(data).__name__})")
            self.Parse(data, not data)
            if not data:
                return 1

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return self._text[self._place:].encode() or None

    def SetParamEntityParsing(self, flag, /):
        self._document.reads_parameters = flag != XML_PARAM_ENTITY_PARSING_NEVER
        return 1

    def UseForeignDTD(self, flag=True, /):
        if self._state != self._beginning or self._text:
            self._fail(CANT_CHANGE_FEATURE_ONCE_PARSING)
        self._foreign = bool(flag)

    def SetReparseDeferralEnabled(self, enabled, /):
        self._reparse = bool(enabled)

    def GetReparseDeferralEnabled(self):
        return self._reparse

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        parser = xmlparser(encoding, self._separator, self.intern)
        for name in (*_HANDLERS, "buffer_text", "namespace_prefixes", "ordered_attributes", "specified_attributes"):
            setattr(parser, name, getattr(self, name))
        parser._document, parser._base = self._document, self._base
        parser._bindings = dict(self._bindings)
        parser._state = parser._fragment
        return parser

    def _fail(self, code):
        self.ErrorCode = code
        e = ExpatError(f"{ErrorString(code)}: line {self.ErrorLineNumber}, column {self.ErrorColumnNumber}")
        e.code, e.lineno, e.offset = code, self.ErrorLineNumber, self.ErrorColumnNumber
        raise e


xmlparser.__module__ = "pyexpat"
XMLParserType = xmlparser




def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(
                f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}"
            )
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    if intern is not None and not isinstance(intern, dict):
        raise TypeError("intern must be a dictionary")
    return xmlparser(encoding, namespace_separator, intern)
