// Keys say what the terms depend on; the terms of all keys lie one after the other.
#include "indexer/build/inversion/term_memo.h"

#include <utility>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"
#include "indexer/text/units.h"

namespace backfile {

template <class AddTerms>
std::span<const TermCount> TermMemo::remembered(const AddTerms& add_terms) {
  const std::uint32_t number = keys_.number_of(key_);
  if (number + 1 == begins_.size()) {
    add_terms();
    begins_.push_back(terms_.size());
  }
  return std::span(terms_).subspan(begins_[number], begins_[number + 1] - begins_[number]);
}

void TermMemo::begin_key(char kind, const Field& field) {
  key_.assign({kind, static_cast<char>(field.id)});
}

void TermMemo::add_to_key(FormId form) {
  key_.append(reinterpret_cast<const char*>(&form), sizeof form);
}

void TermMemo::add_terms(const Token& token, const Field& field, std::string_view language) {
  for (const IndexTerm& term : terms_of(field, token, language)) {
    terms_.push_back({numbers_.number_of(term.text), term.wdf});
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
  begin_key('f', field);
  key_ += shouted ? '!' : '.';
  add_to_key(form);
  return remembered([&] {
    const Lexicon& lexicon = numbers_.known().lexicon();
    const std::string_view language = lexicon.language(form);
    Token token = token_of(lexicon.spelled(form), language);
    token.capitals = (lexicon.row(form).flags & form_in_capitals) != 0;
    if (shouted) token.shouted = std::exchange(token.capitals, false);
    add_terms(token, field, language);
  });
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

std::span<const TermCount> TermMemo::of_value(const Field& field, std::string_view value) {
  begin_key('v', field);
  key_ += value;
  return remembered([&] {
    if (const auto term = value_term(field, value)) {
      terms_.push_back({numbers_.number_of_other(*term), 0});
    }
  });
}

std::size_t TermMemo::bytes() const {
  return keys_.bytes() + begins_.capacity() * sizeof(std::size_t) +
         terms_.capacity() * sizeof(TermCount);
}

void TermMemo::forget() {
  keys_ = {};
  begins_ = {0};
  terms_.clear();
}

}  // namespace backfile
