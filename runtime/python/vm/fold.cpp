// SPDX-License-Identifier: MIT
#include "python/vm/fold.h"

#include "python/vm/generator.h"
#include "python/vm/names.h"
#include "python/vm/set.h"
#include "python/vm/special_method.h"

namespace loopscope::python {

/// Gets the next outcome of the iterator. False: from a frame that was pushed.
bool Fold::step(Resumed* how, Ref* value) {
  if (next_) {
    Value it = iterator_;
    switch (call_from_native(Value(next_), Args{&it, 1, nullptr}, value)) {
      case Called::pushed: return false;
      case Called::returned: *how = Resumed::returned; return true;
      case Called::raised: *how = Resumed::raised; return true;
    }
  }
  SendStatus status;
  if (resume_generator(iterator_.get().as<Generator>(), kNone, OnReturn::gen_native, &status, value)) return false;
  *how = status == SendStatus::yielded ? Resumed::yielded : status == SendStatus::returned ? Resumed::returned : Resumed::raised;
  return true;
}

Next Fold::resume(Resumed how, Ref value, Ref* out) {
  for (;; value = Ref()) {
    bool more = true;
    switch (how) {
      case Resumed::started: break;
      case Resumed::yielded: more = add(value); break;
      case Resumed::returned: more = next_ && add(value); break;
      case Resumed::raised:
        if (!next_ || !pending_is(exc::StopIteration)) return Next::failed;
        clear_pending();
        more = false;
    }
    if (!more) {
      if (!failed()) *out = result();
      return *out ? Next::done : Next::failed;
    }
    if (!step(&how, &value)) return Next::pushed;
  }
}

Ref fold_over(Value iterable, std::unique_ptr<Fold> fold, bool asks_length) {
  Ref iterator;
  bool in_python = type_of(iterable)->flags & kTypeHeap;
  if (in_python || is_exact(iterable, generator_type)) {
    iterator = iterate(iterable);
    if (!iterator || (in_python && asks_length && length_hint(iterable, 0) < 0)) return {};
    fold->next_ = special_function(iterator, names::__next__);
    if (fold->next_ || is_exact(iterator, generator_type)) {
      fold->iterator_ = std::move(iterator);
      push_native(std::move(fold));
      return frame_pushed();
    }
    iterable = iterator;
  }
  for_each(iterable, [&](Value item) { return fold->add(item); });
  return failed() ? Ref() : fold->result();
}

namespace {

class ListFold final : public Fold {
 public:
  explicit ListFold(Ref (*make)(List*)) : all_(make_list()), make_(make) {}

 protected:
  bool add(Value item) override { return all_ && list_append(all_.get(), item); }
  Ref result() override { return make_ ? make_(all_.get()) : Ref(std::move(all_)); }

 private:
  Own<List> all_;
  Ref (*make_)(List*);
};

class SetFold final : public Fold {
 protected:
  bool add(Value item) override { return all_ && set_add(all_.get(), item); }
  Ref result() override { return std::move(all_); }

 private:
  Own<Set> all_ = make_set();
};

}  // namespace

Ref set_tail(Value iterable) { return fold_over(iterable, std::make_unique<SetFold>()); }

Ref list_tail(Value iterable, Ref (*make)(List*)) {
  if (type_of(iterable)->flags & kTypeHeap || is_exact(iterable, generator_type))
    return fold_over(iterable, std::make_unique<ListFold>(make), true);
  Own<List> all = to_list(iterable);
  if (!all) return {};
  return make ? make(all.get()) : Ref(std::move(all));
}

}  // namespace loopscope::python
