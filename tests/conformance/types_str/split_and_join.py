# str: split, rsplit, splitlines, join.
print("a b  c".split(), "a b  c".split(" "), " a b ".split(), "".split(), "".split(","), "a,b,,c".split(","))
print("a b c d".split(None, 2), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), " a  b  c ".rsplit(None, 1), "a,b".split(",", 0))
print("a--b--c".split("--"), "abc".split("b"), "aXbXc".split(sep="X", maxsplit=1), "\u2003a\u00a0b".split())
print("one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines())
print("a\n\nb\n".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print(",".join("abc"), "".join(["x", "y"]), "-".join([]), ", ".join(str(n) for n in range(4)), "ab".join(("1", "2", "3")))
for work in (lambda: "a".split(""), lambda: "a".split(5), lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
