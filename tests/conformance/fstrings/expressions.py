# f-strings: expressions, conversions, nesting, =, quotes inside (3.12).
name, n, items = "Mina", 3, [1, 2, 3]
print(f"{name} {n + 1} {items[0]} {name.upper()} {len(items)} {n if n > 2 else 'small'} {[x * 2 for x in items]}")
print(f"{name!r} {name!s} {name!a} {'é'!a} {name!r:>10} {n!r:0>4}")
print(f"{n=} {n = } {n=:03d} {name=} {name=!s} {items[0]+1=} {len(name)=:>5} { n = !r}")
print(f"{{}} {{{n}}} {{n}} {'{'}{'}'}", f"{n:{n}}", f"{3.14159:{n}.{2}f}", f"{name:>{n * 3}}", f"{name:{'>'}{10}}")
print(f"{f'{f"{n}"}'}", f"{'a' if n else "b"}", f"{"nested " + 'quotes'}", f"{items["0" and 0]}", f'{name + "'"}')
print(f"{(lambda x: x * 2)(n)}", f"{ {'a': 1}['a'] }", f"{ {1, 1} }", f"{n!r}", f"{n:,}", f"{(n := 10)} {n}", f"{n:=5}")
print(f"two {n}" " plain " f"{name}", "{n}" f"{n}", rf"\n{n}", f"tab\t{n}\x41", f"{'\n'.join(['a', 'b'])}")
print(f"""multi
{name}
  {n:>5}
""")
print(f"{
    n + 1  # a comment inside
}", f"{n,}", f"{1, 2}", f"{*items,}", f"{n > 2 and n != 4}", f"{n!=3}")
print(f"", f"{''}", f"{None}", f"{'안녕'}님", f"{b'x'}", f"{1_000:_}", f"{True}", f"{...}", f"{print}"[:10])
value = 12.3456
width, precision = 10, 4
print(f"result: {value:{width}.{precision}}|{value:<{width}}|{value:^{width}.1f}|{value!s:*^{width + 2}}")
try:
    f"{undefined}"
except NameError as error:
    print(error)
try:
    f"{name:d}"
except ValueError as error:
    print(error)
for i, row in enumerate([("apple", 1.5), ("kiwi", 0.25)]):
    print(f"{i:>2}. {row[0]:<8}{row[1]:>6.2f}")
