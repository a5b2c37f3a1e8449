# SPDX-License-Identifier: MIT
#
# Compiler flags shared by every target of the runtime.
# loopscope_flags: how runtime code is compiled. loopscope_test_flags: the same with exceptions, for test code only.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")
if(EMSCRIPTEN)
  # The page loads it: small first. What runs all the time asks for speed with loopscope_hot_sources.
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
endif()
if(LOOPSCOPE_SANITIZE)
  # Fast enough to test with, and names and lines in reports.
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -gline-tables-only")
elseif(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1")
endif()

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(LOOPSCOPE_CCACHE ccache)
  if(LOOPSCOPE_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${LOOPSCOPE_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${LOOPSCOPE_CCACHE})
  endif()
endif()

add_library(loopscope_flags_common INTERFACE)
target_compile_options(loopscope_flags_common INTERFACE -Wall -Wextra -fno-rtti)
target_include_directories(loopscope_flags_common INTERFACE ${CMAKE_SOURCE_DIR}/runtime)
if(EMSCRIPTEN)
  # In every browser since 2021: memcpy as one instruction, conversions that do not trap.
  target_compile_options(loopscope_flags_common INTERFACE -mbulk-memory -mnontrapping-fptoint)
  target_link_options(loopscope_flags_common INTERFACE -mbulk-memory -mnontrapping-fptoint)
endif()

if(LOOPSCOPE_SANITIZE AND NOT EMSCRIPTEN)
  # vptr needs run-time type information, which the runtime does without.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_compile_options(loopscope_flags_common INTERFACE ${sanitizers})
  target_link_options(loopscope_flags_common INTERFACE ${sanitizers})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release" AND LOOPSCOPE_LTO AND NOT EMSCRIPTEN)
  # Thin LTO with clang: parallel and cached; emcc and g++ only know the full one.
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT EMSCRIPTEN AND NOT APPLE)
    find_program(LOOPSCOPE_LLD NAMES ld.lld-19 ld.lld)
    if(LOOPSCOPE_LLD)
      target_compile_options(loopscope_flags_common INTERFACE -flto=thin)
      target_link_options(loopscope_flags_common INTERFACE -flto=thin "--ld-path=${LOOPSCOPE_LLD}")
    endif()
  else()
    target_compile_options(loopscope_flags_common INTERFACE -flto)
    target_link_options(loopscope_flags_common INTERFACE -flto)
  endif()
endif()

add_library(loopscope_flags INTERFACE)
target_link_libraries(loopscope_flags INTERFACE loopscope_flags_common)
target_compile_options(loopscope_flags INTERFACE -fno-exceptions)

add_library(loopscope_test_flags INTERFACE)
target_link_libraries(loopscope_test_flags INTERFACE loopscope_flags_common)
target_compile_options(loopscope_test_flags INTERFACE -UNDEBUG)
if(EMSCRIPTEN)
  target_compile_options(loopscope_test_flags INTERFACE -fwasm-exceptions)
  target_link_options(loopscope_test_flags INTERFACE
    -fwasm-exceptions -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sNODERAWFS=1 -sENVIRONMENT=node)
else()
  target_compile_options(loopscope_test_flags INTERFACE -fexceptions)
endif()

# loopscope_hot_sources(FILE...): the way of every instruction, call and switch, optimised for speed also in wasm.
function(loopscope_hot_sources)
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -O3)
  endif()
endfunction()
