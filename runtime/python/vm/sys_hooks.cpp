// SPDX-License-Identifier: MIT
#include "python/vm/sys_hooks.h"

#include <initializer_list>

#include "python/vm/exception.h"
#include "python/vm/exception_internal.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/traceback.h"
#include "python/vm/traceback_format.h"
#include "python/vm/traceback_object.h"
#include "python/vm/vm.h"

namespace loopscope::python {

namespace {

/// Borrowed; null: the program has deleted it, or sys is not there yet.
Value sys_attribute(const char* name) {
  Value sys = vm.modules ? dict_get(vm.modules, names::sys) : Value();
  return sys && is_exact(sys, module_type) ? dict_get(sys.as<Module>()->dict, intern(name)) : Value();
}

/// Sets several attributes of sys to `value`, if there is a sys.
void set_sys_attributes(std::initializer_list<const char*> names, Value value) {
  Value sys = vm.modules ? dict_get(vm.modules, names::sys) : Value();
  if (!sys || !is_exact(sys, module_type)) return;
  for (const char* name : names)
    if (!dict_set(sys.as<Module>()->dict, intern(name), value)) clear_pending();
}

/// The hook if the program has replaced it, else null.
Ref replaced_hook(const char* name, const char* original) {
  Value hook = sys_attribute(name);
  return hook && hook != sys_attribute(original) ? Ref::share(hook) : Ref();
}

Ref write_to(Value stream, Value text) { return call_method(stream, intern("write"), text); }

}  // namespace

void write_error_text(std::string_view utf8) {
  Value stream = sys_attribute("stderr");
  if (stream == kNone) return;
  if (!stream || stream == sys_attribute("__stderr__")) return write_stream(2, utf8);
  Ref keep = Ref::share(stream), pending = take_pending();
  Own<Str> text = make_str(utf8);
  if (!text || !write_to(keep, text)) clear_pending();
  if (pending) restore_pending(std::move(pending));
}

bool default_display(Value v) {
  if (v == kNone) return true;
  Str* const last = intern("_");
  if (!dict_set(vm.builtins, last, kNone)) return false;
  Value out = sys_attribute("stdout");
  if (!out || out == kNone) {
    raise(exc::RuntimeError, "lost sys.stdout");
    return false;
  }
  Ref stream = Ref::share(out), text = repr(v);
  if (!text || !write_to(stream, text) || !write_to(stream, make_str("\n"))) return false;
  return dict_set(vm.builtins, last, v);
}

bool display_value(Value v) {
  if (!import_module("sys")) return false;
  Value hook = sys_attribute("displayhook");
  if (!hook) {
    raise(exc::RuntimeError, "lost sys.displayhook");
    return false;
  }
  Ref keep = Ref::share(hook);
  return static_cast<bool>(call(keep, v));
}

void forget_uncaught() {
  set_sys_attributes({"path", "argv", "last_exc", "last_type", "last_value", "last_traceback", "path_hooks", "path_importer_cache",
                      "meta_path"},
                     kNone);
}

void report_uncaught(Exception* exception) {
  set_sys_attributes({"last_exc", "last_value"}, exception);
  set_sys_attributes({"last_type"}, Value(type_of(exception)));
  set_sys_attributes({"last_traceback"}, exception->traceback ? exception->traceback : kNone);
  Ref hook = replaced_hook("excepthook", "__excepthook__");
  if (!hook) {
    if (sys_attribute("__excepthook__") && !sys_attribute("excepthook")) write_error_text("sys.excepthook is missing\n");
    return print_exception(exception);
  }
  Value traceback = exception->traceback ? exception->traceback : kNone;
  if (call(hook, Value(type_of(exception)), exception, traceback)) return;
  Ref failure = take_pending();
  if (!failure) return;
  write_error_text("Error in sys.excepthook:\n");
  print_exception(failure.as<Exception>());
  write_error_text("\nOriginal exception was:\n");
  print_exception(exception);
}

void print_unraisable(Exception* e, std::string_view message, Value object) {
  std::string header(message);
  if (object && object != kNone) {
    Ref text = repr(object);
    clear_pending();
    header = (message.empty() ? "Exception ignored in" : header) + ": " +
             (text ? to_utf8(text.as<Str>()) : "<object repr() failed>") + "\n";
  } else if (!message.empty()) {
    header += ":\n";
  }
  // Plainer than other tracebacks, as in CPython, and without source once the modules are gone that read it.
  SourceShown shown = vm.main_module ? SourceShown::lines : SourceShown::none;
  if (e->traceback) header += "Traceback (most recent call last):\n" + format_frames(e->traceback.as<Traceback>(), shown);
  write_error_text(header + format_exception_line(e));
  clear_pending();
}

void report_unraisable(Exception* exception, std::string_view message, Value object) {
  Ref hook = replaced_hook("unraisablehook", "__unraisablehook__");
  Value make = sys_attribute("UnraisableHookArgs");
  if (!hook || !make) return print_unraisable(exception, message, object);
  Ref text = message.empty() ? none() : Ref(make_str(message));
  Value traceback = exception->traceback ? exception->traceback : kNone;
  Own<Tuple> fields = text ? tuple_of(Value(type_of(exception)), Value(exception), traceback, text.get(), object ? object : kNone)
                           : Own<Tuple>();
  Ref args = fields ? call(make, fields) : Ref();
  if (args && hook != kNone && call(hook, args)) return;
  Ref failure = take_pending();
  if (failure) print_unraisable(failure.as<Exception>(), "Exception ignored in sys.unraisablehook", hook);
}

}  // namespace loopscope::python
