// SPDX-License-Identifier: MIT
#include "python/bytecode/code.h"
#include "python/number/hex_text.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/startup.h"

namespace loopscope::python {

Type function_type{};

namespace {

Function* self_of(Value v) { return v.as<Function>(); }

void dealloc(Object* o) {
  Function* f = static_cast<Function*>(o);
  gc_untrack(o);
  decref(Value(f->code));
  decref(Value(f->globals));
  decref(Value(f->name));
  decref(Value(f->qualname));
  xdecref(f->module);
  xdecref(f->doc);
  xdecref(Value(f->defaults));
  xdecref(Value(f->kwdefaults));
  xdecref(Value(f->closure));
  xdecref(f->annotations);
  xdecref(Value(f->type_params));
  xdecref(Value(f->dict));
  free_object(o);
}

void traverse(Object* o, Visitor& visit) {
  Function* f = static_cast<Function*>(o);
  visit(f->globals);
  visit(f->module);
  visit(f->doc);
  visit(f->defaults);
  visit(f->kwdefaults);
  visit(f->closure);
  visit(f->annotations);
  visit(f->type_params);
  visit(f->dict);
}

template <class T>
void drop(T*& member) {
  T* old = member;
  member = nullptr;
  xdecref(Value(old));
}

void clear_function(Object* o) {
  Function* f = static_cast<Function*>(o);
  drop(f->defaults);
  drop(f->kwdefaults);
  drop(f->closure);
  drop(f->dict);
  clear(f->annotations);
  clear(f->doc);
}

Ref call_function(Value self, const Args& args) {
  if (!push_function(self.as<Function>(), args, OnReturn::push)) return {};
  return frame_pushed();
}

Ref bind(Value self, Value instance, Type*) {
  if (!instance) return Ref::share(self);
  return make_bound_method(self, instance);
}

Ref repr_function(Value self) {
  return make_str("<function " + to_utf8(self_of(self)->qualname) + " at " + address_text(self.object()) + ">");
}

Ref or_none(Value v) { return v ? Ref::share(v) : none(); }

bool set_text(Str*& member, Value v, const char* attribute) {
  if (!v || !is_str(v)) {
    raise(exc::TypeError, "%s must be set to a string object", attribute);
    return false;
  }
  incref(v);
  Own<Str> old = Own<Str>::steal(member);  // it goes last: it may have a __del__
  member = v.as<Str>();
  return true;
}

Ref get_name(Value s) { return Ref::share(self_of(s)->name); }
bool set_name(Value s, Value v) { return set_text(self_of(s)->name, v, "__name__"); }
Ref get_qualname(Value s) { return Ref::share(self_of(s)->qualname); }
bool set_qualname(Value s, Value v) { return set_text(self_of(s)->qualname, v, "__qualname__"); }
Ref get_doc(Value s) { return or_none(self_of(s)->doc); }
bool set_doc(Value s, Value v) { return assign(self_of(s)->doc, v), true; }
Ref get_module(Value s) { return or_none(self_of(s)->module); }
bool set_module(Value s, Value v) { return assign(self_of(s)->module, v), true; }
Ref get_code(Value s) { return Ref::share(self_of(s)->code); }
bool set_code(Value s, Value v) {
  if (!v || !is_exact(v, code_type)) {
    raise(exc::TypeError, "__code__ must be set to a code object");
    return false;
  }
  // The old one is not released: running frames of this function use it without a reference of their own.
  incref(v);
  self_of(s)->code = v.as<CodeObject>();
  return true;
}
Ref get_globals(Value s) { return Ref::share(self_of(s)->globals); }
Ref get_builtins(Value s) { return Ref::share(self_of(s)->builtins); }
Ref get_closure(Value s) { return or_none(self_of(s)->closure); }
Ref get_defaults(Value s) { return or_none(self_of(s)->defaults); }
bool set_defaults(Value s, Value v) {
  if (v && v != kNone && !is_tuple(v)) {
    raise(exc::TypeError, "__defaults__ must be set to a tuple object");
    return false;
  }
  Tuple* old = self_of(s)->defaults;
  self_of(s)->defaults = !v || v == kNone ? nullptr : Ref::share(v).release().as<Tuple>();
  xdecref(Value(old));
  return true;
}
Ref get_kwdefaults(Value s) { return or_none(self_of(s)->kwdefaults); }
bool set_kwdefaults(Value s, Value v) {
  if (v && v != kNone && !is_dict(v)) {
    raise(exc::TypeError, "__kwdefaults__ must be set to a dict object");
    return false;
  }
  Dict* old = self_of(s)->kwdefaults;
  self_of(s)->kwdefaults = !v || v == kNone ? nullptr : Ref::share(v).release().as<Dict>();
  xdecref(Value(old));
  return true;
}
Ref get_annotations(Value s) {
  Function* f = self_of(s);
  if (f->annotations && is_exact(f->annotations, tuple_type)) {
    Tuple* flat = f->annotations.as<Tuple>();
    Own<Dict> d = make_dict();
    for (uint32_t i = 0; d && i + 1 < flat->size; i += 2)
      if (!dict_set(d.get(), flat->items[i], flat->items[i + 1])) return {};
    assign(f->annotations, d);
  } else if (!f->annotations) {
    assign(f->annotations, make_dict());
  }
  return Ref::share(f->annotations);
}
bool set_annotations(Value s, Value v) {
  if (v && v != kNone && !is_dict(v)) {
    raise(exc::TypeError, "__annotations__ must be set to a dict object");
    return false;
  }
  assign(self_of(s)->annotations, v == kNone ? Value() : v);
  return true;
}
Ref get_type_params(Value s) {
  return self_of(s)->type_params ? Ref::share(self_of(s)->type_params) : Ref::share(empty_tuple());
}
bool set_type_params(Value s, Value v) {
  if (!v || !is_tuple(v)) {
    raise(exc::TypeError, "__type_params__ must be set to a tuple");
    return false;
  }
  Tuple* old = self_of(s)->type_params;
  self_of(s)->type_params = Ref::share(v).release().as<Tuple>();
  xdecref(Value(old));
  return true;
}
Ref get_dict(Value s) {
  Dict** slot = instance_dict_slot(s);
  if (!*slot) *slot = make_dict().release();
  return Ref::share(*slot);
}
bool set_dict(Value s, Value v) {
  if (!v || !is_dict(v)) {
    raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", v ? v : kNone);
    return false;
  }
  Dict** slot = instance_dict_slot(s);
  Dict* old = *slot;
  *slot = Ref::share(v).release().as<Dict>();
  xdecref(Value(old));
  return true;
}

const GetSetDef attributes[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__doc__", get_doc, set_doc},
    {"__module__", get_module, set_module},
    {"__code__", get_code, set_code},
    {"__globals__", get_globals},
    {"__builtins__", get_builtins},
    {"__closure__", get_closure},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__dict__", get_dict, set_dict},
    {nullptr, nullptr},
};

/// types.FunctionType(code, globals, name=None, argdefs=None, closure=None)
Ref new_function(Type*, const Args& args) {
  if (args.positional < 2 || !is_exact(args[0], code_type) || !is_dict(args[1]))
    return raise(exc::TypeError, "function() argument 'code' must be code, and 'globals' a dict");
  Ref f = make_function(args[0].as<CodeObject>(), args[1].as<Dict>());
  if (!f) return {};
  if (args.positional > 2 && is_str(args[2]) && !set_name(f, args[2])) return {};
  if (args.positional > 3 && !set_defaults(f, args[3])) return {};
  if (args.positional > 4 && is_tuple(args[4])) f.as<Function>()->closure = Ref::share(args[4]).release().as<Tuple>();
  return f;
}

}  // namespace

Ref make_function(CodeObject* code, Dict* globals) {
  Function* f = allocate_as<Function>(&function_type);
  if (!f) return {};
  f->code = code;
  f->globals = globals;
  Value builtins = dict_get(globals, names::__builtins__);
  if (builtins && is_exact(builtins, module_type)) builtins = Value(builtins.as<Module>()->dict);
  f->builtins = builtins && is_exact(builtins, dict_type) ? builtins.as<Dict>() : vm.builtins;
  f->name = code->name;
  f->qualname = code->qualname;
  incref(Value(code));
  incref(Value(globals));
  incref(Value(f->name));
  incref(Value(f->qualname));
  f->module = Ref::share(dict_get(globals, names::__name__)).release();
  if (code->flags & kHasDocstring) f->doc = Ref::share(code->constants[0]).release();
  gc_track(f);
  return Ref::steal(f);
}

void ready_function_type() {
  Type& t = function_type;
  t.name = "function";
  t.basic_size = sizeof(Function);
  t.dict_offset = offsetof(Function, dict);
  t.weaklist_offset = offsetof(Function, weaklist);
  t.flags = kTypeGc | kTypeMethodDescriptor;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_function;
  t.call = call_function;
  t.get = bind;
  t.repr = repr_function;
  t.new_ = new_function;
  t.getset = attributes;
  ready_type(&t);
}

}  // namespace loopscope::python
