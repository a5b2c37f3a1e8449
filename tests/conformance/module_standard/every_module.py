"""Every module of the standard library imports, or says in a sentence why it is not here and what to use instead."""
import sys
import warnings

warnings.simplefilter("ignore")
# These print, open windows, or exist on other systems only.
SKIPPED = {"this", "antigravity", "idlelib", "turtledemo", "turtle", "tkinter", "test", "__main__"}
ELSEWHERE = set("msvcrt nt winreg winsound _winapi _overlapped _wmi _scproxy".split())

silent = []
for name in sorted(sys.stdlib_module_names - SKIPPED - ELSEWHERE):
    try:
        __import__(name)
    except ImportError as error:
        text = str(error)
        reason = text.removeprefix(f"No module named {name!r}. ")
        if reason == text or not reason.endswith(".") or len(reason) < 30:
            silent.append((name, text))
    except Exception as error:
        silent.append((name, repr(error)))
# CPython itself may be built without some of them.
print([pair for pair in silent if pair[0] not in ("_dbm", "_gdbm", "_tkinter", "_curses", "_curses_panel", "readline", "_lzma", "_bz2", "_sqlite3", "_ctypes")])
print(len(sys.stdlib_module_names) > 250, "asyncio" in sys.stdlib_module_names, type(sys.stdlib_module_names).__name__)
