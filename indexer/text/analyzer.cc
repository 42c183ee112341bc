// The chain itself: compounds, forms, positions, runs of scripts without spaces, sentences.
#include "indexer/text/analyzer.h"

#include <algorithm>
#include <span>

#include "indexer/text/compound.h"
#include "indexer/text/forms.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"

namespace backfile {
namespace {

// One call of analyze(): the tokens so far and where the next one stands.
class Pass {
 public:
  Pass(std::string_view text, std::string_view language, FormMemo& memo, Stemmer& stemmer)
      : text_(text), language_(language), memo_(memo), stemmer_(stemmer) {}

  void read(std::span<const Word> words) {
    tokens_.reserve(words.size() + words.size() / 8);
    while (!words.empty()) {
      words = words.subspan(words.front().kind == WordKind::ideographic ? read_run(words)
                                                                        : read_words(words));
    }
  }

  void mark_sentences(std::span<const Range> sentences) {
    auto first = tokens_.begin();
    for (const Range& sentence : sentences) {
      auto last = first;
      while (last != tokens_.end() && last->range.begin < sentence.end) ++last;
      if (last != first) mark_sentence(sentence, {first, last});
      first = last;
    }
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  std::size_t read_words(std::span<const Word> words) {
    const std::size_t used = read_compound(text_, words, language_, compound_);
    const std::size_t first = tokens_.size();
    for (const Piece& piece : compound_.pieces) add_piece(piece);
    const bool complete = tokens_.size() - first == compound_.pieces.size();
    if (compound_.joined && complete) add_joined(first);
    return used;
  }

  std::string_view spelling(const Piece& piece) const {
    return piece.text.empty() ? slice(text_, piece.range) : piece.text;
  }

  void add_piece(const Piece& piece) {
    const bool number = piece.kind == WordKind::number;
    const Forms& forms = memo_.forms(spelling(piece), language_, stemmer_);
    if (forms.term.empty()) return;  // nothing but invisible characters
    ++position_;
    add(piece.range, number ? TokenKind::number : TokenKind::word, forms, piece.dotted);
  }

  // The pieces, whose tokens begin at `first`, as one word: behind the first of them.
  void add_joined(std::size_t first) {
    std::string word;
    for (const Piece& piece : compound_.pieces) {
      word += piece.joint;
      word += spelling(piece);
    }
    const Range range = {tokens_[first].range.begin, tokens_.back().range.end};
    add(range, TokenKind::joined, memo_.forms(word, language_, stemmer_));
    tokens_.back().position = tokens_[first].position;
    tokens_.back().pieces = static_cast<std::uint8_t>(compound_.pieces.size());
    const auto behind_first = tokens_.begin() + static_cast<std::ptrdiff_t>(first) + 1;
    std::rotate(behind_first, tokens_.end() - 1, tokens_.end());
  }

  void add(Range range, TokenKind kind, const Forms& forms, bool dotted = false) {
    Token& token = tokens_.emplace_back();
    token.range = range;
    token.position = position_;
    token.kind = kind;
    token.capitals = dotted || forms.capitals;
    token.stop_word = forms.stop_word && !token.capitals;
    token.term = forms.term;
    token.accented = forms.accented;
    token.stem = forms.stem;
  }

  std::size_t read_run(std::span<const Word> words);
  void add_bigram(Range range);
  void mark_sentence(Range sentence, std::span<Token> tokens);

  std::string_view text_, language_;
  FormMemo& memo_;
  Stemmer& stemmer_;
  std::uint32_t position_ = 0;
  std::vector<Token> tokens_;
  Compound compound_;
};

std::vector<Range> characters_of(std::string_view text, Range range) {
  std::vector<Range> characters;
  const std::string_view upto = text.substr(0, range.end);
  for (std::uint32_t begin = range.begin; begin < range.end;) {
    const auto end = static_cast<std::uint32_t>(character_end(upto, begin));
    characters.push_back({begin, end});
    begin = end;
  }
  return characters;
}

// A run of words without spaces between them: each at its first character, and beside them every
// two neighbouring characters.
std::size_t Pass::read_run(std::span<const Word> words) {
  std::size_t used = 1;
  while (used < words.size() && words[used].kind == WordKind::ideographic &&
         words[used].range.begin == words[used - 1].range.end) {
    ++used;
  }
  const std::vector<Range> characters =
      characters_of(text_, {words[0].range.begin, words[used - 1].range.end});
  std::size_t word = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    ++position_;
    for (; word < used && words[word].range.begin < characters[i].end; ++word) {
      const std::string_view written = slice(text_, words[word].range);
      const Forms& forms = memo_.forms(written, language_, stemmer_);
      if (!forms.term.empty()) add(words[word].range, TokenKind::ideographic, forms);
    }
    const bool last = i + 1 == characters.size();
    add_bigram({characters[i].begin, characters[last ? i : i + 1].end});
  }
  return used;
}

void Pass::add_bigram(Range range) {
  std::string term = fold(slice(text_, range), language_).term;
  if (term.empty() || term.size() > longest_term) return;
  Token& token = tokens_.emplace_back();
  token.range = range;
  token.position = position_;
  token.kind = TokenKind::bigram;
  token.term = std::move(term);
}

void Pass::mark_sentence(Range sentence, std::span<Token> tokens) {
  tokens.front().sentence_start = true;
  // Where every word is in capitals they say nothing: a headline, a heading.
  const auto in_capitals = std::ranges::count_if(
      tokens, [](const Token& token) { return token.capitals && token.kind != TokenKind::joined; });
  if (in_capitals < std::ptrdiff_t{fewest_shouted}) return;
  if (has_small_letters(slice(text_, sentence))) return;
  for (Token& token : tokens) {
    token.shouted = token.capitals;
    token.capitals = false;
    token.stop_word = is_stop_word(token.term, language_);
  }
}

}  // namespace

std::string analyzer_fingerprint() {
  return "analyzer " + std::to_string(analyzer_version) + ", stems " + Stemmer::fingerprint();
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language) {
  std::vector<Range> sentences;
  return analyze(text, language, sentences);
}

std::vector<Token> Analyzer::analyze(std::string_view text, std::string_view language,
                                     std::vector<Range>& sentences) {
  bytes_read_ += text.size();
  sentences = tokenizer_.sentences(text);
  Pass pass(text, language, memo_, stemmer_);
  pass.read(tokenizer_.words(text));
  pass.mark_sentences(sentences);
  return pass.take();
}

std::vector<Range> Analyzer::words_of_run(std::string_view run) {
  bytes_read_ += run.size();
  std::vector<Range> words;
  for (const Word& word : tokenizer_.words(run)) words.push_back(word.range);
  return words;
}

std::string Analyzer::stem(const Token& token, std::string_view language) {
  if (token.kind == TokenKind::bigram) return {};
  return stem_of(token.term, token.accented, language, stemmer_);
}

}  // namespace backfile
