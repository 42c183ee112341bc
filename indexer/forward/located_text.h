// The text of an article with the place of every word in it.
//
// Patterns find positions in a record; what is shown and marked are bytes. The text itself is the
// article's, which has been read from the same record. Uses article_text.h and forward_index.h;
// used by what marks articles. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/forward_index.h"
#include "indexer/text/tokenize.h"

namespace backfile {

struct LocatedWord {
  Range range;  // bytes of its text
  FormId form = 0;
  bool sentence_start = false;
  bool shouted = false;  // in a sentence all in capitals
};

// A title, a byline, a paragraph, a caption.
struct LocatedText {
  Opening opening = Opening::title;
  std::uint32_t position = 0;      // of the opening in the record
  std::string_view text;           // of the article
  std::vector<LocatedWord> words;  // the first has the position behind the opening's

  bool has(std::uint32_t place) const {
    return place > position && place - position <= words.size();
  }
  // From one word to another, by their positions in the record; both must stand in this text.
  Range range(std::uint32_t first, std::uint32_t last) const {
    return {words.at(first - position - 1).range.begin, words.at(last - position - 1).range.end};
  }
};

// All texts of the article with that docid, in the order of its record; `article` must be it, and
// outlive them. Failure{corrupt} if the record is damaged.
std::vector<LocatedText> located_text(const ForwardIndex& index, std::uint32_t docid,
                                      const Article& article);

// The sentences of the text, without gaps. They begin where the words say that they do: behind the
// space before such a word, so that a quotation mark that opens a sentence belongs to it.
std::vector<Range> sentences_of(const LocatedText& text);

}  // namespace backfile
