// Writers whose names are in a query, however these are typed.
#include "query/columns/author_lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/archive.h"
#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article by(std::string id, std::vector<std::string> authors) {
  Article article = small_article(std::move(id), "Storm", "A storm shook the bridge.");
  article.author = std::move(authors);
  return article;
}

class BylinesTest : public testing::Test {
 protected:
  // "Hanne Sørvik 2"
  std::vector<std::string> writers(std::string query) {
    Request request;
    request.query = std::move(query);
    return told(searcher_.search(request));
  }
  static std::vector<std::string> told(const Answer& answer) {
    std::vector<std::string> told;
    for (const Writer& writer : answer.writers) {
      told.push_back(writer.name + " " + std::to_string(writer.count));
    }
    return told;
  }

  SmallIndex index_{{by("1", {"Hanne Sørvik"}), by("2", {"Hanne Sørvik", "Tobias Orr"}),
                     by("3", {"Hanne Sorvik", "HANNE SØRVIK"}), by("4", {"Zoë Márkos-Brandt"}),
                     by("5", {"Zoe Markos Brandt"}), by("6", {"Tobias Tew"}),
                     by("7", {"Tobias Tew"}), by("8", {"Tobias Ash"}), by("9", {"Tobias Zeal"}),
                     by("10", {"Bureau of the Coast"}), by("11", {"Bridge Storm"}),
                     by("12", {"José Silva"}), by("13", {"王小明"})}};
  Searcher searcher_{open_archive(index_.directory())};
};

TEST_F(BylinesTest, FindNamesHoweverTheyAreTyped) {
  const auto sorvik = ElementsAre("Hanne Sørvik 3");
  EXPECT_THAT(writers("hanne sorvik"), sorvik);
  EXPECT_THAT(writers("SØRVIK"), sorvik);
  EXPECT_THAT(writers("Sørvik, Hanne"), sorvik);
  EXPECT_THAT(writers("\"Hanne Sørvik\""), sorvik);
  EXPECT_THAT(writers("sorvik -calm"), sorvik);
  EXPECT_THAT(writers("Zoë"), ElementsAre("Zoe Markos Brandt 1", "Zoë Márkos-Brandt 1"));
  EXPECT_THAT(writers("Zoe Markos-Brandt"),
              ElementsAre("Zoe Markos Brandt 1", "Zoë Márkos-Brandt 1"));
  EXPECT_THAT(writers("王小明"), ElementsAre("王小明 1"));
}

TEST_F(BylinesTest, NameThreeAtMostThoseWithMostArticlesFirst) {
  EXPECT_THAT(writers("tobias"), ElementsAre("Tobias Tew 2", "Tobias Ash 1", "Tobias Orr 1"));
}

TEST_F(BylinesTest, WantEveryWordOfAShortQuestionOrNeighboursOfIt) {
  EXPECT_THAT(writers("hanne tew"), IsEmpty());
  EXPECT_THAT(writers("hanne sorvik bridge"), ElementsAre("Hanne Sørvik 3"));
  EXPECT_THAT(writers("what did hanne sorvik write about the bridge"),
              ElementsAre("Hanne Sørvik 3"));
  EXPECT_THAT(writers("what did hanne write about the bridge of sorvik"), IsEmpty());
  EXPECT_THAT(writers("hanne title:storm sorvik calm sea"), IsEmpty()) << "no neighbours";
  EXPECT_THAT(writers("a storm tobias orr saw with jose silva"),
              ElementsAre("José Silva 1", "Tobias Orr 1"));
  EXPECT_THAT(writers("the history of the bridge and of the town"), IsEmpty())
      << "\"of the\" is nobody's name, though a bureau has it in its own";
}

TEST_F(BylinesTest, LookAtPlainWordsAlone) {
  EXPECT_THAT(writers("title:tobias"), IsEmpty());
  EXPECT_THAT(writers("author:tobias"), IsEmpty());
  EXPECT_THAT(writers("storm -tobias"), ElementsAre("Bridge Storm 1"));
  EXPECT_THAT(writers("storm OR tobias"), IsEmpty());
  EXPECT_THAT(writers(""), IsEmpty());
  EXPECT_THAT(writers("-"), IsEmpty());
}

TEST_F(BylinesTest, SayNothingWhereAnAuthorIsChosen) {
  Request request;
  request.query = "tobias";
  request.filters[FieldId::author] = {"Tobias Tew"};
  EXPECT_THAT(told(searcher_.search(request)), IsEmpty());
}

TEST_F(BylinesTest, AreThereWhereNothingElseIsFound) {
  Request request;
  request.query = "sorvik";
  const Answer answer = searcher_.search(request);
  EXPECT_EQ(answer.total, 0U);
  EXPECT_THAT(told(answer), ElementsAre("Hanne Sørvik 3"));
}

}  // namespace
}  // namespace backfile
