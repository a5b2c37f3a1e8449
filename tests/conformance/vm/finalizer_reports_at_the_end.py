"""A finalizer that runs after the program's last line can still tell the loop's exception handler, which logs."""
import asyncio

loop = asyncio.new_event_loop()


class Late:
    def __del__(self, loop=loop):
        loop.call_exception_handler({"message": "said at the very end"})


late = Late()
loop.close()
print("last line")
