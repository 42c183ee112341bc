// Articles come out of a spool as they went in, whether held in memory or staged on disk.
#include "indexer/ingest/spool.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/temporary_directory.h"

namespace backfile {
namespace {

// A megabyte each, so that a dozen are more than a spool holds in memory.
Found long_article(int number) {
  Found found;
  found.article.id = "article-" + std::to_string(number);
  found.article.title = "The tide, part " + std::to_string(number);
  found.article.published = "2014-05-0" + std::to_string(1 + number % 9);
  found.article.body = {std::string(1 << 20, static_cast<char>('a' + number)), "It went out."};
  return found;
}

TEST(Spool, GivesBackWhatWasAddedFromMemoryAndFromDisk) {
  const TemporaryDirectory directory;
  Spool spool(directory.path());
  constexpr int articles = 12;
  for (int i = 0; i < articles; ++i) spool.add(long_article(i));
  ASSERT_EQ(spool.size(), static_cast<std::size_t>(articles));
  for (int i = 0; i < articles; ++i) {
    EXPECT_EQ(spool.load(static_cast<std::size_t>(i)).article, long_article(i).article) << i;
  }
}

TEST(Spool, ReplacesAnArticleWhereverItIsKept) {
  const TemporaryDirectory directory;
  Spool spool(directory.path());
  constexpr int articles = 12;
  for (int i = 0; i < articles; ++i) {
    Found found = long_article(i);
    found.lines = {"The tide", "It went out."};
    spool.add(found);
  }
  for (std::size_t i = 0; i < spool.size(); ++i) {
    EXPECT_TRUE(spool.has_lines(i)) << i;
    spool.replace(i, long_article(static_cast<int>(i) + 1));
    EXPECT_FALSE(spool.has_lines(i)) << i;
    EXPECT_EQ(spool.load(i).article, long_article(static_cast<int>(i) + 1).article) << i;
  }
}

}  // namespace
}  // namespace backfile
