// Keys say what the terms depend on; the terms of all keys lie one after the other.
#include "indexer/build/inversion/term_memo.h"

#include <utility>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"
#include "indexer/text/units.h"

namespace backfile {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

}  // namespace

std::span<const TermCount> TermMemo::terms_at(std::uint32_t place) const {
  return std::span(terms_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
}

template <class AddTerms>
std::span<const TermCount> TermMemo::remembered(const AddTerms& add_terms) {
  const std::uint32_t number = keys_.number_of(key_);
  if (number == places_.size()) {
    places_.push_back(static_cast<std::uint32_t>(begins_.size() - 1));
    add_terms();
    begins_.push_back(terms_.size());
  }
  return terms_at(places_[number]);
}

// What is remembered of a form; `none` if it is new.
std::uint32_t& TermMemo::place_of_form(std::uint64_t key) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;  // as in format.h
  const std::size_t mask = forms_.size() - 1;
  std::size_t slot = (key * golden >> 32) & mask;
  while (forms_[slot].key != 0 && forms_[slot].key != key) slot = (slot + 1) & mask;
  if (forms_[slot].key == 0) {
    if (2 * form_count_ >= forms_.size()) {
      grow_forms();
      return place_of_form(key);
    }
    ++form_count_;
    forms_[slot] = {key, none};
  }
  return forms_[slot].place;
}

void TermMemo::grow_forms() {
  const std::vector<FormPlace> old =
      std::exchange(forms_, std::vector<FormPlace>(2 * forms_.size()));
  form_count_ = 0;
  for (const FormPlace& form : old) {
    if (form.key != 0) place_of_form(form.key) = form.place;
  }
}

void TermMemo::begin_key(char kind, const Field& field) {
  key_.assign({kind, static_cast<char>(field.id)});
}

void TermMemo::add_to_key(FormId form) {
  key_.append(reinterpret_cast<const char*>(&form), sizeof form);
}

// The word of a form need not be looked up.
void TermMemo::add_terms(const Token& token, const Field& field, std::string_view language,
                         FormId form) {
  for (const IndexTerm& term : terms_of(field, token, language)) {
    const bool is_word = form != 0 && term.text == token.term;
    terms_.push_back(
        {is_word ? numbers_.known().of(form).word() : numbers_.number_of(term.text), term.wdf});
  }
}

Token TermMemo::token_of(std::string_view spelling, std::string_view language) {
  const Forms& forms = analyzer_.forms(spelling, language);
  Token token;
  token.term = forms.term;
  token.accented = forms.accented;
  token.stem = forms.stem;
  token.capitals = in_capitals(forms, false);
  return token;
}

std::span<const TermCount> TermMemo::of_form(FormId form, const Field& field, bool shouted) {
  const std::uint64_t way = 2 * static_cast<std::uint64_t>(field.id) + (shouted ? 1 : 0);
  std::uint32_t& place = place_of_form(way << 32 | form);
  if (place != none) return terms_at(place);
  place = static_cast<std::uint32_t>(begins_.size() - 1);
  const Lexicon& lexicon = numbers_.known().lexicon();
  const std::string_view language = lexicon.language(form);
  Token token = token_of(lexicon.spelled(form), language);
  token.capitals = (lexicon.row(form).flags & form_in_capitals) != 0;
  if (shouted) token.shouted = std::exchange(token.capitals, false);
  add_terms(token, field, language, form);
  begins_.push_back(terms_.size());
  return terms_at(static_cast<std::uint32_t>(begins_.size() - 2));
}

std::span<const TermCount> TermMemo::of_spelling(std::string_view spelling,
                                                 std::string_view language, const Field& field,
                                                 bool shouted, std::size_t pieces) {
  begin_key('s', field);
  key_ += shouted ? '!' : '.';
  key_ += static_cast<char>(pieces);
  key_.append(language).append(1, '\0').append(spelling);
  return remembered([&] {
    Token token = token_of(spelling, language);
    token.pieces = static_cast<std::uint8_t>(pieces);
    if (shouted) token.shouted = std::exchange(token.capitals, false);
    add_terms(token, field, language);
  });
}

std::span<const TermCount> TermMemo::of_characters(FormId first, FormId second,
                                                   const Field& field) {
  begin_key('c', field);
  add_to_key(first);
  if (second != 0) add_to_key(second);
  return remembered([&] {
    const Lexicon& lexicon = numbers_.known().lexicon();
    const std::string_view language = lexicon.language(first);
    std::string written(lexicon.text(first));
    if (second != 0) written += lexicon.text(second);
    Token token;
    token.term = fold(written, language).term;
    if (token.term.size() <= longest_term) add_terms(token, field, language);
  });
}

std::size_t TermMemo::bytes() const {
  return keys_.bytes() + forms_.size() * sizeof(FormPlace) +
         places_.capacity() * sizeof(std::uint32_t) + begins_.capacity() * sizeof(std::size_t) +
         terms_.capacity() * sizeof(TermCount);
}

void TermMemo::forget() {
  forms_ = std::vector<FormPlace>(1024);
  form_count_ = 0;
  keys_ = {};
  places_ = {};
  begins_ = {0};
  terms_.clear();
}

}  // namespace backfile
