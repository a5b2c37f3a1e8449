// SPDX-License-Identifier: MIT
#include "python/library/stream.h"

#include "python/vm/gc.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

namespace loopscope::python {

namespace {

HostStream* self_of(Value v) { return v.as<HostStream>(); }

Ref write(Value self, const Value* args) {
  if (self_of(self)->number == 0) return raise(exc::ValueError, "not writable");
  if (!is_str(args[0])) return raise(exc::TypeError, "write() argument must be str, not %T", args[0]);
  write_stream(self_of(self)->number, to_utf8(args[0].as<Str>()));
  return make_int(args[0].as<Str>()->length);
}
Ref writelines(Value self, const Value* args) {
  bool ok = for_each(args[0], [&](Value line) { return static_cast<bool>(write(self, &line)); });
  return ok ? none() : Ref();
}
Ref nothing(Value, const Value*) { return none(); }
Ref no(Value, const Value*) { return boolean(false); }
Ref is_writable(Value self, const Value*) { return boolean(self_of(self)->number != 0); }
Ref is_readable(Value self, const Value*) { return boolean(self_of(self)->number == 0); }
Ref fileno(Value self, const Value*) { return make_int(self_of(self)->number); }
Ref get_encoding(Value) { return make_str("utf-8"); }
Ref get_errors(Value self) { return make_str(self_of(self)->number == 2 ? "backslashreplace" : "strict"); }
Ref get_name(Value self) {
  static const char* names[] = {"<stdin>", "<stdout>", "<stderr>"};
  return make_str(names[self_of(self)->number]);
}
Ref get_mode(Value self) { return make_str(self_of(self)->number ? "w" : "r"); }
Ref get_closed(Value) { return boolean(false); }
Ref identity(Value self, const Value*) { return Ref::share(self); }

Ref readline(Value self, const Value*) {
  if (self_of(self)->number != 0) return raise(exc::ValueError, "not readable");
  return read_input_line(false);
}

const NativeDef kMethods[] = {
    {"write", write, "text, /"},     {"writelines", writelines, "lines, /"}, {"flush", nothing, ""},
    {"close", nothing, ""},          {"isatty", no, ""},                     {"writable", is_writable, ""},
    {"readable", is_readable, ""},   {"seekable", no, ""},                   {"fileno", fileno, ""},
    {"readline", readline, "size=-1, /"}, {"reconfigure", nothing, "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None"},
    {"__enter__", identity, ""},     {"__exit__", nothing, "*exc_info"},     {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"encoding", get_encoding}, {"errors", get_errors}, {"name", get_name},
                                 {"mode", get_mode},         {"closed", get_closed}, {nullptr, nullptr}};

Ref repr_stream(Value self) {
  Ref name = get_name(self), mode = get_mode(self);
  return make_str("<_io.TextIOWrapper name='" + to_utf8(name.as<Str>()) + "' mode='" + to_utf8(mode.as<Str>()) +
                  "' encoding='utf-8'>");
}

}  // namespace

Type host_stream_type{};

Ref make_host_stream(int number) {
  HostStream* s = allocate_as<HostStream>(&host_stream_type);
  if (!s) return {};
  s->number = number;
  return Ref::steal(s);
}

void ready_stream_type() {
  Type& t = host_stream_type;
  t.name = "_io.TextIOWrapper";
  t.basic_size = sizeof(HostStream);
  t.dict_offset = offsetof(HostStream, dict);
  t.flags = kTypeNoInstantiate;
  t.dealloc = [](Object* o) {
    xdecref(Value(static_cast<HostStream*>(o)->dict));
    free_object(o);
  };
  t.repr = repr_stream;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

bool write_to(Value file, Str* text) {
  if (type_of(file) == &host_stream_type && self_of(file)->number) {
    write_stream(self_of(file)->number, to_utf8(text));
    return true;
  }
  return static_cast<bool>(call_method(file, names::write, text));
}

Ref current_stdout() {
  Value sys = dict_get(vm.modules, names::sys);
  if (!sys || !is_exact(sys, module_type)) {
    // Nobody has imported sys yet, so nobody has replaced it either.
    static Value standard = make_host_stream(1).release();
    return Ref::share(standard);
  }
  static Str* name = intern("stdout");
  Value v = dict_get(sys.as<Module>()->dict, name);
  return v && v != kNone ? Ref::share(v) : Ref();
}

}  // namespace loopscope::python
