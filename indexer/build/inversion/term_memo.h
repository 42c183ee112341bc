// What words become that are more than a word and a stem of the body: remembered, since each comes
// again and again.
//
// In a title, with accents, in capitals, a compound as one word, a word of a dictionary, two
// neighbouring characters: all by the analyzer's forms and the schema's rules, so that they are the
// terms of to_document() (schema.h). Begins anew where the numbers do. Uses
// term_numbers.h. For one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/fields.h"
#include "indexer/build/inversion/term_numbers.h"
#include "indexer/files/key_table.h"
#include "indexer/text/analyzer.h"

namespace backfile {

class TermMemo {
 public:
  // `numbers` must outlive it.
  explicit TermMemo(TermNumbers& numbers) : numbers_(numbers) {}

  // Each valid until the next call. `shouted`: in a sentence all in capitals.

  std::span<const TermCount> of_form(FormId form, const Field& field, bool shouted);
  // A compound of so many pieces, or a word that a dictionary has found.
  std::span<const TermCount> of_spelling(std::string_view spelling, std::string_view language,
                                         const Field& field, bool shouted, std::size_t pieces = 1);
  // Two neighbouring characters, or the last of a run alone.
  std::span<const TermCount> of_characters(FormId first, FormId second, const Field& field);

  // The words of its dictionaries.
  std::vector<Range> words_of_run(std::string_view run) { return analyzer_.words_of_run(run); }

  void forget();
  std::size_t bytes() const;  // of memory

 private:
  template <class AddTerms>
  std::span<const TermCount> remembered(const AddTerms& add_terms);
  std::span<const TermCount> terms_at(std::uint32_t place) const;
  std::uint32_t& place_of_form(std::uint64_t key);
  void grow_forms();
  void begin_key(char kind, const Field& field);
  void add_to_key(FormId form);
  void add_terms(const Token& token, const Field& field, std::string_view language,
                 FormId form = 0);
  Token token_of(std::string_view spelling, std::string_view language);

  TermNumbers& numbers_;
  Analyzer analyzer_;
  std::string key_;
  // Forms come most often: a table of their own, open addressing, at most half full.
  struct FormPlace {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t place = 0;
  };
  std::vector<FormPlace> forms_ = std::vector<FormPlace>(1024);
  std::size_t form_count_ = 0;
  KeyTable keys_;
  std::vector<std::uint32_t> places_;      // by the key's number
  std::vector<std::size_t> begins_ = {0};  // by place, and the end of the last
  std::vector<TermCount> terms_;
};

}  // namespace backfile
