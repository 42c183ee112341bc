// Archives of any size in five languages, learnt from real text, for measuring what depends on it.
//
// Within a language the text walks from word to word as the sample does (a chain of words, with
// what stands between them, capitals and ends of paragraphs as they come), so that frequencies,
// punctuation and lengths are real. Two things make the long tail of a large archive: names and
// compounds that no sample has, spelled like its words and used by Zipf's law, and the misreadings
// of OCR, many in one article and none in the next. The same seed and sample give the same
// articles. Neighbours: random.h; forward_gate.cc measures them. For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/random.h"
#include "indexer/article/article.h"
#include "indexer/text/units.h"

namespace backfile::bench {

struct LearnedLanguage {
  std::string_view code;
  double share;            // of the articles
  std::size_t inventions;  // names and compounds that there are
};

// Latin, Cyrillic and Han; most to least.
inline constexpr std::array<LearnedLanguage, 5> learned_languages = {{{"en", 0.60, 1'500'000},
                                                                      {"de", 0.20, 1'000'000},
                                                                      {"ru", 0.10, 600'000},
                                                                      {"zh", 0.07, 6'000},
                                                                      {"fr", 0.03, 300'000}}};

// How words of one language follow one another, and how they are spelled.
class LanguageModel {
 public:
  // Learns from a paragraph of the sample.
  void learn(std::string_view paragraph, std::string_view language, UnitReader& reader);

  bool empty() const { return words_.size() < 100; }
  // About as many words of prose, in paragraphs. `misread` of a thousand words are.
  std::vector<std::string> prose(std::size_t words, double misread, std::size_t inventions,
                                 Random& random);
  std::string name(std::size_t inventions, Random& random);

 private:
  struct Occurrence {
    std::uint32_t form;  // of forms_; 0: a paragraph ends
    std::uint32_t gap;   // of gaps_, before the word
    WordKind kind;
  };
  std::uint32_t number_of(std::string_view form);
  const std::string& invention(std::size_t rank);
  std::string spell(Random& random) const;
  std::string word_at(const Occurrence& at, double misread, std::size_t inventions, Random& random);
  std::string misread_word(std::string word, Random& random) const;

  std::vector<Occurrence> words_;
  std::vector<std::string> forms_ = {""}, gaps_;
  std::vector<std::vector<std::uint32_t>> places_ = {{}};  // in words_, by form
  std::unordered_map<std::string, std::uint32_t> numbers_, gap_numbers_;
  std::unordered_map<std::string, std::u32string> next_letters_;  // behind two; 0: the word ends
  std::u32string letters_;
  std::vector<Weighted> by_rank_;        // at most one
  std::vector<std::string> inventions_;  // by rank, and one place for all the others
};

class LearnedArchive {
 public:
  explicit LearnedArchive(std::uint64_t seed) : random_(seed) {}

  // Articles in other languages teach nothing. To be called before the first next().
  void learn(const Article& article);
  // Failure unless there is a sample of every language.
  void check() const;

  // Makes the next article, whose number is `number`: the language, lengths and words are drawn.
  Article next(std::size_t number);

 private:
  Random random_;
  UnitReader reader_;
  std::array<LanguageModel, learned_languages.size()> models_;
};

}  // namespace backfile::bench
