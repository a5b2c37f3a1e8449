# match: literals, captures, alternatives, guards, sequences.
def describe(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1.5:
            return "negative float"
        case "yes" | "no" as word:
            return f"word {word}"
        case True:
            return "true (1 matched before)"
        case None:
            return "none"
        case b"raw":
            return "bytes"
        case int() | float() if x > 100:
            return "big"
        case []:
            return "empty sequence"
        case [one]:
            return f"one element {one!r}"
        case ["go", direction]:
            return f"go {direction}"
        case [first, *rest] if first == 0:
            return f"starts with 0, then {rest}"
        case (a, (b, c)):
            return f"nested {a} {b} {c}"
        case [_, _, *_, last]:
            return f"at least three, last {last}"
        case str(text):
            return f"text {text}"
        case _:
            return "something else"


for x in (0, 2, True, -1.5, "yes", "maybe", None, b"raw", 500, 50, 101.5, [], (), [7], ["go", "north"], [0, 1, 2], (1, (2, 3)), [1, 2, 3, 4], "", {}, {1}, 0.0, range(2), 3 + 4j):
    print(repr(x), "->", describe(x))


def no_match(x):
    match x:
        case 1:
            return "one"
    return "fell through"


print(no_match(1), no_match(2))
match = 5
case = match + 1
print(match, case)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match "ab":
    case [*_]:
        print("strings are no sequences")
    case other:
        print("captured", other)
