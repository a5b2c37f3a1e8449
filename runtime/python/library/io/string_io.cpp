// SPDX-License-Identifier: MIT
#include "python/library/io/memory_io.h"
#include "python/library/io/newlines.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// _io.StringIO: a text stream in memory. Writing at the end, which is what most do, grows the text in place.
namespace loopscope::python::io {

namespace {

struct StringIo : IoBase {
  Own<Str> text;  // null: closed (or not initialised)
  uint32_t position;
  NewlineMode mode;
  NewlineState newlines;
  bool ready;
};
StringIo* self_of(Value v) { return v.as<StringIo>(); }

bool usable(StringIo* s) {
  if (s->text) return true;
  return (s->ready ? raise_closed("I/O operation on closed file") : raise(exc::ValueError, "I/O operation on uninitialized object")), false;
}

bool put(StringIo* s, Str* given) {
  Own<Str> piece = Own<Str>::share(given);
  if (s->mode.universal) piece = s->newlines.decode(std::move(piece), true);
  if (piece && s->mode.written) {
    static Str* const lf = intern("\n");
    piece = str_replace(piece.get(), span(lf), span(s->mode.written), -1);
  }
  if (!piece) return false;
  if (!piece->length) return true;
  uint32_t end = s->position + piece->length;
  if (s->position == s->text->length) {
    if (!str_append(s->text, piece.get())) return false;
  } else {
    StrBuilder out;
    out.add(s->text.get(), 0, std::min(s->position, s->text->length));
    if (s->position > s->text->length) out.pad(U'\0', s->position - s->text->length);
    out.add(piece.get());
    if (end < s->text->length) out.add(s->text.get(), end, s->text->length);
    s->text = out.finish();
    if (!s->text) return false;
  }
  s->position = end;
  return true;
}

Own<Str> take(StringIo* s, int64_t n) {
  uint32_t begin = std::min(s->position, s->text->length);
  uint32_t end = n < 0 || n > s->text->length - begin ? s->text->length : begin + static_cast<uint32_t>(n);
  if (end > begin) s->position = end;
  return str_substring(s->text.get(), begin, end);
}

Own<Str> next_line(StringIo* s, int64_t limit) {
  if (s->position >= s->text->length) return empty_str();
  ptrdiff_t end = find_line_end(s->text.get(), s->position, s->mode.universal && !s->mode.translate, s->mode.end);
  int64_t n = (end < 0 ? s->text->length : end) - s->position;
  return take(s, limit >= 0 ? std::min(n, limit) : n);
}

Ref new_string_io(Type* type, const Args&) {
  auto* s = allocate_as<StringIo>(type);
  if (!s) return {};
  new (&s->text) Own<Str>();
  gc_track(s);
  return Ref::steal(s);
}
bool init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("initial_value='', newline='\\n'"), {"StringIO"}, args);
  if (!bound) return false;
  StringIo* s = self_of(self);
  static Str* const lf = intern("\n");
  Value newline = bound[1] ? bound[1] : Value(lf);
  if (newline != kNone && !is_str(newline)) return raise(exc::TypeError, "newline must be str or None, not %T", newline), false;
  if (is_str(newline) && newline.as<Str>()->length > 0) {
    Str* n = newline.as<Str>();
    if (!str_equals(n, "\n") && !str_equals(n, "\r") && !str_equals(n, "\r\n"))
      return raise(exc::ValueError, "illegal newline value: %R", newline), false;
  }
  if (bound[0] && bound[0] != kNone && !is_str(bound[0]))
    return raise(exc::TypeError, "initial_value must be str or None, not %T", bound[0]), false;
  if (!s->mode.read(newline)) return false;
  s->newlines = NewlineState{.translate = s->mode.translate};
  s->text = empty_str();
  s->position = 0;
  s->ready = true;
  if (bound[0] && bound[0] != kNone && !put(s, bound[0].as<Str>())) return false;
  s->position = 0;
  return true;
}

