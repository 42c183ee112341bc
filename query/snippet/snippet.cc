// Takes the best passages of the body, with a line (standfirst or caption) that has words which
// those lack. If the body has no match, it takes lines that match; otherwise the opening words.
#include "query/snippet/snippet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/matching/match_finder.h"
#include "query/snippet/body.h"
#include "query/snippet/cut.h"
#include "query/snippet/render_snippet.h"
#include "query/snippet/shown_title.h"
#include "query/snippet/text/analyzed_text.h"

namespace backfile {
namespace {

constexpr std::size_t least_width = 20;
constexpr std::size_t least_opening = 80;
constexpr std::size_t most_captions = 50;  // looked at for a match
constexpr std::size_t title_width = 1000;  // columns; far above any headline

// A title, a standfirst or a caption, with its matches.
class Line {
 public:
  Line(std::string_view text, std::string field, const Article& article,
       std::span<const MatchPattern> patterns, Analyzer& analyzer)
      : field_(std::move(field)),
        language_(article.language),
        patterns_(patterns),
        analyzed_(analyze_field(beginning_of(text), field_, language_, patterns, analyzer)) {}

  bool matches() const { return !analyzed_.matches.empty(); }

  // The labels of the patterns that match in it.
  std::set<std::string> labels() const {
    std::vector<const PatternMatch*> all;
    for (const PatternMatch& match : analyzed_.matches) all.push_back(&match);
    return labels_of(analyzed_, all, patterns_);
  }

  Snippet shown(std::size_t width) const {
    const Range all{0, static_cast<std::uint32_t>(analyzed_.text.size())};
    const Cut cut = cut_to_fit(analyzed_, all, width);
    return show(analyzed_, cut, field_, marks_within(analyzed_, cut, field_, language_, patterns_));
  }

 private:
  // A line of megabytes is not read to its end.
  static std::string_view beginning_of(std::string_view text) {
    return text.substr(0, grapheme_floor(text, std::min(text.size(), longest_part)));
  }

  std::string field_;
  const std::string& language_;
  std::span<const MatchPattern> patterns_;
  AnalyzedText analyzed_;
};

class Snippets {
 public:
  Snippets(const Article& article, std::span<const MatchPattern> patterns, Analyzer& analyzer,
           const SnippetOptions& options)
      : article_(article), patterns_(patterns), analyzer_(analyzer), options_(options) {
    options_.passages = std::max<std::size_t>(options.passages, 1);
    options_.width = std::max(options.width, least_width);
  }

  std::vector<Snippet> best() {
    BodyPassages body(article_, patterns_, analyzer_);
    std::vector<Snippet> snippets = body.best(options_);
    if (!snippets.empty()) return with_a_line(body, std::move(snippets));
    snippets = lines_that_match();
    if (snippets.empty() && !article_.subtitle.empty() && body.is_whole()) {
      snippets = {standfirst().shown(options_.width)};
    }
    snippets = with_opening(body, std::move(snippets));
    if (!snippets.empty() || article_.captions.empty()) return snippets;
    return {caption(0).shown(options_.width)};
  }

 private:
  Line standfirst() const {
    return {article_.subtitle, "subtitle", article_, patterns_, analyzer_};
  }
  Line caption(std::size_t i) const {
    return {article_.captions[i], "caption", article_, patterns_, analyzer_};
  }

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

  const Article& article_;
  std::span<const MatchPattern> patterns_;
  Analyzer& analyzer_;
  SnippetOptions options_;
};

}  // namespace

std::vector<Range> find_marks(std::string_view text, std::string_view field,
                              const std::string& language, std::span<const MatchPattern> patterns,
                              Analyzer& analyzer) {
  return merge_marks(find_matches(analyzer.analyze(text, language), field, language, patterns));
}

Snippet mark_title(const Article& article, std::span<const MatchPattern> patterns,
                   Analyzer& analyzer) {
  if (has_title(article)) {
    return Line(article.title, "title", article, patterns, analyzer).shown(title_width);
  }
  const std::string words = shown_title(article);
  Snippet title = Line(words, "body", article, patterns, analyzer).shown(title_width);
  title.field = "title";
  title.source = {};  // no field has it as it is
  return title;
}

std::vector<Snippet> make_snippets(const Article& article, std::span<const MatchPattern> patterns,
                                   Analyzer& analyzer, const SnippetOptions& options) {
  return Snippets(article, patterns, analyzer, options).best();
}

}  // namespace backfile
