// SPDX-License-Identifier: MIT
#include "python/vm/exception_internal.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// OSError and which of its subclasses an errno means.
namespace loopscope::python {
namespace {

/// Numbers as on Linux, whatever the host: programs print them.
struct ErrnoClass {
  int number;
  Type* type;
};
const ErrnoClass kClasses[] = {
    {11, &exc::BlockingIOError},      {114, &exc::BlockingIOError},        {115, &exc::BlockingIOError},
    {32, &exc::BrokenPipeError},      {108, &exc::BrokenPipeError},        {10, &exc::ChildProcessError},
    {103, &exc::ConnectionAbortedError}, {111, &exc::ConnectionRefusedError}, {104, &exc::ConnectionResetError},
    {17, &exc::FileExistsError},      {2, &exc::FileNotFoundError},        {21, &exc::IsADirectoryError},
    {20, &exc::NotADirectoryError},   {4, &exc::InterruptedError},         {13, &exc::PermissionError},
    {1, &exc::PermissionError},       {3, &exc::ProcessLookupError},       {110, &exc::TimeoutError},
};

Type* class_for(int64_t number) {
  for (const ErrnoClass& row : kClasses)
    if (row.number == number) return row.type;
  return nullptr;
}

Ref os_error_new(Type* type, const Args& args) {
  int64_t number;
  if (type == &exc::OSError && args.positional >= 2 && args.positional <= 5 && is_int(args[0]) &&
      int_fits(args[0], &number)) {
    if (Type* better = class_for(number)) type = better;
  }
  return exception_new(type, args);
}

bool os_error_init(Value self, const Args& args) {
  if (!exception_init(self, args)) return false;
  if (args.positional < 2 || args.positional > 5) return true;
  auto* e = as_exception(self);
  assign(e->value, args[0]);
  assign(e->extra, args[1]);
  if (args.positional >= 3 && args[2] != kNone) {
    assign(e->extra2, args[2]);
    // args holds only errno and text, for unpickling and old habits.
    Own<Tuple> two = make_tuple(args.data, 2);
    Tuple* old = e->args;
    e->args = two.release();
    if (old) decref(static_cast<Object*>(old));
  }
  if (args.positional >= 5 && args[4] != kNone) assign(e->notes, args[4]);
  return true;
}

Ref os_error_str(Value self) {
  auto* e = as_exception(self);
  if (!e->value && !e->extra) return exception_str(self);
  auto shown = [](Value v) { return v ? v : kNone; };
  Ref number = str(shown(e->value)), text = str(shown(e->extra));
  if (!number || !text) return {};
  std::string line = "[Errno " + to_utf8(number.as<Str>()) + "] " + to_utf8(text.as<Str>());
  if (!e->extra2) return make_str(line);
  Ref filename = repr(e->extra2);
  if (!filename) return {};
  line += ": " + to_utf8(filename.as<Str>());
  if (e->notes) {
    Ref second = repr(e->notes);
    if (!second) return {};
    line += " -> " + to_utf8(second.as<Str>());
  }
  return make_str(line);
}

Ref os_error_reduce(Value self, const Value*) {
  auto* e = as_exception(self);
  if (!e->extra2 || !e->args || e->args->size != 2) return tuple_of(Value(type_of(self)), Value(e->args));
  return tuple_of(Value(type_of(self)), Value(tuple_of(e->args->items[0], e->args->items[1], e->extra2)));
}

const GetSetDef kGetSet[] = {
    field_getset<&Exception::value>("errno"),      field_getset<&Exception::extra>("strerror"),
    field_getset<&Exception::extra2>("filename"),  field_getset<&Exception::notes>("filename2"),
    {nullptr, nullptr},
};
const NativeDef kMethods[] = {{"__reduce__", os_error_reduce, ""}, {nullptr, nullptr, nullptr}};

}  // namespace

void define_os_error(Type& t) {
  t.new_ = os_error_new;
  t.init = os_error_init;
  t.str = os_error_str;
  t.getset = kGetSet;
  t.methods = kMethods;
}

std::nullptr_t raise_os_error(int number, std::string_view message, Value filename) {
  Value args[] = {Value::small(number), Value(), filename};
  Own<Str> text = make_str(message);
  args[1] = Value(text);
  Ref e = call(Value(&exc::OSError), Args{args, filename ? 3u : 2u, nullptr});
  return e ? raise_value(e) : nullptr;
}

std::nullptr_t raise_import_error(Type& type, std::string_view message, Value name, Value path) {
  Ref e = make_exception(type, {make_str(message)});
  if (!e) return nullptr;
  assign(as_exception(e)->extra, name);
  assign(as_exception(e)->extra2, path);
  return raise_value(e);
}

}  // namespace loopscope::python
