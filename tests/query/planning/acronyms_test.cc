// The rule of capitals.cc: a table of what is found, counted, reported as missing, marked and
// noted.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using Ids = std::set<std::string>;
using Words = std::vector<std::string>;

// Bodies in small letters unless said otherwise; each says nothing of the other words asked for.
std::vector<Article> mixed_archive() {
  return {
      small_article("dotted", "Envoys", "The U.S. sent an envoy to Kettle Glen."),
      small_article("bare", "Trade", "Kettle Glen sells its wool to the US now."),
      small_article("pronoun", "Letters", "They told us, and us alone, of Kettle Glen."),
      small_article("shouted headline", "MAYOR TELLS US OF KETTLE GLEN", "So she did."),
      small_article("shouted lead", "Fair", "THE FAIR IS BACK IN POLAND WITH US\n\nIt rained."),
      small_article("in small letters", "Poland", "The fair in Poland was wet."),
      small_article("morning", "Fair", "It opens at 8 a.m. on the green."),
      small_article("old morning", "Fair", "It closed at 9 A.M. as a rule."),
      small_article("bare morning", "Fair", "It was 10 AM by the clock."),
      small_article("I am", "Letters", "I am a weaver."),
      small_article("AIDS", "Clinic", "Doctors spoke about AIDS."),
      small_article("aids", "Clinic", "The clinic sells hearing aids."),
      small_article("who", "Letters", "The man who wrote this is gone."),
  };
}

std::vector<Article> shouting_archive() {
  return {small_article("glen", "NEWS OF THE GLEN", "THE WOOL OF THE GLEN IS SOLD IN POLAND ."),
          small_article("us", "THE U.S. BUYS", "WHO TOLD US THAT IT BUYS WOOL ?"),
          small_article("short", "IT CAME", "OF THE\n\nIN POLAND")};
}

class AcronymRule : public testing::Test {
 protected:
  Answer ask(const std::string& query, Match match = Match::all, Sort sort = Sort::relevance) {
    Request request;
    request.query = query;
    request.match = match;
    request.sort = sort;
    request.strict = true;
    request.facets = {"language"};
    return searcher_->search(request);
  }

  void open(const std::vector<Article>& articles) {
    index_ = std::make_unique<SmallIndex>(articles);
    searcher_ = std::make_unique<Searcher>(open_archive(index_->directory()));
  }

  // However it is asked, all of an answer says the same.
  void expect(const std::string& query, const Ids& ids) {
    for (const Match match : {Match::automatic, Match::all, Match::any}) {
      SCOPED_TRACE(query);
      const bool several = query.find(' ') != query.npos && query.find('"') == query.npos;
      if (several && match == Match::any) continue;  // that finds more
      const Answer answer = ask(query, match);
      Ids found;
      for (const Hit& hit : answer.hits) {
        found.insert(hit.article.id);
        EXPECT_TRUE(hit.missing.empty()) << hit.article.id;
        const bool marked = !hit.title.marks.empty() ||
                            std::ranges::any_of(hit.snippets, [](const Snippet& snippet) {
                              return !snippet.marks.empty();
                            });
        EXPECT_TRUE(marked) << hit.article.id;
        EXPECT_TRUE(searcher_->marked(hit.key, query)->missing.empty()) << hit.article.id;
      }
      EXPECT_EQ(found, ids);
      EXPECT_FALSE(answer.refused);
      EXPECT_EQ(answer.total, ids.size());
      EXPECT_EQ(answer.complete, ids.size());
      const auto& languages = answer.facets.at(0).values;
      EXPECT_EQ(languages.empty() ? 0U : languages.at(0).count, ids.size());
    }
  }

  std::string notes(const std::string& query, Sort sort = Sort::relevance) {
    std::string notes;
    for (const Note& note : ask(query, Match::all, sort).notes) notes += note.message + "\n";
    return notes;
  }

