# SPDX-License-Identifier: MIT
"""Reads names, one a line, and says of each what it is in Loopscope: works, absent, or how it refuses."""

import asyncio
import importlib
import sys

# Those that only hand on to another.
REFUSED_BY = {
    "asyncio.get_child_watcher": "asyncio.DefaultEventLoopPolicy.get_child_watcher",
    "asyncio.set_child_watcher": "asyncio.DefaultEventLoopPolicy.set_child_watcher",
    "asyncio.StreamWriter.start_tls": "loop.start_tls",
}
loop = asyncio.new_event_loop()


def find(name):
    first, *rest = name.split(".")
    thing = loop if first == "loop" else asyncio
    for part in rest:
        try:
            thing = getattr(thing, part)
        except AttributeError:
            if thing is not asyncio:
                raise
            thing = importlib.import_module(f"asyncio.{part}")
    return thing


def state(name):
    try:
        thing = find(name)
    except (AttributeError, ImportError) as error:
        return "absent", str(error)
    if name in REFUSED_BY:
        thing = find(REFUSED_BY[name])
    refusal = getattr(thing, "_loopscope_refusal", None)
    return ("works", "") if refusal is None else ("refuses", refusal)


for line in sys.stdin:
    print(line.strip(), *state(line.strip()), sep="\t")
loop.close()
