// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

struct NativeOptions {
  bool virtual_clock = false;
  bool has_seed = false;
  uint64_t seed = 0;
  std::string trace_path;  // empty: no trace
  std::string argument;    // sys.argv[0]
  std::string directory;   // where the program believes to be; nothing of it is really read
};

/// Runs a program to its end on this process's standard streams. Returns CPython's exit code.
int run_native(std::string_view source, std::string_view filename, const NativeOptions& options);

}  // namespace loopscope::host
