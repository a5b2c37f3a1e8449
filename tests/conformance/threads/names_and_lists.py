# Names, identities and who is there.
import threading
import _thread

stop = threading.Event()


def worker():
    stop.wait()


def named():
    me = threading.current_thread()
    print("inside:", me.name, me.daemon, me.is_alive(), me.ident == threading.get_ident(), me is threading.main_thread())


main = threading.current_thread()
print(main.name, main.daemon, main is threading.main_thread(), type(main).__name__)
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
threads = [threading.Thread(target=worker), threading.Thread(target=worker, name="by name"), threading.Thread(target=worker, daemon=True)]
print([thread.name for thread in threads])
print([thread.ident for thread in threads], [thread.native_id for thread in threads])
for thread in threads:
    thread.start()
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
print(all(isinstance(thread.ident, int) and isinstance(thread.native_id, int) for thread in threads))
print(len({thread.ident for thread in threads} | {threading.get_ident()}))
stop.set()
for thread in threads:
    thread.join()
print(threading.active_count(), [thread.is_alive() for thread in threads])
print([thread.ident is not None for thread in threads])
first = threading.Thread(target=named)
first.name = "renamed"
first.daemon = True
first.start()
first.join()
print(first.getName(), first.isDaemon())
lambda_thread = threading.Thread(target=lambda: print("in", threading.current_thread().name))
lambda_thread.start()
lambda_thread.join()
plain = threading.Thread()
print(plain.name)
plain.start()
plain.join()
print(_thread.get_ident() == threading.get_ident())
