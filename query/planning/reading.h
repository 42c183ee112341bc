// A typed text as the languages of the archive read it.
//
// Folding and stems depend on the language, which the reader is not asked for. Languages whose
// terms are the same share a reading. Made by words.h, ranked by rank.h. Plain
// values.
#pragma once

#include <string>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {

// The text's tokens in one language, and in all others that give the same terms.
struct InLanguage {
  std::string language;
  std::vector<Token> tokens;
};
using Reading = std::vector<InLanguage>;

struct Stem {
  std::string language, stem;
  bool stop_word = false;
};

}  // namespace backfile
