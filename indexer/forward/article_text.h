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
#include "indexer/base/checksum.h"
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

// The hash of a text, part by part.
class TextHash {
 public:
  void add(Opening opening, std::string_view text) {
    sum_.add(static_cast<std::uint64_t>(opening));
    sum_.add(std::uint64_t{text.size()});
    sum_.add(text);
  }
  std::uint64_t value() const { return sum_.value(); }

 private:
  Checksum sum_;
};

std::uint64_t hash_of(std::span<const ArticlePart<std::string_view>> parts);
std::uint64_t hash_of(std::span<const ArticlePart<std::string>> parts);

// A form as far as the text needs it.
struct WrittenForm {
  std::string_view text;
  bool is_character = false;  // of a script without spaces
};

// Reads a record from its beginning to its end; false if its entries do not fit its words. `ids` are
// openings and forms. `dictionary` has form(FormId) -> WrittenForm and separator(SeparatorId) ->
// Separator. What follows one another goes to `reader`:
//   open(Opening, position)              a part begins
//   word(FormId, text, position, flags)  with the flags of the separator before it
//   between(text)                        the separator itself, often empty
template <class Dictionary, class Reader>
bool read_through(std::span<const FormId> ids, std::string_view separators,
                  const Dictionary& dictionary, Reader& reader) {
  SeparatorDecoder entries(separators);
  SeparatorEntry entry;
  bool more = entries.next(entry);
  WrittenForm next;  // what stands behind the separator; looked up before it, for its side
  Opening opening = Opening::title;
  Side left = Side::edge;
  std::uint8_t flags = 0;
  if (!ids.empty() && ids.front() > last_opening) return false;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    if (ids[i] <= last_opening) {
      opening = static_cast<Opening>(ids[i]);
      reader.open(opening, i);
      left = Side::edge;
    } else {
      reader.word(ids[i], next.text, i, flags);
      left = next.is_character ? Side::character : Side::word;
    }
    Side right = Side::edge;
    if (i + 1 < ids.size() && ids[i + 1] > last_opening) {
      next = dictionary.form(ids[i + 1]);
      right = next.is_character ? Side::character : Side::word;
    }
    Separator behind = expected_separator(left, right, opening);
    if (more && entry.position == i) {
      behind = dictionary.separator(entry.separator);
      more = entries.next(entry);
    }
    reader.between(behind.text);
    flags = behind.flags;
  }
  return !more && !entries.damaged();
}

// The text of a record; nothing if its entries do not fit its words.
template <class Dictionary>
std::optional<ArticleParts> put_together(std::span<const FormId> ids, std::string_view separators,
                                         const Dictionary& dictionary) {
  struct Writer {
    void open(Opening opening, std::uint32_t) { parts.push_back({opening, {}}); }
    void word(FormId, std::string_view text, std::uint32_t, std::uint8_t) { between(text); }
    void between(std::string_view text) {
      std::string& part = parts.back().text;
      if (text.size() == 1) {
        part += text.front();  // nearly always; no call
      } else {
        part += text;
      }
    }
    ArticleParts parts;
  } writer;
  if (!read_through(ids, separators, dictionary, writer)) return std::nullopt;
  return std::move(writer.parts);
}

}  // namespace backfile
