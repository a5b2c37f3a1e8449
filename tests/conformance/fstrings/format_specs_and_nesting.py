# f-strings: nested specs, conversions, quotes, debugging, multiline, lambdas.
import datetime
import decimal

name, width, precision, value = "Ada", 10, 3, 12345.6789
print(f"[{name:>{width}}] [{name:*^{width}}] [{value:{width}.{precision}f}] [{value:,.2f}] [{value:_.1f}] [{value:.{precision}e}] [{value:g}]")
print(f"{255:#x} {255:08b} {255:o} {-5:+d} {5: d} {1000000:,} {0.256:.1%} {65:c} {3.0} {10**20:e} {True:d} {True} {None!s:>6}")
print(f"{name!r} {name!s} {'é'!a} {name!r:>8} {name=} {name = } {name=!s} {value=:.1f} {1 + 1 = } {name.upper()=}")
print(f"{{}} {{{name}}} {'{'} {"nested 'quotes'"} {f"{f'{1}'}"} {'a' if value else 'b'} {(lambda x: x * 2)(4)} {[n for n in range(3)]} { {'k': 1}['k'] }")
print(f"{datetime.date(2024, 5, 6):%d/%m/%Y} {decimal.Decimal('3.14159'):.2f} {name[0]}{name[-1]} {name[::-1]} {len(name):02} {'x':{'>'}{5}}")
print(f"""{
    name  # a comment
    .lower()
}
 tail""" f" {width}" " plain {width}" rf"\n{width}\d" Rf"{name}\t")
print(f"{'a\nb'}", f"\x41{name}\u00e9", f"{'\\'}", f"{name
}", f"{value:{'.' + str(precision)}f}", f"{'':5}|", f"{name:.2}")


class Money:
    def __format__(self, spec):
        return f"<{spec or 'empty'}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


m = Money()
print(f"{m} {m:abc} {m!r} {m!s:>5} {m:{width}} {m=} {m=:x}", "{:q} {!r}".format(m, m), format(m, "z"))
for work in (lambda: f"{'a':d}", lambda: f"{5:s}", lambda: f"{1.5:d}", lambda: f"{[]:>5}", lambda: f"{undefined}", lambda: f"{5:zz}", lambda: f"{1:.3d}", lambda: f"{'a':,}", lambda: f"{'a':=5}"):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
