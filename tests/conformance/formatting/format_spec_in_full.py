"""str.format: fields, attributes, indices, nested specifications and every presentation type."""
print("{} {} {}|{0} {1} {0}|{a} {b}".replace("|", " ").format(1, 2, 3) if False else "{0} {1} {0} {a} {b}".format(1, 2, a=3, b=4))
print("{} {}".format("x", "y"), "{0[0]} {0[1]} {1[key]} {2.real} {2.imag}".format([10, 20], {"key": "v"}, 3 + 4j))
print("{:>8}|{:<8}|{:^8}|{:*^8}|{:08}|{:+}|{: }|{:-}".format("r", "l", "c", "s", 42, 42, 42, -42))
print("{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:#X} {:c} {:d} {:n}".format(10, 10, 255, 255, 10, 10, 255, 255, 65, 42, 1234))
print("{:e} {:.2e} {:E} {:f} {:.3f} {:F} {:g} {:.3g} {:G} {:%} {:.1%}".format(*[12345.678] * 11))
print("{:,} {:_} {:,.2f} {:_b} {:_x} {:010,} {:>+12,.1f}".format(1234567, 1234567, 1234567.891, 1023, 2**20, 1234, 9876543.21))
print("{:=+8d} {:=08} {:0=8} {:x<8d} {:<08}".format(-42, 42, -42, 42, 42))
print("{:{}} {:{w}.{p}} {:{fill}{align}{w}}".format("a", 5, 3.14159, "b", w=10, p=3, fill="-", align="^"))
print("{!r} {!s} {!a} {!r:>6} {0!r}".replace(" {0!r}", "").format("é", "é", "é", "x"))
print("{{}} {{{}}} }}{{".format(1), "{:{{}}".format if False else "", "{0:}".format(5), "{:s} {:.2} {:5.1}|".format("str", "cut", "cut"))
print("{:.0f} {:.0f} {:.0f} {:.2f} {:.1f}".format(0.5, 1.5, 2.5, 2.675, 0.25), "{:#.0f} {:#g} {:z.1f}".format(1.0, 1.0, -0.01))
print("{:j^5}{:j>3}".format(1j, 2j), "{:.2f} {:.1e} {:+}".format(1 + 2j, 1 + 2j, 1 + 2j), "{:d} {}".format(True, True), "{:5}|{:<5}|{:>5}|".format(True, None if False else "n", 1.0))
print(format(3.14159, ".2f"), format(255, "x"), format("a", ">3"), format(None), format([1], ""), format(1e6, ","), format(10**20, "_d"), format(0, "+"), format(-0.0, "+.1f"))
for template, arguments in (
    ("{}", ()), ("{1}", (0,)), ("{a}", ()), ("{} {0}", (1, 2)), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{0", (1,)), ("{!x}", (1,)), ("{!}", (1,)), ("{:d}", ("a",)), ("{:x}", (1.5,)),
    ("{:s}", (1,)), ("{:5.2d}", (1,)), ("{:,s}", ("a",)), ("{:=5}", ("a",)), ("{:+}", ("a",)), ("{:c}", (-1,)), ("{:.}", (1.5,)), ("{0.x}", (1,)), ("{0[x]}", (1,)), ("{0[5]}", ([1],)), ("{0[]}", ([1],)), ("{0.}", (1,)), ("{:{}}", (1,)), ("{:q}", (1,)), ("{:d}", ([],)), ("{:5}", ({},)), ("{:5}", (None,)), ("{:,_}", (1,)), ("{:_,}", (1,)), ("{:,n}", (1,)), ("{:#s}", ("a",)), ("{:0<}", (1,)),
):
    try:
        print(repr(template), repr(template.format(*arguments)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
