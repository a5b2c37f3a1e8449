# string.Formatter: str.format with replaceable parts.
import string

f = string.Formatter()
print(f.format("{0} {1!r:>6} {name:{width}}|{0.real:.2f} {items[1]} {items[k][0]}", 3.5, "x", name="n", width=4, items={1: "one", "k": ["v"]}))
print(f.format("{} {} {a}", 1, 2, a=3), f.vformat("{0}{x}", (1,), {"x": 2}), f.format("{{}} {{{}}}", 5))
print(list(f.parse("a{b.c[0]!r:>{w}}{{x}}{}y{z:}")), list(f.parse("")), list(f.parse("plain")))
print(f.get_field("0.real", (5,), {}), f.get_field("d[key]", (), {"d": {"key": 1}}), f.get_value(0, ("v",), {}))
print(f.convert_field(5, "r"), f.convert_field("é", "a"), f.format_field(3.14159, ".2f"))


class Defaults(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}?>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return value * int(spec[1:]) if spec.startswith("*") else super().format_field(value, spec)


print(Defaults().format("{name!u} {missing} {0:*3} {0!s:>5}", "ab", name="ann"))


class Checked(string.Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)), "of", len(args), sorted(kwargs))


print(Checked().format("{0} {a}", 1, 2, a=3, b=4))


def attempt(text, *args, **kwargs):
    try:
        print(f.format(text, *args, **kwargs))
    except Exception as e:
        print(repr(text), type(e).__name__, e)


attempt("{", 1)
attempt("}", 1)
attempt("{0", 1)
attempt("{!x}", 1)
attempt("{0!rx}", 1)
attempt("{a{b}}", 1)
attempt("{0[}", 1)
attempt("{0[1]x}", [1, 2])
attempt("{0.}", 1)
attempt("{0[]}", 1)
attempt("{} {0}", 1)
attempt("{0} {}", 1)
attempt("{:{:{:}}}", 1, 2, 3)
attempt("{9}", 1)
attempt("{nope}", 1)
attempt("{0:{1}}", 5, "x")
attempt("{0.nope}", 5)
try:
    f.format()
except TypeError as e:
    print(e)
