// SPDX-License-Identifier: MIT
#include "python/vm/warning.h"

#include <string>
#include <unordered_set>

#include "python/vm/generator.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"
#include "python/vm/vm.h"

/// Warnings of the runtime itself. Once the program has imported `warnings`, that module's filters decide; until then the
/// default ones, applied here.
namespace loopscope::python {
namespace {

struct Place {
  Dict* globals = nullptr;  // null: no Python code runs (the program is over)
  std::string filename = "<sys>";
  int line = 0;
};

Place place_at(int stack_level) {
  Place place;
  Frame* frame = current_thread().top;
  for (; frame; frame = frame->back) {
    if (!frame->code) continue;
    if (--stack_level <= 0) break;
  }
  if (!frame) return place;
  place.globals = frame->globals;
  place.filename = to_utf8(frame->code->filename);
  place.line = frame->line();
  return place;
}

std::string module_of(const Place& place) {
  Value name = place.globals ? dict_get(place.globals, names::__name__) : Value();
  return name && is_str(name) ? to_utf8(name.as<Str>()) : "sys";
}

bool shown_by_default(Type& category, const std::string& module) {
  if (is_subtype(&category, &exc::DeprecationWarning)) return module == "__main__";
  return !is_subtype(&category, &exc::PendingDeprecationWarning) && !is_subtype(&category, &exc::ImportWarning) &&
         !is_subtype(&category, &exc::ResourceWarning);
}

/// The module's own function, if the program has loaded it.
Ref explicit_function() {
  static Str* const module_name = intern("warnings");
  Value module = vm.modules ? dict_get(vm.modules, module_name) : Value();
  if (!module || !is_exact(module, module_type)) return {};
  Ref function = get_attr_or_null(module, intern("warn_explicit"));
  if (function && is_callable(function)) return function;
  clear_pending();
  return {};
}

bool warn_through_module(Value function, Type& category, std::string_view message, const Place& place, Value source) {
  static Str* const registry_name = intern("__warningregistry__");
  Ref registry = none();
  if (place.globals) {
    registry = Ref::share(dict_get(place.globals, registry_name));
    if (!registry) {
      registry = make_dict();
      if (!registry || !dict_set(place.globals, registry_name, registry)) return false;
    }
  }
  Own<Str> text = make_str(message), file = make_str(place.filename), module = make_str(module_of(place));
  Own<Tuple> keywords = tuple_of(Value(intern("source")));
  Value args[] = {Value(text), Value(&category), Value(file), Value::small(place.line), Value(module), registry.get(),
                  kNone, source ? source : kNone};
  return static_cast<bool>(call(function, Args{args, 7, keywords.get()}));
}

bool warn_at(Type& category, std::string_view message, const Place& place, Value source) {
  if (Ref function = explicit_function()) return warn_through_module(function, category, message, place, source);
  if (!shown_by_default(category, module_of(place))) return true;
  static std::unordered_set<std::string> shown;
  std::string name = category.flags & kTypeHeap ? to_utf8(category.name_object) : category.name;
  std::string where = place.filename + ":" + std::to_string(place.line) + ": " + name + ": " + std::string(message) + "\n";
  if (!shown.insert(where).second) return true;
  std::string line;
  if (vm.main_module && source_line(place.filename, place.line, &line)) {
    size_t start = line.find_first_not_of(" \t\f");
    size_t end = line.find_last_not_of(" \t\f\r\n");
    if (start != std::string::npos) where += "  " + line.substr(start, end - start + 1) + "\n";
  }
  if (source && place.globals) where += name + ": Enable tracemalloc to get the object allocation traceback\n";
  write_error_text(where);
  return true;
}

}  // namespace

namespace {

/// cr_origin as traceback.format_list shows it, without the last newline.
std::string calls_text(Tuple* calls) {
  std::string text;
  for (uint32_t i = calls->size; i-- > 0;) {
    Tuple* call = calls->items[i].as<Tuple>();
    std::string file = to_utf8(call->items[0].as<Str>()), source;
    int line = static_cast<int>(call->items[1].small_value());
    text += "\n  File \"" + file + "\", line " + std::to_string(line) + ", in " + to_utf8(call->items[2].as<Str>());
    if (!source_line(file, line, &source)) continue;
    size_t start = source.find_first_not_of(" \t\f");
    if (start != std::string::npos) text += "\n    " + source.substr(start);
  }
  return text;
}

}  // namespace

bool warn(Type& category, std::string_view message, int stack_level) {
  return warn_at(category, message, place_at(stack_level), {});
}

bool warn_explicit(Type& category, std::string_view message, std::string_view filename, int line) {
  Place place;
  place.filename = filename;
  place.line = line;
  place.globals = vm.main_module->dict;
  return warn_at(category, message, place, {});
}

namespace {
void warn_unawaited(Value source, const std::string& what) {
  Ref in_flight = take_pending();
  std::string message = what + " was never awaited";
  Value origin = source.as<Generator>()->origin;
  if (origin) message += "\nCoroutine created at (most recent call last)" + calls_text(origin.as<Tuple>());
  if (!warn_at(exc::RuntimeWarning, message, place_at(1), source)) write_unraisable("Exception ignored in", source);
  if (in_flight) restore_pending(std::move(in_flight));
}
}  // namespace

void warn_never_awaited(Generator* coroutine) {
  warn_unawaited(coroutine, "coroutine '" + to_utf8(coroutine->qualname) + "'");
}

void warn_method_never_awaited(Generator* generator, std::string_view method) {
  warn_unawaited(generator, "coroutine method '" + std::string(method) + "' of '" + to_utf8(generator->qualname) + "'");
}

}  // namespace loopscope::python
