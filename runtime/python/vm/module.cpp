// SPDX-License-Identifier: MIT
#include "python/vm/import.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {
namespace {

Module* module_(Value v) { return v.as<Module>(); }

void module_clear(Object* object) {
  auto* m = static_cast<Module*>(object);
  Dict* dict = m->dict;
  m->dict = nullptr;
  if (dict) decref(static_cast<Object*>(dict));
}

void module_dealloc(Object* object) {
  auto* m = static_cast<Module*>(object);
  gc_untrack(object);
  module_clear(object);
  xdecref(Value(m->name));
  free_object(object);
}

void module_traverse(Object* object, Visitor& visit) { visit(Value(static_cast<Module*>(object)->dict)); }

bool fill(Module* m, Str* name, Value doc) {
  incref(Value(name));
  xdecref(Value(m->name));
  m->name = name;
  if (!m->dict) m->dict = make_dict().release();
  return m->dict && dict_set(m->dict, names::__name__, Value(name)) && dict_set(m->dict, names::__doc__, doc) &&
         dict_set(m->dict, names::__package__, kNone) && dict_set(m->dict, names::__loader__, kNone) &&
         dict_set(m->dict, names::__spec__, kNone);
}

Ref module_new(Type* type, const Args&) {
  auto* m = allocate_as<Module>(type);
  if (!m) return {};
  m->dict = make_dict().release();
  gc_track(m);
  return Ref::steal(m);
}

bool module_init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("name, doc=None"), {"module"}, args);
  if (!bound) return false;
  if (!is_str(bound[0])) {
    raise(exc::TypeError, "module() argument 'name' must be str, not %T", bound[0]);
    return false;
  }
  return fill(module_(self), bound[0].as<Str>(), bound[1] ? bound[1] : kNone);
}

/// Library modules that load their seldom used parts late, in a `__getattr__` that CPython's do not have: a name it does not
/// know is reported as if there were no such function.
bool loads_late(Value function) {
  if (!is_exact(function, function_type)) return false;
  std::string file = to_utf8(function.as<Function>()->code->filename);
  if (!is_library_file(file)) return false;
  for (std::string_view name : {"/asyncio/__init__.py", "/inspect.py", "/string.py"})
    if (file.ends_with(name)) return true;
  return false;
}

Ref module_getattr(Value self, Str* name) {
  Ref found = generic_getattr_or_null(self, name);
  if (found || failed()) return found;
  auto* m = module_(self);
  if (Value hook = m->dict ? dict_get(m->dict, names::__getattr__) : Value()) {
    Ref keep = Ref::share(hook);
    Ref value = call(keep, Value(name));
    if (value || !pending_is(exc::AttributeError) || !loads_late(keep)) return value;
    clear_pending();
  }
  Value module_name = m->dict ? dict_get(m->dict, names::__name__) : Value();
  if (!module_name || !is_str(module_name)) return raise_attribute_error(self, name, "module has no attribute '%U'", name);
  if (std::string hint = hidden_module_hint(m); !hint.empty())
    return raise_attribute_error(self, name, "module '%U' has no attribute '%U'%s", module_name.as<Str>(), name, hint.c_str());
  if (Value file = dict_get(m->dict, names::__file__); file && is_str(file) && module_is_loading(m))
    return raise_attribute_error(
        self, name, "partially initialized module '%U' from '%U' has no attribute '%U' (most likely due to a circular import)",
        module_name.as<Str>(), file.as<Str>(), name);
  if (module_is_loading(m))  // a missing name is then probably a circular import
    return raise_attribute_error(
        self, name, "partially initialized module '%U' has no attribute '%U' (most likely due to a circular import)",
        module_name.as<Str>(), name);
  return raise_attribute_error(self, name, "module '%U' has no attribute '%U'", module_name.as<Str>(), name);
}

