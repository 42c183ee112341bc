// A typed text as analyzed in the languages of the archive.
//
// Folding and stems depend on the language, which the reader is not asked for. Languages that give
// the same terms share an analysis. Made by words.h, ranked by rank.h. Plain values.
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
using Analysis = std::vector<InLanguage>;

struct Stem {
  std::string language, stem;
  bool stop_word = false;
};

}  // namespace backfile
