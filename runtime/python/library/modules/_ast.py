# SPDX-License-Identifier: MIT
"""The classes of syntax tree nodes, made from the abstract grammar of Python 3.13 (CPython makes them in C)."""

import sys

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

# One sum a line; constructors without fields need no brackets. A sum is a class, its constructors are classes below it.
_SUMS = """
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, expr? default_value) | TypeVarTuple(identifier name, expr? default_value)
"""
_PRODUCTS = """
comprehension(expr target, expr iter, expr* ifs, int is_async)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
"""
_POSITION = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_WITH_POSITION = {"stmt", "expr", "excepthandler", "pattern", "type_param", "arg", "keyword", "alias"}

_absent = object()


def _deprecated(message):
    import warnings

    depth = 2
    while sys._getframe(depth).f_globals is globals():
        depth += 1
    warnings.warn(message, DeprecationWarning, stacklevel=depth + 1)


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            plural = "" if len(fields) == 1 else "s"
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional argument{plural}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        given = set(fields[: len(args)])
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            if name not in fields and name not in cls._attributes:
                _deprecated(
                    f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. "
                    "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15."
                )
            setattr(self, name, value)
            given.add(name)
        kinds = getattr(cls, "_kinds", {})
        for name in fields:
            if name in given:
                continue
            kind = kinds.get(name)
            if kind is None:
                if "_field_types" in vars(cls) and name in cls._field_types:
                    continue
                _deprecated(
                    f"Field {name!r} is missing from {cls.__name__}._field_types. "
                    "This will become an error in Python 3.15."
                )
            elif kind.endswith("*"):
                setattr(self, name, [])
            elif kind == "expr_context":
                setattr(self, name, _load)
            elif not kind.endswith("?"):
                _deprecated(
                    f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. "
                    "This will become an error in Python 3.15."
                )

    def __reduce__(self):
        state = dict(self.__dict__)
        return type(self), (), state or None

    def __setstate__(self, state):
        self.__dict__.update(state)


AST.__module__ = "ast"


def _class(base, name, doc, fields, attributes):
    kinds = {}
    for field in fields:
        kind, field_name = field.split()
        kinds[field_name] = kind
    namespace = {"__module__": "ast", "__doc__": doc, "_fields": tuple(kinds), "__match_args__": tuple(kinds), "_kinds": kinds}
    if attributes is not None:
        namespace["_attributes"] = attributes
        if attributes:
            namespace["end_lineno"] = namespace["end_col_offset"] = None
    namespace.update((field, None) for field, kind in kinds.items() if kind.endswith("?"))
    cls = globals()[name] = type(base)(name, (base,), namespace)
    return cls


def _fields_of(text):
    name, bracket, rest = text.strip().partition("(")
    return name, [field.strip() for field in rest[:-1].split(",")] if bracket else []


def _define():
    for line in _SUMS.split("\n"):
        if not line:
            continue
        name, _, right = line.partition(" = ")
        constructors = [text.strip() for text in right.split(" | ")]
        attributes = _POSITION if name in _WITH_POSITION else ()
        base = _class(AST, name, f"{name} = " + ("\n" + " " * len(name) + " | ").join(constructors) if "(" in right else line, [], attributes)
        for text in constructors:
            _class(base, *_parts(text))
    for line in _PRODUCTS.split("\n"):
        if line:
            name, doc, fields, _ = _parts(line)
            _class(AST, name, doc, fields, _POSITION if name in _WITH_POSITION else ())


def _parts(text):
    name, fields = _fields_of(text)
    return name, text, fields, None


_define()
_load = globals()["Load"]()

_TYPES = {"identifier": str, "string": str, "int": int, "constant": object}


class _FieldTypes:
    """cls._field_types: what a field's annotation would be. Made when somebody looks."""

    def __get__(self, instance, cls):
        found = {}
        for name, kind in getattr(cls, "_kinds", {}).items():
            plain = kind.rstrip("*?")
            found[name] = _TYPES.get(plain) or globals()[plain]
            if kind.endswith("*"):
                found[name] = list[found[name]]
            elif kind.endswith("?"):
                found[name] = found[name] | None
        return found


AST._field_types = _FieldTypes()

import _ast_tree  # noqa: E402  compile() needs it; so it is fetched with this module
