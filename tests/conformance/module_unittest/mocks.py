"""unittest.mock: Mock, MagicMock, AsyncMock, patch in all its forms, call lists, specs."""
import asyncio
import os
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, patch, sentinel

m = Mock(return_value=3, name="service")
print(m(1, k=2), m.called, m.call_count, m.call_args, m.call_args.kwargs)
m.method.return_value = "x"
print(m.method("a").upper(), m.mock_calls, m.method_calls)
m.side_effect = [1, ValueError("second")]
print(m())
try:
    m()
except ValueError as error:
    print(repr(error))
m.assert_any_call(1, k=2)
for check in (lambda: m.assert_called_once(), lambda: m.method.assert_called_with("b"), lambda: m.assert_not_called(), lambda: m.never.assert_called()):
    try:
        check()
    except AssertionError as error:
        print("AssertionError:", error)
print(m == Mock(), Mock(side_effect=lambda x: x * 2)(21), sentinel.thing, ANY == 5)

magic = MagicMock()
magic.__len__.return_value = 4
magic.__getitem__.side_effect = lambda key: key * 2
print(len(magic), magic["ab"], bool(magic), [*magic], int(magic), magic.__enter__() is not None)
with magic as inside:
    print(inside is magic.__enter__.return_value)


class Account:
    rate = 1

    def __init__(self, owner):
        self.owner = owner

    def pay(self, amount, *, note=""):
        return amount

    async def fetch(self):
        return "real"


spec = create_autospec(Account)
account = spec("me")
account.pay.return_value = 10
print(account.pay(5, note="n"), account.pay.mock_calls)
for attempt in (lambda: account.pay(), lambda: account.steal(), lambda: spec()):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
with patch.object(Account, "pay", autospec=True, return_value=7) as pay:
    print(Account("a").pay(1), pay.call_args.args[1:])
with patch("os.getcwd", return_value="/nowhere"):
    print(os.getcwd())
with patch.dict(os.environ, {"MODE": "test"}):
    print(os.environ["MODE"])
print("MODE" in os.environ)


@patch.multiple(Account, rate=5, pay=mock.DEFAULT)
def patched(pay):
    pay.return_value = "p"
    return Account.rate, Account("x").pay(1)


print(patched(), Account.rate)
with patch.object(Account, "rate", new_callable=PropertyMock, return_value=9) as rate:
    print(Account("x").rate, rate.call_count)


async def main():
    job = AsyncMock(return_value="done", side_effect=None)
    print(await job(1), await job(2), job.await_count, job.await_args_list)
    job.assert_awaited_with(2)
    failing = AsyncMock(side_effect=RuntimeError("no"))
    try:
        await failing()
    except RuntimeError as error:
        print(repr(error))
    with patch.object(Account, "fetch") as fetch:
        fetch.return_value = "mocked"
        print(type(fetch).__name__, await Account("z").fetch())
    context = MagicMock()
    context.__aenter__.return_value = "entered"
    async with context as value:
        print(value)
    items = MagicMock()
    items.__aiter__.return_value = [1, 2]
    print([i async for i in items])


asyncio.run(main())
parent = Mock()
parent.first(1)
parent.second.third(2)
print(parent.mock_calls == [call.first(1), call.second.third(2)], parent.mock_calls)
parent.assert_has_calls([call.second.third(2)])
with patch("builtins.open", mock.mock_open(read_data="line 1\nline 2\n")) as opened:
    with open("anything") as file:
        print(file.read().split("\n"), opened.call_args)
print(repr(Mock(name="n"))[:18], Mock(spec=["only"]).only is not None, hasattr(Mock(spec=["only"]), "other"))
