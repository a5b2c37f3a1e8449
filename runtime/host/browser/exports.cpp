// SPDX-License-Identifier: MIT
#include <emscripten.h>
#include <emscripten/html5.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "host/browser/fetch_transport.h"
#include "host/browser/module_assets.h"
#include "host/browser/page_requests.h"
#include "host/program/program.h"
#include "loop/environment.h"
#include "loop/reactor.h"
#include "python/library/asyncio/objects.h"
#include "python/library/files/file_system.h"
#include "python/library/library.h"
#include "python/library/network/program_network.h"
#include "python/number/float_text.h"
#include "python/vm/code_object.h"
#include "python/vm/frame.h"
#include "python/vm/library_file.h"
#include "python/vm/memory.h"
#include "python/vm/vm.h"
#include "trace/recorder.h"
#include "trace/snapshot.h"

/// What the worker calls (web/worker/runtime.ts). One instance of the module is one program. Nothing here blocks: the
/// worker calls ls_run in slices and sleeps with setTimeout for ls_wait_ms.
namespace {

using namespace loopscope;

enum Status { kFinished = 0, kWaiting = 1, kBudget = 2, kStepped = 3, kBlocked = 4, kInput = 5, kModule = 6 };
enum Drain { kOutput = 0, kTrace = 1, kSnapshot = 2, kDiagnostics = 3, kImports = 4, kWantedModule = 5, kFetches = 6, kResponses = 7 };

constexpr int32_t kSliceChecks = 4000;

struct Program {
  loop::Clock clock;
  loop::PassiveReactor reactor;
  loop::Environment environment;
  trace::Recorder* recorder = nullptr;
  host::FetchTransport transport;
  /// The clock that was asked for; while the network is busy, time goes by as it really does.
  bool virtual_clock = true;
  std::string output, drained, diagnostics = "[]", imports;
  std::vector<std::string> input;
  bool input_ended = false;
  bool loaded = false;
  bool finished = false;
};
Program program;

double monotonic_seconds(void*) { return emscripten_get_now() / 1000; }

/// {u8 stream, 3 pad, u32 length, f64 program time, bytes padded to 8}
void write_output(int stream, std::string_view text) {
  char header[16] = {};
  header[0] = static_cast<char>(stream);
  uint32_t length = static_cast<uint32_t>(text.size());
  double time = program.clock.peek();
  std::memcpy(header + 4, &length, 4);
  std::memcpy(header + 8, &time, 8);
  program.output.append(header, sizeof header);
  program.output.append(text);
  program.output.append((8 - text.size() % 8) % 8, '\0');
}

int read_line(std::string* line) {
  if (program.input.empty()) return program.input_ended ? 0 : -1;
  *line = program.input.front() + "\n";
  program.input.erase(program.input.begin());
  return 1;
}

/// Blocking inside a nested native call: the worker itself waits; the page stays alive and may end it.
void busy_wait(double seconds) {
  double end = monotonic_seconds(nullptr) + seconds;
  while (monotonic_seconds(nullptr) < end) {
  }
}

/// The text after `"key":` in the flat JSON object that the worker sends; empty if it is not there.
std::string_view json_value(std::string_view json, std::string_view key) {
  std::string quoted = "\"" + std::string(key) + "\":";
  size_t at = json.find(quoted);
  if (at == std::string_view::npos) return {};
  std::string_view rest = json.substr(at + quoted.size());
  return rest.substr(0, rest.find_first_of(",}"));
}

double json_number(std::string_view json, std::string_view key, double otherwise) {
  double number = otherwise;
  python::parse_double(json_value(json, key), &number);
  return number;
}

void set_clock(bool is_virtual, double speed) {
  program.virtual_clock = is_virtual;
  if (is_virtual && !program.transport.busy()) {
    program.clock.set_mode(loop::Clock::Mode::kVirtual);
    return;
  }
  program.clock.set_speed(speed > 0 ? speed : 1);
  program.clock.set_mode(loop::Clock::Mode::kReal);
}

/// Nobody knows when an answer of the real network comes: while one is on its way a virtual clock must not jump ahead of it.
void follow_network() {
  bool is_virtual = program.virtual_clock && !program.transport.busy();
  loop::Clock::Mode mode = is_virtual ? loop::Clock::Mode::kVirtual : loop::Clock::Mode::kReal;
  if (program.clock.mode() == mode) return;
  if (program.virtual_clock) program.clock.set_speed(1);
  program.clock.set_mode(mode);
}

/// Whether code is our library's: its lines mean nothing to a visitor.
bool is_library(const python::Str* filename) { return filename->ascii && python::is_library_file(filename->ascii_view()); }

void make_snapshot() {
  std::vector<trace::ThreadState> threads;
  std::vector<loop::EventLoop*> loops;
  bool blocked = false;
  for (python::Thread* t : python::vm.threads) {
    if (t->running_loop) loops.push_back(t->running_loop.as<python::LoopObject>()->core);
    if (t == python::vm.threads.front()) blocked = t->state == python::ThreadState::blocked && t->counts_as_blocking;
    if (t->state == python::ThreadState::finished) continue;
    // The running one is always shown.
    if (threads.size() >= trace::kSnapshotRows && t != python::vm.current) continue;
    trace::ThreadState row;
    row.id = t->id;
    row.name = t->name;
    row.state = t->state == python::ThreadState::blocked ? trace::ThreadState::State::kBlocked
                : t == python::vm.current                ? trace::ThreadState::State::kRunning
                                                         : trace::ThreadState::State::kReady;
    python::Frame* frame = t->top;
    while (frame && (!frame->code || is_library(frame->code->filename))) frame = frame->back;
    if (frame) row.line = frame->line();
    threads.push_back(row);
  }
  trace::SnapshotSource source{program.clock, loops.data(), loops.size(), threads.data(), threads.size(), blocked, program.finished};
  std::vector<trace::ServerState> servers;
  if (network::Network* network = python::existing_network())
    for (network::Listener* listener : network->listeners()) servers.push_back({listener->host(), listener->port(), listener->label()});
  source.servers = servers.data();
  source.server_count = servers.size();
  source.open_requests = program.environment.open_requests;
  program.drained.clear();
  trace::write_snapshot(program.drained, source);
}

}  // namespace

