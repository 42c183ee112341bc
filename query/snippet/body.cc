// Tries several layouts, weighs what each shows against what it cuts, and fills the room that is
// left with context.
#include "query/snippet/body.h"

#include <algorithm>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/snippet/cut_candidates.h"
#include "query/snippet/passage.h"
#include "query/snippet/render_snippet.h"

namespace backfile {
namespace {

constexpr std::size_t enough_columns = 100;  // of a passage that is not the best
constexpr std::size_t fewest_columns = 60;   // of a cut that still reads like a passage
constexpr std::size_t most_context = 20;     // sentences

// The weights of a layout were set by judgement; each further word of the query counts 1 to 2.
constexpr double another_passage = 0.1;
constexpr double cost_of_a_cut = 0.15;
constexpr double cost_of_a_crumb = 0.3;

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, is_ascii_space);
}

}  // namespace

BodyPassages::BodyPassages(const MatchedArticle& article)
    : article_(article.article()),
      patterns_(article.patterns()),
      body_(article.body()),
      scorer_(body_, patterns_) {
}

// Tries few passages and many, of adjacent sentences and of single ones, and takes the layout that
// shows most of the query with the fewest cuts.
std::vector<Snippet> BodyPassages::best(const SnippetOptions& options) {
  Layout best;
  std::vector<Layout> tried;
  std::size_t best_left = 0;
  double best_value = -1;
  for (const std::size_t row : {options.width, options.width * 2 / 3, std::size_t{0}}) {
    const PassageChooser chooser(body_, scorer_, row);
    for (std::size_t passages = 1; passages <= options.passages; ++passages) {
      Layout layout = laid_out(chooser.best(passages));
      if (layout.empty()) return {};
      if (std::ranges::find(tried, layout) != tried.end()) continue;
      tried.push_back(layout);
      const std::size_t left = share_width(layout, options.width);
      const double value = value_of(layout);
      if (value > best_value) best = std::move(layout), best_left = left, best_value = value;
    }
  }
  add_context(best, best_left);
  labels_.clear();
  for (const Stretch& stretch : best) {
    labels_.merge(labels_of(body_.texts[stretch.text_index], matches_in({stretch}), patterns_));
  }
  return shown(best);
}

double BodyPassages::value_of(const Layout& layout) const {
  double value =
      scorer_.worth(matches_in(layout)) + another_passage * static_cast<double>(layout.size() - 1);
  for (const Stretch& stretch : layout) {
    const std::size_t columns = width_of(stretch);
    const int cuts = (stretch.cut.before ? 1 : 0) + (stretch.cut.after ? 1 : 0);
    value -= cost_of_a_cut * cuts;
    if (cuts > 0 && columns < fewest_columns) {
      value -= cost_of_a_crumb * (1 - static_cast<double>(columns) / fewest_columns);
    }
  }
  return value;
}

std::vector<Snippet> BodyPassages::opening(const SnippetOptions& options) const {
  Layout layout;
  std::size_t left = options.width;
  for (std::size_t i = 0; i < std::min(body_.openings, options.passages); ++i) {
    const MatchedText& matched = body_.texts[i];
    const std::vector<Range>& sentences = matched.sentences;
    Stretch stretch{i, i, sentences.front(), {}};
    fit(stretch, left, {});
    left -= std::min(left, width_of(stretch));
    extend(stretch, sentences, left);
    layout.push_back(stretch);
    if (left < options.width / 2) break;  // a dateline or a heading alone says nothing
  }
  return shown(layout);
}

// The passages in the order of the article, with adjacent ones merged.
BodyPassages::Layout BodyPassages::laid_out(const std::vector<Passage>& passages) const {
  Layout layout;
  for (const Passage& passage : passages) {
    layout.push_back({layout.size(), passage.text_index, passage.range, {}});
  }
  std::ranges::sort(layout, {}, [](const Stretch& s) { return std::pair(s.text_index, s.range); });
  Layout joined;
  for (const Stretch& stretch : layout) {
    if (!joined.empty() && joined.back().text_index == stretch.text_index &&
        joined.back().range.end >= stretch.range.begin) {
      joined.back().range.end = stretch.range.end;
      joined.back().rank = std::min(joined.back().rank, stretch.rank);
    } else {
      joined.push_back(stretch);
    }
  }
  return joined;
}

