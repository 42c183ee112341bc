// Reads a record as what puts its text together does, and adds up lengths instead.
#include "indexer/forward/located_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/forward/article_text.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Notes where each word falls in its text.
class Words {
 public:
  explicit Words(std::span<const FormId> ids) : ids_(ids) {}

  void open(Opening opening, std::uint32_t position) {
    end_text();
    texts_.push_back({opening, position, {}, {}});
    const auto behind = std::find_if(ids_.begin() + position + 1, ids_.end(),
                                     [](FormId id) { return id <= last_opening; });
    texts_.back().words.reserve(static_cast<std::size_t>(behind - ids_.begin()) - position - 1);
  }

  void word(FormId form, std::string_view text, std::uint32_t, std::uint8_t flags) {
    const std::uint32_t begin = end_;
    end_ += static_cast<std::uint32_t>(text.size());
    const bool starts = (flags & begins_sentence) != 0;
    if (starts) shouted_ = (flags & begins_shouted) != 0;
    texts_.back().words.push_back({{begin, end_}, form, starts, shouted_});
  }

  void between(std::string_view text) { end_ += static_cast<std::uint32_t>(text.size()); }

  // Views of these parts; nothing if they are of other lengths.
  std::optional<std::vector<LocatedText>> in(std::span<const ArticlePart<std::string_view>> parts) {
    end_text();
    if (lengths_.size() != parts.size()) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (lengths_[i] != parts[i].text.size()) return std::nullopt;
      texts_[i].text = parts[i].text;
    }
    return std::move(texts_);
  }

 private:
  void end_text() {
    if (!texts_.empty()) lengths_.push_back(end_);
    end_ = 0;
  }

  std::span<const FormId> ids_;
  std::vector<LocatedText> texts_;
  std::vector<std::uint32_t> lengths_;
  std::uint32_t end_ = 0;  // of the text so far
  bool shouted_ = false;
};

// How much of what stands before a sentence's first word belongs to the sentence before.
std::size_t end_of_sentence(std::string_view between) {
  const std::size_t space = between.find_last_of(" \n\t\r"sv);
  if (space != between.npos) return space + 1;
  // Of scripts without spaces: behind the last full stop and what it closes.
  std::size_t end = 0;
  for (const std::string_view mark :
       {"。"sv, "！"sv, "？"sv, "．"sv, "」"sv, "』"sv, "”"sv, "）"sv}) {
    const std::size_t at = between.rfind(mark);
    if (at != between.npos) end = std::max(end, at + mark.size());
  }
  return end;
}

}  // namespace

std::vector<LocatedText> located_text(const ForwardIndex& index, std::uint32_t docid,
                                      const Article& article) {
  const Record record = index.record(docid);
  std::vector<FormId> ids;
  index.read_ids(record, ids);
  Words words(ids);
  if (!read_through(ids, record.separators, index.lexicon(), words)) index.damaged_record();
  auto texts = words.in(text_of(article));
  if (!texts) index.damaged_record();
  return std::move(*texts);
}

std::vector<Range> sentences_of(const LocatedText& text) {
  std::vector<Range> sentences;
  std::uint32_t begin = 0, end = 0;  // of the sentence, of the word before
  for (const LocatedWord& word : text.words) {
    if (word.sentence_start && end > 0) {
      const std::string_view between = text.text.substr(end, word.range.begin - end);
      const std::uint32_t next = end + static_cast<std::uint32_t>(end_of_sentence(between));
      if (next > begin) sentences.push_back({begin, next});
      begin = next;
    }
    end = word.range.end;
  }
  const auto size = static_cast<std::uint32_t>(text.text.size());
  if (size > begin) sentences.push_back({begin, size});
  return sentences;
}

}  // namespace backfile
