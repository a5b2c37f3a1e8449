# SyntaxWarnings come before the program's output.
def f(x):
    if x is 5:
        return "is with a literal"
    assert (x, "a tuple is always true")
    return "\d"


print(f(5), f(6))
print(lambda: (1, 2)(3), "never called") if False else print("done")
