// Answers as people and programs see them: whole ones in golden files, dangers one by one.
#include "query/output/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "indexer/text/unicode.h"
#include "tests/golden_file.h"

namespace backfile {
namespace {

// A snippet whose marks are written ⟦so⟧.
Snippet snippet(std::string field, std::string text) {
  constexpr std::string_view opening = "⟦", closing = "⟧";
  Snippet made;
  made.field = std::move(field);
  for (std::size_t begin; (begin = text.find(opening)) != std::string::npos;) {
    text.erase(begin, opening.size());
    const std::size_t end = text.find(closing);
    text.erase(end, closing.size());
    made.marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  made.text = std::move(text);
  return made;
}

Hit hit(std::string id, std::string title, std::vector<Snippet> snippets) {
  Hit made;
  made.article.id = std::move(id);
  made.key = "k" + made.article.id;
  made.title = snippet("title", std::move(title));
  made.article.title = made.title.text;
  made.snippets = std::move(snippets);
  return made;
}

Answer storm_answer() {
  Answer answer;
  answer.query = "storm AND flood";
  answer.interpreted = "storm flood";
  answer.notes = {{6, "A sentence about this place."},
                  {std::nullopt, "A sentence about all of it."}};
  answer.total = 1234;
  answer.complete = 12;
  answer.offset = 9;
  answer.writers = {{"Jürgen “Jo” Flood", 10}, {"Ann Storm", 1}};
  answer.took_ms = 1.2345;
  answer.generation = "20260101T000000Z-1";
  answer.built_at = "2026-01-01T00:00:00Z";
  answer.documents = 21578;

  Hit full = hit("1",
                 "⟦Storm⟧ tide drowns the lower harbour while the town that had been warned of it "
                 "for years is sleeping",
                 {snippet("body",
                          "…the ⟦storm⟧ came ashore at four in the morning, and the ⟦flood⟧ "
                          "had filled every cellar before the bell of St Mary’s was rung by "
                          "the verger, who had walked through water to reach it."),
                  snippet("caption",
                          "The quay after the ⟦floods⟧, seen from the custom house on the "
                          "hill above the town, in the first light of the day.")});
  full.article.author = {"Jane Doe", "Jürgen Groß"};
  full.article.published = "2015-06-11T09:30:00+02:00";
  full.article.section = "World";
  full.article.language = "en";
  full.article.url = "https://example.org/2015/storm";
  full.score = 12.345678;
  full.copies = 2;
  answer.hits.push_back(full);

  Hit bare = hit("2", "", {});
  bare.score = 3;
  bare.missing = {"flood", "\"high water\""};
  answer.hits.push_back(bare);

  Hit wide = hit("3", "⟦洪水⟧淹沒港口",
                 {snippet("body",
                          "一九三一年的⟦洪水⟧淹沒了整個港口，市政廳的鐘聲在"
                          "黎明前響起，人們爬上屋頂等待救援，直到第二天晚上。")});
  wide.article.published = "1931";
  answer.hits.push_back(wide);

  answer.facets = {{"section", {{"World", 1000, true}, {"Sport", 3, false}}, 12, 4},
                   {"year", {}, 0, 0}};
  return answer;
}

// Escape characters made visible.
std::string visible(std::string text) {
  for (std::size_t at; (at = text.find('\x1b')) != std::string::npos;) text.replace(at, 1, "␛");
  return text;
}

TEST(ToText, ShowsTitleParticularsPassagesAndLink) {
  expect_golden("render_text.txt", to_text(storm_answer(), false, 72));
}

TEST(ToText, MarksMatchesInColour) {
  expect_golden("render_text_colour.txt", visible(to_text(storm_answer(), true, 48)));
}

TEST(ToText, SaysWhatIsACaptionAndWhatTheSubtitle) {
  Answer answer;
  answer.total = 1;
  answer.hits = {hit("1", "x",
                     {snippet("subtitle", "A ⟦storm⟧ at last"), snippet("body", "The ⟦storm⟧."),
                      snippet("caption", "After the ⟦storm⟧")})};
  const std::string all = to_text(answer, false, 80);
  EXPECT_NE(
      all.find("\n   Subtitle: A storm at last\n   The storm.\n   Caption: After the storm\n"),
      std::string::npos)
      << all;
  answer.hits[0].snippets = {snippet("subtitle", "A storm at last")};
  const std::string introduced = to_text(answer, false, 80);
  EXPECT_NE(introduced.find("\n   A storm at last\n"), std::string::npos)
      << "it only introduces the article: " << introduced;
}

TEST(ToText, EndsALineWithAnEllipsisOrBeginsTheNextWithOne) {
  Answer answer;
  answer.total = 1;
  answer.hits = {hit("1", "x",
                     {snippet("body", "before ⟦zork⟧ …"), snippet("body", "… after ⟦zork⟧ …"),
                      snippet("caption", "… of ⟦zork⟧")})};
  const std::string text = to_text(answer, false, 80);
  EXPECT_NE(text.find("\n   before zork …\n   after zork …\n   Caption: … of zork\n"),
            std::string::npos)
      << text;
}

TEST(ToText, KeepsEveryLineWithinTheTerminal) {
  for (std::size_t columns : {40U, 61U, 80U}) {
    const std::string text = to_text(storm_answer(), false, columns);
    for (std::size_t begin = 0, end; begin < text.size(); begin = end + 1) {
      end = text.find('\n', begin);
      EXPECT_LE(display_width(text.substr(begin, end - begin)), columns);
    }
  }
}

TEST(ToText, BreaksNoGraphemeOverTwoLines) {
  const std::string family = "👨‍👩‍👧";
  std::string families;
  for (int i = 0; i < 40; ++i) families += family;
  for (std::size_t columns = 40; columns < 60; ++columns) {
    Answer answer;
    answer.total = 1;
    answer.hits = {hit("1", "A ⟦banjo⟧", {snippet("body", "The ⟦banjo⟧ abc " + families)})};
    std::istringstream lines(to_text(answer, false, columns));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t first = line.find_first_not_of(' ');
      if (first == std::string::npos || line.find("👨") == std::string::npos) continue;
      const std::size_t begin = line.find("👨");
      EXPECT_EQ((line.size() - begin) % family.size(), 0U) << line;
    }
  }
}

TEST(ToText, CountsInPlainEnglish) {
  Answer answer = storm_answer();
  answer.complete.reset();
  const auto first_line = [&] {
    const std::string text = to_text(answer, false, 80);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_EQ(first_line(), "Articles 10 to 12 of 1,234 for storm AND flood");
  answer.offset = 0;
  answer.total = 3;
  EXPECT_EQ(first_line(), "3 articles for storm AND flood");
  answer.hits.resize(1);
  EXPECT_EQ(first_line(), "Article 1 of 3 for storm AND flood");
  answer.total = 1;
  EXPECT_EQ(first_line(), "1 article for storm AND flood");
  answer.query.clear();
  EXPECT_EQ(first_line(), "1 article");
  answer.hits.clear();
  answer.total = 0;
  answer.query = "x";
  EXPECT_EQ(first_line(), "No article for x among 21,578.");
  answer.total = 40;
  answer.offset = 100;
  answer.complete = 2;
  EXPECT_EQ(first_line(), "40 articles for x; 2 have all of the words in their text");
  answer.offset = 0;
  EXPECT_EQ(first_line(), "40 articles for x; 2 have all of the words in their text")
      << "only counted";
}

TEST(ToText, LetsNoArticleSteerTheTerminal) {
  const std::string hostile = "a\x1b[2J\x07\r\nb\u0085\u009b31mc\u202ed\x7f";
  Answer answer = storm_answer();
  answer.query = hostile;
  answer.interpreted = hostile + "x";
  answer.notes = {{1, hostile}};
  answer.hits = {hit("1", hostile, {snippet("body", hostile)})};
  Hit& only = answer.hits[0];
  only.key = only.article.section = only.article.published = only.article.url = hostile;
  only.missing = only.article.author = {hostile};
  answer.facets = {{hostile, {{hostile, 1, false}}, 0, 0}};
  for (const bool colour : {false, true}) {
    std::string text = to_text(answer, colour, 80);
    for (const char* ours : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;33m"}) {
      for (std::size_t at; (at = text.find(ours)) != std::string::npos;)
        text.erase(at, std::string_view(ours).size());
    }
    for (const char c : text)
      EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << visible(text);
    for (const char* control : {"\x7f", "\u0085", "\u009b", "\u202e"})
      EXPECT_EQ(text.find(control), std::string::npos);
  }
}

TEST(ToJson, HasTheShapeOfTheDocumentation) {
  expect_golden("render.json",
                nlohmann::ordered_json::parse(to_json(storm_answer())).dump(2) + '\n');
}

TEST(ToJson, CountsMarksInTheUnitAskedFor) {
  Answer answer;
  answer.query = "é😀 )";
  answer.notes = {{7, "Here."}};
  answer.hits = {hit("1", "é😀 ⟦wörd⟧ ⟦x⟧", {snippet("body", "⟦é⟧😀⟦x⟧")})};
  const struct {
    Offsets unit;
    const char *title, *body;
    int note;
  } cases[] = {
      {Offsets::utf16, "[[4,8],[9,10]]", "[[0,1],[3,4]]", 4},
      {Offsets::code_point, "[[3,7],[8,9]]", "[[0,1],[2,3]]", 3},
      {Offsets::byte, "[[7,12],[13,14]]", "[[0,2],[6,7]]", 7},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.title);
    const auto json = nlohmann::json::parse(to_json(answer, c.unit));
    EXPECT_EQ(json["hits"][0]["title_marks"].dump(), c.title);
    EXPECT_EQ(json["hits"][0]["snippets"][0]["marks"].dump(), c.body);
    EXPECT_EQ(json["notes"][0]["position"], c.note);
  }
}

TEST(ToJson, IsolatesPassagesFromRightToLeft) {
  Answer answer;
  answer.hits = {hit("1", "x", {snippet("body", "⟦حريق⟧ في"), snippet("body", "a ⟦fire⟧")})};
  const auto json = nlohmann::json::parse(to_json(answer));
  EXPECT_EQ(json["hits"][0]["snippet_html"],
            "<bdi><mark>حريق</mark> في</bdi> … a <mark>fire</mark>");
}

TEST(ToJson, PutsOneEllipsisBetweenPassagesWhereSomethingIsLeftOut) {
  Snippet next = snippet("body", "The ⟦flood⟧.");
  next.follows = true;
  const struct {
    std::vector<Snippet> passages;
    const char* html;
  } cases[] = {
      {{snippet("body", "a ⟦zork⟧ …"), snippet("body", "… b ⟦zork⟧ c ⟦zork⟧")},
       "a <mark>zork</mark> … b <mark>zork</mark> c <mark>zork</mark>"},
      {{snippet("body", "洪水⟦淹沒⟧…"), snippet("body", "…⟦淹沒⟧港口")},
       "洪水<mark>淹沒</mark>… <mark>淹沒</mark>港口"},
      {{snippet("body", "a ⟦b⟧…"), snippet("body", "C ⟦d⟧.")},
       "a <mark>b</mark>… C <mark>d</mark>."},
      {{snippet("body", "A ⟦b⟧."), snippet("body", "… c ⟦d⟧")},
       "A <mark>b</mark>. … c <mark>d</mark>"},
      {{snippet("body", "A ⟦b⟧."), snippet("body", "C ⟦d⟧.")},
       "A <mark>b</mark>. … C <mark>d</mark>."},
      {{snippet("body", "So he ⟦waited⟧..."), snippet("body", "… and ⟦waited⟧")},
       "So he <mark>waited</mark>... and <mark>waited</mark>"},
      {{snippet("body", "A ⟦storm⟧."), next}, "A <mark>storm</mark>. The <mark>flood</mark>."},
      {{snippet("body", "…"), snippet("body", "…")}, "… "},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.html);
    Answer answer;
    answer.hits = {hit("1", "x", c.passages)};
    const auto shown = nlohmann::json::parse(to_json(answer))["hits"][0];
    EXPECT_EQ(shown["snippet_html"], c.html);
    EXPECT_EQ(shown["snippets"][1]["text"], c.passages[1].text) << "each by itself is whole";
  }
}

TEST(ToJson, GivesTheTitleThatItsMarksCountIn) {
  Answer answer;
  answer.hits = {hit("1", "A ⟦storm⟧", {})};
  answer.hits[0].article.title = "A  \u202Estorm";
  const auto json = nlohmann::json::parse(to_json(answer, Offsets::byte));
  EXPECT_EQ(json["hits"][0]["title"], "A storm");
  EXPECT_EQ(json["hits"][0]["title_marks"].dump(), "[[2,7]]");
}

TEST(ToJson, CanBePutIntoPagesAndScripts) {
  Answer answer;
  const std::string text = "</script><!-- \u2028\u2029 <b> é";
  answer.hits = {hit("1", text, {snippet("body", text)})};
  const std::string json = to_json(answer);
  for (const char* never : {"</", "<!", "\u2028", "\u2029"})
    EXPECT_EQ(json.find(never), std::string::npos) << never;
  EXPECT_NE(json.find("é"), std::string::npos);
  const auto hit = nlohmann::json::parse(json)["hits"][0];
  EXPECT_EQ(hit["title"], text);
  EXPECT_EQ(hit["snippets"][0]["text"], text);
  EXPECT_EQ(hit["snippet_html"], "&lt;/script&gt;&lt;!-- \u2028\u2029 &lt;b&gt; é");
}

TEST(ToJson, ShowsAnArticleWithoutThePathItWasReadFrom) {
  Article article;
  article.id = "1";
  article.title = "</script>";
  article.path = "/home/someone/articles/1.html";
  const std::string text = to_json(article);
  const auto json = nlohmann::json::parse(text);
  EXPECT_FALSE(json.contains("path"));
  EXPECT_EQ(json["key"], article_key(Identity("1")));
  EXPECT_EQ(json["title"], "</script>");
  EXPECT_TRUE(json["published"].is_null());
  EXPECT_EQ(text.find("</"), std::string::npos);
}

TEST(ToTsv, PutsOneHitOnALine) {
  Answer answer = storm_answer();
  answer.hits[1].article.title = "tab\tline\nend\x1b[2J";
  const std::string header = "rank\tscore\tpublished\tkey\ttitle\turl\n";
  const std::string hits = to_tsv(answer, Header::left_out);
  EXPECT_EQ(hits,
            "10\t12.3457\t2015-06-11T09:30:00+02:00\tk1\tStorm tide drowns the lower harbour while "
            "the town that had been warned of it for years is sleeping\t"
            "https://example.org/2015/storm\n"
            "11\t3.0000\t\tk2\ttab line end[2J\t\n"
            "12\t0.0000\t1931\tk3\t洪水淹沒港口\t\n");
  EXPECT_EQ(to_tsv(answer), header + hits);
  EXPECT_EQ(to_tsv(Answer{}), header);
}

TEST(EscapeHtml, LeavesNothingThatABrowserWouldObey) {
  const struct {
    std::string_view text, html;
  } cases[] = {
      {"", ""},
      {"a & b", "a &amp; b"},
      {"<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
      {"\"quoted\"", "&quot;quoted&quot;"},
      {"é 洪水 😀", "é 洪水 😀"},
      {"one\ntwo\tthree\rfour\x01\x1b\x7f", "one\ntwo\tthreefour"},
      {"a\u202eb\u2066c\u200fd\u061ce\u0085f", "abcdef"},
      {"\xff<\xc3", "\ufffd&lt;\ufffd"},
      {"\xc3<", "\ufffd&lt;"},
  };
  for (const auto& c : cases) EXPECT_EQ(escape_html(c.text), c.html);
}

TEST(ToHtml, MarksWhatIsMarkedAndEscapesAll) {
  EXPECT_EQ(to_html(snippet("body", "a ⟦<b>⟧ & ⟦c⟧")),
            "a <mark>&lt;b&gt;</mark> &amp; <mark>c</mark>");
  EXPECT_EQ(to_html(snippet("body", "")), "");
  EXPECT_EQ(to_html(snippet("body", "⟦all⟧")), "<mark>all</mark>");
}

}  // namespace
}  // namespace backfile
