// The archive's words that are written with accents, and what each comes to without them.
//
// Languages fold differently: a Swede's ö is a letter of its own, an Englishman's an accent. A word
// typed in one language is to be found in articles of another, so each accented form is listed
// under what it folds to in every one of them. Made from the lexicon when a build ends, read by
// columns.h. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/files/key_table.h"
#include "indexer/files/section_file.h"
#include "indexer/files/string_sets.h"
#include "indexer/forward/lexicon.h"

namespace backfile {

class SpellingsWriter {
 public:
  // Takes the million most frequent such forms; no archive of clean text has as many. `progress` is
  // called now and then.
  SpellingsWriter(const Lexicon& lexicon, const std::function<void()>& progress);

  std::uint32_t size() const { return accented_.size(); }
  // The sections of accented forms and of spellings.
  void write(SectionFileWriter& out) const;

 private:
  void gather(const Lexicon& lexicon, const std::function<void()>& progress);
  void fold_all(const std::vector<std::string>& languages, const std::function<void()>& progress);

  KeyTable accented_;
  SortedStringsWriter strings_;
  StringSetsWriter sets_;
};

}  // namespace backfile
