// SPDX-License-Identifier: MIT
#include "python/library/asyncio/origin.h"

#include <cstring>
#include <limits>

#include "python/vm/code_object.h"
#include "python/vm/frame.h"
#include "python/vm/library_file.h"
#include "python/vm/thread.h"
#include "python/vm/traceback.h"

namespace loopscope::python {

namespace {

constexpr int kDepth = 10;
/// In CPython the loop is two calls deep in a step: _run_once and Handle._run.
constexpr int kLoopDepth = 2;

Ref entry(const std::string& file, int line, Value function) {
  std::string text;
  Ref source = source_line(file, line, &text) ? Ref(make_str(text)) : none();
  return tuple_of(Value(make_str(file)), Value::small(line), function, source.get());
}

}  // namespace

Ref creation_stack(LoopObject* loop, StackDepth depth, const LibraryPlace* innermost) {
  if (!loop->debug) return {};
  Own<List> newest_first = make_list();
  int left = depth == StackDepth::ten ? kDepth : std::numeric_limits<int>::max();
  if (innermost) {
    Own<Str> function = make_str(innermost->function);
    list_append(newest_first.get(), entry(std::string(kLibraryFolder) + innermost->file, innermost->line, function));
    left--;
  }
  for (Frame* frame = current_thread().top; frame && left > 0; frame = frame->back) {
    if (frame->code) {
      list_append(newest_first.get(), entry(to_utf8(frame->code->filename), frame->line(), frame->code->name));
      left--;
    } else if (frame->native && std::strcmp(frame->native->label(), "event loop") == 0) {
      left -= kLoopDepth;
    }
  }
  Own<List> stack = make_list(newest_first->size);
  for (uint32_t i = newest_first->size; i-- > 0;) list_append(stack.get(), newest_first->items[i]);
  return stack;
}

std::string creation_text(Value stack) {
  if (!stack || !is_list(stack) || !stack.as<List>()->size) return "";
  Value last = stack.as<List>()->items[stack.as<List>()->size - 1];
  if (!is_tuple(last) || last.as<Tuple>()->size < 2) return "";
  Ref file = str(last.as<Tuple>()->items[0]), line = str(last.as<Tuple>()->items[1]);
  return file && line ? " created at " + to_utf8(file.as<Str>()) + ":" + to_utf8(line.as<Str>()) : "";
}

}  // namespace loopscope::python
