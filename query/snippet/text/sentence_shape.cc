// Counts words and commas; the factors were set by judgement, like those of passage_score.cc.
#include "query/snippet/text/sentence_shape.h"

#include <algorithm>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr double of_a_heading = 0.4;  // of one word; of two to four, more
constexpr double of_a_question = 0.4;
constexpr double of_a_list = 0.4;

constexpr std::size_t fewest_items = 3;
constexpr std::size_t longest_item = 28;   // columns
constexpr std::ptrdiff_t most_spaces = 2;  // in an item

struct Comma {
  std::string_view text;
  bool joins_items = true;  // Chinese has one comma between clauses and another between items
};
constexpr Comma commas[] = {{", "}, {"; "},        {": ", false}, {"، "},       {"؛ "},
                            {"、"}, {"，", false}, {"；", false}, {"：", false}};

constexpr std::string_view question_marks[] = {"?", "？", "؟", "か。"};
constexpr std::string_view end_marks[] = {".",  "!",  "?", "…", ":", ";",  "。",
                                          "！", "？", "؟", "۔", "।", "：", "；"};
constexpr std::string_view closing_marks[] = {" ", "\n", "\"", "'",  ")",  "]",
                                              "”", "’",  "»",  "」", "』", "）"};

std::string_view without_closing_marks(std::string_view text) {
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (const std::string_view mark : closing_marks) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      shorter = true;
    }
  }
  return text;
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks, [&](std::string_view mark) { return text.ends_with(mark); });
}

// The comma at an offset; nullptr for none.
const Comma* comma_at(std::string_view text, std::size_t offset) {
  const auto here = [&](const Comma& comma) { return text.substr(offset).starts_with(comma.text); };
  const auto found = std::ranges::find_if(commas, here);
  return found == std::end(commas) ? nullptr : &*found;
}

// The lists in a text, each a run of at least `fewest_items` short items.
std::vector<Range> lists_in(std::string_view text) {
  std::vector<Range> lists;
  std::size_t item = 0, list = 0, items = 0;  // where they begin, and how many there are
  for (std::size_t at = 0; at <= text.size();) {
    const Comma* comma = at == text.size() ? nullptr : comma_at(text, at);
    if (comma == nullptr && at < text.size()) {
      ++at;
      continue;
    }
    const std::string_view words = text.substr(item, at - item);
    const bool is_short =
        display_width(words) <= longest_item && std::ranges::count(words, ' ') <= most_spaces;
    if (is_short) ++items;
    if (!is_short || comma == nullptr || !comma->joins_items) {
      const std::size_t end = is_short ? at : item;
      if (items >= fewest_items) {
        lists.push_back({static_cast<std::uint32_t>(list), static_cast<std::uint32_t>(end)});
      }
      items = 0;
    }
    at += comma == nullptr ? 1 : comma->text.size();
    item = at;
    if (items == 0) list = item;
  }
  return lists;
}

// Whether the text is mostly items, or at least half of the marks are in lists.
bool is_list(std::string_view text, std::size_t words, std::span<const Range> marks) {
  const std::size_t parts = commas_in(text);
  if (parts >= fewest_items && parts * 3 >= words) return true;
  const std::vector<Range> lists = lists_in(text);
  const auto listed = std::ranges::count_if(marks, [&](Range mark) {
    return std::ranges::any_of(lists, [&](Range list) { return contains(list, mark); });
  });
  return listed > 0 && static_cast<std::size_t>(listed) * 2 >= marks.size();
}

}  // namespace

std::size_t commas_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) count += comma_at(text, at) == nullptr ? 0 : 1;
  return count;
}

bool ends_like_a_sentence(std::string_view text) {
  return ends_with_any(without_closing_marks(text), end_marks);
}

double shape_of(std::string_view sentence, std::size_t words, std::span<const Range> marks) {
  const std::string_view text = without_closing_marks(sentence);
  double left = 1;
  if (words < 5) left -= (1 - of_a_heading) * (5.0 - static_cast<double>(words)) / 4;
  if (ends_with_any(text, question_marks)) left *= of_a_question;
  if (is_list(text, words, marks)) left *= of_a_list;
  return left;
}

}  // namespace backfile
