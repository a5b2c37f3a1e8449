// SPDX-License-Identifier: MIT
#include "python/library/sre/match_object.h"

#include "python/library/sre/pattern.h"
#include "python/library/sre/replacement.h"
#include "python/vm/generic_alias.h"
#include "python/vm/protocol.h"

namespace loopscope::python::sre {

namespace {

MatchObject* match_of(Value v) { return v.as<MatchObject>(); }

void dealloc(Object* object) {
  auto* m = static_cast<MatchObject*>(object);
  xdecref(m->pattern);
  xdecref(m->string);
  xdecref(m->regs);
  free_object(object);
}

/// Null: IndexError.
const MatchObject::Span* span_of(Value self, Value index) {
  MatchObject* m = match_of(self);
  int64_t i = index ? group_number(pattern_of(m->pattern), index) : 0;
  return i < 0 ? nullptr : &m->spans[i];
}
Ref group_of(Value self, Value index) {
  int64_t i = group_number(pattern_of(match_of(self)->pattern), index);
  return i < 0 ? Ref() : match_of(self)->group(static_cast<uint32_t>(i), kNone);
}

Ref group(Value self, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "Match.group() takes no keyword arguments");
  if (args.positional == 0) return match_of(self)->group(0, kNone);
  if (args.positional == 1) return group_of(self, args[0]);
  Own<Tuple> all = make_tuple(args.positional);
  for (uint32_t i = 0; all && i < args.positional; i++) {
    Ref item = group_of(self, args[i]);
    if (!item) return {};
    all->items[i] = item.release();
  }
  return all;
}
Ref groups(Value self, const Value* args) {
  MatchObject* m = match_of(self);
  Own<Tuple> all = make_tuple(m->count - 1);
  for (uint32_t i = 1; all && i < m->count; i++) {
    Ref item = m->group(i, args[0] ? args[0] : kNone);
    if (!item) return {};
    all->items[i - 1] = item.release();
  }
  return all;
}
Ref groupdict(Value self, const Value* args) {
  MatchObject* m = match_of(self);
  Own<Dict> all = make_dict();
  uint32_t at = 0;
  Value name, number;
  while (all && dict_next(pattern_of(m->pattern)->group_index, &at, &name, &number)) {
    Ref keep = Ref::share(name);
    int64_t i = group_number(pattern_of(m->pattern), number);
    Ref item = i < 0 ? Ref() : m->group(static_cast<uint32_t>(i), args[0] ? args[0] : kNone);
    if (!item || !dict_set(all.get(), name, item)) return {};
  }
  return all;
}
Ref start(Value self, const Value* args) {
  auto* span = span_of(self, args[0]);
  return span ? make_int(span->begin) : Ref();
}
Ref end(Value self, const Value* args) {
  auto* span = span_of(self, args[0]);
  return span ? make_int(span->end) : Ref();
}
Ref pair_of(const MatchObject::Span& span) { return tuple_of(make_int(span.begin), make_int(span.end)); }
Ref span(Value self, const Value* args) {
  auto* span = span_of(self, args[0]);
  return span ? pair_of(*span) : Ref();
}
Ref expand(Value self, const Value* args) {
  Ref pattern = Ref::share(match_of(self)->pattern);
  Ref replacement = compile_replacement(pattern, args[0]);
  return replacement ? expand_replacement(replacement, match_of(self)) : Ref();
}
Ref same(Value self, const Value*) { return Ref::share(self); }

Ref regs(Value self) {
  MatchObject* m = match_of(self);
  if (!m->regs) {
    Own<Tuple> all = make_tuple(m->count);
    for (uint32_t i = 0; all && i < m->count; i++) all->items[i] = pair_of(m->spans[i]).release();
    if (!all) return {};
    m->regs = all.release();
  }
  return Ref::share(m->regs);
}
Ref last_index(Value self) { return match_of(self)->last_group < 0 ? none() : make_int(match_of(self)->last_group); }
Ref last_name(Value self) {
  MatchObject* m = match_of(self);
  Tuple* names = pattern_of(m->pattern)->group_names;
  auto i = static_cast<uint32_t>(m->last_group);
  return m->last_group >= 0 && i < names->size ? Ref::share(names->items[i]) : none();
}

Ref match_repr(Value self) {
  MatchObject* m = match_of(self);
  Ref whole = m->group(0, kNone);
  Ref shown = whole ? repr(whole) : Ref();
  if (!shown) return {};
  StrBuilder out;
  out.add("<re.Match object; span=(" + std::to_string(m->spans[0].begin) + ", " + std::to_string(m->spans[0].end) + "), match=");
  out.add(shown.as<Str>());
  out.add(">");
  return out.finish();
}

const NativeDef kMethods[] = {
    raw_native("group", group),
    {"start", start, "group=0, /"},
    {"end", end, "group=0, /"},
    {"span", span, "group=0, /"},
    {"groups", groups, "default=None"},
    {"groupdict", groupdict, "default=None"},
    {"expand", expand, "template"},
    {"__copy__", same, ""},
    {"__deepcopy__", same, "memo, /"},
    {"__class_getitem__", class_getitem, "object, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"string", [](Value v) { return Ref::share(match_of(v)->string); }},
    {"re", [](Value v) { return Ref::share(match_of(v)->pattern); }},
    {"pos", [](Value v) { return make_int(match_of(v)->from); }},
    {"endpos", [](Value v) { return make_int(match_of(v)->until); }},
    {"lastindex", last_index},
    {"lastgroup", last_name},
    {"regs", regs},
    {nullptr, nullptr},
};

Type make_match_type() {
  Type t;
  t.name = "re.Match";
  t.doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.";
  t.flags = kTypeNoInstantiate;
  t.basic_size = sizeof(MatchObject);
  t.dealloc = dealloc;
  t.repr = match_repr;
  t.getitem = group_of;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type match_type = make_match_type();

Ref MatchObject::group(uint32_t i, Value fallback) const {
  return spans[i].begin < 0 ? Ref::share(fallback) : text_slice(string, spans[i].begin, spans[i].end);
}

Ref make_match(Value pattern, const Subject& subject, const Machine& machine) {
  uint32_t groups = pattern_of(pattern)->groups;
  auto* m = allocate_as<MatchObject>(&match_type, groups * sizeof(MatchObject::Span));
  if (!m) return {};
  m->pattern = Ref::share(pattern).release();
  m->string = Ref::share(subject.string()).release();
  m->from = subject.from();
  m->until = subject.text().end;
  m->last_group = machine.last_group();
  m->count = groups + 1;
  m->spans[0] = {machine.start(), machine.end()};
  for (uint32_t i = 1; i <= groups; i++) {
    MatchObject::Span& span = m->spans[i];
    if (!machine.group(i, &span.begin, &span.end)) span = {-1, -1};
  }
  return Ref::steal(m);
}

}  // namespace loopscope::python::sre
