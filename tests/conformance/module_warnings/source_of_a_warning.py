# A warning about an object says how to find where it came from, also when the warnings module is loaded.
import asyncio
import warnings


async def forgotten():
    pass


class Box:
    def __init__(self, thing):
        self.thing = thing


async def main():
    print(type(Box(forgotten())).__name__)
    warnings.warn("about something", UserWarning, source=object())
    warnings.warn("about nothing", UserWarning)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("kept", UserWarning, source=forgotten)
    print(caught[0].source is forgotten)


asyncio.run(main())
