// The text of an article as a record has it: its fields and paragraphs, each behind an opening.
//
// Taken apart before it is encoded, put together again from words and separators, and hashed so
// that the two can be compared. Uses format.h and separators.h; building/forward_run.h takes apart,
// forward_index.h puts together. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/format.h"
#include "indexer/forward/separators.h"

namespace backfile {

template <class Text>
struct ArticlePart {
  Opening opening;
  Text text;

  friend bool operator==(const ArticlePart&, const ArticlePart&) = default;
};
using ArticleParts = std::vector<ArticlePart<std::string>>;

// In the order of a record: title and subtitle unless empty, authors, paragraphs, captions. Views
// of the article.
std::vector<ArticlePart<std::string_view>> text_of(const Article& article);

// The article but for what text_of() has.
Article without_text(const Article& article);

// Puts the parts where they came from; the other members of the article stay as they are.
void set_text(Article& article, ArticleParts&& parts);

std::uint64_t hash_of(std::span<const ArticlePart<std::string_view>> parts);
std::uint64_t hash_of(std::span<const ArticlePart<std::string>> parts);

// A form as far as the text needs it.
struct WrittenForm {
  std::string_view text;
  bool is_character = false;  // of a script without spaces
};

// The text of a record; nothing if its entries do not fit its words. `ids` are openings and forms.
// `dictionary` has form(FormId) -> WrittenForm and separator(SeparatorId) -> Separator. Calls
// at_word(id, begin, flags) as it adds a word to the last part: where it begins there, and the flags
// of the separator before it.
template <class Dictionary, class AtWord>
std::optional<ArticleParts> put_together(std::span<const FormId> ids, std::string_view separators,
                                         const Dictionary& dictionary, const AtWord& at_word) {
  ArticleParts parts;
  SeparatorDecoder entries(separators);
  SeparatorEntry entry;
  bool more = entries.next(entry);
  WrittenForm next;  // what stands behind the separator; looked up before it, for its side
  Side left = Side::edge;
  std::uint8_t flags = 0;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    if (ids[i] <= last_opening) {
      parts.push_back({static_cast<Opening>(ids[i]), {}});
      left = Side::edge;
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      at_word(ids[i], parts.back().text.size(), flags);
      parts.back().text += next.text;
      left = next.is_character ? Side::character : Side::word;
    }
    Side right = Side::edge;
    if (i + 1 < ids.size() && ids[i + 1] > last_opening) {
      next = dictionary.form(ids[i + 1]);
      right = next.is_character ? Side::character : Side::word;
    }
    Separator behind = expected_separator(left, right, parts.back().opening);
    if (more && entry.position == i) {
      behind = dictionary.separator(entry.separator);
      more = entries.next(entry);
    }
    parts.back().text += behind.text;
    flags = behind.flags;
  }
  if (more || entries.damaged()) return std::nullopt;
  return parts;
}

template <class Dictionary>
std::optional<ArticleParts> put_together(std::span<const FormId> ids, std::string_view separators,
                                         const Dictionary& dictionary) {
  return put_together(ids, separators, dictionary, [](FormId, std::size_t, std::uint8_t) {});
}

}  // namespace backfile
