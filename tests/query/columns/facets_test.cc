// Counts of matches by field, with and without filters.
#include "query/columns/facets.h"

#include <gtest/gtest.h>

#include "query/search/archive.h"
#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

Article filed(std::string id, std::string section, std::vector<std::string> author,
              std::vector<std::string> tags, std::string published) {
  Article article = small_article(std::move(id), "Storm", "", std::move(published));
  article.section = std::move(section);
  article.author = std::move(author);
  article.tags = std::move(tags);
  return article;
}

class FacetsTest : public testing::Test {
 protected:
  Answer search(Request request) {
    request.query = "storm";
    request.facets = {"section", "author", "language", "tag", "source", "year"};
    return searcher_.search(request);
  }

  // "World 2*, Sport 1 | other 0, missing 1"
  static std::string told(const Answer& answer, const std::string& field) {
    for (const Facet& facet : answer.facets) {
      if (facet.field != field) continue;
      std::string text;
      for (const FacetValue& value : facet.values) {
        text += (text.empty() ? "" : ", ") + value.value + " " + std::to_string(value.count) +
                (value.selected ? "*" : "");
      }
      return text + " | other " + std::to_string(facet.other) + ", missing " +
             std::to_string(facet.missing);
    }
    return "no such facet";
  }

  SmallIndex index_{{filed("1", "World", {"Ann", "Bob"}, {"sea"}, "2019-01-01"),
                     filed("2", "World", {"Ann"}, {"sea", "wind"}, "2019-02"),
                     filed("3", "Sport", {}, {}, "2020"), filed("4", "", {"Bob"}, {"wind"}, ""),
                     small_article("5", "Calm")}};
  Searcher searcher_{open_archive(index_.directory())};
};

TEST_F(FacetsTest, CountEveryMatchByEveryField) {
  const Answer answer = search({});
  EXPECT_EQ(told(answer, "section"), "World 2, Sport 1 | other 0, missing 1");
  EXPECT_EQ(told(answer, "author"), "Ann 2, Bob 2 | other 0, missing 1");
  EXPECT_EQ(told(answer, "tag"), "sea 2, wind 2 | other 0, missing 1");
  EXPECT_EQ(told(answer, "language"), "en 4 | other 0, missing 0");
  EXPECT_EQ(told(answer, "source"), " | other 0, missing 4");
  EXPECT_EQ(told(answer, "year"), "2019 2, 2020 1 | other 0, missing 1");
}

TEST_F(FacetsTest, SurviveASelectionOfTheirOwn) {
  Request request;
  request.filters[FieldId::section] = {"world"};
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 2U);
  EXPECT_EQ(told(answer, "section"), "World 2*, Sport 1 | other 0, missing 1");
  EXPECT_EQ(told(answer, "author"), "Ann 2, Bob 1 | other 0, missing 0");
  EXPECT_EQ(told(answer, "year"), "2019 2 | other 0, missing 0");
}

TEST_F(FacetsTest, HoldEachSelectionAgainstTheOthers) {
  Request request;
  request.filters[FieldId::section] = {"World"};
  request.filters[FieldId::author] = {"Bob"};
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 1U);
  EXPECT_EQ(told(answer, "section"), "World 1* | other 0, missing 1");
  EXPECT_EQ(told(answer, "author"), "Ann 2, Bob 1* | other 0, missing 0");
}

TEST_F(FacetsTest, ShowASelectionThatMatchesNothing) {
  Request request;
  request.filters[FieldId::section] = {"Opera"};
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 0U);
  EXPECT_EQ(told(answer, "section"), "World 2, Sport 1, Opera 0* | other 0, missing 1");
}

TEST_F(FacetsTest, AreCountedOnEveryPageAlike) {
  Request request;
  request.offset = 3;
  request.limit = 1;
  EXPECT_EQ(told(search(request), "section"), "World 2, Sport 1 | other 0, missing 1");
  request.offset = 100;
  EXPECT_EQ(told(search(request), "section"), "World 2, Sport 1 | other 0, missing 1");
}

TEST_F(FacetsTest, ListTheMostFrequentAndSumUpTheRest) {
  const std::shared_ptr<const Archive> archive = open_archive(index_.directory());
  FacetCounter counter(*archive->planner.columns, field_of(FieldId::section));
  for (Xapian::docid docid = 1; docid <= archive->facts.documents; ++docid) counter.count(docid);
  const Facet facet = counter.result(1, {});
  ASSERT_EQ(facet.values.size(), 1U);
  EXPECT_EQ(facet.values[0].value, "World");
  EXPECT_EQ(facet.other, 1U);
  EXPECT_EQ(facet.missing, 2U);
}

TEST_F(FacetsTest, CountSpellingsOfOneNameTogether) {
  SmallIndex index({filed("1", "News", {"Inês Valdoro"}, {"Sea", "sea", "SEA"}, "2019"),
                    filed("2", "NEWS", {"Inês Valdoro", "Ines Valdoro"}, {"sea"}, "2019"),
                    filed("3", "news", {"INES VALDORO"}, {"wind"}, "2019"),
                    filed("4", "News", {"Ann"}, {}, "2019")});
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "storm";
  request.facets = {"section", "author", "tag"};
  const Answer answer = searcher.search(request);
  EXPECT_EQ(told(answer, "section"), "News 4 | other 0, missing 0");
  EXPECT_EQ(told(answer, "author"), "Inês Valdoro 3, Ann 1 | other 0, missing 0");
  EXPECT_EQ(told(answer, "tag"), "sea 2, wind 1 | other 0, missing 1");
  // What the list promises is what a click on it finds.
  request.filters[FieldId::author] = {"Inês Valdoro"};
  const Answer narrowed = searcher.search(request);
  EXPECT_EQ(narrowed.total, 3U);
  EXPECT_EQ(told(narrowed, "author"), "Inês Valdoro 3*, Ann 1 | other 0, missing 0");
  const std::vector<std::pair<std::string, std::uint64_t>> sections = {{"News", 4}};
  EXPECT_EQ(facts(searcher.archive()).sections, sections);
}

TEST_F(FacetsTest, RefuseAFieldThatTheyDoNotKnow) {
  Request request;
  request.query = "storm";
  request.facets = {"colour"};
  const Answer answer = searcher_.search(request);
  ASSERT_TRUE(answer.refused);
  EXPECT_EQ(answer.refused->reason, "There is no facet “colour”.");
  EXPECT_FALSE(answer.refused->hint.empty());
}

}  // namespace
}  // namespace backfile
