// Makes the forms of a word, and remembers them in a direct-mapped cache: a new word replaces the
// one in its slot. The cache begins small, since many live for one article, and doubles, empty again,
// while words replace each other.
#include "indexer/text/forms.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <functional>

#include "indexer/text/analyzer.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t first_slots = std::size_t{1} << 6, most_slots = std::size_t{1} << 13;
constexpr std::size_t longest_remembered = 64;  // bytes; longer words hardly come twice

// What folding can still leave in a word: the spaces in a ligature of several words, and too much.
void trim(std::string& form) {
  std::erase(form, ' ');
  if (form.size() > longest_term) form.resize(code_point_floor(form, longest_term));
}

Forms make_forms(std::string_view word, std::string_view language, Stemmer& stemmer) {
  Forms forms;
  Folded folded = fold(word, language);
  forms.term = std::move(folded.term);
  forms.accented = std::move(folded.accented);
  trim(forms.term);
  trim(forms.accented);
  forms.stem = stem_of(forms.term, forms.accented, language, stemmer);
  forms.stop_word = is_stop_word(forms.term, language);
  forms.capitals = has_capitals_alone(word);
  return forms;
}

}  // namespace

bool has_capitals_alone(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < word.size();) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(word.data(), i, c);
    const bool ascii = c < 0x80;
    if (ascii ? c >= 'a' && c <= 'z' : u_islower(c) != 0) return false;
    capitals += (ascii ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0) ? 1 : 0;
  }
  return capitals >= 2;
}

std::string stem_of(const std::string& term, const std::string& accented, std::string_view language,
                    Stemmer& stemmer) {
  if (std::none_of(term.begin(), term.end(), is_ascii_digit)) {
    return std::string(stemmer.stem(accented.empty() ? term : accented, language));
  }
  // The 1990s, however, are not 1990.
  const bool plural =
      term.back() == 's' && is_ascii_digit(term[term.size() - 2]) && !is_ascii_digit(term[0]);
  return plural ? term.substr(0, term.size() - 1) : term;
}

FormMemo::FormMemo() : slots_(first_slots) {
}

const Forms& FormMemo::forms(std::string_view word, std::string_view language, Stemmer& stemmer) {
  const std::size_t hash = std::hash<std::string_view>()(word);
  const auto slot_of_word = [&]() -> Slot& { return slots_[hash & (slots_.size() - 1)]; };
  if (const Slot& known = slot_of_word();
      known.word == word && known.language == language && word.size() <= longest_remembered) {
    return known.forms;
  }
  if (!slot_of_word().word.empty() && slots_.size() < most_slots) {
    slots_ = std::vector<Slot>(slots_.size() * 2);
  }
  Slot& slot = slot_of_word();
  slot.word = word;
  slot.language = language;
  slot.forms = make_forms(word, language, stemmer);
  return slot.forms;
}

}  // namespace backfile
