// One text of an article, or a part of a long one, with its words, sentences and matches.
//
// matched_article.h makes them from a record; passage.h and cut.h choose among their sentences and
// words. Plain values that point into the article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {

// Paragraphs longer than this are cut into parts.
inline constexpr std::size_t longest_part = std::size_t{32} << 10;
// How much of one body is weighed for its passages, in bytes.
inline constexpr std::size_t most_read = std::size_t{256} << 10;

// Where a part of a very long paragraph begins or ends: where a sentence does, or inside one, or
// between words that no space parts.
enum class Edge : std::uint8_t { sentence, space, word };

struct TextWord {
  Range range;
  std::uint32_t position = 0;  // counts words from 1, from the beginning of the paragraph
  bool is_character = false;   // of a script without spaces
  bool stop_word = false;
  bool sentence_start = false;
};

// A place where a pattern matches.
struct TextMatch {
  std::uint32_t pattern = 0;  // its index
  std::uint32_t word = 0;     // index of the first word of the mark
  Range mark;                 // bytes: a word, a whole phrase
  Range extent;               // of all that the match needs: a text cut inside it no longer matches
};

struct MatchedText {
  std::string_view text;
  Edge begin = Edge::sentence, end = Edge::sentence;
  std::size_t paragraph = 0;
  std::uint32_t offset = 0;  // of the text in its paragraph
  std::vector<TextWord> words;
  std::vector<TextMatch> matches;  // in the order of patterns, then of the text
  // Without gaps. In a body, sentences that a match reaches across are one.
  std::vector<Range> sentences;
  std::size_t first_sentence = 0;  // how many sentences were read before
  Analyzer* analyzer = nullptr;    // finds the words of a run, so that it is not cut inside one

  std::string_view bytes(Range range) const {
    return text.substr(range.begin, range.end - range.begin);
  }
};

// In order; those that overlap or touch are one.
std::vector<Range> merged_marks(std::vector<Range> marks);

// The range widened to whole sentences.
Range sentences_around(const MatchedText& matched, Range range);

// Merges sentences that a match reaches across, and those whose boundary is inside a word.
void join_sentences(MatchedText& matched);

struct MatchedBody {
  // In the order of the article: the first parts with words in them, then those with matches.
  std::vector<MatchedText> texts;
  std::size_t openings = 0;   // how many are first parts
  std::size_t sentences = 0;  // of all that was weighed
  std::size_t words = 0;
};

}  // namespace backfile
