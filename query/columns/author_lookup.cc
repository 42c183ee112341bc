// Each word's list of writers, intersected word by word. A short query is tried as a whole. If no
// name has all of it, or if it is longer, the longest runs of neighbouring words found in one name
// count, provided at least two of them are not stop words.
#include "query/columns/author_lookup.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/base/lists.h"
#include "indexer/index/name_words.h"
#include "indexer/text/stem.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_writers = 3;
constexpr std::size_t longest_short_query = 4;
constexpr std::size_t most_words = 64;  // of a query; later ones are not looked at

bool is_plain(const Node& node) {
  return (node.kind == NodeKind::word || node.kind == NodeKind::phrase) && node.field.empty();
}

// The folded words that could belong to a name; an empty one separates those that are not adjacent.
std::vector<std::string> words_of(const Node& query) {
  std::vector<std::string> words;
  const bool is_list = query.kind == NodeKind::all;
  const std::span<const Node> parts =
      is_list ? std::span<const Node>(query.children) : std::span<const Node>(&query, 1);
  for (const Node& part : parts) {
    if (words.size() >= most_words) break;
    if (is_plain(part)) {
      add_name_words(fold(part.text).term, most_words, words);
    } else {
      words.emplace_back();
    }
  }
  return words;
}

std::vector<std::uint32_t> in_both(std::span<const std::uint32_t> left,
                                   std::span<const std::uint32_t> right) {
  // One word may be in thousands of names and the other in a few.
  const auto fewer = left.size() < right.size() ? left : right;
  const auto more = left.size() < right.size() ? right : left;
  std::vector<std::uint32_t> both;
  std::copy_if(fewer.begin(), fewer.end(), std::back_inserter(both), [&](std::uint32_t number) {
    return std::binary_search(more.begin(), more.end(), number);
  });
  return both;
}

}  // namespace

AuthorLookup::AuthorLookup(std::shared_ptr<const Columns> columns,
                           std::vector<std::string> languages)
    : columns_(std::move(columns)), languages_(std::move(languages)) {
}

std::vector<Writer> AuthorLookup::named_in(const Node& query) const {
  const std::vector<std::string> words = words_of(query);
  std::vector<std::string> plain = words;
  std::erase(plain, "");
  Numbers numbers;
  if (plain.size() <= longest_short_query) numbers = having_all(plain);
  if (numbers.empty()) numbers = having_neighbours(words);
  const ValueColumn& authors = columns_->of(FieldId::author);
  const auto shown = static_cast<std::ptrdiff_t>(std::min(numbers.size(), most_writers));
  std::partial_sort(numbers.begin(), numbers.begin() + shown, numbers.end(),
                    [&](std::uint32_t left, std::uint32_t right) {
                      const auto one = authors.value(left), other = authors.value(right);
                      return one.articles != other.articles ? one.articles > other.articles
                                                            : one.name < other.name;
                    });
  numbers.resize(static_cast<std::size_t>(shown));
  std::vector<Writer> named;
  for (const std::uint32_t number : numbers) {
    const ValueColumn::Value author = authors.value(number);
    named.push_back({std::string(author.name), author.articles});
  }
  return named;
}

AuthorLookup::Numbers AuthorLookup::having_all(const std::vector<std::string>& words) const {
  if (words.empty()) return {};
  const auto first = columns_->authors_called(words.front());
  Numbers numbers(first.begin(), first.end());
  for (const std::string& word : words) {
    if (numbers.empty()) break;
    numbers = in_both(numbers, columns_->authors_called(word));
  }
  return numbers;
}

// The writers with the longest runs of neighbouring words in their names.
AuthorLookup::Numbers AuthorLookup::having_neighbours(const std::vector<std::string>& words) const {
  Numbers found;
  for (std::size_t begin = 0; begin < words.size();) {
    std::vector<std::string> run = {words[begin]};
    const auto first = columns_->authors_called(words[begin]);
    Numbers numbers(first.begin(), first.end());
    while (!numbers.empty() && begin + run.size() < words.size()) {
      Numbers fewer = in_both(numbers, columns_->authors_called(words[begin + run.size()]));
      if (fewer.empty()) break;
      numbers = std::move(fewer);
      run.push_back(words[begin + run.size()]);
    }
    // The last word of a run may begin another.
    begin += std::max<std::size_t>(run.size() - 1, 1);
    if (names_somebody(run)) append(found, numbers);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Stop words do not count: "of the" is in the names of many bureaus.
bool AuthorLookup::names_somebody(const std::vector<std::string>& words) const {
  std::vector<std::string> telling;
  for (const std::string& word : words) {
    const bool is_stop =
        std::any_of(languages_.begin(), languages_.end(),
                    [&](const std::string& language) { return is_stop_word(word, language); });
    if (!is_stop && std::find(telling.begin(), telling.end(), word) == telling.end()) {
      telling.push_back(word);
    }
  }
  return telling.size() >= 2;
}

}  // namespace backfile
