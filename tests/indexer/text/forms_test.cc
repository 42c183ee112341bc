#include "indexer/text/forms.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

// Different words with different stems: "banoks", "canoks", ...
std::string word_number(unsigned number) {
  std::string word;
  for (unsigned left = number; left > 0 || word.empty(); left /= 20) {
    word += "bcdfghjklmnpqrstvwxz"[left % 20];
    word += 'a';
  }
  return word + "noks";
}

// More words than any memo holds, so that it grows to its full size, and each slot changes hands.
TEST(FormMemo, GivesTheSameFormsHoweverManyWordsCameBefore) {
  FormMemo memo;
  Stemmer stemmer;
  for (int round = 0; round < 2; ++round) {
    for (unsigned number = 0; number < 20'000; ++number) {
      const std::string word = word_number(number);
      const Forms& forms = memo.forms(word, "en", stemmer);
      ASSERT_EQ(forms.term, word);
      ASSERT_EQ(forms.stem, word.substr(0, word.size() - 1)) << word;
    }
  }
}

TEST(FormMemo, KeepsTheFormsOfLanguagesApart) {
  FormMemo memo;
  Stemmer stemmer;
  EXPECT_EQ(memo.forms("meetings", "en", stemmer).stem, "meet");
  EXPECT_EQ(memo.forms("meetings", "", stemmer).stem, "meetings");
  EXPECT_EQ(memo.forms("meetings", "en", stemmer).stem, "meet");
}

}  // namespace
}  // namespace backfile
