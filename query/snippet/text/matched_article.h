// An article as snippets see it: its texts, their words and sentences, and what matches in them.
//
// Everything is read from the article's record (matching/records), so nothing is analyzed again and
// all of it is looked through, however long it is. snippet.h shows what is here. For one thread;
// points into the article and the patterns of its query, which must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/located_text.h"
#include "query/matching/match_pattern.h"
#include "query/matching/records/record_patterns.h"
#include "query/snippet/text/matched_text.h"

namespace backfile {

class MatchedArticle {
 public:
  // Reads the patterns in the article with that docid, which `article` must be. Failure{corrupt} if
  // its record is damaged.
  MatchedArticle(const Article& article, std::uint32_t docid, RecordPatterns& patterns);

  const Article& article() const { return article_; }
  std::span<const MatchPattern> patterns() const { return patterns_; }

  // The beginning of a text, as far as longest_part; empty if the article has it not.
  MatchedText title() const;
  MatchedText subtitle() const;
  MatchedText paragraph(std::size_t i) const;
  MatchedText caption(std::size_t i) const;

  // The marks of a whole text, merged, in its bytes.
  std::vector<Range> marks_of_title() const { return marks_of(title_); }
  std::vector<Range> marks_of_subtitle() const { return marks_of(subtitle_); }
  std::vector<Range> marks_of_paragraph(std::size_t i) const { return marks_of(paragraphs_[i]); }
  std::vector<Range> marks_of_caption(std::size_t i) const { return marks_of(captions_[i]); }

  // The first parts of the body with words in them, and those with matches: of a book, as many of
  // them as `most_read` allows, those with rare words of the query first.
  MatchedBody body() const;

 private:
  // A text with its matches, in the order of patterns; `token` counts its words.
  struct Text {
    LocatedText located;
    std::vector<TextMatch> matches = {};
  };
  // Words and bytes of a text.
  struct Part {
    const Text* text = nullptr;
    std::size_t paragraph = 0;
    std::size_t first = 0, last = 0;  // words, `last` behind them
    Range range;
    Edge begin = Edge::sentence, end = Edge::sentence;
    bool chosen = true;
  };

  void find_matches(const RecordPatterns& patterns);
  void sort_texts();
  std::vector<Range> marks_of(const Text* text) const;
  std::vector<Part> parts_of(const Text& text, std::size_t paragraph) const;
  static std::size_t end_of_part(const Text& text, const std::vector<Range>& held,
                                 std::size_t first);
  static void end_in_gap(Part& part);
  static bool starts_sentence(const Part& part);
  void choose(std::vector<Part>& parts) const;
  MatchedText read(const Part& part) const;
  MatchedText line(const Text* text) const;

  const Article& article_;
  std::span<const MatchPattern> patterns_;
  const ForwardIndex& index_;
  Analyzer& analyzer_;
  std::vector<Text> texts_;  // in the order of the record
  const Text* title_ = nullptr;
  const Text* subtitle_ = nullptr;
  std::vector<const Text*> paragraphs_, captions_;
};

}  // namespace backfile
