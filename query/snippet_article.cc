// A whole article marked, for its page. The body is matched as one text, so that words near each
// other are found across paragraphs, as the index finds them; phrases stay inside theirs. What the
// analyzer reads is bounded: a page must not cost a second, and memory for every word, because
// somebody stored a book as an article.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/unicode.h"
#include "query/snippet.h"
#include "query/snippet_cut.h"
#include "query/snippet_look.h"
#include "query/snippet_reading.h"
#include "query/snippet_show.h"

namespace backfile {
namespace {

Snippet whole(const Reading& reading, std::string_view field, std::size_t paragraph) {
  const Range all{0, static_cast<std::uint32_t>(reading.text.size())};
  Snippet snippet =
      show(reading, uncut(reading, all), std::string(field), merge_marks(reading.matches));
  snippet.paragraph = paragraph;
  return snippet;
}

// So much of an article is read word by word; beyond, only paragraphs that a quick look finds
// promising, up to the bound of all.
constexpr std::size_t read_in_any_case = 128 * 1024;
constexpr std::size_t most_read_of_article = 512 * 1024;

// What of an article the analyzer is to read.
class Attention {
 public:
  Attention(std::span<const Leaf> leaves, const std::string& language)
      : leaves_(leaves), language_(language) {}

  // The beginning of a text, whole but at the bound; empty where no word seems to be wanted.
  std::string_view of(std::string_view text) {
    if (leaves_.empty() || ended_) return {};
    if (read_ >= read_in_any_case && !is_promising(text)) return {};
    const std::size_t left = most_read_of_article - read_;
    if (text.size() > left) {
      ended_ = true;
      text = text.substr(0, left == 0 ? 0 : grapheme_floor(text, left));
    }
    read_ += text.size();
    return text;
  }

  // Whether something that might be marked was left out.
  bool ended() const { return ended_; }

 private:
  bool is_promising(std::string_view text) {
    if (!look_) look_.emplace(leaves_, language_);
    return look_->count(text) > 0;
  }

  std::span<const Leaf> leaves_;
  const std::string& language_;
  std::optional<QuickLook> look_;
  std::size_t read_ = 0;
  bool ended_ = false;
};

// Puts paragraphs one behind the other, as positions in the index and as bytes of one text.
class OneText {
 public:
  void add(std::vector<Token> tokens, std::size_t size) {
    begins_.push_back(bytes_);
    for (Token& token : tokens) {
      last_ = std::max(last_, base_ + token.position);
      token.position += base_;
      token.range.begin += bytes_;
      token.range.end += bytes_;
      tokens_.push_back(std::move(token));
    }
    base_ = last_ + paragraph_gap;
    bytes_ += static_cast<std::uint32_t>(size) + 1;
  }

  // A paragraph that is not read keeps others as far from each other as its words would.
  void pass_over(std::size_t size) {
    last_ = base_ + static_cast<std::uint32_t>(size);
    add({}, size);
  }

  std::span<const Token> tokens() const { return tokens_; }

  // The paragraph that a match is marked in; its mark in bytes of that paragraph.
  std::size_t take_home(LeafMatch& match) const {
    const auto after = std::ranges::upper_bound(begins_, match.mark.begin);
    match.mark.begin -= *(after - 1);
    match.mark.end -= *(after - 1);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
  }

 private:
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> begins_;
  std::uint32_t base_ = 0, last_ = 0, bytes_ = 0;
};

// The tokens of what is to be read of a text. The last word may have been cut in two.
std::vector<Token> read(std::string_view part, std::string_view text, const std::string& language,
                        Analyzer& analyzer) {
  std::vector<Token> tokens = analyzer.analyze(part, language);
  while (part.size() < text.size() && !tokens.empty() && tokens.back().range.end == part.size()) {
    tokens.pop_back();
  }
  return tokens;
}

// All paragraphs with their matches; `note` for the one at which marking ends.
std::vector<Snippet> mark_body(const Article& article, std::span<const Leaf> leaves,
                               Attention& attention, Analyzer& analyzer) {
  std::vector<Reading> paragraphs(article.body.size());
  std::optional<std::size_t> ended_at;
  OneText body;
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    const std::string_view text = paragraphs[i].text = article.body[i];
    const std::string_view part = attention.of(text);
    if (part.empty()) {
      body.pass_over(text.size());
    } else {
      body.add(read(part, text, article.language, analyzer), text.size());
    }
    if (attention.ended() && !ended_at) ended_at = i;
  }
  for (LeafMatch match : find_matches(body.tokens(), "body", article.language, leaves)) {
    const std::size_t home = body.take_home(match);
    paragraphs[home].matches.push_back(match);
  }
  std::vector<Snippet> snippets;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].text.empty()) continue;
    snippets.push_back(whole(paragraphs[i], "body", i));
    if (i == ended_at) {
      snippets.back().note =
          "This article is too long to be marked to its end: matches behind "
          "this place are not marked.";
    }
  }
  return snippets;
}

}  // namespace

std::vector<Snippet> mark_article(const Article& article, std::span<const Leaf> leaves,
                                  Analyzer& analyzer) {
  Attention attention(leaves, article.language);
  std::vector<Snippet> parts;
  const auto add_line = [&](std::string_view text, std::string_view field, std::size_t place) {
    if (text.empty()) return;
    Reading reading;
    reading.text = text;
    reading.tokens = read(attention.of(text), text, article.language, analyzer);
    reading.matches = find_matches(reading.tokens, field, article.language, leaves);
    parts.push_back(whole(reading, field, place));
  };
  add_line(article.title, "title", 0);
  add_line(article.subtitle, "subtitle", 0);
  for (Snippet& paragraph : mark_body(article, leaves, attention, analyzer)) {
    parts.push_back(std::move(paragraph));
  }
  for (std::size_t i = 0; i < article.captions.size(); ++i) {
    add_line(article.captions[i], "caption", i);
  }
  return parts;
}

}  // namespace backfile
