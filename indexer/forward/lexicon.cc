// Look-ups in mapped sections, each number checked before it is followed.
#include "indexer/forward/lexicon.h"

#include <algorithm>
#include <charconv>

#include "indexer/files/varint.h"

namespace backfile {
namespace {

std::vector<std::string> read_languages(const SectionFile& file) {
  std::vector<std::string> languages;
  for (std::string_view rest = file.bytes(LexiconSection::languages); !rest.empty();) {
    const auto language = take_counted(rest);
    if (!language) file.damaged("the list of languages is broken");
    languages.emplace_back(*language);
  }
  return languages;
}

}  // namespace

Lexicon::Lexicon(const std::filesystem::path& directory)
    : file_(directory, FileKind::lexicon, LexiconSection::count),
      folded_(file_, LexiconSection::folded),
      families_(file_, LexiconSection::families),
      rows_(file_.numbers<FormRow>(LexiconSection::rows)),
      text_begins_(file_.numbers<std::uint32_t>(LexiconSection::text_begins)),
      texts_(file_.bytes(LexiconSection::texts)),
      number_forms_(file_.numbers<FormId>(LexiconSection::number_forms)),
      languages_(read_languages(file_)),
      separator_begins_(file_.numbers<std::uint32_t>(LexiconSection::separator_begins)),
      separator_flags_(file_.bytes(LexiconSection::separator_flags)),
      separator_texts_(file_.bytes(LexiconSection::separator_texts)),
      spelled_forms_(file_.numbers<FormId>(LexiconSection::spelled_forms)),
      spelling_begins_(file_.numbers<std::uint32_t>(LexiconSection::spelling_begins)),
      spellings_(file_.bytes(LexiconSection::spellings)) {
  check_sections();
}

void Lexicon::check_sections() {
  if (rows_.size() < first_form || rows_.size() > std::size_t{no_family} ||
      text_begins_.size() != rows_.size() + 1) {
    file_.damaged("its rows do not add up");
  }
  if (separator_begins_.size() != separator_flags_.size() + 1) {
    file_.damaged("its separators do not add up");
  }
  if (spelling_begins_.size() != spelled_forms_.size() + 1) {
    file_.damaged("its spellings do not add up");
  }
}

std::string_view Lexicon::language_called(std::uint32_t number) const {
  if (number >= languages_.size()) file_.damaged("a language is beyond its list");
  return languages_[number];
}

std::string_view Lexicon::language(FormId form) const {
  return language_called(row(form).language);
}

std::string_view Lexicon::spelled(FormId form) const {
  const auto found = std::ranges::lower_bound(spelled_forms_, form);
  if (found == spelled_forms_.end() || *found != form) return text(form);
  return spelling(static_cast<std::size_t>(found - spelled_forms_.begin()));
}

std::string_view Lexicon::spelling(std::size_t place) const {
  const std::size_t begin = spelling_begins_[place], end = spelling_begins_[place + 1];
  if (begin > end || end > spellings_.size()) file_.damaged("its spellings are out of order");
  return spellings_.substr(begin, end - begin);
}

std::optional<double> Lexicon::number(FormId form) const {
  if ((row(form).flags & form_is_number) == 0) return std::nullopt;
  const std::string digits = folded(form);
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::span<const FormId> Lexicon::with_prefix(std::string_view prefix) const {
  const auto [first, last] = folded_.strings().with_prefix(prefix);
  return folded_.of(first, last);
}

std::span<const FormId> Lexicon::family(std::string_view language, std::string_view stem) const {
  std::string name(language);
  name += ':';
  return families_.of(name.append(stem));
}

std::span<const FormId> Lexicon::family_of(FormId form) const {
  const std::uint32_t family = row(form).family;
  if (family == no_family) return {};
  if (family >= families_.strings().size()) file_.damaged("a family is beyond its list");
  return families_.of(family);
}

std::optional<FormId> Lexicon::find(std::string_view text, std::string_view language,
                                    std::string_view folded) const {
  for (const FormId form : with_folded(folded)) {
    if (this->text(form) == text && this->language(form) == language) return form;
  }
  return std::nullopt;
}

std::span<const FormId> Lexicon::numbers_between(double least, double most) const {
  const auto value = [this](FormId form) {
    const auto number = this->number(form);
    if (!number) damaged("a number has no value");
    return *number;
  };
  const auto first = std::ranges::lower_bound(number_forms_, least, {}, value);
  const auto last = std::ranges::upper_bound(number_forms_, most, {}, value);
  return first < last ? std::span(first, last) : std::span<const FormId>();
}

void Lexicon::verify() const {
  file_.verify();
  for (FormId form = first_form; form < end_form(); ++form) verify_form(form);
  for (SeparatorId id = 0; id < separator_flags_.size(); ++id) separator(id);
  double value_before = -1;
  for (const FormId form : number_forms_) {
    const auto value = number(form);
    if (!value || *value < value_before) file_.damaged("its numbers are out of order");
    value_before = *value;
  }
  FormId before = first_form - 1;
  for (std::size_t place = 0; place < spelled_forms_.size(); ++place) {
    const FormId form = spelled_forms_[place];
    if (form <= before || form >= end_form()) file_.damaged("a spelling is of no form");
    if (spelling(place).empty()) file_.damaged("a spelling is empty");
    before = form;
  }
}

void Lexicon::verify_form(FormId form) const {
  if (this->form(form).is_character != ((row(form).flags & form_is_character) != 0)) {
    file_.damaged("a form is no character here and one there");
  }
  language(form);
  const std::span<const FormId> same_folded = folded_.of(row(form).folded);
  if (!std::ranges::binary_search(same_folded, form)) {
    file_.damaged("a form is not among those of its folded form");
  }
  const std::span<const FormId> family = family_of(form);
  const bool expected = row(form).family != no_family;
  if (std::ranges::binary_search(family, form) != expected) {
    file_.damaged("a form is not in its family");
  }
}

}  // namespace backfile
