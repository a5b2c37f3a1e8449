// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/bytecode/code.h"
#include "python/vm/async_generator.h"
#include "python/vm/code_object.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/generator.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/traceback_object.h"
#include "python/vm/weakref.h"

/// `types`, and the small modules that only show what the VM has: _weakref, gc, atexit.
namespace loopscope::python {

extern Type mappingproxy_type, namespace_type;

namespace {

/// types.coroutine of a generator function: its generators can be awaited from now on. None for anything else.
Ref mark_coroutine(Value, const Value* args) {
  if (!is_exact(args[0], function_type)) return none();
  CodeObject* code = args[0].as<Function>()->code;
  if (code->flags & (kCoroutine | kIterableCoroutine)) return Ref::share(args[0]);
  if (!(code->flags & kGenerator)) return none();
  code->flags |= kIterableCoroutine;
  return Ref::share(args[0]);
}
const NativeDef kTypesFunctions[] = {{"_mark_coroutine", mark_coroutine, "func, /"}, {nullptr, nullptr, nullptr}};

bool initialize_types(Module* m) {
  const std::pair<const char*, Value> rows[] = {
      {"FunctionType", &function_type},
      {"LambdaType", &function_type},
      {"CodeType", &code_type},
      {"MappingProxyType", &mappingproxy_type},
      {"SimpleNamespace", &namespace_type},
      {"CellType", &cell_type},
      {"GeneratorType", &generator_type},
      {"CoroutineType", &coroutine_type},
      {"AsyncGeneratorType", &async_generator_type},
      {"MethodType", &method_type},
      {"BuiltinFunctionType", &native_function_type},
      {"BuiltinMethodType", &native_function_type},
      {"WrapperDescriptorType", &slot_wrapper_type},
      {"MethodWrapperType", &method_wrapper_type},
      {"MethodDescriptorType", &method_descriptor_type},
      {"ClassMethodDescriptorType", &classmethod_descriptor_type},
      {"GetSetDescriptorType", &getset_descriptor_type},
      {"MemberDescriptorType", &member_descriptor_type},
      {"ModuleType", &module_type},
      {"TracebackType", &traceback_type},
      {"FrameType", &frame_type},
      {"GenericAlias", &generic_alias_type},
      {"UnionType", &union_type},
      {"EllipsisType", &ellipsis_type},
      {"NoneType", &none_type},
      {"NotImplementedType", &not_implemented_type},
  };
  for (auto& [name, v] : rows)
    if (!module_add(m, name, v)) return false;
  return module_add(m, kTypesFunctions) && module_add_lazy(m, "_types_more", "coroutine new_class prepare_class resolve_bases get_original_bases DynamicClassAttribute");
}

// ---- weakref ----------------------------------------------------------------------------------------------------------

Ref proxy(Value, const Value* args) { return make_weakref_proxy(args[0], args[1] && args[1] != kNone ? args[1] : Value()); }
WeakRef* first_reference(Value v) {
  WeakRef** list = v.is_object() ? weakref_list(v.object()) : nullptr;
  return list ? *list : nullptr;
}
Ref getweakrefcount(Value, const Value* args) {
  int64_t n = 0;
  for (WeakRef* r = first_reference(args[0]); r; r = r->next) n++;
  return make_int(n);
}
Ref getweakrefs(Value, const Value* args) {
  Own<List> list = make_list();
  for (WeakRef* r = first_reference(args[0]); r; r = r->next)
    if (!list_append(list.get(), Value(r))) return {};
  return list;
}
/// Removes the key if its value is a reference whose object is gone; a new value may have come meanwhile.
Ref remove_dead_weakref(Value, const Value* args) {
  if (!is_dict(args[0])) return raise(exc::TypeError, "_remove_dead_weakref() argument 1 must be dict, not %T", args[0]);
  Dict* dict = args[0].as<Dict>();
  Value reference = dict_get(dict, args[1]);
  if (failed()) return {};
  if (!reference) return none();
  if (!has_type(reference, &weakref_type)) return raise(exc::TypeError, "not a weakref");
  if (!reference.as<WeakRef>()->target && !dict_delete(dict, args[1])) return {};
  return none();
}
const NativeDef kWeakrefFunctions[] = {
    {"proxy", proxy, "object, callback=None, /"},
    {"_remove_dead_weakref", remove_dead_weakref, "dct, key, /"},
    {"getweakrefcount", getweakrefcount, "object, /"},
    {"getweakrefs", getweakrefs, "object, /"},
    {nullptr, nullptr, nullptr},
};
bool initialize_weakref(Module* m) {
  return module_add(m, kWeakrefFunctions) && module_add(m, "ref", &weakref_type) && module_add(m, "ReferenceType", &weakref_type) &&
         module_add(m, "ProxyType", &weakref_proxy_type) && module_add(m, "CallableProxyType", &weakref_callable_proxy_type);
}

// ---- gc ---------------------------------------------------------------------------------------------------------------

Ref collect(Value, const Value* args) {
  int64_t generation = kGenerations - 1;
  if (args[0] && !int_fits(args[0], &generation)) return {};
  if (generation < 0 || generation >= kGenerations) return raise(exc::ValueError, "invalid generation");
  return make_int(gc_collect(static_cast<int>(generation)));
}
Ref enable(Value, const Value*) {
  gc_settings.enabled = true;
  return none();
}
Ref disable(Value, const Value*) {
  gc_settings.enabled = false;
  return none();
}
Ref isenabled(Value, const Value*) { return boolean(gc_settings.enabled); }
Ref three(const int* n) { return tuple_of(make_int(n[0]), make_int(n[1]), make_int(n[2])); }
Ref get_threshold(Value, const Value*) { return three(gc_settings.threshold); }
Ref get_count(Value, const Value*) { return three(gc_settings.count); }
Ref set_threshold(Value, const Value* args) {
  for (int i = 0; i < kGenerations; i++) {
    int64_t n;
    if (!args[i]) continue;
    if (!int_fits(args[i], &n)) return raise(exc::TypeError, "an integer is required");
    gc_settings.threshold[i] = static_cast<int>(n);
  }
  return none();
}
Ref get_stats(Value, const Value*) {
  Own<List> list = make_list();
  for (auto& s : gc_settings.stats) {
    Own<Dict> row = make_dict();
    if (!row || !dict_set(row.get(), intern("collections"), make_int(static_cast<int64_t>(s.collections))) ||
        !dict_set(row.get(), intern("collected"), make_int(static_cast<int64_t>(s.collected))) ||
        !dict_set(row.get(), intern("uncollectable"), Value::small(0)) || !list_append(list.get(), row))
      return {};
  }
  return list;
}
Ref is_tracked(Value, const Value* args) {
  return boolean(args[0].is_object() && gc_has_head(args[0].object()) && gc_is_tracked(args[0].object()));
}
Ref is_finalized(Value, const Value* args) {
  return boolean(args[0].is_object() && gc_has_head(args[0].object()) && (gc_head(args[0].object())->bits & kGcFinalized));
}
Ref get_objects(Value, const Value* args) {
  int64_t generation = -1;
  if (args[0] && args[0] != kNone) {
    if (!is_int(args[0])) return raise(exc::TypeError, "argument should be integer or None, not '%T'", args[0]);
    generation = int_clamped(args[0]);
    if (generation >= kGenerations)
      return raise(exc::ValueError, "generation parameter must be less than the number of available generations (%d)", kGenerations);
    if (generation < -1) return raise(exc::ValueError, "generation parameter cannot be negative");
  }
  std::vector<Object*> found;
  gc_each(static_cast<int>(generation), [](Object* o, void* context) { static_cast<std::vector<Object*>*>(context)->push_back(o); }, &found);
  Own<List> list = make_list(static_cast<uint32_t>(found.size()));
  for (Object* o : found)
    if (!list_append(list.get(), Value(o))) return {};
  return list;
}
Ref get_referents(Value, const Value* args) {
  static std::vector<Object*> found;
  found.clear();
  Visitor visit([](Visitor*, Object* o) { found.push_back(o); });
  Tuple* objects = args[0].as<Tuple>();
  for (uint32_t i = 0; i < objects->size; i++)
    if (objects->items[i].is_object() && type_of(objects->items[i])->traverse)
      type_of(objects->items[i])->traverse(objects->items[i].object(), visit);
  Own<List> list = make_list();
  for (Object* o : found)
    if (!list_append(list.get(), Value(o))) return {};
  return list;
}
Ref get_referrers(Value, const Value* args) {
  struct Search {
    Tuple* wanted;
    std::vector<Object*> found;
  };
  static Search search;
  static bool hit;
  search.wanted = args[0].as<Tuple>();
  search.found.clear();
  gc_each(-1, [](Object* o, void*) {
    hit = false;
    Visitor visit([](Visitor*, Object* inner) {
      for (uint32_t i = 0; i < search.wanted->size; i++) hit |= search.wanted->items[i] == Value(inner);
    });
    if (o != search.wanted && o->type->traverse) o->type->traverse(o, visit);
    if (hit) search.found.push_back(o);
  }, nullptr);
  Own<List> list = make_list();
  for (Object* o : search.found)
    if (!list_append(list.get(), Value(o))) return {};
  return list;
}
Ref nothing(Value, const Value*) { return none(); }
Ref zero(Value, const Value*) { return Ref::small(0); }
const NativeDef kGcFunctions[] = {
    {"collect", collect, "generation=2"},
    {"enable", enable, ""},
    {"disable", disable, ""},
    {"isenabled", isenabled, ""},
    {"get_threshold", get_threshold, ""},
    {"set_threshold", set_threshold, "threshold0, threshold1=10, threshold2=10, /"},
    {"get_count", get_count, ""},
    {"get_stats", get_stats, ""},
    {"is_tracked", is_tracked, "obj, /"},
    {"is_finalized", is_finalized, "obj, /"},
    {"get_objects", get_objects, "generation=None"},
    {"get_referents", get_referents, "*objs"},
    {"get_referrers", get_referrers, "*objs"},
    {"freeze", nothing, ""},
    {"unfreeze", nothing, ""},
    {"get_freeze_count", zero, ""},
    {"get_debug", zero, ""},
    {"set_debug", nothing, "flags, /"},
    {nullptr, nullptr, nullptr},
};
bool initialize_gc(Module* m) {
  return module_add(m, kGcFunctions) && module_add(m, "garbage", make_list()) && module_add(m, "callbacks", make_list()) &&
         module_add(m, "DEBUG_STATS", Ref::small(1)) && module_add(m, "DEBUG_COLLECTABLE", Ref::small(2)) &&
         module_add(m, "DEBUG_UNCOLLECTABLE", Ref::small(4)) && module_add(m, "DEBUG_SAVEALL", Ref::small(32)) &&
         module_add(m, "DEBUG_LEAK", Ref::small(38));
}

// ---- atexit -----------------------------------------------------------------------------------------------------------

/// (function, args, keywords), oldest first.
List* exit_callbacks() {
  static List* const list = make_list().release();
  return list;
}
Ref atexit_register(Value, const Args& args) {
  if (!args.positional) return raise(exc::TypeError, "register() takes at least 1 argument (0 given)");
  if (!is_callable(args[0])) return raise(exc::TypeError, "the first argument must be callable");
  Own<Tuple> positional = make_tuple(args.data + 1, args.positional - 1);
  Own<Dict> keywords = make_dict();
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(keywords.get(), args.names->items[i], args.data[args.positional + i])) return {};
  return list_append(exit_callbacks(), tuple_of(args[0], Value(positional), Value(keywords))) ? Ref::share(args[0]) : Ref();
}
Ref atexit_unregister(Value, const Value* args) {
  List* list = exit_callbacks();
  for (uint32_t i = list->size; i-- > 0;) {
    Ref row = Ref::share(list->items[i]);
    int same = equal(row.as<Tuple>()->items[0], args[0]);
    if (same < 0) return {};
    if (same && !delete_item(Value(list), make_int(i))) return {};
  }
  return none();
}
Ref atexit_count(Value, const Value*) { return make_int(exit_callbacks()->size); }
Ref atexit_run(Value, const Value*) {
  run_atexit_callbacks();
  return none();
}
Ref atexit_clear(Value, const Value*) {
  while (exit_callbacks()->size) decref(exit_callbacks()->items[--exit_callbacks()->size]);
  return none();
}
const NativeDef kAtexitFunctions[] = {
    raw_native("register", atexit_register),
    {"unregister", atexit_unregister, "func, /"},
    {"_ncallbacks", atexit_count, ""},
    {"_run_exitfuncs", atexit_run, ""},
    {"_clear", atexit_clear, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace

void run_atexit_callbacks() {
  List* list = exit_callbacks();
  while (list->size) {
    Ref row = Ref::steal(list->items[--list->size]);
    Value* parts = row.as<Tuple>()->items;
    if (!call_with(parts[0], parts[1].as<Tuple>(), parts[2].as<Dict>()) && failed())
      write_unraisable("Exception ignored in atexit callback", parts[0]);
  }
}

void register_types_module() { register_native_module("types", initialize_types); }
void register_weakref_module() { register_native_module("_weakref", initialize_weakref); }
void register_gc_module() { register_native_module("gc", initialize_gc); }
void register_atexit_module() {
  register_native_module("atexit", [](Module* m) { return module_add(m, kAtexitFunctions); });
}

}  // namespace loopscope::python
