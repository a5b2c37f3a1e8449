// SPDX-License-Identifier: MIT
#include "python/library/io/io.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// _io.BufferedRWPair: a reader and a writer that look like one stream.
namespace loopscope::python::io {

namespace {

struct Pair : IoBase {
  Value reader, writer;  // owned; null: not initialised
};
Pair* self_of(Value v) { return v.as<Pair>(); }

bool init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("reader, writer, buffer_size=8192, /"), {"BufferedRWPair"}, args);
  if (!bound || !check_readable(bound[0]) || !check_writable(bound[1])) return false;
  Value size = bound[2] ? bound[2] : Value::small(kDefaultBufferSize);
  Ref reader = call(Value(&buffered_reader_type), bound[0], size);
  Ref writer = reader ? call(Value(&buffered_writer_type), bound[1], size) : Ref();
  if (!writer) return false;
  assign(self_of(self)->reader, reader);
  assign(self_of(self)->writer, writer);
  return true;
}

template <Value Pair::* half, Str** name>
Ref forward(Value self, const Value* args) {
  Value target = self_of(self)->*half;
  if (!target) return raise(exc::ValueError, "I/O operation on uninitialized object");
  return call_method(target, *name, args && args[0] ? args[0] : Value());
}
template <Value Pair::* half, Str** name>
Ref forward_bare(Value self, const Value*) {
  return forward<half, name>(self, nullptr);
}

Ref close(Value self, const Value*) {
  Ref written = forward_bare<&Pair::writer, &names::close>(self, nullptr);
  Ref first = written ? Ref() : take_pending();
  Ref read = forward_bare<&Pair::reader, &names::close>(self, nullptr);
  if (!first) return read;
  if (!read) {
    Ref second = take_pending();
    set_exception_context(second.as<Exception>(), first);
    restore_pending(std::move(second));
  } else {
    restore_pending(std::move(first));
  }
  return {};
}
Ref isatty(Value self, const Value*) {
  Ref answer = forward_bare<&Pair::writer, &names::isatty>(self, nullptr);
  return !answer || answer.get() != kFalse ? answer : forward_bare<&Pair::reader, &names::isatty>(self, nullptr);
}

const NativeDef kMethods[] = {
    {"read", forward<&Pair::reader, &names::read>, "size=-1, /"},
    {"peek", forward<&Pair::reader, &names::peek>, "size=0, /"},
    {"read1", forward<&Pair::reader, &names::read1>, "size=-1, /"},
    {"readinto", forward<&Pair::reader, &names::readinto>, "buffer, /"},
    {"write", forward<&Pair::writer, &names::write>, "buffer, /"},
    {"flush", forward_bare<&Pair::writer, &names::flush>, ""},
    {"readable", forward_bare<&Pair::reader, &names::readable>, ""},
    {"writable", forward_bare<&Pair::writer, &names::writable>, ""},
    {"close", close, ""},
    {"isatty", isatty, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {{"closed",
                                  [](Value v) -> Ref {
                                    if (!self_of(v)->writer) return raise(exc::RuntimeError, "the BufferedRWPair object is being garbage-collected");
                                    return get_attr(self_of(v)->writer, names::closed);
                                  }},
                                 {nullptr, nullptr}};

}  // namespace

Type buffered_pair_type{};

void ready_buffered_pair_type() {
  Type& t = buffered_pair_type;
  t.name = "_io.BufferedRWPair";
  t.base = &buffered_io_base_type;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(Pair);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = [](Type* type, const Args&) -> Ref { return Ref::steal(allocate_io<Pair>(type)); };
  t.init = init;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    clear(static_cast<Pair*>(o)->reader);
    clear(static_cast<Pair*>(o)->writer);
    drop_io_base(static_cast<IoBase*>(o));
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<Pair*>(o)->reader);
    visit(static_cast<Pair*>(o)->writer);
    visit_io_base(static_cast<IoBase*>(o), visit);
  };
  t.clear = [](Object* o) {
    clear(static_cast<Pair*>(o)->reader);
    clear(static_cast<Pair*>(o)->writer);
    drop_io_base(static_cast<IoBase*>(o));
  };
  t.finalize = finalize_io;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python::io
