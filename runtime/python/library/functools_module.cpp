// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/vm/dict.h"
#include "python/vm/generic_alias.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/special_method.h"
#include "python/vm/warning.h"

/// `functools`: what is called often. singledispatch, total_ordering and partialmethod are in modules/_functools_more.py.
namespace loopscope::python {

namespace {

void drop(Dict*& member) {
  Dict* old = member;
  member = nullptr;
  if (old) decref(static_cast<Object*>(old));
}

// ---- partial ----------------------------------------------------------------------------------------------------------

struct Partial : Object {
  Value function;
  Tuple* args;
  Dict* keywords;
  Dict* dict;
  Object* weaklist;
};
Partial* partial_of(Value v) { return v.as<Partial>(); }
extern Type partial_type;

void partial_clear(Object* o) {
  auto* p = static_cast<Partial*>(o);
  clear(p->function);
  if (Tuple* old = p->args) {
    p->args = nullptr;
    decref(static_cast<Object*>(old));
  }
  drop(p->keywords);
  drop(p->dict);
}
void partial_dealloc(Object* o) {
  clear_weakrefs(o);
  gc_untrack(o);
  partial_clear(o);
  free_object(o);
}
void partial_traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<Partial*>(o);
  visit(p->function);
  visit(Value(p->args));
  visit(Value(p->keywords));
  visit(Value(p->dict));
}

Ref make_partial(Type* type, Value function, const Value* args, uint32_t count, Value keywords) {
  Own<Dict> all = make_dict();
  Own<Tuple> front;
  Ref target = Ref::share(function);
  if (type_of(function)->call == partial_type.call && !partial_of(function)->dict) {
    Partial* inner = partial_of(function);
    front = Own<Tuple>::share(inner->args);
    if (!dict_update(all.get(), Value(inner->keywords))) return {};
    target = Ref::share(inner->function);
  }
  uint32_t before = front ? front->size : 0;
  Own<Tuple> together = make_tuple(before + count);
  if (!together || !all) return {};
  for (uint32_t i = 0; i < before; i++) together->items[i] = Ref::share(front->items[i]).release();
  for (uint32_t i = 0; i < count; i++) together->items[before + i] = Ref::share(args[i]).release();
  if (keywords && !dict_update(all.get(), keywords)) return {};
  auto* p = allocate_as<Partial>(type);
  if (!p) return {};
  p->function = target.release();
  p->args = together.release();
  p->keywords = all.release();
  gc_track(p);
  return Ref::steal(p);
}

Ref partial_new(Type* type, const Args& args) {
  if (!args.positional) return raise(exc::TypeError, "type 'partial' takes at least one argument");
  if (!is_callable(args[0])) return raise(exc::TypeError, "the first argument must be callable");
  Own<Dict> keywords = make_dict();
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(keywords.get(), args.names->items[i], args.data[args.positional + i])) return {};
  return make_partial(type, args[0], args.data + 1, args.positional - 1, keywords);
}

Ref partial_call(Value self, const Args& args) {
  Partial* p = partial_of(self);
  Ref function = Ref::share(p->function);
  if (!p->keywords->used) {
    if (!p->args->size) return tail_call(function, args);
    Value small[12];
    uint32_t total = p->args->size + args.positional + args.keyword_count();
    std::vector<Value> large(total > 12 ? total : 0);
    Value* all = total > 12 ? large.data() : small;
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->args->size; i++) all[n++] = p->args->items[i];
    for (uint32_t i = 0; i < args.positional + args.keyword_count(); i++) all[n++] = args.data[i];
    Own<Tuple> keep = Own<Tuple>::share(p->args);
    return tail_call(function, Args{all, p->args->size + args.positional, args.names});
  }
  std::vector<Value> all;
  Own<Tuple> keep = Own<Tuple>::share(p->args);
  for (uint32_t i = 0; i < p->args->size; i++) all.push_back(p->args->items[i]);
  for (uint32_t i = 0; i < args.positional; i++) all.push_back(args[i]);
  Own<Dict> merged = dict_copy(p->keywords);
  for (uint32_t i = 0; merged && i < args.keyword_count(); i++)
    if (!dict_set(merged.get(), args.names->items[i], args.data[args.positional + i])) return {};
  uint32_t positional = static_cast<uint32_t>(all.size()), at = 0, n = 0;
  Own<Tuple> names = merged ? make_tuple(merged->used) : Own<Tuple>();
  if (!names) return {};
  Value key, value;
  while (dict_next(merged.get(), &at, &key, &value)) {
    if (!is_str(key)) {
      while (n < names->size) names->items[n++] = none().release();
      return raise(exc::TypeError, "keywords must be strings");
    }
    names->items[n++] = Ref::share(intern(key.as<Str>())).release();
    all.push_back(value);
  }
  return tail_call(function, Args{all.data(), positional, names.get()});
}

