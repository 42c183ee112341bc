// The recipe: read, choose, share out the width, fill up with context, show.
#include "query/snippet.h"

#include <algorithm>
#include <string_view>

#include "indexer/text/unicode.h"
#include "query/marker.h"
#include "query/passage.h"
#include "query/snippet_cut.h"
#include "query/snippet_reading.h"
#include "query/snippet_show.h"

namespace backfile {
namespace {

constexpr std::size_t least_width = 20;
constexpr std::size_t enough_columns = 100;  // of a passage that is not the best
constexpr std::size_t most_captions = 50;    // looked at for a match
constexpr std::size_t title_width = 1000;    // columns; far above any headline

// A line that is no article: a title, a standfirst, a caption.
std::string_view line(std::string_view text) {
  return text.substr(0, grapheme_floor(text, std::min(text.size(), longest_part)));
}

// A chosen passage on its way to the reader.
struct Stretch {
  std::size_t rank = 0;  // 0 is the best
  std::size_t reading = 0;
  Range range;
  Cut cut;
};

class BodySnippets {
 public:
  BodySnippets(const Article& article, std::span<const Leaf> leaves, Analyzer& analyzer,
               const SnippetOptions& options)
      : article_(article),
        leaves_(leaves),
        passages_(std::max<std::size_t>(options.passages, 1)),
        width_(std::max(options.width, least_width)),
        body_(read_body(article, leaves, analyzer)) {}

  std::vector<Snippet> best() {
    std::vector<Stretch> stretches = joined_in_order();
    share_width(stretches);
    add_context(stretches);
    return shown(stretches);
  }

  // As many opening sentences as fit.
  std::vector<Snippet> opening() {
    std::vector<Stretch> stretches;
    std::size_t left = width_;
    for (std::size_t i = 0; i < std::min(body_.openings, passages_); ++i) {
      const Reading& reading = body_.readings[i];
      const std::vector<Range>& sentences = reading.sentences;
      Stretch stretch{i, i, sentences.front(), cut_to_fit(reading, sentences.front(), left)};
      left -= std::min(left, columns(reading, stretch.cut));
      extend(stretch, sentences, left);
      stretches.push_back(stretch);
      if (left < width_ / 2) break;  // a dateline or a heading alone says nothing
    }
    std::vector<Snippet> snippets = shown(stretches);
    if (!body_.whole && !leaves_.empty() && !snippets.empty()) {
      snippets.front().note = (article_.title.empty() ? "An article" : "“" + article_.title + "”") +
                              " is too long to look through whole; its opening words are shown.";
    }
    return snippets;
  }

 private:
  // In the order of the article, neighbours made one.
  std::vector<Stretch> joined_in_order() {
    std::vector<Stretch> stretches;
    for (const Passage& passage : best_sentences(body_, leaves_, passages_)) {
      stretches.push_back({stretches.size(), passage.reading, passage.range, {}});
    }
    std::ranges::sort(stretches, {},
                      [](const Stretch& s) { return std::pair(s.reading, s.range); });
    std::vector<Stretch> joined;
    for (const Stretch& stretch : stretches) {
      if (!joined.empty() && joined.back().reading == stretch.reading &&
          joined.back().range.end >= stretch.range.begin) {
        joined.back().range.end = stretch.range.end;
        joined.back().rank = std::min(joined.back().rank, stretch.rank);
      } else {
        joined.push_back(stretch);
      }
    }
    return joined;
  }

  // Short ones take what they need, long ones an equal share of the rest; the best one is whole if
  // that leaves the others enough.
  void share_width(std::vector<Stretch>& stretches) {
    std::vector<Stretch*> waiting;
    for (Stretch& stretch : stretches) {
      stretch.cut = uncut(body_.readings[stretch.reading], stretch.range);
      waiting.push_back(&stretch);
    }
    std::ranges::sort(waiting, {}, [&](const Stretch* s) { return width_of(*s); });
    std::size_t left = width_;
    const auto best = std::ranges::min_element(waiting, {}, &Stretch::rank);
    if (best != waiting.end()) {
      std::size_t others = 0;
      for (const Stretch* other : waiting) {
        if (other != *best) others += std::min(width_of(*other), enough_columns);
      }
      if (width_of(**best) + others <= left) {
        left -= width_of(**best);
        waiting.erase(best);
      }
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      Stretch& stretch = *waiting[i];
      const std::size_t share = left / (waiting.size() - i);
      stretch.cut = cut_to_fit(body_.readings[stretch.reading], stretch.range, share);
      left -= std::min(left, width_of(stretch));
    }
    left_ = left;
  }

