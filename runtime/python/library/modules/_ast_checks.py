# SPDX-License-Identifier: MIT
"""What a tree must be before it can be compiled, in the words of CPython's validator (Python/ast.c). Trees that were parsed
are right; those that a program has built or changed may not be."""

import _ast


def checked(tree):
    """The tree; ValueError or TypeError if it cannot be compiled."""
    _Checker().node(tree)
    return tree


def _filled(node, field):
    if not getattr(node, field, None):
        raise ValueError(f"empty {field} on {type(node).__name__}")


class _Checker:
    def node(self, node):
        check = getattr(self, type(node).__name__, None)
        if check is not None:
            check(node)
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, _ast.AST):
                self.child(node, field, value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, _ast.AST):
                        self.child(node, field, item)

    def child(self, node, field, value):
        if isinstance(value, _ast.expr):
            self.context(value, self.wanted_context(node, field))
        self.node(value)

    def wanted_context(self, node, field):
        if field in ("target", "targets"):
            return "Del" if isinstance(node, _ast.Delete) else "Store"
        if field == "optional_vars" or field == "name":
            return "Store"
        if isinstance(node, (_ast.Tuple, _ast.List)) or isinstance(node, _ast.Starred):
            return type(node.ctx).__name__
        return "Load"

    def context(self, node, wanted):
        if isinstance(node, (_ast.Name, _ast.Attribute, _ast.Subscript, _ast.Starred, _ast.List, _ast.Tuple)):
            actual = type(node.ctx).__name__
            if actual != wanted:
                raise ValueError(f"expression must have {wanted} context but has {actual} instead")
        elif wanted != "Load":
            raise ValueError(f"expression which can't be assigned to in {wanted} context")

    # statements

    def FunctionDef(self, node):
        _filled(node, "body")

    AsyncFunctionDef = ClassDef = If = While = For = AsyncFor = ExceptHandler = match_case = FunctionDef

    def With(self, node):
        _filled(node, "items")
        _filled(node, "body")

    AsyncWith = With

    def Delete(self, node):
        _filled(node, "targets")

    Assign = Delete

    def Import(self, node):
        _filled(node, "names")

    Global = Nonlocal = Import

    def ImportFrom(self, node):
        if (node.level or 0) < 0:
            raise ValueError("Negative ImportFrom level")
        _filled(node, "names")

    def Match(self, node):
        _filled(node, "cases")

    def AugAssign(self, node):
        if not isinstance(node.target, (_ast.Name, _ast.Attribute, _ast.Subscript)):
            raise ValueError("expression which can't be assigned to in Store context")

    def AnnAssign(self, node):
        if node.simple and not isinstance(node.target, _ast.Name):
            raise TypeError("AnnAssign with simple non-Name target")

    def Raise(self, node):
        if node.cause and not node.exc:
            raise ValueError("Raise with cause but no exception")

    def Try(self, node):
        name = type(node).__name__
        _filled(node, "body")
        if not node.handlers and not node.finalbody:
            raise ValueError(f"{name} has neither except handlers nor finalbody")
        if not node.handlers and node.orelse:
            raise ValueError(f"{name} has orelse but no except handlers")

    TryStar = Try

    # expressions

    def BoolOp(self, node):
        if len(node.values) < 2:
            raise ValueError("BoolOp with less than 2 values")

    def NamedExpr(self, node):
        if not isinstance(node.target, _ast.Name):
            raise TypeError("NamedExpr target must be a Name")

    def Dict(self, node):
        if len(node.keys) != len(node.values):
            raise ValueError("Dict doesn't have the same number of keys as values")

    def ListComp(self, node):
        if not node.generators:
            raise ValueError("comprehension with no generators")

    SetComp = GeneratorExp = DictComp = ListComp

    def Compare(self, node):
        if not node.comparators:
            raise ValueError("Compare has no comparators")
        if len(node.comparators) != len(node.ops):
            raise ValueError("Compare has a different number of comparators and operands")

    def JoinedStr(self, node):
        for value in node.values:
            if not isinstance(value, _ast.FormattedValue) and not (isinstance(value, _ast.Constant) and isinstance(value.value, str)):
                raise ValueError(f"JoinedStr holds {type(value).__name__}, not text or FormattedValue")

    def FormattedValue(self, node):
        if node.conversion not in (-1, ord("s"), ord("r"), ord("a")):
            raise SystemError(f"Unrecognized conversion character {node.conversion}")
        if node.format_spec is not None and not isinstance(node.format_spec, _ast.JoinedStr):
            raise ValueError("FormattedValue with a format_spec that is no JoinedStr")

    def arguments(self, node):
        if len(node.defaults) > len(node.posonlyargs) + len(node.args):
            raise ValueError("more positional defaults than args on arguments")
        if len(node.kw_defaults) != len(node.kwonlyargs):
            raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")

    # patterns

    def MatchMapping(self, node):
        if len(node.keys) != len(node.patterns):
            raise ValueError("MatchMapping doesn't have the same number of keys as patterns")

    def MatchClass(self, node):
        if len(node.kwd_attrs) != len(node.kwd_patterns):
            raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")

    def MatchAs(self, node):
        if node.pattern is not None and node.name is None:
            raise ValueError("MatchAs must specify a target name if a pattern is given")

    def MatchOr(self, node):
        if len(node.patterns) < 2:
            raise ValueError("MatchOr requires at least 2 patterns")

    def MatchSingleton(self, node):
        if node.value is not None and not isinstance(node.value, bool):
            raise ValueError("MatchSingleton can only contain True, False and None")
