// SPDX-License-Identifier: MIT
#include <string_view>

#include "network/mock/places.h"

/// /site/: the pages of a small town, for programs that crawl. They link in circles, one link leads nowhere, one page is slow,
/// and one links away.
namespace loopscope::network {

namespace {

struct Page {
  const char* path;   // below /site/
  const char* title;
  const char* text;
  const char* links;  // relative or absolute, with a space between
};

constexpr double kPageTime = 0.1;  // seconds
constexpr double kSlowTime = 2;
constexpr std::string_view kSlowPage = "museum/archive";

constexpr Page kPages[] = {
    {"", "The town", "A small town by the sea. Everything in it is within walking distance.",
     "/site/harbour /site/market /site/library /site/museum /site/town-hall"},
    {"harbour", "The harbour", "Boats come in with the tide and leave with the next one.", "harbour/ferries market /site/"},
    {"harbour/ferries", "Ferries", "Three ferries a day, five in summer. The island is an hour away.", "../harbour island"},
    {"harbour/island", "The island", "Sheep, a lighthouse, and no cars at all.", "ferries"},
    {"market", "The market", "Every Tuesday and Saturday, in any weather.", "market/fruit market/fish market/bread /site/"},
    {"market/fruit", "Fruit", "Apples from the hills, strawberries in June.", "fish ../market"},
    {"market/fish", "Fish", "What the boats brought this morning.", "fruit bread /site/harbour"},
    {"market/bread", "Bread", "Four bakers, and four opinions about rye.", "fish fruit"},
    {"library", "The library", "Forty thousand books and a cat.", "library/hours library/catalogue museum"},
    {"library/hours", "Opening hours", "Open from ten to six, closed on Mondays.", "../library"},
    {"library/catalogue", "The catalogue", "Cards until 1998, a computer since.", "../library /site/museum/archive"},
    {"museum", "The museum", "The history of the town in seven rooms.", "museum/archive library https://mock.loopscope/html"},
    {"museum/archive", "The archive", "Old maps and letters. Fetching them takes its time.", "../museum"},
    {"town-hall", "The town hall", "The mayor's office is on the second floor.", "lost-property /site/ mailto:mayor@town.example"},
};

std::string page_html(const Page& page) {
  std::string links;
  std::string_view rest = page.links;
  while (!rest.empty()) {
    std::string_view link = rest.substr(0, rest.find(' '));
    rest.remove_prefix(link.size() < rest.size() ? link.size() + 1 : link.size());
    links += "<li><a href=\"" + std::string(link) + "\">" + std::string(link) + "</a></li>\n";
  }
  return "<!doctype html>\n<html lang=\"en\">\n<head><title>" + std::string(page.title) + "</title></head>\n<body>\n<h1>" +
         std::string(page.title) + "</h1>\n<p>" + std::string(page.text) + "</p>\n<ul>\n" + links + "</ul>\n</body>\n</html>\n";
}

}  // namespace

Plan place_site(MockState&, const MockRequest& request) {
  std::string path;
  for (size_t i = 1; i < request.segments.size(); i++) path += (i > 1 ? "/" : "") + request.segment(i);
  for (const Page& page : kPages) {
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
