// What the lexicon answers: by string, folded form, family, prefix, value; and what it knows.
#include "indexer/forward/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <span>
#include <string>

#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const test::BuiltForward& archive() {
  static const std::vector<Article> articles = {
      test::article_of("en", "WHO is who", {"Who asked the WHO? The WHO who asked.", "die Dies"}),
      test::article_of("de", "Die Brücke", {"die die Brücken; 1.000 Brucke DIE"}),
      test::article_of("en", "Bridges of Sørvik",
                       {"The bridge bridged 1990s, 1990, 3.5 and 1,000 "
                        "of bridging sorvik in the U.S. at AT&T"}),
      test::article_of("zh", "大桥通车", {"大桥。"}),
  };
  static const test::BuiltForward built(articles, 2);
  return built;
}

std::vector<std::string> shown(std::span<const FormId> forms) {
  std::vector<std::string> texts;
  for (const FormId form : forms) {
    texts.push_back(std::string(archive()->lexicon().language(form)) + ":" +
                    std::string(archive()->lexicon().text(form)));
  }
  return texts;
}

TEST(Lexicon, NumbersFormsByFrequencyThenByBytes) {
  const Lexicon& lexicon = archive()->lexicon();
  std::map<FormId, std::uint32_t> occurrences;
  std::vector<FormId> ids;
  for (std::uint32_t docid = 1; docid <= archive().index().size(); ++docid) {
    archive()->read_ids(archive()->record(docid), ids);
    for (const FormId id : ids) ++occurrences[id];
  }
  for (FormId form = first_form; form + 1 < lexicon.end_form(); ++form) {
    const FormRow &row = lexicon.row(form), &next = lexicon.row(form + 1);
    const auto times = occurrences.at(form), next_times = occurrences.at(form + 1);
    ASSERT_GE(times, next_times);
    if (times == next_times) {
      ASSERT_LE(lexicon.text(form), lexicon.text(form + 1));
    }
    ASSERT_LE(row.documents, times);
    ASSERT_LE(next.documents, next_times);
  }
}

TEST(Lexicon, TellsFormsApartByBytesAndLanguage) {
  const Lexicon& lexicon = archive()->lexicon();
  EXPECT_THAT(shown(lexicon.with_folded("who")), ElementsAre("en:WHO", "en:who", "en:Who"));
  EXPECT_THAT(shown(lexicon.with_folded("die")),
              UnorderedElementsAre("de:die", "de:Die", "de:DIE", "en:die"));
  EXPECT_THAT(shown(lexicon.with_folded("sorvik")), UnorderedElementsAre("en:Sørvik", "en:sorvik"));
  EXPECT_THAT(lexicon.with_folded("nowhere"), IsEmpty());
  EXPECT_THAT(lexicon.with_folded(""), IsEmpty());
}

TEST(Lexicon, FindsTheFormItself) {
  const Lexicon& lexicon = archive()->lexicon();
  const auto form = lexicon.find("WHO", "en", "who");
  ASSERT_TRUE(form);
  EXPECT_EQ(lexicon.text(*form), "WHO");
  EXPECT_EQ(lexicon.row(*form).documents, 1U);
  EXPECT_FALSE(lexicon.find("WHO", "de", "who"));
  EXPECT_FALSE(lexicon.find("wHo", "en", "who"));
}

TEST(Lexicon, KnowsHowAFormIsRead) {
  const Article article =
      test::article_of("en", "", {"The U.S. read 1,000 of Qur’an, Smith's and the bridge"});
  const test::BuiltForward built(std::span(&article, 1));
  const Lexicon& lexicon = built->lexicon();
  std::map<std::string, std::string> read;
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    read.emplace(lexicon.text(form), lexicon.spelled(form));
  }
  EXPECT_EQ(read, (std::map<std::string, std::string>{{"The", "The"},
                                                      {"U.S.", "US"},
                                                      {"read", "read"},
                                                      {"1,000", "1000"},
                                                      {"of", "of"},
                                                      {"Qur’an", "Quran"},
                                                      {"Smith's", "Smith"},
                                                      {"and", "and"},
                                                      {"the", "the"},
                                                      {"bridge", "bridge"}}));
}

TEST(Lexicon, FindsByPrefix) {
  const Lexicon& lexicon = archive()->lexicon();
  EXPECT_THAT(shown(lexicon.with_prefix("bridg")),
              ElementsAre("en:bridge", "en:bridged", "en:Bridges", "en:bridging"));
  EXPECT_THAT(shown(lexicon.with_prefix("大")), ElementsAre("zh:大"));
  EXPECT_THAT(lexicon.with_prefix("zzz"), IsEmpty());
  EXPECT_EQ(lexicon.with_prefix("").size(), lexicon.size());
}

TEST(Lexicon, GathersTheInflectionsOfALanguage) {
  const Lexicon& lexicon = archive()->lexicon();
  EXPECT_THAT(shown(lexicon.family("en", "bridg")),
              UnorderedElementsAre("en:bridge", "en:bridged", "en:Bridges", "en:bridging"));
  EXPECT_THAT(lexicon.family("de", "bridg"), IsEmpty());
  const auto form = lexicon.find("Brücke", "de", "brucke");
  ASSERT_TRUE(form);
  EXPECT_THAT(shown(lexicon.family_of(*form)), testing::Contains("de:Brücken"));
  EXPECT_THAT(lexicon.family_of(*lexicon.find("大", "zh", "大")), IsEmpty());
}

TEST(Lexicon, KnowsWhatNumbersCount) {
  const Lexicon& lexicon = archive()->lexicon();
  std::vector<std::pair<double, std::string>> numbers;
  for (const FormId form : lexicon.numbers_between(3.5, 1990)) {
    numbers.emplace_back(lexicon.number(form).value(), lexicon.text(form));
  }
  EXPECT_THAT(numbers, ElementsAre(std::pair(3.5, "3.5"), std::pair(1000.0, "1,000"),
                                   std::pair(1000.0, "1.000"), std::pair(1990.0, "1990")));
  EXPECT_THAT(lexicon.numbers_between(4, 3), IsEmpty());
  EXPECT_FALSE(lexicon.number(*lexicon.find("1990s", "en", "1990s")));
}

TEST(Lexicon, FlagsWhatAFormIs) {
  struct Case {
    const char *text, *language, *folded;
    unsigned flags;
  };
  const Case cases[] = {
      {"the", "en", "the", form_is_stop_word},
      {"WHO", "en", "who", form_in_capitals | form_is_stop_word},
      {"U.S.", "en", "us", form_in_capitals | form_is_stop_word | form_is_dotted},
      {"Sørvik", "en", "sorvik", form_has_accents},
      {"1990", "en", "1990", form_is_number},
      {"大", "zh", "大", form_is_character},
      {"bridge", "en", "bridge", 0},
  };
  const Lexicon& lexicon = archive()->lexicon();
  for (const Case& c : cases) {
    const auto form = lexicon.find(c.text, c.language, c.folded);
    ASSERT_TRUE(form) << c.text;
    EXPECT_EQ(lexicon.row(*form).flags, c.flags) << c.text;
    EXPECT_EQ(lexicon.folded(*form), c.folded);
  }
}

}  // namespace
}  // namespace backfile
