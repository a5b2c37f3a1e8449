// SPDX-License-Identifier: MIT
#include "python/bytecode/code.h"
#include "python/number/hex_text.h"
#include "python/vm/gc.h"
#include "python/vm/generator.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"

namespace loopscope::python {

Type frame_type{};

Own<FrameObject> frame_object(Frame* frame) {
  if (!frame->object) {
    FrameObject* o = allocate_as<FrameObject>(&frame_type);
    if (!o) return {};
    o->frame = frame;
    o->code = frame->code;
    o->globals = frame->globals;
    incref(Value(o->code));
    incref(Value(o->globals));
    frame->object = o;
    gc_track(o);
  }
  return Own<FrameObject>::share(frame->object);
}

Ref frame_locals(Frame* frame) {
  if (frame->mapping) return Ref::share(frame->mapping);
  Own<Dict> d = make_dict();
  if (!d) return {};
  const Code& source = **frame->code->source;
  Value* slots = frame->locals();
  for (uint32_t i = 0; i < frame->code->local_count; i++) {
    uint8_t kind = source.local_kinds[i];
    if (kind & kHidden) continue;
    Value v = slots[i];
    if (v && kind & (kCell | kFree) && is_exact(v, cell_type)) v = v.as<Cell>()->value;
    if (v && !dict_set(d.get(), frame->code->local_names[i], v)) return {};
  }
  return d;
}

void detach_frame_object(Frame* frame) {
  FrameObject* o = frame->object;
  frame->object = nullptr;
  // Nobody else looks: nothing to keep.
  if (o->refcount > 1) {
    o->last_offset = frame->offset();
    o->locals_snapshot = frame_locals(frame).release();
    Frame* back = frame->back;
    while (back && !back->code) back = back->back;
    if (back) o->back = frame_object(back).release();
  }
  o->frame = nullptr;
  decref(o);
}

namespace {

FrameObject* self_of(Value v) { return v.as<FrameObject>(); }

void dealloc(Object* object) {
  FrameObject* o = static_cast<FrameObject*>(object);
  gc_untrack(object);
  decref(Value(o->code));
  decref(Value(o->globals));
  xdecref(o->locals_snapshot);
  xdecref(o->back);
  free_object(object);
}
void traverse(Object* object, Visitor& visit) {
  FrameObject* o = static_cast<FrameObject*>(object);
  visit(o->globals);
  visit(o->locals_snapshot);
  visit(o->back);
}
void clear_frame_object(Object* object) {
  FrameObject* o = static_cast<FrameObject*>(object);
  clear(o->locals_snapshot);
  clear(o->back);
}

Ref get_code(Value v) { return Ref::share(self_of(v)->code); }
Ref get_globals(Value v) { return Ref::share(self_of(v)->globals); }
Ref get_locals(Value v) {
  FrameObject* o = self_of(v);
  if (o->frame) return frame_locals(o->frame);
  return o->locals_snapshot ? Ref::share(o->locals_snapshot) : Ref(make_dict());
}
Ref get_line(Value v) {
  FrameObject* o = self_of(v);
  return make_int(o->frame ? o->frame->line() : line_at(o->code, o->last_offset));
}
Ref get_lasti(Value v) {
  FrameObject* o = self_of(v);
  return make_int(2 * static_cast<int64_t>(o->frame ? o->frame->offset() : o->last_offset));
}
Ref get_back(Value v) {
  FrameObject* o = self_of(v);
  if (!o->frame) return o->back ? Ref::share(o->back) : none();
  Frame* back = o->frame->back;
  while (back && !back->code) back = back->back;
  if (!back) return none();
  return frame_object(back);
}
Ref clear_method(Value v, const Value*) {
  FrameObject* o = self_of(v);
  if (o->frame && !o->frame->generator) return raise(exc::RuntimeError, "cannot clear an executing frame");
  clear_frame_object(o);
  return none();
}

const GetSetDef attributes[] = {
    {"f_code", get_code}, {"f_globals", get_globals}, {"f_locals", get_locals}, {"f_lineno", get_line},
    {"f_lasti", get_lasti}, {"f_back", get_back}, {nullptr, nullptr},
};
const NativeDef methods[] = {{"clear", clear_method, ""}, {nullptr, nullptr, nullptr}};

Ref repr_frame(Value v) {
  FrameObject* o = self_of(v);
  int line = o->frame ? o->frame->line() : line_at(o->code, o->last_offset);
  return make_str("<frame at " + address_text(o) + ", file '" + to_utf8(o->code->filename) + "', line " +
                  std::to_string(line) + ", code " + to_utf8(o->code->name) + ">");
}

}  // namespace

void ready_frame_type() {
  Type& t = frame_type;
  t.name = "frame";
  t.basic_size = sizeof(FrameObject);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_frame_object;
  t.repr = repr_frame;
  t.getset = attributes;
  t.methods = methods;
  ready_type(&t);
}

}  // namespace loopscope::python
