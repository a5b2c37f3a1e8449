// SPDX-License-Identifier: MIT
#include <string>

#include "python/library/library.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/slots.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// What CPython's module `site` adds to builtins: exit and quit; help, which hands on to pydoc; copyright, credits, license.
namespace loopscope::python {

namespace {

/// A callable with a text of its own.
struct SiteBuiltin : Object {
  const char* name;
  const char* text;
};
SiteBuiltin* self_of(Value v) { return v.as<SiteBuiltin>(); }
Ref show(Value v) { return make_str(self_of(v)->text); }

Ref quit(Value, const Args& args) {
  if (args.positional > 1) return raise(exc::TypeError, "Quitter.__call__() takes from 1 to 2 positional arguments but %d were given", static_cast<int>(args.positional) + 1);
  Ref code = args.positional ? Ref::share(args[0]) : none();
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    if (!str_equals(args.names->items[i].as<Str>(), "code"))
      return raise(exc::TypeError, "Quitter.__call__() got an unexpected keyword argument '%U'", args.names->items[i].as<Str>());
    code = Ref::share(args.data[args.positional + i]);
  }
  Ref sys = import_module("sys");
  Ref input = sys ? get_attr_or_null(sys, intern("stdin")) : Ref();
  if (input && input != kNone && !call_method(input, intern("close"))) clear_pending();
  clear_pending();
  Ref error = call(Value(&exc::SystemExit), code);
  return error ? raise_value(error) : nullptr;
}

Ref help(Value, const Args& args) {
  Ref pydoc = import_module("pydoc");
  Ref function = pydoc ? get_attr(pydoc, intern("help")) : Ref();
  return function ? tail_call(function, args) : Ref();
}

Ref print_text(Value self, const Args&) {
  Ref print = dict_get(vm.builtins, intern("print")) ? Ref::share(dict_get(vm.builtins, intern("print"))) : Ref();
  return print ? tail_call(print, Ref(make_str(self_of(self)->text))) : none();
}

Type definition(const char* name, Ref (*call)(Value, const Args&)) {
  Type t;
  t.name = name;
  t.basic_size = sizeof(SiteBuiltin);
  t.flags = kTypeNoInstantiate;
  t.dealloc = free_object;
  t.repr = show;
  t.call = call;
  return t;
}
Type quitter_type = definition("_sitebuiltins.Quitter", quit);
Type helper_type = definition("_sitebuiltins._Helper", help);
Type printer_type = definition("_sitebuiltins._Printer", print_text);

constexpr struct {
  Type* type;
  const char* name;
  const char* text;
} kBuiltins[] = {
    {&quitter_type, "exit", "Use exit() or Ctrl-D (i.e. EOF) to exit"},
    {&quitter_type, "quit", "Use quit() or Ctrl-D (i.e. EOF) to exit"},
    {&helper_type, "help", "Type help() for interactive help, or help(object) for help about object."},
    {&printer_type, "copyright", "Loopscope. Library modules of CPython: Copyright (c) 2001-2024 Python Software Foundation."},
    {&printer_type, "credits", "Loopscope runs Python programs on a runtime of its own; its library is in large part CPython's."},
    {&printer_type, "license", "Loopscope: MIT. Library modules of CPython: the Python Software Foundation License."},
};

}  // namespace

bool add_site_builtins() {
  for (Type* type : {&quitter_type, &helper_type, &printer_type}) ready_type(type);
  for (const auto& row : kBuiltins) {
    auto* object = allocate_as<SiteBuiltin>(row.type);
    if (!object) return false;
    object->name = row.name;
    object->text = row.text;
    if (!dict_set(vm.builtins, intern(row.name), Own<SiteBuiltin>::steal(object))) return false;
  }
  return true;
}

}  // namespace loopscope::python
