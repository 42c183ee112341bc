// Sentences, and how matches hold them together.
#include "query/snippet/text/matched_text.h"

#include <algorithm>
#include <iterator>

namespace backfile {

std::vector<Range> merged_marks(std::vector<Range> marks) {
  std::ranges::sort(marks);
  std::size_t kept = 0;
  for (const Range& mark : marks) {
    if (kept > 0 && mark.begin <= marks[kept - 1].end) {
      marks[kept - 1].end = std::max(marks[kept - 1].end, mark.end);
    } else {
      marks[kept++] = mark;
    }
  }
  marks.resize(kept);
  return marks;
}

Range sentences_around(const MatchedText& matched, Range range) {
  const auto first = std::ranges::upper_bound(matched.sentences, range.begin, {}, &Range::begin);
  const auto last = std::ranges::lower_bound(matched.sentences, range.end, {}, &Range::end);
  const auto end = static_cast<std::uint32_t>(matched.text.size());
  return {first == matched.sentences.begin() ? 0 : std::prev(first)->begin,
          last == matched.sentences.end() ? end : last->end};
}

void join_sentences(MatchedText& matched) {
  std::vector<Range> sentences;
  std::vector<Range> held;  // extents of matches
  for (const TextMatch& match : matched.matches) held.push_back(match.extent);
  std::ranges::sort(held);
  auto next = held.begin();
  auto word = matched.words.begin();
  std::uint32_t reach = 0;  // the furthest end of a match or a word that began before
  for (const Range sentence : matched.sentences) {
    if (!sentences.empty() && reach > sentence.begin) {
      sentences.back().end = sentence.end;
    } else {
      sentences.push_back(sentence);
    }
    for (; next != held.end() && next->begin < sentence.end; ++next) {
      reach = std::max(reach, next->end);
    }
    for (; word != matched.words.end() && word->range.begin < sentence.end; ++word) {
      reach = std::max(reach, word->range.end);
    }
  }
  matched.sentences = std::move(sentences);
}

}  // namespace backfile