extern "C" {

void ls_configure(const char* json, size_t n) {
  std::string_view options(json, n);
  program.clock.set_source(monotonic_seconds, nullptr);
  set_clock(json_value(options, "clock") == "\"virtual\"", json_number(options, "speed", 1));
  std::string seed(json_value(options, "seed"));
  if (!seed.empty() && seed != "null") {
    python::vm.seed = std::strtoull(seed.c_str(), nullptr, 10);
    python::vm.has_seed = true;
  } else {
    // Chance comes from outside once, here.
    python::vm.seed = static_cast<uint64_t>(emscripten_random() * 9007199254740992.0);
  }
  double limit = json_number(options, "memoryLimitMb", 0);
  if (limit > 0) python::set_memory_limit(static_cast<size_t>(limit * 1024 * 1024));
  program.environment.clock = &program.clock;
  program.environment.reactor = &program.reactor;
  // Only who carries out fetches has a network.
  if (json_value(options, "network") == "true") python::set_network_transport(&program.transport);
  if (json_value(options, "trace") == "true") {
    program.recorder = new trace::Recorder(program.clock);
    program.environment.observer = program.recorder;
    program.environment.measure = true;
  }
}

int ls_load(const char* source, size_t n, const char* filename, size_t fn) {
  std::string_view text(source, n), name(filename, fn);
  host::Compiled compiled = host::compile_program(text, name, "exec", true);
  program.diagnostics = host::diagnostics_json(compiled);
  python::HostHooks hooks;
  hooks.compile = host::compile_hook;
  hooks.parse_tree = host::parse_tree_hook;
  hooks.compile_tree = host::compile_tree_hook;
  hooks.write = write_output;
  hooks.read_line = read_line;
  hooks.find_module = host::find_module;
  hooks.install_library = python::install_library;
  hooks.at_exit = python::library_at_exit;
  hooks.wait = busy_wait;
  python::vm.start_unix_ns = static_cast<int64_t>(emscripten_date_now() * 1e6);
  python::initialize_vm(hooks, program.environment);
  if (compiled.code) program.imports = host::imports_json(*compiled.code);
  program.loaded = true;
  // A name alone lies in the home folder, as in the page.
  size_t folder = name.rfind('/');
  std::string_view directory = folder == std::string_view::npos ? std::string_view() : name.substr(0, folder);
  std::string path = python::files::set_program_place(name.substr(folder + 1), directory, name);
  bool ok = python::load_main(text, name, path);
  return ok ? 0 : 1;
}

int ls_run(double budget_ms) {
  if (!program.loaded || program.finished) return kFinished;
  double end = emscripten_get_now() + budget_ms;
  do {
    follow_network();
    switch (python::run(kSliceChecks)) {
      case python::RunStatus::finished: program.finished = true; return kFinished;
      case python::RunStatus::stepped: return kStepped;
      case python::RunStatus::input: return kInput;
      case python::RunStatus::module: return kModule;
      case python::RunStatus::budget: break;
      case python::RunStatus::waiting:
      case python::RunStatus::blocked: {
        double wake = python::wake_time();
        follow_network();
        if (program.clock.mode() == loop::Clock::Mode::kVirtual && !std::isinf(wake)) {
          program.clock.advance_to(wake);
          break;
        }
        for (python::Thread* t : python::vm.threads)
          if (t->state == python::ThreadState::blocked) return t->counts_as_blocking ? kBlocked : kWaiting;
        return kWaiting;
      }
    }
  } while (emscripten_get_now() < end);
  return kBudget;
}

double ls_wait_ms(void) {
  double wake = python::wake_time();
  if (std::isinf(wake)) return wake;
  return program.clock.real_seconds_until(wake) * 1000;
}

void ls_step(void) { python::vm.step_requested = true; }

void ls_set_clock(int is_virtual, double speed) { set_clock(is_virtual != 0, speed); }

/// A paused program's sleeps do not run out.
void ls_set_paused(int paused) { program.clock.set_paused(paused != 0); }

int ls_exit_code(void) { return python::vm.exit_code; }

double ls_program_time(void) { return program.clock.peek(); }

/// A line for input(), without its newline; null: end of input.
void ls_provide_input(const char* line, size_t n) {
  if (line)
    program.input.emplace_back(line, n);
  else
    program.input_ended = true;
  python::input_arrived();
}

/// Answers kModule, or comes before it is asked for. `what`: host::Provided.
void ls_provide_module(const char* name, size_t n, int what, const char* bytes, size_t size) {
  host::provide_module({name, n}, static_cast<host::Provided>(what), {bytes, size});
}

/// What the worker's fetches bring (FetchTransport); answers whether there is room for more.
void ls_fetch_head(uint32_t id, int status, const char* text, size_t n) { program.transport.head(id, status, {text, n}); }
int ls_fetch_data(uint32_t id, const char* bytes, size_t n) { return program.transport.data(id, {bytes, n}); }
/// `kind`: -1 the response is whole, else network::FailureKind.
void ls_fetch_end(uint32_t id, int kind, const char* message, size_t n) {
  if (kind < 0)
    program.transport.finish(id);
  else
    program.transport.fail(id, static_cast<network::FailureKind>(kind), {message, n});
}

/// A visitor's request to the program's server, `delay` seconds of program time from now. `texts`: method, path (or a whole URL),
/// headers ("Name: value\n" each) and body, one after the other; `sizes` has the four lengths.
void ls_send_request(uint32_t id, double delay, const char* texts, const uint32_t* sizes) {
  std::string_view parts[4];
  for (int i = 0; i < 4; texts += sizes[i], i++) parts[i] = {texts, sizes[i]};
  host::send_page_request(id, delay, parts[0], parts[1], parts[2], parts[3]);
}

const char* ls_drain(int what, size_t* n) {
  switch (what) {
    case kOutput:
      program.drained.swap(program.output);
      program.output.clear();
      break;
    case kTrace:
      if (program.recorder)
        program.drained = program.recorder->drain();
      else
        program.drained.clear();
      break;
    case kSnapshot: make_snapshot(); break;
    case kImports: program.drained = program.imports; break;
    case kWantedModule: program.drained = python::vm.wanted_module; break;
    case kFetches: program.transport.drain(program.drained); break;
    case kResponses:
      program.drained.clear();
      if (host::drain_page_responses) host::drain_page_responses(program.drained);
      break;
    default: program.drained = program.diagnostics; break;
  }
  *n = program.drained.size();
  return program.drained.data();
}

}  // extern "C"
