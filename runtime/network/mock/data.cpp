// SPDX-License-Identifier: MIT
#include "network/mock/chance.h"
#include "network/mock/places.h"

namespace loopscope::network {

namespace {

constexpr uint64_t kMostBytes = 100'000'000;
constexpr size_t kPiece = 65536;
constexpr uint64_t kMostLinks = 200;  // httpbin's

/// Bytes by chance, eight from each number, lowest first.
class ChanceBody final : public Body {
 public:
  ChanceBody(uint64_t seed, uint64_t size) : chance_(seed), left_(size) {}
  bool next(Piece* piece) override {
    if (!left_) return false;
    size_t size = left_ < kPiece ? static_cast<size_t>(left_) : kPiece;
    left_ -= size;
    piece->bytes.resize(size);
    uint64_t number = 0;
    for (size_t i = 0; i < size; i++) {
      if (i % 8 == 0) number = chance_.next();
      piece->bytes[i] = static_cast<char>(number >> (i % 8 * 8));
    }
    return true;
  }

 private:
  Chance chance_;
  uint64_t left_;
};

}  // namespace

Plan place_json(MockState&, const MockRequest&) {
  Json slides = Json::array();
  slides.add(Json::object().set("title", "One thread, many waits").set("type", "all"));
  slides.add(Json::object()
                 .set("title", "What a loop does")
                 .set("type", "all")
                 .set("items", Json::array().add("It <em>waits</em> for whatever comes first").add("It <em>runs</em> what is ready")));
  Json show = Json::object();
  show.set("author", "Loopscope").set("date", "2026-11-25").set("slides", slides).set("title", "Sample Slide Show");
  return json_answer(Json::object().set("slideshow", show));
}

Plan place_bytes(MockState& state, const MockRequest& request) {
  uint64_t size, seed;
  if (!read_count(request.segment(1), &size)) return html_answer(404, "404 Not Found", "A number of bytes is needed: /bytes/1024");
  if (size > kMostBytes) size = kMostBytes;
  const std::string* given = request.argument("seed");
  if (!given || !read_count(*given, &seed)) seed = state.seed + state.requests;
  Plan plan = answer(200, "application/octet-stream", "");
  plan.head.headers = {{"Content-Type", "application/octet-stream"}, {"Content-Length", std::to_string(size)}};
  plan.body = std::make_unique<ChanceBody>(seed, size);
  return plan;
}

Plan place_uuid(MockState& state, const MockRequest&) {
  static const char digits[] = "0123456789abcdef";
  Chance chance(state.seed * 1000003 + state.requests);
  std::string text;
  for (int i = 0; i < 32; i++) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
    uint32_t digit = chance.below(16);
    text += digits[i == 12 ? 4 : i == 16 ? 8 + digit % 4 : digit];
  }
  return json_answer(Json::object().set("uuid", text));
}

Plan place_html(MockState&, const MockRequest&) {
  return html_answer(200, "A page", "It has a heading and this one paragraph.");
}

Plan place_robots(MockState&, const MockRequest&) {
  return answer(200, "text/plain", "User-agent: *\nDisallow: /site/museum/archive\n");
}

/// /links/N/OFFSET: a page with links to its N neighbours, as httpbin's.
Plan place_links(MockState&, const MockRequest& request) {
  uint64_t count, offset = 0;
  if (!read_count(request.segment(1), &count) || (request.segments.size() > 2 && !read_count(request.segment(2), &offset)))
    return html_answer(404, "404 Not Found", "A number of links is needed: /links/10/0");
  if (count > kMostLinks) count = kMostLinks;
  std::string page = "<html><head><title>Links</title></head><body>";
  for (uint64_t i = 0; i < count; i++) {
    std::string name = std::to_string(i);
    page += i == offset ? name + " " : "<a href='/links/" + std::to_string(count) + "/" + name + "'>" + name + "</a> ";
  }
  return answer(200, "text/html; charset=utf-8", page + "</body></html>");
}

Plan place_response_headers(MockState&, const MockRequest& request) {
  Json json = Json::object();
  for (const auto& [name, value] : request.arguments) json.set(name, value);
  Plan plan = json_answer(json);
  for (const auto& [name, value] : request.arguments) plan.head.headers.emplace_back(name, value);
  return plan;
}

}  // namespace loopscope::network
