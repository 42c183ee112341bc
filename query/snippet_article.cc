// A whole article marked, for its page. The body is matched as one text, so that words near each
// other are found across paragraphs, as the index finds them; phrases stay inside theirs.
#include <algorithm>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "query/snippet.h"
#include "query/snippet_cut.h"
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

// Puts paragraphs one behind the other, as positions in the index and as bytes of one text.
class OneText {
 public:
  void add(const std::vector<Token>& tokens, std::size_t size) {
    begins_.push_back(bytes_);
    for (Token token : tokens) {
      last_ = std::max(last_, base_ + token.position);
      token.position += base_;
      token.range.begin += bytes_;
      token.range.end += bytes_;
      tokens_.push_back(std::move(token));
    }
    base_ = last_ + paragraph_gap;
    bytes_ += static_cast<std::uint32_t>(size) + 1;
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

}  // namespace

std::vector<Snippet> mark_article(const Article& article, std::span<const Leaf> leaves,
                                  Analyzer& analyzer) {
  std::vector<Snippet> parts;
  const auto add_line = [&](std::string_view text, std::string_view field, std::size_t place) {
    if (text.empty()) return;
    parts.push_back(
        whole(read_field(text, field, article.language, leaves, analyzer), field, place));
  };
  add_line(article.title, "title", 0);
  add_line(article.subtitle, "subtitle", 0);

  std::vector<Reading> paragraphs(article.body.size());
  OneText body;
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    paragraphs[i].text = article.body[i];
    body.add(analyzer.analyze(article.body[i], article.language), article.body[i].size());
  }
  for (LeafMatch match : find_matches(body.tokens(), "body", article.language, leaves)) {
    const std::size_t home = body.take_home(match);
    paragraphs[home].matches.push_back(match);
  }
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!paragraphs[i].text.empty()) parts.push_back(whole(paragraphs[i], "body", i));
  }

  for (std::size_t i = 0; i < article.captions.size(); ++i) {
    add_line(article.captions[i], "caption", i);
  }
  return parts;
}

}  // namespace backfile
