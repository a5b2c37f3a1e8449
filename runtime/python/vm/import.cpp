// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/import.h"
#include "python/vm/names.h"

/// import: native modules, library modules in Python source (through the host), and a clear error for the rest.
namespace loopscope::python {

namespace {

std::map<std::string, ModuleInit, std::less<>>& native_modules() {
  static std::map<std::string, ModuleInit, std::less<>> modules;
  return modules;
}

std::string (*missing_module_hint)(std::string_view) = nullptr;

bool set_module_fields(Module* m, std::string_view name, bool is_package, const std::string* filename) {
  std::string package(name);
  if (!is_package) package = package.rfind('.') == std::string::npos ? "" : package.substr(0, package.rfind('.'));
  Own<Str> package_name = make_str(package);
  bool ok = dict_set(m->dict, names::__package__, package_name);
  if (filename) {
    Own<Str> file = make_str(*filename);
    ok = ok && dict_set(m->dict, names::__file__, file);
  }
  if (is_package) {
    Own<List> path = make_list();
    ok = ok && dict_set(m->dict, names::__path__, path);
  }
  return ok;
}

/// ModuleNotFoundError with its `name`; `reason` follows what is missing.
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

/// Loads exactly `name`; its parents are loaded already.
Ref load_module(std::string_view name) {
  auto native = native_modules().find(name);
  if (native != native_modules().end()) {
    Own<Module> m = make_module(name);
    if (!m) return {};
    bool is_package = false;
    std::string prefix = std::string(name) + ".";
    for (auto& [other, init] : native_modules())
      if (other.compare(0, prefix.size(), prefix) == 0) is_package = true;
    if (!set_module_fields(m.get(), name, is_package, nullptr)) return {};
    if (!dict_set(vm.modules, make_str(name), m)) return {};
    if (!native->second(m.get())) {
      Ref error = take_pending();
      dict_delete(vm.modules, make_str(name));
      restore_pending(std::move(error));
      return {};
    }
    return m;
  }
  std::string source, filename;
  bool is_package = false;
  if (!vm.hooks.find_module || !vm.hooks.find_module(name, &source, &filename, &is_package)) return raise_missing(name);
  Own<CodeObject> code = compile_source(source, filename, "exec");
  if (!code) return {};
  Own<Module> m = make_module(name);
  if (!m || !set_module_fields(m.get(), name, is_package, &filename)) return {};
  if (!dict_set(m->dict, names::__builtins__, Value(vm.builtins))) return {};
  if (!dict_set(vm.modules, make_str(name), m)) return {};
  Ref result = run_code(code.get(), m->dict, m->dict);
  if (!result) {
    Ref error = take_pending();
    dict_delete(vm.modules, make_str(name));
    restore_pending(std::move(error));
    return {};
  }
  // A module may replace itself in sys.modules.
  Value final = dict_get(vm.modules, make_str(name));
  return Ref::share(final ? final : Value(m));
}

}  // namespace

void set_missing_module_hint(std::string (*hint)(std::string_view)) { missing_module_hint = hint; }

void register_native_module(const char* name, ModuleInit init) { native_modules()[name] = init; }

Ref import_module(std::string_view name) {
  Ref module;
  size_t end = 0;
  while (end <= name.size()) {
    size_t dot = name.find('.', end);
    if (dot == std::string_view::npos) dot = name.size();
    std::string_view part = name.substr(0, dot);
    Own<Str> key = make_str(part);
    Value known = dict_get(vm.modules, Value(key));
    Ref next;
    if (known == kNone) {
      return raise(exc::ModuleNotFoundError, "import of %s halted; None in sys.modules", std::string(part).c_str());
    }
    if (known) {
      next = Ref::share(known);
    } else {
      if (module) {
        Ref path = get_attr_or_null(module, names::__path__);
        if (!path) {
          clear_pending();
          std::string parent(name.substr(0, end ? end - 1 : 0));
          return raise_missing(part, "; '" + parent + "' is not a package");
        }
      }
      next = load_module(part);
      if (!next) return {};
      if (module) {
        Own<Str> last = make_str(part.substr(end));
        if (!set_attr(module, intern(last.get()), next)) return {};
      }
    }
    module = std::move(next);
    end = dot + 1;
  }
  return module;
}

Ref import_with_level(std::string_view name, Dict* globals, Value fromlist, int level) {
  std::string absolute(name);
  if (level > 0) {
    Value package = globals ? dict_get(globals, names::__package__) : Value();
    std::string base = package && is_str(package) ? to_utf8(package.as<Str>()) : std::string();
    for (int i = 1; i < level && !base.empty(); i++) base = base.rfind('.') == std::string::npos ? "" : base.substr(0, base.rfind('.'));
    if (base.empty()) return raise(exc::ImportError, "attempted relative import with no known parent package");
    absolute = name.empty() ? base : base + "." + absolute;
  } else if (name.empty()) {
    return raise(exc::ValueError, "Empty module name");
  }
  Ref module = import_module(absolute);
  if (!module) return {};
  bool wants_names = fromlist && fromlist != kNone && truth(fromlist) == 1;
  if (wants_names) {
    // `from package import submodule` loads the submodule.
    Ref path = get_attr_or_null(module, names::__path__);
    if (!path) clear_pending();
    if (path && is_tuple(fromlist)) {
      for (uint32_t i = 0; i < fromlist.as<Tuple>()->size; i++) {
        Value item = fromlist.as<Tuple>()->items[i];
        if (!is_str(item) || str_equals(item.as<Str>(), "*")) continue;
        Ref has = get_attr_or_null(module, intern(item.as<Str>()));
        if (has) continue;
        clear_pending();
        Ref submodule = import_module(absolute + "." + to_utf8(item.as<Str>()));
        if (!submodule) {
          if (!pending_is(exc::ModuleNotFoundError)) return {};
          clear_pending();
        }
      }
    }
    return module;
  }
  if (level > 0) return module;
  size_t dot = name.find('.');
  return dot == std::string_view::npos ? module : import_module(name.substr(0, dot));
}

Ref import_name(Frame* frame, Str* name, Value level, Value fromlist) {
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
  if (file && is_str(file))
    raise(exc::ImportError, "cannot import name '%U' from %R (%S)", name, shown, file.get());
  else
    raise(exc::ImportError, "cannot import name '%U' from %R (unknown location)", name, shown);
  Ref error = take_pending();
  set_attr(error, names::name, shown);
  set_attr(error, intern("name_from"), name);
  restore_pending(std::move(error));
  return {};
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
