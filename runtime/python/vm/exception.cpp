// SPDX-License-Identifier: MIT
#include "python/vm/exception_internal.h"

#include "python/vm/frame.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/suggestions.h"
#include "python/vm/traceback_object.h"
#include "python/vm/type_internal.h"

/// BaseException.
namespace loopscope::python {
namespace {

void each_field(Exception* e, void (*each)(Value&)) {
  for (Value* v : {&e->traceback, &e->context, &e->cause, &e->notes, &e->value, &e->extra, &e->extra2}) each(*v);
}

void exception_clear(Object* object) {
  auto* e = static_cast<Exception*>(object);
  each_field(e, [](Value& v) { clear(v); });
  Dict* dict = e->dict;
  e->dict = nullptr;
  if (dict) decref(static_cast<Object*>(dict));
  Tuple* args = e->args;
  e->args = nullptr;
  if (args) decref(static_cast<Object*>(args));
}

void exception_dealloc(Object* object) {
  gc_untrack(object);
  exception_clear(object);
  free_object(object);
}

void exception_traverse(Object* object, Visitor& visit) {
  auto* e = static_cast<Exception*>(object);
  visit(Value(e->dict));
  visit(Value(e->args));
  for (Value v : {e->traceback, e->context, e->cause, e->notes, e->value, e->extra, e->extra2}) visit(v);
}

Tuple* args_of(Value self) {
  Tuple* args = as_exception(self)->args;
  return args ? args : empty_tuple();
}

void set_args_tuple(Exception* e, Tuple* args) {  // steals
  Tuple* old = e->args;
  e->args = args;
  if (old) decref(static_cast<Object*>(old));
}

Ref with_traceback(Value self, const Value* args) {
  if (args[0] != kNone && !is_exact(args[0], traceback_type))
    return raise(exc::TypeError, "__traceback__ must be a traceback or None");
  assign(as_exception(self)->traceback, args[0] == kNone ? Value() : args[0]);
  return Ref::share(self);
}

Ref add_note(Value self, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "note must be a str, not '%T'", args[0]);
  Ref notes = get_attr_or_null(self, names::__notes__);
  if (!notes) {
    if (failed()) return {};
    notes = make_list();
    if (!set_attr(self, names::__notes__, notes)) return {};
  }
  if (!is_list(notes)) return raise(exc::TypeError, "Cannot add note: __notes__ is not a list");
  return list_append(notes.as<List>(), args[0]) ? none() : Ref();
}

Ref reduce(Value self, const Value*) {
  auto* e = as_exception(self);
  if (e->dict && e->dict->used) return tuple_of(Value(type_of(self)), Value(args_of(self)), Value(e->dict));
  return tuple_of(Value(type_of(self)), Value(args_of(self)));
}

Ref setstate(Value self, const Value* args) {
  if (args[0] == kNone) return none();
  if (!is_dict(args[0])) return raise(exc::TypeError, "state is not a dictionary");
  uint32_t position = 0;
  Value key, value;
  while (dict_next(args[0].as<Dict>(), &position, &key, &value))
    if (is_str(key) && !set_attr(self, intern(key.as<Str>()), value)) return {};
  return none();
}

Ref get_args(Value self) { return Ref::share(args_of(self)); }
bool set_args(Value self, Value value) {
  if (!value) {
    raise(exc::TypeError, "args may not be deleted");
    return false;
  }
  Own<Tuple> args = to_tuple(value);
  if (!args) return false;
  set_args_tuple(as_exception(self), args.release());
  return true;
}

bool set_traceback(Value self, Value value) {
  if (!value) {
    raise(exc::TypeError, "__traceback__ may not be deleted");
    return false;
  }
  if (value != kNone && !is_exact(value, traceback_type)) {
    raise(exc::TypeError, "__traceback__ must be a traceback or None");
    return false;
  }
  assign(as_exception(self)->traceback, value == kNone ? Value() : value);
  return true;
}

/// __context__ and __cause__: an exception or None.
bool set_link(Value& member, Value value, const char* what) {
  if (!value) {
    raise(exc::TypeError, "__%s__ may not be deleted", what);
    return false;
  }
  if (value != kNone && !is_exception(value)) {
    raise(exc::TypeError, "exception %s must be None or derive from BaseException", what);
    return false;
  }
  assign(member, value == kNone ? Value() : value);
  return true;
}

bool set_context(Value self, Value value) { return set_link(as_exception(self)->context, value, "context"); }
bool set_cause(Value self, Value value) {
  if (!set_link(as_exception(self)->cause, value, "cause")) return false;
  as_exception(self)->suppress_context = true;
  return true;
}

bool set_suppress(Value self, Value value) {
  int yes = value ? truth(value) : 0;
  if (yes < 0) return false;
  as_exception(self)->suppress_context = yes;
  return true;
}

const NativeDef kMethods[] = {
    {"with_traceback", with_traceback, "tb, /"},
    {"add_note", add_note, "note, /"},
    {"__reduce__", reduce, ""},
    {"__setstate__", setstate, "state, /"},
    {nullptr, nullptr, nullptr},
};

const GetSetDef kGetSet[] = {
    {"args", get_args, set_args},
    {"__traceback__", get_field<&Exception::traceback>, set_traceback},
    {"__context__", get_field<&Exception::context>, set_context},
    {"__cause__", get_field<&Exception::cause>, set_cause},
    {"__suppress_context__", [](Value v) { return boolean(as_exception(v)->suppress_context); }, set_suppress},
    {nullptr, nullptr},
};

}  // namespace

