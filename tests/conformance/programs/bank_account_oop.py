# A small object-oriented program: inheritance, properties, class methods, operators, exceptions.
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.missing = need - have


class Account:
    _registry = {}
    fee = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        self.history = []
        type(self)._registry.setdefault(type(self).__name__, []).append(self)

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.__balance += amount
        self.history.append(("+", amount))
        return self

    def withdraw(self, amount):
        total = amount + self.fee
        if total > self.available:
            raise InsufficientFunds(total, self.available)
        self.__balance -= total
        self.history.append(("-", total))
        return self

    @property
    def available(self):
        return self.balance

    def __iadd__(self, amount):
        return self.deposit(amount)

    def __lt__(self, other):
        return self.balance < other.balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"

    def __contains__(self, amount):
        return any(a == amount for _, a in self.history)

    @classmethod
    def all(cls):
        return cls._registry.get(cls.__name__, [])

    @staticmethod
    def euros(cents):
        return f"{cents / 100:,.2f} €"


class Checking(Account):
    fee = 1

    def __init__(self, owner, balance=0, overdraft=50):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @property
    def available(self):
        return super().available + self.overdraft


class Savings(Account):
    def __init__(self, *args, rate=0.02, **kw):
        super().__init__(*args, **kw)
        self.rate = rate

    def add_interest(self):
        self.deposit(round(self.balance * self.rate))


a, b, c = Account("ana", 100), Checking("ben", 20), Savings("cho", 1000, rate=0.05)
a.deposit(50).withdraw(30)
a += 5
c.add_interest()
b.withdraw(60)
print(a, b, c, sorted([a, b, c]), max([a, b, c]), 50 in a, 51 in a)
for work in (lambda: b.withdraw(100), lambda: a.deposit(-5), lambda: setattr(a, "balance", 5), lambda: a.__balance):
    try:
        work()
    except (InsufficientFunds, ValueError, AttributeError) as error:
        print(type(error).__name__, error, getattr(error, "missing", ""))
print(a._Account__balance, Checking.all(), Savings.all(), Account._registry.keys(), Account.euros(123456789))
print(a.history, [type(x).__mro__[1].__name__ for x in (a, b, c)], vars(b)["overdraft"])
