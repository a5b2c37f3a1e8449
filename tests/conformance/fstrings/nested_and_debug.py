"""f-strings in full: nesting, debugging, conversions, quotes, lambdas and dictionaries inside."""
import datetime
import decimal

name, width, precision = "world", 12, 3
value = decimal.Decimal("12.34567")
print(f"{name!r:>{width}}|{name:^{width}}|{name:*<{width}}|{value:{width}.{precision}}|")
print(f"{name=} {name = } {name=!s} {name=:>8} {1 + 2=} {width*2 = :#x}")
print(f"{'nested ' + f'{name + f"{width}"}'} {f"{f"{f"{1}"}"}"}")
print(f"{ {'a': 1}['a'] } {(lambda x: x * 2)(4)} {[n for n in range(3)]} { {n for n in [1]} }")
print(f"{{}} {{{name}}} {{{{{name}}}}}")
print(f"{'a' if width > 5 else 'b'} {width > 5 and 'yes'} {not width} {-width} {+width} {~width}")
print(f"{1:{'0'}>{5}} {3.14159:{width}.{precision}f} {12345.678:,.2f} {12345678:_} {255:#x} {255:08b} {-5:+d} {5: d}")
print(f"{datetime.date(2024, 2, 29):%d.%m.%Y} {datetime.datetime(2024, 1, 2, 3, 4, 5):%H:%M} {datetime.timedelta(hours=30)}")
print(f"""{
    name  # a comment inside
    + "!"
}""")
print(f'{name
        .upper()}' f" joined {width}" " plain " rf"\n{name}\t")
print(f"{'\n'.join(['two', 'lines'])}", f"{"same quotes"}", f"{'\u00e9'} \x41 \N{BULLET}" if False else f"{'\u00e9'} \x41")
print(f"{1e10} {1e16} {1e-5} {0.1 + 0.2} {1/3:.3%} {1234567.0:g} {1e100:.3e} {float('inf'):f} {float('nan'):>6}")


class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        return f"<{spec!r}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


t = Temperature(20)
print(f"{t} {t:} {t:abc} {t!s} {t!r:>6} {t!a} {t:{name}-{width}} {t=} {t=!s} {t=:x}")
x = 5
print(f"{x:=5}|{x:<5}|{x:^5}|{(y := x * 2)}|{y}|{x!r:^{width}}")
print(f"{x:{'{'}>{10}}", f"{'}'}", f"{'a' 'b'}", f"{'#'}", f"{x:#06x}", f"{x:c}" + f"{65:c}")
print(f"{None} {True:d} {False!r:>7} {...} {NotImplemented} {int} {print.__name__}")
print(f"{'한글':>6}|{'日本':*^8}|{'😀':<3}|", len(f"{'😀'}"))
for bad in ("f'{}'", "f'{x'", "f'{x!}'", "f'{x!q}'", "f'}'", "f'{a b}'", "f'{x:{y}'", "f'{lambda x: 1}'", "f'{x!r!s}'", "f'{*a}'", "f'{x = !z}'", "f'{yield}'", "f'{'", "f'{:x}'", "f'{!r}'", "f'{=}'", "f'{ }'", "f'{#}'", "f'{await x}'", "f'{x;y}'", "f'{\\\\}'"):
    try:
        compile(bad, "bad", "eval")
        print(bad, "compiles")
    except SyntaxError as error:
        print(bad, "->", error.msg, error.offset, error.end_offset)
