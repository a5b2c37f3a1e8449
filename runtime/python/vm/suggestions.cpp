// SPDX-License-Identifier: MIT
#include "python/vm/suggestions.h"

#include <algorithm>

#include "python/vm/exception.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/traceback_format.h"
#include "python/vm/vm.h"

/// "Did you mean": the nearest name by edit distance, with CPython's costs and limits.
namespace loopscope::python {
namespace {

constexpr size_t kMaxLength = 40;
constexpr size_t kMaxCandidates = 750;
constexpr size_t kMoveCost = 2, kCaseCost = 1;

/// Top-level modules of the standard library, between spaces.
const char kLibraryModules[] =
    " "
    "abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile "
    "calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser "
    "contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis "
    "doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions "
    "ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac "
    "html http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale "
    "logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath "
    "nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform "
    "plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data "
    "pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select "
    "selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile "
    "sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys "
    "sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token "
    "tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest "
    "urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile "
    "zipimport zlib zoneinfo ";

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lowered(a) == lowered(b) ? kCaseCost : kMoveCost;
}

/// More than `limit` means only that.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kMaxLength || b.size() > kMaxLength) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMoveCost > limit) return limit + 1;
  size_t row[kMaxLength + 1];
  for (size_t i = 0; i < a.size(); i++) row[i] = (i + 1) * kMoveCost;
  size_t result = 0;
  for (size_t k = 0; k < b.size(); k++) {
    size_t distance = result = k * kMoveCost, smallest = static_cast<size_t>(-1);
    for (size_t i = 0; i < a.size(); i++) {
      size_t substitute = distance + substitution_cost(b[k], a[i]);
      distance = row[i];
      size_t insert_delete = std::min(result, distance) + kMoveCost;
      result = std::min(insert_delete, substitute);
      row[i] = result;
      smallest = std::min(smallest, result);
    }
    if (smallest > limit) return limit + 1;
  }
  return result;
}

void add_names(Value names, std::vector<std::string>* out) {
  if (!names) return;
  Own<List> list = to_list(names);
  for (uint32_t i = 0; list && i < list->size; i++)
    if (is_str(list->items[i])) out->push_back(to_utf8(list->items[i].as<Str>()));
  clear_pending();
}

Ref directory(Value object) {
  Ref all = call_special(object, names::__dir__, nullptr, 0);
  clear_pending();
  return all;
}

FrameObject* innermost_frame(Exception* e) {
  auto* t = e->traceback.as<Traceback>();
  if (!t) return nullptr;
  while (t->next) t = t->next.as<Traceback>();
  return t->frame;
}

Ref frame_attribute(FrameObject* frame, const char* name) {
  Ref found = get_attr_or_null(Value(frame), intern(name));
  clear_pending();
  return found;
}

Ref local_self(FrameObject* frame) {
  Ref locals = frame_attribute(frame, "f_locals");
  if (!locals) return {};
  Ref self = get_item(locals, Value(names::self));
  clear_pending();
  return self;
}

std::string suggest_attribute(Exception* e, const std::string& wrong) {
  Value object = e->extra2;
  if (!object) return {};
  std::vector<std::string> names;
  Ref all = directory(object);
  add_names(all, &names);
  std::ranges::make_heap(names);  // std::sort is ten times the code of heap sort
  std::ranges::sort_heap(names);
  bool hide_underscored = wrong.empty() || wrong[0] != '_';
  if (FrameObject* frame = innermost_frame(e); hide_underscored && frame) {
    Ref self = local_self(frame);
    if (self && self.get() == object) hide_underscored = false;
  }
  if (hide_underscored) std::erase_if(names, [](const std::string& n) { return !n.empty() && n[0] == '_'; });
  return nearest_name(names, wrong);
}

std::string suggest_name(Exception* e, const std::string& wrong) {
  FrameObject* frame = innermost_frame(e);
  if (!frame) return {};
  if (Ref self = local_self(frame)) {
    Ref found = get_attr_or_null(self, e->extra.as<Str>());
    clear_pending();
    if (found) return "self." + wrong;
  }
  std::vector<std::string> names;
  for (const char* scope : {"f_locals", "f_globals"}) add_names(frame_attribute(frame, scope), &names);
  add_names(Value(vm.builtins), &names);
  return nearest_name(names, wrong);
}

bool is_library_module(const std::string& name) {
  return std::string_view(kLibraryModules).find(" " + name + " ") != std::string_view::npos;
}

}  // namespace

std::string nearest_name(const std::vector<std::string>& candidates, const std::string& wrong) {
  if (candidates.size() >= kMaxCandidates || wrong.size() > kMaxLength) return {};
  std::string best;
  size_t best_distance = static_cast<size_t>(-1);
  for (const std::string& candidate : candidates) {
    if (candidate == wrong) continue;
    size_t limit = std::min((wrong.size() + candidate.size() + 3) * kMoveCost / 6, best_distance - 1);
    size_t distance = edit_distance(wrong, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string keyword_hint(const std::vector<std::string>& parameters, Str* keyword) {
  std::string found = nearest_name(parameters, to_utf8(keyword));
  return found.empty() ? found : ". Did you mean '" + found + "'?";
}

Ref raise_not_callable(Value callee) {
  if (is_exact(callee, module_type)) {
    Value name = dict_get(callee.as<Module>()->dict, names::__name__);
    Value function = name && is_str(name) ? dict_get(callee.as<Module>()->dict, name) : Value();
    if (function && is_callable(function))
      return raise(exc::TypeError, "'%T' object is not callable. Did you mean: '%U.%U(...)'?", callee, name.as<Str>(), name.as<Str>());
  }
  return raise(exc::TypeError, "'%T' object is not callable", callee);
}

std::string suggestion_for(Exception* e) {
  if (is_subtype(e->type, &exc::ImportError)) {
    // name_from: the name that the module does not have.
    if (!e->notes || !is_str(e->notes) || !e->extra || !is_str(e->extra)) return {};
    Value module = vm.modules ? dict_get(vm.modules, intern(e->extra.as<Str>())) : Value();
    if (!module) return {};
    std::vector<std::string> names;
    add_names(directory(module), &names);
    std::string found = nearest_name(names, to_utf8(e->notes.as<Str>()));
    return found.empty() ? found : ". Did you mean: '" + found + "'?";
  }
  bool is_name = is_subtype(e->type, &exc::NameError);
  if (!is_name && !is_subtype(e->type, &exc::AttributeError)) return {};
  if (!e->extra || !is_str(e->extra)) return {};
  std::string wrong = to_utf8(e->extra.as<Str>());
  std::string found = is_name ? suggest_name(e, wrong) : suggest_attribute(e, wrong);
  std::string out;
  if (!found.empty()) out = ". Did you mean: '" + found + "'?";
  if (is_name && is_library_module(wrong))
    out += found.empty() ? ". Did you forget to import '" + wrong + "'?" : " Or did you forget to import '" + wrong + "'?";
  clear_pending();
  return out;
}

}  // namespace loopscope::python
