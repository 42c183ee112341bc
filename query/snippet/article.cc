// A whole article marked, for its page. The body is matched as one text, so that words near each
// other are found across paragraphs, as the index finds them; phrases stay inside theirs. What the
// analyzer reads is bounded: a page must not cost a second, and memory for every word, because
// somebody stored a book as an article. It is chosen as for snippets but by wider bounds, so that
// what a snippet shows is always marked here.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"
#include "query/snippet/cut.h"
#include "query/snippet/render_snippet.h"
#include "query/snippet/shown_title.h"
#include "query/snippet/snippet.h"
#include "query/snippet/text/analyzed_text.h"
#include "query/snippet/text/look.h"
#include "query/snippet/text/parts.h"

namespace backfile {
namespace {

Snippet whole(const AnalyzedText& analyzed, std::string_view field, std::size_t paragraph) {
  const Range all{0, static_cast<std::uint32_t>(analyzed.text.size())};
  Snippet snippet =
      show(analyzed, uncut(analyzed, all), std::string(field), merge_marks(analyzed.matches));
  snippet.paragraph = paragraph;
  return snippet;
}

// How much is read of a body, and of titles, standfirsts and captions together.
constexpr Bounds body_bounds{std::size_t{128} << 10, std::size_t{128} << 10,
                             std::size_t{384} << 10};
constexpr Bounds line_bounds{0, std::size_t{64} << 10, std::size_t{128} << 10};
static_assert(body_bounds.most - body_bounds.beginning >= most_read,
              "snippets have what pages lack");

constexpr const char* too_long =
    "This article is too long to be read whole: from here on, some matches may not be marked.";

// Decides how much of titles, standfirsts and captions the analyzer reads.
class Attention {
 public:
  Attention(std::span<const MatchPattern> patterns, const std::string& language, Analyzer& analyzer)
      : patterns_(patterns), language_(language), analyzer_(analyzer) {}

  // The text, cut where the bound is reached; empty if no wanted word seems to be in it.
  std::string_view of(std::string_view text) {
    if (patterns_.empty() || ended_) return {};
    if (read_ >= line_bounds.beginning && !is_promising(text)) return {};
    const std::size_t left = line_bounds.most - read_;
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
    if (!look_) look_.emplace(patterns_, language_, analyzer_);
    return look_->count(text) > 0;
  }

  std::span<const MatchPattern> patterns_;
  const std::string& language_;
  Analyzer& analyzer_;
  std::optional<QuickLook> look_;
  std::size_t read_ = 0;
  bool ended_ = false;
};

// The tokens of the part of a line that is read. Its last word may have been cut in two.
std::vector<Token> beginning_of(std::string_view part, std::string_view line,
                                const std::string& language, Analyzer& analyzer) {
  const Edge end = part.size() < line.size() ? Edge::word : Edge::sentence;
  std::vector<Range> sentences;
  return tokens_of({.text = part, .end = end}, language, analyzer, sentences);
}

// Concatenates paragraphs, with the gaps between positions that the index has, into one text.
class OneText {
 public:
  void begin_paragraph() {
    if (!begins_.empty()) base_ = last_ + paragraph_gap;
    begins_.push_back(bytes_);
  }

  void end_paragraph(std::size_t size) { bytes_ += static_cast<std::uint32_t>(size) + 1; }

  // What was read of the paragraph from `offset` on, behind what was read of it before.
  void add(std::vector<Token> tokens, std::uint32_t offset) {
    for (Token& token : tokens) {
      last_ = std::max(last_, base_ + token.position);
      token.position += base_;
      token.range.begin += bytes_ + offset;
      token.range.end += bytes_ + offset;
      tokens_.push_back(std::move(token));
    }
    base_ = std::max(base_, last_);
  }

  // Skips what is not read, so that the text on either side stays at least as far apart as it was.
  void pass_over(std::size_t size) { base_ = last_ = base_ + static_cast<std::uint32_t>(size); }

