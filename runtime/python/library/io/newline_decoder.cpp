// SPDX-License-Identifier: MIT
#include "python/library/io/io.h"
#include "python/library/io/newlines.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// _io.IncrementalNewlineDecoder: an incremental decoder (or None) with uniform line ends.
namespace loopscope::python::io {

namespace {

struct Decoder : Object {
  Value inner;  // null: the input is text already
  NewlineState state;
};
Decoder* self_of(Value v) { return v.as<Decoder>(); }

bool init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("decoder, translate, errors='strict'"), {"IncrementalNewlineDecoder"}, args);
  if (!bound) return false;
  int translate = truth(bound[1]);
  if (translate < 0) return false;
  assign(self_of(self)->inner, bound[0] == kNone ? Value() : bound[0]);
  self_of(self)->state = NewlineState{.translate = translate > 0};
  return true;
}

Ref decode(Value self, const Value* args) {
  int final = args[1] ? truth(args[1]) : 0;
  if (final < 0) return {};
  Value inner = self_of(self)->inner;
  Ref text = inner ? call_method(inner, names::decode, args[0], boolean(final)) : Ref::share(args[0]);
  if (!text) return {};
  if (!is_str(text)) return raise(exc::TypeError, "decoder should return a string result, not '%T'", text.get());
  return self_of(self)->state.decode(Own<Str>::share(text.as<Str>()), final);
}
Ref getstate(Value self, const Value*) {
  Decoder* d = self_of(self);
  if (!d->inner) return tuple_of(Value(make_bytes("", 0)), Value::small(d->state.pending_cr));
  Ref state = call_method(d->inner, names::getstate);
  if (!state) return {};
  int64_t flag;
  if (!is_tuple(state) || state.as<Tuple>()->size != 2 || !int_fits(state.as<Tuple>()->items[1], &flag))
    return raise(exc::TypeError, "illegal decoder state");
  return tuple_of(state.as<Tuple>()->items[0], Value(make_int(flag << 1 | d->state.pending_cr)));
}
Ref setstate(Value self, const Value* args) {
  Decoder* d = self_of(self);
  int64_t flag;
  if (!is_tuple(args[0])) return raise(exc::TypeError, "state argument must be a tuple");
  if (args[0].as<Tuple>()->size != 2 || !int_fits(args[0].as<Tuple>()->items[1], &flag)) return raise(exc::TypeError, "illegal decoder state");
  d->state.pending_cr = flag & 1;
  if (!d->inner) return none();
  return call_method(d->inner, names::setstate, tuple_of(args[0].as<Tuple>()->items[0], Value(make_int(flag >> 1))));
}
Ref reset(Value self, const Value*) {
  Decoder* d = self_of(self);
  d->state.seen = 0;
  d->state.pending_cr = false;
  return d->inner ? call_method(d->inner, names::reset) : none();
}

const NativeDef kMethods[] = {
    {"decode", decode, "input, final=False"},
    {"getstate", getstate, ""},
    {"setstate", setstate, "state, /"},
    {"reset", reset, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"newlines", [](Value v) { return self_of(v)->state.newlines(); }}, {nullptr, nullptr}};

}  // namespace

Type newline_decoder_type{};

void ready_newline_decoder_type() {
  Type& t = newline_decoder_type;
  t.name = "_io.IncrementalNewlineDecoder";
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(Decoder);
  t.new_ = [](Type* type, const Args&) -> Ref { return Ref::steal(allocate_io<Decoder>(type)); };
  t.init = init;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    clear(static_cast<Decoder*>(o)->inner);
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { visit(static_cast<Decoder*>(o)->inner); };
  t.clear = [](Object* o) { clear(static_cast<Decoder*>(o)->inner); };
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python::io
