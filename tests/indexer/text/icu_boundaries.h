// Where ICU's iterators cut a text: what our rules are held to.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace backfile::test {

class IcuBoundaries {
 public:
  static IcuBoundaries of_words() {
    UErrorCode status = U_ZERO_ERROR;
    return IcuBoundaries(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
  }
  static IcuBoundaries of_sentences() {
    UErrorCode status = U_ZERO_ERROR;
    return IcuBoundaries(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }

  // Byte offsets, the first is 0 and the last the end.
  std::vector<std::size_t> boundaries(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(&source, status);
    std::vector<std::size_t> boundaries = {0};
    while (iterator_->next() != icu::BreakIterator::DONE) {
      boundaries.push_back(static_cast<std::size_t>(iterator_->current()));
    }
    utext_close(&source);
    return boundaries;
  }

 private:
  explicit IcuBoundaries(icu::BreakIterator* iterator) : iterator_(iterator) {}

  std::unique_ptr<icu::BreakIterator> iterator_;
};

// The same by a rule of ours, which says where the segment ends that begins at an offset.
template <class EndOf>
std::vector<std::size_t> boundaries_by(std::string_view text, const EndOf& end_of) {
  std::vector<std::size_t> boundaries = {0};
  while (boundaries.back() < text.size()) boundaries.push_back(end_of(text, boundaries.back()));
  return boundaries;
}

}  // namespace backfile::test
