// SPDX-License-Identifier: MIT
#include "trace/chrome_trace.h"

#include "loop/kinds.h"
#include "trace/record_buffer.h"

namespace loopscope::trace {

namespace {
constexpr uint32_t kLoopTrack = 0;
constexpr uint32_t kProcess = 1;
constexpr double kMicroseconds = 1e6;
}  // namespace

ChromeTrace::ChromeTrace() : json_(out_) {
  json_.begin_object();
  json_.member("displayTimeUnit", "ms");
  json_.key("traceEvents");
  json_.begin_array();
  name_track(kLoopTrack, "event loop");
}

std::string_view ChromeTrace::text(TextId id) const {
  size_t i = static_cast<size_t>(id);
  return i < texts_.size() ? std::string_view(texts_[i]) : std::string_view();
}

void ChromeTrace::begin_entry(const char* phase, uint32_t track, double time) {
  json_.begin_object();
  json_.member("ph", phase);
  json_.member("pid", kProcess);
  json_.member("tid", track);
  json_.member("ts", time * kMicroseconds);
}

void ChromeTrace::name_track(uint32_t track, std::string_view name) {
  json_.begin_object();
  json_.member("ph", "M");
  json_.member("pid", kProcess);
  json_.member("tid", track);
  json_.member("name", "thread_name");
  json_.key("args");
  json_.begin_object();
  json_.member("name", name);
  json_.end_object();
  json_.end_object();
}

void ChromeTrace::slice(uint32_t track, std::string_view name, const char* category, double begin, double end,
                        std::string_view where) {
  begin_entry("X", track, begin);
  json_.member("dur", (end > begin ? end - begin : 0.0) * kMicroseconds);
  json_.member("name", name);
  json_.member("cat", category);
  if (!where.empty()) {
    json_.key("args");
    json_.begin_object();
    json_.member("suspended at", where);
    json_.end_object();
  }
  json_.end_object();
}

void ChromeTrace::instant(uint32_t track, std::string_view name, const char* category, double time) {
  begin_entry("i", track, time);
  json_.member("s", "t");
  json_.member("name", name);
  json_.member("cat", category);
  json_.end_object();
}

void ChromeTrace::arrow_start(uint32_t from, uint32_t to, double time) {
  Track& target = track(to);
  target.arrow = ++last_arrow_;
  begin_entry("s", from, time);
  json_.member("id", last_arrow_);
  json_.member("name", "wake");
  json_.member("cat", "wake");
  json_.end_object();
}

void ChromeTrace::step_begun(uint32_t task, double time) {
  end_wait(task, time);
  Track& running = track(task);
  running.since = time;
  running.running = true;
  if (!running.arrow) return;
  begin_entry("f", task, time);
  json_.member("id", running.arrow);
  json_.member("bp", "e");
  json_.member("name", "wake");
  json_.member("cat", "wake");
  json_.end_object();
  running.arrow = 0;
}

void ChromeTrace::end_wait(uint32_t task, double time) {
  Track& waiting = track(task);
  if (!waiting.waiting) return;
  waiting.waiting = false;
  slice(task, waiting.waits_for, "wait", waiting.since, time);
}

void ChromeTrace::append(std::string_view records) {
  RecordReader reader(records);
  while (reader.next()) {
    const Header& header = reader.header();
    double time = header.time;
    if (time > last_time_) last_time_ = time;
    switch (header.kind) {
      case EventKind::kStringDefined: {
        size_t id = reader.as<event::StringDefined>().id;
        if (texts_.size() <= id) texts_.resize(id + 1);
        texts_[id].assign(reader.text());
        break;
      }
      case EventKind::kFrameDefined: {
        auto frame = reader.as<event::FrameDefined>();
        if (frames_.size() <= frame.id) frames_.resize(frame.id + 1);
        frames_[frame.id].assign(text(frame.name)).append(":").append(std::to_string(frame.line));
        break;
      }
      case EventKind::kWaitBegun:
        wait_since_ = time;
        break;
      case EventKind::kIterationBegun:
        if (wait_since_ >= 0) slice(kLoopTrack, "waiting", "loop", wait_since_, time);
        wait_since_ = -1;
        break;
      case EventKind::kHandleQueued: {
        auto queued = reader.as<event::HandleQueued>();
        if (queued.task == 0) callbacks_[queued.handle] = queued.label;
        break;
      }
      case EventKind::kHandleRun: {
        auto run = reader.as<event::HandleRun>();
        handle_ = run.task ? 0 : run.handle;
        handle_since_ = time;
        break;
      }
      case EventKind::kHandleDone: {
        auto done = reader.as<event::HandleDone>();
        if (done.handle != handle_) break;
        auto found = callbacks_.find(handle_);
        std::string_view label = found == callbacks_.end() ? std::string_view() : text(found->second);
        slice(kLoopTrack, label.empty() ? std::string_view("callback") : label, "callback", handle_since_, time);
        if (found != callbacks_.end()) callbacks_.erase(found);
        handle_ = 0;
        break;
      }
      case EventKind::kTimerSet: {
        auto set = reader.as<event::TimerSet>();
        timers_[set.handle] = set.label;
        break;
      }
      case EventKind::kTimerFired:
      case EventKind::kTimerCancelled: {
        bool fired = header.kind == EventKind::kTimerFired;
        uint32_t handle = fired ? reader.as<event::TimerFired>().handle : reader.as<event::TimerCancelled>().handle;
        std::string name = fired ? "timer " : "timer cancelled ";
        if (auto found = timers_.find(handle); found != timers_.end()) {
          name += text(found->second);
          timers_.erase(found);
        }
        instant(kLoopTrack, name, "timer", time);
        break;
      }
      case EventKind::kTaskCreated: {
        auto created = reader.as<event::TaskCreated>();
        Track& made = track(created.task);
        made.name.assign(text(created.name));
        std::string_view coroutine = text(created.coroutine);
        if (!coroutine.empty() && coroutine != made.name) made.name.append(": ").append(coroutine);
        name_track(created.task, made.name);
        arrow_start(header.by, created.task, time);
        break;
      }
      case EventKind::kTaskRenamed: {
        auto renamed = reader.as<event::TaskRenamed>();
        name_track(renamed.task, text(renamed.name));
        break;
      }
      case EventKind::kTaskStepBegun:
        step_begun(reader.as<event::TaskStepBegun>().task, time);
        break;
      case EventKind::kTaskStepEnded: {
        auto ended = reader.as<event::TaskStepEnded>();
        Track& stepped = track(ended.task);
        size_t where = static_cast<size_t>(ended.where);
        std::string_view at = where < frames_.size() ? std::string_view(frames_[where]) : std::string_view();
        if (stepped.running) slice(ended.task, "step", "step", stepped.since, time, at);
        stepped.running = false;
        stepped.since = time;
        stepped.waiting = ended.how == loop::StepEnd::kParked;
        if (stepped.waiting) stepped.waits_for.assign("await ").append(text(ended.label));
        break;
      }
      case EventKind::kTaskWoken:
        arrow_start(header.by, reader.as<event::TaskWoken>().task, time);
        break;
      case EventKind::kTaskCancelRequested:
        instant(reader.as<event::TaskCancelRequested>().task, "cancel requested", "cancel", time);
        break;
      case EventKind::kTaskCancelThrown:
        instant(reader.as<event::TaskCancelThrown>().task, "CancelledError thrown in", "cancel", time);
        break;
      case EventKind::kTaskCancelCaught:
        instant(reader.as<event::TaskCancelCaught>().task, "CancelledError caught", "cancel", time);
        break;
      case EventKind::kTaskEnded: {
        auto ended = reader.as<event::TaskEnded>();
        std::string name = loop::name_of(ended.how);
        if (std::string_view outcome = text(ended.outcome); !outcome.empty()) name.append(": ").append(outcome);
        instant(ended.task, name, "task", time);
        break;
      }
      case EventKind::kWarningRaised:
        instant(header.by, text(reader.as<event::WarningRaised>().text), "warning", time);
        break;
      case EventKind::kProgramBlocked: {
        auto blocked = reader.as<event::ProgramBlocked>();
        std::string name = "blocked by ";
        name += text(blocked.label);
        instant(header.by, name, "blocked", time);
        break;
      }
      default:
        break;
    }
  }
}

std::string ChromeTrace::finish() {
  for (auto& [id, open] : tracks_) {
    if (open.running) slice(id, "step", "step", open.since, last_time_);
    if (open.waiting) slice(id, open.waits_for, "wait", open.since, last_time_);
    open.running = open.waiting = false;
  }
  json_.end_array();
  json_.end_object();
  return std::move(out_);
}

}  // namespace loopscope::trace
