// Compares the long strings of an object with what its article says.
#include "indexer/readers/json/unread.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t shortest = 80;  // bytes; 40 words of Chinese have no fewer
constexpr std::uint32_t fewest_words = 40;
constexpr std::size_t most_texts = 1000;

// Parts of the names of what stands beside a story, or is there for machines.
constexpr auto beside = std::to_array<const char*>(
    {"comments",   "replies",   "script",    "style",   "css",    "schema", "authorbio", "biograph",
     "licen",      "rights",    "copyright", "disclai", "footer", "menu",   "related",   "seo",
     "meta",       "legal",     "terms",     "policy",  "cookie", "embed",  "prompt",    "summar",
     "newsletter", "signature", "debug",     "config",  "token",  "vector"});

bool is_beside(std::string_view name) {
  return std::ranges::any_of(beside,
                             [&](const char* part) { return name.find(part) != name.npos; });
}

std::string without_spaces(std::string_view text) {
  std::string all;
  for (const char c : text) {
    if (!is_ascii_space(c)) all += c;
  }
  return all;
}

// How many of eight pieces of a text another one has. Neither has spaces.
std::size_t pieces_in(const std::string& text, const std::string& other) {
  constexpr std::size_t pieces = 8, longest = 24;  // bytes
  const std::size_t length = std::min(longest, text.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::size_t at = (text.size() - length) * i / (pieces - 1);
    found += other.find(text.substr(at, length)) != other.npos ? 1U : 0U;
  }
  return found;
}

// Letters, numerals and the marks of sentences, rather than code.
bool is_prose(std::string_view line) {
  constexpr std::size_t most_signs = 50;  // one for so many bytes
  const auto signs = std::ranges::count_if(line, [](char c) {
    return std::string_view("{}[]<>=\\|_#$^*~").find(c) != std::string_view::npos;
  });
  const bool code = static_cast<std::size_t>(signs) * most_signs > line.size();
  return !code && words_in(line) >= fewest_words;
}

class Search {
 public:
  explicit Search(const Article& article) : article_(article) {}

  void collect(const json& value, const std::string& member, bool in_body) {
    if (candidates_.size() == most_texts) return;
    if (value.is_string()) {
      if (value.get_ref<const std::string&>().size() >= shortest)
        candidates_.push_back({{&value, member, {}, 0}, in_body});
    } else if (value.is_array()) {
      for (const json& element : value) {
        if (!is_whole(element)) collect(element, member, in_body);
      }
    } else if (value.is_object()) {
      collect_members(value, member, in_body);
    }
  }

  // `member` is empty for the object itself.
  void collect_members(const json& object, const std::string& member, bool in_body) {
    for (const auto& [name, value] : object.items()) {
      const std::string plain = plain_name(name);
      const Holds holds = what_holds(plain);
      if (holds == Holds::field || holds == Holds::aside || is_beside(plain) || is_whole(value))
        continue;
      collect(value, member.empty() ? name : member, in_body || holds == Holds::body);
    }
  }

  std::vector<UnreadText> unread() {
    std::vector<UnreadText> texts;
    // The body, as nearly always.
    if (candidates_.size() == 1 && candidates_.front().second && !article_.body.empty()) return {};
    if (candidates_.empty()) return {};
    say();
    for (auto& [text, in_body] : candidates_) {
      if (is_said(text.value->get_ref<const std::string&>())) continue;
      text.line = plain_line(text.value->get_ref<const std::string&>());
      if (is_prose(text.line) && !is_said(text.line)) texts.push_back(std::move(text));
    }
    for (UnreadText& text : texts) text.words = words_in(text.line);
    return texts;
  }

 private:
  void say() {
    for (const std::string& paragraph : article_.body) body_ += without_spaces(paragraph);
    said_ =
        body_ + '\n' + without_spaces(article_.subtitle) + '\n' + without_spaces(article_.title);
    for (const std::string& caption : article_.captions) said_ += '\n' + without_spaces(caption);
  }

  // Whether most of a text is said, or it is a page around what is said.
  bool is_said(const std::string& given) const {
    constexpr std::size_t few = 2;
    const std::string text = without_spaces(given);
    return pieces_in(text, said_) >= few ||
           (text.size() > body_.size() && !body_.empty() && pieces_in(body_, text) >= few);
  }

  const Article& article_;
  std::string said_, body_;
  std::vector<std::pair<UnreadText, bool>> candidates_;  // and whether it stands in a body
};

}  // namespace

std::vector<UnreadText> unread_texts(const json& object, const Article& article) {
  Search search(article);
  search.collect_members(object, {}, false);
  return search.unread();
}

}  // namespace backfile
