// SPDX-License-Identifier: MIT
#include "network/exchange.h"

#include <catch2/catch.hpp>

#include "fixture.h"

using namespace loopscope;
using namespace loopscope::network;
using namespace loopscope::network::test;

namespace {

struct Talking : Fixture {
  loop::Ref<Exchange> exchange = loop::make_ref<Exchange>(environment, Request{"GET", "http://a/", {}, ""}, Origin{}, false);
  test::Side client, server;

  Talking() {
    exchange->set_client(&client);
    exchange->set_server(&server);
  }
};

}  // namespace

TEST_CASE_METHOD(Talking, "a client gets the head and the pieces as they were written") {
  exchange->respond({200, "OK", {{"X-A", "1"}}, ""});
  REQUIRE(exchange->has_head());
  exchange->write("one");
  exchange->write("");
  exchange->write("two");
  exchange->finish();
  REQUIRE(client.told == 4);
  REQUIRE(!exchange->at_end());
  REQUIRE(exchange->take_piece() == "one");
  REQUIRE(exchange->take_piece() == "two");
  REQUIRE(exchange->take_piece() == "");
  REQUIRE(exchange->at_end());
  REQUIRE(watcher.log == Log{"outgoing 1 GET http://a/", "head 1 200", "bytes 1 3", "bytes 1 3", "done 1"});
}

TEST_CASE_METHOD(Talking, "an abort tells the server once, and what it still says is lost") {
  exchange->respond({200, "OK", {}, ""});
  exchange->write("one");
  exchange->abort();
  exchange->abort();
  REQUIRE(server.told == 1);
  REQUIRE(exchange->aborted());
  exchange->write("two");
  exchange->finish();
  exchange->fail(FailureKind::kReset, "x");
  REQUIRE(!exchange->has_piece());
  REQUIRE(!exchange->at_end());
  REQUIRE(exchange->failure() == nullptr);
  REQUIRE(watcher.log.back() == "aborted 1");
}

TEST_CASE_METHOD(Talking, "a failure comes after the pieces before it") {
  exchange->respond({200, "OK", {}, ""});
  exchange->write("one");
  exchange->fail(FailureKind::kReset, "broken");
  REQUIRE(exchange->take_piece() == "one");
  REQUIRE(exchange->failure()->kind == FailureKind::kReset);
  REQUIRE(!exchange->at_end());
  REQUIRE(watcher.log.back() == "failed 1 broken");
}

TEST_CASE_METHOD(Talking, "a server hears when a slow client has read") {
  exchange->write(std::string(Exchange::kFull - 1, 'a'));
  REQUIRE(!exchange->full());
  exchange->write("b");
  REQUIRE(exchange->full());
  REQUIRE(server.told == 0);
  exchange->take_piece();
  REQUIRE(server.told == 1);
  exchange->take_piece();
  REQUIRE(server.told == 1);
}

TEST_CASE_METHOD(Talking, "requests that are not over are counted") {
  REQUIRE(environment.open_requests == 1);
  exchange->finish();
  REQUIRE(environment.open_requests == 0);
  { loop::make_ref<Exchange>(environment, Request{}, Origin{}, true); }
  REQUIRE(environment.open_requests == 0);
  REQUIRE(watcher.log.back() == "aborted 2");
}
