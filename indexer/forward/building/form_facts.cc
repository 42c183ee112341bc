// The analyzer's forms of a word, as a row of the lexicon has them.
#include "indexer/forward/building/form_facts.h"

#include <charconv>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// "1990", "3.5"; nothing for what has anything else in it.
std::optional<double> number_in(std::string_view folded) {
  if (folded.empty() || folded.find_first_not_of("0123456789.") != folded.npos) {
    return std::nullopt;
  }
  double value = 0;
  const char* end = folded.data() + folded.size();
  const auto read = std::from_chars(folded.data(), end, value, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

}  // namespace

FormFacts FormFactsReader::read(const FormKey& key) {
  FormFacts facts;
  if (key.kind == WordKind::ideographic) {
    facts.folded = fold(key.text, key.language).term;
    facts.flags = form_is_character;
    return facts;
  }
  const Forms& forms = reader_.forms(key.spelled(), key.language);
  facts.folded = forms.term;
  facts.family.assign(key.language).append(":").append(forms.stem);
  facts.number = number_in(facts.folded);
  const bool capitals = in_capitals(forms, key.dotted);
  unsigned flags = 0;
  if (capitals) flags |= form_in_capitals;
  if (!forms.accented.empty()) flags |= form_has_accents;
  if (forms.stop_word) flags |= form_is_stop_word;
  if (facts.number) flags |= form_is_number;
  if (key.dotted) flags |= form_is_dotted;
  facts.flags = static_cast<std::uint16_t>(flags);
  return facts;
}

}  // namespace backfile
