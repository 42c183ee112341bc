// Words first, by one scan of the record; then the patterns that they make.
#include "query/matching/records/record_patterns.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>
#include <variant>

#include "indexer/forward/separators.h"

namespace backfile {

RecordPatterns::RecordPatterns(const ForwardIndex& index, std::span<const MatchPattern> patterns,
                               Analyzer& analyzer)
    : asked_(patterns.begin(), patterns.end()),
      analyzer_(analyzer),
      forms_(index.lexicon()),
      article_(index) {
  for (const MatchPattern& pattern : patterns) {
    const Unit unit = unit_of(pattern);
    patterns_.emplace_back(unit);
    const auto* leaf = std::get_if<Leaf>(&unit.below.front().is);
    single_words_.push_back(leaf ? std::optional(leaf->set) : std::nullopt);
  }
  for (std::size_t first = 0; first < words_.size(); first += WordSets::most) {
    std::vector<std::span<const FormId>> sets;
    const std::size_t end = std::min(first + WordSets::most, words_.size());
    for (std::size_t word = first; word < end; ++word) sets.emplace_back(words_[word].forms);
    sets_.emplace_back(sets);
  }
  places_.resize(words_.size());
  found_.resize(patterns_.size());
}

Unit RecordPatterns::unit_of(const MatchPattern& pattern) {
  std::vector<Unit> leaves;
  for (RecordWord& word : record_words(pattern, forms_)) leaves.push_back(leaf_of(std::move(word)));
  Unit all = {ExactPhrase{}, {}};
  if (leaves.size() == 1) {
    all = std::move(leaves.front());
  } else {
    all.below = std::move(leaves);
  }
  return {Inside{static_cast<std::size_t>(region_called(pattern.field))}, {std::move(all)}};
}

Unit RecordPatterns::leaf_of(RecordWord word) {
  const WordPattern& pattern = word.pattern;
  if (!pattern.prefers_capitals || pattern.capitals_only) {
    return {Leaf{number_of(std::move(word))}};
  }
  RecordWord acronym = word;
  acronym.pattern.prefers_capitals = false;
  acronym.pattern.capitals_only = true;
  acronym.forms = forms_.satisfying(acronym.pattern);
  const std::size_t number = number_of(std::move(word));
  acronyms_.push_back({number, number_of(std::move(acronym))});
  return {Leaf{number}};
}

std::size_t RecordPatterns::number_of(RecordWord word) {
  const auto same = std::ranges::find(words_, word);
  const auto number = static_cast<std::size_t>(same - words_.begin());
  if (same == words_.end()) words_.push_back(std::move(word));
  return number;
}

void RecordPatterns::read(std::uint32_t docid) {
  article_.read(docid);
  find_words();
  find_compounds();
  prefer_capitals();
  find_single_words();
  if (!article_.compounds().empty()) {
    for (Intervals& places : places_) places = minimal(std::move(places));
  }
  const Places places = {places_, article_.fields(), article_.paragraphs(), {}, article_.regions()};
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (!single_words_[i]) found_[i] = patterns_[i].find(places);
  }
}

void RecordPatterns::find_single_words() {
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (!single_words_[i]) continue;
    const RecordRegion region = region_called(asked_[i].field);
    found_[i].clear();
    for (const Interval& place : places_[*single_words_[i]]) {
      if (article_.is_in(region, place.first)) found_[i].push_back(place);
    }
  }
}

void RecordPatterns::find_words() {
  for (Intervals& places : places_) places.clear();
  std::size_t first = 0;
  for (const WordSets& sets : sets_) {
    sets.for_each_hit(article_.index(), article_.record(),
                      [&](std::uint32_t position, std::uint64_t found) {
                        for (; found != 0; found &= found - 1) {
                          const auto word = static_cast<std::size_t>(std::countr_zero(found));
                          places_[first + word].push_back({position, position});
                        }
                      });
    first += WordSets::most;
  }
  if (std::ranges::any_of(words_, &RecordWord::touches_next)) keep_runs();
}

// Characters that must touch the next one, but do not, are none of the run that was typed.
void RecordPatterns::keep_runs() {
  const std::vector<std::uint32_t> gaps = article_.gaps();
  for (std::size_t word = 0; word < words_.size(); ++word) {
    if (!words_[word].touches_next) continue;
    std::erase_if(places_[word], [&](const Interval& place) {
      return std::ranges::binary_search(gaps, place.first);
    });
  }
}

void RecordPatterns::find_compounds() {
  for (const Interval& compound : article_.compounds()) {
    for (const std::size_t word : satisfied_by(compound)) places_[word].push_back(compound);
  }
  if (article_.compounds().empty()) return;
  for (Intervals& places : places_) std::ranges::sort(places);
}

void RecordPatterns::prefer_capitals() {
  const auto says_something = [&](const Interval& place) {
    return !article_.is_shouted(place.first) && !article_.is_in(RecordRegion::bylines, place.first);
  };
  for (const auto& [word, in_capitals] : acronyms_) {
    if (std::ranges::any_of(places_[in_capitals], says_something)) {
      places_[word] = places_[in_capitals];
    }
  }
}

const RecordPatterns::Satisfied& RecordPatterns::satisfied_by(Interval compound) {
  const std::string language(article_.language());
  key_.assign(language);
  key_ += '\n';
  article_.append_written(compound, key_);
  const auto [entry, is_new] = compounds_.try_emplace(key_);
  if (!is_new) return entry->second;
  const std::string_view text = std::string_view(entry->first).substr(language.size() + 1);
  const std::size_t pieces = compound.last - compound.first + 1;
  for (const Token& token : analyzer_.analyze(text, language)) {
    if (token.kind != TokenKind::joined || token.pieces != pieces) continue;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      if (words_[word].may_be_compound && satisfies(token, language, words_[word].pattern)) {
        entry->second.push_back(word);
      }
    }
  }
  return entry->second;
}

}  // namespace backfile
