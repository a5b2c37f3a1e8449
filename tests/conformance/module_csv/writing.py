"""csv.writer and DictWriter: when fields are quoted, line ends, dialects of one's own."""
import csv
import io
import os
import sys
import tempfile
from decimal import Decimal

os.chdir(tempfile.mkdtemp())

rows = [["plain", 1, 2.5, None, True], ["with,comma", 'say "hi"', "two\nlines", "", "tab\t"], [], [""], [Decimal("1.10"), 10**20, b"x", (1, 2)]]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NOTNULL, csv.QUOTE_STRINGS):
    out = io.StringIO()
    writer = csv.writer(out, quoting=quoting)
    writer.writerows(rows)
    print(quoting, ascii(out.getvalue()))

writer = csv.writer(sys.stdout, delimiter="|", lineterminator="\n", quotechar="'")
print(writer.writerow(["it's", "a|b", "c"]))
csv.writer(sys.stdout, quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n").writerow(["a,b", 'q"', "back\\slash", "n\nl"])
csv.writer(sys.stdout, doublequote=False, escapechar="^", lineterminator="\n").writerow(['q"q', "c^c", "x,y"])

writer = csv.DictWriter(sys.stdout, ["id", "name"], lineterminator="\n", restval="-")
print(writer.writeheader())
writer.writerow({"id": 1, "name": "Ann"})
writer.writerows([{"id": 2}, {"name": "Bob, Jr.", "id": 3}])
csv.DictWriter(sys.stdout, ["id"], extrasaction="ignore", lineterminator="\n").writerow({"id": 4, "other": 5})
for attempt in (
    lambda: writer.writerow({"id": 1, "surplus": 2}),
    lambda: csv.writer(sys.stdout, quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: csv.writer(sys.stdout, quoting=csv.QUOTE_NONE).writerow([""]),
    lambda: csv.writer(sys.stdout).writerow(5),
    lambda: csv.writer(5),
    lambda: csv.DictWriter(sys.stdout, ["a"], extrasaction="explode"),
):
    try:
        attempt()
    except (csv.Error, ValueError, TypeError) as error:
        print(type(error).__name__, "|", error)

with open("people.csv", "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerows([["who", "what"], ["Zoë", "a\r\nb"]])
with open("people.csv", newline="", encoding="utf-8") as file:
    print(list(csv.reader(file)))
with open("people.csv", "rb") as file:
    print(file.read())
