# SPDX-License-Identifier: MIT
"""compile() from and to `ast` nodes: nodes to bytes and back, as runtime/python/syntax/tree_bytes.h describes."""

import struct
import sys

import _ast
import _syntax_tree

# In the order of ast::Kind, with how each is called in `ast`.
_KINDS = """
Module Interactive Expression FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor
While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue BoolOp NamedExpr
BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom Compare Call FormattedValue
JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice MatchValue MatchSingleton MatchSequence MatchMapping MatchClass
MatchStar MatchAs MatchOr TypeVar ParamSpec TypeVarTuple comprehension ExceptHandler arguments arg keyword alias withitem match_case
""".split()
_ENUMERATIONS = {
    "expr_context": "Load Store Del".split(),
    "boolop": "And Or".split(),
    "operator": "Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv".split(),
    "unaryop": "Invert Not UAdd USub".split(),
    "cmpop": "Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn".split(),
}
_ABSENT = 0xFF
_BYTE_INTS = {"simple", "is_async"}  # fields of one byte; the other ints are numbers, one higher so that -1 has a place
_NONE, _TRUE, _FALSE, _ELLIPSIS, _INT, _FLOAT, _IMAGINARY, _STR, _BYTES = range(9)

_enumerations = {kind: [getattr(_ast, name)() for name in names] for kind, names in _ENUMERATIONS.items()}
_enumerations["expr_context"][0] = _ast._load
_numbers = {kind: {name: i for i, name in enumerate(names)} for kind, names in _ENUMERATIONS.items()}
_kind_numbers = {name: i for i, name in enumerate(_KINDS)}


class _Shape:
    """How the nodes of one kind are read and written."""

    def __init__(self, name):
        self.name = name
        self.cls = getattr(_ast, name)
        self.has_position = bool(self.cls._attributes)
        # type_ignores and type comments are not in the bytes.
        self.fields = [(field, kind) for field, kind in self.cls._kinds.items() if field not in ("type_comment", "type_ignores")]


_shapes = [_Shape(name) for name in _KINDS]
_module_shape = _shapes[0]


# ---- bytes to nodes --------------------------------------------------------------------------------------------------------


class _Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def number(self):
        byte = self.data[self.at]
        self.at += 1
        if byte < 0x80:
            return byte
        result, shift = byte & 0x7F, 7
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 0x7F) << shift
            if byte < 0x80:
                return result
            shift += 7

    def text(self):
        size = self.number()
        if size == 0:
            return None
        start = self.at
        self.at += size - 1
        return self.data[start : self.at]

    def node(self):
        kind = self.data[self.at]
        self.at += 1
        if kind == _ABSENT:
            return None
        shape = _shapes[kind]
        node = shape.cls.__new__(shape.cls)
        attributes = node.__dict__
        if shape.has_position:
            number = self.number
            position = number(), number(), number(), number()
        if shape.name == "Constant":
            self.constant(attributes)
        elif shape.name == "MatchSingleton":
            attributes["value"] = (None, True, False)[self.number()]
        else:
            for field, kind in shape.fields:
                attributes[field] = self.field(kind, field)
            if shape is _module_shape:
                attributes["type_ignores"] = []
        if shape.has_position:
            attributes["lineno"], attributes["col_offset"], attributes["end_lineno"], attributes["end_col_offset"] = position
        return node

    def field(self, kind, field):
        if kind.endswith("*"):
            kind = kind[:-1]
            return [self.field(kind, field) for _ in range(self.number())]
        kind = kind.rstrip("?")
        if kind == "identifier":
            text = self.text()
            return None if text is None else sys.intern(text.decode())
        if kind in _enumerations:
            return _enumerations[kind][self.number()]
        if kind == "int":
            n = self.number()
            return n if field in _BYTE_INTS else n - 1
        return self.node()

    def constant(self, attributes):
        kind = self.data[self.at]
        base = self.data[self.at + 1]
        (number,) = struct.unpack_from("<d", self.data, self.at + 2)
        self.at += 10
        text = self.text()
        prefixed = self.data[self.at]
        self.at += 1
        if kind == _INT:
            value = int(text, base)
        elif kind == _FLOAT:
            value = number
        elif kind == _IMAGINARY:
            value = complex(0, number)
        elif kind == _STR:
            value = text.decode("utf-8", "surrogatepass")
        elif kind == _BYTES:
            value = bytes(text)
        else:
            value = (None, True, False, ...)[kind]
        attributes["value"] = value
        attributes["kind"] = "u" if prefixed else None


# ---- nodes to bytes --------------------------------------------------------------------------------------------------------


