// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "trace/events.h"
#include "trace/json_writer.h"

namespace loopscope::trace {

/// Turns trace records into the Chrome trace event format, which Perfetto and chrome://tracing open. Each task is a track
/// with a slice for every step and every wait; the loop's own track shows callbacks and waiting; timers are instants;
/// arrows lead from who woke or created a task to its next step. Times are program time in microseconds.
class ChromeTrace {
 public:
  ChromeTrace();
  /// Takes the next batch of records (Recorder::drain).
  void append(std::string_view records);
  /// Closes what is open and returns the whole JSON document.
  std::string finish();

 private:
  struct Track {
    std::string name;
    std::string waits_for;
    double since = 0;
    uint32_t arrow = 0;
    bool running = false;
    bool waiting = false;
  };
  std::string_view text(TextId id) const;
  Track& track(uint32_t task) { return tracks_[task]; }
  /// `where`: shown as an argument unless empty.
  void slice(uint32_t track, std::string_view name, const char* category, double begin, double end,
             std::string_view where = {});
  void instant(uint32_t track, std::string_view name, const char* category, double time);
  void arrow_start(uint32_t from, uint32_t to, double time);
  void begin_entry(const char* phase, uint32_t track, double time);
  void name_track(uint32_t track, std::string_view name);
  void step_begun(uint32_t task, double time);
  void end_wait(uint32_t task, double time);

  std::string out_;
  JsonWriter json_;
  std::vector<std::string> texts_;
  std::vector<std::string> frames_;
  std::map<uint32_t, Track> tracks_;
  std::unordered_map<uint32_t, TextId> timers_;
  std::unordered_map<uint32_t, TextId> callbacks_;
  double wait_since_ = -1;
  double handle_since_ = -1;
  uint32_t handle_ = 0;
  uint32_t last_arrow_ = 0;
  double last_time_ = 0;
};

}  // namespace loopscope::trace
