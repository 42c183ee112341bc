// A quick search by characters: where in a long text the words of a query may be.
//
// Decides which parts the analyzer reads. It misses no word that the analyzer would find (a match
// would stay unmarked without anybody knowing), but may report words that are not there. It
// searches the skeleton of a text (skeleton.h) for the stump of each wanted word, the characters
// that all its forms share, about as fast as memory is read. Each chunk with a stump is analyzed by
// itself, once. Used by parts.h. For one thread.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

class QuickLook {
 public:
  // `analyzer` must outlive this object.
  QuickLook(std::span<const MatchPattern> patterns, const std::string& language,
            Analyzer& analyzer);

  // How many of the wanted words seem to be in `text`, which must begin and end between words.
  std::size_t count(std::string_view text);
  // Which words the last count() saw, by index.
  const std::vector<bool>& seen() const { return seen_; }

 private:
  using Words = std::vector<std::size_t>;  // indices

  // All that is wanted with the same letters: as typed, in any form, or both.
  struct Word {
    std::u32string skeleton;
    std::vector<MatchPattern> ways;  // of one pattern each
  };
  // Characters that the skeleton of every text with the word contains; may be empty.
  struct Stump {
    std::u32string text;
    std::size_t word = 0;

    friend auto operator<=>(const Stump&, const Stump&) = default;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void want(WordPattern word_pattern);
  std::size_t word_of(const WordPattern& word_pattern);
  void search_for(std::u32string text, std::size_t word);

  void look_for_stumps(std::string_view text);
  void look_into_odd_chunks(std::string_view text);
  void for_stumps_at(std::u32string_view rest, auto found) const;
  Words candidates_in(std::u32string_view skeleton) const;
  const Words* words_in(std::string_view chunk, auto candidates);
  void see(std::size_t word);

  std::string language_;
  Analyzer& analyzer_;
  std::vector<Word> words_;
  std::vector<Stump> stumps_;           // sorted
  std::array<bool, 64 * 64> begins_{};  // by the first two characters of stumps
  Words anywhere_;                      // words of signs alone, which skeletons do not show
  std::unordered_map<std::string, Words, Hash, std::equal_to<>> known_;  // of chunks analyzed
  std::size_t effort_left_;

  // Of the text that is being looked at.
  std::vector<bool> seen_;
  std::size_t found_ = 0;
};

}  // namespace backfile
