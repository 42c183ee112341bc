// Looks up what is spelled so, and the families; then drops what accents, capitals or the language
// rule out.
#include "query/matching/records/form_sets.h"

#include <algorithm>

namespace backfile {

std::vector<FormId> FormFinder::satisfying(const WordPattern& word) {
  std::vector<FormId> forms;
  if (word.pieces > 1) return forms;  // compounds alone
  add_spelled(word.term, word, forms);
  if (word.accented.empty()) {
    for (const std::string& form : word.forms) add_spelled(form, word, forms);
  }
  // An acronym has no other forms.
  if (word.accented.empty() && !word.capitals_only && word.family) {
    for (const auto& [language, stem] : word.stems) {
      if (stem.empty()) continue;
      const std::span<const FormId> family = lexicon_.family(language, stem);
      forms.insert(forms.end(), family.begin(), family.end());
    }
  }
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

void FormFinder::add_spelled(const std::string& term, const WordPattern& word,
                             std::vector<FormId>& forms) {
  for (const FormId form : lexicon_.with_folded(term)) {
    if (is_wanted(form, word)) forms.push_back(form);
  }
}

bool FormFinder::is_wanted(FormId form, const WordPattern& word) {
  if (word.capitals_only && (lexicon_.row(form).flags & form_in_capitals) == 0) return false;
  if (!word.accented.empty()) return accented(form) == word.accented;
  return stem_in(std::string(lexicon_.language(form)), word) != nullptr || !word.family;
}

// As Token has it, or the term where the two are the same.
std::string FormFinder::accented(FormId form) {
  if ((lexicon_.row(form).flags & form_has_accents) == 0) return lexicon_.folded(form);
  const std::string_view text = lexicon_.text(form), language = lexicon_.language(form);
  if (!reader_) reader_.emplace();
  const std::vector<TextUnit>& units = reader_->read(text, language);
  if (units.empty()) return {};
  const std::string_view spelling =
      units[0].spelling.empty() ? slice(text, units[0].range) : units[0].spelling;
  return reader_->forms(spelling, language).accented;
}

std::vector<FormId> FormFinder::of_character(std::string_view folded) const {
  std::vector<FormId> forms;
  for (const FormId form : lexicon_.with_folded(folded)) {
    if ((lexicon_.row(form).flags & form_is_character) != 0) forms.push_back(form);
  }
  return forms;
}

}  // namespace backfile
