// What the numbers of a run's forms and separators stand for, in the tables that gave them.
//
// Between text_table.h, which knows bytes and tags, and form_key.h. Used by forward_run.h. For one
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/files/key_table.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/building/form_key.h"
#include "indexer/forward/building/text_table.h"
#include "indexer/forward/format.h"
#include "indexer/forward/separators.h"
#include "indexer/text/units.h"

namespace backfile {

// Forms are numbered by their text, which has no NUL, and a tag of all else that tells them apart:
//
//   tag     language, has a spelling (1 bit), kind (2), dotted (1)
//   text    as it stands; NUL and the spelling behind it, if it has one
inline constexpr std::uint32_t has_spelling = 8;
inline constexpr unsigned language_bit = 4;

inline std::uint32_t tag_of(const TextUnit& unit, std::uint32_t language) {
  return language << language_bit | static_cast<std::uint32_t>(unit.kind) << 1 |
         (unit.dotted ? 1U : 0U);
}

// As it stands.
inline std::string_view written_form(const TextTable& forms, std::uint32_t number) {
  const std::string_view text = forms.text(number);
  return (forms.tag(number) & has_spelling) != 0 ? text.substr(0, text.find('\0')) : text;
}

inline FormKey form_key(const TextTable& forms, std::uint32_t number, const KeyTable& languages) {
  const std::uint32_t tag = forms.tag(number);
  FormKey key;
  key.text = written_form(forms, number);
  key.language = languages.key(tag >> language_bit);
  key.kind = static_cast<WordKind>(tag >> 1 & 3);
  key.dotted = (tag & 1) != 0;
  if ((tag & has_spelling) == 0) return key;
  key.spelling = forms.text(number).substr(key.text.size() + 1);
  return key;
}

// A run's own numbers, as read_through() wants them.
class RunDictionary {
 public:
  RunDictionary(const TextTable& forms, const TextTable& separators)
      : forms_(forms), separators_(separators) {}

  WrittenForm form(FormId id) const {
    const std::uint32_t number = id - first_form;
    const auto kind = static_cast<WordKind>(forms_.tag(number) >> 1 & 3);
    return {written_form(forms_, number), kind == WordKind::ideographic};
  }
  Separator separator(SeparatorId id) const {
    return {separators_.text(id), static_cast<std::uint8_t>(separators_.tag(id))};
  }

 private:
  const TextTable& forms_;
  const TextTable& separators_;
};

}  // namespace backfile
