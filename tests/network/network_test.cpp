// SPDX-License-Identifier: MIT
#include "network/network.h"

#include <catch2/catch.hpp>

#include "fixture.h"
#include "network/visitors.h"

using namespace loopscope;
using namespace loopscope::network;
using namespace loopscope::network::test;

TEST_CASE("URLs are taken apart") {
  Url url;
  REQUIRE(parse_url("HTTP://User@Example.COM:8080/a%20b?x=1&y#z", &url));
  REQUIRE(url.scheme == "http");
  REQUIRE(url.host == "example.com");
  REQUIRE(url.port == 8080);
  REQUIRE(url.target() == "/a%20b?x=1&y");
  REQUIRE(parse_url("https://[::1]?q", &url));
  REQUIRE(url.host == "::1");
  REQUIRE(url.port == 443);
  REQUIRE(url.target() == "/?q");
  for (const char* wrong : {"", "/path", "http://", "http://a:b/", "http://a:99999/", "http://[::1"}) REQUIRE(!parse_url(wrong, &url));
  REQUIRE(percent_decode("a%20b+%zz%4") == "a b+%zz%4");
  REQUIRE(parse_query("a=1&b&c=%3D+&a=2") ==
          std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", ""}, {"c", "= "}, {"a", "2"}});
}

TEST_CASE_METHOD(Fixture, "requests go to the mock internet, to the program's servers, or nowhere") {
  auto kind = [&](const char* url) {
    auto exchange = get(url);
    REQUIRE(!exchange->over());
    pass();
    return exchange->failure() ? exchange->failure()->kind : FailureKind::kReset;
  };
  REQUIRE(status("https://mock.loopscope/get") == 200);
  REQUIRE(kind("http://localhost:8000/") == FailureKind::kRefused);
  REQUIRE(kind("https://example.com/") == FailureKind::kUnreachable);
  REQUIRE(kind("ftp://mock.loopscope/") == FailureKind::kUnsupported);
  REQUIRE(kind("nonsense") == FailureKind::kUnsupported);
}

TEST_CASE_METHOD(Fixture, "a listener gets requests in their order, and gives its port back") {
  auto listener = network.listen("127.0.0.1", 8000, "uvicorn");
  REQUIRE(listener);
  REQUIRE(!network.listen("0.0.0.0", 8000, "another"));
  auto one = get("http://localhost:8000/1"), two = get("http://127.0.0.1:8000/2");
  auto first = listener->accept();
  REQUIRE(first->request().url == "http://localhost:8000/1");
  first->respond({200, "OK", {}, ""});
  first->finish();
  REQUIRE(one->at_end());
  listener->close();
  REQUIRE(two->failure()->kind == FailureKind::kReset);
  REQUIRE(network.listeners().empty());
  auto any = network.listen("", 0, "x");
  REQUIRE(any->port() == 49152);
  REQUIRE(network.listen("", 0, "y")->port() == 49153);
}

TEST_CASE_METHOD(Fixture, "things that come at one moment come in the order in which they set out") {
  Log order;
  struct Note final : Arrival {
    Note(Log& log_, std::string text_) : log(log_), text(std::move(text_)) {}
    void arrive() override { log.push_back(text); }
    Log& log;
    std::string text;
  };
  network.after(1, std::make_unique<Note>(order, "late"));
  for (const char* name : {"a", "b", "c"}) network.after(0.5, std::make_unique<Note>(order, name));
  pass();
  REQUIRE(order == Log{"a", "b", "c", "late"});
}

TEST_CASE_METHOD(Fixture, "a program that is over hears nothing any more") {
  auto exchange = get("http://mock.loopscope/delay/1");
  network.shut_down();
  REQUIRE(network.next_arrival() == std::numeric_limits<double>::infinity());
  exchange->abort();
  get("http://mock.loopscope/get");
  pass();
  REQUIRE(watcher.log.back() == "aborted 2");
}

namespace {

/// Answers each request after some time.
struct SlowServer {
  explicit SlowServer(Fixture& fixture_) : fixture(fixture_), listener(fixture.network.listen("0.0.0.0", 8000, "slow")) {}
  void serve() {
    while (auto exchange = listener->accept()) {
      exchange->respond({201, "Created", {{"X-A", "1"}}, ""});
      exchange->write(exchange->request().method + " " + exchange->request().url + " " + exchange->request().body);
      waiting.push_back(exchange);
    }
  }
  void finish() {
    for (auto& exchange : std::exchange(waiting, {})) exchange->finish();
  }
  Fixture& fixture;
  loop::Ref<Listener> listener;
  std::vector<loop::Ref<Exchange>> waiting;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "visitors come at their time and tell what became of it") {
  Visitors visitors(network);
  visitors.send(1, 0.5, {"GET", "/early", {}, ""});
  pass(1);
  REQUIRE(visitors.take_over().at(0).outcome == Visit::Outcome::kRefused);
  SlowServer server(*this);
  visitors.send(2, 2, {"POST", "/b?c", {{"X-B", "2"}}, "body"});
  visitors.send(3, 1, {"GET", "http://localhost:8000/c", {}, ""});
  visitors.send(4, 1, {"GET", "http://localhost:9000/", {}, ""});
  pass(2.5);
  server.serve();
  pass(4);
  server.serve();
  REQUIRE(visitors.take_over().at(0).id == 4);
  server.finish();
  std::vector<Visit> visits = visitors.take_over();
  REQUIRE(visits.size() == 2);
  REQUIRE(visits[0].id == 3);
  REQUIRE(visits[0].body == "GET http://localhost:8000/c ");
  REQUIRE(visits[0].sent_at == Approx(2));
  REQUIRE(visits[0].first_byte_at == Approx(2.5));
  REQUIRE(visits[0].done_at == Approx(4));
  REQUIRE(visits[1].body == "POST http://localhost:8000/b?c body");
  REQUIRE(visits[1].status == 201);
  REQUIRE(visits[1].headers == Headers{{"X-A", "1"}});
  REQUIRE(contains(watcher.log.at(0), "incoming 1 GET http://localhost:8000/c"));
}

TEST_CASE_METHOD(Fixture, "of a visitor's response the beginning is kept, of its bytes the number") {
  Visitors visitors(network);
  auto listener = network.listen("", 80, "x");
  visitors.send(1, 0, {"GET", "/", {}, ""});
  pass();
  auto exchange = listener->accept();
  exchange->respond({200, "OK", {}, ""});
  for (int i = 0; i < 3; i++) exchange->write(std::string(30'000, 'x'));
  exchange->fail(FailureKind::kReset, "gone");
  Visit visit = visitors.take_over().at(0);
  REQUIRE(visit.outcome == Visit::Outcome::kFailed);
  REQUIRE(visit.error == "gone");
  REQUIRE(visit.truncated);
  REQUIRE(visit.body.size() == Visitors::kKept);
  REQUIRE(visit.bytes == 90'000);
}
