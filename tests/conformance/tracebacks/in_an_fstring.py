# An expression inside an f-string fails.
values = [1, 2, 3]
print(f"first {values[0]} and last {values[-1]:>5}")
print(f"sum {sum(values)} and missing {values[3]:>5} and {len(values)}")