Ref exception_new(Type* type, const Args& args) {
  auto* e = allocate_as<Exception>(type);
  if (!e) return {};
  Ref self = Ref::steal(e);
  e->args = make_tuple(args.data, args.positional).release();
  if (!e->args) return {};
  gc_track(e);
  return self;
}

bool exception_init(Value self, const Args& args) {
  if (args.keyword_count()) {
    raise(exc::TypeError, "%T() takes no keyword arguments", self);
    return false;
  }
  auto* e = as_exception(self);
  bool same = e->args && e->args->size == args.positional;
  for (uint32_t i = 0; same && i < args.positional; i++) same = e->args->items[i] == args[i];
  if (same) return true;  // __new__ has seen the same
  Own<Tuple> tuple = make_tuple(args.data, args.positional);
  if (!tuple) return false;
  set_args_tuple(e, tuple.release());
  return true;
}

Ref exception_str(Value self) {
  Tuple* args = args_of(self);
  if (args->size == 0) return make_str("");
  return args->size == 1 ? str(args->items[0]) : str(Value(args));
}

Ref exception_repr(Value self) {
  Tuple* args = args_of(self);
  Ref inner = args->size == 1 ? repr(args->items[0]) : repr(Value(args));
  if (!inner) return {};
  StrBuilder out;
  out.add(type_of(self)->name_object);
  if (args->size == 1) out.add("(");
  out.add(inner.as<Str>());
  if (args->size == 1) out.add(")");
  return out.finish();
}

bool take_keywords(Value self, const Args& args, const char* function, std::initializer_list<KeywordField> fields) {
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    Str* key = args.names->items[i].as<Str>();
    const KeywordField* match = nullptr;
    for (const KeywordField& field : fields)
      if (str_equals(key, field.name)) match = &field;
    if (!match) {
      std::vector<std::string> names;
      for (const KeywordField& field : fields) names.push_back(field.name);
      raise(exc::TypeError, "%s() got an unexpected keyword argument '%U'%s", function, key,
            keyword_hint(names, key).c_str());
      return false;
    }
    assign(as_exception(self)->*match->field, args.data[args.positional + i]);
  }
  return true;
}

Type make_exception_type(const char* name, Type* base) {
  Type t;
  t.name = name;
  t.base = base;
  t.flags = kTypeBase | kTypeGc | kTypeExceptionSubclass;
  t.basic_size = sizeof(Exception);
  t.dict_offset = offsetof(Exception, dict);
  t.weaklist_offset = offsetof(Exception, weaklist);
  t.dealloc = exception_dealloc;
  t.traverse = exception_traverse;
  t.clear = exception_clear;
  t.new_ = exception_new;
  t.init = exception_init;
  if (!base) {
    t.repr = exception_repr;
    t.str = exception_str;
    t.methods = kMethods;
    t.getset = kGetSet;
  }
  return t;
}

void set_exception_context(Exception* exception, Value handled) {
  if (!handled || !is_exception(handled) || handled == Value(exception)) return;
  // If the exception is already somewhere in the chain, the chain ends before it. The second pointer goes half as
  // fast, to get out of a cycle that a program made itself.
  Exception *at = handled.as<Exception>(), *slow = at;
  bool move_slow = false;
  while (Value next = at->context) {
    if (next == Value(exception)) {
      clear(at->context);
      break;
    }
    at = next.as<Exception>();
    if (at == slow) break;
    if (move_slow) slow = slow->context.as<Exception>();
    move_slow = !move_slow;
  }
  assign(exception->context, handled);
}

}  // namespace loopscope::python
