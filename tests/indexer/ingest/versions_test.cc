// Which of several versions of an article is kept, and what happens to the others.
#include "indexer/ingest/versions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Outcome {
  std::size_t kept;
  std::uint64_t repeated;
  std::vector<std::string> rejected;  // "path: reason; path of the one kept"
};

Outcome choose(const std::vector<Article>& articles) {
  Outcome outcome{};
  const Versions versions = choose_version(
      articles.size(), [&](std::size_t number) { return articles[number]; },
      [&](const Rejected& lost) {
        EXPECT_EQ(lost.id, "1");
        EXPECT_EQ(lost.place, "");
        EXPECT_FALSE(lost.kept);
        outcome.rejected.push_back(lost.path + ": " + lost.reason + "; " + lost.instead);
      });
  outcome.kept = versions.kept;
  outcome.repeated = versions.repeated;
  return outcome;
}

Article version(const std::string& path, const std::string& title, const std::string& published,
                const std::string& modified) {
  Article article;
  article.id = "1";
  article.path = path;
  article.title = title;
  article.published = published;
  article.modified = modified;
  return article;
}

TEST(Versions, TheOneModifiedLastIsKeptWhereverItStands) {
  struct Case {
    const char *published, *modified;              // of the one to be kept
    const char *other_published, *other_modified;  // of the other
  };
  const Case cases[] = {
      {"2014-01-01", "2015-06-02", "2014-01-01", "2015-06-01"},
      {"2013-01-01", "2015-06-02", "2014-01-01", "2015-06-01"},
      {"2014-01-01", "2015", "2014-01-01", ""},
      {"2014-01-01", "2015", "", ""},
      {"2016-01-01", "", "2014-01-01", "2015-06-01"},
      {"2014-01-02", "", "2014-01-01", ""},
      {"2014-01-01", "", "", ""},
      {"2014-01-02", "2015-06-01", "2014-01-01", "2015-06-01"},
      {"2014", "2015-06-01T10:00:00Z", "2014", "2015-06-01"},
      {"2014", "2015-06-01T23:30:00-10:00", "2014", "2015-06-02T00:30:00+10:00"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(std::string(c.published) + " " + c.modified + " over " + c.other_published + " " +
                 c.other_modified);
    const Article later = version("a", "Later", c.published, c.modified);
    const Article earlier = version("b", "Earlier", c.other_published, c.other_modified);
    const std::string told = "b: another version of this article has a later date; a";
    EXPECT_EQ(choose({later, earlier}).kept, 0U);
    EXPECT_THAT(choose({later, earlier}).rejected, ElementsAre(told));
    EXPECT_EQ(choose({earlier, later}).kept, 1U);
    EXPECT_THAT(choose({earlier, later}).rejected, ElementsAre(told));
  }
}

TEST(Versions, OfOneDateTheOneReadLastIsKept) {
  const Outcome outcome =
      choose({version("a", "First", "2014", ""), version("b", "Second", "2014", ""),
              version("c", "Third", "2013", "")});
  EXPECT_EQ(outcome.kept, 1U);
  EXPECT_THAT(outcome.rejected,
              ElementsAre("a: another version of this article was read after it; b",
                          "c: another version of this article has a later date; b"));
}

TEST(Versions, ThatSayTheSameAreCountedAndLostToNobody) {
  const Article old = version("a", "Old", "2013", "");
  const Article now = version("b", "New", "2014", "");
  Article again = now;
  again.path = "c";
  again.published_by = {"<time> beside the headline", "1 January 2014"};
  const Outcome outcome = choose({now, old, again, old});
  EXPECT_EQ(outcome.repeated, 1U);
  EXPECT_EQ(outcome.rejected.size(), 2U) << "each file that is not in the index";
  EXPECT_THAT(choose({now, again, again}).rejected, IsEmpty());
  EXPECT_EQ(choose({now, again, again}).repeated, 2U);
}

TEST(Versions, AreNotThoseWhoseKeysMeetByChance) {
  Article other = version("b", "Storm", "2015", "");
  other.identity = "source The Lantern\n1";
  const Outcome outcome = choose({version("a", "Flood", "2014", ""), other});
  EXPECT_EQ(outcome.kept, 0U);
  EXPECT_THAT(outcome.rejected,
              ElementsAre("b: its key, made of its identity, is another article's by chance; a"));
}

}  // namespace
}  // namespace backfile
