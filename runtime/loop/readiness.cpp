// SPDX-License-Identifier: MIT
#include "loop/readiness.h"

#include <utility>

#include "loop/event_loop.h"

namespace loopscope::loop {

namespace {

void take_out(std::vector<Watch*>& watches, const Watch* watch) {
  for (size_t i = 0; i < watches.size(); ++i)
    if (watches[i] == watch) {
      watches.erase(watches.begin() + static_cast<ptrdiff_t>(i));
      return;
    }
}

}  // namespace

Source::~Source() {
  while (!watches_.empty()) watches_.back()->owner->drop(*watches_.back());
}

void Source::update(uint8_t state, uint8_t event) {
  state_ = state;
  for (Watch* watch : watches_)
    if (event & watch->interest()) watch->owner->enqueue(*watch);
}

Readiness::~Readiness() {
  while (!watches_.empty()) drop(*watches_.back());
}

Watch* Readiness::find(const Source& source) const {
  for (Watch* watch : source.watches_)
    if (watch->owner == this) return watch;
  return nullptr;
}

Handle* Readiness::get(const Source& source, Side side) const {
  Watch* watch = find(source);
  return watch ? watch->handles[side].get() : nullptr;
}

Ref<Handle> Readiness::set(Source& source, Side side, Ref<Handle> handle) {
  Watch* watch = find(source);
  if (!watch) {
    if (!handle) return {};
    watch = new Watch{this, &source, {}};
    watches_.push_back(watch);
    source.watches_.push_back(watch);
  }
  Ref<Handle> before = std::exchange(watch->handles[side], std::move(handle));
  if (!watch->handles[kReader] && !watch->handles[kWriter]) {
    drop(*watch);
  } else if (source.state() & watch->interest()) {
    enqueue(*watch);
  }
  return before;
}

void Readiness::enqueue(Watch& watch) {
  if (std::exchange(watch.queued, true)) return;
  ready_.push_back(&watch);
  loop_.reactor().wake(loop_);
}

void Readiness::drop(Watch& watch) {
  take_out(watches_, &watch);
  take_out(ready_, &watch);
  take_out(watch.source->watches_, &watch);
  delete &watch;
}

void Readiness::collect() {
  if (ready_.empty()) return;
  std::vector<Watch*> candidates = std::exchange(ready_, {});
  for (Watch* watch : candidates) {
    uint8_t events = watch->source->state() & watch->interest();
    watch->queued = events != 0;
    if (!events) continue;
    ready_.push_back(watch);
    if (watch->handles[kReader] && events & ~kWritable) loop_.post_completion(watch->handles[kReader]);
    if (watch->handles[kWriter] && events & ~kReadable) loop_.post_completion(watch->handles[kWriter]);
  }
}

}  // namespace loopscope::loop
