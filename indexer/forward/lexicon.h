// The lexicon: every written form of an archive, and all that follows from how it is written.
//
// A form is a string in a language: WHO, who and Sørvik, sorvik are four forms; die of German and
// of English articles are two. Forms are numbered by falling frequency, ties by their bytes, from
// first_form (format.h) on. A query word is a set of forms, which this finds:
//
//   with_folded("die")             die, Die and DIE, in every language
//   with_prefix("bridg")           what bridg* matches, one range of memory
//   family("en", "bridg")          the inflections of a word in a language
//   find("WHO", "en")              the form itself
//   numbers_between(1990, 1999)    by value
//
// The file, as sections in this order; n forms, s separators:
//
//   folded            sets (string_sets.h, four sections): of each folded string the forms, most
//                     frequent first
//   families          the same, of strings "en:bridg"; characters have none
//   rows              FormRow, by number, first_form + n of them
//   text begins       u32 each, by number, one more than rows: where the text begins among texts,
//                     times two, plus one if it is a character of a script without spaces
//   texts             the strings as written, in the order of rows
//   numbers           u32 each: forms that have a value, by rising values
//   languages         counted strings (varint.h), by number
//   separator begins  u32 each, s + 1, into separator texts; most frequent first
//   separator flags   u8 each, s
//   separator texts
//   spelled forms     u32 each, rising: those that are read otherwise than they are written, as
//                     compound.h says: Qur'an as Quran
//   spelling begins   u32 each, one more than those, into spellings
//   spellings
//
// Mapped, not loaded: opening it touches a few pages. Every number read is checked before it is
// used; what is damaged throws Failure{corrupt}. Immutable: shared by all threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/files/section_file.h"
#include "indexer/files/sorted_strings.h"
#include "indexer/files/string_sets.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/format.h"
#include "indexer/forward/separators.h"

namespace backfile {

enum FormFlag : std::uint16_t {
  form_in_capitals = 1,  // two capitals or more and no small letter, or dots: an acronym
  form_has_accents = 2,  // the folded form lost some
  form_is_stop_word = 4,
  form_is_number = 8,      // has a value
  form_is_character = 16,  // of a script without spaces
  form_is_dotted = 32,     // "U.S."
};

struct FormRow {
  std::uint32_t folded;  // number of its folded string
  std::uint32_t family;  // number of its family, or no_family
  std::uint32_t documents;
  std::uint16_t language;
  std::uint16_t flags;
};
static_assert(sizeof(FormRow) == 16);
inline constexpr std::uint32_t no_family = 0xFFFFFFFF;

class Lexicon {
 public:
  explicit Lexicon(const std::filesystem::path& directory);

  // Forms have the numbers [first_form, end_form()).
  FormId end_form() const { return static_cast<FormId>(rows_.size()); }
  std::size_t size() const { return end_form() - first_form; }

  std::string_view text(FormId form) const { return this->form(form).text; }
  const FormRow& row(FormId form) const {
    if (form < first_form || form >= end_form()) damaged("a number is beyond the last form");
    return rows_[form];
  }
  std::string folded(FormId form) const { return folded_.strings().at(row(form).folded); }
  // How it is read: what its folded form and its family are made of.
  std::string_view spelled(FormId form) const;
  std::string_view language(FormId form) const;
  std::optional<double> number(FormId form) const;  // what it counts

  std::span<const FormId> with_folded(std::string_view folded) const { return folded_.of(folded); }
  std::span<const FormId> with_prefix(std::string_view prefix) const;
  std::span<const FormId> family(std::string_view language, std::string_view stem) const;
  std::span<const FormId> family_of(FormId form) const;
  // The most frequent form that is written so; `folded` is what the text folds to.
  std::optional<FormId> find(std::string_view text, std::string_view language,
                             std::string_view folded) const;
  // By value; both ends are included.
  std::span<const FormId> numbers_between(double least, double most) const;
  const SortedStrings& folded_strings() const { return folded_.strings(); }
  const SortedStrings& family_strings() const { return families_.strings(); }

  const std::vector<std::string>& languages() const { return languages_; }
  std::string_view language_called(std::uint32_t number) const;

  // What put_together() asks for: for each word of an article, so it reads 4 bytes a form, not 16.
  WrittenForm form(FormId form) const {
    if (form < first_form || form >= end_form()) damaged("a number is beyond the last form");
    const std::uint32_t packed = text_begins_[form];
    const std::size_t begin = packed >> 1, end = text_begins_[form + 1] >> 1;
    if (begin > end || end > texts_.size()) damaged("its texts are out of order");
    return {{texts_.data() + begin, end - begin}, (packed & 1) != 0};
  }
  Separator separator(SeparatorId separator) const {
    if (separator >= separator_flags_.size()) damaged("a number is beyond the last separator");
    const std::size_t begin = separator_begins_[separator], end = separator_begins_[separator + 1];
    if (begin > end || end > separator_texts_.size()) damaged("its separators are out of order");
    return {separator_texts_.substr(begin, end - begin),
            static_cast<std::uint8_t>(separator_flags_[separator])};
  }
  std::size_t separator_count() const { return separator_flags_.size(); }

  const SectionFile& file() const { return file_; }
  // Reads every section; Failure{corrupt} if any number leads nowhere.
  void verify() const;

 private:
  [[noreturn]] void damaged(std::string_view what) const { file_.damaged(what); }
  void check_sections();
  void verify_form(FormId form) const;
  std::string_view spelling(std::size_t place) const;

  SectionFile file_;
  StringSets folded_, families_;
  std::span<const FormRow> rows_;
  std::span<const std::uint32_t> text_begins_;
  std::string_view texts_;
  std::span<const FormId> number_forms_;
  std::vector<std::string> languages_;
  std::span<const std::uint32_t> separator_begins_;
  std::string_view separator_flags_, separator_texts_;
  std::span<const FormId> spelled_forms_;
  std::span<const std::uint32_t> spelling_begins_;
  std::string_view spellings_;
};

// The sections of a lexicon by their place in its file.
struct LexiconSection {
  static constexpr std::size_t folded = 0, families = 4, rows = 8, text_begins = 9, texts = 10,
                               number_forms = 11, languages = 12, separator_begins = 13,
                               separator_flags = 14, separator_texts = 15, spelled_forms = 16,
                               spelling_begins = 17, spellings = 18, count = 19;
};

}  // namespace backfile
