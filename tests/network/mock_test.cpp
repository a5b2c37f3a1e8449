// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "fixture.h"
#include "network/mock/form.h"
#include "network/mock/json.h"
#include "network/mock/language_model.h"
#include "network/mock/texts.h"

using namespace loopscope;
using namespace loopscope::network;
using namespace loopscope::network::test;

namespace {
MockTexts some_texts() {
  return {{{"", "The town", "A town.", "/site/harbour"}, {"harbour", "The harbour", "Boats.", "../site missing"}},
          {{"/get", "the request"}},
          {"You asked \"", "\".", {"One.", "Two.", "Three."}},
          {"\"", "\" 질문하셨네요.", {"하나.", "둘."}}};
}
std::string mock(const std::string& path) { return "https://mock.loopscope" + path; }
}  // namespace

TEST_CASE("JSON is read and written as Python's json does") {
  Json json;
  REQUIRE(Json::parse(R"( {"b": [1, -2.5e3, true, null, "\u00e9\ud83d\ude00\n"], "a": {}, "b2": []} )", &json));
  REQUIRE(json.on_one_line() == R"({"b": [1, -2.5e3, true, null, "\u00e9\ud83d\ude00\n"], "a": {}, "b2": []})");
  REQUIRE(Json::parse(R"({"b": [1, {"x": 2}], "a": "t"})", &json));
  REQUIRE(json.indented() == "{\n  \"a\": \"t\",\n  \"b\": [\n    1,\n    {\n      \"x\": 2\n    }\n  ]\n}\n");
  for (const char* wrong : {"", "{", "[1,]", "{\"a\" 1}", "tru", "1 2", "\"a", "-", "{1: 2}"}) REQUIRE(!Json::parse(wrong, &json));
  REQUIRE(!Json::parse(std::string(5000, '['), &json));
}

TEST_CASE("forms are read") {
  Form form = read_form("application/x-www-form-urlencoded", "a=1&b=two+words");
  REQUIRE(form.is_form);
  REQUIRE(form.fields.at(1) == std::pair<std::string, std::string>{"b", "two words"});
  form = read_form("multipart/form-data; boundary=\"xx\"",
                   "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n"
                   "--xx\r\nContent-Disposition: form-data; name=\"f\"; filename=\"t.txt\"\r\nContent-Type: text/plain\r\n\r\nhi\r\n--xx--\r\n");
  REQUIRE(form.fields.at(0).second == "1\r\n2");
  REQUIRE(form.files.at(0) == std::pair<std::string, std::string>{"f", "hi"});
  REQUIRE(!read_form("text/plain", "a=1").is_form);
  REQUIRE(read_form("multipart/form-data; boundary=xx", "--xx").fields.empty());
}

TEST_CASE_METHOD(Fixture, "the mock internet answers after its latency") {
  auto exchange = get(mock("/get?a=1"));
  pass(0.0199);
  REQUIRE(!exchange->has_head());
  pass(0.021);
  REQUIRE(exchange->head().status == 200);
  REQUIRE(contains(body(*exchange), "\"url\": \"https://mock.loopscope/get?a=1\""));
  REQUIRE(exchange->at_end());
}

TEST_CASE_METHOD(Fixture, "/delay answers later, at most ten seconds") {
  auto one = get(mock("/delay/1.5")), ten = get(mock("/delay/99"));
  pass(1.5);
  REQUIRE(!one->has_head());
  pass(1.6);
  REQUIRE(one->at_end() == false);
  REQUIRE(one->has_head());
  pass(10.1);
  REQUIRE(ten->has_head());
}

TEST_CASE_METHOD(Fixture, "/stream comes line by line") {
  auto exchange = get(mock("/stream/3"));
  pass(0.05);
  REQUIRE(contains(body(*exchange), "\"id\": 0}\n"));
  pass(0.1);
  REQUIRE(!exchange->has_piece());
  pass(0.13);
  REQUIRE(contains(body(*exchange), "\"id\": 1}\n"));
  pass(1);
  REQUIRE(contains(body(*exchange), "\"id\": 2}\n"));
  REQUIRE(exchange->at_end());
}

TEST_CASE_METHOD(Fixture, "an aborted request stops what was on its way") {
  auto exchange = get(mock("/stream/100"));
  pass(0.5);
  exchange->abort();
  pass();
  REQUIRE(clock.peek() < 0.7);
}

TEST_CASE_METHOD(Fixture, "/bytes are the same for the same seed, and wait for a slow reader") {
  REQUIRE(fetch(mock("/bytes/100?seed=7")) == fetch(mock("/bytes/100?seed=7")));
  REQUIRE(fetch(mock("/bytes/100?seed=7")) != fetch(mock("/bytes/100?seed=8")));
  auto exchange = get(mock("/bytes/10000000"));
  pass();
  REQUIRE(exchange->buffered() <= Exchange::kFull + 65536);
  REQUIRE(!exchange->over());
  REQUIRE(whole(*exchange).size() == 10'000'000);
  REQUIRE(exchange->at_end());
}

