// Puts the text together as ever, and notes where each word falls.
#include "indexer/forward/located_text.h"

#include <algorithm>
#include <utility>

#include "indexer/forward/article_text.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Notes the words as they are added to their texts.
class Words {
 public:
  Words(std::span<const FormId> ids, const Lexicon& lexicon) : lexicon_(lexicon) {
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
      if (ids[i] <= last_opening) texts_.push_back({static_cast<Opening>(ids[i]), i, {}, {}});
    }
  }

  void add(FormId form, std::uint32_t position, std::size_t begin, std::uint8_t flags) {
    while (next_ < texts_.size() && texts_[next_].position < position) ++next_;
    const std::size_t end = begin + lexicon_.text(form).size();
    const bool starts = (flags & begins_sentence) != 0;
    if (starts) shouted_ = (flags & begins_shouted) != 0;
    texts_[next_ - 1].words.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         form,
         starts,
         shouted_});
  }

  std::vector<LocatedText> take() { return std::move(texts_); }

 private:
  const Lexicon& lexicon_;
  std::vector<LocatedText> texts_;
  std::size_t next_ = 0;
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

std::vector<LocatedText> located_text(const ForwardIndex& index, const Record& record) {
  std::vector<FormId> ids;
  index.read_ids(record, ids);
  Words words(ids, index.lexicon());
  std::uint32_t position = 0;
  auto parts = put_together(ids, record.separators, index.lexicon(),
                            [&](FormId form, std::size_t begin, std::uint8_t flags) {
                              while (ids[position] <= last_opening) ++position;
                              words.add(form, position++, begin, flags);
                            });
  if (!parts) index.damaged_record();
  std::vector<LocatedText> texts = words.take();
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i].text = std::move((*parts)[i].text);
  return texts;
}

std::vector<Range> sentences_of(const LocatedText& text) {
  std::vector<Range> sentences;
  std::uint32_t begin = 0, end = 0;  // of the sentence, of the word before
  for (const LocatedWord& word : text.words) {
    if (word.sentence_start && end > 0) {
      const std::string_view between =
          std::string_view(text.text).substr(end, word.range.begin - end);
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
