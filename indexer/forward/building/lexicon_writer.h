// Writes a lexicon (lexicon.h) from the keys of all runs, joined and in order.
//
// Keys are added as they come and kept on disk; finish() numbers them by frequency, groups them by
// folded form and family, and writes the file. In memory it holds about 40 bytes a form while it
// works, whatever the forms' length. Used by join_runs.h. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/files/byte_store.h"
#include "indexer/files/limits.h"
#include "indexer/files/section_file.h"
#include "indexer/forward/building/form_facts.h"

namespace backfile {

class LexiconWriter {
 public:
  // `languages` must hold the language of every form.
  LexiconWriter(const std::filesystem::path& directory, std::vector<std::string> languages,
                const ForwardLimits& limits);

  // In the order of their keys: of form_key.h, or a byte of flags and the text.
  void add_form(std::string_view key, std::uint64_t occurrences, std::uint64_t documents);
  void add_separator(std::string_view key, std::uint64_t occurrences);

  // Returns the checksum that the other files refer to it by.
  std::uint64_t finish();

  // After finish(): by the place in the order of adding.
  FormId form(std::uint32_t place) const { return form_ids_[place]; }
  SeparatorId separator(std::uint32_t place) const { return separator_ids_[place]; }
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  struct Entry;
  enum class Name { folded, family };
  Entry entry(std::uint32_t place) const;
  std::string_view name(std::uint32_t place, Name which) const;
  void number_forms();
  void write_sets(Name which, std::vector<std::uint32_t>& set_of);
  void write_rows();
  void write_texts();
  void write_numbers();
  void write_languages();
  void write_separators();
  void write_spellings();

  std::vector<std::string> languages_;
  ForwardLimits limits_;
  SectionFileWriter out_;
  ByteStore store_;
  FormFactsReader facts_;
  std::string buffer_;
  std::vector<std::uint64_t> places_;                 // of entries in the store, as added
  std::vector<std::uint32_t> occurrences_;            // the same; until numbered
  std::vector<std::uint32_t> by_frequency_;           // places
  std::vector<FormId> form_ids_;                      // by place
  std::vector<std::uint32_t> folded_of_, family_of_;  // by place
  struct NumberOf {
    double value;
    std::uint32_t place;
  };
  std::vector<NumberOf> numbers_;
  std::vector<std::uint32_t> spelled_;   // places of forms that are read otherwise
  std::vector<std::string> separators_;  // keys, as added
  std::vector<std::uint64_t> separator_occurrences_;
  std::vector<SeparatorId> separator_ids_;
};

}  // namespace backfile
