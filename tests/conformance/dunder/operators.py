# Operator overloading: binary, reflected, in place, unary.
class V:
    def __init__(self, *n):
        self.n = n

    def __repr__(self):
        return f"V{self.n}"

    def __add__(self, o):
        return V(*self.n, *o.n) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return V(o, *self.n)

    def __sub__(self, o):
        return f"sub {o}"

    def __rsub__(self, o):
        return f"rsub {o}"

    def __mul__(self, o):
        return V(*(x * o for x in self.n))

    __rmul__ = __mul__

    def __matmul__(self, o):
        return "matmul"

    def __truediv__(self, o):
        return "truediv"

    def __floordiv__(self, o):
        return "floordiv"

    def __mod__(self, o):
        return "mod"

    def __divmod__(self, o):
        return "divmod"

    def __pow__(self, o, m=None):
        return f"pow {o} {m}"

    def __rpow__(self, o):
        return f"rpow {o}"

    def __lshift__(self, o):
        return "lshift"

    def __rrshift__(self, o):
        return "rrshift"

    def __and__(self, o):
        return "and"

    def __ror__(self, o):
        return "ror"

    def __xor__(self, o):
        return "xor"

    def __iadd__(self, o):
        self.n += (o,)
        return self

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, d=None):
        return f"round {d}"

    def __index__(self):
        return 2

    def __float__(self):
        return 1.5

    def __complex__(self):
        return 1j

    def __bool__(self):
        return bool(self.n)


v = V(1, 2)
print(v + V(3), 0 + v, v - 1, 1 - v, v * 2, 3 * v, v @ 1, v / 1, v // 1, v % 1, divmod(v, 1), v**2, 2**v, pow(v, 2, 5))
print(v << 1, 1 >> v, v & 1, 1 | v, v ^ 1, -v, +v, ~v, abs(v), round(v), round(v, 2))
print([10, 20, 30][v], float(v), complex(v), int(v), hex(v), bool(V()), "abc"[v], range(5)[v])
w = v
w += 9
print(v, w is v)
w *= 2
print(v, w, w is v)


class Sub(V):
    def __radd__(self, o):
        return "subclass goes first"


print(V(1) + Sub(2), sum([V(1), V(2)]))
for work in (lambda: v + 1, lambda: 1 & v, lambda: v >> 1, lambda: v < v, lambda: v[0], lambda: len(v), lambda: v(), lambda: v @ 1 @ v, lambda: iter(v), lambda: 1 in v, lambda: v << v << v):
    try:
        print(work())
    except TypeError as error:
        print(error)