Ref getvalue(Value self, const Value*) { return usable(self_of(self)) ? Ref(self_of(self)->text) : Ref(); }
Ref tell(Value self, const Value*) { return usable(self_of(self)) ? make_int(self_of(self)->position) : Ref(); }
Ref read(Value self, const Value* args) {
  int64_t n;
  return usable(self_of(self)) && optional_size(args[0], &n) ? Ref(take(self_of(self), n)) : Ref();
}
Ref readline(Value self, const Value* args) {
  int64_t limit;
  return usable(self_of(self)) && optional_size(args[0], &limit) ? Ref(next_line(self_of(self), limit)) : Ref();
}
Ref next_slot(Value self) {
  if (!usable(self_of(self))) return {};
  Own<Str> line;
  if (is_exact(self, string_io_type)) {
    line = next_line(self_of(self), -1);
  } else {
    // A subclass may have its own readline().
    Ref given = call_method(self, names::readline);
    if (!given) return {};
    if (!is_str(given)) return raise(exc::OSError, "readline() should have returned a str object, not '%T'", given.get());
    line = Own<Str>::share(given.as<Str>());
  }
  return line && line->length ? Ref(line) : Ref();
}
Ref write(Value self, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "string argument expected, got '%T'", args[0]);
  if (!usable(self_of(self))) return {};
  return put(self_of(self), args[0].as<Str>()) ? make_int(args[0].as<Str>()->length) : Ref();
}
Ref truncate(Value self, const Value* args) {
  StringIo* s = self_of(self);
  if (!usable(s)) return {};
  int64_t size = s->position;
  if (args[0] && args[0] != kNone && !to_offset(args[0], &size)) return {};
  if (size < 0) return raise(exc::ValueError, "Negative size value %zd", static_cast<ptrdiff_t>(size));
  if (size < s->text->length) s->text = str_substring(s->text.get(), 0, static_cast<uint32_t>(size));
  return s->text ? make_int(size) : Ref();
}
Ref seek(Value self, const Value* args) {
  StringIo* s = self_of(self);
  int64_t place, whence = 0;
  if (!usable(s) || !to_offset(args[0], &place) || (args[1] && !to_int64(args[1], &whence, OnOverflow::error))) return {};
  if (whence < 0 || whence > 2) return raise(exc::ValueError, "Invalid whence (%d, should be 0, 1 or 2)", static_cast<int>(whence));
  if (place < 0 && whence == 0) return raise(exc::ValueError, "Negative seek position %zd", static_cast<ptrdiff_t>(place));
  if (whence && place) return raise(exc::OSError, "Can't do nonzero cur-relative seeks");
  if (place > kMaxStrLength) return raise(exc::OverflowError, "new position too large");
  s->position = whence == 0 ? static_cast<uint32_t>(place) : whence == 1 ? s->position : s->text->length;
  return make_int(s->position);
}
Ref close(Value self, const Value*) {
  self_of(self)->text = {};
  return none();
}
Ref yes(Value self, const Value*) { return usable(self_of(self)) ? boolean(true) : Ref(); }

Ref getstate(Value self, const Value*) {
  StringIo* s = self_of(self);
  Ref dict = usable(s) ? memory_io_dict(self) : Ref();
  if (!dict) return {};
  Ref newline = s->mode.universal ? (s->mode.translate ? none() : Ref(empty_str())) : Ref::share(s->mode.end);
  Ref position = make_int(s->position);
  return tuple_of(Value(s->text), newline.get(), position.get(), dict.get());
}
Ref setstate(Value self, const Value* args) {
  if (!is_tuple(args[0]) || args[0].as<Tuple>()->size < 4)
    return raise(exc::TypeError, "%T.__setstate__ argument should be 4-tuple, got %T", self, args[0]);
  const Value* items = args[0].as<Tuple>()->items;
  int64_t position;
  if (!init(self, Args{items + 1, 0, nullptr})) return {};
  StringIo* s = self_of(self);
  if (!s->mode.read(items[1]) || !is_str(items[0])) return {};
  s->newlines = NewlineState{.translate = s->mode.translate};
  s->text = Own<Str>::share(items[0].as<Str>());
  if (!to_int64(items[2], &position, OnOverflow::error)) return {};
  if (position < 0) return raise(exc::ValueError, "position value cannot be negative");
  s->position = static_cast<uint32_t>(position);
  return memory_io_set_dict(self, items[3]) ? none() : Ref();
}

const NativeDef kMethods[] = {
    {"close", close, ""},
    {"getvalue", getvalue, ""},
    {"read", read, "size=-1, /"},
    {"readline", readline, "size=-1, /"},
    {"tell", tell, ""},
    {"truncate", truncate, "pos=None, /"},
    {"seek", seek, "pos, whence=0, /"},
    {"write", write, "s, /"},
    {"seekable", yes, ""},
    {"readable", yes, ""},
    {"writable", yes, ""},
    {"__getstate__", getstate, ""},
    {"__setstate__", setstate, "state, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"closed", [](Value v) { return boolean(!self_of(v)->text); }},
    {"newlines", [](Value v) { return usable(self_of(v)) ? self_of(v)->newlines.newlines() : Ref(); }},
    {"line_buffering", [](Value v) { return usable(self_of(v)) ? boolean(false) : Ref(); }},
    {nullptr, nullptr},
};

}  // namespace

Type string_io_type{};

void ready_string_io_type() {
  Type& t = string_io_type;
  t.name = "_io.StringIO";
  t.base = &text_io_base_type;
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(StringIo);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_string_io;
  t.init = init;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    static_cast<StringIo*>(o)->text = {};
    drop_io_base(static_cast<IoBase*>(o));
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) { visit_io_base(static_cast<IoBase*>(o), visit); };
  t.clear = [](Object* o) { drop_io_base(static_cast<IoBase*>(o)); };
  t.finalize = finalize_memory_io;
  t.iter = [](Value self) { return usable(self_of(self)) ? Ref::share(self) : Ref(); };
  t.next = next_slot;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python::io
