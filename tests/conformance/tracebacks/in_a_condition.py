# A comparison deep in a condition.
ages = {"Ada": 36, "Bo": None}
for name in ages:
    if name and (ages[name] > 18 or name.startswith("B")):
        print(name, "is grown up")
