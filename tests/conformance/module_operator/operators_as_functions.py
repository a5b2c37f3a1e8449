# Every operator has a function.
import operator as op

for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt", "le", "eq", "ne", "ge", "gt"):
    print(name, getattr(op, name)(13, 3), end="; ")
print()
print(op.neg(3), op.pos(-3), op.invert(5), op.not_(0), op.truth([]), op.abs(-2), op.index(True), op.is_(None, None), op.is_not(1, None))
print(op.contains("abc", "b"), op.countOf([1, 2, 1, True], 1), op.indexOf("hello", "l"), op.concat("a", "b"), op.getitem([1, 2], -1), op.length_hint(iter([1, 2, 3])))
items = [1, 2, 3]
op.setitem(items, 0, "x")
op.delitem(items, 1)
same = op.iadd(items, [4])
print(items, same is items, op.iadd(1, 2), op.imul("ab", 2), op.call(max, 3, 9), op.matmul.__name__)


class Matrix:
    def __matmul__(self, other):
        return ("matmul", other)

    def __imatmul__(self, other):
        return "in place"


print(op.matmul(Matrix(), 2), op.imatmul(Matrix(), 2))
for work in (lambda: op.add(1, "a"), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.length_hint([], "x"), lambda: op.add(1), lambda: op.lt(1, "a")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
table = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}
stack = []
for token in "3 4 + 2 * 7 /".split():
    if token in table:
        right, left = stack.pop(), stack.pop()
        stack.append(table[token](left, right))
    else:
        stack.append(int(token))
print(stack)
