# The order in which the parts of calls and expressions are evaluated.
def t(value, tag=None):
    print("eval", value if tag is None else tag)
    return value


def f(*args, **kw):
    return args, sorted(kw)


print(t(f, "f")(t(1), *[t(2)], k=t(3), **{t("z"): t(4)}))
print(t(1) + t(2) * t(3) - t(4))
print({t("a"): t(1), t("b"): t(2)})
print(t([0, 1, 2], "list")[t(1) : t(2)])
d = {}
d[t("key")] = t("value")
a, d[t("second")] = t(5), t(6)
print(a, d)
print(t(0) or t(2) or t(3), t(1) and t(0) and t(5))
print(t(1) < t(5) < t(3) < t(9))
print(t("yes") if t(True) else t("no"))
x = [1, 2, 3]
x[t(0)] += t(10)
print(x)


def returns():
    for i in range(3):
        try:
            return t("returned")
        finally:
            t("finally")


print(returns())


def nothing():
    return


print(nothing(), (lambda: None)())
