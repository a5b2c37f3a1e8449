# Floats in a table.
print(f"{'°C':>6} {'°F':>8}")
for c in range(-40, 101, 20):
    f = c * 9 / 5 + 32
    print(f"{c:>6} {f:>8.1f}")
readings = [21.5, 22.0, 19.75, 23.25]
print("mean", sum(readings) / len(readings), "max", max(readings), "min", min(readings))
print("rounded", [round(r) for r in readings], round(sum(readings) / 4, 2))
average = sum(readings) / len(readings)
print("deviation", [r - average for r in readings])
print(0.1 + 0.2, 1 / 3, 2 / 3, 10 / 2, 7 // 2, 7 % 2, 2**0.5, 1e3, 5e-7)
