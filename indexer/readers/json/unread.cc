// Compares the sentences of an object's strings with those of its article.
#include "indexer/readers/json/unread.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/declared_body.h"
#include "indexer/readers/json/said.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t shortest = 12;  // bytes
constexpr std::uint32_t fewest_words = 8;
constexpr std::uint32_t fewest_beside = 40;  // in a text without a full stop, too
constexpr std::uint32_t fewest_in_sentence = 3;

// Parts of the names of what stands beside a story, or is there for machines.
constexpr auto beside_parts = std::to_array<const char*>(
    {"comments", "replies", "style", "authorbio", "biograph", "licen", "rights", "copyright",
     "disclai", "footer", "related", "seo", "meta", "cookie", "newsletter", "signature"});
constexpr auto beside_names = std::to_array<const char*>(
    {"bio", "script", "scripts", "javascript", "css", "schema", "menu", "legal", "terms", "policy",
     "embed", "embedcode", "prompt", "debug", "config", "token", "tokens", "vector"});

bool is_beside(std::string_view name) {
  return std::ranges::find(beside_names, name) != beside_names.end() ||
         std::ranges::any_of(beside_parts,
                             [&](const char* part) { return name.find(part) != name.npos; });
}

// A subtitle is taken from one field; what others say at length is not.
bool may_be_subtitle(std::string_view name) {
  return std::ranges::any_of(declared_names(), [&](const Alias& alias) {
    return alias.name == name && alias.field == FieldOf::subtitle;
  });
}

bool is_ascii_sign(char c) {
  return c > ' ' && c < '\x7f';
}

bool is_code(std::string_view line) {
  constexpr std::size_t most_signs = 50;  // one for so many bytes
  const auto signs = std::ranges::count_if(line, [](char c) {
    return std::string_view("{}[]<>=\\|_#$^*~").find(c) != std::string_view::npos;
  });
  return static_cast<std::size_t>(signs) * most_signs > line.size();
}

// A page as a browser gets it, and not a piece of one.
bool is_page(std::string_view text) {
  constexpr std::size_t head = 1000;
  const std::string start = ascii_lowered(text.substr(0, head));
  return start.find("<html") != start.npos || start.find("<body") != start.npos;
}

// Whether a text is one paragraph as it stands, whoever reads it: no line break, nothing that may be
// markup, a reference, a call of a template or a document of its own.
bool is_plain(std::string_view text) {
  constexpr std::string_view signs = "\n\r<&[{`";
  return std::ranges::all_of(signs, [&](char sign) { return text.find(sign) == text.npos; });
}

struct Candidate {
  const json* value;
  std::string member;
  bool in_body, beside, subtitle;
};

class Search {
 public:
  Search(const Article& article, const std::vector<const json*>& elsewhere)
      : article_(article), elsewhere_(elsewhere.begin(), elsewhere.end()) {}

  // `member` is empty for the object itself.
  void collect_members(const json& object, const Candidate& in) {
    for (const auto& [name, value] : object.items()) {
      const std::string plain = plain_name(name);
      const Holds holds = what_holds(plain);
      const bool subtitle = holds == Holds::field && may_be_subtitle(plain);
      if ((holds == Holds::field && !subtitle) || holds == Holds::aside) continue;
      collect(value,
              {nullptr, in.member.empty() ? name : in.member, in.in_body || holds == Holds::body,
               in.beside || is_beside(plain), in.subtitle || subtitle});
    }
  }

  std::vector<UnreadText> unread() {
    std::vector<UnreadText> texts;
    const auto is_body = [](const Candidate& one) { return one.in_body; };
    // The body itself, as nearly always.
    if (!article_.body.empty() && std::ranges::count_if(candidates_, is_body) == 1)
      std::erase_if(candidates_, is_body);
    drop_paragraphs();
    if (candidates_.empty()) return {};
    Said said(article_);
    std::map<std::string_view, std::uint32_t> words;
    for (const Candidate& one : candidates_) {
      texts.push_back(unsaid_of(one, said));
      words[one.member] += texts.back().words;
    }
    std::erase_if(texts, [&](const UnreadText& text) {
      const bool story = !text.beside && !text.subtitle;
      return text.words == 0 || words[text.member] < (story ? fewest_words : fewest_beside);
    });
    return texts;
  }

 private:
  void collect(const json& value, Candidate in) {
    if (elsewhere_.contains(&value)) return;
    if (value.is_string()) {
      if (value.get_ref<const std::string&>().size() < shortest) return;
      in.value = &value;
      candidates_.push_back(std::move(in));
    } else if (value.is_array()) {
      for (const json& element : value) collect(element, in);
    } else if (value.is_object()) {
      collect_members(value, in);
    }
  }

  // A body in a list of paragraphs is read as it stands, mostly: what is a paragraph of the article,
  // or its subtitle, is said and need not be searched for. Looks a few paragraphs ahead, in their
  // order.
  void drop_paragraphs() {
    constexpr std::ptrdiff_t ahead = 8;
    auto next = article_.body.begin();
    std::erase_if(candidates_, [&](const Candidate& one) {
      const auto& given = one.value->get_ref<const std::string&>();
      if (given == article_.subtitle) return is_plain(given);
      const auto end = next + std::min(ahead, article_.body.end() - next);
      const auto found = std::find(next, end, given);
      if (found == end || !is_plain(given)) return false;
      next = found + 1;
      return true;
    });
  }

  // Without words where a text is said or no prose.
  UnreadText unsaid_of(const Candidate& one, Said& said) const {
    const auto& given = one.value->get_ref<const std::string&>();
    UnreadText text{one.value, one.member, {}, 0, one.beside, one.subtitle};
    if (std::ranges::all_of(given, is_ascii_sign)) return text;  // an address, a hash
    std::uint32_t all = 0;
    bool has_sentence = false;
    for (const std::string& paragraph : paragraphs_in(*one.value)) {
      for (const std::string_view sentence : sentences_of(paragraph)) {
        const std::uint32_t words = words_in(sentence);
        all += words;
        if (said.has(sentence)) continue;
        has_sentence = has_sentence || (words >= fewest_in_sentence && ends_with_stop(sentence));
        text.words += words;
        text.line += (text.line.empty() ? "" : " ") + tidy_line(sentence);
      }
    }
    if (is_code(text.line) || (!has_sentence && text.words < fewest_beside)) text.words = 0;
    text.beside = text.beside || (is_page(given) && is_around_article(text.words, all));
    return text;
  }

  // Whether a page that says so many words, of which the article lacks some, is the one that the
  // article was taken from: it has menus, too.
  bool is_around_article(std::uint32_t unsaid, std::uint32_t all) const {
    constexpr std::uint32_t most = 4;  // for each of the article
    std::uint32_t words = 0;
    for (const std::string& paragraph : article_.body) words += words_in(paragraph);
    return 2 * (all - unsaid) >= words && unsaid <= most * words;
  }

  const Article& article_;
  std::unordered_set<const json*> elsewhere_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<UnreadText> unread_texts(const json& object, const Article& article,
                                     const std::vector<const json*>& elsewhere) {
  Search search(article, elsewhere);
  search.collect_members(object, {nullptr, {}, false, false, false});
  return search.unread();
}

}  // namespace backfile
