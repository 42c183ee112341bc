// Words as people write them: an article with one spelling of a word is found by every other, and
// the word is marked in the snippet. Index, query and snippet are tested together.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/snippet/with_brackets.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

const std::string before = "Nobody had expected ", after = " so early, they all said.";

Article article_with(const std::string& id, const std::string& word, const std::string& language) {
  Article article = small_article(id, "Notes", before + word + after);
  article.language = language;
  return article;
}

Answer ask(Searcher& searcher, const std::string& query, Match match = Match::all) {
  Request request;
  request.query = query;
  request.match = match;
  return searcher.search(request);
}

// All marked stretches of the body, joined with "|".
std::string marked(const Hit& hit) {
  std::string all;
  for (const Snippet& snippet : hit.snippets)
    for (const Range& mark : snippet.marks) {
      if (!all.empty()) all += '|';
      all += snippet.text.substr(mark.begin, mark.end - mark.begin);
    }
  return all;
}

struct SameWord {
  std::vector<std::string> spellings;
  std::string language = "en";
};

const std::vector<SameWord> same_words = {
    // Possessives, straight and curly.
    {{"harbour", "harbour's", "harbour’s", "Harbour"}},
    {{"O'Brien", "O’Brien", "o'brien"}},
    {{"l’arbre", "l'arbre", "arbre"}, "fr"},
    // Hyphens and designations; the second hyphen is U+2011.
    {{"S-400", "S400", "s 400", "S‑400"}},
    {{"A320neo", "a320neo", "A320-neo", "A320 neo", "A-320 neo"}},
    {{"Covid-19", "COVID-19", "covid19", "covid 19"}},
    {{"e-mail", "email", "E-mail"}},
    {{"wi-fi", "wifi", "Wi-Fi", "WiFi"}},
    // Abbreviations.
    {{"U.S.", "US"}},
    {{"U.N.", "UN"}},
    {{"AT&T", "at&t"}},
    {{"C++", "c++"}},
    // Numbers with units and separators.
    {{"3.5%", "3.5 %", "3.5"}},
    {{"1,000", "1000", "1\u202F000", "1\u00A0000"}},
    {{"$5bn", "5bn"}},
    {{"2014/15", "2014 15"}},
    // Handles and tags.
    {{"@brackwater", "brackwater"}},
    {{"#flood", "flood"}},
    // One word to a reader, other characters to a machine: ligature, full width, soft hyphen,
    // composed and decomposed.
    {{"ﬂood", "flood"}},
    {{"ＦＥＲＲＹ", "ferry"}},
    {{"bar\u00ADrier", "barrier"}},
    {{"caf\u00E9", "cafe\u0301", "cafe"}},
    // Accents.
    {{"Sørvik", "Sorvik"}},
    {{"Márkos", "Markos"}},
    {{"Straße", "Strasse"}, "de"},
    {{"naïve", "naive"}},
    {{"ёлка", "елка"}, "ru"},
};

TEST(Words, AreFoundAndMarkedInEachOfTheirSpellings) {
  for (const SameWord& word : same_words) {
    std::vector<Article> articles;
    for (const std::string& spelling : word.spellings)
      articles.push_back(article_with(spelling, spelling, word.language));
    articles.push_back(article_with("other", "the tide", word.language));
    SmallIndex index(articles);
    Searcher searcher(open_archive(index.directory()));
    for (const std::string& asked : word.spellings) {
      SCOPED_TRACE("asked: " + asked);
      const Answer answer = ask(searcher, asked);
      EXPECT_EQ(answer.total, word.spellings.size());
      for (const Hit& hit : answer.hits) {
        SCOPED_TRACE("written: " + hit.article.id);
        const std::string shown = marked(hit);
        EXPECT_FALSE(shown.empty());
        EXPECT_NE(hit.article.id, "other");
      }
    }
  }
}

struct OtherWord {
  std::string written, asked, language = "en";
};

const std::vector<OtherWord> other_words = {
    {"C++", "c#"},         {"1,000", "1"},      {"3.5%", "35"},           {"йод", "иод", "ru"},
    {"får", "far", "sv"},  {"wi-fi", "wife"},   {"AT&T", "att"},          {"S-400", "S-300"},
    {"harbour", "arbour"}, {"2014/15", "2015"}, {"@brackwater", "water"},
};

TEST(Words, AreNotTakenForOthers) {
  for (const OtherWord& pair : other_words) {
    SCOPED_TRACE(pair.written + " / " + pair.asked);
    SmallIndex index({article_with("1", pair.written, pair.language)});
    Searcher searcher(open_archive(index.directory()));
    EXPECT_EQ(ask(searcher, pair.asked).total, 0);
  }
}

struct Marked {
  std::string written, asked, marks, language = "en";
};

