"""NodeVisitor and NodeTransformer: counting, collecting, rewriting, and running what came out."""
import ast


class Calls(ast.NodeVisitor):
    def __init__(self):
        self.names = []
        self.depth = 0

    def visit_FunctionDef(self, node):
        print("  " * self.depth + "def", node.name, [arg.arg for arg in node.args.args], "line", node.lineno)
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name):
            self.names.append((node.func.id, len(node.args), node.lineno, node.col_offset))
        self.generic_visit(node)

    def visit_Constant(self, node):
        print("  " * self.depth + "constant", repr(node.value))


source = """
def outer(a, b):
    def inner(c):
        return helper(c, outer(1, 2))
    return inner(b)

async def main():
    await helper(outer(3, 'x'))
"""
visitor = Calls()
visitor.visit(ast.parse(source))
print(visitor.names)


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.Constant(node.value * 2), node)
        return node

    def visit_Assert(self, node):
        return None

    def visit_Pass(self, node):
        return [ast.Expr(ast.Call(ast.Name("print", ast.Load()), [ast.Constant("was pass")], [])), node]


tree = ast.parse("x = 1 + 2\nassert False\nif x:\n    pass\nprint(x, 'n')\n")
tree = ast.fix_missing_locations(Doubler().visit(tree))
print(ast.unparse(tree))
exec(compile(tree, "<doubled>", "exec"))


class Power(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow):
            return ast.Call(func=ast.Name(id="pow", ctx=ast.Load()), args=[node.left, node.right], keywords=[])
        return node


expression = ast.fix_missing_locations(Power().visit(ast.parse("2 ** 3 ** 2 + n ** 2", mode="eval")))
print(ast.unparse(expression), "=", eval(compile(expression, "<power>", "eval"), {"n": 7, "pow": pow}))
for node in ast.walk(ast.parse("a + b * c")):
    print(type(node).__name__, end=" ")
print()
for field, value in ast.iter_fields(ast.parse("a if b else c", mode="eval").body):
    print(field, value.id)
print([type(child).__name__ for child in ast.iter_child_nodes(ast.parse("def f(x=1): pass").body[0])])
