# Statements over several lines; the part at fault is marked.
def check(a, b, c):
    if c:
        raise TypeError("bad",
                        a)
    return a


data = {"key": {"inner": [1, 2]}}
print(check(1, 2, 0))
result = check(
    data["key"]["inner"][1],
    2,
    data["key"]["missing"][0],
)