  std::span<const Token> tokens() const { return tokens_; }

  // Returns the paragraph that a match is in, and changes its mark to bytes of that paragraph.
  std::size_t take_home(PatternMatch& match) const {
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

// The part joined with the chosen ones that follow it in the same paragraph, since only snippets
// need the cuts. Moves `next` behind them.
BodyPart joined_part(const Article& article, std::span<const BodyPart> parts, std::size_t& next) {
  BodyPart joined = parts[next++];
  std::size_t size = joined.text.size();
  for (; next < parts.size() && parts[next].chosen; ++next) {
    if (parts[next].paragraph != joined.paragraph) break;
    size += parts[next].text.size();
    joined.end = parts[next].end;
  }
  joined.text = std::string_view(article.body[joined.paragraph]).substr(joined.offset, size);
  return joined;
}

OneText read_body_of(const Article& article, std::span<const BodyPart> parts, Analyzer& analyzer) {
  OneText body;
  std::vector<Range> sentences;
  std::size_t next = 0;
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    body.begin_paragraph();
    while (next < parts.size() && parts[next].paragraph == i) {
      if (!parts[next].chosen) {
        body.pass_over(parts[next++].text.size());
        continue;
      }
      const BodyPart part = joined_part(article, parts, next);
      body.add(tokens_of(part, article.language, analyzer, sentences), part.offset);
    }
    body.end_paragraph(article.body[i].size());
  }
  return body;
}

// All paragraphs with their matches. The first one in which matches may be missed has a note.
std::vector<Snippet> mark_body(const Article& article, std::span<const MatchPattern> patterns,
                               Analyzer& analyzer) {
  std::vector<AnalyzedText> paragraphs(article.body.size());
  for (std::size_t i = 0; i < article.body.size(); ++i) paragraphs[i].text = article.body[i];
  std::optional<std::size_t> ends_at;
  if (!patterns.empty()) {
    const BodyParts parts = parts_of_body(article, patterns, analyzer, body_bounds);
    const OneText body = read_body_of(article, parts.all, analyzer);
    for (PatternMatch match : find_matches(body.tokens(), "body", article.language, patterns)) {
      const std::size_t home = body.take_home(match);
      paragraphs[home].matches.push_back(match);
    }
    const auto missed = std::ranges::find_if(
        parts.all, [](const BodyPart& part) { return part.promising && !part.chosen; });
    if (missed != parts.all.end()) ends_at = missed->paragraph;
  }
  std::vector<Snippet> snippets;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].text.empty()) continue;
    snippets.push_back(whole(paragraphs[i], "body", i));
    if (i == ends_at) snippets.back().note = too_long;
  }
  return snippets;
}

}  // namespace

std::vector<Snippet> mark_article(const Article& article, std::span<const MatchPattern> patterns,
                                  Analyzer& analyzer) {
  Attention attention(patterns, article.language, analyzer);
  std::vector<Snippet> parts;
  const auto add_line = [&](std::string_view text, std::string_view field, std::size_t place) {
    if (text.empty()) return;
    const bool ended_before = attention.ended();
    AnalyzedText analyzed;
    analyzed.text = text;
    analyzed.tokens = beginning_of(attention.of(text), text, article.language, analyzer);
    analyzed.matches = find_matches(analyzed.tokens, field, article.language, patterns);
    parts.push_back(whole(analyzed, field, place));
    if (attention.ended() && !ended_before) parts.back().note = too_long;
  };
  if (has_title(article)) add_line(article.title, "title", 0);
  add_line(article.subtitle, "subtitle", 0);
  for (Snippet& paragraph : mark_body(article, patterns, analyzer)) {
    parts.push_back(std::move(paragraph));
  }
  for (std::size_t i = 0; i < article.captions.size(); ++i) {
    add_line(article.captions[i], "caption", i);
  }
  return parts;
}

}  // namespace backfile
