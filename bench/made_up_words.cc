// See made_up_words.h.
#include "bench/made_up_words.h"

#include <array>
#include <string_view>
#include <unordered_set>

namespace backfile::bench {
namespace {

// In about the order of their frequency in English prose.
constexpr auto function_words = std::to_array<std::string_view>({
    "the",    "of",      "and",    "to",    "a",       "in",    "that",   "is",    "was",
    "for",    "it",      "on",     "with",  "as",      "he",    "be",     "at",    "by",
    "but",    "had",     "his",    "from",  "have",    "not",   "are",    "they",  "which",
    "said",   "this",    "has",    "an",    "were",    "who",   "their",  "she",   "will",
    "been",   "would",   "or",     "her",   "there",   "we",    "more",   "when",  "after",
    "all",    "one",     "its",    "out",   "up",      "about", "into",   "than",  "so",
    "could",  "if",      "what",   "no",    "them",    "over",  "some",   "other", "can",
    "before", "only",    "two",    "new",   "also",    "time",  "now",    "him",   "first",
    "may",    "then",    "any",    "most",  "such",    "like",  "under",  "where", "between",
    "while",  "because", "during", "those", "against", "since", "should", "still", "year",
    "last",   "people",  "many",   "much",  "through", "did",   "do",     "made",
});

constexpr auto onsets = std::to_array<std::string_view>(
    {"b",  "br", "c",  "ch",  "cl", "cr", "d",  "dr", "f",  "fl", "fr", "g", "gl", "gr",
     "h",  "j",  "k",  "l",   "m",  "n",  "p",  "pl", "pr", "qu", "r",  "s", "sc", "sh",
     "sl", "sp", "st", "str", "t",  "th", "tr", "v",  "w",  "wh", "",   ""});
constexpr auto nuclei = std::to_array<std::string_view>(
    {"a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "ee", "ie", "oa", "ou", "oo"});
constexpr auto codas = std::to_array<std::string_view>(
    {"",  "",   "",   "b",  "ck", "d", "ft", "g",  "l",  "ll", "lt", "m", "mp",
     "n", "nd", "ng", "nt", "p",  "r", "rd", "rm", "rt", "s",  "st", "t"});
constexpr auto endings = std::to_array<std::string_view>(
    {"", "s", "ed", "ing", "er", "ers", "ation", "ly", "ment", "al"});

template <std::size_t Size>
std::string_view pick(const std::array<std::string_view, Size>& list, Random& random) {
  return list[random.below(Size)];
}

std::string syllable(Random& random) {
  std::string text(pick(onsets, random));
  text += pick(nuclei, random);
  text += pick(codas, random);
  return text;
}

std::string made_up_root(Random& random) {
  std::string root = syllable(random);
  for (std::size_t more = random.below(3); more > 0 && root.size() < 9; --more)
    root += syllable(random);
  return root;
}

}  // namespace

std::vector<std::string> made_up_vocabulary(std::size_t size, Random& random) {
  std::vector<std::string> words(function_words.begin(), function_words.end());
  std::unordered_set<std::string> taken(words.begin(), words.end());
  while (words.size() < size) {
    const std::string root = made_up_root(random);
    if (root.size() < 3) continue;
    // A root comes in one to four forms, as words of a language do.
    for (std::size_t forms = random.between(1, 4); forms > 0 && words.size() < size; --forms) {
      std::string form = root + std::string(pick(endings, random));
      if (taken.insert(form).second) words.push_back(std::move(form));
    }
  }
  return words;
}

std::string made_up_name(Random& random) {
  std::string name = made_up_root(random);
  if (name.size() < 3) name += "ley";
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string made_up_acronym(Random& random) {
  std::string acronym;
  for (std::size_t letters = random.between(2, 5); letters > 0; --letters)
    acronym += static_cast<char>('A' + random.below(26));
  return acronym;
}

}  // namespace backfile::bench