// Short passages take what they need, and long ones share the rest equally; the best one is shown
// whole if that leaves enough for the others. Some width is kept back for sentences that would
// otherwise be cut just before their end. Returns the width that is left.
std::size_t BodyPassages::share_width(Layout& layout, std::size_t width) const {
  std::vector<Stretch*> waiting;
  for (Stretch& stretch : layout) {
    stretch.cut = uncut(body_.texts[stretch.text_index], stretch.range);
    waiting.push_back(&stretch);
  }
  std::ranges::sort(waiting, {}, [&](const Stretch* s) { return width_of(*s); });
  width -= layout.size() - 1;  // a space where two turn out to be adjacent
  std::size_t kept = width / 12, left = width - kept;
  const auto best = std::ranges::min_element(waiting, {}, &Stretch::rank);
  std::size_t others = 0;
  for (const Stretch* other : waiting) {
    if (other != *best) others += std::min(width_of(*other), enough_columns);
  }
  if (width_of(**best) + others <= left) {
    left -= width_of(**best);
    waiting.erase(best);
  }
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const bool is_last = i + 1 == waiting.size();
    const std::size_t share = left / (waiting.size() - i);
    if (width_of(*waiting[i]) > share + kept)
      fit(*waiting[i], share + (is_last ? kept : 0), shown_before(layout, *waiting[i]));
    const std::size_t columns = width_of(*waiting[i]);
    kept -= std::min(kept, columns > share ? columns - share : 0);
    left -= std::min(left, columns);
  }
  return left + kept;
}

// Cuts the stretch to the width. Whole sentences that the cut leaves out leave its range, too.
void BodyPassages::fit(Stretch& stretch, std::size_t width,
                       const std::set<std::uint32_t>& shown_patterns) const {
  const MatchedText& matched = body_.texts[stretch.text_index];
  stretch.cut = cut_to_fit(matched, stretch.range, width, shown_patterns);
  const Range whole = sentences_around(matched, stretch.cut.range);
  if (!stretch.cut.after) stretch.range.end = std::min(stretch.range.end, whole.end);
  if (!stretch.cut.before) stretch.range.begin = std::max(stretch.range.begin, whole.begin);
}

