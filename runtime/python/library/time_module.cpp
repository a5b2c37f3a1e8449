// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstdio>
#include <string>

#include "python/library/standard_modules.h"
#include "python/vm/exception.h"
#include "python/vm/signature.h"
#include "python/vm/tuple.h"
#include "python/vm/vm.h"

/// `time` on program time: monotonic(), perf_counter() and process_time() are seconds since the program started, time()
/// adds the moment at which it did. The time zone is UTC.
namespace loopscope::python {

namespace {

const char* const kDays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
const char* const kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

double unix_time() { return static_cast<double>(vm.start_unix_ns) / 1e9 + program_time(); }
int64_t program_ns() { return static_cast<int64_t>(std::llround(program_time() * 1e9)); }

Ref now(Value, const Value*) { return make_float(unix_time()); }
Ref now_ns(Value, const Value*) { return make_int(vm.start_unix_ns + program_ns()); }
Ref elapsed(Value, const Value*) { return make_float(program_time()); }
Ref elapsed_ns(Value, const Value*) { return make_int(program_ns()); }

Ref sleep(Value, const Value* args) {
  double seconds;
  if (is_float(args[0])) {
    seconds = args[0].as<Float>()->value;
    if (std::isnan(seconds)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
  } else {
    Ref n = index(args[0]);
    if (!n || !to_double(n, &seconds)) return {};
  }
  if (seconds < 0) return raise(exc::ValueError, "sleep length must be non-negative");
  if (seconds > 9.2e9) return raise(exc::OverflowError, "timestamp too large to convert to C PyTime_t");
  return block_until(program_time() + seconds, "time.sleep");
}

// ---- struct_time ------------------------------------------------------------------------------------------------------

enum Field { year, month, day, hour, minute, second, weekday, yearday, isdst, kFields };

template <int i>
Ref field(Value v) {
  return Ref::share(v.as<Tuple>()->items[i]);
}
Ref zone(Value v) { return v.as<Tuple>()->size > kFields ? Ref::share(v.as<Tuple>()->items[9]) : Ref(make_str("UTC")); }
Ref offset(Value) { return Ref::small(0); }

const GetSetDef kGetSet[] = {
    {"tm_year", field<year>}, {"tm_mon", field<month>},   {"tm_mday", field<day>},      {"tm_hour", field<hour>},
    {"tm_min", field<minute>}, {"tm_sec", field<second>}, {"tm_wday", field<weekday>},  {"tm_yday", field<yearday>},
    {"tm_isdst", field<isdst>}, {"tm_zone", zone},        {"tm_gmtoff", offset},        {nullptr, nullptr},
};

Ref struct_time_repr(Value v) {
  static const char* const names[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                      "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};
  std::string text = "time.struct_time(";
  for (int i = 0; i < kFields; i++) {
    Ref shown = repr(v.as<Tuple>()->items[i]);
    if (!shown) return {};
    text += (i ? ", " : "") + std::string(names[i]) + "=" + to_utf8(shown.as<Str>());
  }
  return make_str(text + ")");
}

Ref struct_time_new(Type* type, const Args& args);

Ref struct_time_reduce(Value v, const Value*) {
  Own<Tuple> fields = make_tuple(v.as<Tuple>()->items, kFields);
  Own<Dict> rest = make_dict();
  Ref tm_zone = zone(v), gmtoff = offset(v);
  if (!fields || !rest || !dict_set(rest.get(), intern("tm_zone"), tm_zone) || !dict_set(rest.get(), intern("tm_gmtoff"), gmtoff)) return {};
  return tuple_of(Value(type_of(v)), Value(tuple_of(Value(fields), Value(rest))));
}
const NativeDef kStructTimeMethods[] = {{"__reduce__", struct_time_reduce, ""}, {nullptr, nullptr, nullptr}};

Type make_struct_time_type() {
  Type t;
  t.name = "time.struct_time";
  t.flags = kTypeGc;
  t.base = &tuple_type;
  t.repr = struct_time_repr;
  t.new_ = struct_time_new;
  t.methods = kStructTimeMethods;
  t.getset = kGetSet;
  return t;
}
Type struct_time_type = make_struct_time_type();

Ref struct_time_new(Type*, const Args& args) {
  BoundArgs bound(*Signature::of("sequence, dict=None"), {"struct_time"}, args);
  if (!bound) return {};
  Own<Tuple> items = to_tuple(bound[0]);
  if (!items) return {};
  if (items->size < kFields)
    return raise(exc::TypeError, "time.struct_time() takes an at least 9-sequence (%d-sequence given)", static_cast<int>(items->size));
  Own<Tuple> t = make_tuple_of(&struct_time_type, kFields);
  for (int i = 0; t && i < kFields; i++) t->items[i] = Ref::share(items->items[i]).release();
  return t;
}

/// Broken-down time, in Python's conventions (Monday is 0, days of the year from 1).
struct Moment {
  int64_t f[kFields] = {1900, 1, 1, 0, 0, 0, 0, 1, 0};
};

int64_t days_from_civil(int64_t y, int64_t m, int64_t d) {
  y -= m <= 2;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t yoe = y - era * 400;
  int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void complete(Moment* t) {
  int64_t days = days_from_civil(t->f[year], t->f[month], t->f[day]);
  t->f[weekday] = ((days + 3) % 7 + 7) % 7;
  t->f[yearday] = days - days_from_civil(t->f[year], 1, 1) + 1;
}

Moment moment_of(double seconds) {
  int64_t s = static_cast<int64_t>(std::floor(seconds));
  int64_t days = (s >= 0 ? s : s - 86399) / 86400;
  int64_t rest = s - days * 86400;
  int64_t z = days + 719468;
  int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  int64_t doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153;
  Moment t;
  t.f[day] = doy - (153 * mp + 2) / 5 + 1;
  t.f[month] = mp < 10 ? mp + 3 : mp - 9;
  t.f[year] = yoe + era * 400 + (t.f[month] <= 2);
  t.f[hour] = rest / 3600;
  t.f[minute] = rest / 60 % 60;
  t.f[second] = rest % 60;
  complete(&t);
  return t;
}

Ref struct_time_of(const Moment& m) {
  Own<Tuple> t = make_tuple_of(&struct_time_type, kFields);
  for (int i = 0; t && i < kFields; i++) t->items[i] = make_int(m.f[i]).release();
  return t;
}

/// `function` is named where the tuple is not one of nine.
bool read_moment(Value v, const char* function, Moment* out) {
  if (!v || v == kNone) {
    *out = moment_of(unix_time());
    return true;
  }
  if (!is_tuple(v)) {
    raise(exc::TypeError, "Tuple or struct_time argument required");
    return false;
  }
  Tuple* t = v.as<Tuple>();
  if (t->size != kFields) {
    raise(exc::TypeError, "%s(): illegal time tuple argument", function);
    return false;
  }
  for (int i = 0; i < kFields; i++) {
    ptrdiff_t n;
    if (!to_ssize(t->items[i], &n)) return false;
    out->f[i] = n;
  }
  static const struct { Field field; int64_t low, high; const char* name; } kLimits[] = {
      {month, 0, 12, "month"}, {day, 0, 31, "day of month"}, {hour, 0, 23, "hour"},
      {minute, 0, 59, "minute"}, {second, 0, 61, "seconds"}, {yearday, 0, 366, "day of year"}};
  for (auto& limit : kLimits) {
    if (out->f[limit.field] < limit.low || out->f[limit.field] > limit.high) {
      raise(exc::ValueError, "%s out of range", limit.name);
      return false;
    }
  }
  if (out->f[weekday] < -1) {
    raise(exc::ValueError, "day of week out of range");
    return false;
  }
  out->f[weekday] %= 7;
  for (Field f : {month, day, yearday})
    if (out->f[f] == 0) out->f[f] = 1;
  return true;
}

Ref broken_down(const Value* args) {
  double seconds = 0;
  if (!args[0] || args[0] == kNone) {
    seconds = unix_time();
  } else if (is_float(args[0])) {
    seconds = args[0].as<Float>()->value;
    if (std::isnan(seconds)) return raise(exc::ValueError, "Invalid value NaN (not a number)");
  } else {
    Ref n = index(args[0]);
    if (!n || !to_double(n, &seconds)) return {};
  }
  if (std::fabs(seconds) > 6.7e16) return raise(exc::OverflowError, "timestamp out of range for platform time_t");
  return struct_time_of(moment_of(seconds));
}
Ref gmtime(Value, const Value* args) { return broken_down(args); }

Ref mktime(Value, const Value* args) {
  Moment m;
  if (!read_moment(args[0], "mktime", &m)) return {};
  int64_t days = days_from_civil(m.f[year], m.f[month], m.f[day]);
  return make_float(static_cast<double>(days * 86400 + m.f[hour] * 3600 + m.f[minute] * 60 + m.f[second]));
}

// ---- text -------------------------------------------------------------------------------------------------------------

std::string pad(int64_t n, int width, char fill = '0') {
  std::string s = std::to_string(n < 0 ? -n : n);
  if (static_cast<int>(s.size()) < width) s.insert(0, width - s.size(), fill);
  return (n < 0 ? "-" : "") + s;
}
std::string asctime_text(const Moment& m) {
  return std::string(kDays[(m.f[weekday] + 1) % 7], 3) + " " + std::string(kMonths[m.f[month] - 1], 3) + " " + pad(m.f[day], 2, ' ') + " " +
         pad(m.f[hour], 2) + ":" + pad(m.f[minute], 2) + ":" + pad(m.f[second], 2) + " " + std::to_string(m.f[year]);
}

/// ISO 8601 week and its year.
void iso_week(const Moment& m, int64_t* iso_year, int64_t* week) {
  *iso_year = m.f[year];
  *week = (m.f[yearday] - 1 - m.f[weekday] + 10) / 7;
  auto weeks_in = [](int64_t y) {
    int64_t first = ((days_from_civil(y, 1, 1) + 3) % 7 + 7) % 7;
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return first == 3 || (first == 2 && leap) ? 53 : 52;
  };
  if (*week < 1) *week = weeks_in(--*iso_year);
  else if (*week > weeks_in(*iso_year)) *week = 1, ++*iso_year;
}

std::string format_moment(std::string_view format, const Moment& m) {
  std::string out;
  int64_t hour12 = m.f[hour] % 12 ? m.f[hour] % 12 : 12;
  int64_t sunday = (m.f[weekday] + 1) % 7, iso_year, week;
  iso_week(m, &iso_year, &week);
  for (size_t i = 0; i < format.size(); i++) {
    if (format[i] != '%' || i + 1 == format.size()) {
      out += format[i];
      continue;
    }
    char c = format[++i];
    bool bare = c == '-';  // glibc's %-d
    if (bare && i + 1 < format.size()) c = format[++i];
    auto two = [&](int64_t n, char fill = '0') { out += bare ? std::to_string(n) : pad(n, 2, fill); };
    switch (c) {
      case 'a': out += std::string(kDays[sunday], 3); break;
      case 'A': out += kDays[sunday]; break;
      case 'b': case 'h': out += std::string(kMonths[m.f[month] - 1], 3); break;
      case 'B': out += kMonths[m.f[month] - 1]; break;
      case 'c': out += asctime_text(m); break;
      case 'C': two(m.f[year] / 100); break;
      case 'd': two(m.f[day]); break;
      case 'D': case 'x': out += format_moment("%m/%d/%y", m); break;
      case 'e': two(m.f[day], ' '); break;
      case 'F': out += format_moment("%Y-%m-%d", m); break;
      case 'G': out += std::to_string(iso_year); break;
      case 'g': two(iso_year % 100); break;
      case 'H': two(m.f[hour]); break;
      case 'I': two(hour12); break;
      case 'j': out += bare ? std::to_string(m.f[yearday]) : pad(m.f[yearday], 3); break;
      case 'k': two(m.f[hour], ' '); break;
      case 'l': two(hour12, ' '); break;
      case 'm': two(m.f[month]); break;
      case 'M': two(m.f[minute]); break;
      case 'n': out += '\n'; break;
      case 'p': out += m.f[hour] < 12 ? "AM" : "PM"; break;
      case 'P': out += m.f[hour] < 12 ? "am" : "pm"; break;
      case 'r': out += format_moment("%I:%M:%S %p", m); break;
      case 'R': out += format_moment("%H:%M", m); break;
      case 's': out += std::to_string(days_from_civil(m.f[year], m.f[month], m.f[day]) * 86400 + m.f[hour] * 3600 + m.f[minute] * 60 + m.f[second]); break;
      case 'S': two(m.f[second]); break;
      case 't': out += '\t'; break;
      case 'T': case 'X': out += format_moment("%H:%M:%S", m); break;
      case 'u': out += std::to_string(m.f[weekday] + 1); break;
      case 'U': two((m.f[yearday] - 1 + 7 - sunday) / 7); break;
      case 'V': two(week); break;
      case 'w': out += std::to_string(sunday); break;
      case 'W': two((m.f[yearday] - 1 + 7 - m.f[weekday]) / 7); break;
      case 'y': two(((m.f[year] % 100) + 100) % 100); break;
      case 'Y': out += std::to_string(m.f[year]); break;
      case 'z': out += "+0000"; break;
      case 'Z': out += "UTC"; break;
      case '%': out += '%'; break;
      default: out += '%'; out += c;
    }
  }
  return out;
}

Ref strftime(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "strftime() argument 1 must be str, not %T", args[0]);
  Moment m;
  if (!read_moment(args[1], "strftime", &m)) return {};
  return make_str(format_moment(to_utf8(args[0].as<Str>()), m));
}
Ref asctime(Value, const Value* args) {
  Moment m;
  return read_moment(args[0], "asctime", &m) ? Ref(make_str(asctime_text(m))) : Ref();
}
Ref ctime(Value, const Value* args) {
  Ref t = broken_down(args);
  Moment m;
  return t && read_moment(t, "ctime", &m) ? Ref(make_str(asctime_text(m))) : Ref();
}

/// Reads `text` by `format`; false if it does not match. *at is how far it came.
bool parse_moment(std::string_view text, std::string_view format, size_t* at, Moment* m, bool* pm, bool* has_pm, bool* has_day) {
  auto number = [&](int digits, int64_t low, int64_t high, int64_t* out) {
    size_t begin = *at;
    int64_t n = 0;
    while (*at < text.size() && *at - begin < static_cast<size_t>(digits) && text[*at] >= '0' && text[*at] <= '9') {
      int64_t longer = n * 10 + (text[*at] - '0');
      if (longer > high && *at > begin) break;
      n = longer;
      ++*at;
    }
    *out = n;
    return *at > begin && n >= low && n <= high;
  };
  auto word = [&](const char* const* words, int count, bool abbreviated, int64_t* out) {
    for (int i = 0; i < count; i++) {
      std::string_view w = abbreviated ? std::string_view(words[i]).substr(0, 3) : words[i];
      if (text.size() - *at < w.size()) continue;
      bool same = true;
      for (size_t k = 0; k < w.size(); k++) same &= (text[*at + k] | 32) == (w[k] | 32);
      if (!same) continue;
      *at += w.size();
      *out = i;
      return true;
    }
    return false;
  };
  for (size_t i = 0; i < format.size(); i++) {
    char c = format[i];
    if (c == ' ' || c == '\t' || c == '\n') {
      size_t begin = *at;
      while (*at < text.size() && (text[*at] == ' ' || text[*at] == '\t' || text[*at] == '\n')) ++*at;
      if (*at == begin) return false;
      continue;
    }
    if (c != '%' || i + 1 == format.size()) {
      if (*at >= text.size() || (text[*at] != c)) return false;
      ++*at;
      continue;
    }
    int64_t n = 0;
    switch (format[++i]) {
      case 'Y': if (!number(4, 0, 9999, &m->f[year])) return false; break;
      case 'y': if (!number(2, 0, 99, &n)) return false; m->f[year] = n + (n < 69 ? 2000 : 1900); break;
      case 'm': if (!number(2, 1, 12, &m->f[month])) return false; break;
      case 'd': case 'e': if (!number(2, 1, 31, &m->f[day])) return false; break;
      case 'H': if (!number(2, 0, 23, &m->f[hour])) return false; break;
      case 'I': if (!number(2, 1, 12, &m->f[hour])) return false; break;
      case 'M': if (!number(2, 0, 59, &m->f[minute])) return false; break;
      case 'S': if (!number(2, 0, 61, &m->f[second])) return false; break;
      case 'f': if (!number(6, 0, 999999, &n)) return false; break;
      case 'j': if (!number(3, 1, 366, &m->f[yearday])) return false; *has_day = true; break;
      case 'w': if (!number(1, 0, 6, &n)) return false; break;
      case 'a': if (!word(kDays, 7, true, &n)) return false; break;
      case 'A': if (!word(kDays, 7, false, &n)) return false; break;
      case 'b': case 'h': if (!word(kMonths, 12, true, &n)) return false; m->f[month] = n + 1; break;
      case 'B': if (!word(kMonths, 12, false, &n)) return false; m->f[month] = n + 1; break;
      case 'p': {
        static const char* const halves[] = {"AM", "PM"};
        if (!word(halves, 2, false, &n)) return false;
        *pm = n;
        *has_pm = true;
        break;
      }
      case 'Z': {
        static const char* const zones[] = {"UTC", "GMT"};
        if (!word(zones, 2, false, &n)) return false;
        break;
      }
      case 'c': if (!parse_moment(text, "%a %b %d %H:%M:%S %Y", at, m, pm, has_pm, has_day)) return false; break;
      case 'x': case 'D': if (!parse_moment(text, "%m/%d/%y", at, m, pm, has_pm, has_day)) return false; break;
      case 'X': case 'T': if (!parse_moment(text, "%H:%M:%S", at, m, pm, has_pm, has_day)) return false; break;
      case 'F': if (!parse_moment(text, "%Y-%m-%d", at, m, pm, has_pm, has_day)) return false; break;
      case 'R': if (!parse_moment(text, "%H:%M", at, m, pm, has_pm, has_day)) return false; break;
      case '%': if (*at >= text.size() || text[*at] != '%') return false; ++*at; break;
      default: return false;
    }
  }
  return true;
}

Ref strptime(Value, const Value* args) {
  Ref format = args[1] ? Ref::share(args[1]) : Ref(make_str("%a %b %d %H:%M:%S %Y"));
  if (!is_str(args[0])) return raise(exc::TypeError, "strptime() argument 0 must be str, not <class '%T'>", args[0]);
  if (!is_str(format)) return raise(exc::TypeError, "strptime() argument 1 must be str, not <class '%T'>", format.get());
  std::string text = to_utf8(args[0].as<Str>());
  Moment m;
  size_t at = 0;
  bool pm = false, has_pm = false, has_day = false;
  if (!parse_moment(text, to_utf8(format.as<Str>()), &at, &m, &pm, &has_pm, &has_day))
    return raise(exc::ValueError, "time data %R does not match format %R", args[0], format.get());
  if (at != text.size()) return raise(exc::ValueError, "unconverted data remains: %s", text.c_str() + at);
  if (has_pm) m.f[hour] = m.f[hour] % 12 + (pm ? 12 : 0);
  if (has_day) {
    int64_t isdst_kept = m.f[yearday];
    Moment whole = moment_of(static_cast<double>((days_from_civil(m.f[year], 1, 1) + isdst_kept - 1) * 86400));
    m.f[month] = whole.f[month];
    m.f[day] = whole.f[day];
  }
  complete(&m);
  m.f[isdst] = -1;
  return struct_time_of(m);
}

Ref clock_getres(Value, const Value*) { return make_float(1e-9); }
/// The zone is UTC, whatever TZ says.
Ref tzset_(Value, const Value*) { return none(); }
Ref clock_gettime_ns(Value, const Value* args) {
  int64_t id;
  if (!is_int(args[0]) || !int_fits(args[0], &id)) return raise(exc::TypeError, "an integer is required");
  return make_int(program_ns() + (id == 0 ? vm.start_unix_ns : 0));
}
Ref clock_gettime(Value, const Value* args) {
  int64_t id;
  if (!is_int(args[0]) || !int_fits(args[0], &id)) return raise(exc::TypeError, "an integer is required");
  return make_float(id == 0 ? unix_time() : program_time());
}
Ref clock_info(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "get_clock_info() argument 1 must be str, not %T", args[0]);
  std::string name = to_utf8(args[0].as<Str>());
  if (name != "time" && name != "monotonic" && name != "perf_counter" && name != "process_time" && name != "thread_time")
    return raise(exc::ValueError, "unknown clock");
  Ref types = import_module("types");
  Ref space = types ? get_attr(types, intern("SimpleNamespace")) : Ref();
  Ref info = space ? call(space) : Ref();
  if (!info) return {};
  bool ok = set_attr(info, intern("implementation"), make_str("program time")) &&
            set_attr(info, intern("monotonic"), boolean(name != "time")) &&
            set_attr(info, intern("adjustable"), boolean(name == "time")) && set_attr(info, intern("resolution"), make_float(1e-9));
  return ok ? info : Ref();
}

const NativeDef kFunctions[] = {
    {"time", now, ""},
    {"time_ns", now_ns, ""},
    {"monotonic", elapsed, ""},
    {"monotonic_ns", elapsed_ns, ""},
    {"perf_counter", elapsed, ""},
    {"perf_counter_ns", elapsed_ns, ""},
    {"process_time", elapsed, ""},
    {"process_time_ns", elapsed_ns, ""},
    {"thread_time", elapsed, ""},
    {"thread_time_ns", elapsed_ns, ""},
    {"clock_gettime", clock_gettime, "clk_id, /"},
    {"clock_gettime_ns", clock_gettime_ns, "clk_id, /"},
    {"clock_getres", clock_getres, "clk_id, /"},
    {"tzset", tzset_, ""},
    {"sleep", sleep, "seconds, /"},
    {"gmtime", gmtime, "seconds=None, /"},
    {"localtime", gmtime, "seconds=None, /"},
    {"mktime", mktime, "tuple, /"},
    {"strftime", strftime, "format, tuple=None, /"},
    {"strptime", strptime, "string, format='', /"},
    {"asctime", asctime, "tuple=None, /"},
    {"ctime", ctime, "seconds=None, /"},
    {"get_clock_info", clock_info, "name, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_type(&struct_time_type);
  const std::pair<const char*, intptr_t> counts[] = {{"n_fields", 11}, {"n_sequence_fields", kFields}, {"n_unnamed_fields", 0}};
  for (auto& [name, count] : counts)
    if (!dict_set(struct_time_type.dict, intern(name), Value::small(count))) return false;
  if (!module_add(m, "_STRUCT_TM_ITEMS", Ref::small(11))) return false;
  Own<Str> utc = make_str("UTC");
  return module_add(m, kFunctions) && module_add(m, "struct_time", &struct_time_type) && module_add(m, "timezone", Ref::small(0)) &&
         module_add(m, "altzone", Ref::small(0)) && module_add(m, "daylight", Ref::small(0)) &&
         module_add(m, "tzname", tuple_of(Value(utc), Value(utc))) && module_add(m, "CLOCK_REALTIME", Ref::small(0)) &&
         module_add(m, "CLOCK_MONOTONIC", Ref::small(1)) && module_add(m, "CLOCK_PROCESS_CPUTIME_ID", Ref::small(2));
}

}  // namespace

void register_time_module() { register_native_module("time", initialize); }

}  // namespace loopscope::python
