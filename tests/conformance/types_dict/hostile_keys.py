"""Keys whose __eq__ or __hash__ fail, lie or change the dictionary."""


class FailingEq:
    def __eq__(self, other):
        raise ValueError("eq")

    def __hash__(self):
        return 1


class FailingHash:
    def __hash__(self):
        raise ValueError("hash")


class TextHash:
    def __hash__(self):
        return "text"


class HugeHash:
    def __hash__(self):
        return 2**100


class Clearing:
    def __eq__(self, other):
        table.clear()
        return True

    def __hash__(self):
        return 1


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


table = {FailingEq(): 1}
attempt("lookup", lambda: table[FailingEq()])
attempt("in", lambda: FailingEq() in table)
attempt("set", lambda: len({FailingEq(), FailingEq()}))
attempt("index", lambda: [FailingEq()].index(FailingEq()))
attempt("remove", lambda: [FailingEq()].remove(3))
attempt("lists", lambda: [FailingEq()] == [FailingEq()])
attempt("count", lambda: [FailingEq()].count(1))
same = FailingEq()
attempt("identical", lambda: (same in [same], [same] == [same], {same: 1}[same]))
attempt("failing hash", lambda: {FailingHash(): 1})
attempt("in a tuple", lambda: hash((1, FailingHash())))
attempt("text", lambda: hash(TextHash()))
attempt("huge", lambda: hash(HugeHash()) == hash(2**100))
table = {Clearing(): 1}
table[Clearing()] = 2
print(len(table))
for key in ([], {}, set(), bytearray(), [1], slice(1, 2), (1, [2])):
    attempt(type(key).__name__, lambda: {key: 1} and "fine")
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {float("nan"): 1, float("nan"): 2} != {})
