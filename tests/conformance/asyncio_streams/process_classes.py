# The classes around other programs, as far as they are abstract.
import asyncio
import warnings

print(asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL)
protocol = asyncio.SubprocessProtocol()
print(protocol.pipe_data_received(1, b""), protocol.pipe_connection_lost(1, None), protocol.process_exited())
transport = asyncio.SubprocessTransport()
for call in (transport.get_pid, transport.get_returncode, lambda: transport.get_pipe_transport(0),
             lambda: transport.send_signal(9), transport.terminate, transport.kill):
    try:
        call()
    except NotImplementedError as error:
        print(repr(error))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    watcher = asyncio.AbstractChildWatcher()
    for call in (lambda: watcher.add_child_handler(1, print), lambda: watcher.remove_child_handler(1),
                 lambda: watcher.attach_loop(None), watcher.close, watcher.is_active, watcher.__enter__,
                 lambda: watcher.__exit__(None, None, None), lambda: asyncio.AbstractEventLoopPolicy().set_child_watcher(watcher)):
        try:
            call()
        except NotImplementedError as error:
            print(repr(error))
    print(issubclass(asyncio.ThreadedChildWatcher, asyncio.AbstractChildWatcher))
print(asyncio.subprocess.Process.__name__, issubclass(asyncio.SendfileNotAvailableError, RuntimeError))


async def main():
    loop = asyncio.AbstractEventLoop()
    for call in (loop.subprocess_exec(None), loop.subprocess_shell(None, None), loop.connect_read_pipe(None, None),
                 loop.connect_write_pipe(None, None), loop.start_tls(None, None, None), loop.sock_sendfile(None, None)):
        try:
            await call
        except NotImplementedError as error:
            print(repr(error))


asyncio.run(main())
