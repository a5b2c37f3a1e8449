// SPDX-License-Identifier: MIT
#include "loop/readiness.h"

#include <catch2/catch.hpp>
#include <memory>

#include "fixture.h"

using namespace loopscope::loop;
using namespace loopscope::loop::test;
using Log = std::vector<std::string>;
using Side = Readiness::Side;

namespace {

struct Watching : Fixture {
  Readiness readiness{loop};
  Source one, two;

  /// What runs in the next iteration, if that need not wait.
  Log iterate() {
    log.clear();
    readiness.collect();
    if (!loop.wait_needed()) loop.run_once();
    return log;
  }
};

}  // namespace

TEST_CASE_METHOD(Watching, "handles run in the order in which their sources became ready") {
  readiness.set(one, Side::kReader, logging("one"));
  readiness.set(two, Side::kReader, logging("two"));
  REQUIRE(iterate().empty());
  two.update(kReadable, kReadable);
  one.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"two", "one"});
}

TEST_CASE_METHOD(Watching, "a source that stays ready is told of again, after those that became ready meanwhile") {
  readiness.set(one, Side::kReader, logging("one"));
  readiness.set(two, Side::kReader, logging("two"));
  one.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"one"});
  two.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"one", "two"});
  one.update(0, 0);
  REQUIRE(iterate() == Log{"two"});
  one.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"two", "one"});
}

TEST_CASE_METHOD(Watching, "readers and writers hear of what they watch for, both of failures") {
  readiness.set(one, Side::kReader, logging("reader"));
  one.update(kWritable, kWritable);
  REQUIRE(iterate().empty());
  readiness.set(one, Side::kWriter, logging("writer"));
  REQUIRE(iterate() == Log{"writer"});
  one.update(kReadable | kWritable, kReadable);
  REQUIRE(iterate() == Log{"reader", "writer"});
  one.update(kFailed, kFailed);
  REQUIRE(iterate() == Log{"reader", "writer"});
}

TEST_CASE_METHOD(Watching, "one handle takes the place of another; the last one's removal ends the watch") {
  auto first = logging("first");
  REQUIRE_FALSE(readiness.set(one, Side::kReader, first));
  REQUIRE(readiness.set(one, Side::kReader, logging("second")) == first.get());
  one.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"second"});
  REQUIRE(readiness.set(one, Side::kReader, {}));
  REQUIRE(readiness.get(one, Side::kReader) == nullptr);
  REQUIRE(iterate().empty());
  REQUIRE_FALSE(readiness.set(one, Side::kReader, {}));
}

TEST_CASE_METHOD(Watching, "a source or a watcher may go first") {
  auto source = std::make_unique<Source>();
  readiness.set(*source, Side::kReader, logging("gone"));
  source->update(kReadable, kReadable);
  source.reset();
  REQUIRE(iterate().empty());
  {
    Readiness other{loop};
    other.set(one, Side::kReader, logging("other"));
    readiness.set(one, Side::kReader, logging("ours"));
  }
  one.update(kReadable, kReadable);
  REQUIRE(iterate() == Log{"ours"});
}
