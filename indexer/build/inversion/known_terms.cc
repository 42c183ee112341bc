// One pass over the forms, the most frequent first.
#include "indexer/build/inversion/known_terms.h"

#include <algorithm>
#include <span>

#include "indexer/files/limits.h"

namespace backfile {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::uint32_t most_terms = 0x7FFFFFFF;  // a bit is taken

constexpr unsigned more_flags = form_in_capitals | form_has_accents | form_is_character;

// By number, the families whose stem may be empty, or whose term may be cut (schema.h).
std::vector<bool> odd_families(const Lexicon& lexicon) {
  constexpr std::size_t never_cut = 190;
  const SortedStrings& families = lexicon.family_strings();
  std::vector<bool> odd(families.size());
  families.visit(0, families.size(), [&](std::uint32_t number, std::string_view family) {
    odd[number] = family.ends_with(':') || family.size() > never_cut;
    return true;
  });
  return odd;
}

}  // namespace

KnownTerms::KnownTerms(const Lexicon& lexicon)
    : lexicon_(lexicon), words_before_stems_(lexicon.folded_strings().lower_bound("A")) {
  hold_to(most_terms, std::uint64_t{words()} + stems(), "terms");
  // Of what begins with a capital, prefixes would not be told apart (schema.h).
  if (lexicon.folded_strings().lower_bound("[") != words_before_stems_) {
    lexicon.file().damaged("a folded form begins with a capital");
  }
  number_forms();
}

void KnownTerms::number_forms() {
  std::vector<std::uint32_t> words(this->words(), none), stems(this->stems(), none);
  const auto number_of = [&](std::vector<std::uint32_t>& numbers, std::uint32_t string,
                             std::uint32_t rank) {
    if (numbers[string] == none) {
      numbers[string] = size();
      ranks_.push_back(rank);
    }
    return numbers[string];
  };
  ranks_.reserve(words.size() + stems.size());
  forms_.resize(lexicon_.end_form());
  const std::vector<bool> odd = odd_families(lexicon_);
  for (FormId form = first_form; form < lexicon_.end_form(); ++form) {
    const FormRow& row = lexicon_.row(form);
    if (row.folded >= words.size()) lexicon_.file().damaged("a folded form is beyond its list");
    const std::uint32_t behind = row.folded < words_before_stems_ ? 0 : this->stems();
    const TermNumber word = number_of(words, row.folded, row.folded + behind);
    if (row.family == no_family) {
      forms_[form] = {word, 0, true};
      continue;
    }
    if (row.family >= stems.size()) lexicon_.file().damaged("a family is beyond its list");
    const TermNumber stem = number_of(stems, row.family, words_before_stems_ + row.family);
    const bool more = (row.flags & more_flags) != 0 || odd[row.family];
    forms_[form] = {word, stem, more};
  }
}

std::string KnownTerms::at_rank(std::uint32_t rank) const {
  if (rank < words_before_stems_) return lexicon_.folded_strings().at(rank);
  rank -= words_before_stems_;
  if (rank < stems()) return "Z" + lexicon_.family_strings().at(rank);
  return lexicon_.folded_strings().at(rank - stems() + words_before_stems_);
}

std::optional<TermNumber> KnownTerms::find(std::string_view term) const {
  if (term.starts_with('Z')) {
    const std::size_t colon = std::min(term.find(':'), term.size() - 1);
    const auto forms = lexicon_.family(term.substr(1, colon - 1), term.substr(colon + 1));
    return forms.empty() ? std::nullopt : std::optional(of(forms.front()).stem());
  }
  if (term.front() >= 'A' && term.front() < 'Z') return std::nullopt;  // another prefix
  const std::span<const FormId> forms = lexicon_.with_folded(term);
  return forms.empty() ? std::nullopt : std::optional(of(forms.front()).word());
}

std::size_t KnownTerms::bytes() const {
  return forms_.size() * sizeof(FormTerms) + ranks_.size() * sizeof(std::uint32_t);
}

}  // namespace backfile
