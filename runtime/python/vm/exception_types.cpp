// SPDX-License-Identifier: MIT
#include <string_view>

#include "python/vm/exception_internal.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"

/// The built-in exception classes; those with fields of their own and little else are here too.
namespace loopscope::python {

namespace exc {
#define LOOPSCOPE_DEFINE_EXCEPTION(name, base) constinit Type name{};
LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_DEFINE_EXCEPTION)
#undef LOOPSCOPE_DEFINE_EXCEPTION
}  // namespace exc

namespace {

/// First argument, or all of them, or None: StopIteration.value, SystemExit.code.
void take_value(Value self, const Args& args, bool whole) {
  Ref value = args.positional == 0                ? none()
              : args.positional == 1 || !whole    ? Ref::share(args[0])
                                                  : Ref(make_tuple(args.data, args.positional));
  assign(as_exception(self)->value, value);
}

bool stop_init(Value self, const Args& args) {
  if (!exception_init(self, args)) return false;
  take_value(self, args, false);
  return true;
}

bool exit_init(Value self, const Args& args) {
  if (!exception_init(self, args)) return false;
  take_value(self, args, true);
  return true;
}

Args without_keywords(const Args& args) { return {args.data, args.positional, nullptr}; }

bool name_init(Value self, const Args& args) {
  return exception_init(self, without_keywords(args)) &&
         take_keywords(self, args, "NameError", {{"name", &Exception::extra}});
}

bool attribute_init(Value self, const Args& args) {
  return exception_init(self, without_keywords(args)) &&
         take_keywords(self, args, "AttributeError", {{"name", &Exception::extra}, {"obj", &Exception::extra2}});
}

bool import_init(Value self, const Args& args) {
  if (!exception_init(self, without_keywords(args))) return false;
  if (args.positional == 1) assign(as_exception(self)->value, args[0]);
  return take_keywords(self, args, "ImportError",
                       {{"name", &Exception::extra}, {"path", &Exception::extra2}, {"name_from", &Exception::notes}});
}

Ref import_str(Value self) {
  Value message = as_exception(self)->value;
  return message && is_exact(message, str_type) ? Ref::share(message) : exception_str(self);
}

/// One argument is shown as by repr(), so that an empty key can be seen.
Ref key_str(Value self) {
  Tuple* args = as_exception(self)->args;
  return args && args->size == 1 ? repr(args->items[0]) : exception_str(self);
}

const GetSetDef kValue[] = {field_getset<&Exception::value>("value"), {nullptr, nullptr}};
const GetSetDef kCode[] = {field_getset<&Exception::value>("code"), {nullptr, nullptr}};
const GetSetDef kName[] = {field_getset<&Exception::extra>("name"), {nullptr, nullptr}};
const GetSetDef kNameObject[] = {field_getset<&Exception::extra>("name"), field_getset<&Exception::extra2>("obj"),
                                 {nullptr, nullptr}};
const GetSetDef kImport[] = {field_getset<&Exception::value>("msg"), field_getset<&Exception::extra>("name"),
                             field_getset<&Exception::extra2>("path"), field_getset<&Exception::notes>("name_from"),
                             {nullptr, nullptr}};

struct Documentation {
  Type* type;
  const char* text;
};
const Documentation kDocumentation[] = {
    {&exc::BaseException, "Common base class for all exceptions."},
    {&exc::Exception, "Common base class for all non-exit exceptions."},
    {&exc::StopIteration, "Signal the end from iterator.__next__()."},
    {&exc::StopAsyncIteration, "Signal the end from iterator.__anext__()."},
    {&exc::TypeError, "Inappropriate argument type."},
    {&exc::ValueError, "Inappropriate argument value (of correct type)."},
    {&exc::KeyError, "Mapping key not found."},
    {&exc::IndexError, "Sequence index out of range."},
    {&exc::ZeroDivisionError, "Second argument to a division or modulo operation was zero."},
    {&exc::AttributeError, "Attribute not found."},
    {&exc::NameError, "Name not found globally."},
    {&exc::RuntimeError, "Unspecified run-time error."},
    {&exc::TimeoutError, "Timeout expired."},
    {&exc::CancelledError, "The Future or Task was cancelled."},
};

/// Runs before main, as every definition of a static type does.
struct Definitions {
  Definitions() {
    make_all();
    for (const Documentation& d : kDocumentation) d.type->doc = d.text;
    exc::CancelledError.name = "asyncio.exceptions.CancelledError";
    exc::StopIteration.init = stop_init;
    exc::StopIteration.getset = kValue;
    exc::SystemExit.init = exit_init;
    exc::SystemExit.getset = kCode;
    for (Type* t : {&exc::NameError, &exc::UnboundLocalError}) t->init = name_init;
    exc::NameError.getset = kName;
    exc::AttributeError.init = attribute_init;
    exc::AttributeError.getset = kNameObject;
    for (Type* t : {&exc::ImportError, &exc::ModuleNotFoundError}) t->init = import_init;
    exc::ImportError.getset = kImport;
    exc::ImportError.str = import_str;
    exc::KeyError.str = key_str;
    define_os_error(exc::OSError);
    define_syntax_error(exc::SyntaxError);
    for (Type* t : {&exc::IndentationError, &exc::TabError}) t->init = exc::SyntaxError.init;
    for (Type* t :
         {&exc::BlockingIOError, &exc::ChildProcessError, &exc::ConnectionError, &exc::BrokenPipeError,
          &exc::ConnectionAbortedError, &exc::ConnectionRefusedError, &exc::ConnectionResetError, &exc::FileExistsError,
          &exc::FileNotFoundError, &exc::InterruptedError, &exc::IsADirectoryError, &exc::NotADirectoryError,
          &exc::PermissionError, &exc::ProcessLookupError, &exc::TimeoutError}) {
      t->init = exc::OSError.init;
      t->new_ = exc::OSError.new_;
    }
    define_unicode_error(exc::UnicodeDecodeError, exc::UnicodeEncodeError, exc::UnicodeTranslateError);
    define_exception_group(exc::BaseExceptionGroup, exc::ExceptionGroup);
  }
  static void make_all();
};

struct Row {
  const char* name;
  Type* type;
  const char* base;
};
#define LOOPSCOPE_ROW(name, base) {#name, &exc::name, #base},
constexpr Row kRows[] = {LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_ROW)};
#undef LOOPSCOPE_ROW

void Definitions::make_all() {
  auto base_pointer = [](std::string_view base) -> Type* {
    for (const Row& row : kRows)
      if (base == row.name) return row.type;
    return nullptr;
  };
  for (const Row& row : kRows) *row.type = make_exception_type(row.name, base_pointer(row.base));
}

const Definitions definitions;

}  // namespace

void ready_exception_types() {
  // ExceptionGroup has two bases.
  ready_type(&exc::BaseException);
  ready_type(&exc::Exception);
  ready_type(&exc::BaseExceptionGroup);
  exc::ExceptionGroup.base = &exc::BaseExceptionGroup;
  exc::ExceptionGroup.bases = tuple_of(Value(&exc::BaseExceptionGroup), Value(&exc::Exception)).release();
  for (const Row& row : kRows) ready_type(row.type);
}

}  // namespace loopscope::python
