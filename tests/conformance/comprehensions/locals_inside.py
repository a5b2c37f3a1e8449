"""What locals(), eval and exec see inside comprehensions: their own variables first."""

base = 10


def in_a_function(n):
    rows = [sorted(locals()) for item in range(1)]
    return rows, sorted(locals()), [eval("item + n") for item in range(3)], ["{n}/{item}".format(**locals()) for item in "ab"]


print(in_a_function(5))
print(["item" in locals() for item in [1]], {k: v for k, v in zip("ab", [1, 2]) if "k" in locals()})
print([eval("item + base") for item in range(2)])
print([exec("base = 99") or base for _ in [1]], base)


class Names:
    prefix = "p"
    seen = [sorted(name for name in locals() if not name.startswith("_")) for letter in "x"]
    joined = [p + "!" for p in [prefix]]
    outside = sorted(name for name in locals() if not name.startswith("_"))


print(Names.seen, Names.joined, Names.outside)


def generator_has_its_own():
    hidden = 3
    try:
        return list(eval("hidden") for _ in range(1))
    except NameError as error:
        return str(error)


print(generator_has_its_own())
print([name for name in dir() if name in ("item", "k", "v")])
