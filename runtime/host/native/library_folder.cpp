// SPDX-License-Identifier: MIT
#include "host/native/library_folder.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <unistd.h>
#endif

#include "python/library/library.h"

namespace loopscope::host {

namespace {

std::string program_path() {
  char path[4096];
#ifdef __APPLE__
  uint32_t size = sizeof path;
  return _NSGetExecutablePath(path, &size) == 0 ? path : "";
#else
  ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : "";
#endif
}

const std::string& library_folder() {
  static const std::string folder = [] {
    if (const char* named = std::getenv("LOOPSCOPE_LIBRARY")) return std::string(named) + "/";
    std::string program = program_path();
    return program.substr(0, program.rfind('/') + 1) + "library/";
  }();
  return folder;
}

}  // namespace

namespace {

bool read_file(const std::string& path, std::string* bytes) {
  FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  char buffer[65536];
  size_t n;
  while ((n = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes->append(buffer, n);
  std::fclose(file);
  return true;
}

}  // namespace

python::SourceKind read_source(const std::string& path, std::string* text) {
  std::error_code ignored;
  auto kind = std::filesystem::status(path, ignored).type();
  if (kind == std::filesystem::file_type::directory) return python::SourceKind::folder;
  if (kind != std::filesystem::file_type::regular || !path.ends_with(".py")) return python::SourceKind::none;
  return read_file(path, text) ? python::SourceKind::file : python::SourceKind::none;
}

python::ModuleSearch find_module(std::string_view name, bool, python::FoundModule* found) {
  if (python::find_built_in_module(name, found)) return python::ModuleSearch::found;
  if (name.find('/') != std::string_view::npos) return python::ModuleSearch::absent;
  std::string bytes;
  if (!read_file(library_folder() + std::string(name) + ".module", &bytes)) return python::ModuleSearch::absent;
  return python::read_module_asset(bytes, found) ? python::ModuleSearch::found : python::ModuleSearch::absent;
}

}  // namespace loopscope::host
