# Which special methods an operator asks, and in which order, when some of them answer NotImplemented.
log = []


def note(text, result=NotImplemented):
    log.append(text)
    return result


class A:
    name = 'A'

    def __add__(self, other):
        return note(f'{self.name}.add')

    def __radd__(self, other):
        return note(f'{self.name}.radd')

    def __iadd__(self, other):
        return note(f'{self.name}.iadd')

    def __lt__(self, other):
        return note(f'{self.name}.lt')

    def __gt__(self, other):
        return note(f'{self.name}.gt')

    def __eq__(self, other):
        return note(f'{self.name}.eq')

    __hash__ = None


class B(A):  # a subclass without methods of its own
    name = 'B'


class C(A):  # a subclass with its own
    name = 'C'

    def __radd__(self, other):
        return note('C.own radd')

    def __gt__(self, other):
        return note('C.own gt')

    def __eq__(self, other):
        return note('C.own eq')


class D:
    def __radd__(self, other):
        return note('D.radd', 'D has it')

    def __gt__(self, other):
        return note('D.gt', 'D is less')


class Only:
    def __ne__(self, other):
        return note('Only.ne', 'differs')


class Number(int):
    def __radd__(self, other):
        return note('Number.radd')

    def __add__(self, other):
        return note('Number.add')

    def __eq__(self, other):
        return note('Number.eq')

    __hash__ = int.__hash__


class Row(list):
    def __add__(self, other):
        return note('Row.add')

    def __iadd__(self, other):
        return note('Row.iadd')

    def __rmul__(self, other):
        return note('Row.rmul')


def attempt(text, **names):
    log.clear()
    try:
        if ' += ' in text:
            exec(text, names)
            result = names[text.split()[0]]
        else:
            result = eval(text, names)
    except TypeError as error:
        result = f'TypeError: {error}'
    print(f'{text:8} {", ".join(log) or "-":40} {result if not isinstance(result, A) else "an A"}')


values = dict(a=A(), b=B(), c=C(), d=D(), o=Only(), n=Number(5), r=Row([1]))
for left in 'abcd':
    for right in 'abcd':
        for operator in '+', '<', '==', '!=', '+=':
            attempt(f'{left} {operator} {right}', **values)
for text in ('a + 1', '1 + a', 'a += 1', 'a < 1', '1 < a', 'a == 1', '1 == a', 'a != 1', '1 != a', 'd + 1', '1 + d', 'd < 1', '1 < d',
             'o != 1', '1 != o', 'o == 1', 'n + 1', '1 + n', '1 + True', 'n == 5', '5 == n', 'n != 5', '5 != n', 'r + [2]', '[2] + r',
             'r += [2]', '2 * r', 'r * 2', '"x" + d', '[1] + d', '(1,) + d', '1.5 + d', 'None + d', 'a + d'):
    attempt(text, **values)


# The same where the compiler knows the operands: locals and constants, and where a jump follows.
def fused(x, y):
    log.clear()
    try:
        print(x + y, end=' ')
    except TypeError as error:
        print(error, end=' ')
    try:
        print('less' if x < y else 'not less', end=' ')
    except TypeError as error:
        print(error, end=' ')
    print('equal' if x == y else 'unequal', 'same' if not x != y else 'other', log)


def constants(x):
    log.clear()
    for attempt in (lambda: x + 1, lambda: x - 1):
        try:
            print(attempt(), end=' ')
        except TypeError as error:
            print(error, end=' ')
    print('equal' if x == 1 else 'unequal', 'less' if x != 2 and x == 3 else 'more', log)


fused(A(), D())
fused(A(), C())
fused(1, D())
fused(D(), 1)
constants(A())
constants(D())
constants(Number(1))
