// Lays out rows of sentences, sentences from here and there, and sentences cut one by one.
#include "query/snippet_body.h"

#include <algorithm>
#include <utility>

#include "query/passage.h"
#include "query/snippet_show.h"

namespace backfile {
namespace {

constexpr std::size_t enough_columns = 100;  // of a passage that is not the best

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, is_space);
}

}  // namespace

BodyPassages::BodyPassages(const Article& article, std::span<const Leaf> leaves, Analyzer& analyzer)
    : article_(article),
      leaves_(leaves),
      body_(read_body(article, leaves, analyzer)),
      scorer_(body_, leaves) {
}

// Sentences in a row say more than sentences from here and there, if the row need not be cut so
// far that it loses what it was chosen for.
std::vector<Snippet> BodyPassages::best(const SnippetOptions& options) {
  Layout best;
  std::size_t best_left = 0;
  double best_worth = -1;
  for (const std::size_t row : {options.width, options.width * 2 / 3, std::size_t{0}}) {
    Layout layout = laid_out(options.passages, row);
    const std::size_t left = share_width(layout, options.width);
    const double worth = scorer_.worth(matches_in(layout));
    if (worth > best_worth) best = std::move(layout), best_left = left, best_worth = worth;
  }
  add_context(best, best_left);
  labels_.clear();
  for (const Stretch& stretch : best) {
    labels_.merge(labels_of(body_.readings[stretch.reading], matches_in({stretch}), leaves_));
  }
  return shown(best);
}

std::vector<Snippet> BodyPassages::opening(const SnippetOptions& options) const {
  Layout layout;
  std::size_t left = options.width;
  for (std::size_t i = 0; i < std::min(body_.openings, options.passages); ++i) {
    const Reading& reading = body_.readings[i];
    const std::vector<Range>& sentences = reading.sentences;
    Stretch stretch{i, i, sentences.front(), cut_to_fit(reading, sentences.front(), left)};
    left -= std::min(left, width_of(stretch));
    extend(stretch, sentences, left);
    layout.push_back(stretch);
    if (left < options.width / 2) break;  // a dateline or a heading alone says nothing
  }
  std::vector<Snippet> snippets = shown(layout);
  if (!body_.whole && !leaves_.empty() && !snippets.empty()) {
    snippets.front().note = (article_.title.empty() ? "An article" : "“" + article_.title + "”") +
                            " is too long to look through whole; its opening words are shown.";
  }
  return snippets;
}

// In the order of the article, neighbours made one.
BodyPassages::Layout BodyPassages::laid_out(std::size_t passages, std::size_t row) const {
  Layout layout;
  for (const Passage& passage : best_sentences(body_, scorer_, passages, row)) {
    layout.push_back({layout.size(), passage.reading, passage.range, {}});
  }
  std::ranges::sort(layout, {}, [](const Stretch& s) { return std::pair(s.reading, s.range); });
  Layout joined;
  for (const Stretch& stretch : layout) {
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
// that leaves the others enough. Returns what is left.
std::size_t BodyPassages::share_width(Layout& layout, std::size_t width) const {
  std::vector<Stretch*> waiting;
  for (Stretch& stretch : layout) {
    stretch.cut = uncut(body_.readings[stretch.reading], stretch.range);
    waiting.push_back(&stretch);
  }
  std::ranges::sort(waiting, {}, [&](const Stretch* s) { return width_of(*s); });
  std::size_t left = width;
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
  return left;
}

// Whole sentences around the passages while they fit, around the best one first; then those that
// came to touch made one.
void BodyPassages::add_context(Layout& layout, std::size_t left) const {
  std::vector<Stretch*> by_rank;
  for (Stretch& stretch : layout) by_rank.push_back(&stretch);
  std::ranges::sort(by_rank, {}, &Stretch::rank);
  for (Stretch* stretch : by_rank) {
    std::vector<Range> free = body_.readings[stretch->reading].sentences;
    for (const Stretch& other : layout) {
      if (&other == stretch || other.reading != stretch->reading) continue;
      // What lies behind another passage is out of reach.
      std::erase_if(free, [&](Range sentence) {
        return other.range.begin > stretch->range.begin ? sentence.begin >= other.range.begin
                                                        : sentence.end <= other.range.end;
      });
    }
    extend(*stretch, free, left);
  }
  for (std::size_t i = 1; i < layout.size();) {
    Stretch &one = layout[i - 1], &next = layout[i];
    const bool touch = one.reading == next.reading && one.range.end == next.range.begin &&
                       !one.cut.after && !next.cut.before;
    if (!touch) {
      ++i;
      continue;
    }
    one.range.end = next.range.end;
    one.cut = {{one.cut.range.begin, next.cut.range.end}, one.cut.before, next.cut.after};
    layout.erase(layout.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void BodyPassages::extend(Stretch& stretch, const std::vector<Range>& sentences,
                          std::size_t& left) const {
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

// What of the question is to be seen in them.
std::vector<const LeafMatch*> BodyPassages::matches_in(const Layout& layout) const {
  std::vector<const LeafMatch*> matches;
  for (const Stretch& stretch : layout) {
    const Range shown = stretch.cut.range;
    for (const LeafMatch& match : body_.readings[stretch.reading].matches) {
      const bool inside = match.extent.begin >= shown.begin && match.extent.end <= shown.end;
      if (inside) matches.push_back(&match);
    }
  }
  return matches;
}

std::size_t BodyPassages::width_of(const Stretch& stretch) const {
  return columns(body_.readings[stretch.reading], stretch.cut);
}

// Whether it ends where its paragraph does.
bool BodyPassages::is_whole_end(const Stretch& stretch) const {
  const Reading& reading = body_.readings[stretch.reading];
  const std::string_view paragraph = article_.body[reading.paragraph];
  return !stretch.cut.after && is_blank(paragraph.substr(reading.offset + stretch.cut.range.end));
}

std::vector<Snippet> BodyPassages::shown(const Layout& layout) const {
  std::vector<Snippet> snippets;
  const Stretch* before = nullptr;
  for (const Stretch& stretch : layout) {
    const Reading& reading = body_.readings[stretch.reading];
    snippets.push_back(
        show(reading, stretch.cut, "body",
             marks_within(reading, stretch.cut, "body", article_.language, leaves_)));
    snippets.back().follows = before != nullptr && is_whole_end(*before) &&
                              body_.readings[before->reading].paragraph + 1 == reading.paragraph &&
                              !stretch.cut.before && reading.offset == 0 &&
                              is_blank(reading.text.substr(0, stretch.cut.range.begin));
    before = &stretch;
  }
  return snippets;
}

std::set<std::string> labels_of(const Reading& reading, std::span<const LeafMatch* const> matches,
                                std::span<const Leaf> leaves) {
  std::set<std::string> labels;
  for (const LeafMatch* match : matches) {
    const Token& token = reading.tokens[match->token];
    if (token.stop_word && match->mark == token.range) continue;
    labels.insert(leaves[match->leaf].label);
  }
  return labels;
}

}  // namespace backfile
