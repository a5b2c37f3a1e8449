# What a program in a page cannot have: present, and saying what to do instead.
import asyncio
import signal


async def attempt(name, function, *arguments):
    try:
        result = function(*arguments)
        if asyncio.iscoroutine(result):
            await result
        print(name, "worked")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL)
    await attempt("exec", asyncio.create_subprocess_exec, "ls", "-l")
    await attempt("shell", asyncio.create_subprocess_shell, "ls -l")
    await attempt("loop exec", loop.subprocess_exec, asyncio.SubprocessProtocol, "ls")
    await attempt("loop shell", loop.subprocess_shell, asyncio.SubprocessProtocol, "ls")
    await attempt("read pipe", loop.connect_read_pipe, asyncio.Protocol, None)
    await attempt("write pipe", loop.connect_write_pipe, asyncio.Protocol, None)
    await attempt("start_tls", loop.start_tls, None, None, None)
    await attempt("watcher", asyncio.ThreadedChildWatcher)
    await attempt("get_child_watcher", asyncio.get_child_watcher)
    await attempt("somewhere else", asyncio.open_connection, "example.com", 80)
    await attempt("another host", asyncio.open_connection, "93.184.215.14", 80)
    await attempt("alarm", signal.alarm, 1)


asyncio.run(main())
