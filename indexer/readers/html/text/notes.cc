// Tells marks of notes from powers and ordinals.
#include "indexer/readers/html/text/notes.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "indexer/readers/html/page/names.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_mark = 12;  // bytes

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// "3", "[3]", "(3)", "3,", "3 ": the number; 0 if it is something else.
long number_of(std::string_view text) {
  long number = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_ascii_digit(c)) {
      number = 10 * number + (c - '0');
      ++digits;
    } else if (std::string_view("[]() ,;").find(c) == std::string_view::npos) {
      return 0;
    }
  }
  return digits > 0 && digits <= 3 ? number : 0;
}

bool is_sign(std::string_view text) {
  return is_one_of(text, {"*", "**", "***", "†", "‡", "§", "¶", "[*]", "(*)"});
}

bool leads_back(std::string_view text) {
  return is_one_of(text, {"↩", "↩︎", "↵", "⏎", "↑", "^"});
}

// Whether the element, or one in it or around it, says that it leads to a note.
bool says_note(const Page& page, std::size_t i) {
  const auto says = [](const PageNode& node) {
    if (node.attribute("role") == "doc-noteref" || node.attribute("epub:type") == "noteref")
      return true;
    const NameKinds kinds = kinds_of_names(node);
    return ((kinds.sure | kinds.doubtful) & names::note) != 0;
  };
  const auto leads = [](const PageNode& node) {
    const std::string_view href = node.attribute("href");
    const std::size_t hash = href.find('#');
    return node.tag == "a" && hash != std::string_view::npos && hash + 1 < href.size();
  };
  for (std::size_t inner = i; inner < page.nodes[i].end; ++inner) {
    if (says(page.nodes[inner]) || leads(page.nodes[inner])) return true;
  }
  const PageNode& around = page.nodes[page.nodes[i].parent];
  return around.tag == "a" && (says(around) || leads(around));
}

bool is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with('1') || number.starts_with("20")) &&
         !number.ends_with("000") && std::ranges::all_of(number, is_ascii_digit);
}

// Whether a raised figure is the upper half of a fraction, "<sup>1</sup>/2".
bool is_numerator(const Page& page, std::size_t i) {
  const std::size_t next = page.nodes[i].end;
  if (next >= page.nodes.size()) return false;
  const std::string& text = page.nodes[next].text;
  return text.starts_with('/') || text.starts_with("⁄");
}

// A unit or a variable may have a power: "km", "x". A word has none.
bool may_have_power(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && (is_ascii_digit(before[begin - 1]) || (before[begin - 1] | 0x20) >= 'a') &&
         static_cast<unsigned char>(before[begin - 1]) < 0x80) {
    --begin;
  }
  const std::string_view base = before.substr(begin);
  if (base.empty()) return before.ends_with(')') || before.ends_with("²") || before.ends_with("µ");
  if (is_ascii_digit(base.back())) return !is_year(base);
  return base.size() == 1 || is_one_of(base, {"mm", "cm", "dm", "km", "nm", "ft", "in", "yd", "mi",
                                              "sq", "ha", "mc", "Hz", "kg", "Pa", "sec"});
}

}  // namespace

bool NoteMarks::is_mark(const Page& page, std::size_t i, std::string_view before) {
  const PageNode& node = page.nodes[i];
  const bool raised_text = node.tag == "sup";
  if (!raised_text && node.tag != "a" && node.tag != "span") return false;
  if (!raised_text && node.attributes.empty()) return false;
  constexpr std::size_t most_inside = 12;
  if (node.end - i > most_inside) return false;
  const std::string text = page.line_of(i, longest_mark);
  if (text.empty()) return false;
  if (leads_back(text)) return node.attribute("href").starts_with('#');
  const long number = number_of(text);
  const bool letter = text.size() == 1 && (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z';
  if (number == 0 && !is_sign(text) && !letter && text.front() != '[') return false;
  const bool goes_on = number == last_ + 1 && last_ > 0;
  bool mark = says_note(page, i);
  // A link in the text that is a number leads to a note only if it is raised, in brackets or named.
  if (!raised_text && mark) {
    const NameKinds kinds = kinds_of_names(node);
    mark = ((kinds.sure | kinds.doubtful) & names::note) != 0 || text.front() == '[' ||
           node.attribute("role") == "doc-noteref";
  }
  if (!mark && raised_text && !letter && !is_numerator(page, i)) {
    const bool first = number == 1;  // nothing is raised to the first power
    mark = is_sign(text) || text.front() == '[' || goes_on || first || !may_have_power(before);
  }
  if (mark && number > 0) last_ = std::max(last_, number);
  return mark;
}

std::string raised(std::string_view text) {
  static constexpr std::array figures = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char c : text) {
    if (is_ascii_digit(c)) {
      result += figures[static_cast<std::size_t>(c - '0')];
    } else if (c == '-') {
      result += "⁻";
    } else {
      return std::string(text);
    }
  }
  return result;
}

}  // namespace backfile
