// SPDX-License-Identifier: MIT
#include "python/vm/errors.h"

#include <cstring>
#include <string>

#include "python/number/float_text.h"
#include "python/number/hex_text.h"
#include "python/vm/exception_internal.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/thread.h"
#include "python/vm/traceback.h"
#include "python/vm/vm.h"

/// Raising: messages, the exception in flight, __context__.
namespace loopscope::python {
namespace {

/// CPython writes the classes of these modules in C and so names them with their module in errors; here they are Python's.
bool is_named_with_module(Value module) {
  return module && is_str(module) && (str_equals(module.as<Str>(), "datetime") || str_equals(module.as<Str>(), "decimal"));
}

std::string name_of(Type* type) {
  if (!(type->flags & (kTypeHeap | kTypePythonClass))) return type->name;
  std::string name = to_utf8(type->name_object);
  Value module = type->dict ? dict_get(type->dict, names::__module__) : Value();
  return is_named_with_module(module) ? to_utf8(module.as<Str>()) + "." + name : name;
}

/// A Value as variadic arguments carry it: the same word, of a type that va_arg accepts.
struct PlainValue {
  uintptr_t bits;
};
static_assert(sizeof(PlainValue) == sizeof(Value));
Value to_value(PlainValue v) { return Value::from_bits(v.bits); }

bool add_value(std::string* out, Value v, Ref (*convert)(Value)) {
  Ref text = convert(v);
  if (!text) return false;
  *out += to_utf8(text.as<Str>());
  return true;
}

/// The new instance of a built-in class, without a detour through Python's calling.
Ref build(Type& type, const Value* args, uint32_t count) {
  Args arguments{args, count, nullptr};
  if (type.flags & kTypeHeap) return call(Value(&type), arguments);
  Ref e = type.new_(&type, arguments);
  if (!e || (type.init != exception_init && !type.init(e, arguments))) return {};
  return e;
}

std::nullptr_t throw_built(Ref exception) {
  if (!exception) return nullptr;
  set_exception_context(exception.as<Exception>(), handled_exception());
  restore_pending(std::move(exception));
  return nullptr;
}

}  // namespace

bool format_text(const char* format, va_list arguments, std::string* out) {
  for (const char* p = format; *p; p++) {
    if (*p != '%') {
      const char* end = std::strchr(p, '%');
      if (!end) end = p + std::strlen(p);
      out->append(p, static_cast<size_t>(end - p));
      p = end - 1;
      continue;
    }
    p++;
    switch (*p) {
      case 'T': *out += name_of(type_of(to_value(va_arg(arguments, PlainValue)))); break;
      case 'N': *out += name_of(va_arg(arguments, Type*)); break;
      case 'U': *out += to_utf8(va_arg(arguments, Str*)); break;
      case 'S':
        if (!add_value(out, to_value(va_arg(arguments, PlainValue)), str)) return false;
        break;
      case 'R':
        if (!add_value(out, to_value(va_arg(arguments, PlainValue)), repr)) return false;
        break;
      case 's': *out += va_arg(arguments, const char*); break;
      case 'd': *out += std::to_string(va_arg(arguments, int)); break;
      case 'u': *out += std::to_string(va_arg(arguments, unsigned)); break;
      case 'c': *out += static_cast<char>(va_arg(arguments, int)); break;
      case 'x': *out += hex_text(va_arg(arguments, unsigned)); break;
      case 'z':
        p++;
        *out += *p == 'u' ? std::to_string(va_arg(arguments, size_t)) : std::to_string(va_arg(arguments, ptrdiff_t));
        break;
      case 'l':
        p += 2;
        *out += *p == 'u' ? std::to_string(va_arg(arguments, unsigned long long))
                          : std::to_string(va_arg(arguments, long long));
        break;
      case 'g': *out += float_repr(va_arg(arguments, double)); break;
      default: *out += *p;
    }
  }
  return true;
}

std::nullptr_t raise_formatted(Type& type, const char* format, va_list arguments) {
  std::string text;
  if (format && !format_text(format, arguments, &text)) return nullptr;  // what %R raised is raised instead
  if (text.empty()) return throw_built(build(type, nullptr, 0));
  Own<Str> message = make_str(text);
  if (!message) return nullptr;
  Value v(message);
  return throw_built(build(type, &v, 1));
}

std::nullptr_t raise(Type& type, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  raise_formatted(type, format, arguments);
  va_end(arguments);
  return nullptr;
}

std::nullptr_t raise_value(Value exception) {
  if (is_exception(exception)) return throw_built(Ref::share(exception));
  if (has_type(exception, &type_type) && is_subtype(exception.as<Type>(), &exc::BaseException)) {
    Type* type = exception.as<Type>();
    Ref made = build(*type, nullptr, 0);
    if (made && !is_exception(made))
      return raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %R", exception,
                   Value(type_of(made)));
    return throw_built(std::move(made));
  }
  return raise(exc::TypeError, "exceptions must derive from BaseException");
}

std::nullptr_t raise_with(Type& type, Value argument) { return throw_built(build(type, &argument, 1)); }

Ref make_exception(Type& type, std::initializer_list<Value> arguments) {
  Ref e = build(type, arguments.begin(), static_cast<uint32_t>(arguments.size()));
  if (e && !is_exception(e)) return raise(exc::TypeError, "exceptions must derive from BaseException");
  return e;
}

Ref normalize_exception(Value type_or_instance, Value value) {
  bool has_value = value && value != kNone;
  if (is_exception(type_or_instance)) {
    if (has_value) return raise(exc::TypeError, "instance exception may not have a separate value");
    return Ref::share(type_or_instance);
  }
  if (!has_type(type_or_instance, &type_type) || !is_subtype(type_or_instance.as<Type>(), &exc::BaseException))
    return raise(exc::TypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                 type_or_instance);
  Type* type = type_or_instance.as<Type>();
  if (has_value && is_exception(value) && has_type(value, type)) return Ref::share(value);
  Ref made;
  if (has_value && is_tuple(value))
    made = call(type_or_instance, Args{value.as<Tuple>()->items, value.as<Tuple>()->size, nullptr});
  else
    made = has_value ? call(type_or_instance, value) : call(type_or_instance);
  if (made && !is_exception(made))
    return raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %T",
                 type_or_instance, made.get());
  return made;
}

// ---- the exception in flight ------------------------------------------------------------------------------------------

Exception* pending() { return current_thread().pending.as<Exception>(); }
bool failed() { return static_cast<bool>(current_thread().pending); }
bool pending_is(Type& type) {
  Value v = current_thread().pending;
  return v && has_type(v, &type);
}

Ref take_pending() {
  Thread& thread = current_thread();
  Ref taken = Ref::steal(thread.pending);
  thread.pending = {};
  return taken;
}

void restore_pending(Ref exception) {
  Thread& thread = current_thread();
  Value old = thread.pending;
  thread.pending = exception.release();
  xdecref(old);
}

void clear_pending() {
  Thread& thread = current_thread();
  Value old = thread.pending;
  thread.pending = {};
  xdecref(old);
}

void write_unraisable(const char* where_format, Value object) {
  if (!failed()) return;
  // Nobody has raised it in Python code: then it comes from where that code is.
  Frame* frame = current_thread().top;
  while (frame && !frame->code) frame = frame->back;
  if (frame && !pending()->traceback) add_traceback(frame);
  Ref exception = take_pending();
  std::string_view message = where_format;
  report_unraisable(exception.as<Exception>(), message == "Exception ignored in" ? "" : message, object);
}

}  // namespace loopscope::python
