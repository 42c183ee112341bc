// Cuts long paragraphs behind a sentence or between words, and moves a cut that would go through a
// match. The parts of a long body are chosen by the words seen in them: the fewer other parts have
// a word, the more it counts.
#include "query/snippet/text/parts.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/matching/match_finder.h"
#include "query/snippet/text/look.h"

namespace backfile {
namespace {

// How far a cut is checked on either side: enough for words of this length.
constexpr std::size_t bytes_of_word = 32;
constexpr std::size_t least_around = 512;
constexpr std::size_t most_around = longest_part / 8;
// A cut inside a word makes the words beside it look like pieces of it, and a Han character is only
// recognized together with the next, so such cuts stay this many bytes away from matches.
constexpr std::uint32_t beside_word = 16;

struct PartEnd {
  std::size_t offset = 0;
  Edge edge = Edge::sentence;
};

// Behind the last of these in the text; 0 if there is none.
std::size_t behind_last(std::string_view text, std::initializer_list<std::string_view> ends) {
  std::size_t best = 0;
  for (const std::string_view end : ends) {
    const std::size_t at = text.rfind(end);
    if (at != std::string_view::npos) best = std::max(best, at + end.size());
  }
  return best;
}

// Where to end a part of an overlong paragraph: behind a sentence, else between words.
PartEnd part_end(std::string_view text) {
  constexpr std::size_t earliest = longest_part - longest_part / 8;
  const std::string_view window = text.substr(earliest, longest_part - earliest);
  if (const auto end = behind_last(window, {". ", "! ", "? ", ".\n", "。", "！", "？"})) {
    return {earliest + end, Edge::sentence};
  }
  if (const auto end = behind_last(window, {" ", "\n", "\t"})) {
    return {earliest + end, Edge::space};
  }
  if (const auto end = behind_last(window, {"，", "、", "；"})) {
    return {earliest + end, Edge::sentence};
  }
  const std::size_t end = code_point_floor(text, longest_part);
  const std::size_t whole = grapheme_floor(text.substr(0, end), end - 4);
  return {whole >= earliest ? whole : end, Edge::word};
}

// How many positions the widest pattern takes; 1 if all are single words.
std::size_t reach_of(std::span<const MatchPattern> patterns) {
  std::size_t reach = 1;
  for (const MatchPattern& pattern : patterns) {
    if (pattern.words.size() < 2) continue;
    std::size_t positions = pattern.slack;
    for (const WordPattern& word : pattern.words) positions += word.pieces;
    reach = std::max(reach, positions);
  }
  return reach;
}

// The extents of matches; those that overlap are merged.
std::vector<Range> merge_extents(std::span<const PatternMatch> matches, std::uint32_t margin) {
  std::vector<Range> extents;
  for (const PatternMatch& match : matches) {
    const Range extent = match.extent;
    extents.push_back({extent.begin - std::min(extent.begin, margin), extent.end + margin});
  }
  std::ranges::sort(extents);
  std::vector<Range> merged;
  for (const Range extent : extents) {
    if (!merged.empty() && extent.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, extent.end);
    } else {
      merged.push_back(extent);
    }
  }
  return merged;
}

// Whether the cut goes through one of the extents, which must be in order and must not overlap.
bool goes_through_one(std::uint32_t cut, std::span<const Range> extents) {
  const auto next = std::ranges::lower_bound(extents, cut, {}, &Range::begin);
  return next != extents.begin() && std::prev(next)->end > cut;
}

// The last of the ranges, up to `cut`, before which the text can be cut.
std::optional<std::uint32_t> last_free(std::span<const Range> ranges, std::uint32_t cut,
                                       std::span<const Range> extents) {
  std::optional<std::uint32_t> best;
  for (const Range range : ranges) {
    if (range.begin > cut) break;
    if (range.begin > 0 && !goes_through_one(range.begin, extents)) best = range.begin;
  }
  return best;
}

class Parting {
 public:
  Parting(const Article& article, std::span<const MatchPattern> patterns, Analyzer& analyzer)
      : article_(article), patterns_(patterns), analyzer_(analyzer), reach_(reach_of(patterns)) {}

  std::vector<BodyPart> parts() {
    std::vector<BodyPart> parts;
    for (std::size_t i = 0; i < article_.body.size(); ++i) {
      const std::string_view text = article_.body[i];
      Edge begin = Edge::sentence;
      for (std::size_t offset = 0; offset < text.size();) {
        const PartEnd end = end_of_part(text.substr(offset));
        parts.push_back({i, static_cast<std::uint32_t>(offset), text.substr(offset, end.offset),
                         begin, end.edge});
        offset += end.offset;
        begin = end.edge;
      }
    }
    return parts;
  }

