// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "python/compiler/blocking_calls.h"
#include "python/syntax/arena.h"
#include "python/syntax/parser.h"

using namespace loopscope::python;

namespace {

/// "line name" of each, joined by commas.
std::string blocking(std::string_view source) {
    Arena arena;
    ParseResult parsed = parse(source, "main.py", ParseMode::kModule, arena);
    REQUIRE(parsed.ok());
    std::string out;
    for (const BlockingCall& call : find_blocking_calls(*parsed.module)) {
        CHECK_FALSE(call.instead.empty());
        if (!out.empty()) out += ", ";
        out += std::to_string(call.range.line) + " " + call.name;
    }
    return out;
}

}  // namespace

TEST_CASE("calls that block are found in coroutines, by whatever name they were imported", "[advice]") {
    CHECK(blocking("import time\nasync def f():\n    time.sleep(1)\n") == "3 time.sleep");
    CHECK(blocking("import time as t\nasync def f():\n    x = [t.sleep(1)]\n") == "3 time.sleep");
    CHECK(blocking("from time import sleep as nap\nasync def f():\n    nap(1)\n") == "3 time.sleep");
    CHECK(blocking("import urllib.request\nasync def f():\n    with urllib.request.urlopen(u) as r:\n        input()\n") ==
          "3 urllib.request.urlopen, 4 input");
    CHECK(blocking("import requests\nclass A:\n    async def f(self):\n        return requests.get(u).json()\n") == "4 requests.get");
}

TEST_CASE("a client's methods block, its closing does not", "[advice]") {
    CHECK(blocking("import requests\nasync def f():\n    s = requests.Session()\n    s.get(u)\n    s.close()\n") == "4 requests.Session.get");
    CHECK(blocking("import httpx\nasync def f():\n    with httpx.Client() as c:\n        c.post(u)\n") == "4 httpx.Client.post");
    CHECK(blocking("import httpx\nc = httpx.Client()\nc = other()\nasync def f():\n    c.post(u)\n").empty());
}

TEST_CASE("what does not hold up a loop is left alone", "[advice]") {
    CHECK(blocking("import time\ndef f():\n    time.sleep(1)\ntime.sleep(1)\n").empty());
    CHECK(blocking("import time\nasync def f():\n    def g():\n        time.sleep(1)\n    await asyncio.to_thread(g)\n").empty());
    CHECK(blocking("import time, asyncio\nasync def f():\n    await asyncio.to_thread(time.sleep, 1)\n    asyncio.sleep(1)\n").empty());
    CHECK(blocking("async def f(requests, time):\n    requests.get(u)\n    time.sleep(1)\n").empty());
    CHECK(blocking("import asyncio\nasync def f():\n    queue = asyncio.Queue()\n    await queue.get()\n").empty());
}
