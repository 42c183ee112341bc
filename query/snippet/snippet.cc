// Takes the best passages of the body, with a line (standfirst or caption) that has words which
// those lack. If the body has no match, it takes lines that match; otherwise the opening words.
#include "query/snippet/snippet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/snippet/body.h"
#include "query/snippet/cut.h"
#include "query/snippet/render_snippet.h"
#include "query/snippet/shown_title.h"
#include "query/snippet/text/matched_article.h"

namespace backfile {
namespace {

constexpr std::size_t least_width = 20;
constexpr std::size_t least_opening = 80;
constexpr std::size_t most_captions = 50;        // looked at for a match
constexpr std::size_t longest_stand_in = 2'000;  // bytes
constexpr std::size_t title_width = 1000;        // columns; far above any headline

// A title, a standfirst or a caption, with its matches.
class Line {
 public:
  Line(MatchedText matched, std::string field, std::span<const MatchPattern> patterns)
      : field_(std::move(field)), patterns_(patterns), matched_(std::move(matched)) {}

  bool matches() const { return !matched_.matches.empty(); }

  // The labels of the patterns that match in it.
  std::set<std::string> labels() const {
    std::vector<const TextMatch*> all;
    for (const TextMatch& match : matched_.matches) all.push_back(&match);
    return labels_of(matched_, all, patterns_);
  }

  Snippet shown(std::size_t width) const {
    const Range all{0, static_cast<std::uint32_t>(matched_.text.size())};
    const Cut cut = cut_to_fit(matched_, all, width);
    return show(matched_, cut, field_, marks_within(matched_, cut));
  }

 private:
  std::string field_;
  std::span<const MatchPattern> patterns_;
  MatchedText matched_;
};

MatchedText text_behind(const StandIn& words, const MatchedArticle& matched) {
  switch (words.from) {
    case StandIn::From::subtitle:
      return matched.subtitle();
    case StandIn::From::caption:
      return matched.caption(words.number);
    case StandIn::From::body:
      break;
  }
  return matched.paragraph(words.number);
}

class Snippets {
 public:
  Snippets(const MatchedArticle& matched, const SnippetOptions& options)
      : matched_(matched),
        article_(matched.article()),
        patterns_(matched.patterns()),
        options_(options) {
    options_.passages = std::max<std::size_t>(options.passages, 1);
    options_.width = std::max(options.width, least_width);
  }

  std::vector<Snippet> best() {
    BodyPassages body(matched_);
    std::vector<Snippet> snippets = body.best(options_);
    if (!snippets.empty()) return with_a_line(body, std::move(snippets));
    snippets = lines_that_match();
    if (snippets.empty() && !article_.subtitle.empty()) {
      snippets = {standfirst().shown(options_.width)};
    }
    snippets = with_opening(body, std::move(snippets));
    if (!snippets.empty() || article_.captions.empty()) return snippets;
    return {caption(0).shown(options_.width)};
  }

 private:
  Line standfirst() const { return {matched_.subtitle(), "subtitle", patterns_}; }
  Line caption(std::size_t i) const { return {matched_.caption(i), "caption", patterns_}; }

  // Adds a standfirst or a caption with words of the query that the passages of the body lack,
  // unless making room for it loses as many.
  std::vector<Snippet> with_a_line(BodyPassages& body, std::vector<Snippet> snippets) {
    const std::set<std::string> without = body.shown_labels();
    if (options_.passages < 2 || has_all_labels(without)) return snippets;
    std::set<std::string> labels;
    const std::optional<Snippet> line = line_that_adds_to(without, labels);
    if (!line || display_width(line->text) + least_width > options_.width) return snippets;
    SnippetOptions left = options_;
    left.passages = options_.passages - 1;
    left.width -= display_width(line->text);
    std::vector<Snippet> fewer = body.best(left);
    labels.insert(body.shown_labels().begin(), body.shown_labels().end());
    if (labels.size() <= without.size()) return snippets;
    fewer.insert(line->field == "subtitle" ? fewer.begin() : fewer.end(), *line);
    return fewer;
  }