  // Chooses the parts of a long body to read: the beginning, and the most promising of the others.
  // The quick look covers all of them, so that its result for one does not depend on the bounds.
  void choose(std::vector<BodyPart>& parts, const Bounds& bounds) {
    look_at(parts);
    std::vector<std::pair<double, BodyPart*>> promising;
    std::size_t read = 0, passed = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      passed += parts[i].text.size();
      parts[i].chosen = passed <= bounds.beginning;
      if (parts[i].chosen) {
        read += parts[i].text.size();
      } else if (const double promise = promise_of(i); promise > 0) {
        promising.emplace_back(promise, &parts[i]);
      }
    }
    std::ranges::stable_sort(promising, std::greater{}, &std::pair<double, BodyPart*>::first);
    for (const auto& [promise, part] : promising) {
      if (read + part->text.size() > bounds.most) break;
      read += part->text.size();
      part->chosen = true;
    }
  }

 private:
  void look_at(std::vector<BodyPart>& parts) {
    std::size_t passed = 0;
    for (BodyPart& part : parts) {
      const bool is_looked_at = passed < most_looked_at;
      passed += part.text.size();
      const std::size_t count = is_looked_at ? look().count(part.text) : 0;
      part.promising = count > 0 || !is_looked_at;
      seen_.push_back(count > 0 ? look().seen() : std::vector<bool>());
      having_.resize(std::max(having_.size(), seen_.back().size()));
      for (std::size_t word = 0; word < seen_.back().size(); ++word) {
        having_[word] += seen_.back()[word] ? 1 : 0;
      }
    }
  }

  // A word that only few parts have promises more than one that is everywhere.
  double promise_of(std::size_t part) const {
    double promise = 0;
    for (std::size_t word = 0; word < seen_[part].size(); ++word) {
      if (seen_[part][word]) promise += 1 / static_cast<double>(having_[word]);
    }
    return promise;
  }

  QuickLook& look() {
    if (!look_) look_.emplace(patterns_, article_.language, analyzer_);
    return *look_;
  }

  PartEnd end_of_part(std::string_view text) {
    if (text.size() <= longest_part) return {text.size()};
    const PartEnd end = part_end(text);
    return patterns_.empty() ? end : moved_away(text, end);
  }

  // A match that reaches across the end of a part would be found in neither part, so the end is
  // moved before it, unless matches are so dense that there is no room between them.
  PartEnd moved_away(std::string_view text, PartEnd end) {
    if (reach_ == 1 && end.edge != Edge::word) return end;
    const std::size_t around = std::clamp(reach_ * bytes_of_word, least_around, most_around);
    const std::size_t begin = code_point_floor(text, end.offset - around);
    const std::string_view both =
        text.substr(begin, code_point_floor(text, end.offset + around) - begin);
    const auto cut = static_cast<std::uint32_t>(end.offset - begin);
    const bool may_match = end.edge == Edge::word || (look().count(both.substr(0, cut)) > 0 &&
                                                      look().count(both.substr(cut)) > 0);
    if (!may_match) return end;

    std::vector<Range> sentences, words;
    const std::vector<Token> tokens = analyzer_.analyze(both, article_.language, sentences);
    const std::vector<Range> extents =
        merge_extents(find_matches(tokens, "body", article_.language, patterns_),
                      end.edge == Edge::word ? beside_word : 0);
    if (!goes_through_one(cut, extents)) return end;
    if (const auto free = last_free(sentences, cut, extents)) {
      return {begin + *free, Edge::sentence};
    }
    for (const Token& token : tokens) words.push_back(token.range);
    if (const auto free = last_free(words, cut, extents)) {
      return {begin + *free, is_ascii_space(both[*free - 1]) ? Edge::space : Edge::word};
    }
    return end;
  }

  const Article& article_;
  std::span<const MatchPattern> patterns_;
  Analyzer& analyzer_;
  std::size_t reach_;
  std::vector<std::vector<bool>> seen_;  // part -> words that seem to stand in it
  std::vector<std::size_t> having_;      // word -> parts
  std::optional<QuickLook> look_;
};

}  // namespace

BodyParts parts_of_body(const Article& article, std::span<const MatchPattern> patterns,
                        Analyzer& analyzer, const Bounds& bounds) {
  Parting parting(article, patterns, analyzer);
  BodyParts parts{parting.parts()};
  std::size_t size = 0;
  for (const BodyPart& part : parts.all) size += part.text.size();
  parts.whole = size <= bounds.whole;
  if (!parts.whole) parting.choose(parts.all, bounds);
  return parts;
}

std::vector<Token> tokens_of(const BodyPart& part, const std::string& language, Analyzer& analyzer,
                             std::vector<Range>& sentences) {
  std::vector<Token> tokens = analyzer.analyze(part.text, language, sentences);
  std::erase_if(tokens, [&](const Token& token) {
    return (part.begin == Edge::word && token.range.begin == 0) ||
           (part.end == Edge::word && token.range.end == part.text.size());
  });
  return tokens;
}

}  // namespace backfile