Ref module_repr(Value self) {
  auto* m = module_(self);
  Value name = m->dict ? dict_get(m->dict, names::__name__) : Value();
  Value file = m->dict ? dict_get(m->dict, names::__file__) : Value();
  std::string text = "<module " + (name && is_str(name) ? "'" + to_utf8(name.as<Str>()) + "'" : "'?'");
  if (file && is_str(file)) {
    Ref shown = repr(file);
    if (!shown) return {};
    return make_str(text + " from " + to_utf8(shown.as<Str>()) + ">");
  }
  Value path = m->dict ? dict_get(m->dict, names::__path__) : Value();
  if (path && is_list(path) && name && is_str(name) && !is_native_module(to_utf8(name.as<Str>()))) {  // a folder without __init__.py
    Ref shown = repr(path);
    return shown ? make_str(text + " (namespace) from " + to_utf8(shown.as<Str>()) + ">") : Ref();
  }
  Value loader = m->dict ? dict_get(m->dict, names::__loader__) : Value();
  // builtins is there before any import.
  bool built_in = (!loader || loader == kNone) && name && is_str(name) &&
                  (m->dict == vm.builtins || is_native_module(to_utf8(name.as<Str>())));
  if (name && is_str(name) && str_equals(name.as<Str>(), "__main__")) return make_str(text + ">");
  return make_str(text + (built_in ? " (built-in)>" : ">"));
}

Ref module_dir(Value self, const Value*) {
  auto* m = module_(self);
  if (Value hook = m->dict ? dict_get(m->dict, names::__dir__) : Value()) {
    Ref keep = Ref::share(hook);
    return call(keep);
  }
  Own<List> names = to_list(Value(m->dict));
  // What other modules bring when it is first asked for (module_add_lazy).
  Value lazy = dict_get(m->dict, intern("__lazy__"));
  if (!names || !lazy || !is_dict(lazy)) return names;
  uint32_t position = 0;
  Value name, where;
  while (dict_next(lazy.as<Dict>(), &position, &name, &where))
    if (!dict_get(m->dict, name) && !list_append(names.get(), name)) return {};
  return names;
}

Ref get_annotations(Value self) {
  auto* m = module_(self);
  if (Value found = dict_get(m->dict, names::__annotations__)) return Ref::share(found);
  Own<Dict> made = make_dict();
  if (!made || !dict_set(m->dict, names::__annotations__, made)) return {};
  return made;
}

bool set_annotations(Value self, Value value) {
  auto* m = module_(self);
  if (value) return dict_set(m->dict, names::__annotations__, value);
  int deleted = dict_delete(m->dict, Value(names::__annotations__));
  if (deleted == 0) raise_no_attribute(self, names::__annotations__);
  return deleted > 0;
}

Ref get_dict(Value self) { return module_(self)->dict ? Ref::share(module_(self)->dict) : none(); }

const NativeDef kMethods[] = {{"__dir__", module_dir, ""}, {nullptr, nullptr, nullptr}};
const GetSetDef kGetSet[] = {
    {"__dict__", get_dict},
    {"__annotations__", get_annotations, set_annotations},
    {nullptr, nullptr},
};

Type make_module_type() {
  Type t;
  t.name = "module";
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(Module);
  t.dict_offset = offsetof(Module, dict);
  t.weaklist_offset = offsetof(Module, weaklist);
  t.dealloc = module_dealloc;
  t.traverse = module_traverse;
  t.clear = module_clear;
  t.new_ = module_new;
  t.init = module_init;
  t.getattr = module_getattr;
  t.repr = module_repr;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type module_type = make_module_type();

Own<Module> make_module(std::string_view name) {
  Ref m = module_new(&module_type, {});
  if (!m || !fill(m.as<Module>(), intern(name), kNone)) return {};
  return Own<Module>::steal(m.release().as<Module>());
}

bool module_add(Module* m, const NativeDef* defs) {
  for (; defs->name; defs++) {
    Ref function = make_native_function(defs, Value(m), Value(m->name));
    if (!function || !dict_set(m->dict, intern(defs->name), function)) return false;
  }
  return true;
}

bool module_add(Module* m, const char* name, Value v) { return v && dict_set(m->dict, intern(name), v); }

}  // namespace loopscope::python
