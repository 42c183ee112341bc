// The drawing of format.h, as files have it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/forward/separators.h"
#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using testing::ElementsAre;

// "<4>Storm hits S|-"|400": words and openings, each with the separator stored behind it.
std::string show(const ForwardIndex& index, std::uint32_t docid) {
  const Record record = index.record(docid);
  std::vector<FormId> ids;
  index.read_ids(record, ids);
  SeparatorDecoder entries(record.separators);
  SeparatorEntry entry;
  bool more = entries.next(entry);
  std::string shown;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    if (i > 0) shown += ' ';
    shown += ids[i] <= last_opening ? "<" + std::to_string(ids[i]) + ">"
                                    : std::string(index.lexicon().text(ids[i]));
    if (!more || entry.position != i) continue;
    const Separator separator = index.lexicon().separator(entry.separator);
    shown += "[" + std::string(separator.text) + "]";
    if (separator.flags != 0) shown += std::to_string(separator.flags);
    more = entries.next(entry);
  }
  return shown;
}

TEST(Records, StoreOnlyTheSeparatorsThatAreNotExpected) {
  Article article =
      test::article_of("en", "Storm hits S-400 base",
                       {"A storm. It hit the base.", "WAR IS OVER. “Yes”", "大桥。NFL"});
  article.author = {"Ada Quill"};
  const std::vector<Article> articles = {article};
  const test::BuiltForward built(articles);
  EXPECT_EQ(show(built.index(), 1),
            "<1> Storm hits S[-]2 400 base <3> Ada Quill <4> A storm[. ]1 It hit the base "
            "<5>[]5 WAR IS OVER[. “]1 Yes[”] <5> 大 桥[。]1 NFL[]");
}

TEST(Records, KeepsWhatReindexingAsks) {
  const std::vector<Article> articles = {test::article_of("en", "One", {}),
                                         test::article_of("de", "Zwei", {})};
  const test::BuiltForward built(articles);
  EXPECT_EQ(built->analyzer(), "analyzer 1");
  EXPECT_EQ(built->reader_called(built->facts(2).reader), "test 1");
  EXPECT_EQ(built->lexicon().language_called(built->facts(2).language), "de");
  EXPECT_NE(built->facts(1).text_hash, built->facts(2).text_hash);
}

TEST(Separators, TakeAByteEachWhereTheyAreUsual) {
  struct Case {
    std::vector<SeparatorEntry> entries;
    std::size_t bytes;
  };
  const Case cases[] = {
      {{}, 0},
      {{{0, 0}}, 1},
      {{{14, 14}}, 1},
      {{{0, 14}, {15, 0}}, 2},
      {{{15, 0}}, 2},
      {{{0, 15}}, 2},
      {{{16, 500}, {4'000'000, 3}}, 4 + 5},
      {{{0xFFFFFFFE, 0xFFFFFFFE}}, 11},
  };
  for (const Case& c : cases) {
    SeparatorEncoder encoder;
    for (const SeparatorEntry& entry : c.entries) encoder.add(entry);
    EXPECT_EQ(encoder.bytes().size(), c.bytes);
    SeparatorDecoder decoder(encoder.bytes());
    SeparatorEntry entry;
    for (const SeparatorEntry& expected : c.entries) {
      ASSERT_TRUE(decoder.next(entry));
      EXPECT_EQ(entry.position, expected.position);
      EXPECT_EQ(entry.separator, expected.separator);
    }
    EXPECT_FALSE(decoder.next(entry));
    EXPECT_FALSE(decoder.damaged());
  }
}

TEST(Separators, NoticeWhatIsCutOffOrTooLarge) {
  const std::string broken[] = {"\x0F",
                                "\xF0",
                                "\x0F\xFF",
                                "\xFF\x01",
                                "\x0F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01",
                                "\x0F\xFF\xFF\xFF\xFF\x0F\x01"};
  for (const std::string& bytes : broken) {
    SeparatorDecoder decoder(bytes);
    for (SeparatorEntry entry; decoder.next(entry);) {
    }
    EXPECT_TRUE(decoder.damaged()) << testing::PrintToString(bytes);
  }
}

}  // namespace
}  // namespace backfile
