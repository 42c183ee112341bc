// Accented spellings of the archive's words ("jose" -> "josé"), and forms that share a stem.
//
// Snowball stems "informação" and "informacao" to different things, so a word typed without its
// accents is looked up in every spelling that the archive has. The terms of a field are surface
// forms, so the family of a word within a field is collected from the field's own terms. Used by
// words.h. Spellings is immutable and shared by all threads; FieldForms is for one thread.
#pragma once

#include <xapian.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/columns.h"
#include "indexer/index/schema.h"
#include "indexer/text/analyzer.h"

namespace backfile {

inline constexpr std::size_t most_bigrams = 1000;

class Spellings {
 public:
  explicit Spellings(std::shared_ptr<const Columns> columns) : columns_(std::move(columns)) {}

  // The accented forms that fold to this one, in the order of their bytes.
  std::vector<std::string> of(std::string_view folded) const {
    return columns_->accented_forms(folded);
  }

 private:
  std::shared_ptr<const Columns> columns_;
};

// A word of a field, as its term.
struct FieldForm {
  std::string term;
  bool accents_tell = false;  // it has the stem with some accents and lacks it with others
};

class FieldForms {
 public:
  FieldForms(const Xapian::Database& database, const Spellings& spellings, Analyzer& analyzer)
      : database_(database), spellings_(spellings), analyzer_(analyzer) {}

  // How the field spells words with this stem in this language. The reference is valid until the
  // next call.
  const std::vector<FieldForm>& of(const Field& field, const std::string& typed,
                                   const std::string& stem, const std::string& language);

  // The field's bigrams and dictionary words that begin with exactly this character, without a
  // further combining mark. Only the `most_bigrams` most frequent ones.
  std::vector<std::string> bigrams_of(const Field& field, const std::string& character);

 private:
  std::vector<FieldForm> gather(const Field& field, const std::string& typed,
                                const std::string& stem, const std::string& language);
  bool has_stem(const std::string& form, const std::string& accented, const std::string& stem,
                const std::string& language);

  const Xapian::Database& database_;
  const Spellings& spellings_;
  Analyzer& analyzer_;
  std::map<std::string, std::vector<FieldForm>> memo_;
};

}  // namespace backfile
