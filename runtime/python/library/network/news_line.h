// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "python/library/asyncio/objects.h"
#include "python/library/threads/objects.h"

namespace loopscope::python {

/// Tasks and threads that wait until something changes at one end of the network. News wake all of them; each looks for
/// itself whether what it wants is there, and waits again if not.
class NewsLine {
 public:
  /// A future of the running loop that the next news settle. Null: raised.
  Own<FutureObject> wait();
  void join(Thread* thread) { threads_.join(thread); }
  void leave(Thread* thread) { threads_.leave(thread); }
  /// Wakes everybody: tasks through the ready queues of their loops, as completions.
  void tell();
  bool empty() const { return futures_.empty(); }
  void traverse(Visitor& visit);
  void clear();

 private:
  std::vector<Own<FutureObject>> futures_;
  ThreadLine threads_;
};

/// A coroutine that waits for news until `ready` says that what it wants is there, and then gives `take`'s result. An
/// interrupted wait has taken nothing.
class NewsBody : public NativeBody {
 public:
  SendStatus send(Value, Ref* result) override;
  void traverse(Visitor& visit) override {
    visit(self_);
    visit(future_);
  }
  Value awaiting() override { return future_; }

 protected:
  /// `line` belongs to `self`.
  NewsBody(Value self, NewsLine& line) : self_(Ref::share(self)), line_(line) {}
  virtual bool ready() = 0;
  virtual Ref take() = 0;
  Ref self_;

 private:
  NewsLine& line_;
  Own<FutureObject> future_;
};

/// The same for a thread: it blocks, its event loop with it.
class NewsFrame : public NativeFrame {
 public:
  Next resume(Resumed how, Ref, Ref* result) override;
  void traverse(Visitor& visit) override { visit(self_); }
  const char* label() const override { return what_; }

 protected:
  /// `seconds`: null or None is for ever.
  NewsFrame(Value self, NewsLine& line, double deadline, const char* what)
      : self_(Ref::share(self)), line_(line), deadline_(deadline), what_(what) {}
  virtual bool ready() = 0;
  virtual Ref take() = 0;
  Ref self_;

 private:
  NewsLine& line_;
  double deadline_;
  const char* what_;
  bool waiting_ = false;
};

}  // namespace loopscope::python
