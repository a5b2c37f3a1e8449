// SPDX-License-Identifier: MIT
#include "python/vm/traceback.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "python/bytecode/code.h"
#include "python/vm/exception.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/traceback_object.h"

/// Traceback objects, and the registry of source texts.
namespace loopscope::python {
namespace {

Traceback* traceback(Value v) { return v.as<Traceback>(); }

void traceback_clear(Object* object) {
  auto* t = static_cast<Traceback*>(object);
  clear(t->next);
  FrameObject* frame = t->frame;
  t->frame = nullptr;
  if (frame) decref(static_cast<Object*>(frame));
}

void traceback_dealloc(Object* object) {
  gc_untrack(object);
  traceback_clear(object);
  free_object(object);
}

void traceback_traverse(Object* object, Visitor& visit) {
  visit(static_cast<Traceback*>(object)->next);
  visit(Value(static_cast<Traceback*>(object)->frame));
}

bool set_next(Value self, Value value) {
  if (!value) {
    raise(exc::TypeError, "can't delete tb_next attribute");
    return false;
  }
  if (value != kNone && !is_exact(value, traceback_type)) {
    raise(exc::TypeError, "expected traceback object, got '%T'", value);
    return false;
  }
  for (Value v = value == kNone ? Value() : value; v; v = traceback(v)->next)
    if (v == self) {
      raise(exc::ValueError, "traceback loop detected");
      return false;
    }
  assign(traceback(self)->next, value == kNone ? Value() : value);
  return true;
}

Ref traceback_new(Type*, const Args& args) {
  BoundArgs bound(*Signature::of("tb_next, tb_frame, tb_lasti, tb_lineno"), {"traceback"}, args);
  if (!bound) return {};
  if (bound[0] != kNone && !is_exact(bound[0], traceback_type))
    return raise(exc::TypeError, "expected traceback object or None, got '%T'", bound[0]);
  if (!is_exact(bound[1], frame_type))
    return raise(exc::TypeError, "traceback() argument 'tb_frame' must be frame, not %T", bound[1]);
  ptrdiff_t offset, line;
  if (!to_ssize(bound[2], &offset) || !to_ssize(bound[3], &line)) return {};
  auto* t = allocate_as<Traceback>(&traceback_type);
  if (!t) return {};
  assign(t->next, bound[0] == kNone ? Value() : bound[0]);
  incref(bound[1]);
  t->frame = bound[1].as<FrameObject>();
  t->offset = static_cast<uint32_t>(offset / 2);
  t->line = static_cast<int>(line);
  gc_track(t);
  return Ref::steal(t);
}

const GetSetDef kGetSet[] = {
    {"tb_next", [](Value v) { return traceback(v)->next ? Ref::share(traceback(v)->next) : none(); }, set_next},
    {"tb_frame", [](Value v) { return traceback(v)->frame ? Ref::share(traceback(v)->frame) : none(); }},
    // In CPython's unit, two bytes a code word.
    {"tb_lasti", [](Value v) { return make_int(int64_t{traceback(v)->offset} * 2); }},
    {"tb_lineno", [](Value v) { return make_int(traceback(v)->line); }},
    {nullptr, nullptr},
};

Type make_traceback_type() {
  Type t;
  t.name = "traceback";
  t.flags = kTypeGc;
  t.basic_size = sizeof(Traceback);
  t.dealloc = traceback_dealloc;
  t.traverse = traceback_traverse;
  t.clear = traceback_clear;
  t.new_ = traceback_new;
  t.getset = kGetSet;
  return t;
}

struct Source {
  std::string text;
  std::vector<size_t> starts;  // of each line
};

std::unordered_map<std::string, Source>& sources() {
  static std::unordered_map<std::string, Source> all;
  return all;
}

}  // namespace

Type traceback_type = make_traceback_type();

void add_traceback(Frame* frame) {
  if (!frame->code) return;
  Ref exception = take_pending();
  if (!exception) return;
  auto* t = allocate_as<Traceback>(&traceback_type);
  Own<FrameObject> object = t ? frame_object(frame) : Own<FrameObject>();
  if (t && object) {
    t->frame = object.release();
    t->offset = frame->offset();
    t->line = frame->line();
    auto* e = exception.as<Exception>();
    t->next = e->traceback;
    e->traceback = Value(t);
    gc_track(t);
  } else if (t) {
    free_object(t);
  }
  restore_pending(std::move(exception));
}

void register_source(std::string_view filename, std::string_view text) {
  Source& source = sources()[std::string(filename)];
  source.text = text;
  source.starts.assign(1, 0);
  for (size_t i = 0; i < text.size(); i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      source.starts.push_back(i + 1);
}

const std::string* source_text(std::string_view filename) {
  auto found = sources().find(std::string(filename));
  return found == sources().end() ? nullptr : &found->second.text;
}

bool source_line(std::string_view filename, int number, std::string* line) {
  auto found = sources().find(std::string(filename));
  if (found == sources().end()) return false;
  const Source& source = found->second;
  if (number < 1 || static_cast<size_t>(number) > source.starts.size()) return false;
  size_t begin = source.starts[static_cast<size_t>(number) - 1];
  size_t end = static_cast<size_t>(number) < source.starts.size() ? source.starts[static_cast<size_t>(number)]
                                                                 : source.text.size();
  while (end > begin && (source.text[end - 1] == '\n' || source.text[end - 1] == '\r')) end--;
  *line = source.text.substr(begin, end - begin);
  return true;
}

}  // namespace loopscope::python
