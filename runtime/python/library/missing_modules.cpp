// SPDX-License-Identifier: MIT
#include "python/library/missing_modules.h"

namespace loopscope::python {

namespace {

struct Row {
  const char* names;  // with spaces around each
  const char* hint;
};

constexpr Row kRows[] = {
    // The standard library.
    {" _ssl ", "Loopscope has no TLS of its own; the browser speaks it. The module ssl is there for programs that name it."},
    {" ftplib imaplib poplib smtplib ",
     "It needs a network with more than the web, and programs in Loopscope reach only HTTP servers and themselves."},
    {" webbrowser ", "A program in Loopscope cannot open pages; print() the address."},
    {" subprocess multiprocessing pty _posixsubprocess _multiprocessing _posixshmem ",
     "Loopscope runs one program and cannot start processes; use asyncio.to_thread or threading to run code beside the loop."},
    {" sqlite3 _sqlite3 ", "Loopscope has no database engine; use dictionaries, or shelve and json for files."},
    {" dbm.gnu dbm.ndbm dbm.sqlite3 _gdbm _dbm ", "Loopscope has the database of dbm.dumb only; use dbm.open() or shelve."},
    {" bz2 lzma _bz2 _lzma ", "Loopscope has one compression library; use zlib or gzip."},
    {" tkinter turtle turtledemo idlelib _tkinter ", "Loopscope shows a console only; use print() and input()."},
    {" curses readline tty _curses _curses_panel _pyrepl ", "Loopscope's console is no terminal; use print() and input()."},
    {" ctypes mmap fcntl termios resource pwd grp syslog _ctypes ", "It needs an operating system, which a page does not have."},
    {" ensurepip venv site ", "Loopscope cannot install packages; its standard library is all there is."},
    {" opcode py_compile compileall zipimport marshal modulefinder _opcode _opcode_metadata _imp _frozen_importlib "
     "_frozen_importlib_external ",
     "Loopscope has a bytecode of its own and keeps no .pyc files; dis.dis() shows it."},
    {" symtable _symtable ", "Loopscope's compiler keeps no tables of symbols; ast.parse() gives the tree of a program."},
    {" profile cProfile pstats trace _lsprof ",
     "Loopscope calls no profile or trace functions; use timeit or time.perf_counter(), and the timeline shows where time goes."},
    {" runpy ", "Loopscope runs one program and has no other to start; use import or exec()."},
    {" pydoc_data ", "The texts on Python's words are not here; see docs.python.org."},
    {" _elementtree ", "It is an inner part of CPython; import xml.etree.ElementTree."},
    {" zipapp ", "Loopscope starts no other programs; zipfile makes archives."},
    {" msvcrt nt winreg winsound _winapi _overlapped _wmi ", "It exists on Windows only."},
    {" _aix_support _android_support _ios_support _osx_support _scproxy ", "It exists on other operating systems only."},
    {" _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _multibytecodec ",
     "Loopscope knows no East Asian encodings; use utf-8."},
    {" _interpchannels _interpqueues _interpreters ", "Loopscope has one interpreter; use threading, or asyncio tasks."},
    {" _bisect _collections _datetime _decimal _functools _heapq _locale _operator _pydecimal _pyio _random _signal _sitebuiltins "
     "_stat _statistics _suggestions _sysconfig _typing _uuid _warnings ",
     "It is an inner part of CPython; import the module of the same name without the underscore."},
    // Packages that courses use.
    {" websockets ", "Loopscope has no WebSockets; stream a response with aiohttp or httpx, or stand in for one with an asyncio.Queue."},
    {" flask django quart sanic ",
     "This package is not part of Python's standard library, and Loopscope cannot install packages; of servers it has fastapi (with "
     "uvicorn and starlette) and aiohttp.web."},
    {" aiomysql asyncpg aioredis redis ",
     "This package is not part of Python's standard library, and Loopscope cannot install packages; of clients it has aiohttp, httpx "
     "and requests."},
    {" numpy pandas scipy matplotlib sklearn torch tensorflow PIL ",
     "Loopscope runs pure Python without compiled packages; use the math, statistics and random modules."},
    {" trio curio uvloop gevent tornado twisted nest_asyncio ",
     "Loopscope has its own event loop, which is asyncio's; use the asyncio module."},
    {" pygame ", "Loopscope shows a console only; use print() and input()."},
    {" pytest hypothesis tqdm rich yaml attr attrs sqlalchemy click colorama ",
     "This package is not part of Python's standard library, and Loopscope cannot install packages."},
    {" lxml html5lib ", "Loopscope reads HTML with bs4 and html.parser."},
    {" backoff aiohttp_retry retrying ",
     "Loopscope cannot install packages; it has tenacity, and a loop with asyncio.sleep() does it, too."},
    {" aiolimiter asyncio_throttle ",
     "Loopscope cannot install packages; asyncio.Semaphore limits how many run at once, and asyncio.sleep() how often."},
};

const char* hint_of(std::string_view name) {
  std::string word = " " + std::string(name) + " ";
  for (const Row& row : kRows)
    if (std::string_view(row.names).find(word) != std::string_view::npos) return row.hint;
  return nullptr;
}

}  // namespace

std::string missing_module_hint(std::string_view name) {
  // Of a package all modules, unless one has a reason of its own.
  const char* hint = hint_of(name);
  if (!hint) hint = hint_of(name.substr(0, name.find('.')));
  return hint ? hint : std::string();
}

}  // namespace loopscope::python
