# print: sep, end, objects, errors.
print()
print(1, "a", None, [1], sep="-")
print("a", "b", sep="", end="!\n")
print("no newline", end="")
print(" - continued")
print(*[1, 2, 3], sep=", ")
print("x", "y", sep="\n")
print(sep="-", end="end\n")
print("a\tb", "multi\nline")
print("flush", flush=True)
print(None, True, 1.0, 1e100, b"x", (1,), {1}, {"k": "v"}, range(3), "é안🎉")
print("sep none", 1, sep=None, end=None)


class S:
    def __str__(self):
        return "my str"


class R:
    def __repr__(self):
        return "my repr"


class Bad:
    def __str__(self):
        return 5


print(S(), R(), [R()], str(R()), f"{S()}", {"k": R()})
for work in (lambda: print(sep=5), lambda: print(end=5), lambda: print(Bad()), lambda: print(nope=1), lambda: str(Bad())):
    try:
        work()
    except TypeError as error:
        print(error)
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
print("very " * 3 + "long", "a" "b", sep=" | ")
print(print("inner"))
