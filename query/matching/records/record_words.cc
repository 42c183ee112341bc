// Bigrams overlap: all but the last of a run give their first character alone.
#include "query/matching/records/record_words.h"

#include <string>
#include <utility>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::vector<std::string> characters_of(const std::string& text) {
  std::vector<std::string> characters;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = character_end(text, begin);
    characters.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return characters;
}

}  // namespace

std::vector<RecordWord> record_words(const MatchPattern& pattern, FormFinder& forms) {
  std::vector<RecordWord> words;
  const std::size_t count = pattern.words.size();
  for (std::size_t i = 0; i < count; ++i) {
    const WordPattern& wanted = pattern.words[i];
    const std::vector<std::string> characters = characters_of(wanted.term);
    const bool is_run = !characters.empty() && !forms.of_character(characters.front()).empty();
    if (!is_run) {
      const bool anywhere = i + 1 == count || wanted.pieces > 1;
      words.push_back({wanted, forms.satisfying(wanted), false, false, anywhere});
      continue;
    }
    const bool overlaps = characters.size() == 2 && i + 1 < count &&
                          pattern.words[i + 1].term.starts_with(characters[1]);
    for (std::size_t k = 0; k < (overlaps ? 1 : characters.size()); ++k) {
      WordPattern character;
      character.term = characters[k];
      const bool touches_next = k + 1 < characters.size();
      words.push_back({character, forms.of_character(character.term), true, touches_next, false});
    }
  }
  return words;
}

}  // namespace backfile
