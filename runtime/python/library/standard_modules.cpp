// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"

#include <string>

#include "python/vm/import.h"

namespace loopscope::python {

namespace {

/// Why a well-known module is not here.
std::string missing_module_hint(std::string_view name) {
  static const struct {
    const char* names;
    const char* hint;
  } kHints[] = {
      {" ssl ",
       "Loopscope has no network to protect; leave ssl out: the servers and clients of a program reach each other without it."},
      {" subprocess multiprocessing pty ",
       "Loopscope runs one program and cannot start processes; use asyncio.to_thread or threading to run code beside the loop."},
      {" requests aiohttp httpx urllib3 websockets fastapi flask django uvicorn starlette aiofiles aiomysql asyncpg aioredis redis ",
       "This package is not part of Python's standard library, and Loopscope has no network; stand in for it with a coroutine that awaits asyncio.sleep()."},
      {" numpy pandas scipy matplotlib sklearn torch tensorflow PIL ",
       "Loopscope runs pure Python without compiled packages; use the math, statistics and random modules."},
      {" trio anyio curio uvloop gevent tornado twisted nest_asyncio ",
       "Loopscope has its own event loop, which is asyncio's; use the asyncio module."},
      {" tkinter curses readline turtle pygame ", "Loopscope shows a console only; use print() and input()."},
      {" ctypes mmap fcntl termios resource pwd grp ", "It needs an operating system, which a page does not have."},
      {" pytest hypothesis tqdm rich yaml pydantic attr attrs sqlalchemy bs4 lxml click colorama ",
       "This package is not part of Python's standard library, and Loopscope cannot install packages."},
  };
  std::string word = " " + std::string(name.substr(0, name.find('.'))) + " ";
  for (auto& row : kHints)
    if (std::string_view(row.names).find(word) != std::string_view::npos) return row.hint;
  return {};
}

}  // namespace

void register_standard_modules() {
  register_time_module();
  register_math_module();
  register_random_module();
  register_heapq_module();
  register_bisect_module();
  register_itertools_module();
  register_functools_module();
  register_operator_module();
  register_collections_module();
  register_abc_module();
  register_types_module();
  register_weakref_module();
  register_gc_module();
  register_atexit_module();
  register_json_module();
  register_sre_module();
  register_string_module();
  register_traceback_module();
  register_cmath_module();
  register_codec_hooks_module();
  register_hash_modules();
  register_array_module();
  register_binascii_module();
  register_struct_module();
  register_syntax_tree_module();
  register_zlib_module();
  set_missing_module_hint(missing_module_hint);
}

}  // namespace loopscope::python
