# SPDX-License-Identifier: MIT
#
# Header-only libraries, each an INTERFACE target:
#   loopscope_boost   boost/ (multiprecision and what it needs)
#   loopscope_catch2  catch2/catch.hpp, version 2.13
# They come from LOOPSCOPE_HEADERS, a folder with nothing else in it: emcc must never see the system's include folder.

function(loopscope_find_headers out file)
  find_path(${out} ${file} HINTS ${LOOPSCOPE_HEADERS} $ENV{LOOPSCOPE_HEADERS} $ENV{LOOPSCOPE_CACHE}/headers $ENV{HOME}/.cache/loopscope/headers
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${out} AND NOT CMAKE_CROSSCOMPILING)
    find_path(${out} ${file})
  endif()
endfunction()

function(loopscope_header_library name out file)
  loopscope_find_headers(${out} ${file})
  add_library(${name} INTERFACE)
  if(${out} AND NOT ${${out}} STREQUAL "/usr/include")
    target_include_directories(${name} SYSTEM INTERFACE ${${out}})
  elseif(NOT ${out})
    message(STATUS "${name}: ${file} not found (set LOOPSCOPE_HEADERS, or run `node runtime/toolchain/setup.mjs`)")
  endif()
endfunction()

loopscope_header_library(loopscope_boost LOOPSCOPE_BOOST_DIR boost/multiprecision/cpp_int.hpp)
loopscope_header_library(loopscope_catch2 LOOPSCOPE_CATCH2_DIR catch2/catch.hpp)
# Debian 12's boost still derives from std::unary_function, which libc++ keeps only on request.
target_compile_definitions(loopscope_boost INTERFACE _LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION)
