// SPDX-License-Identifier: MIT
#include "python/vm/traceback_format.h"

#include <algorithm>
#include <vector>

#include "python/bytecode/code.h"
#include "python/vm/expression_shape.h"
#include "python/vm/names.h"
#include "python/vm/traceback.h"

/// Frames of a traceback as CPython 3.13's traceback module shows them.
namespace loopscope::python {
namespace {

struct Wide {
  char32_t first, last;
};
/// East Asian Width W and F, in blocks.
constexpr Wide kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x26D4, 0x26D4},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

bool is_wide(char32_t c) {
  if (c < 0x1100) return false;
  const Wide* row = std::lower_bound(std::begin(kWide), std::end(kWide), c, [](const Wide& w, char32_t v) { return w.last < v; });
  return row != std::end(kWide) && row->first <= c;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

size_t leading_blanks(std::string_view s) {
  size_t n = 0;
  while (n < s.size() && is_blank(s[n])) n++;
  return n;
}

std::string_view right_trimmed(std::string_view s) {
  while (!s.empty() && (is_blank(s.back()) || s.back() == '\n' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

/// Removes the indentation that all lines which are not blank have in common; returns how much.
size_t dedent(std::vector<std::string>* lines) {
  size_t common = std::string::npos;
  for (std::string& line : *lines) {
    if (leading_blanks(line) == line.size()) {
      line.clear();
      continue;
    }
    common = std::min(common, leading_blanks(line));
  }
  if (common == std::string::npos) return 0;
  for (std::string& line : *lines) line.erase(0, std::min(common, line.size()));
  return common;
}

/// Where the shown lines' ranges begin and end: line index and byte column in the dedented lines.
struct Range {
  std::vector<std::string> lines;
  size_t begin, end;  // columns in the first and last line
};

/// `name =`
bool is_simple_target(std::string_view s) {
  if (s.empty() || s.back() != '=') return false;
  s = right_trimmed(s.substr(0, s.size() - 1));
  for (char c : s)
    if (c != '_' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c & 0x80))
      return false;
  return !s.empty();
}

bool is_ascii(std::string_view s) {
  return std::ranges::none_of(s, [](char c) { return c & 0x80; });
}

/// `return f(...)` and `name = anything(...)` are not worth marking, nor is a whole statement without an anchor. CPython takes
/// columns in bytes for columns in characters there, and so marks calls in lines that are not plain ASCII.
bool should_mark(const Range& range, const std::string& segment, bool has_anchor) {
  const std::string &first = range.lines.front(), &last = range.lines.back();
  std::string before = first.substr(0, std::min(range.begin, first.size()));
  std::string_view after = right_trimmed(std::string_view(last).substr(std::min(range.end, last.size())));
  std::string_view head = right_trimmed(before);
  std::string_view tail = after.substr(leading_blanks(after));
  while (!head.empty() && head.back() == '(' && !tail.empty() && tail[0] == ')') {
    head = right_trimmed(head.substr(0, head.size() - 1));
    tail.remove_prefix(1);
    tail.remove_prefix(leading_blanks(tail));
  }
  bool same_columns = is_ascii(before) && is_ascii(last.substr(0, std::min(range.end, last.size())));
  if (same_columns && (tail.empty() || tail[0] == ';' || tail[0] == '#')) {
    if (head == "return" && is_call(segment, true)) return false;
    if (is_simple_target(head) && is_call(segment, false)) return false;
  }
  return has_anchor || leading_blanks(before) != before.size() || leading_blanks(after) != after.size();
}

/// Position in the segment -> position in the lines.
struct Place {
  size_t line, column;
  bool operator<=(const Place& o) const { return line != o.line ? line < o.line : column <= o.column; }
  bool operator<(const Place& o) const { return line != o.line ? line < o.line : column < o.column; }
};

Place place_of(const Range& range, std::string_view segment, size_t offset) {
  size_t line = static_cast<size_t>(std::count(segment.begin(), segment.begin() + static_cast<ptrdiff_t>(offset), '\n'));
  if (line == 0) return {0, range.begin + offset};
  return {line, offset - segment.rfind('\n', offset - 1) - 1};
}

/// One line and the marks under it.
void add_line(const Range& range, size_t number, bool mark, const Anchor& anchor, Place anchor_begin, Place anchor_end,
              std::vector<std::string>* out) {
  const std::string& line = range.lines[number];
  out->push_back(line);
  if (!mark) return;
  size_t stop = number + 1 == range.lines.size() ? std::min(range.end, line.size()) : line.size();
  size_t indent = leading_blanks(line);
  std::string marks;
  for (size_t i = 0; i < stop;) {
    size_t length = 1;
    while (i + length < stop && (static_cast<unsigned char>(line[i + length]) & 0xC0) == 0x80) length++;
    char c = '^';
    if (i < indent || (number == 0 && i < range.begin)) {
      c = ' ';
    } else if (anchor.found) {
      Place here{number, i};
      c = anchor_begin <= here && here < anchor_end ? '^' : '~';
    }
    marks.append(display_width(std::string_view(line).substr(i, length)), c);
    i += length;
  }
  out->push_back(marks);
}

std::vector<std::string> marked_lines(const Range& range) {
  std::string segment;
  for (size_t i = 0; i < range.lines.size(); i++) {
    const std::string& line = range.lines[i];
    size_t from = i == 0 ? std::min(range.begin, line.size()) : 0;
    size_t to = i + 1 == range.lines.size() ? std::min(range.end, line.size()) : line.size();
    if (i) segment += '\n';
    if (to > from) segment += line.substr(from, to - from);
  }
  Anchor anchor = find_anchor(segment);
  Place begin{}, end{};
  if (anchor.found) {
    begin = place_of(range, segment, anchor.begin);
    end = place_of(range, segment, anchor.end);
  }
  bool mark = should_mark(range, segment, anchor.found);
  // First and last line, and those around the anchor.
  std::vector<size_t> wanted{0, range.lines.size() - 1};
  if (anchor.found)
    for (size_t at : {begin.line, end.line})
      for (size_t n = at ? at - 1 : 0; n <= at + 1 && n < range.lines.size(); n++) wanted.push_back(n);
  std::ranges::make_heap(wanted);  // std::sort is ten times the code of heap sort
  std::ranges::sort_heap(wanted);
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::vector<std::string> out;
  for (size_t i = 0; i < wanted.size(); i++) {
    size_t skipped = i ? wanted[i] - wanted[i - 1] - 1 : 0;
    if (skipped == 1) add_line(range, wanted[i] - 1, mark, anchor, begin, end, &out);
    if (skipped > 1) out.push_back("...<" + std::to_string(skipped) + " lines>...");
    add_line(range, wanted[i], mark, anchor, begin, end, &out);
  }
  return out;
}

/// Code points of the original line -> bytes of the dedented one.
size_t byte_offset(std::string_view line, int32_t column, size_t removed) {
  auto left = static_cast<size_t>(column);
  left = left > removed ? left - removed : 0;
  size_t i = 0;
  while (i < line.size() && left > 0) {
    i++;
    while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) i++;
    left--;
  }
  return i + left;
}

std::string source_of(Traceback* t, bool with_marks) {
  std::string filename = to_utf8(t->frame->code->filename);
  Position position = (*t->frame->code->source)->position_at(t->offset);
  int line = t->line;
  std::string first;
  if (line <= 0 || !source_line(filename, line, &first)) return {};
  bool exact = with_marks && static_cast<int>(position.line) == line && position.column >= 0 && position.end_column >= 0 &&
               position.end_line >= position.line;
  Range range;
  range.lines.push_back(first);
  if (exact)
    for (uint32_t n = position.line + 1; n <= position.end_line; n++) {
      std::string next;
      if (!source_line(filename, static_cast<int>(n), &next)) {
        exact = false;
        break;
      }
      range.lines.push_back(next);
    }
  if (!exact) range.lines.resize(1);
  for (std::string& text : range.lines) text = right_trimmed(text);
  size_t removed = dedent(&range.lines);
  if (range.lines[0].empty()) return {};
  std::vector<std::string> shown;
  if (exact) {
    range.begin = byte_offset(range.lines.front(), position.column, removed);
    range.end = byte_offset(range.lines.back(), position.end_column, removed);
    shown = marked_lines(range);
    // Marks are indented by the same amount as what they mark.
    size_t common = std::string::npos;
    for (const std::string& s : shown)
      if (leading_blanks(s) != s.size()) common = std::min(common, leading_blanks(s));
    if (common != std::string::npos)
      for (std::string& s : shown) s.erase(0, std::min(common, s.size()));
  } else {
    shown = range.lines;
  }
  std::string out;
  for (const std::string& s : shown) out += "    " + s + "\n";
  return out;
}

constexpr int kShownRepeats = 3;

}  // namespace

size_t display_width(std::string_view s) {
  size_t width = 0;
  for (size_t i = 0; i < s.size();) {
    auto lead = static_cast<unsigned char>(s[i]);
    size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7F >> length);
    for (size_t k = 1; k < length && i + k < s.size(); k++) c = (c << 6) | (static_cast<unsigned char>(s[i + k]) & 0x3F);
    width += is_wide(c) ? 2 : 1;
    i += length;
  }
  return width;
}

std::string format_frames(Traceback* t, SourceShown shown) {
  std::string out, last_name, last_file;
  int last_line = -1, repeats = 0;
  auto end_run = [&] {
    int more = repeats - kShownRepeats;
    if (more > 0) out += "  [Previous line repeated " + std::to_string(more) + " more time" + (more == 1 ? "" : "s") + "]\n";
  };
  for (; t; t = t->next.as<Traceback>()) {
    CodeObject* code = t->frame->code;
    std::string filename = to_utf8(code->filename), name = to_utf8(code->name);
    if (filename != last_file || t->line != last_line || name != last_name) {
      end_run();
      last_file = filename;
      last_line = t->line;
      last_name = name;
      repeats = 0;
    }
    if (++repeats > kShownRepeats) continue;
    out += "  File \"" + filename + "\", line " + std::to_string(t->line) + ", in " + name + "\n";
    if (shown != SourceShown::none) out += source_of(t, shown == SourceShown::marked);
  }
  end_run();
  return out;
}

}  // namespace loopscope::python
