// The forms in which the index knows a word: folded, with its accents, stemmed.
//
// Between compound.h, which says what counts as one word, and analyzer.h. Most words of a text have
// just been seen, so the forms are remembered. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/stem.h"

namespace backfile {

struct Forms {
  std::string term, accented, stem;  // as in Token
  bool stop_word = false;
  bool capitals = false;  // as has_capitals_alone() says of the word
};

// Whether a word has two capitals or more, and no small letter.
bool has_capitals_alone(std::string_view word);

// The stem of a folded form; `accented` is empty where it equals `term`. A word with digits is its
// own stem, but "S-400s" is about the S-400.
std::string stem_of(const std::string& term, const std::string& accented, std::string_view language,
                    Stemmer& stemmer);

class FormMemo {
 public:
  FormMemo();

  // `word` as written. Valid until the next call.
  const Forms& forms(std::string_view word, std::string_view language, Stemmer& stemmer);

 private:
  struct Slot {
    std::string word, language;
    Forms forms;
  };
  std::vector<Slot> slots_;
};

}  // namespace backfile
