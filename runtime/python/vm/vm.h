// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "loop/clock.h"
#include "python/vm/protocol.h"
#include "python/vm/thread.h"

/// The virtual machine: one per process or wasm instance (each run of a program is a fresh instance).
namespace loopscope::loop {
struct Environment;
}

namespace loopscope::python {

struct Code;

/// Why run() came back.
enum class RunStatus : uint8_t {
  finished,  // the main thread and all non-daemon threads are done; see exit_code
  waiting,   // an event loop waits: until wake_time() or an outside event
  blocked,   // no thread can go on: time.sleep etc., until wake_time()
  budget,    // the budget is spent; call again
  stepped,   // a coroutine step that was asked for is over
  input,     // input() waits for a line
  module,    // an import waits for an asset: vm.wanted_module; the host calls module_arrived()
};

/// A library module as a host finds it.
struct FoundModule {
  std::shared_ptr<const Code> code;
  bool is_package = false;
};
enum class ModuleSearch : uint8_t { found, absent, later };
enum class SourceKind : uint8_t { none, file, folder };

/// What only the host can do. Set before the program starts.
struct HostHooks {
  /// One line of standard input with its newline (the last one may have none): 1 got it, 0 end of file, -1 not there yet
  /// (the host will call input_arrived).
  int (*read_line)(std::string* line) = nullptr;
  /// Compiles source; on a syntax error raises it and returns null. mode: "exec", "eval", "single".
  std::shared_ptr<const Code> (*compile)(std::string_view source, std::string_view filename, std::string_view mode,
                                         uint32_t inherited_flags) = nullptr;
  /// For compile() with trees (syntax/tree_bytes.h): source to a tree, and a tree to code. Raise as `compile` does.
  bool (*parse_tree)(std::string_view source, std::string_view filename, std::string_view mode, std::string* tree) = nullptr;
  std::shared_ptr<const Code> (*compile_tree)(std::string_view tree, std::string_view filename, int optimize) = nullptr;
  void (*write)(int stream, std::string_view utf8) = nullptr;  // 1 stdout, 2 stderr
  /// A library module by dotted name. `later`: its asset is on its way, and everything stands still until module_arrived().
  /// With `now` there is no later: native code is between this import and the host.
  ModuleSearch (*find_module)(std::string_view name, bool now, FoundModule* found) = nullptr;
  /// What a host with files of its own has at this absolute path, for imports of what lies beside the program; a file's text
  /// goes to `text`. May be null.
  SourceKind (*read_source)(const std::string& path, std::string* text) = nullptr;
  /// Fills `builtins`, registers native modules (library/library.h). Called at the end of initialize_vm.
  bool (*install_library)() = nullptr;
  /// Called once when the program is over, before its objects go: atexit callbacks, flushing.
  void (*at_exit)() = nullptr;
  /// Really waits `seconds` of program time: only for blocking inside nested native calls. May be null (then virtual).
  void (*wait)(double seconds) = nullptr;
};

/// What one check stands for on the virtual clock: some instructions, at about CPython's pace.
constexpr uint64_t kInstructionsPerCheck = 8;
constexpr double kSecondsPerCheck = kInstructionsPerCheck * loop::Clock::kInstructionNanoseconds * 1e-9;

struct Vm {
  HostHooks hooks;
  loop::Clock* clock = nullptr;
  loop::Environment* environment = nullptr;
  Thread* current = nullptr;
  std::vector<Thread*> threads;  // live ones, in creation order
  Dict* modules = nullptr;       // sys.modules
  Dict* builtins = nullptr;      // namespace of builtins
  Module* main_module = nullptr;
  int32_t budget = 0;            // checks (calls, backward jumps) until the interpreter looks up
  int32_t budget_start = 0;      // for sync_clock
  int32_t budget_reserve = 0;    // taken out of budget so that the collector gets its turn soon
  uint64_t checks = 0;           // total so far
  int recursion_limit = 1000;
  int native_depth = 0;          // interpreters on the C++ stack
  bool step_requested = false;   // stop at the end of the next coroutine step
  bool step_done = false;
  bool stop_requested = false;
  bool stopped = false;          // somebody has asked for the end: threads are not waited for
  int exit_code = 0;
  uint64_t seed = 0;
  bool has_seed = false;
  int64_t start_unix_ns = 0;     // time.time() at program time 0
  bool waiting_for_input = false;
  std::string wanted_module;     // the name of a module whose asset an import waits for; empty: none
  int origin_depth = 0;          // sys.set_coroutine_origin_tracking_depth
  bool finished = false;
};
extern Vm vm;

/// Types, names, builtins, sys. Call once; then load(), then run() until finished.
void initialize_vm(const HostHooks& hooks, loop::Environment& environment);
/// Makes `__main__` and its frame on the main thread. `filename` is for tracebacks, `path` is `__file__`. False: exception
/// pending (syntax error), already printable.
bool load_main(std::string_view source, std::string_view filename, std::string_view path);
/// Executes at most about `checks` calls and loop turns. Never blocks.
RunStatus run(int32_t checks);
/// Program time at which run() can go on after waiting/blocked; infinity: only an outside event helps.
double wake_time();
/// Ends the program from outside as if interrupted: the next run() finishes it with KeyboardInterrupt.
void request_stop();

/// Passes executed work on to the virtual clock. Before every reading of it.
void sync_clock();
double program_time();  // sync + read

void write_stream(int stream, std::string_view utf8);

// ---- frames and calls ---------------------------------------------------------------------------------------------
/// "My result will come from the frame that I pushed." Only the interpreter and call() see it.
extern Object frame_pushed_object;
inline const Value kFramePushed{&frame_pushed_object};
inline Ref frame_pushed() { return Ref::share(&frame_pushed_object); }
/// Calls without occupying the C++ stack: returns the result or kFramePushed. `return tail_call(f, args);` from a native.
Ref tail_call(Value callable, const Args& args);
Ref tail_call(Value callable);
Ref tail_call(Value callable, Value a);

/// Pushes a frame for `function`, arguments bound; false with TypeError. on_return says who gets the result.
bool push_function(Function* function, const Args& args, OnReturn on_return);
/// Runs `code` with these namespaces as module or class body (locals may be the globals).
bool push_code(CodeObject* code, Dict* globals, Value locals, OnReturn on_return);
/// Pushes a native frame; it is first resumed with Resumed::started.
void push_native(std::unique_ptr<NativeFrame> native, OnReturn on_return = OnReturn::push);
/// For native frames: calls `callable` so that resume() gets the outcome. Either a frame was pushed (Next::pushed) or
/// *value is the result at once (returned) or an exception is set.
enum class Called : uint8_t { pushed, returned, raised };
Called call_from_native(Value callable, const Args& args, Ref* value);
/// Runs code to completion on the C++ stack (imports, exec).
Ref run_code(CodeObject* code, Dict* globals, Value locals);

Ref make_function(CodeObject* code, Dict* globals);
/// Compiles and returns a code object; null with SyntaxError.
Own<CodeObject> compile_source(std::string_view source, std::string_view filename, std::string_view mode, uint32_t flags = 0);

// ---- threads --------------------------------------------------------------------------------------------------------
/// A new green thread that will call `callable(*args, **kwargs)`; ready at once. Null: exception.
Thread* start_thread(std::string_view name, Value callable, Tuple* args, Dict* kwargs);
/// A native call waits for `thread`, the current one, to be woken: others run meanwhile on the C++ stack above it. False
/// with RuntimeError when that can never happen, with KeyboardInterrupt when the program is to end.
bool wait_on_native_stack(Thread& thread);
/// Makes a blocked thread ready.
void unblock(Thread* thread);
/// For natives called by Python code: blocks the calling thread until program time `deadline` (or unblock()), then
/// returns None to Python: `return block_until(t, "time.sleep");`
Ref block_until(double deadline, const char* what);

/// The host has input now.
void input_arrived();

// ---- modules ----------------------------------------------------------------------------------------------------------
/// Registers a native module: `create` fills it on first import. Library modules do so at start-up.
using ModuleInit = bool (*)(Module*);
void register_native_module(const char* name, ModuleInit init);
/// import_module("a.b"): the module `a.b` itself. Runs nested when it must execute Python code.
Ref import_module(std::string_view name);
/// The host knows now whether there is vm.wanted_module: find_module has an answer.
void module_arrived();

}  // namespace loopscope::python
