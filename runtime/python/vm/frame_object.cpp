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

namespace {

/// A comprehension that is a part of a module's or class's own code keeps its variables in hidden locals; while it runs, they
/// are all that locals() shows.
bool in_comprehension(Frame* frame) {
  const Code& source = **frame->code->source;
  for (uint32_t i = 0; i < frame->code->local_count; i++)
    if (source.local_kinds[i] & kHidden && frame->locals()[i]) return true;
  return false;
}

Ref locals_of(CodeObject* code, const Value* slots, bool hidden) {
  Own<Dict> d = make_dict();
  if (!d) return {};
  const Code& source = **code->source;
  for (uint32_t i = 0; i < code->local_count; i++) {
    uint8_t kind = source.local_kinds[i];
    if (kind & kHidden && !hidden) continue;
    Value v = slots[i];
    if (v && kind & (kCell | kFree) && is_exact(v, cell_type)) v = v.as<Cell>()->value;
    if (v && !dict_set(d.get(), code->local_names[i], v)) return {};
  }
  return d;
}

}  // namespace

Ref frame_locals(Frame* frame) {
  if (frame->mapping && !in_comprehension(frame)) return Ref::share(frame->mapping);
  return locals_of(frame->code, frame->locals(), frame->mapping != nullptr);
}

void detach_frame_object(Frame* frame) {
  FrameObject* o = frame->object;
  frame->object = nullptr;
  // Nobody else looks: nothing to keep.
  if (o->refcount > 1) {
    o->last_offset = frame->offset();
    uint32_t count = frame->code->local_count;
    if (frame->mapping) {
      o->locals = Ref::share(frame->mapping).release();
    } else if (count && (o->slots = static_cast<Value*>(buffer_allocate(count * sizeof(Value))))) {
      for (uint32_t i = 0; i < count; i++) {
        o->slots[i] = frame->locals()[i];
        frame->locals()[i] = Value();
      }
    }
    Frame* back = frame->back;
    while (back && !back->code) back = back->back;
    if (back) o->back = frame_object(back).release();
  }
  o->frame = nullptr;
  decref(o);
}

namespace {

FrameObject* self_of(Value v) { return v.as<FrameObject>(); }

void clear_frame_object(Object* object) {
  FrameObject* o = static_cast<FrameObject*>(object);
  if (Value* slots = o->slots) {
    o->slots = nullptr;
    for (uint32_t i = 0; i < o->code->local_count; i++) xdecref(slots[i]);
    buffer_free(slots);
  }
  clear(o->locals);
  clear(o->back);
}
void dealloc(Object* object) {
  FrameObject* o = static_cast<FrameObject*>(object);
  gc_untrack(object);
  clear_frame_object(object);
  decref(Value(o->code));
  decref(Value(o->globals));
  free_object(object);
}
void traverse(Object* object, Visitor& visit) {
  FrameObject* o = static_cast<FrameObject*>(object);
  visit(o->globals);
  for (uint32_t i = 0; o->slots && i < o->code->local_count; i++) visit(o->slots[i]);
  visit(o->locals);
  visit(o->back);
}

Ref get_code(Value v) { return Ref::share(self_of(v)->code); }
Ref get_globals(Value v) { return Ref::share(self_of(v)->globals); }
Ref get_locals(Value v) {
  FrameObject* o = self_of(v);
  if (o->frame) return frame_locals(o->frame);
  if (!o->locals) o->locals = (o->slots ? locals_of(o->code, o->slots, false) : Ref(make_dict())).release();
  return Ref::share(o->locals);
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
  if (o->frame) {
    Generator* g = o->frame->generator;
    if (!g || g->state == GeneratorState::running) return raise(exc::RuntimeError, "cannot clear an executing frame");
    if (g->state == GeneratorState::suspended) return raise(exc::RuntimeError, "cannot clear a suspended frame");
    if (!close_generator(g)) return {};
  }
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
