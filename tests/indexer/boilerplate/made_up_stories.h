// Stories of invented words, for tests that need any number of different ones.
//
// Every story of a seed is the same each time; no two lines of two stories are alike.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace backfile {

class MadeUpStories {
 public:
  explicit MadeUpStories(unsigned seed) : random_(seed) {}

  // low..high, both included.
  std::size_t pick(std::size_t low, std::size_t high) { return low + random_() % (high - low + 1); }
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  std::string words(std::size_t count) {
    static const char* const syllables[] = {"ba", "ker", "lo",  "min", "sta", "ru",  "ven", "ty",
                                            "ol", "fir", "dan", "gu",  "pe",  "sil", "or",  "mek"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      for (std::size_t part = pick(2, 4); part > 0; --part) text += syllables[pick(0, 15)];
    }
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
  }

  std::string title() { return words(pick(4, 9)); }
  std::string sentence() { return words(pick(6, 18)) + '.'; }

  std::string paragraph() {
    std::string text = sentence();
    for (std::size_t more = pick(1, 4); more > 0; --more) text += ' ' + sentence();
    return text;
  }

  std::vector<std::string> paragraphs(std::size_t count) {
    std::vector<std::string> story;
    while (story.size() < count) story.push_back(paragraph());
    return story;
  }

 private:
  std::mt19937 random_;
};

}  // namespace backfile
