// SPDX-License-Identifier: MIT
#include "host/native/native_host.h"

#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <memory>

#include "host/native/library_folder.h"
#include "host/program/program.h"
#include "loop/environment.h"
#include "loop/reactor.h"
#include "python/library/files/file_system.h"
#include "python/library/library.h"
#include "python/library/network/program_network.h"
#include "python/vm/frame.h"
#include "python/vm/library_file.h"
#include "python/vm/objects.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"
#include "trace/chrome_trace.h"
#include "trace/recorder.h"

namespace loopscope::host {

namespace {

std::atomic<bool> interrupted{false};

double monotonic_seconds(void*) {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Sleeps, but not through Ctrl-C.
void sleep_seconds(double seconds) {
  while (seconds > 0 && !interrupted) {
    double slice = seconds < 0.05 ? seconds : 0.05;
    timespec wanted{static_cast<time_t>(slice), static_cast<long>(std::fmod(slice, 1) * 1e9)};
    nanosleep(&wanted, nullptr);
    seconds -= slice;
  }
}

void write_stream(int stream, std::string_view text) {
  FILE* file = stream == 2 ? stderr : stdout;
  if (stream == 2) std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), file);
}

int read_line(std::string* line) {
  std::fflush(stdout);
  line->clear();
  int c;
  while ((c = std::getchar()) != EOF) {
    *line += static_cast<char>(c);
    if (c == '\n') break;
  }
  return c == EOF && line->empty() ? 0 : 1;
}

/// Writes the trace as it is made, so that a long run does not need the memory for it.
class TraceFile {
 public:
  TraceFile(const std::string& path, const loop::Clock& clock) : path_(path), recorder_(clock) {}
  loop::Observer* observer() { return &recorder_; }
  void drain() { trace_.append(recorder_.drain()); }
  bool close() {
    drain();
    FILE* file = std::fopen(path_.c_str(), "wb");
    if (!file) {
      std::fprintf(stderr, "loopscope: can't write '%s': %s\n", path_.c_str(), std::strerror(errno));
      return false;
    }
    std::string json = trace_.finish();
    bool ok = std::fwrite(json.data(), 1, json.size(), file) == json.size();
    return std::fclose(file) == 0 && ok;
  }

 private:
  std::string path_;
  trace::Recorder recorder_;
  trace::ChromeTrace trace_;
};

/// Nothing can go on: says so, and with several threads what each of them waits for.
void report_deadlock() {
  std::fflush(stdout);
  network::Network* network = python::existing_network();
  if (network && !network->listeners().empty()) {
    const network::Listener& server = *network->listeners().front();
    std::fprintf(stderr, "loopscope: on the command line only the program itself can reach its server (%s at %s:%d), and it waits; interrupted\n",
                 server.label().c_str(), server.host().c_str(), server.port());
  } else {
    std::fputs("loopscope: the program waits for something that can never happen; interrupted\n", stderr);
  }
  if (python::vm.threads.size() < 2) return;
  for (python::Thread* thread : python::vm.threads) {
    if (thread->state != python::ThreadState::blocked) continue;
    python::Frame* frame = thread->top;
    std::fprintf(stderr, "  %s: %s", thread->name.c_str(), thread->blocked_on);
    while (frame && (!frame->code || python::is_library_file(python::to_utf8(frame->code->filename)))) frame = frame->back;
    if (frame) std::fprintf(stderr, ", line %d", frame->line());
    std::fputc('\n', stderr);
  }
}

constexpr int32_t kSliceChecks = 20000;

}  // namespace

int run_native(std::string_view source, std::string_view filename, const NativeOptions& options) {
  loop::Clock clock;
  if (!options.virtual_clock) {
    clock.set_source(monotonic_seconds, nullptr);
    clock.set_mode(loop::Clock::Mode::kReal);
  }
  loop::PassiveReactor reactor;
  loop::Environment environment;
  environment.clock = &clock;
  environment.reactor = &reactor;
  std::unique_ptr<TraceFile> trace;
  if (!options.trace_path.empty()) {
    trace = std::make_unique<TraceFile>(options.trace_path, clock);
    environment.observer = trace->observer();
    environment.measure = true;
  }

  python::HostHooks hooks;
  hooks.compile = compile_hook;
  hooks.parse_tree = parse_tree_hook;
  hooks.compile_tree = compile_tree_hook;
  hooks.write = write_stream;
  hooks.read_line = read_line;
  hooks.find_module = find_module;
  hooks.read_source = read_source;
  hooks.install_library = python::install_library;
  hooks.at_exit = python::library_at_exit;
  hooks.wait = sleep_seconds;
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  python::vm.start_unix_ns = int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
  python::vm.seed = options.seed;
  python::vm.has_seed = options.has_seed;
  std::signal(SIGINT, [](int) { interrupted = true; });
  python::initialize_vm(hooks, environment);
  std::string path = python::files::set_program_place(options.argument, options.directory, filename);
  python::load_main(source, filename, path);

  for (;;) {
    if (interrupted.exchange(false)) python::request_stop();
    python::RunStatus status = python::run(kSliceChecks);
    if (trace) trace->drain();
    if (status == python::RunStatus::finished) break;
    if (status != python::RunStatus::waiting && status != python::RunStatus::blocked) continue;
    double wake = python::wake_time();
    // Only the program itself could wake it: natively there are no outside events.
    if (std::isinf(wake)) {
      report_deadlock();
      python::request_stop();
      continue;
    }
    if (clock.mode() == loop::Clock::Mode::kVirtual) {
      clock.advance_to(wake);
    } else {
      std::fflush(stdout);
      sleep_seconds(clock.real_seconds_until(wake));
    }
  }
  std::fflush(stdout);
  if (trace && !trace->close() && python::vm.exit_code == 0) return 1;
  return python::vm.exit_code;
}

}  // namespace loopscope::host
