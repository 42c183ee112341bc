// Words behind =, which match in this form only, with its accents and its capitals.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

Answer ask(Searcher& searcher, const std::string& query) {
  Request request;
  request.query = query;
  request.match = Match::all;
  return searcher.search(request);
}

// The articles found, in each of which something is marked.
std::set<std::string> marked_ids(Searcher& searcher, const std::string& asked) {
  std::set<std::string> found;
  for (const Hit& hit : ask(searcher, asked).hits) {
    EXPECT_FALSE(hit.title.marks.empty() && hit.snippets.at(0).marks.empty())
        << hit.article.id << " has no mark for " << asked;
    found.insert(hit.article.id);
  }
  return found;
}

// Exactly as typed means wherever it is so written: also where all of a headline is.
TEST(ExactWords, InCapitalsAreFoundInHeadlinesOfCapitals) {
  SmallIndex index({small_article("headline", "AIDS DRUGS ARE CHEAPER", "The price fell."),
                    small_article("text", "Drugs", "The fight against AIDS goes on."),
                    small_article("verb", "Help", "It aids the poor."),
                    small_article("verb in capitals", "PARISH AIDS THE POOR", "So it does."),
                    small_article("name", "Aids charity", "Aids is how some write it.")});
  Searcher searcher(open_archive(index.directory()));
  const auto ids = [&](const std::string& asked) { return marked_ids(searcher, asked); };
  using Set = std::set<std::string>;
  EXPECT_EQ(ids("=AIDS"), (Set{"headline", "text", "verb in capitals"}));
  EXPECT_EQ(ids("title:=AIDS"), (Set{"headline", "verb in capitals"}));
  EXPECT_EQ(ids("=\"AIDS DRUGS\""), Set{"headline"});
  EXPECT_EQ(ids("=\"AIDS DRUGS ARE\""), Set{"headline"}) << "all capitals in the question";
  EXPECT_EQ(ids("=AIDS =DRUGS =ARE"), Set{"headline"});
  EXPECT_EQ(ids("=CHARITY"), Set{}) << "nobody writes it so";
  EXPECT_EQ(ids("=aids").size(), 5U);
  EXPECT_EQ(ids("AIDS").size(), 5U);
  EXPECT_EQ(ids("fight -=AIDS"), Set{});
}

// Letters are letters in every script, with accents or without.
TEST(ExactWords, InCapitalsAreToldFromSmallLettersWithAccentsToo) {
  SmallIndex index({small_article("capitals", "Notes", "Over the door stood CAFÉ in red."),
                    small_article("small", "Notes", "They met in the café by the quay."),
                    small_article("bare", "Notes", "Over the door stood CAFE in red."),
                    small_article("both apart", "Notes", "A café by the CAFE of the quay."),
                    small_article("headline", "LE CAFÉ NOIR EST CHER", "So it is."),
                    small_article("opec", "Заметки", "Страны ОПЕК снизили добычу."),
                    small_article("wards", "Заметки", "Таких опек было много."),
                    small_article("greek", "Notes", "Στο ΝΑΤΟ και στην ΕΕ."),
                    small_article("street", "Notes", "A sign said STRASSE and ÄRZTE there."),
                    small_article("doctors", "Notes", "Die Ärzte gingen.")});
  Searcher searcher(open_archive(index.directory()));
  const auto ids = [&](const std::string& asked) { return marked_ids(searcher, asked); };
  using Set = std::set<std::string>;
  EXPECT_EQ(ids("=CAFÉ"), (Set{"capitals", "headline"}));
  EXPECT_EQ(ids("title:=CAFÉ"), Set{"headline"});
  EXPECT_EQ(ids("=\"CAFÉ NOIR\""), Set{"headline"});
  EXPECT_EQ(ids("=\"CAFÉ in\""), Set{"capitals"});
  EXPECT_EQ(ids("=CAFE"), (Set{"capitals", "bare", "both apart", "headline"}))
      << "capitals may do without their accents in a question";
  EXPECT_EQ(ids("=café").size(), 4U);
  EXPECT_EQ(ids("=ОПЕК"), Set{"opec"});
  EXPECT_EQ(ids("=опек").size(), 2U);
  EXPECT_EQ(ids("=ΝΑΤΟ"), Set{"greek"});
  EXPECT_EQ(ids("=ÄRZTE"), Set{"street"});
  EXPECT_EQ(ids("=Ärzte").size(), 2U);
}

}  // namespace
}  // namespace backfile
