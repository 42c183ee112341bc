// Our word and sentence rules, and ICU's dictionaries where a script has no spaces.
//
// The rules are UAX #29's as ICU has them for locale "sv": there the colon may stand inside a word,
// as in Unicode's own data, while ICU's root locale splits words at it. compound.h then splits them
// all the same, except before the suffixes that Swedish and Finnish write after a colon.
#include "indexer/text/tokenize.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "indexer/base/failure.h"
#include "indexer/text/boundaries.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_word = 256;  // code points

bool is_word_length(std::string_view word) {
  return word.size() <= longest_word || code_point_length(word) <= longest_word;
}

Range make_range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Nothing where the segment is none.
void add_word(std::string_view text, std::size_t begin, const Segment& segment,
              std::vector<Word>& words) {
  const Range range = make_range(begin, segment.end);
  if (segment.kind == SegmentKind::other || !is_word_length(slice(text, range))) return;
  const bool number = segment.kind == SegmentKind::number;
  words.push_back({range, number ? WordKind::number : WordKind::letters, segment.plain});
}

}  // namespace

// ICU's iterator with its dictionaries, opened when a text first needs it.
struct Tokenizer::Iterators {
  std::unique_ptr<icu::BreakIterator> words;
  UText source = UTEXT_INITIALIZER;

  ~Iterators() { utext_close(&source); }

  void open(UErrorCode& status) {
    const std::lock_guard lock(shared_icu());
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
  }

  void cut(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) {
    UErrorCode status = U_ZERO_ERROR;
    if (!words) open(status);
    utext_openUTF8(&source, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
    if (U_SUCCESS(status)) words->setText(&source, status);
    if (U_FAILURE(status))
      throw Failure(Exit::unreadable, "ICU's dictionaries are missing; reinstall libicu");
    std::int32_t start = words->first();
    for (std::int32_t stop = words->next(); stop != icu::BreakIterator::DONE;
         start = stop, stop = words->next()) {
      out.push_back({make_range(begin + static_cast<std::size_t>(start),
                                begin + static_cast<std::size_t>(stop)),
                     WordKind::ideographic});
    }
  }
};

Tokenizer::Tokenizer() : iterators_(std::make_unique<Iterators>()) {
}
Tokenizer::~Tokenizer() = default;

std::vector<Word> Tokenizer::words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 6);
  for (std::size_t begin = 0; begin < text.size();) {
    const Segment segment = next_segment(text, begin);
    if (segment.kind == SegmentKind::dictionary) {
      iterators_->cut(text, begin, segment.end, words);
    } else {
      add_word(text, begin, segment, words);
    }
    begin = segment.end;
  }
  return words;
}

std::size_t Tokenizer::add_words_and_runs(std::string_view text, std::size_t begin,
                                          std::vector<Word>& words) {
  do {
    const Segment segment = next_segment(text, begin);
    if (segment.kind == SegmentKind::dictionary) {
      words.push_back({make_range(begin, segment.end), WordKind::ideographic});
    } else {
      add_word(text, begin, segment, words);
    }
    begin = segment.end;
  } while (begin < text.size() && text[begin] != ' ');
  return begin;
}

std::vector<Range> Tokenizer::sentences(std::string_view text) {
  std::vector<Range> sentences;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = sentence_end(text, begin);
    sentences.push_back(make_range(begin, end));
    begin = end;
  }
  return sentences;
}

}  // namespace backfile
