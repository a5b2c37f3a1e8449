// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "python/vm/code_object.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/import_internal.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"

/// import: native modules, library modules in Python source (through the host), and a clear error for the rest.
namespace loopscope::python {

namespace {

std::map<std::string, ModuleInit, std::less<>>& native_modules() {
  static std::map<std::string, ModuleInit, std::less<>> modules;
  return modules;
}

std::string (*missing_module_hint)(std::string_view) = nullptr;
bool (*source_finder)(std::string_view name, Value folders, SourceModule* found) = nullptr;

/// CPython has loaded these before the program starts, or has them built in: no file of that name comes before them.
bool comes_before_files(std::string_view name) {
  static constexpr std::string_view kNames =
      " _abc _ast _codecs _collections _collections_abc _functools _imp _io _locale _operator _signal _sitebuiltins _sre _stat "
      "_string _symtable _thread _tracemalloc _typing _warnings _weakref _weakrefset abc atexit builtins codecs encodings errno "
      "faulthandler gc genericpath io itertools marshal os posix posixpath pwd site stat sys time zipimport ";
  return kNames.find(" " + std::string(name) + " ") != std::string_view::npos;
}

}  // namespace

void set_source_finder(bool (*find)(std::string_view, Value, SourceModule*)) { source_finder = find; }

bool is_library_package(Value package) {
  if (!is_exact(package, module_type)) return false;
  Value path = dict_get(package.as<Module>()->dict, names::__path__);
  if (!path || !is_list(path) || !path.as<List>()->size || !is_str(path.as<List>()->items[0])) return false;
  return is_library_file(to_utf8(path.as<List>()->items[0].as<Str>()));
}

bool find_source_module(std::string_view name, Value package, SourceModule* found) {
  if (!source_finder) return false;
  if (!package) return !comes_before_files(name) && source_finder(name, {}, found);
  if (is_library_package(package)) return false;
  Ref path = get_attr_or_null(package, names::__path__);
  clear_pending();
  return path && source_finder(name.substr(name.rfind('.') + 1), path, found);
}

void set_missing_module_hint(std::string (*hint)(std::string_view)) { missing_module_hint = hint; }

void register_native_module(const char* name, ModuleInit init) { native_modules()[name] = init; }

ModuleInit find_native_module(std::string_view name, bool* is_package) {
  auto found = native_modules().find(name);
  if (found == native_modules().end()) return nullptr;
  // Its own modules follow it in the order of names, and there are few.
  auto next = std::next(found);
  *is_package = next != native_modules().end() && next->first.size() > name.size() && next->first[name.size()] == '.' &&
                next->first.starts_with(name);
  return found->second;
}

bool is_native_module(std::string_view name) { return native_modules().find(name) != native_modules().end(); }

Value loaded_module(std::string_view name) { return dict_get(vm.modules, Value(make_str(name))); }

Ref raise_missing(std::string_view name, const std::string& reason) {
  Own<Str> text = make_str(name);
  raise(exc::ModuleNotFoundError, "No module named %R%s", Value(text), reason.c_str());
  Ref error = take_pending();
  if (error && is_exception(error)) {
    set_attr(error, names::name, text);
    restore_pending(std::move(error));
  }
  return {};
}

Ref raise_missing(std::string_view name) {
  std::string hint = missing_module_hint ? missing_module_hint(name) : std::string();
  return raise_missing(name, hint.empty() ? hint : ". " + hint);
}

namespace {

/// The module of a dotted name when it and its parents are loaded, borrowed; else null.
Value find_loaded(std::string_view name) {
  Value module = loaded_module(name);
  if (!module || module == kNone || !is_exact(module, module_type) || module_is_loading(module.as<Module>())) return {};
  return module;
}

/// Whether all names of a fromlist are there already.
bool has_all(Value module, Value fromlist) {
  if (!is_tuple(fromlist) || !is_exact(module, module_type)) return false;
  for (uint32_t i = 0; i < fromlist.as<Tuple>()->size; i++) {
    Value item = fromlist.as<Tuple>()->items[i];
    if (!is_str(item)) return false;
    if (!dict_get(module.as<Module>()->dict, item.as<Str>())) return false;  // `*` is never there: __all__ may name modules
  }
  return true;
}

/// The name that `level` leading dots in a module with these globals mean; false with ImportError.
bool absolute_name(std::string_view name, Dict* globals, int level, std::string* absolute) {
  *absolute = name;
  if (level == 0) {
    if (!name.empty()) return true;
    raise(exc::ValueError, "Empty module name");
    return false;
  }
  Value package = globals ? dict_get(globals, names::__package__) : Value();
  std::string base = package && is_str(package) ? to_utf8(package.as<Str>()) : std::string();
  if (base.empty()) {
    raise(exc::ImportError, "attempted relative import with no known parent package");
    return false;
  }
  for (int i = 1; i < level; i++) {
    size_t dot = base.rfind('.');
    if (dot == std::string::npos) {
      raise(exc::ImportError, "attempted relative import beyond top-level package");
      return false;
    }
    base.resize(dot);
  }
  *absolute = name.empty() ? base : base + "." + std::string(name);
  return true;
}

}  // namespace

bool has_more_names(Value module) {
  static Str* const lazy = intern("__lazy__");
  if (is_exact(module, module_type)) {
    Dict* dict = module.as<Module>()->dict;
    if (dict_get(dict, lazy) || dict_get(dict, names::__path__)) return true;
    // Only a program's own __getattr__ is asked.
    Value hook = dict_get(dict, names::__getattr__);
    if (!hook) return false;
    if (is_exact(hook, function_type) && is_library_file(to_utf8(hook.as<Function>()->code->filename))) return false;
  }
  Ref path = get_attr_or_null(module, names::__path__);
  clear_pending();
  return static_cast<bool>(path);
}

Ref import_module(std::string_view name) {
  if (Value module = find_loaded(name)) return Ref::share(module);
  push_import(name, {}, false, OnReturn::entry);
  return run_pushed(current_thread());
}

Ref import_with_level(std::string_view name, Dict* globals, Value fromlist, int level) {
  std::string absolute;
  if (!absolute_name(name, globals, level, &absolute)) return {};
  bool wants_names = fromlist && fromlist != kNone && truth(fromlist) == 1;
  bool wants_first = !wants_names && level == 0 && name.find('.') != std::string_view::npos;
  // The usual case of a module that is loaded already takes no frame.
  if (Value module = find_loaded(absolute)) {
    if (!wants_names) {
      if (!wants_first) return Ref::share(module);
      if (Value first = find_loaded(name.substr(0, name.find('.')))) return Ref::share(first);
    } else if (!has_more_names(module) || has_all(module, fromlist)) {
      return Ref::share(module);
    }
  }
  push_import(absolute, wants_names ? fromlist : Value(), wants_first, OnReturn::push);
  return frame_pushed();
}

Ref import_name(Frame* frame, Str* name, Value level, Value fromlist) {
  // A program may have put its own __import__ in the way.
  Value replaced = dict_get(frame->builtins, names::__import__);
  if (!replaced || !is_exact(replaced, native_function_type)) {
    if (!replaced) return raise(exc::ImportError, "__import__ not found");
    Ref keep = Ref::share(replaced), locals = frame->mapping ? Ref::share(frame->mapping) : none();
    Value args[] = {name, frame->globals, locals, fromlist, level};
    return call_or_push(keep, Args{args, 5, nullptr});
  }
  return import_with_level(to_utf8(name), frame->globals, fromlist, level.is_small() ? static_cast<int>(level.small_value()) : 0);
}

Ref import_from(Value module, Str* name) {
  Ref v = get_attr_or_null(module, name);
  if (v) return v;
  if (failed()) return {};
  Ref module_name = get_attr_or_null(module, names::__name__);
  if (!module_name) clear_pending();
  if (module_name && is_str(module_name)) {
    Own<Str> full = make_str(to_utf8(module_name.as<Str>()) + "." + to_utf8(name));
    if (Value found = dict_get(vm.modules, Value(full))) return Ref::share(found);
  }
  Ref file = get_attr_or_null(module, names::__file__);
  if (!file) clear_pending();
  Own<Str> unknown = make_str("<unknown module name>");
  Value shown = module_name ? module_name.get() : Value(unknown);
  bool circular = is_exact(module, module_type) && module_is_loading(module.as<Module>());
  if (circular)
    raise(exc::ImportError, "cannot import name '%U' from partially initialized module %R (most likely due to a circular import) (%S)",
          name, shown, file ? file.get() : Value(unknown));
  else if (file && is_str(file))
    raise(exc::ImportError, "cannot import name '%U' from %R (%S)", name, shown, file.get());
  else
    raise(exc::ImportError, "cannot import name '%U' from %R (unknown location)", name, shown);
  Ref error = take_pending();
  set_attr(error, names::name, shown);
  set_attr(error, intern("name_from"), name);
  restore_pending(std::move(error));
  return {};
}

std::string hidden_module_hint(const Module* module) {
  // CPython: _PyModule_IsPossiblyShadowing.
  Value file = dict_get(module->dict, names::__file__), name = dict_get(module->dict, names::__name__);
  Value program = vm.main_module ? dict_get(vm.main_module->dict, names::__file__) : Value();
  if (!file || !is_str(file) || !name || !is_str(name) || !program || !is_str(program)) return {};
  std::string path = to_utf8(file.as<Str>()), folder = to_utf8(program.as<Str>());
  if (is_library_file(path)) return {};
  std::string_view holder(path);
  if (holder.ends_with("/__init__.py")) holder.remove_suffix(12);
  folder.resize(std::min(folder.rfind('/'), folder.size()));
  if (holder.substr(0, std::min(holder.rfind('/'), holder.size())) != folder) return {};
  Ref sys = import_module("sys");
  Ref known = sys ? get_attr_or_null(sys, intern("stdlib_module_names")) : Ref();
  bool hides = known && contains(known, name) == 1;
  clear_pending();
  if (hides)
    return " (consider renaming '" + path + "' since it has the same name as the standard library module named '" +
           to_utf8(name.as<Str>()) + "' and the import system gives it precedence)";
  if (!module_is_loading(module)) return {};
  return " (consider renaming '" + path + "' if it has the same name as a third-party module you intended to import)";
}

bool import_star(Frame* frame, Value module) {
  Value target = frame->mapping ? frame->mapping : Value(frame->globals);
  Ref all = get_attr_or_null(module, names::__all__);
  if (all)
    return for_each(all, [&](Value name) {
      if (!is_str(name)) {
        raise(exc::TypeError, "Item in %R.__all__ must be str, not %T", module, name);
        return false;
      }
      Ref v = get_attr(module, intern(name.as<Str>()));
      return v && set_item(target, name, v);
    });
  clear_pending();
  Ref dict = get_attr(module, names::__dict__);
  if (!dict) return false;
  Own<List> keys = to_list(dict);
  if (!keys) return false;
  for (uint32_t i = 0; i < keys->size; i++) {
    Value key = keys->items[i];
    if (!is_str(key) || (key.as<Str>()->length && key.as<Str>()->at(0) == '_')) continue;
    Ref v = get_item(dict, key);
    if (!v || !set_item(target, key, v)) return false;
  }
  return true;
}


}  // namespace loopscope::python
