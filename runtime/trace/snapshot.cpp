// SPDX-License-Identifier: MIT
#include "trace/snapshot.h"

#include <algorithm>
#include <vector>

#include "trace/describe.h"
#include "trace/json_writer.h"

namespace loopscope::trace {

using loop::EventLoop;
using loop::Future;
using loop::Handle;
using loop::Task;
using loop::TimerHandle;

namespace {

/// Who waits for which task: (awaited, waiting), sorted.
using Waiters = std::vector<std::pair<uint32_t, uint32_t>>;

class SnapshotWriter {
 public:
  SnapshotWriter(std::string& out, const SnapshotSource& source)
      : json_(out), source_(source), time_(source.clock.peek()) {}

  void write();

 private:
  void write_ready();
  void write_ready_row(Handle& handle);
  void write_timers();
  void write_tasks();
  void write_task_row(Task& task, const Waiters& waiters);
  void write_awaits(Future& awaited);
  void write_threads();
  void write_network();
  std::string_view label_of(Handle& handle);
  void begin_table(std::string_view name, size_t total);
  void end_table();

  JsonWriter json_;
  const SnapshotSource& source_;
  double time_;
  LabelCatcher catcher_;
};

/// Writes what a task says about itself as members of its row. The chain comes last of all, by itself.
class TaskMembers final : public loop::Describer {
 public:
  void name(std::string_view text) override { task_name.assign(text); }
  void coroutine(std::string_view text) override { coroutine_name.assign(text); }
  void result(std::string_view text) override { result_repr.assign(text), has_result = true; }
  void exception(std::string_view text) override { exception_repr.assign(text), has_exception = true; }
  void frame(std::string_view qualified_name, int line) override {
    chain.emplace_back(std::string(qualified_name), line);
  }

