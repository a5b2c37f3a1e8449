"""Nodes made by hand: constructors, fields, defaults, comparison of classes, copying; and compiling what was built."""
import ast
import copy
import pickle
import warnings

node = ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2))
print(node._fields, node._attributes, ast.Name._fields, ast.AST._fields)
print(ast.dump(node), ast.unparse(node))
print(isinstance(node, ast.expr), isinstance(node.op, ast.operator), issubclass(ast.If, ast.stmt), ast.Pass.__mro__[1].__name__)
print(ast.BinOp.__doc__, "|", ast.Name.__doc__, "|", ast.operator.__doc__, "|", ast.Load.__doc__)
print(ast.BinOp.__module__, ast.BinOp.__match_args__, repr(node)[:20])
print(ast.FunctionDef._field_types["name"], ast.FunctionDef._field_types["body"], ast.Return._field_types)

name = ast.Name("x")
print(ast.dump(name), ast.dump(ast.Call(ast.Name("f"))), ast.Return().value, ast.List().elts)
name.lineno = 3
print(name.lineno, getattr(name, "col_offset", "none"), name.end_lineno)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    ast.BinOp(ast.Constant(1), ast.Add())
    ast.Name("x", colour="red")
for warning in caught:
    print(warning.category.__name__, warning.message)
for attempt in (lambda: ast.Name("a", ast.Load(), 3), lambda: ast.Name("a", id="b"), lambda: ast.Pass(1)):
    try:
        attempt()
    except TypeError as error:
        print("TypeError:", error)

twin = copy.deepcopy(node)
print(twin is not node, ast.dump(twin) == ast.dump(node), ast.dump(pickle.loads(pickle.dumps(node))))

match node:
    case ast.BinOp(ast.Constant(left), ast.Add(), ast.Constant(right)):
        print("adds", left, right)

function = ast.FunctionDef(
    name="greet",
    args=ast.arguments(args=[ast.arg("who")], defaults=[ast.Constant("world")]),
    body=[ast.Return(ast.JoinedStr([ast.Constant("hello "), ast.FormattedValue(ast.Name("who"), -1)]))],
)
module = ast.fix_missing_locations(ast.Module([function], []))
print(ast.unparse(module))
scope = {}
exec(compile(module, "<built>", "exec"), scope)
print(scope["greet"](), scope["greet"]("you"))
print(eval(compile(ast.Expression(ast.fix_missing_locations(ast.Tuple([ast.Constant(-1), ast.Constant((1, 2)), ast.Constant(2j)], ast.Load()))), "", "eval")))
ast.increment_lineno(module, 10)
print(module.body[0].lineno, ast.dump(ast.parse("1").body[0].value, include_attributes=True))

wrong = [
    ast.Module([ast.Pass()], []),
    ast.Module([ast.Assign([ast.Name("x")], ast.Constant(1))], []),
    ast.Module([ast.If(ast.Constant(1), [], [])], []),
    ast.Module([ast.Expr(ast.Pass())], []),
    ast.Module([ast.Expr(ast.Name(5))], []),
    ast.Module([ast.Delete([])], []),
    ast.Module([ast.Expr(ast.Constant([1]))], []),
    ast.Module([ast.Try([ast.Pass()], [], [], [])], []),
    ast.Expression(ast.Constant(1)),
    ast.Module([ast.Return(ast.Constant(1))], []),
]
for i, tree in enumerate(wrong):
    if i:
        ast.fix_missing_locations(tree)
    try:
        compile(tree, "<wrong>", "exec")
    except Exception as error:
        shown = str(error)
        print(type(error).__name__, "|", shown[: shown.index(" at 0x")] if " at 0x" in shown else shown)
try:
    compile(3, "<x>", "exec")
except TypeError as error:
    print(error)
