// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "compiled.h"

using namespace loopscope::python;
using namespace loopscope::python::testing;

/// All Python programs of the repository compile (or fail with a proper message), verify, and survive being stored.
TEST_CASE("every program of the repository", "[compiler]") {
    int count = 0;
    for (const char* folder : {"playground-examples", "tests/conformance", "tests/bench", "runtime/python/library"}) {
        const std::filesystem::path root = std::filesystem::path(LOOPSCOPE_CHECKOUT) / folder;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().extension() != ".py") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream content;
            content << file.rdbuf();
            ++count;
            Compiled c(content.str());
            CAPTURE(entry.path().string());
            CHECK(c.error.find("verify") == std::string::npos);
            if (!c.code) continue;
            const std::string bytes = serialize(*c.code);
            const std::shared_ptr<const Code> again = deserialize(bytes);
            REQUIRE(again);
            REQUIRE(disassemble(*again) == disassemble(*c.code));
        }
    }
    CHECK(count > 400);
}
