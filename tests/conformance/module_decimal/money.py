# What decimal is mostly for: sums of money, interest, taxes, splitting a bill.
import asyncio
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, getcontext, localcontext

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Item:
    name: str
    price: Decimal
    count: int = 1

    @property
    def total(self):
        return self.price * self.count


items = [Item("tea", Decimal("2.35"), 3), Item("book", Decimal("18.90")), Item("pen", Decimal("0.99"), 7)]
for item in items:
    print(f"{item.name:<6}{item.price:>8}{item.count:>4}{item.total:>9}")
net = sum((item.total for item in items), Decimal("0.00"))
tax = (net * Decimal("0.19")).quantize(CENT, rounding=ROUND_HALF_UP)
print(f"net {net}, tax {tax}, gross {net + tax:,.2f}")
people = 7
share = ((net + tax) / people).quantize(CENT, rounding=ROUND_HALF_EVEN)
print(share, (net + tax) - share * people)

balance = Decimal("1000.00")
for year in range(1, 6):
    balance = (balance * Decimal("1.0375")).quantize(CENT)
    print(year, balance)
print(repr(items[0]), Decimal("2.350") == Decimal("2.35"), str(Decimal("2.350")))


async def compute(precision):
    # Contexts are context variables: each task has its own.
    with localcontext() as ctx:
        ctx.prec = precision
        await asyncio.sleep(0)
        return Decimal(1) / 7


async def main():
    print(*await asyncio.gather(*(compute(p) for p in (3, 9, 15))), getcontext().prec)


asyncio.run(main())
