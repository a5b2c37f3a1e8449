# SPDX-License-Identifier: MIT
#
# loopscope_library(NAME [DEPENDS target...])
#   A static library of every *.cpp in the calling folder. A folder with headers only becomes an INTERFACE library.
#   The libraries it depends on become part of its interface; including another layer's headers without naming it
#   here still compiles (all includes are rooted at runtime/), so `npm run lint` checks who includes whom.
function(loopscope_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PRIVATE loopscope_flags PUBLIC ${ARG_DEPENDS})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/runtime)
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_DEPENDS})
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/runtime)
  endif()
endfunction()

# loopscope_program(NAME [DEPENDS target...])
#   An executable of every *.cpp in the calling folder.
function(loopscope_program name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE loopscope_flags ${ARG_DEPENDS})
endfunction()

# loopscope_tests(NAME FOLDER [DEPENDS target...])
#   The Catch2 program test_NAME from every *.cpp in FOLDER; nothing when the folder has none or when a target it
#   tests does not exist yet. The test driver (tests/run.mjs) finds it by its name in the tests/ folder of the build.
function(loopscope_tests name folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  foreach(dependency IN LISTS ARG_DEPENDS)
    if(NOT TARGET ${dependency})
      message(STATUS "test_${name}: left out, ${dependency} is not there yet")
      return()
    endif()
  endforeach()
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${ARG_DEPENDS} loopscope_catch_main loopscope_test_flags)
  add_dependencies(loopscope_all_tests test_${name})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
endfunction()