  // Whole sentences around the passages while they fit, around the best one first.
  void add_context(std::vector<Stretch>& stretches) {
    std::vector<Stretch*> by_rank;
    for (Stretch& stretch : stretches) by_rank.push_back(&stretch);
    std::ranges::sort(by_rank, {}, &Stretch::rank);
    for (Stretch* stretch : by_rank) {
      std::vector<Range> free = body_.readings[stretch->reading].sentences;
      for (const Stretch& other : stretches) {
        if (&other == stretch || other.reading != stretch->reading) continue;
        // What lies behind another passage is out of reach.
        std::erase_if(free, [&](Range sentence) {
          return other.range.begin > stretch->range.begin ? sentence.begin >= other.range.begin
                                                          : sentence.end <= other.range.end;
        });
      }
      extend(*stretch, free, left_);
    }
  }

  void extend(Stretch& stretch, const std::vector<Range>& sentences, std::size_t& left) {
    const Reading& reading = body_.readings[stretch.reading];
    const auto widen = [&](Range range) {
      const Cut wider = uncut(reading, range);
      const std::size_t more = columns(reading, wider) - width_of(stretch);
      if (more > left) return false;
      left -= more;
      stretch.range = range;
      stretch.cut = wider;
      return true;
    };
    if (stretch.cut.before || stretch.cut.after) return;
    for (const Range sentence : sentences) {
      if (sentence.begin != stretch.range.end) continue;
      if (!widen({stretch.range.begin, sentence.end})) break;
    }
    for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
      if (sentence->end != stretch.range.begin) continue;
      if (!widen({sentence->begin, stretch.range.end})) break;
    }
  }

  std::size_t width_of(const Stretch& stretch) const {
    return columns(body_.readings[stretch.reading], stretch.cut);
  }

  std::vector<Snippet> shown(const std::vector<Stretch>& stretches) const {
    std::vector<Snippet> snippets;
    for (const Stretch& stretch : stretches) {
      const Reading& reading = body_.readings[stretch.reading];
      snippets.push_back(
          show(reading, stretch.cut, "body",
               marks_within(reading, stretch.cut, "body", article_.language, leaves_)));
    }
    return snippets;
  }

  const Article& article_;
  std::span<const Leaf> leaves_;
  std::size_t passages_;
  std::size_t width_;
  std::size_t left_ = 0;
  BodyReading body_;
};

// A line with its matches, cut to the width.
Snippet from_line(std::string_view text, std::string_view field, const Article& article,
                  std::span<const Leaf> leaves, Analyzer& analyzer, std::size_t width) {
  const Reading reading = read_field(line(text), field, article.language, leaves, analyzer);
  const Range all{0, static_cast<std::uint32_t>(reading.text.size())};
  const Cut cut = cut_to_fit(reading, all, width);
  return show(reading, cut, std::string(field),
              marks_within(reading, cut, field, article.language, leaves));
}

// The standfirst or captions where something in them matched.
std::vector<Snippet> from_lines(const Article& article, std::span<const Leaf> leaves,
                                Analyzer& analyzer, const SnippetOptions& options) {
  std::size_t left = std::max(options.width, least_width);
  Snippet standfirst = from_line(article.subtitle, "subtitle", article, leaves, analyzer, left);
  if (!standfirst.marks.empty()) return {standfirst};
  std::vector<Snippet> snippets;
  for (std::size_t i = 0; i < std::min(article.captions.size(), most_captions); ++i) {
    if (snippets.size() == std::max<std::size_t>(options.passages, 1) || left < least_width) break;
    Snippet caption = from_line(article.captions[i], "caption", article, leaves, analyzer, left);
    if (caption.marks.empty()) continue;
    caption.paragraph = i;
    left -= std::min(left, display_width(caption.text));
    snippets.push_back(std::move(caption));
  }
  return snippets;
}

}  // namespace

std::vector<Range> find_marks(std::string_view text, std::string_view field,
                              const std::string& language, std::span<const Leaf> leaves,
                              Analyzer& analyzer) {
  return merge_marks(find_matches(analyzer.analyze(text, language), field, language, leaves));
}

Snippet mark_title(const Article& article, std::span<const Leaf> leaves, Analyzer& analyzer) {
  return from_line(article.title, "title", article, leaves, analyzer, title_width);
}

std::vector<Snippet> make_snippets(const Article& article, std::span<const Leaf> leaves,
                                   Analyzer& analyzer, const SnippetOptions& options) {
  BodySnippets body(article, leaves, analyzer, options);
  std::vector<Snippet> snippets = body.best();
  if (snippets.empty()) snippets = from_lines(article, leaves, analyzer, options);
  if (snippets.empty()) snippets = body.opening();
  if (!snippets.empty()) return snippets;
  const std::string_view field = article.subtitle.empty() ? "caption" : "subtitle";
  if (article.subtitle.empty() && article.captions.empty()) return {};
  const std::string& text = article.subtitle.empty() ? article.captions.front() : article.subtitle;
  return {from_line(text, field, article, leaves, analyzer, std::max(options.width, least_width))};
}

}  // namespace backfile
