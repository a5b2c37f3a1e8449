# The marks of a call that spans lines, with an argument that fails.
def report(title, *rows, footer=None):
    return "\n".join([title, *rows, footer or ""])


print(
    report(
        "title",
        "row 1",
        "row " + 2,
        footer="end",
    )
)