TEST_CASE_METHOD(Fixture, "statuses, methods and places that are not there") {
  for (int code : {200, 201, 204, 404, 418, 500, 503}) REQUIRE(status(mock("/status/" + std::to_string(code))) == code);
  REQUIRE(status(mock("/status/1")) == 400);
  REQUIRE(status(mock("/nowhere")) == 404);
  REQUIRE(status(mock("/post")) == 405);
  REQUIRE(status(mock("/get/more")) == 404);
  REQUIRE(status(mock("/")) == 200);
  auto redirect = get(mock("/redirect/2"));
  pass();
  REQUIRE(*find_header(redirect->head().headers, "location") == "/relative-redirect/1");
}

TEST_CASE_METHOD(Fixture, "bodies come back as what they were") {
  REQUIRE(contains(whole(*post(mock("/post"), R"({"k": [1]})")), "\"json\": {\n    \"k\": [\n      1\n    ]\n  }"));
  REQUIRE(contains(whole(*post(mock("/post"), "a=1", "application/x-www-form-urlencoded")), "\"form\": {\n    \"a\": \"1\"\n  }"));
  REQUIRE(contains(whole(*post(mock("/post"), "no json")), "\"data\": \"no json\""));
}

TEST_CASE_METHOD(Fixture, "/flaky fails by seed, /ratelimit by time") {
  int failed = 0;
  for (int i = 0; i < 200; i++) failed += status(mock("/flaky/30")) == 503;
  REQUIRE(failed > 35);
  REQUIRE(failed < 85);
  REQUIRE(status(mock("/flaky/0")) == 200);
  auto broken = get(mock("/flaky/100?how=reset"));
  pass();
  REQUIRE(broken->failure()->kind == FailureKind::kReset);
  std::vector<loop::Ref<Exchange>> many;
  for (int i = 0; i < 4; i++) many.push_back(get(mock("/ratelimit/3")));
  pass();
  REQUIRE(many[2]->head().status == 200);
  REQUIRE(many[3]->head().status == 429);
  REQUIRE(*find_header(many[3]->head().headers, "Retry-After") == "1");
  clock.advance_to(clock.peek() + 1);
  REQUIRE(status(mock("/ratelimit/3")) == 200);
}

TEST_CASE_METHOD(Fixture, "the site's pages come from its texts, which are asked for once") {
  REQUIRE(network.wants_mock_texts(mock("/site/")));
  REQUIRE(!network.wants_mock_texts(mock("/get")));
  REQUIRE(!network.wants_mock_texts("https://example.com/site/"));
  network.set_mock_texts(some_texts());
  REQUIRE(!network.wants_mock_texts(mock("/v1/models")));
  REQUIRE(contains(fetch(mock("/")), "<li><code>/get</code>: the request</li>"));
  REQUIRE(contains(fetch(mock("/site/")), "href=\"/site/harbour\""));
  REQUIRE(contains(fetch(mock("/site/harbour")), "<h1>The harbour</h1>\n<p>Boats.</p>"));
  REQUIRE(status(mock("/site/missing")) == 404);
}

TEST_CASE("the language model depends on the prompt alone, and answers Korean in Korean") {
  MockTexts texts = some_texts();
  REQUIRE(model_reply(texts, "Hello") == model_reply(texts, "Hello"));
  REQUIRE(model_reply(texts, "Hello") != model_reply(texts, "Hello!"));
  REQUIRE(contains(model_reply(texts, "안녕하세요"), "질문하셨네요"));
  REQUIRE(model_reply({}, "Hello") == "Hello");
  std::string reply = model_reply(texts, "What is a loop?"), joined;
  for (const std::string& token : model_tokens(reply)) joined += token;
  REQUIRE(joined == reply);
}

TEST_CASE_METHOD(Fixture, "completions come whole or token by token") {
  network.set_mock_texts(some_texts());
  std::string whole_text = whole(*post(mock("/v1/chat/completions"), R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}]})"));
  REQUIRE(contains(whole_text, "\"finish_reason\": \"stop\""));
  auto stream = post(mock("/v1/chat/completions"), R"({"model": "m", "stream": true, "max_tokens": 2, "messages": [{"role": "user", "content": "Hi"}]})");
  double begun = clock.peek();
  pass(begun + 0.21);
  REQUIRE(contains(body(*stream), "data: {\"id\""));
  pass();
  std::string rest = body(*stream);
  REQUIRE(contains(rest, "\"finish_reason\": \"length\""));
  REQUIRE(rest.ends_with("data: [DONE]\n\n"));
  REQUIRE(status(mock("/v1/chat/completions")) == 405);
  auto wrong = post(mock("/v1/chat/completions"), "{}");
  pass();
  REQUIRE(wrong->head().status == 400);
}
