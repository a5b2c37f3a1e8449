"""Sets: methods against operators, frozenset, subset order, changes in place and what cannot be done."""
a, b = {1, 2, 3, 4}, {3, 4, 5}


def show(value):
    return sorted(value) if isinstance(value, (set, frozenset)) else value


for text in ("a | b", "a & b", "a - b", "b - a", "a ^ b", "a.union(b, [9])", "a.intersection(b, (3,))", "a.difference([1], [2])", "a.symmetric_difference('x')", "a <= b", "{3} < b", "a >= {1}", "a == {4, 3, 2, 1}", "a != b", "a.isdisjoint({9})", "a.issubset(range(10))", "a.issuperset([1])", "frozenset(a) | b", "b | frozenset(a)", "frozenset(a) == a", "len(a)", "3 in a", "{1} in {frozenset({1})}", "set('hello') & set('world')", "{*a, *b}", "set() or 'empty'", "{1, True, 1.0}", "set([1]) is set([1])", "hash(frozenset([1, 2])) == hash(frozenset([2, 1]))", "min(a), max(a), sum(a)", "sorted({'b', 'a', 'C'}, key=str.lower)"):
    value = eval(text)
    print(text, "=", show(value), type(value).__name__)


def after(statement):
    x = {1, 2, 3}
    result = None
    try:
        result = eval(statement, {"x": x}) if not any(op in statement for op in ("|=", "&=", "-=", "^=", "del")) else exec(statement, {"x": x})
        print(statement, sorted(x, key=str), show(result))
    except Exception as error:
        print(statement, "->", type(error).__name__, error)


for statement in (
    "x.add(4)", "x.add(1)", "x.add([])", "x.add((1, []))", "x.remove(1)", "x.remove(9)", "x.discard(9)", "x.pop() in (1, 2, 3)", "x.clear()", "x.update([4], 'ab')", "x.update(5)", "x |= {9}", "x &= {1, 9}", "x -= {1}", "x ^= {1, 9}", "x |= [9]", "x.intersection_update([1])", "x.difference_update({1}, {2})", "x.symmetric_difference_update([3, 4])", "x.copy() is x", "x[0]", "x + {4}", "x | [4]", "x < [1]", "x * 2", "-x", "x.append(1)", "x.union(5)", "x == [1, 2, 3]", "del x[0]", "x()", "x.nope", "{x}", "{frozenset(x): 1}", "frozenset(x).add(1)", "set(5)", "set(1, 2)", "set(a=1)", "frozenset([[]])", "x.issubset(5)", "{[]}", "{{}}", "{1: 2} | x", "x.remove({1})",
):
    after(statement)
print(set().pop.__name__, repr(set()), repr(frozenset()), repr({1}), repr(frozenset({1})), str({"a"}), set("") == set(), {()}, {None}, {frozenset()})
try:
    set().pop()
except KeyError as error:
    print(error)