// Adds whole sentences around the passages while they fit, beginning with the best passage; then
// merges the passages that have become adjacent.
void BodyPassages::add_context(Layout& layout, std::size_t left) const {
  std::vector<Stretch*> by_rank;
  for (Stretch& stretch : layout) by_rank.push_back(&stretch);
  std::ranges::sort(by_rank, {}, &Stretch::rank);
  for (Stretch* stretch : by_rank) {
    regrow(*stretch, layout, left);
    std::vector<Range> free = body_.texts[stretch->text_index].sentences;
    for (const Stretch& other : layout) {
      if (&other == stretch || other.text_index != stretch->text_index) continue;
      // Sentences beyond another passage cannot be added to this one.
      std::erase_if(free, [&](Range sentence) {
        return other.range.begin > stretch->range.begin ? sentence.begin >= other.range.begin
                                                        : sentence.end <= other.range.end;
      });
    }
    extend(*stretch, free, left);
  }
  for (std::size_t i = 1; i < layout.size();) {
    Stretch &one = layout[i - 1], &next = layout[i];
    const bool touch = one.text_index == next.text_index && one.range.end == next.range.begin &&
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

// Gives a stretch that was cut more than necessary as much of its sentences back as fits.
void BodyPassages::regrow(Stretch& stretch, const Layout& layout, std::size_t& left) const {
  if (!stretch.cut.before && !stretch.cut.after) return;
  Stretch grown = stretch;
  grown.range = sentences_around(body_.texts[stretch.text_index], stretch.cut.range);
  fit(grown, width_of(stretch) + left, {});
  if (!contains(grown.cut.range, stretch.cut.range) || width_of(grown) < width_of(stretch)) return;
  for (const Stretch& other : layout) {
    const bool apart = &other == &stretch || other.text_index != stretch.text_index;
    const bool meets = other.range.begin < grown.range.end && grown.range.begin < other.range.end;
    if (!apart && meets) return;
  }
  left -= std::min(left, width_of(grown) - width_of(stretch));
  stretch = grown;
}

void BodyPassages::extend(Stretch& stretch, const std::vector<Range>& sentences,
                          std::size_t& left) const {
  const MatchedText& matched = body_.texts[stretch.text_index];
  std::size_t taken = 0;
  const auto widen = [&](Range range, Cut wider) {
    wider.range = without_spaces(matched, wider.range);
    const std::size_t wide = columns(matched, wider), narrow = width_of(stretch);
    const std::size_t more = wide - std::min(wide, narrow);
    if (more > left || ++taken > most_context) return false;
    left -= more;
    stretch.range = range;
    stretch.cut = wider;
    return true;
  };
  for (const Range sentence : sentences) {
    if (stretch.cut.after || sentence.begin < stretch.range.end) continue;
    if (sentence.begin > stretch.range.end) break;
    const Cut whole = uncut(matched, sentence);
    const Cut wider{{stretch.cut.range.begin, std::max(stretch.cut.range.end, whole.range.end)},
                    stretch.cut.before,
                    whole.after};
    if (!widen({stretch.range.begin, sentence.end}, wider)) break;
  }
  for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
    if (stretch.cut.before || sentence->end > stretch.range.begin) continue;
    if (sentence->end < stretch.range.begin) break;
    const Cut whole = uncut(matched, *sentence);
    const Cut wider{{std::min(whole.range.begin, stretch.cut.range.begin), stretch.cut.range.end},
                    whole.before,
                    stretch.cut.after};
    if (!widen({sentence->begin, stretch.range.end}, wider)) break;
  }
}

// The indices of the patterns that better passages show.
std::set<std::uint32_t> BodyPassages::shown_before(const Layout& layout,
                                                   const Stretch& stretch) const {
  std::set<std::uint32_t> patterns;
  for (const Stretch& other : layout) {
    if (other.rank >= stretch.rank) continue;
    for (const TextMatch* match : matches_in({other})) patterns.insert(match->pattern);
  }
  return patterns;
}

// The matches that the layout shows.
std::vector<const TextMatch*> BodyPassages::matches_in(const Layout& layout) const {
  std::vector<const TextMatch*> matches;
  for (const Stretch& stretch : layout) {
    for (const TextMatch& match : body_.texts[stretch.text_index].matches) {
      if (contains(stretch.cut.range, match.extent)) matches.push_back(&match);
    }
  }
  return matches;
}

std::size_t BodyPassages::width_of(const Stretch& stretch) const {
  return columns(body_.texts[stretch.text_index], stretch.cut);
}

// Whether it ends where its paragraph does.
bool BodyPassages::is_whole_end(const Stretch& stretch) const {
  const MatchedText& matched = body_.texts[stretch.text_index];
  const std::string_view paragraph = article_.body[matched.paragraph];
  return !stretch.cut.after && is_blank(paragraph.substr(matched.offset + stretch.cut.range.end));
}

std::vector<Snippet> BodyPassages::shown(const Layout& layout) const {
  std::vector<Snippet> snippets;
  const Stretch* before = nullptr;
  for (const Stretch& stretch : layout) {
    const MatchedText& matched = body_.texts[stretch.text_index];
    snippets.push_back(show(matched, stretch.cut, "body", marks_within(matched, stretch.cut)));
    snippets.back().follows = before != nullptr && is_whole_end(*before) &&
                              body_.texts[before->text_index].paragraph + 1 == matched.paragraph &&
                              !stretch.cut.before && matched.offset == 0 &&
                              is_blank(matched.text.substr(0, stretch.cut.range.begin));
    before = &stretch;
  }
  return snippets;
}

std::set<std::string> labels_of(const MatchedText& matched,
                                std::span<const TextMatch* const> matches,
                                std::span<const MatchPattern> patterns) {
  std::set<std::string> labels;
  for (const TextMatch* match : matches) {
    const TextWord& word = matched.words[match->word];
    if (word.stop_word && match->mark == word.range) continue;
    labels.insert(patterns[match->pattern].label);
  }
  return labels;
}

}  // namespace backfile