class _Writer:
    def __init__(self):
        self.out = bytearray()

    def number(self, n):
        while n >= 0x80:
            self.out.append(n & 0x7F | 0x80)
            n >>= 7
        self.out.append(n)

    def text(self, data):
        self.number(0 if data is None else len(data) + 1)
        if data:
            self.out += data

    def node(self, node, wanted):
        if node is None:
            self.out.append(_ABSENT)
            return
        base = getattr(_ast, wanted)
        if not isinstance(node, base):
            raise TypeError(f"expected some sort of {wanted}, but got {node!r}")
        kind = next((_kind_numbers[c.__name__] for c in type(node).__mro__ if c.__name__ in _kind_numbers and c.__module__ == "ast"), None)
        if kind is None:
            raise TypeError(f"expected some sort of {wanted}, but got {node!r}")
        shape = _shapes[kind]
        if shape.name == "Constant":
            parts = _computed(_required(node, "value", shape), node)
            if parts is not None:
                return self.node(parts, wanted)
        self.out.append(kind)
        if shape.has_position:
            self.position(node, wanted)
        if shape.name == "Constant":
            self.constant(node.value, getattr(node, "kind", None))
        elif shape.name == "MatchSingleton":
            self.out.append((None, True, False).index(node.value))
        else:
            for field, kind in shape.fields:
                self.field(node, field, kind, shape)

    def position(self, node, wanted):
        values = []
        for name in ("lineno", "col_offset"):
            value = getattr(node, name, None)
            if value is None:
                raise TypeError(f'required field "{name}" missing from {wanted}')
            values.append(value)
        end_line, end_column = getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)
        values += [values[0] if end_line is None else end_line, values[1] if end_column is None else end_column]
        for value in values:
            if not isinstance(value, int):
                raise ValueError(f"invalid integer value: {value!r}")
            self.number(max(value, 0))

    def field(self, node, field, kind, shape):
        if kind.endswith("*"):
            items = getattr(node, field, _ast._absent)
            if items is _ast._absent:
                items = []
            if not isinstance(items, list):
                raise TypeError(f'{shape.name} field "{field}" must be a list, not a {type(items).__name__}')
            self.number(len(items))
            for item in items:
                if item is None and field not in ("keys", "kw_defaults"):
                    raise ValueError(f"None disallowed in {_list_name(kind)} list")
                self.value(item, kind[:-1], field)
            return
        if kind.endswith("?"):
            value, kind = getattr(node, field, None), kind[:-1]
            if value is None and kind == "int":
                value = 0
        else:
            value = _required(node, field, shape)
            if value is None:
                raise ValueError(f"field '{field}' is required for {shape.name}")
        self.value(value, kind, field)

    def value(self, value, kind, field):
        if kind == "identifier":
            if value is not None and not isinstance(value, str):
                raise TypeError("AST identifier must be of type str")
            if value in ("None", "True", "False"):
                raise ValueError(f"identifier field can't represent '{value}' constant")
            self.text(None if value is None else value.encode())
        elif kind in _numbers:
            number = _numbers[kind].get(type(value).__name__)
            if number is None:
                raise TypeError(f"expected some sort of {kind}, but got {value!r}")
            self.out.append(number)
        elif kind == "int":
            if not isinstance(value, int):
                raise ValueError(f"invalid integer value: {value!r}")
            if field in _BYTE_INTS:
                self.out.append(bool(value))
            else:
                self.number(value + 1)
        else:
            self.node(value, kind)

    def constant(self, value, prefix):
        base, number, text = 10, 0.0, None
        cls = type(value)
        if value is None or value is True or value is False or value is ...:
            kind = _NONE if value is None else _TRUE if value is True else _FALSE if value is False else _ELLIPSIS
        elif cls is int and value >= 0:
            kind, base, text = _INT, 16, f"{value:x}".encode()
        elif cls is float:
            kind, number = _FLOAT, value
        elif cls is complex and value.real == 0:
            kind, number = _IMAGINARY, value.imag
        elif cls is str:
            kind, text = _STR, value.encode("utf-8", "surrogatepass")
        elif cls is bytes:
            kind, text = _BYTES, value
        else:
            raise TypeError(f"got an invalid type in Constant: {cls.__name__}")
        self.out.append(kind)
        self.out.append(base)
        self.out += struct.pack("<d", number)
        self.text(text)
        self.out.append(prefix == "u")


def _computed(value, where):
    """A constant that no literal has, as the expression that makes it; None for the others."""
    cls = type(value)

    def placed(node):
        for name in _ast._POSITION:
            setattr(node, name, getattr(where, name, None))
        return node

    def constant(part):
        return placed(_ast.Constant(part))

    if cls is int and value < 0:
        return placed(_ast.UnaryOp(_ast.USub(), constant(-value)))
    if cls is complex and (value.real or str(value.real)[0] == "-"):
        return placed(_ast.BinOp(constant(value.real), _ast.Add(), constant(complex(0, value.imag))))
    if cls is tuple:
        return placed(_ast.Tuple([constant(item) for item in value], _ast.Load()))
    return None


def _required(node, field, shape):
    value = getattr(node, field, _ast._absent)
    if value is _ast._absent:
        raise TypeError(f'required field "{field}" missing from {shape.name}')
    return value


def _list_name(kind):
    return {"expr*": "expression", "stmt*": "statement"}.get(kind, kind[:-1])


# ---- compile ---------------------------------------------------------------------------------------------------------------

_MODES = {"exec": "Module", "eval": "Expression", "single": "Interactive"}


def compile(source, filename, mode, flags, optimize):
    if mode not in _MODES:
        if mode == "func_type":
            raise NotImplementedError("compile() mode 'func_type' is not supported in Loopscope: write the signature as a function and compile that")
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    filename = filename if isinstance(filename, str) else str(filename, "utf-8") if isinstance(filename, bytes) else filename.__fspath__()
    if isinstance(source, _ast.AST):
        wanted = getattr(_ast, _MODES[mode])
        if not isinstance(source, wanted):
            raise TypeError(f"expected {_MODES[mode]} node, got {type(source).__name__}")
        if flags & _ast.PyCF_ONLY_AST:
            return source
        import _ast_checks

        writer = _Writer()
        writer.node(_ast_checks.checked(source), "mod")
        return _syntax_tree.compile(bytes(writer.out), filename, max(optimize, 0))
    if not isinstance(source, str):
        source = _decoded(bytes(source))
    if "\0" in source:
        raise SyntaxError("source code string cannot contain null bytes")
    if mode == "eval":
        source = source.lstrip(" \t")
    return _Reader(_syntax_tree.parse(source, filename, mode)).node()


def _decoded(data):
    import io
    import tokenize

    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return data.decode(encoding)