  std::string task_name, coroutine_name, result_repr, exception_repr;
  std::vector<std::pair<std::string, int>> chain;
  bool has_result = false;
  bool has_exception = false;
};

const char* state_of(const Task& task) {
  if (task.done()) return "CLOSED";
  if (task.loop().current_task() == &task) return "RUNNING";
  return task.steps() == 0 ? "CREATED" : "SUSPENDED";
}

std::string_view SnapshotWriter::label_of(Handle& handle) {
  catcher_.reset();
  handle.describe(catcher_);
  return catcher_.text();
}

void SnapshotWriter::begin_table(std::string_view name, size_t total) {
  json_.key(name);
  json_.begin_object();
  json_.member("total", static_cast<uint64_t>(total));
  json_.key("rows");
  json_.begin_array();
}

void SnapshotWriter::end_table() {
  json_.end_array();
  json_.end_object();
}

void SnapshotWriter::write() {
  EventLoop* main = source_.loop_count ? source_.loops[0] : nullptr;
  loop::Phase phase = source_.done      ? loop::Phase::kDone
                      : source_.blocked ? loop::Phase::kBlocked
                      : main            ? main->phase()
                                        : loop::Phase::kIdle;
  json_.begin_object();
  json_.member("time", time_);
  json_.member("phase", loop::name_of(phase));
  json_.member("iteration", main ? main->iteration() : uint64_t{0});
  write_ready();
  write_timers();
  write_tasks();
  write_threads();
  write_network();
  json_.end_object();
}

void SnapshotWriter::write_ready() {
  std::vector<Handle*> rows;
  size_t total = 0;
  for (size_t l = 0; l < source_.loop_count; ++l) {
    EventLoop& loop = *source_.loops[l];
    for (size_t i = 0; i < loop.ready_count(); ++i) {
      Handle& handle = loop.ready_at(i);
      if (handle.cancelled()) continue;
      ++total;
      if (rows.size() < kSnapshotRows) rows.push_back(&handle);
    }
  }
  begin_table("ready", total);
  for (Handle* handle : rows) write_ready_row(*handle);
  end_table();
}

void SnapshotWriter::write_ready_row(Handle& handle) {
  const loop::Cause& cause = handle.cause();
  json_.begin_object();
  json_.member("id", handle.id());
  json_.member("kind", loop::name_of(shown_kind(handle)));
  json_.key("why");
  json_.begin_object();
  json_.member("code", loop::name_of(cause.code));
  if (cause.by) json_.member("by", cause.by);
  bool from_future = cause.code == loop::CauseCode::kFutureDone || cause.code == loop::CauseCode::kFutureCancelled;
  if (from_future) json_.member("label", loop::name_of(cause.await_kind));
  json_.end_object();
  if (Task* task = handle.task()) json_.member("task", task->id());
  json_.member("label", label_of(handle));
  json_.end_object();
}

void SnapshotWriter::write_timers() {
  std::vector<TimerHandle*> rows;
  for (size_t l = 0; l < source_.loop_count; ++l) {
    const loop::TimerHeap& timers = source_.loops[l]->timers();
    for (size_t i = 0; i < timers.size(); ++i) {
      if (!timers.at(i).cancelled()) rows.push_back(&timers.at(i));
    }
  }
  size_t total = rows.size();
  size_t shown = std::min(total, kSnapshotRows);
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(shown), rows.end(), [](TimerHandle* a, TimerHandle* b) {
    return a->when() < b->when() || (a->when() == b->when() && a->sequence() < b->sequence());
  });
  begin_table("timers", total);
  for (size_t i = 0; i < shown; ++i) {
    TimerHandle& timer = *rows[i];
    std::string_view label = label_of(timer);
    json_.begin_object();
    json_.member("id", timer.id());
    json_.member("when", timer.when());
    json_.member("remaining", timer.when() > time_ ? timer.when() - time_ : 0.0);
    if (timer.owner()) json_.member("owner", timer.owner());
    json_.member("label", label);
    if (catcher_.source_line() > 0) json_.member("line", static_cast<uint32_t>(catcher_.source_line()));
    json_.end_object();
  }
  end_table();
}

void SnapshotWriter::write_tasks() {
  size_t total = 0;
  Waiters waiters;
  for (size_t l = 0; l < source_.loop_count; ++l) {
    total += source_.loops[l]->task_count();
    for (Task* task = source_.loops[l]->first_task(); task; task = task->next()) {
      if (Task* awaited = task->awaited() ? task->awaited()->as_task() : nullptr) {
        waiters.emplace_back(awaited->id(), task->id());
      }
    }
  }
  std::ranges::make_heap(waiters);  // std::sort is ten times the code of heap sort
  std::ranges::sort_heap(waiters);
  begin_table("tasks", total);
  size_t rows = 0;
  for (size_t l = 0; l < source_.loop_count; ++l) {
    for (Task* task = source_.loops[l]->first_task(); task && rows < kSnapshotRows; task = task->next(), ++rows) {
      write_task_row(*task, waiters);
    }
  }
  end_table();
}

void SnapshotWriter::write_task_row(Task& task, const Waiters& waiters) {
  TaskMembers members;
  task.describe_task(members);
  if (!task.done()) task.describe_position(members);
  json_.begin_object();
  json_.member("id", task.id());
  json_.member("name", std::string_view(members.task_name));
  json_.member("coro", std::string_view(members.coroutine_name));
  json_.member("state", state_of(task));
  if (members.has_result) json_.member("result", std::string_view(members.result_repr));
  if (members.has_exception) json_.member("exception", std::string_view(members.exception_repr));
  json_.member("cancelled", task.cancelled());
  json_.member("cancelRequested", !task.done() && (task.cancelling() > 0 || task.cancel_pending()));
  if (Future* awaited = task.awaited()) write_awaits(*awaited);
  // Where the program itself is parked: native and library frames have no line.
  auto parked = std::find_if(members.chain.rbegin(), members.chain.rend(), [](const auto& frame) { return frame.second > 0; });
  if (parked != members.chain.rend()) json_.member("line", static_cast<uint32_t>(parked->second));
  json_.key("chain");
  json_.begin_array();
  for (const auto& [name, line] : members.chain) {
    json_.begin_object();
    json_.member("name", std::string_view(name));
    if (line > 0) json_.member("line", static_cast<uint32_t>(line));
    json_.end_object();
  }
  json_.end_array();
  json_.member("steps", task.steps());
  json_.member("ran", task.ran());
  json_.member("waited", task.waited());
  json_.key("waiters");
  json_.begin_array();
  auto first = std::lower_bound(waiters.begin(), waiters.end(), std::pair<uint32_t, uint32_t>(task.id(), 0));
  for (; first != waiters.end() && first->first == task.id(); ++first) json_.number(first->second);
  json_.end_array();
  json_.end_object();
}

void SnapshotWriter::write_awaits(Future& awaited) {
  catcher_.reset();
  json_.key("awaits");
  json_.begin_object();
  json_.member("kind", loop::name_of(awaited.kind()));
  if (Task* task = awaited.as_task()) {
    task->describe_task(catcher_);
    json_.member("label", catcher_.text());
    json_.member("task", task->id());
  } else {
    awaited.describe(catcher_);
    json_.member("label", catcher_.text());
  }
  json_.end_object();
}

void SnapshotWriter::write_threads() {
  static constexpr const char* kStates[] = {"running", "ready", "blocked"};
  json_.key("threads");
  json_.begin_array();
  for (size_t i = 0; i < source_.thread_count; ++i) {
    const ThreadState& thread = source_.threads[i];
    json_.begin_object();
    json_.member("id", thread.id);
    json_.member("name", thread.name);
    json_.member("state", kStates[static_cast<size_t>(thread.state)]);
    if (thread.line > 0) json_.member("line", static_cast<uint32_t>(thread.line));
    json_.end_object();
  }
  json_.end_array();
}

void SnapshotWriter::write_network() {
  json_.key("servers");
  json_.begin_array();
  for (size_t i = 0; i < source_.server_count; ++i) {
    const ServerState& server = source_.servers[i];
    json_.begin_object();
    json_.member("host", server.host);
    json_.member("port", static_cast<uint32_t>(server.port));
    json_.member("label", server.label);
    json_.end_object();
  }
  json_.end_array();
  json_.key("requests");
  json_.begin_object();
  json_.member("open", source_.open_requests);
  json_.end_object();
}

}  // namespace

void write_snapshot(std::string& out, const SnapshotSource& source) { SnapshotWriter(out, source).write(); }

}  // namespace loopscope::trace
