// The chain itself: compounds, forms, positions, runs of scripts without spaces, sentences.
#include "indexer/text/analyzer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <span>

#include "indexer/text/compound.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

Token make_token(Range range, std::uint32_t position, TokenKind kind) {
  Token token;
  token.range = range;
  token.position = position;
  token.kind = kind;
  return token;
}

// How a word is written: its letters in capitals, counted up to the first small letter.
struct Case {
  std::uint32_t upper = 0;
  bool lower = false;

  bool all_upper() const { return upper >= 2 && !lower; }
};

Case case_of(std::string_view word) {
  Case result;
  for (std::size_t i = 0; i < word.size() && !result.lower;) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(word.data(), i, c);
    const bool ascii = c < 0x80;
    result.lower = ascii ? c >= 'a' && c <= 'z' : u_islower(c) != 0;
    result.upper += ascii ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0;
  }
  return result;
}

// What folding can still leave in a word: the spaces in a ligature of several words, and too much.
void trim_term(std::string& term) {
  std::erase(term, ' ');
  if (term.size() > longest_term) term.resize(code_point_floor(term, longest_term));
}

// One call of analyze(): the tokens so far and where the next one stands.
class Pass {
 public:
  Pass(std::string_view text, std::string_view language, Stemmer& stemmer)
      : text_(text), language_(language), stemmer_(stemmer) {}

  void read(std::span<const Word> words) {
    tokens_.reserve(words.size() + words.size() / 8);
    while (!words.empty()) {
      words = words.subspan(words.front().kind == WordKind::ideographic ? read_run(words)
                                                                        : read_words(words));
    }
  }

  void mark_sentences(std::span<const Range> sentences) {
    std::size_t first = 0;
    for (const Range& sentence : sentences) {
      std::size_t last = first;
      while (last < tokens_.size() && tokens_[last].range.begin < sentence.end) ++last;
      if (last == first) continue;
      tokens_[first].sentence_start = true;
      if (is_shouted(first, last)) {
        for (std::size_t i = first; i < last; ++i) tokens_[i].capitals = false;
      }
      first = last;
    }
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  std::size_t read_words(std::span<const Word> words) {
    const std::size_t used = read_compound(text_, words, language_, compound_);
    const std::size_t first = tokens_.size();
    for (const Piece& piece : compound_.pieces) add_piece(piece);
    if (compound_.joined && tokens_.size() > first + 1) add_joined(first);
    return used;
  }

  void add_piece(const Piece& piece) {
    const std::string_view raw = piece.text.empty() ? slice(text_, piece.range) : piece.text;
    const bool number = piece.kind == WordKind::number;
    Token token = make_token(piece.range, 0, number ? TokenKind::number : TokenKind::word);
    Folded folded = fold(raw, language_);
    token.term = std::move(folded.term);
    token.accented = std::move(folded.accented);
    const Case letters = case_of(raw);
    token.capitals = letters.all_upper();
    add(std::move(token), letters);
  }

  // The pieces from `first` on, as one word, behind the first of them.
  void add_joined(std::size_t first) {
    Token joined = make_token({tokens_[first].range.begin, tokens_.back().range.end},
                              tokens_[first].position, TokenKind::joined);
    Case letters;
    bool accented = false;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      const Token& piece = tokens_[i];
      if (i > first) {
        joined.term += compound_.joint;
        joined.accented += compound_.joint;
      }
      joined.term += piece.term;
      joined.accented += piece.accented.empty() ? piece.term : piece.accented;
      accented = accented || !piece.accented.empty();
      letters.upper += cases_[i].upper;
      letters.lower = letters.lower || cases_[i].lower;
    }
    if (!accented) joined.accented.clear();
    joined.capitals = letters.all_upper();
    complete(joined);
    const auto at = static_cast<std::ptrdiff_t>(first) + 1;
    tokens_.insert(tokens_.begin() + at, std::move(joined));
    cases_.insert(cases_.begin() + at, Case{});
  }

  void add(Token token, Case letters) {
    complete(token);
    if (token.term.empty()) return;  // nothing but invisible characters
    token.position = ++position_;
    tokens_.push_back(std::move(token));
    cases_.push_back(letters);
  }

  void complete(Token& token) {
    trim_term(token.term);
    trim_term(token.accented);
    token.stop_word = is_stop_word(token.term, language_);
    const bool has_rules = token.kind == TokenKind::word || token.kind == TokenKind::joined;
    token.stem =
        !has_rules ? token.term
                   : stemmer_.stem(token.accented.empty() ? token.term : token.accented, language_);
  }

  std::size_t read_run(std::span<const Word> words);
  bool is_shouted(std::size_t first, std::size_t last) const;

  std::string_view text_, language_;
  Stemmer& stemmer_;
  std::uint32_t position_ = 0;
  std::vector<Token> tokens_;
  std::vector<Case> cases_;  // one for each token
  Compound compound_;
};

// A run of words without spaces between them: each at its first character, and beside them every
// two neighbouring characters.
std::size_t Pass::read_run(std::span<const Word> words) {
  std::size_t used = 1;
  while (used < words.size() && words[used].kind == WordKind::ideographic &&
         words[used].range.begin == words[used - 1].range.end) {
    ++used;
  }
  std::vector<Range> characters;  // with the marks that belong to them
  for (std::uint32_t i = words[0].range.begin, end = words[used - 1].range.end; i < end;) {
    const std::uint32_t begin = i;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), i, c);
    const bool mark =
        u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) != 0 || u_charType(c) == U_FORMAT_CHAR;
    if (mark && !characters.empty()) {
      characters.back().end = i;
    } else {
      characters.push_back({begin, i});
    }
  }

  std::size_t word = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    ++position_;
    for (; word < used && words[word].range.begin < characters[i].end; ++word) {
      Token token = make_token(words[word].range, position_, TokenKind::ideographic);
      token.term = fold(slice(text_, token.range), language_).term;
      complete(token);
      if (token.term.empty()) continue;
      tokens_.push_back(std::move(token));
      cases_.push_back({});
    }
    const std::uint32_t end = characters[std::min(i + 1, characters.size() - 1)].end;
    Token bigram = make_token({characters[i].begin, end}, position_, TokenKind::bigram);
    bigram.term = fold(slice(text_, bigram.range), language_).term;
    trim_term(bigram.term);
    if (bigram.term.empty()) continue;
    tokens_.push_back(std::move(bigram));
    cases_.push_back({});
  }
  return used;
}

// Whether the sentence of these tokens says nothing by its capitals: a headline, a heading.
bool Pass::is_shouted(std::size_t first, std::size_t last) const {
  constexpr std::size_t enough_words = 3;
  std::size_t upper = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (cases_[i].lower) return false;
    upper += cases_[i].upper > 0;
  }
  return upper >= enough_words;
}

}  // namespace

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) {
  Pass pass(text, language, stemmer_);
  pass.read(tokenizer_.words(text));
  pass.mark_sentences(tokenizer_.sentences(text));
  return pass.take();
}

std::string Analyzer::stem(const Token& token, std::string_view language) {
  if (token.kind == TokenKind::bigram) return {};
  if (token.kind != TokenKind::word && token.kind != TokenKind::joined) return token.term;
  return std::string(stemmer_.stem(token.accented.empty() ? token.term : token.accented, language));
}

}  // namespace backfile
