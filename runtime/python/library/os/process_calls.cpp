// SPDX-License-Identifier: MIT
#include "python/library/files/chance.h"
#include "python/library/library.h"
#include "python/library/os/os.h"
#include "python/library/stream.h"
#include "python/library/struct_sequence.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// posix: the process, the user and the machine that a program sees. They are the same in a page and on the command line,
/// so that a program behaves alike; what would start or signal other processes is not there.
namespace loopscope::python::os {

using namespace files;

namespace {

constexpr int kProcessId = 42, kParentId = 1;

StructSequence uname_type, times_type, terminal_type;
const char* const kUnameFields[] = {"sysname", "nodename", "release", "version", "machine"};
const char* const kTimesFields[] = {"user", "system", "children_user", "children_system", "elapsed"};
const char* const kTerminalFields[] = {"columns", "lines"};

template <int number>
Ref constant(Value, const Value*) {
  return make_int(number);
}
Ref getlogin(Value, const Value*) { return make_str("user"); }
Ref getgroups(Value, const Value*) {
  Own<List> groups = make_list();
  return groups && list_append(groups.get(), Value::small(kUserId)) ? Ref(groups) : Ref();
}
Ref getloadavg(Value, const Value*) {
  Ref zero = make_float(0);
  return zero ? Ref(tuple_of(zero.get(), zero.get(), zero.get())) : Ref();
}
Ref cpu_count(Value, const Value*) { return make_int(4); }
Ref uname(Value, const Value*) {
  static const char* const kTexts[] = {"Linux", "loopscope", "6.1.0", "#1 SMP Loopscope", "x86_64"};
  Ref texts[5];
  Value values[5];
  for (int i = 0; i < 5; i++) {
    texts[i] = make_str(kTexts[i]);
    values[i] = texts[i];
  }
  return make_struct_sequence(&uname_type, values);
}
Ref times(Value, const Value*) {
  Ref now = make_float(program_time()), zero = make_float(0);
  if (!now || !zero) return {};
  const Value values[] = {now, zero, zero, zero, now};
  return make_struct_sequence(&times_type, values);
}
/// The console is no terminal: as with output that goes into a pipe.
Ref get_terminal_size(Value, const Value*) { return raise_os_error(kENOTTY, error_text(kENOTTY)); }
Ref urandom(Value, const Value* args) {
  int64_t size;
  if (!to_int64(args[0], &size, OnOverflow::error)) return {};
  if (size < 0) return raise(exc::ValueError, "negative argument not allowed");
  Own<Bytes> out = new_bytes(static_cast<size_t>(size));
  if (out) chance_bytes(out->data, out->length);
  return out;
}
Ref strerror(Value, const Value* args) {
  int code;
  return read_int(args[0], &code) ? make_str(error_text(code)) : Own<Str>();
}
Ref nothing(Value, const Value*) { return none(); }
/// Never goes on: every thread is over, without finally blocks and atexit.
class ExitNow final : public NativeFrame {
 public:
  Next resume(Resumed, Ref, Ref*) override {
    for (Thread* thread : vm.threads) thread->state = ThreadState::finished;
    vm.finished = true;
    return Next::blocked;
  }
  const char* label() const override { return "os._exit"; }
};
Ref exit_now(Value, const Value* args) {
  int status;
  if (!read_int(args[0], &status)) return {};
  if (vm.native_depth > 1) return raise_with(exc::SystemExit, args[0]);
  vm.exit_code = status & 255;
  push_native(std::make_unique<ExitNow>());
  return frame_pushed();
}
/// setenv and unsetenv of C: os.environ is all there is, so they only check.
Ref putenv(Value, const Value* args) {
  PathArgument name, value;
  if (!name.read(args[0], "putenv", "name") || !value.read(args[1], "putenv", "value")) return {};
  if (name.text().find('=') != std::string::npos) return raise(exc::ValueError, "illegal environment variable name");
  return none();
}
Ref unsetenv(Value, const Value* args) {
  PathArgument name;
  if (!name.read(args[0], "unsetenv", "name")) return {};
  return name.text().empty() || name.text().find('=') != std::string::npos ? Ref(raise_os_error(kEINVAL, error_text(kEINVAL))) : none();
}

}  // namespace

/// What needs a decision or a message is in Python.
template <const char* name, uint32_t count>
Ref in_python(Value, const Value* args) {
  Ref module = import_module("_posix_more");
  Ref function = module ? get_attr(module, intern(name)) : Ref();
  return function ? tail_call(function, Args{args, count, nullptr}) : Ref();
}
constexpr char kKill[] = "kill", kKillGroup[] = "killpg", kSystem[] = "system";

namespace {
/// What programs and libraries ask of the machine.
Ref sysconf(Value, const Value* args) {
  static const struct {
    const char* name;
    int number, value;
  } kKnown[] = {{"SC_CLK_TCK", 2, 100},   {"SC_OPEN_MAX", 4, 1024}, {"SC_PAGESIZE", 30, 4096}, {"SC_PAGE_SIZE", 30, 4096},
                {"SC_IOV_MAX", 60, 1024}, {"SC_NPROCESSORS_CONF", 83, 4}, {"SC_NPROCESSORS_ONLN", 84, 4}};
  int number = -1;
  if (!is_str(args[0]) && !read_int(args[0], &number)) return {};
  for (auto& known : kKnown)
    if (number == known.number || (is_str(args[0]) && str_equals(args[0].as<Str>(), known.name))) return make_int(known.value);
  return is_str(args[0]) ? raise(exc::ValueError, "unrecognized configuration name")
                         : raise_os_error(files::kEINVAL, files::error_text(files::kEINVAL));
}
}  // namespace

const NativeDef kProcessFunctions[] = {
    {"kill", in_python<kKill, 2>, "pid, signal, /"},
    {"killpg", in_python<kKillGroup, 2>, "pgid, signal, /"},
    {"system", in_python<kSystem, 1>, "command"},
    {"sysconf", sysconf, "name, /"},
    {"getpid", constant<kProcessId>, ""},
    {"getppid", constant<kParentId>, ""},
    {"getpgrp", constant<kProcessId>, ""},
    {"getuid", constant<kUserId>, ""},
    {"geteuid", constant<kUserId>, ""},
    {"getgid", constant<kUserId>, ""},
    {"getegid", constant<kUserId>, ""},
    {"getgroups", getgroups, ""},
    {"getlogin", getlogin, ""},
    {"getloadavg", getloadavg, ""},
    {"cpu_count", cpu_count, ""},
    {"uname", uname, ""},
    {"times", times, ""},
    {"get_terminal_size", get_terminal_size, "fd=<unrepresentable>, /"},
    {"urandom", urandom, "size, /"},
    {"getrandom", urandom, "size, flags=0"},
    {"strerror", strerror, "code, /"},
    {"sched_yield", nothing, ""},
    {"sync", nothing, ""},
    {"register_at_fork", nothing, "*, before=None, after_in_child=None, after_in_parent=None"},
    {"_exit", exit_now, "status"},
    {"putenv", putenv, "name, value, /"},
    {"unsetenv", unsetenv, "name, /"},
    {nullptr, nullptr, nullptr},
};

bool add_process_types(Module* m) {
  ready_struct_sequence(&uname_type, "posix.uname_result", kUnameFields, 5);
  ready_struct_sequence(&times_type, "posix.times_result", kTimesFields, 5);
  ready_struct_sequence(&terminal_type, "os.terminal_size", kTerminalFields, 2);
  return module_add(m, "uname_result", Value(&uname_type.type)) && module_add(m, "times_result", Value(&times_type.type)) &&
         module_add(m, "terminal_size", Value(&terminal_type.type));
}

bool add_environment(Module* m) {
  std::string here = absolute_at_start("."), home = kHome;
  const std::pair<const char*, std::string> variables[] = {
      {"HOME", home},       {"LANG", "C.UTF-8"}, {"LOGNAME", "user"}, {"PATH", "/usr/local/bin:/usr/bin:/bin"},
      {"PWD", here},        {"SHELL", "/bin/sh"}, {"USER", "user"}};
  Own<Dict> environment = make_dict();
  for (auto& [name, value] : variables) {
    Ref key = path_object(name, true), text = path_object(value, true);
    if (!environment || !key || !text || !dict_set(environment.get(), key.get(), text.get())) return false;
  }
  return module_add(m, "environ", environment);
}

}  // namespace loopscope::python::os
