"""Which method an operator calls: left, right, subclass first, in place, and what NotImplemented leads to."""
import operator

SYMBOLS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^", "matmul": "@"}


class Logged:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def method(name):
    return lambda self, other: f"{type(self).__name__}.{name}({self.name}, {other})"


for word in SYMBOLS:
    setattr(Logged, f"__{word}__", method(f"__{word}__"))
    setattr(Logged, f"__r{word}__", method(f"__r{word}__"))
a = Logged("a")
for word, symbol in SYMBOLS.items():
    print(eval(f"a {symbol} 1"), eval(f"1 {symbol} a"), eval(f"a {symbol} a"))
    b = a
    exec(f"b {symbol}= 2")
    print("  in place:", b)


class Left:
    def __add__(self, other):
        print("  Left.__add__")
        return NotImplemented

    def __lt__(self, other):
        print("  Left.__lt__")
        return NotImplemented


class Right:
    def __radd__(self, other):
        print("  Right.__radd__")
        return "right answers"

    def __gt__(self, other):
        print("  Right.__gt__")
        return "right is greater"


class Child(Left):
    def __radd__(self, other):
        print("  Child.__radd__")
        return "the subclass is asked first"


print(Left() + Right())
print(Left() < Right())
print(Left() + Child())
print(Left().__add__(1), Left() == Left(), Left() != Right())
for action in (lambda: Left() + Left(), lambda: Left() + 1, lambda: 1 + Left(), lambda: Left() < Left(), lambda: Left() - 1, lambda: Left() > 1):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Account:
    def __init__(self, balance):
        self.balance = balance

    def __iadd__(self, amount):
        self.balance += amount
        return self

    def __isub__(self, amount):
        return "not an account any more"


account = same = Account(1)
account += 5
print(account is same, same.balance)
account -= 1
print(account)
row = [1]
alias = row
row += (2,)
row *= 2
print(alias, operator.iadd(alias, [9]), alias)
holder = ([1],)
try:
    holder[0] += [2]
except TypeError as error:
    print(error, holder)
print(divmod(Logged("d"), 3) if hasattr(Logged, "__divmod__") else "no divmod", pow(a, 2), operator.matmul(a, 1))
