// SPDX-License-Identifier: MIT
#include <string_view>

#include "network/mock/places.h"

/// /site/: the pages of a small town, for programs that crawl. They link in circles, one link leads nowhere, one page is slow,
/// and one links away.
namespace loopscope::network {

namespace {

constexpr double kPageTime = 0.1;  // seconds
constexpr double kSlowTime = 2;
constexpr std::string_view kSlowPage = "museum/archive";

std::string page_html(const MockTexts::Page& page) {
  std::string links;
  std::string_view rest = page.links;
  while (!rest.empty()) {
    std::string_view link = rest.substr(0, rest.find(' '));
    rest.remove_prefix(link.size() < rest.size() ? link.size() + 1 : link.size());
    links += "<li><a href=\"" + std::string(link) + "\">" + std::string(link) + "</a></li>\n";
  }
  return "<!doctype html>\n<html lang=\"en\">\n<head><title>" + page.title + "</title></head>\n<body>\n<h1>" +
         page.title + "</h1>\n<p>" + page.text + "</p>\n<ul>\n" + links + "</ul>\n</body>\n</html>\n";
}

}  // namespace

Plan place_site(MockState& state, const MockRequest& request) {
  std::string path;
  for (size_t i = 1; i < request.segments.size(); i++) path += (i > 1 ? "/" : "") + request.segment(i);
  for (const MockTexts::Page& page : state.texts.pages) {
    if (path != page.path) continue;
    Plan plan = answer(200, "text/html; charset=utf-8", page_html(page));
    plan.delay = path == kSlowPage ? kSlowTime : kPageTime;
    return plan;
  }
  Plan plan = html_answer(404, "404 Not Found", "There is no such page in this town.");
  plan.delay = kPageTime;
  return plan;
}

}  // namespace loopscope::network
