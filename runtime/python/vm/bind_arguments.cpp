// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "python/bytecode/code.h"
#include "python/vm/interpreter.h"
#include "python/vm/suggestions.h"

namespace loopscope::python {

namespace {

/// "'a', 'b', and 'c'" as CPython joins missing names.
std::string join_names(const std::vector<Str*>& missing) {
  std::string text;
  for (size_t i = 0; i < missing.size(); i++) {
    if (i > 0) text += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
    text += "'" + to_utf8(missing[i]) + "'";
  }
  return text;
}

bool missing_arguments(Function* f, const std::vector<Str*>& missing, const char* kind) {
  raise(exc::TypeError, "%U() missing %zd required %s argument%s: %s", f->qualname, static_cast<ptrdiff_t>(missing.size()),
        kind, missing.size() == 1 ? "" : "s", join_names(missing).c_str());
  return false;
}

bool too_many_positional(Function* f, uint32_t given, Value* locals) {
  CodeObject* code = f->code;
  uint32_t keyword_given = 0;
  for (uint32_t i = code->argcount; i < code->argcount + code->kwonly_argcount; i++)
    if (locals[i]) keyword_given++;
  uint32_t defaults = f->defaults ? f->defaults->size : 0;
  std::string takes;
  bool plural;
  if (defaults) {
    takes = "from " + std::to_string(code->argcount - defaults) + " to " + std::to_string(code->argcount);
    plural = true;
  } else {
    takes = std::to_string(code->argcount);
    plural = code->argcount != 1;
  }
  std::string extra;
  if (keyword_given) {
    extra = std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " + std::to_string(keyword_given) +
            " keyword-only argument" + (keyword_given != 1 ? "s" : "") + ")";
  }
  raise(exc::TypeError, "%U() takes %s positional argument%s but %zd%s %s given", f->qualname, takes.c_str(),
        plural ? "s" : "", static_cast<ptrdiff_t>(given), extra.c_str(), given == 1 && !keyword_given ? "was" : "were");
  return false;
}

bool positional_only_as_keyword(Function* f, Tuple* names) {
  CodeObject* code = f->code;
  std::string text;
  for (uint32_t i = 0; i < code->posonly_argcount; i++)
    for (uint32_t k = 0; k < names->size; k++)
      if (str_equal(names->items[k].as<Str>(), code->local_names[i])) {
        if (!text.empty()) text += ", ";
        text += to_utf8(code->local_names[i]);
      }
  if (text.empty()) return true;
  raise(exc::TypeError, "%U() got some positional-only arguments passed as keyword arguments: '%s'", f->qualname,
        text.c_str());
  return false;
}

}  // namespace

bool bind_arguments(Function* function, const Args& args, Value* locals) {
  CodeObject* code = function->code;
  uint32_t total = code->argcount + code->kwonly_argcount;
  bool var_args = code->flags & kVarArgs, var_keywords = code->flags & kVarKeywords;
  uint32_t plain = args.positional < code->argcount ? args.positional : code->argcount;
  for (uint32_t i = 0; i < plain; i++) {
    incref(args.data[i]);
    locals[i] = args.data[i];
  }
  if (var_args) {
    Own<Tuple> rest = args.positional > plain ? make_tuple(args.data + plain, args.positional - plain)
                                              : Own<Tuple>::share(empty_tuple());
    if (!rest) return false;
    locals[total] = rest.release();
  }
  Dict* keywords = nullptr;
  if (var_keywords) {
    Own<Dict> dict = make_dict();
    if (!dict) return false;
    keywords = dict.get();
    locals[total + (var_args ? 1 : 0)] = dict.release();
  }
  uint32_t keyword_count = args.keyword_count();
  for (uint32_t k = 0; k < keyword_count; k++) {
    Str* name = args.names->items[k].as<Str>();
    Value v = args.data[args.positional + k];
    uint32_t slot = total;
    for (uint32_t i = code->posonly_argcount; i < total; i++)
      if (code->local_names[i] == name) {
        slot = i;
        break;
      }
    if (slot == total && !name->interned)
      for (uint32_t i = code->posonly_argcount; i < total; i++)
        if (str_equal(code->local_names[i], name)) {
          slot = i;
          break;
        }
    if (slot < total) {
      if (locals[slot]) {
        raise(exc::TypeError, "%U() got multiple values for argument '%U'", function->qualname, name);
        return false;
      }
      incref(v);
      locals[slot] = v;
      continue;
    }
    if (!keywords) {
      if (code->posonly_argcount && !positional_only_as_keyword(function, args.names)) return false;
      std::vector<std::string> names;
      for (uint32_t i = code->posonly_argcount; i < total; i++) names.push_back(to_utf8(code->local_names[i]));
      raise(exc::TypeError, "%U() got an unexpected keyword argument '%U'%s", function->qualname, name,
            keyword_hint(names, name).c_str());
      return false;
    }
    if (!dict_set(keywords, Value(name), v)) return false;
  }
  if (args.positional > code->argcount && !var_args) return too_many_positional(function, args.positional, locals);
  if (args.positional < code->argcount) {
    uint32_t defaults = function->defaults ? function->defaults->size : 0;
    uint32_t required = code->argcount > defaults ? code->argcount - defaults : 0;
    std::vector<Str*> missing;
    for (uint32_t i = args.positional; i < required; i++)
      if (!locals[i]) missing.push_back(code->local_names[i]);
    if (!missing.empty()) return missing_arguments(function, missing, "positional");
    for (uint32_t i = args.positional > required ? args.positional : required; i < code->argcount; i++)
      if (!locals[i]) {
        Value v = function->defaults->items[i - required];
        incref(v);
        locals[i] = v;
      }
  }
  if (code->kwonly_argcount) {
    std::vector<Str*> missing;
    for (uint32_t i = code->argcount; i < total; i++) {
      if (locals[i]) continue;
      Value v = function->kwdefaults ? dict_get(function->kwdefaults, code->local_names[i]) : Value();
      if (!v) {
        missing.push_back(code->local_names[i]);
        continue;
      }
      incref(v);
      locals[i] = v;
    }
    if (!missing.empty()) return missing_arguments(function, missing, "keyword-only");
  }
  return true;
}

}  // namespace loopscope::python
