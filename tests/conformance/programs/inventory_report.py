# An inventory: records from text, totals, grouping, a formatted report.
import csv
import io
from collections import defaultdict
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

TEXT = """\
code,name,group,count,price
A1,Bolt,hardware,120,0.15
B7,Lamp,light,4,24.90
A2,"Nut, large",hardware,75,0.2
C3,Chair,furniture,0,89.00
B8,Candle,light,oops,1.50
"""


class Item(NamedTuple):
    code: str
    name: str
    group: str
    count: int
    price: Decimal

    @property
    def worth(self):
        return self.count * self.price


def read(text):
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            yield Item(row["code"], row["name"], row["group"], int(row["count"]), Decimal(row["price"]))
        except ValueError as error:
            print(f"line {number}: {error}")


items = list(read(TEXT))
groups = defaultdict(list)
for item in items:
    groups[item.group].append(item)
for group, members in sorted(groups.items()):
    print(group.upper())
    for item in sorted(members, key=attrgetter("worth"), reverse=True):
        print(f"  {item.code:<4}{item.name:.<14}{item.count:>5} x {item.price:>6} = {item.worth:>9,.2f}")
    print(f"  {'total':>29} = {sum(i.worth for i in members):>9,.2f}")
print("sold out:", *(i.name for i in items if not i.count), "| dearest:", max(items, key=attrgetter("price")).name)
out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
writer.writerow(Item._fields)
writer.writerows(i._replace(count=i.count + 1) for i in items)
print(out.getvalue(), end="")