const std::vector<Marked> marks = {
    {"the harbour’s wall", "harbour", "harbour’s"},
    {"an S-400 pump", "s400", "S-400"},
    {"an S400 pump", "s-400", "S400"},
    {"an S 400 pump", "S-400", "S 400"},
    {"an e-mail", "email", "e-mail"},
    {"the U.S. consul", "US", "U.S."},
    {"some 1,000 crowns", "1000", "1,000"},
    {"a rise of 3.5% there", "3.5%", "3.5"},
    {"to press@harbour.example now", "harbour.example", "harbour.example"},
    {"to press@harbour.example now", "press@harbour.example", "press@harbour.example"},
    {"at https://www.harbour.example/tides?day=2 now", "tides", "tides"},
    {"a bar\u00ADrier there", "barrier", "bar\u00ADrier"},
    {"a ﬂood there", "flood", "ﬂood"},
    {"Hanne Sørvik there", "sorvik", "Sørvik"},
    {"by @brackwater there", "@brackwater", "brackwater"},
    {"in 2014/15 there", "2014/15", "2014/15"},
    {"in C++ there", "c++", "C++"},
};

TEST(Words, AreMarkedWhole) {
  for (const Marked& row : marks) {
    SCOPED_TRACE(row.written + " / " + row.asked);
    SmallIndex index({article_with("1", row.written, row.language)});
    Searcher searcher(open_archive(index.directory()));
    const Answer answer = ask(searcher, row.asked);
    ASSERT_EQ(answer.hits.size(), 1u);
    EXPECT_EQ(marked(answer.hits.front()), row.marks);
  }
}

TEST(Acronyms, InCapitalsComeBeforeThePronoun) {
  struct Pair {
    std::string asked, acronym, pronoun;
  };
  const std::vector<Pair> pairs = {
      {"US", "The consul said the US was far.", "They told us that it was far, and us it was."},
      {"WHO", "Doctors of the WHO came by.", "Those who came, and who knows who, went."},
      {"AIDS", "They died of AIDS at home.", "It aids those whom it aids with aids."},
      {"IT", "The council's IT broke down.", "It broke, and it was it again."},
  };
  for (const Pair& pair : pairs) {
    SCOPED_TRACE(pair.asked);
    std::vector<Article> articles = {small_article("pronoun", "Notes", pair.pronoun, "2021-01-01"),
                                     small_article("acronym", "Notes", pair.acronym, "2020-01-01")};
    SmallIndex index(articles);
    Searcher searcher(open_archive(index.directory()));
    const Answer capitals = ask(searcher, pair.asked);
    ASSERT_FALSE(capitals.hits.empty());
    EXPECT_EQ(capitals.hits.front().article.id, "acronym");
    EXPECT_EQ(marked(capitals.hits.front()), pair.asked);
    std::string small = pair.asked;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    EXPECT_EQ(ask(searcher, small).total, 2u) << "small letters mean either";
  }
}

// Wherever it is shown: the title, the passages and the article's page agree.
TEST(Acronyms, AreMarkedAlikeInAllOfAnArticle) {
  SmallIndex index({small_article("aids", "First Aids", "Hearing aids.\n\nA leaflet about AIDS."),
                    small_article("quilts", "Quilts", "They had AIDS and AIDS alone. AIDS it was."),
                    small_article("other", "Aids", "It aids us.")});
  Searcher searcher(open_archive(index.directory()));
  const Answer answer = ask(searcher, "AIDS");
  ASSERT_EQ(answer.total, 3u);
  EXPECT_EQ(answer.hits.front().article.id, "quilts");
  for (const Hit& hit : answer.hits) {
    std::size_t in_results = hit.title.marks.size();
    for (const Snippet& snippet : hit.snippets) in_results += snippet.marks.size();
    std::size_t on_page = 0;
    const std::optional<MarkedArticle> page = searcher.marked(hit.key, "AIDS");
    for (const Snippet& part : page->passages) on_page += part.marks.size();
    EXPECT_EQ(in_results, on_page) << hit.article.id;
    EXPECT_EQ(in_results, hit.article.id == "aids" ? 1u : hit.article.id == "quilts" ? 3u : 2u);
  }
}

TEST(Runs, AreMarkedWholeWhereTheyStandAsTyped) {
  SmallIndex index({small_article("m", "x", "那天航海博物馆开门，圣布兰诺克医院没有。")});
  Searcher searcher(open_archive(index.directory()));
  EXPECT_EQ(marked(ask(searcher, "航海博物馆").hits.front()), "航海博物馆");
  EXPECT_EQ(marked(ask(searcher, "圣布兰诺克医院").hits.front()), "圣布兰诺克医院");
}

// There is no telling there; but where the article has the acronym, that is what is meant.
TEST(Acronyms, AreMarkedInHeadlinesOfCapitals) {
  SmallIndex index({small_article("a", "OPEC MEETS AGAIN", "Ministers met today."),
                    small_article("b", "OPEC MEETS TWICE", "Ministers of OPEC met today."),
                    small_article("c", "WHO RAISES ALARM", "The WHO raised an alarm.")});
  Searcher searcher(open_archive(index.directory()));
  for (const char* asked : {"OPEC", "\"OPEC\"", "opec", "title:OPEC", "OPEC met"}) {
    SCOPED_TRACE(asked);
    for (const Hit& hit : ask(searcher, asked).hits) {
      EXPECT_EQ(with_brackets(hit.title).substr(0, 6), "[OPEC]");
    }
  }
  for (const char* asked : {"WHO", "\"WHO\"", "=WHO"}) {
    SCOPED_TRACE(asked);
    const Answer answer = ask(searcher, asked);
    ASSERT_EQ(answer.hits.size(), 1u);
    EXPECT_EQ(with_brackets(answer.hits[0].title), "[WHO] RAISES ALARM");
  }
}

