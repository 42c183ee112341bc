// The lexicon knows which forms a stem has.
#include "indexer/index/stem_terms.h"

#include "indexer/article/fields.h"
#include "indexer/index/schema.h"

namespace backfile {

std::optional<std::string> lone_word_term(const Lexicon& lexicon, std::string_view language,
                                          std::string_view stem) {
  const auto forms = lexicon.family(language, stem);
  if (forms.size() != 1) return std::nullopt;
  const std::string folded = lexicon.folded(forms.front());
  if (lexicon.with_folded(folded).size() != 1) return std::nullopt;
  return word_term(field_of(FieldId::body), folded);
}

std::string term_of_stem(const Xapian::Database& database, const Lexicon& lexicon,
                         std::string_view language, std::string_view stem) {
  std::string term = stem_term(language, stem);
  if (database.term_exists(term)) return term;
  return lone_word_term(lexicon, language, stem).value_or(term);
}

}  // namespace backfile
