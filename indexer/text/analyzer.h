// From text to terms: the one chain that index, query and snippets share.
//
// Tokenizer -> fold -> stem, with positions and the places of sentences. Whoever compares a word of
// a query with a word of an article goes through here, so the two can never disagree. Uses the rest
// of this room; schema.h turns tokens into postings, query/planning/planner.h into queries,
// query/snippet/snippet.h into marks. An Analyzer is for one thread.
//
//   Analyzer analyzer;
//   for (const Token& token : analyzer.analyze("Dr. Smith's S-400s", "en")) ...
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/forms.h"
#include "indexer/text/stem.h"
#include "indexer/text/tokenize.h"

namespace backfile {

// Changes whenever the same text may give other terms; kept in the manifest of every index.
inline constexpr int analyzer_version = 4;  // 4: dots make acronyms as capitals do

// Names all that decides how a text is read: the version above and what it builds on.
std::string analyzer_fingerprint();

// Longest term in bytes, prefix left aside. Xapian's limit is 245 with prefix; longer terms are
// cut at a code point, the same in index and query.
inline constexpr std::size_t longest_term = 200;

enum class TokenKind : std::uint8_t {
  word,
  number,
  ideographic,
  bigram,
  // A compound (compound.h) as one word, beside its pieces: `s400` at the position of `s`, before
  // `400`. The index posts it like a word. A query for the compound wants the joined form or else
  // the phrase of its pieces; inside a longer phrase the pieces alone count, whose positions are
  // consecutive. A snippet marks the range of whichever matched.
  joined,
};

struct Token {
  Range range;                 // bytes of the analyzed text
  std::uint32_t position = 0;  // counts words from 1; in Han, Kana and Thai, characters
  TokenKind kind = TokenKind::word;
  std::uint8_t pieces = 1;  // of a joined form: how many positions its pieces take
  // Written as acronyms are: two letters or more in capitals ("US", "WHO") or with dots ("U.S.",
  // "a.m."), but not where the sentence has three words or more and all of them in capitals.
  bool capitals = false;
  bool shouted = false;  // the same in such a sentence, where capitals tell nothing
  bool stop_word = false;
  bool sentence_start = false;  // first token of a sentence
  std::string term;             // folded: what words, phrases and wildcards match
  std::string accented;         // the form before accents were removed; empty where it equals term
  std::string stem;             // in the language given; empty for bigrams, which are not ranked by
};

class Analyzer {
 public:
  // Tokens in the order of (position, kind). In scripts without spaces every character, which is
  // what character_end() of unicode.h says, advances the position by one: a dictionary word stands
  // at its first character, and beside the words every two neighbouring characters make a `bigram`
  // at the first one's position (the last character of a run makes one alone), so that a phrase of
  // bigrams finds any substring. `text` is one paragraph or one-line field, valid UTF-8.
  std::vector<Token> analyze(std::string_view text, std::string_view language);
  // The same, and the sentences of the text as sentences() has them.
  std::vector<Token> analyze(std::string_view text, std::string_view language,
                             std::vector<Range>& sentences);

  // The forms of a word, or of a compound as one word, as a token of it has them. Valid until the
  // next call of any of these.
  const Forms& forms(std::string_view word, std::string_view language) {
    return memo_.forms(word, language, stemmer_);
  }

  // The stem in `language` of a word as typed or as a token has it.
  std::string stem(const Token& token, std::string_view language);

  std::vector<Range> sentences(std::string_view text) { return tokenizer_.sentences(text); }

  // The words that a dictionary finds in a run of a script without spaces.
  std::vector<Range> words_of_run(std::string_view run);

  // How many bytes of text it has been given. What must not read a text again can be held to it.
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  Tokenizer tokenizer_;
  FormMemo memo_;
  Stemmer stemmer_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace backfile
