// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/str.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// `operator`: Python's operators as functions, and itemgetter, attrgetter, methodcaller.
namespace loopscope::python {

namespace {

template <BinaryOp op>
Ref binary(Value, const Value* args) {
  return binary_op(op, args[0], args[1]);
}
template <BinaryOp op>
Ref inplace(Value, const Value* args) {
  return inplace_op(op, args[0], args[1]);
}
template <UnaryOp op>
Ref unary(Value, const Value* args) {
  return unary_op(op, args[0]);
}
template <CompareOp op>
Ref comparison(Value, const Value* args) {
  return compare(args[0], args[1], op);
}
Ref of_truth(int t) { return t < 0 ? Ref() : boolean(t); }
Ref not_(Value, const Value* args) {
  int t = truth(args[0]);
  return t < 0 ? Ref() : boolean(!t);
}
Ref truth_(Value, const Value* args) { return of_truth(truth(args[0])); }
Ref is_(Value, const Value* args) { return boolean(args[0] == args[1]); }
Ref is_not(Value, const Value* args) { return boolean(!(args[0] == args[1])); }
Ref abs_(Value, const Value* args) {
  Ref method = lookup_special(args[0], names::__abs__);
  if (method) return call(method);
  return failed() ? Ref() : Ref(raise(exc::TypeError, "bad operand type for abs(): '%T'", args[0]));
}
Ref index_(Value, const Value* args) { return index(args[0]); }
Ref pow_(Value, const Value* args) { return power(args[0], args[1], {}); }
bool both_sequences(const Value* args) {
  if (type_of(args[0])->getitem && type_of(args[1])->getitem) return true;
  raise(exc::TypeError, "'%T' object can't be concatenated", args[0]);
  return false;
}
Ref concat(Value, const Value* args) { return both_sequences(args) ? binary_op(BinaryOp::add, args[0], args[1]) : Ref(); }
Ref iconcat(Value, const Value* args) { return both_sequences(args) ? inplace_op(BinaryOp::add, args[0], args[1]) : Ref(); }
Ref contains_(Value, const Value* args) { return of_truth(contains(args[0], args[1])); }
Ref getitem(Value, const Value* args) { return get_item(args[0], args[1]); }
Ref setitem(Value, const Value* args) { return set_item(args[0], args[1], args[2]) ? none() : Ref(); }
Ref delitem(Value, const Value* args) { return delete_item(args[0], args[1]) ? none() : Ref(); }
Ref count_of(Value, const Value* args) {
  int64_t n = 0;
  bool ok = for_each(args[0], [&](Value item) {
    int same = equal(item, args[1]);
    n += same == 1;
    return same >= 0;
  });
  return ok ? make_int(n) : Ref();
}
Ref index_of(Value, const Value* args) {
  int64_t n = 0;
  Ref it = iterate(args[0]);
  if (!it) return {};
  while (Ref item = next(it)) {
    int same = equal(item, args[1]);
    if (same < 0) return {};
    if (same) return make_int(n);
    n++;
  }
  return failed() ? Ref() : Ref(raise(exc::ValueError, "sequence.index(x): x not in sequence"));
}
Ref length_hint_(Value, const Value* args) {
  int64_t fallback = 0;
  if (args[1]) {
    if (!is_int(args[1])) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (!int_fits(args[1], &fallback)) return raise(exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  ptrdiff_t n = length_hint(args[0], static_cast<ptrdiff_t>(fallback));
  return n == -1 && failed() ? Ref() : make_int(n);
}
Ref call_(Value, const Args& args) {
  if (!args.positional) return raise(exc::TypeError, "call expected at least 1 argument, got 0");
  return tail_call(args[0], Args{args.data + 1, args.positional - 1, args.names});
}

// ---- itemgetter, attrgetter, methodcaller: what (a tuple, or str for methodcaller), then arguments --------------------

struct Getter : Object {
  Tuple* what;      // items; attribute paths, each a tuple of str; or (method name, *args)
  Dict* keywords;   // methodcaller
};
Getter* getter_of(Value v) { return v.as<Getter>(); }
void getter_dealloc(Object* o) {
  gc_untrack(o);
  auto* g = static_cast<Getter*>(o);
  xdecref(Value(g->what));
  xdecref(Value(g->keywords));
  free_object(o);
}
void getter_traverse(Object* o, Visitor& visit) {
  visit(Value(static_cast<Getter*>(o)->what));
  visit(Value(static_cast<Getter*>(o)->keywords));
}
Ref make_getter(Type* type, Own<Tuple> what) {
  auto* g = what ? allocate_as<Getter>(type) : nullptr;
  if (!g) return {};
  g->what = what.release();
  gc_track(g);
  return Ref::steal(g);
}
bool one_argument(const Args& args, const char* name) {
  if (args.keyword_count()) return raise(exc::TypeError, "%s() takes no keyword arguments", name), false;
  if (args.positional != 1) return raise(exc::TypeError, "%s expected 1 argument, got %d", name, static_cast<int>(args.positional)), false;
  return true;
}
/// One result, or a tuple of several.
template <class Get>
Ref gather(Tuple* what, Get get) {
  if (what->size == 1) return get(what->items[0]);
  Own<List> results = make_list(what->size);
  for (uint32_t i = 0; results && i < what->size; i++) {
    Ref v = get(what->items[i]);
    if (!v || !list_append(results.get(), v)) return {};
  }
  return to_tuple(results);
}
/// "operator.name(a, b)"
Ref getter_repr(Value self, Own<List> parts) {
  std::string text = std::string(type_of(self)->name ? type_of(self)->name : "operator.getter") + "(";
  for (uint32_t i = 0; parts && i < parts->size; i++) {
    Ref shown = repr(parts->items[i]);
    if (!shown) return {};
    text += (i ? ", " : "") + to_utf8(shown.as<Str>());
  }
  if (Dict* keywords = getter_of(self)->keywords) {
    uint32_t at = 0;
    Value key, value;
    while (dict_next(keywords, &at, &key, &value)) {
      Ref shown = repr(value);
      if (!shown) return {};
      text += ", " + to_utf8(key.as<Str>()) + "=" + to_utf8(shown.as<Str>());
    }
  }
  return make_str(text + ")");
}

Ref itemgetter_new(Type* type, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "itemgetter() takes no keyword arguments");
  if (!args.positional) return raise(exc::TypeError, "itemgetter expected 1 argument, got 0");
  return make_getter(type, make_tuple(args.data, args.positional));
}
Ref itemgetter_call(Value self, const Args& args) {
  if (!one_argument(args, "itemgetter")) return {};
  return gather(getter_of(self)->what, [&](Value key) { return get_item(args[0], key); });
}
Ref itemgetter_repr(Value self) { return getter_repr(self, to_list(Value(getter_of(self)->what))); }

Ref attrgetter_new(Type* type, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "attrgetter() takes no keyword arguments");
  if (!args.positional) return raise(exc::TypeError, "attrgetter expected 1 argument, got 0");
  Own<List> paths = make_list();
  for (uint32_t i = 0; i < args.positional; i++) {
    if (!is_str(args[i])) return raise(exc::TypeError, "attribute name must be a string");
    Own<List> path = make_list();
    std::string text = to_utf8(args[i].as<Str>());
    for (size_t begin = 0; begin <= text.size();) {
      size_t dot = std::min(text.find('.', begin), text.size());
      if (!list_append(path.get(), Value(intern(std::string_view(text).substr(begin, dot - begin))))) return {};
      begin = dot + 1;
    }
    if (!list_append(paths.get(), to_tuple(path))) return {};
  }
  return make_getter(type, to_tuple(paths));
}
Ref attrgetter_call(Value self, const Args& args) {
  if (!one_argument(args, "attrgetter")) return {};
  return gather(getter_of(self)->what, [&](Value path) {
    Ref v = Ref::share(args[0]);
    for (uint32_t i = 0; v && i < path.as<Tuple>()->size; i++) v = get_attr(v, path.as<Tuple>()->items[i].as<Str>());
    return v;
  });
}
Ref attrgetter_repr(Value self) {
  Own<List> parts = make_list();
  Tuple* what = getter_of(self)->what;
  for (uint32_t i = 0; i < what->size; i++) {
    std::string text;
    Tuple* path = what->items[i].as<Tuple>();
    for (uint32_t k = 0; k < path->size; k++) text += (k ? "." : "") + to_utf8(path->items[k].as<Str>());
    if (!list_append(parts.get(), make_str(text))) return {};
  }
  return getter_repr(self, std::move(parts));
}

Ref methodcaller_new(Type* type, const Args& args) {
  if (!args.positional) return raise(exc::TypeError, "methodcaller needs at least one argument, the method name");
  if (!is_str(args[0])) return raise(exc::TypeError, "method name must be a string");
  Ref made = make_getter(type, make_tuple(args.data, args.positional));
  if (!made || !args.keyword_count()) return made;
  Own<Dict> keywords = make_dict();
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(keywords.get(), args.names->items[i], args.data[args.positional + i])) return {};
  getter_of(made)->keywords = keywords.release();
  return made;
}
Ref methodcaller_call(Value self, const Args& args) {
  if (!one_argument(args, "methodcaller")) return {};
  Tuple* what = getter_of(self)->what;
  Ref method = get_attr(args[0], intern(what->items[0].as<Str>()));
  if (!method) return {};
  std::vector<Value> values(what->items + 1, what->items + what->size);
  uint32_t positional = static_cast<uint32_t>(values.size());
  Own<Tuple> names;
  if (Dict* keywords = getter_of(self)->keywords) {
    names = to_tuple(Value(keywords));
    for (uint32_t i = 0; i < names->size; i++) values.push_back(dict_get(keywords, names->items[i]));
  }
  return tail_call(method, Args{values.data(), positional, names.get()});
}
Ref methodcaller_repr(Value self) { return getter_repr(self, to_list(Value(getter_of(self)->what))); }

/// The class called with what it was made of; with keywords a partial of the class.
Ref getter_reduce(Value self, const Value*) {
  Getter* g = getter_of(self);
  Own<Tuple> parts = make_tuple(g->what->items, g->what->size);
  if (g->what->size && is_tuple(g->what->items[0]) && type_of(self)->repr == attrgetter_repr) {
    Own<List> paths = make_list();
    for (uint32_t i = 0; i < g->what->size; i++)
      if (!list_append(paths.get(), str_join(make_str(".").get(), g->what->items[i]))) return {};
    parts = to_tuple(paths);
  }
  if (!parts || !g->keywords) return parts ? Ref(tuple_of(Value(type_of(self)), Value(parts))) : Ref();
  Ref functools = import_module("functools");
  Ref partial = functools ? get_attr(functools, intern("partial")) : Ref();
  if (!partial) return {};
  Own<Tuple> with_class = tuple_of(Value(type_of(self)), parts->items[0]);
  Ref make = call_with(partial, with_class.get(), g->keywords);
  return make ? Ref(tuple_of(make.get(), Value(make_tuple(parts->items + 1, parts->size - 1)))) : Ref();
}
const NativeDef kGetterMethods[] = {{"__reduce__", getter_reduce, ""}, {nullptr, nullptr, nullptr}};

Type definition(const char* name, Ref (*new_)(Type*, const Args&), Ref (*call)(Value, const Args&), Ref (*repr)(Value)) {
  Type t;
  t.name = name;
  t.flags = kTypeGc;
  t.basic_size = sizeof(Getter);
  t.dealloc = getter_dealloc;
  t.traverse = getter_traverse;
  t.new_ = new_;
  t.call = call;
  t.repr = repr;
  t.methods = kGetterMethods;
  return t;
}
Type itemgetter_type = definition("operator.itemgetter", itemgetter_new, itemgetter_call, itemgetter_repr);
Type attrgetter_type = definition("operator.attrgetter", attrgetter_new, attrgetter_call, attrgetter_repr);
Type methodcaller_type = definition("operator.methodcaller", methodcaller_new, methodcaller_call, methodcaller_repr);

#define BINARY(name, op) {#name, binary<BinaryOp::op>, "a, b, /"}
#define INPLACE(name, op) {#name, inplace<BinaryOp::op>, "a, b, /"}
const NativeDef kFunctions[] = {
    {"lt", comparison<CompareOp::lt>, "a, b, /"},
    {"le", comparison<CompareOp::le>, "a, b, /"},
    {"eq", comparison<CompareOp::eq>, "a, b, /"},
    {"ne", comparison<CompareOp::ne>, "a, b, /"},
    {"gt", comparison<CompareOp::gt>, "a, b, /"},
    {"ge", comparison<CompareOp::ge>, "a, b, /"},
    {"not_", not_, "a, /"},
    {"truth", truth_, "a, /"},
    {"is_", is_, "a, b, /"},
    {"is_not", is_not, "a, b, /"},
    {"abs", abs_, "a, /"},
    BINARY(add, add),
    BINARY(and_, and_),
    BINARY(floordiv, floor_divide),
    {"index", index_, "a, /"},
    {"inv", unary<UnaryOp::invert>, "a, /"},
    {"invert", unary<UnaryOp::invert>, "a, /"},
    BINARY(lshift, lshift),
    BINARY(mod, remainder),
    BINARY(mul, multiply),
    BINARY(matmul, matmul),
    {"neg", unary<UnaryOp::negative>, "a, /"},
    BINARY(or_, or_),
    {"pos", unary<UnaryOp::positive>, "a, /"},
    {"pow", pow_, "a, b, /"},
    BINARY(rshift, rshift),
    BINARY(sub, subtract),
    BINARY(truediv, true_divide),
    {"xor", binary<BinaryOp::xor_>, "a, b, /"},
    {"concat", concat, "a, b, /"},
    {"contains", contains_, "a, b, /"},
    {"countOf", count_of, "a, b, /"},
    {"delitem", delitem, "a, b, /"},
    {"getitem", getitem, "a, b, /"},
    {"indexOf", index_of, "a, b, /"},
    {"setitem", setitem, "a, b, c, /"},
    {"length_hint", length_hint_, "obj, default=0, /"},
    INPLACE(iadd, add),
    INPLACE(iand, and_),
    {"iconcat", iconcat, "a, b, /"},
    INPLACE(ifloordiv, floor_divide),
    INPLACE(ilshift, lshift),
    INPLACE(imod, remainder),
    INPLACE(imul, multiply),
    INPLACE(imatmul, matmul),
    INPLACE(ior, or_),
    INPLACE(ipow, power),
    INPLACE(irshift, rshift),
    INPLACE(isub, subtract),
    INPLACE(itruediv, true_divide),
    INPLACE(ixor, xor_),
    raw_native("call", call_),
    {nullptr, nullptr, nullptr},
};
#undef BINARY
#undef INPLACE

bool initialize(Module* m) {
  if (!module_add(m, kFunctions)) return false;
  // The dunder spellings are the same functions.
  for (const NativeDef* def = kFunctions; def->name; def++) {
    std::string plain = def->name;
    if (plain == "truth" || plain == "is_" || plain == "is_not" || plain == "countOf" || plain == "indexOf" || plain == "length_hint") continue;
    if (plain.back() == '_') plain.pop_back();
    if (!module_add(m, ("__" + plain + "__").c_str(), dict_get(m->dict, intern(def->name)))) return false;
  }
  Own<List> all = make_list();
  for (const char* name : {"itemgetter", "attrgetter", "methodcaller"})
    if (!list_append(all.get(), Value(intern(name)))) return false;
  for (const NativeDef* def = kFunctions; def->name; def++)
    if (def->name[0] != '_' && !list_append(all.get(), Value(intern(def->name)))) return false;
  if (!list_sort(all.get(), {}, false) || !module_add(m, "__all__", all)) return false;
  return module_add_type(m, &itemgetter_type) && module_add_type(m, &attrgetter_type) && module_add_type(m, &methodcaller_type);
}

}  // namespace

void register_operator_module() { register_native_module("operator", initialize); }

}  // namespace loopscope::python