TEST(Acronyms, KeepTheirCapitalsInPhrasesAndAsExactWords) {
  SmallIndex index(
      {small_article("acronym", "Notes", "Doctors of the WHO came by with AIDS drugs."),
       small_article("pronoun", "Notes", "Doctors of the man who came by. It aids us.")});
  Searcher searcher(open_archive(index.directory()));
  for (const char* asked : {"\"WHO\"", "=WHO", "\"the WHO came\"", "=AIDS"}) {
    SCOPED_TRACE(asked);
    const Answer answer = ask(searcher, asked);
    ASSERT_EQ(answer.total, 1u);
    EXPECT_EQ(answer.hits[0].article.id, "acronym");
  }
  EXPECT_EQ(ask(searcher, "\"who\"").total, 2u);
  EXPECT_EQ(ask(searcher, "\"AIDS\"").hits.front().article.id, "acronym");
}

// What a common word of one language finds in the articles of another.
TEST(Words, ThatAreCommonFindNoNamesInOtherLanguages) {
  const auto in = [](const std::string& id, const std::string& language, const std::string& body) {
    Article article = small_article(id, "Notes", body);
    article.language = language;
    return article;
  };
  SmallIndex index({in("en", "en", "The lock is on the left of the dam."),
                    in("more en", "en", "The keeper of the lock was away."),
                    in("most en", "en", "Nobody saw the water come up."),
                    in("es", "es", "No existe tal cosa, dice el enfermero Theo Lindqvist."),
                    in("paper", "fr", "On le lit dans The Lantern, un journal."),
                    in("de", "de", "Die Schleuse liegt links, sagt die Wärterin."),
                    in("many de", "de", "Die Tore waren auf, die Brücke zu."),
                    in("death", "en", "A man may die of it."),
                    in("deaths", "en", "A man died of it.")});
  Searcher searcher(open_archive(index.directory()));
  const auto ids = [&](const std::string& query) {
    std::set<std::string> found;
    for (const Hit& hit : ask(searcher, query).hits) found.insert(hit.article.id);
    return found;
  };
  using Set = std::set<std::string>;
  EXPECT_EQ(ids("the lang:es"), Set{}) << "Theo has the Spanish stem of the word";
  EXPECT_EQ(ids("the -lang:en"), Set{"paper"});
  EXPECT_EQ(ids("the"), (Set{"en", "more en", "most en", "paper"}));
  EXPECT_EQ(ids("die lang:en"), (Set{"death", "deaths"})) << "an English word as well";
  EXPECT_EQ(marked(ask(searcher, "the lang:fr").hits.at(0)), "The");
}

TEST(Phrases, CrossTheSpellingsOfTheirWords) {
  struct Row {
    std::string written, asked;
  };
  const std::vector<Row> rows = {
      {"They send e-mail now.", "\"send email now\""},
      {"They send email now.", "\"send e-mail now\""},
      {"An S-400 pump came.", "\"S400 pump\""},
      {"An S400 pump came.", "\"S-400 pump\""},
      {"An S400 pump came.", "\"an s 400 pump\""},
      {"The U.S. consul came.", "\"the US consul\""},
      {"The US consul came.", "\"the U.S. consul\""},
      {"The harbour’s wall fell.", "\"harbour's wall\""},
      {"Some 1,000 crowns went.", "\"1000 crowns\""},
      {"The wi-fi router died.", "\"wifi router died\""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.written + " / " + row.asked);
    SmallIndex index({small_article("1", "Notes", row.written)});
    Searcher searcher(open_archive(index.directory()));
    EXPECT_EQ(ask(searcher, row.asked).total, 1u);
  }
}

struct First {
  std::string asked, written, rival, language = "en";
};

// Both are found, the first of the two stands first though the second is newer.
const std::vector<First> spelling_first = {
    {"Sørvik", "Sørvik", "Sorvik"},
    {"Sorvik", "Sorvik", "Sørvik"},
    {"café", "café", "cafe"},
    {"cafe", "cafe", "café"},
};

TEST(Words, StandFirstAsTyped) {
  for (const First& row : spelling_first) {
    SCOPED_TRACE(row.asked);
    std::vector<Article> articles = {article_with("rival", row.rival, row.language),
                                     article_with("written", row.written, row.language)};
    articles[0].published = "2020-01-02";
    articles[1].published = "2020-01-01";
    SmallIndex index(articles);
    Searcher searcher(open_archive(index.directory()));
    Request request;
    request.query = row.asked;
    const Answer answer = searcher.search(request);
    ASSERT_EQ(answer.hits.size(), 2U);
    EXPECT_EQ(answer.hits.front().article.id, "written");
  }
}

}  // namespace
}  // namespace backfile
