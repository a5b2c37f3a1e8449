# add_reader and add_writer: callbacks while a descriptor is ready.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    done = asyncio.Event()
    received = []

    def read(name):
        data = there.recv(4)
        received.append(data)
        print(name, "read", data)
        if not data:
            print("removed:", loop.remove_reader(there), loop.remove_reader(there))
            done.set()

    times = 0

    def write():
        nonlocal times
        times += 1
        print("writable", times)
        if times == 2:
            here.send(b"first second")
        elif times == 3:
            print("removed:", loop.remove_writer(here))
            here.close()

    loop.add_reader(there, read, "replaced")
    loop.add_reader(there, read, "reader")
    loop.add_writer(here, write)
    await done.wait()
    print(b"".join(received), loop.remove_writer(there))
    there.close()


asyncio.run(main())
