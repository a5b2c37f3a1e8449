// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "coro/coro.h"
#include "host/virtual/virtual_reactor.h"
#include "trace/record_buffer.h"
#include "trace/recorder.h"

namespace loopscope::trace::test {

/// A recorded C++ program under the virtual clock.
struct Recorded {
  loop::Clock clock;
  host::VirtualReactor reactor;
  Recorder recorder{clock};
  loop::Environment environment{.clock = &clock, .reactor = &reactor, .observer = &recorder, .measure = true};
  loop::EventLoop loop{environment};
};

/// A drained batch with its strings resolved.
struct Decoded {
  explicit Decoded(std::string_view batch) : records(batch) {
    RecordReader reader(records);
    while (reader.next()) {
      kinds.push_back(reader.header().kind);
      times.push_back(reader.header().time);
      bytes += reader.header().size;
      if (reader.header().kind == EventKind::kStringDefined) {
        size_t id = reader.as<event::StringDefined>().id;
        if (texts.size() <= id) texts.resize(id + 1);
        texts[id].assign(reader.text());
      }
    }
  }
  /// The fields of every record of one kind.
  template <class Event>
  std::vector<Event> all() const {
    std::vector<Event> found;
    RecordReader reader(records);
    while (reader.next()) {
      if (reader.header().kind == Event::kKind) found.push_back(reader.as<Event>());
    }
    return found;
  }
  const std::string& text(TextId id) const { return texts.at(static_cast<size_t>(id)); }

  std::string records;
  std::vector<EventKind> kinds;
  std::vector<double> times;
  std::vector<std::string> texts{""};
  size_t bytes = 0;
};

inline coro::Task<int> child(double seconds) {
  co_await coro::sleep(seconds);
  co_return 1;
}

inline coro::Task<int> two_children() {
  auto first = coro::spawn(child(1), "first");
  auto second = coro::spawn(child(2), "second");
  co_return co_await first + co_await second;
}

}  // namespace loopscope::trace::test
