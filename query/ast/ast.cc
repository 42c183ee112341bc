// Trees as S-expressions, for tests, and as queries, for people.
#include "query/ast/ast.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "query/ast/periods.h"

namespace backfile {
namespace {

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::nothing:
      return "nothing";
    case NodeKind::word:
      return "word";
    case NodeKind::phrase:
      return "phrase";
    case NodeKind::all:
      return "all";
    case NodeKind::any:
      return "any";
    case NodeKind::exclude:
      return "exclude";
    case NodeKind::filter:
      return "filter";
    case NodeKind::dates:
      return "dates";
  }
  return "";
}

// "^2", or nothing for the usual weight.
std::string boost_suffix(double boost) {
  if (boost == 1) return "";
  std::array<char, 64> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), boost, std::chars_format::fixed);
  return "^" + std::string(digits.data(), end.ptr);
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string dump_end(PackedDay day, PackedDay open) {
  return day == open ? "open" : std::to_string(day);
}

// A filter's value needs no quotation marks if it is one plain name.
std::string filter_value(const std::string& text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return plain ? text : '"' + text + '"';
}

std::string in_brackets_if(bool brackets, const Node& node) {
  return brackets ? '(' + to_query(node) + ')' : to_query(node);
}

// Children in a row. Those of the kinds that would be read otherwise without them get brackets.
std::string join(const Node& node, std::string_view between, NodeKind bracketed) {
  std::string out;
  for (const Node& child : node.children) {
    if (!out.empty()) out += between;
    out += in_brackets_if(child.kind == bracketed, child);
  }
  return out;
}

}  // namespace

std::string dump(const Node& node) {
  std::string out = '(' + std::string(name_of(node.kind));
  const auto add = [&](std::string_view part) { out.append(" ").append(part); };
  if (!node.field.empty()) add(node.field);
  if (node.exact) add("exact");
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase ||
      node.kind == NodeKind::filter) {
    add(in_quotes(node.text));
  }
  if (node.boost != 1) add(boost_suffix(node.boost));
  if (node.kind == NodeKind::dates) {
    add(dump_end(node.period.first, Period{}.first));
    add(dump_end(node.period.last, Period{}.last));
  }
  for (const Node& child : node.children) add(dump(child));
  return out + ')';
}

std::string to_query(const Node& node) {
  const std::string prefix = (node.field.empty() ? "" : node.field + ':') + (node.exact ? "=" : "");
  switch (node.kind) {
    case NodeKind::nothing:
      return "";
    case NodeKind::word:
      return prefix + node.text + boost_suffix(node.boost);
    case NodeKind::phrase:
      return prefix + '"' + node.text + '"' + boost_suffix(node.boost);
    case NodeKind::all:
      return join(node, " ", NodeKind::any);
    case NodeKind::any:
      return join(node, " OR ", NodeKind::all);
    case NodeKind::exclude: {
      const Node& unwanted = node.children.front();
      const bool several = unwanted.kind == NodeKind::all || unwanted.kind == NodeKind::any;
      return '-' + in_brackets_if(several, unwanted);
    }
    case NodeKind::filter:
      return prefix + filter_value(node.text);
    case NodeKind::dates:
      return "date:" + write_period(node.period);
  }
  return "";
}

}  // namespace backfile