Ref partial_repr(Value self) {
  Partial* p = partial_of(self);
  ReprGuard guard(self);
  if (guard.nested()) return make_str("...");
  StrBuilder out;
  if (is_exact(self, partial_type)) {
    out.add("functools.partial(");
  } else {
    Ref module = get_attr(Value(type_of(self)), names::__module__), name = get_attr(Value(type_of(self)), names::__qualname__);
    if (!module || !name) return {};
    out.add(to_utf8(str(module).as<Str>()) + "." + to_utf8(name.as<Str>()) + "(");
  }
  Ref shown = repr(p->function);
  if (!shown) return {};
  out.add(shown.as<Str>());
  for (uint32_t i = 0; i < p->args->size; i++) {
    shown = repr(p->args->items[i]);
    if (!shown) return {};
    out.add(", ");
    out.add(shown.as<Str>());
  }
  uint32_t at = 0;
  Value key, value;
  while (dict_next(p->keywords, &at, &key, &value)) {
    Ref name = str(key);
    shown = name ? repr(value) : Ref();
    if (!shown) return {};
    out.add(", ");
    out.add(name.as<Str>());
    out.add("=");
    out.add(shown.as<Str>());
  }
  out.add(")");
  return out.finish();
}
Ref partial_reduce(Value self, const Value*) {
  Partial* p = partial_of(self);
  return tuple_of(Value(type_of(self)), Value(tuple_of(p->function)),
                  Value(tuple_of(p->function, Value(p->args), Value(p->keywords), p->dict ? Value(p->dict) : kNone)));
}
Ref partial_setstate(Value self, const Value* args) {
  if (!is_tuple(args[0]) || args[0].as<Tuple>()->size != 4) return raise(exc::TypeError, "invalid partial state");
  Value* items = args[0].as<Tuple>()->items;
  if (!is_callable(items[0]) || !is_tuple(items[1]) || (items[2] != kNone && !is_dict(items[2])))
    return raise(exc::TypeError, "invalid partial state");
  Own<Tuple> positional = to_tuple(items[1]);
  Own<Dict> keywords = items[2] == kNone ? make_dict() : dict_copy(items[2].as<Dict>());
  if (!positional || !keywords) return {};
  Partial* p = partial_of(self);
  Ref old = Ref::steal(p->function), old_args = Ref::steal(Value(p->args));
  p->function = Ref::share(items[0]).release();
  p->args = positional.release();
  drop(p->keywords);
  p->keywords = keywords.release();
  drop(p->dict);
  if (is_dict(items[3])) p->dict = Own<Dict>::share(items[3].as<Dict>()).release();
  return none();
}
/// As an attribute of a class it is no method yet.
Ref partial_get(Value self, Value instance, Type*) {
  if (instance && instance != kNone &&
      !warn(exc::FutureWarning, "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() "
                                "if you want to preserve the old behavior"))
    return {};
  return Ref::share(self);
}
const NativeDef kPartialMethods[] = {
    {"__reduce__", partial_reduce, ""},
    {"__setstate__", partial_setstate, "state, /"},
    {"__class_getitem__", class_getitem, "key, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kPartialGetSet[] = {
    {"func", [](Value v) { return Ref::share(partial_of(v)->function); }},
    {"args", [](Value v) { return Ref::share(partial_of(v)->args); }},
    {"keywords", [](Value v) { return Ref::share(partial_of(v)->keywords); }},
    {nullptr, nullptr},
};
Type make_partial_type() {
  Type t;
  t.name = "functools.partial";
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(Partial);
  t.dict_offset = offsetof(Partial, dict);
  t.weaklist_offset = offsetof(Partial, weaklist);
  t.dealloc = partial_dealloc;
  t.traverse = partial_traverse;
  t.clear = partial_clear;
  t.new_ = partial_new;
  t.call = partial_call;
  t.get = partial_get;
  t.repr = partial_repr;
  t.methods = kPartialMethods;
  t.getset = kPartialGetSet;
  return t;
}
Type partial_type = make_partial_type();

// ---- wraps ------------------------------------------------------------------------------------------------------------

Own<Tuple> wrapper_assignments() {
  return tuple_of(Value(names::__module__), Value(names::__name__), Value(names::__qualname__), Value(names::__doc__),
                  Value(names::__annotations__), Value(names::__type_params__));
}

bool copy_attributes(Value wrapper, Value wrapped, Value assigned, Value updated) {
  Own<Tuple> standard;
  if (!assigned) {
    standard = wrapper_assignments();
    assigned = Value(standard.get());
  }
  bool ok = for_each(assigned, [&](Value name) {
    if (!is_str(name)) return raise(exc::TypeError, "attribute name must be string, not '%T'", name), false;
    Ref v = get_attr_or_null(wrapped, intern(name.as<Str>()));
    return v ? set_attr(wrapper, intern(name.as<Str>()), v) : !failed();
  });
  Own<Tuple> dicts;
  if (!updated) {
    dicts = tuple_of(Value(names::__dict__));
    updated = Value(dicts.get());
  }
  return ok && for_each(updated, [&](Value name) {
    Ref source = get_attr_or_null(wrapped, intern(name.as<Str>()));
    if (failed() || (source && is_dict(source) && !source.as<Dict>()->used)) return !failed();
    if (!source) return static_cast<bool>(get_attr(wrapper, intern(name.as<Str>())));
    Ref target = get_attr(wrapper, intern(name.as<Str>()));
    return target && call_method(target, names::update, source);
  }) && set_attr(wrapper, names::__wrapped__, wrapped);
}
Ref update_wrapper(Value, const Value* args) {
  return copy_attributes(args[0], args[1], args[2], args[3]) ? Ref::share(args[0]) : Ref();
}
const NativeDef kUpdateWrapper[] = {
    {"update_wrapper", update_wrapper, "wrapper, wrapped, assigned=None, updated=None", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};
Ref wraps(Value module, const Value* args) {
  Ref function = get_attr(module, intern("update_wrapper"));
  Own<Dict> keywords = make_dict();
  if (!function || !dict_set(keywords.get(), intern("wrapped"), args[0])) return {};
  if (args[1] && !dict_set(keywords.get(), intern("assigned"), args[1])) return {};
  if (args[2] && !dict_set(keywords.get(), intern("updated"), args[2])) return {};
  return make_partial(&partial_type, function, nullptr, 0, keywords);
}

// ---- reduce -----------------------------------------------------------------------------------------------------------

Ref reduce(Value, const Value* args) {
  Ref it = iterate(args[1]);
  if (!it) {
    if (pending_is(exc::TypeError)) {
      clear_pending();
      raise(exc::TypeError, "reduce() arg 2 must support iteration");
    }
    return {};
  }
  Ref total = args[2] ? Ref::share(args[2]) : next(it);
  if (!total) return failed() ? Ref() : Ref(raise(exc::TypeError, "reduce() of empty iterable with no initial value"));
  while (Ref item = next(it)) {
    total = call(args[0], total, item);
    if (!total) return {};
  }
  return failed() ? Ref() : total;
}

// ---- cmp_to_key -------------------------------------------------------------------------------------------------------

struct KeyWrapper : Object {
  Value compare, object;
};
extern Type key_type;
void key_clear(Object* o) {
  clear(static_cast<KeyWrapper*>(o)->compare);
  clear(static_cast<KeyWrapper*>(o)->object);
}
void key_dealloc(Object* o) {
  gc_untrack(o);
  key_clear(o);
  free_object(o);
}
void key_traverse(Object* o, Visitor& visit) {
  visit(static_cast<KeyWrapper*>(o)->compare);
  visit(static_cast<KeyWrapper*>(o)->object);
}
Ref make_key(Value function, Value object) {
  auto* k = allocate_as<KeyWrapper>(&key_type);
  if (!k) return {};
  assign(k->compare, function);
  assign(k->object, object);
  gc_track(k);
  return Ref::steal(k);
}
Ref key_call(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("obj"), {"K"}, args);
  return bound ? make_key(self.as<KeyWrapper>()->compare, bound[0]) : Ref();
}
Ref key_compare(Value a, Value b, CompareOp op) {
  if (!is_exact(b, key_type)) return raise(exc::TypeError, "other argument must be K instance");
  KeyWrapper *x = a.as<KeyWrapper>(), *y = b.as<KeyWrapper>();
  if (!x->object || !y->object) return raise(exc::AttributeError, "object");
  Ref verdict = call(x->compare, x->object, y->object);
  return verdict ? compare(verdict, Value::small(0), op) : Ref();
}
bool key_hash(Value v, int64_t*) {
  raise(exc::TypeError, "unhashable type: '%T'", v);
  return false;
}
const GetSetDef kKeyGetSet[] = {
    {"obj", [](Value v) { return v.as<KeyWrapper>()->object ? Ref::share(v.as<KeyWrapper>()->object) : none(); }}, {nullptr, nullptr}};
Type make_key_type() {
  Type t;
  t.name = "functools.KeyWrapper";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(KeyWrapper);
  t.dealloc = key_dealloc;
  t.traverse = key_traverse;
  t.clear = key_clear;
  t.call = key_call;
  t.compare = key_compare;
  t.hash = key_hash;
  t.getset = kKeyGetSet;
  return t;
}
Type key_type = make_key_type();
Ref cmp_to_key(Value, const Value* args) { return make_key(args[0], {}); }

// ---- lru_cache --------------------------------------------------------------------------------------------------------

struct LruCache : Object {
  Value function;
  Dict* cache;  // key -> result, oldest first
  Dict* dict;
  Object* weaklist;
  int64_t maximum;  // -1: no limit
  int64_t hits, misses;
  bool typed;
};
LruCache* cache_of(Value v) { return v.as<LruCache>(); }
Value keyword_mark() {
  static const Value mark = allocate(&object_type);
  return mark;
}

void lru_clear(Object* o) {
  auto* c = static_cast<LruCache*>(o);
  clear(c->function);
  if (c->cache) dict_clear(c->cache);
  drop(c->dict);
}
void lru_dealloc(Object* o) {
  clear_weakrefs(o);
  gc_untrack(o);
  lru_clear(o);
  drop(static_cast<LruCache*>(o)->cache);
  free_object(o);
}
void lru_traverse(Object* o, Visitor& visit) {
  auto* c = static_cast<LruCache*>(o);
  visit(c->function);
  visit(Value(c->cache));
  visit(Value(c->dict));
}

Ref lru_key(LruCache* c, const Args& args) {
  if (!c->typed && args.positional == 1 && !args.keyword_count() && (args[0].is_small() || is_exact(args[0], int_type) || is_exact(args[0], str_type)))
    return Ref::share(args[0]);
  uint32_t keywords = args.keyword_count(), values = args.positional + keywords;
  uint32_t size = args.positional + (keywords ? 1 + 2 * keywords : 0) + (c->typed ? values : 0), n = 0;
  Own<Tuple> key = make_tuple(size);
  if (!key) return {};
  auto add = [&](Value v) { key->items[n++] = Ref::share(v).release(); };
  for (uint32_t i = 0; i < args.positional; i++) add(args[i]);
  if (keywords) add(keyword_mark());
  for (uint32_t i = 0; i < keywords; i++) {
    add(args.names->items[i]);
    add(args.data[args.positional + i]);
  }
  if (c->typed)
    for (uint32_t i = 0; i < values; i++) add(Value(type_of(args.data[i])));
  return key;
}

bool lru_store(LruCache* c, Value key, Value result) {
  if (c->maximum >= 0 && !dict_get(c->cache, key)) {
    if (failed()) return false;
    while (c->cache->used >= c->maximum) {
      uint32_t at = 0;
      Value oldest, value;
      if (!dict_next(c->cache, &at, &oldest, &value)) break;
      Ref keep = Ref::share(value), keep_key = Ref::share(oldest);
      dict_delete_entry(c->cache, static_cast<int32_t>(at - 1));
    }
  }
  return dict_set(c->cache, key, result);
}

/// Then: a call that missed is over; `kept` is (cache, key).
Ref keep_result(Value kept, Ref result) {
  Value* pair = kept.as<Tuple>()->items;
  return result && lru_store(cache_of(pair[0]), pair[1], result) ? result : Ref();
}

Ref lru_call(Value self, const Args& args) {
  LruCache* c = cache_of(self);
  if (c->maximum == 0) {
    c->misses++;
    return tail_call(c->function, args);
  }
  Ref key = lru_key(c, args);
  if (!key) return {};
  Value found = dict_get(c->cache, key.get());
  if (found) {
    c->hits++;
    Ref result = Ref::share(found);
    int64_t key_hash;
    if (c->maximum > 0 && !hash(key, &key_hash)) return {};
    // The most recent one stays where it is: a change here would make a lookup that is going on in some __eq__ begin again.
    const DictEntry* last = c->cache->count ? &c->cache->entries[c->cache->count - 1] : nullptr;
    bool newest = last && last->key && last->value == found && last->hash == key_hash;
    if (c->maximum > 0 && !newest) {
      Ref kept_key = key;
      if (dict_delete(c->cache, key.get()) < 0 || !dict_set(c->cache, kept_key.get(), result)) return {};
    }
    return result;
  }
  if (failed()) return {};
  c->misses++;
  Own<Tuple> kept = tuple_of(self, key);
  return kept ? call_then(c->function, args, keep_result, kept) : Ref();
}

Ref lru_get(Value self, Value instance, Type*) {
  return !instance || instance == kNone ? Ref::share(self) : make_bound_method(self, instance);
}
Ref maximum_of(LruCache* c) { return c->maximum < 0 ? none() : make_int(c->maximum); }
Ref cache_info(Value self, const Value*) {
  LruCache* c = cache_of(self);
  Ref hits = make_int(c->hits), misses = make_int(c->misses), maximum = maximum_of(c), used = make_int(c->cache->used);
  Ref module = import_module("_functools_more");
  Ref type = module ? get_attr(module, intern("_CacheInfo")) : Ref();
  const Value values[] = {hits, misses, maximum, used};
  return type ? call(type, Args{values, 4, nullptr}) : Ref();
}
Ref cache_clear(Value self, const Value*) {
  LruCache* c = cache_of(self);
  c->hits = c->misses = 0;
  dict_clear(c->cache);
  return none();
}
Ref cache_parameters(Value self, const Value*) {
  Own<Dict> d = make_dict();
  bool ok = d && dict_set(d.get(), intern("maxsize"), maximum_of(cache_of(self))) &&
            dict_set(d.get(), intern("typed"), boolean(cache_of(self)->typed));
  return ok ? Ref(d) : Ref();
}
Ref same(Value self, const Value*) { return Ref::share(self); }
Ref lru_reduce(Value self, const Value*) { return get_attr(self, names::__qualname__); }
const NativeDef kLruMethods[] = {
    {"cache_info", cache_info, ""},          {"cache_clear", cache_clear, ""}, {"cache_parameters", cache_parameters, ""},
    {"__copy__", same, ""},                  {"__deepcopy__", same, "memo, /"}, {"__reduce__", lru_reduce, ""},
    {nullptr, nullptr, nullptr},
};
Type make_lru_type() {
  Type t;
  t.name = "functools._lru_cache_wrapper";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(LruCache);
  t.dict_offset = offsetof(LruCache, dict);
  t.weaklist_offset = offsetof(LruCache, weaklist);
  t.dealloc = lru_dealloc;
  t.traverse = lru_traverse;
  t.clear = lru_clear;
  t.call = lru_call;
  t.get = lru_get;
  t.methods = kLruMethods;
  return t;
}
Type lru_type = make_lru_type();

Ref make_cache(Value function, int64_t maximum, bool typed) {
  if (!is_callable(function)) return raise(exc::TypeError, "the first argument must be callable");
  auto* c = allocate_as<LruCache>(&lru_type);
  if (!c) return {};
  c->cache = make_dict().release();
  c->maximum = maximum;
  c->typed = typed;
  assign(c->function, function);
  gc_track(c);
  Ref wrapper = Ref::steal(c);
  return c->cache && copy_attributes(wrapper, function, {}, {}) ? wrapper : Ref();
}
/// What lru_cache(maxsize=...) gives is this with its first two arguments fixed.
Ref decorate(Value, const Value* args) {
  int64_t maximum = -1;
  if (args[0] != kNone && !int_fits(args[0], &maximum)) maximum = INT64_MAX;
  return make_cache(args[2], maximum, args[1] == kTrue);
}
const NativeDef kDecorate[] = {{"decorating_function", decorate, "maxsize, typed, user_function, /"}, {nullptr, nullptr, nullptr}};

Ref lru_cache(Value module, const Value* args) {
  Value maximum = args[0];
  int typed = args[1] ? truth(args[1]) : 0;
  if (typed < 0) return {};
  if (maximum && !is_int(maximum) && maximum != kNone) {
    if (is_callable(maximum)) return make_cache(maximum, 128, typed);
    return raise(exc::TypeError, "Expected first argument to be an integer, a callable, or None");
  }
  Ref limit = maximum ? Ref::share(maximum) : Ref::small(128);
  if (is_int(limit) && int_sign(limit) < 0) limit = Ref::small(0);
  Ref function = make_native_function(kDecorate, module, Value(module.as<Module>()->name));
  const Value fixed[] = {limit, typed ? kTrue : kFalse};
  return function ? make_partial(&partial_type, function, fixed, 2, {}) : Ref();
}
Ref cache(Value, const Value* args) { return make_cache(args[0], -1, false); }

// ---- cached_property --------------------------------------------------------------------------------------------------

struct CachedProperty : Object {
  Value function, name, doc, module;
  Dict* dict;
};
CachedProperty* property_of(Value v) { return v.as<CachedProperty>(); }
void cached_clear(Object* o) {
  auto* p = static_cast<CachedProperty*>(o);
  for (Value* v : {&p->function, &p->name, &p->doc, &p->module}) clear(*v);
  drop(p->dict);
}
void cached_dealloc(Object* o) {
  gc_untrack(o);
  cached_clear(o);
  free_object(o);
}
void cached_traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<CachedProperty*>(o);
  for (Value v : {p->function, p->name, p->doc, p->module}) visit(v);
  visit(Value(p->dict));
}
Ref cached_new(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("func"), {"cached_property"}, args);
  if (!bound) return {};
  auto* p = allocate_as<CachedProperty>(type);
  if (!p) return {};
  assign(p->function, bound[0]);
  gc_track(p);
  Ref self = Ref::steal(p);
  Ref doc = get_attr_or_null(bound[0], names::__doc__), module = get_attr_or_null(bound[0], names::__module__);
  clear_pending();
  assign(p->doc, doc ? doc.get() : kNone);
  assign(p->module, module ? module.get() : kNone);
  return self;
}
Ref cached_set_name(Value self, const Value* args) {
  CachedProperty* p = property_of(self);
  if (!p->name) {
    assign(p->name, args[1]);
    return none();
  }
  int same_name = equal(p->name, args[1]);
  if (same_name < 0) return {};
  if (!same_name)
    return raise(exc::TypeError, "Cannot assign the same cached_property to two different names (%R and %R).", p->name, args[1]);
  return none();
}
Ref cached_get(Value self, Value instance, Type*) {
  CachedProperty* p = property_of(self);
  if (!instance || instance == kNone) return Ref::share(self);
  if (!p->name) return raise(exc::TypeError, "Cannot use cached_property instance without calling __set_name__ on it.");
  if (has_type(instance, &type_type))
    return raise(exc::TypeError, "The '__dict__' attribute on '%T' instance does not support item assignment for caching %R property.",
                 instance, p->name);
  Dict** slot = instance_dict_slot(instance);
  if (!slot)
    return raise(exc::TypeError, "No '__dict__' attribute on '%T' instance to cache %R property.", instance, p->name);
  if (!*slot) *slot = make_dict().release();
  if (!*slot) return {};
  Value found = dict_get(*slot, p->name);
  if (found) return Ref::share(found);
  if (failed()) return {};
  Ref value = call(p->function, instance);
  if (!value) return {};
  slot = instance_dict_slot(instance);
  return dict_set(*slot, p->name, value) ? value : Ref();
}
const NativeDef kCachedMethods[] = {
    {"__set_name__", cached_set_name, "owner, name, /"},
    {"__class_getitem__", class_getitem, "key, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kCachedGetSet[] = {
    {"func", [](Value v) { return Ref::share(property_of(v)->function); }},
    {"attrname", [](Value v) { return property_of(v)->name ? Ref::share(property_of(v)->name) : none(); }},
    {"__doc__", [](Value v) { return Ref::share(property_of(v)->doc); }},
    {"__module__", [](Value v) { return Ref::share(property_of(v)->module); }},
    {nullptr, nullptr},
};
Type make_cached_type() {
  Type t;
  t.name = "functools.cached_property";
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(CachedProperty);
  t.dict_offset = offsetof(CachedProperty, dict);
  t.dealloc = cached_dealloc;
  t.traverse = cached_traverse;
  t.clear = cached_clear;
  t.new_ = cached_new;
  t.get = cached_get;
  t.methods = kCachedMethods;
  t.getset = kCachedGetSet;
  return t;
}
Type cached_property_type = make_cached_type();

const NativeDef kFunctions[] = {
    {"wraps", wraps, "wrapped, assigned=None, updated=None", kNativePythonStyle},
    {"reduce", reduce, "function, iterable, initial=<unrepresentable>, /"},
    {"cmp_to_key", cmp_to_key, "mycmp"},
    {"lru_cache", lru_cache, "maxsize=128, typed=False", kNativePythonStyle},
    {"cache", cache, "user_function, /", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_type(&key_type);
  ready_type(&lru_type);
  Own<List> all = make_list();
  for (const char* name : {"update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
                           "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"})
    list_append(all.get(), Value(intern(name)));
  return module_add(m, kUpdateWrapper) && module_add(m, kFunctions) && module_add_type(m, &partial_type) &&
         module_add_type(m, &cached_property_type) && module_add(m, "_lru_cache_wrapper", &lru_type) &&
         module_add(m, "WRAPPER_ASSIGNMENTS", wrapper_assignments()) &&
         module_add(m, "WRAPPER_UPDATES", tuple_of(Value(names::__dict__))) && module_add(m, "__all__", all) &&
         module_add_lazy(m, "_functools_more", "total_ordering partialmethod singledispatch singledispatchmethod _CacheInfo");
}

}  // namespace

void register_functools_module() { register_native_module("functools", initialize); }

}  // namespace loopscope::python