  bool has_all_labels(const std::set<std::string>& labels) const {
    return std::ranges::all_of(
        patterns_, [&](const MatchPattern& pattern) { return labels.contains(pattern.label); });
  }

  // The first line with a label that is not among these; its labels go to `found`.
  std::optional<Snippet> line_that_adds_to(const std::set<std::string>& labels,
                                           std::set<std::string>& found) const {
    const auto adds = [&](const Line& line) {
      found = line.labels();
      return !std::ranges::includes(labels, found);
    };
    const Line subtitle = standfirst();
    if (adds(subtitle)) return subtitle.shown(options_.width / 2);
    for (std::size_t i = 0; i < std::min(article_.captions.size(), most_captions); ++i) {
      const Line line = caption(i);
      if (!adds(line)) continue;
      Snippet snippet = line.shown(options_.width / 2);
      snippet.paragraph = i;
      return snippet;
    }
    return std::nullopt;
  }

  // The standfirst or captions where something in them matched.
  std::vector<Snippet> lines_that_match() const {
    const Line subtitle = standfirst();
    if (subtitle.matches()) return {subtitle.shown(options_.width)};
    std::vector<Snippet> snippets;
    std::size_t left = options_.width;
    for (std::size_t i = 0; i < std::min(article_.captions.size(), most_captions); ++i) {
      if (snippets.size() == options_.passages || left < least_width) break;
      const Line line = caption(i);
      const auto same = std::ranges::find(article_.captions, article_.captions[i]);
      if (!line.matches() || same != article_.captions.begin() + static_cast<std::ptrdiff_t>(i)) {
        continue;  // nothing, or nothing new
      }
      snippets.push_back(line.shown(left));
      snippets.back().paragraph = i;
      left -= std::min(left, display_width(snippets.back().text));
    }
    return snippets;
  }

  // Lines alone say little about an article, so its opening words follow them if there is room.
  std::vector<Snippet> with_opening(const BodyPassages& body, std::vector<Snippet> lines) const {
    SnippetOptions left = options_;
    for (const Snippet& line : lines) {
      left.width -= std::min(left.width, display_width(line.text));
    }
    left.passages -= std::min(left.passages, lines.size());
    if (!lines.empty() && (left.passages == 0 || left.width < least_opening)) return lines;
    const std::vector<Snippet> opening = body.opening(left);
    const bool in_front = !lines.empty() && lines.front().field == "subtitle";
    lines.insert(in_front ? lines.begin() + 1 : lines.begin(), opening.begin(), opening.end());
    return lines;
  }

  const MatchedArticle& matched_;
  const Article& article_;
  std::span<const MatchPattern> patterns_;
  SnippetOptions options_;
};

// The words that stand for a title, marked as they are where they come from.
Snippet mark_stand_in(const MatchedArticle& article) {
  Snippet title;
  title.field = "title";
  const std::optional<StandIn> words = stand_in(article.article());
  if (!words) return title;
  title.text = words->words;
  MatchedText from = text_behind(*words, article);
  std::erase_if(from.matches, [&](const TextMatch& match) {
    return match.extent.end > longest_stand_in ||
           !title.text.starts_with(cleaned_up(from.text.substr(0, match.extent.end)));
  });
  const Range all{0, static_cast<std::uint32_t>(from.text.size())};
  const Cut whole = uncut(from, all);
  const Snippet shown = show(from, whole, "title", marks_within(from, whole));
  title.marks = shown.marks;
  return title;
}

}  // namespace

Snippet mark_title(const MatchedArticle& article) {
  if (has_title(article.article())) {
    return Line(article.title(), "title", article.patterns()).shown(title_width);
  }
  return mark_stand_in(article);
}

std::vector<Snippet> make_snippets(const MatchedArticle& article, const SnippetOptions& options) {
  return Snippets(article, options).best();
}

}  // namespace backfile
