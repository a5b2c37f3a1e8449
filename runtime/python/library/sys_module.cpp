// SPDX-License-Identifier: MIT
#include "python/library/library.h"
#include "python/library/stream.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/traceback.h"
#include "python/vm/vm.h"

namespace loopscope::python {

bool add_sys_hooks(Module* sys);

namespace {

Ref exit_(Value, const Value* args) {
  if (!args[0] || args[0] == kNone) return raise(exc::SystemExit, nullptr);
  return raise_with(exc::SystemExit, args[0]);
}

Ref exception(Value, const Value*) {
  Value v = handled_exception();
  return v ? Ref::share(v) : none();
}
Ref exc_info(Value, const Value*) {
  Value v = handled_exception();
  if (!v) return tuple_of(kNone, kNone, kNone);
  Value traceback = v.as<Exception>()->traceback;
  return tuple_of(Value(type_of(v)), v, traceback ? traceback : kNone);
}
Ref getrecursionlimit(Value, const Value*) { return make_int(vm.recursion_limit); }
Ref setrecursionlimit(Value, const Value* args) {
  int64_t n;
  if (!is_int(args[0]) || !int_fits(args[0], &n)) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
  if (n < 1) return raise(exc::ValueError, "recursion limit must be greater or equal than 1");
  vm.recursion_limit = n > 1000000 ? 1000000 : static_cast<int>(n);
  return none();
}

Ref getframe(Value, const Value* args) {
  int64_t depth = 0;
  if (args[0] && !int_fits(args[0], &depth)) return {};
  Frame* frame = current_thread().top;
  for (; frame; frame = frame->back) {
    if (!frame->code) continue;
    if (depth-- == 0) return frame_object(frame);
  }
  return raise(exc::ValueError, "call stack is not deep enough");
}

Ref getsizeof(Value, const Value* args) {
  if (args[0].is_small()) return make_int(28);
  return make_int(type_of(args[0])->basic_size);
}
Ref getrefcount(Value, const Value* args) { return make_int(args[0].is_small() ? 1 : args[0].object()->refcount); }
Ref intern_(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "intern() argument must be str, not %T", args[0]);
  return Ref::share(intern(args[0].as<Str>()));
}
Ref get_asyncgen_hooks(Value, const Value*) {
  Thread& t = current_thread();
  return tuple_of(t.asyncgen_firstiter ? t.asyncgen_firstiter : kNone, t.asyncgen_finalizer ? t.asyncgen_finalizer : kNone);
}
Ref set_asyncgen_hooks(Value, const Value* args) {
  Thread& t = current_thread();
  if (args[0]) assign(t.asyncgen_firstiter, args[0] == kNone ? Value() : args[0]);
  if (args[1]) assign(t.asyncgen_finalizer, args[1] == kNone ? Value() : args[1]);
  return none();
}
Ref getswitchinterval(Value, const Value*) { return make_float(0.005); }
Ref return_utf8(Value, const Value*) { return make_str("utf-8"); }
Ref nothing(Value, const Value*) { return none(); }
Ref get_origin_depth(Value, const Value*) { return Ref::small(vm.origin_depth); }
Ref set_origin_depth(Value, const Value* args) {
  int64_t depth;
  if (!int_fits(args[0], &depth)) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
  if (depth < 0) return raise(exc::ValueError, "depth must be >= 0");
  vm.origin_depth = static_cast<int>(depth > 1000 ? 1000 : depth);
  return none();
}

const NativeDef kFunctions[] = {
    {"exit", exit_, "status=None, /"},
    {"exception", exception, ""},
    {"exc_info", exc_info, ""},
    {"getrecursionlimit", getrecursionlimit, ""},
    {"setrecursionlimit", setrecursionlimit, "limit, /"},
    {"_getframe", getframe, "depth=0, /"},
    {"getsizeof", getsizeof, "object, default=None"},
    {"getrefcount", getrefcount, "object, /"},
    {"intern", intern_, "string, /"},
    {"get_asyncgen_hooks", get_asyncgen_hooks, ""},
    {"set_asyncgen_hooks", set_asyncgen_hooks, "firstiter=None, finalizer=None"},
    {"getswitchinterval", getswitchinterval, ""},
    {"setswitchinterval", nothing, "interval, /"},
    {"getdefaultencoding", return_utf8, ""},
    {"getfilesystemencoding", return_utf8, ""},
    {"get_coroutine_origin_tracking_depth", get_origin_depth, ""},
    {"set_coroutine_origin_tracking_depth", set_origin_depth, "depth"},
    {"settrace", nothing, "function, /"},
    {"setprofile", nothing, "function, /"},
    {nullptr, nullptr, nullptr},
};

/// A tuple with named fields, as sys.version_info: made with types.SimpleNamespace-like attribute access in Python code
/// would be slower to start than this plain class.
bool add_version(Module* m) {
  static const char* source =
      "class version_info(tuple):\n"
      "    __slots__ = ()\n"
      "    major = property(lambda self: self[0])\n"
      "    minor = property(lambda self: self[1])\n"
      "    micro = property(lambda self: self[2])\n"
      "    releaselevel = property(lambda self: self[3])\n"
      "    serial = property(lambda self: self[4])\n"
      "    def __repr__(self):\n"
      "        return 'sys.version_info(major=%d, minor=%d, micro=%d, releaselevel=%r, serial=%d)' % self\n"
      "version_info = version_info((3, 13, 0, 'final', 0))\n";
  Own<CodeObject> code = compile_source(source, "<sys>", "exec");
  Own<Dict> scope = make_dict();
  if (!code || !dict_set(scope.get(), names::__builtins__, Value(vm.builtins)) ||
      !dict_set(scope.get(), names::__name__, Value(names::sys)))
    return false;
  if (!run_code(code.get(), scope.get(), scope)) return false;
  return module_add(m, "version_info", dict_get(scope.get(), intern("version_info")));
}

bool initialize(Module* m) {
  if (!module_add(m, kFunctions) || !add_sys_hooks(m)) return false;
  Own<List> argv = make_list(), path = make_list();
  list_append(argv.get(), dict_get(vm.main_module->dict, names::__file__));
  Own<Tuple> builtin_names = tuple_of(Value(names::builtins), Value(names::sys));
  Own<Dict> empty = make_dict();
  return module_add(m, "modules", vm.modules) && module_add(m, "argv", argv) && module_add(m, "path", path) &&
         module_add(m, "stdin", make_host_stream(0)) && module_add(m, "stdout", make_host_stream(1)) &&
         module_add(m, "stderr", make_host_stream(2)) &&
         module_add(m, "__stdin__", dict_get(m->dict, intern("stdin"))) &&
         module_add(m, "__stdout__", dict_get(m->dict, intern("stdout"))) &&
         module_add(m, "__stderr__", dict_get(m->dict, intern("stderr"))) && module_add(m, "maxsize", make_int(INT64_MAX)) &&
         module_add(m, "maxunicode", make_int(0x10FFFF)) && module_add(m, "byteorder", make_str("little")) &&
         module_add(m, "platform", make_str("emscripten")) && module_add(m, "executable", make_str("loopscope")) &&
         module_add(m, "version", make_str("3.13.0 (Loopscope)")) && module_add(m, "hexversion", make_int(0x030D00F0)) &&
         module_add(m, "prefix", make_str("/usr")) && module_add(m, "base_prefix", make_str("/usr")) &&
         module_add(m, "exec_prefix", make_str("/usr")) && module_add(m, "base_exec_prefix", make_str("/usr")) &&
         module_add(m, "flags", kNone) &&
         module_add(m, "builtin_module_names", builtin_names) && module_add(m, "warnoptions", make_list()) &&
         module_add(m, "dont_write_bytecode", kTrue) && module_add(m, "_xoptions", empty) && add_version(m);
}

}  // namespace

void register_sys_module() { register_native_module("sys", initialize); }

}  // namespace loopscope::python