  std::unique_ptr<SmallIndex> index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(AcronymRule, AreFoundWhereverTheyMayBeMeant) {
  open(mixed_archive());
  const Ids us{"dotted", "bare", "shouted headline", "shouted lead"};
  const Ids morning{"morning", "old morning", "bare morning"};
  for (const char* query : {"US", "U.S.", "u.s.", "\"US\"", "\"U.S.\"", "=US"}) expect(query, us);
  expect("us", {"dotted", "bare", "pronoun", "shouted headline", "shouted lead"});
  expect("title:US", {"shouted headline"});
  expect("title:\"tells US\"", {"shouted headline"});
  expect("title:=\"TELLS US\"", {"shouted headline"});
  expect("\"the US now\"", {"bare"});
  expect("\"told US\"", {});
  for (const char* query : {"a.m.", "A.M.", "AM", "\"a.m.\""}) expect(query, morning);
  expect("am", {"morning", "old morning", "bare morning", "I am"});
  expect("\"8 a.m. on\"", {"morning"});
  expect("AIDS", {"AIDS", "aids"});
  expect("=AIDS", {"AIDS"});
}

TEST_F(AcronymRule, AreNoneWhereAllIsInCapitals) {
  open(mixed_archive());
  expect("\"IN POLAND\"", {"shouted lead", "in small letters"});
  expect("\"FAIR IS BACK\"", {"shouted lead"});
  expect("=\"IN POLAND\"", {"shouted lead"});
  expect("THEY TOLD US", {"pronoun"});
  expect("THE U.S. SENT", {"dotted"});
  open(shouting_archive());
  expect("\"OF THE\"", {"glen", "short"});
  expect("\"of the\"", {"glen", "short"});
  expect("\"IN POLAND\"", {"glen", "short"});
  expect("WHO", {"us"});
  expect("U.S.", {"us"});
  expect("IT", {"us", "short"});
}

// Both words of the question count for what a headline in capitals has.
TEST_F(AcronymRule, AreNotMissingInAHeadlineOfCapitals) {
  open(mixed_archive());
  const Answer answer = ask("U.S. Glen", Match::any);
  EXPECT_EQ(answer.complete, 3U);
  for (const Hit& hit : answer.hits) {
    const std::string& id = hit.article.id;
    const bool has_all = id == "dotted" || id == "bare" || id == "shouted headline";
    EXPECT_EQ(hit.missing, has_all           ? Words{}
                           : id == "pronoun" ? Words{"U.S."}
                                             : Words{"Glen"})
        << id;
  }
}

TEST_F(AcronymRule, AreToldInANote) {
  open(mixed_archive());
  const std::string us =
      "“US” was read as an acronym: only where it has capitals or dots. For the word, type “us”.\n";
  EXPECT_EQ(notes("US"), us);
  EXPECT_EQ(notes("title:US"), us);
  EXPECT_EQ(notes("\"the US now\""), us);
  EXPECT_EQ(notes("wool -US"), us);
  EXPECT_EQ(notes("a.m."),
            "“a.m.” was read as an acronym: only where it has capitals or dots. For the word, type "
            "“am”.\n");
  const std::string aids =
      "Articles that write “AIDS” in capitals rank higher. For these alone, type “=AIDS”.\n";
  EXPECT_EQ(notes("AIDS"), aids);
  EXPECT_EQ(notes("AIDS", Sort::newest), "");
  const std::string who =
      "No article writes “WHO” in capitals or with dots, so it was read as the common word “who”";
  EXPECT_EQ(notes("WHO"), who + ", which counts only where nothing else is asked for.\n");
  EXPECT_EQ(notes("\"man WHO wrote\""), who + ".\n");
  EXPECT_EQ(notes("THEY TOLD US"),
            "The query is all in capitals, so its words were not read as acronyms.\n");
  EXPECT_EQ(notes("\"TELLS US\""),
            "“TELLS US” is all in capitals, so its words were not read as acronyms: they may be in "
            "small letters.\n");
  for (const char* quiet : {"us", "=US", "wool", "WOOL", "=\"TELLS US\"", "\"GREEN HOUSE\""}) {
    EXPECT_EQ(notes(quiet), "") << quiet;
  }
}

TEST_F(AcronymRule, ThatNobodyWritesSoAreCommonWords) {
  open(mixed_archive());
  expect("WHO", {"who"});
  expect("\"man WHO wrote\"", {"who"});
  expect("WHO weaver", {"I am"});
}

}  // namespace
}  // namespace backfile
