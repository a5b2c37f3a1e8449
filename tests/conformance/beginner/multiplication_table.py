# Nested loops and alignment.
for i in range(1, 10):
    for j in range(1, 10):
        print(f"{i * j:3}", end="")
    print()
for n in range(5):
    print(" " * (4 - n) + "*" * (2 * n + 1))
for row in ["".join("#" if (x + y) % 2 else "." for x in range(8)) for y in range(4)]:
    print(row)
print("\n".join("".join(str((i * j) % 10) for j in range(1, 6)) for i in range(1, 4)))
