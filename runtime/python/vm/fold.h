// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "python/vm/vm.h"

namespace loopscope::python {

/// What goes through all items of an iterable: sum(), any(), list(). As a frame it takes those of a generator, or of an iterator
/// in Python, without recursion: that may wait, be paused and be stopped.
class Fold : public NativeFrame {
 public:
  Next resume(Resumed how, Ref value, Ref* result) final;

 protected:
  /// False: no more items, for an exception, or because the result is known.
  virtual bool add(Value item) = 0;
  virtual Ref result() = 0;

 private:
  friend Ref fold_over(Value iterable, std::unique_ptr<Fold> fold, bool asks_length);
  /// What the outcome of the frame above answers.
  enum class Asked : uint8_t { iterator, length, items };
  bool step(Resumed* how, Ref* value);
  bool ask(Function* f, Value self, Resumed* how, Ref* value);
  Ref iterable_, iterator_;
  bool by_function_ = false;  // the last item was asked of a __next__ in Python
  Asked asked_ = Asked::iterator;
  bool asks_length_ = false;
};

/// The fold's result or kFramePushed. `asks_length`: as what makes a list does.
Ref fold_over(Value iterable, std::unique_ptr<Fold> fold, bool asks_length = false);

/// list(iterable) and, for other types, what they make of that list. May be kFramePushed.
Ref list_tail(Value iterable, Ref (*make)(List* all) = nullptr);
/// set(iterable), the same.
Ref set_tail(Value iterable);

}  // namespace loopscope::python
