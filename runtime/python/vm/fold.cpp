// SPDX-License-Identifier: MIT
#include "python/vm/fold.h"

#include "python/vm/generator.h"
#include "python/vm/names.h"
#include "python/vm/set.h"
#include "python/vm/slot_functions.h"
#include "python/vm/special_method.h"

namespace loopscope::python {

/// False: a frame was pushed.
bool Fold::ask(Function* f, Value self, Resumed* how, Ref* value) {
  switch (call_from_native(Value(f), Args{&self, 1, nullptr}, value)) {
    case Called::pushed: return false;
    case Called::returned: *how = Resumed::returned; break;
    case Called::raised: *how = Resumed::raised; break;
  }
  return true;
}

/// Gets the next outcome of the iterator. False: from a frame that was pushed.
bool Fold::step(Resumed* how, Ref* value) {
  Function* f = special_function(iterator_, names::__next__);  // its class may have changed
  by_function_ = f;
  if (f) return ask(f, iterator_, how, value);
  SendStatus status;
  if (is_exact(iterator_, generator_type)) {
    if (resume_generator(iterator_.get().as<Generator>(), kNone, OnReturn::gen_native, &status, value)) return false;
  } else {
    *value = next(iterator_);
    status = *value ? SendStatus::yielded : failed() ? SendStatus::raised : SendStatus::returned;
  }
  *how = status == SendStatus::yielded ? Resumed::yielded : status == SendStatus::returned ? Resumed::returned : Resumed::raised;
  return true;
}

Next Fold::resume(Resumed how, Ref value, Ref* out) {
  if (asked_ == Asked::iterator) {
    if (how == Resumed::started && !ask(special_function(iterable_, names::__iter__), iterable_, &how, &value)) return Next::pushed;
    if (how == Resumed::raised) return Next::failed;
    iterator_ = std::move(value);
    if (!type_of(iterator_)->next) {
      raise(exc::TypeError, "iter() returned non-iterator of type '%T'", iterator_.get());
      return Next::failed;
    }
    asked_ = Asked::items;
    how = Resumed::started;
    Function* length = asks_length_ ? special_function(iterable_, names::__len__) : nullptr;
    if (length) {
      asked_ = Asked::length;
      if (!ask(length, iterable_, &how, &value)) return Next::pushed;
    } else if (asks_length_ && length_hint(iterable_, 0) < 0) {
      return Next::failed;
    }
  }
  if (asked_ == Asked::length) {
    if (how == Resumed::returned && length_of_len(value) < 0) how = Resumed::raised;
    if (how == Resumed::raised) {
      if (!pending_is(exc::TypeError)) return Next::failed;
      clear_pending();
    }
    asked_ = Asked::items;
    how = Resumed::started;
  }
  for (;;) {
    bool more = true;
    switch (how) {
      case Resumed::started: break;
      case Resumed::yielded: more = add(value); break;
      case Resumed::returned: more = by_function_ && add(value); break;
      case Resumed::raised:
        if (!by_function_ || !pending_is(exc::StopIteration)) return Next::failed;
        clear_pending();
        more = false;
    }
    if (!more) {
      if (!failed()) *out = result();
      return *out ? Next::done : Next::failed;
    }
    value = Ref();
    if (!step(&how, &value)) return Next::pushed;
  }
}

Ref fold_over(Value iterable, std::unique_ptr<Fold> fold, bool asks_length) {
  if (is_exact(iterable, generator_type)) {
    fold->iterator_ = Ref::share(iterable);
    fold->asked_ = Fold::Asked::items;
  } else if (special_function(iterable, names::__iter__)) {
    fold->iterable_ = Ref::share(iterable);
    fold->asks_length_ = asks_length;
  } else {
    Ref iterator;
    if (asks_length && type_of(iterable)->flags & kTypeHeap) {
      iterator = iterate(iterable);
      if (!iterator || length_hint(iterable, 0) < 0) return {};
      iterable = iterator;
    }
    for_each(iterable, [&](Value item) { return fold->add(item); });
    return failed() ? Ref() : fold->result();
  }
  push_native(std::move(fold));
  return frame_pushed();
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
