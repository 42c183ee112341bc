// What must not go wrong: hostile articles, books, and a snippet that fails.
//
// Cost is counted in words analyzed, never in time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"
#include "query/output/render.h"
#include "query/search/searcher.h"
#include "query/search/snippet_hit.h"
#include "query/snippet/fragment.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_patterns.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t book_size = std::size_t{5} << 20;

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

Article book_of(std::vector<std::string> paragraphs) {
  Article book;
  book.language = "en";
  book.body = std::move(paragraphs);
  return book;
}

class SnippetFaults : public testing::Test {
 protected:
  std::vector<MatchPattern> patterns(std::string_view query) {
    return patterns_of(query, "en", analyzer_);
  }

  // Holds whatever the text: a bounded part of it is weighed, and what is shown is short.
  std::vector<Snippet> bounded(const Article& article, std::string_view query) {
    RecordPatterns asked(record_of(article), patterns(query), analyzer_);
    const MatchedBody body = MatchedArticle(article, 1, asked).body();
    std::size_t words = 0;
    for (const MatchedText& matched : body.texts) words += matched.words.size();
    EXPECT_LE(body.words, most_read / 2);
    EXPECT_LE(words, most_read / 2);
    std::vector<Snippet> snippets = make_snippets(article, patterns(query), analyzer_);
    for (const Snippet& snippet : snippets) {
      EXPECT_TRUE(is_valid_utf8(snippet.text));
      EXPECT_LE(display_width(snippet.text), 4 * 280U);
      EXPECT_LE(text_fragment(snippet).size(), 4096U);
    }
    return snippets;
  }

  Analyzer analyzer_;
};

// SAFETY: a script in title, standfirst or body is text; of author and query, pages_test.cc.
TEST_F(SnippetFaults, AScriptIsText) {
  Article article = book_of({"A storm <script>alert(1)</script> came.", "<b>storm"});
  article.title = "<script>storm</script>";
  article.subtitle = "<img src=x onerror=storm>";
  std::vector<Snippet> all = mark_article(article, patterns("storm script alert"), analyzer_);
  all.push_back(mark_title(article, patterns("script"), analyzer_));
  for (const Snippet& snippet : make_snippets(article, patterns("script"), analyzer_)) {
    all.push_back(snippet);
  }
  for (const Snippet& snippet : all) {
    std::string html = to_html(snippet);
    for (std::size_t at; (at = html.find("<mark>")) != std::string::npos;) html.erase(at, 6);
    for (std::size_t at; (at = html.find("</mark>")) != std::string::npos;) html.erase(at, 7);
    EXPECT_THAT(html, Not(testing::ContainsRegex("[<>\"']")));
  }
}

// SAFETY: a cut inside an entity or a tag patterns nothing open.
TEST_F(SnippetFaults, ACutInsideATagOrAnEntityStaysBalanced) {
  const std::string text = repeated("storm &lt;b&gt;bold&lt;/b&gt; <b>bold</b> ", 2000);
  for (std::size_t width = 20; width < 80; ++width) {
    for (const Snippet& snippet : make_snippets(book_of({text}), patterns("storm bold"), analyzer_,
                                                {.width = width, .passages = 1})) {
      const std::string html = to_html(snippet);
      std::size_t open = 0, ampersands = 0, entities = 0;
      for (std::size_t at = 0; at < html.size(); ++at) {
        const std::string_view rest = std::string_view(html).substr(at);
        open += rest.starts_with("<mark>") ? 1 : 0;
        open -= rest.starts_with("</mark>") ? 1 : 0;
        ASSERT_LE(open, 1U);
        ampersands += rest.front() == '&' ? 1 : 0;
        for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
          entities += rest.starts_with(entity) ? 1 : 0;
        }
      }
      EXPECT_EQ(open, 0U);
      EXPECT_EQ(ampersands, entities) << html;
    }
  }
}

Answer answer_of(const std::vector<Article>& articles, const std::string& query) {
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = query;
  return searcher.search(request);
}

// SAFETY: JSON put into a page's script cannot end it, nor a line of it.
TEST_F(SnippetFaults, JsonMayStandInAScript) {
  Article article = small_article("1", "Storm </script><script>alert(1)</script>",
                                  "A storm\u2028came\u2029 <!-- and </script><script>went.");
  article.author = {"</script>"};
  const std::string json = to_json(answer_of({article}, "storm </script>"));
  EXPECT_THAT(json, Not(HasSubstr("</")));
  EXPECT_THAT(json, Not(HasSubstr("<!")));
  EXPECT_THAT(json, Not(HasSubstr("\u2028")));
  EXPECT_THAT(json, Not(HasSubstr("\u2029")));
  EXPECT_TRUE(nlohmann::json::accept(json));
}

// SAFETY: quotation marks cannot end an attribute.
TEST_F(SnippetFaults, AttributesCannotBeLeft) {
  const Article article = book_of({"A storm \" onmouseover=\"alert(1) ' onfocus='x"});
  for (const Snippet& snippet : make_snippets(article, patterns("storm"), analyzer_)) {
    EXPECT_THAT(escape_html(snippet.text), Not(testing::ContainsRegex("[\"']")));
    EXPECT_THAT(text_fragment(snippet), Not(testing::ContainsRegex("[\"'<>&]")));
  }
}

TEST_F(SnippetFaults, AWordAtTheEndOfABookIsShown) {
  std::vector<std::string> paragraphs;
  for (std::size_t size = 0; size < book_size; size += paragraphs.back().size()) {
    paragraphs.push_back(repeated("It was the year of the long rain. ", 2000));
  }
  paragraphs.push_back("In the end they found the xylophone.");
  const auto snippets = bounded(book_of(paragraphs), "xylophone");
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(snippets[0].text, "In the end they found the xylophone.");
  EXPECT_EQ(snippets[0].marks.size(), 1U);
}

TEST_F(SnippetFaults, AWordInsideABookOfOneParagraphIsShown) {
  std::string text = repeated("It was the year of the long rain. ", book_size / 2);
  text += "Then they found the xylophone. ";
  text += repeated("It was the year of the long rain. ", book_size / 2);
  const auto snippets = bounded(book_of({text}), "xylophone");
  ASSERT_FALSE(snippets.empty());
  EXPECT_THAT(snippets[0].text, HasSubstr("Then they found the xylophone."));
  EXPECT_EQ(snippets[0].marks.size(), 1U);
}

TEST_F(SnippetFaults, NoBookCostsMoreThanItsBound) {
  const char* units[] = {
      "storm ",              // nothing but matches
      "storm",               // one word without end
      "xstorm. ",            // a sentence a word
      "高铁车站",            // no spaces
      "e\u0301\u0323",       // marks
      "\u0301",              // nothing but marks
      "👨‍👩‍👧",  // joined
      "a",
      "\u202E",
      " ",
      "\n",
      ".",
      "&<>\"'",
      "s-t-o-r-m-",
      "1,000,000,",
      "\u00AD",
  };
  for (const char* unit : units) {
    SCOPED_TRACE(unit);
    const char* query = "storm \"storm storm storm\" 高铁 a";
    const Article book = book_of({repeated(unit, 4 * most_read)});
    bounded(book, query);
    // The page of an article makes links of paragraphs that are not cut.
    for (const Snippet& paragraph : mark_article(book, patterns(query), analyzer_)) {
      EXPECT_LE(text_fragment(paragraph).size(), 4096U);
    }
  }
}

// Such a paragraph is read in parts; one that ends inside a word must not make others of it.
TEST_F(SnippetFaults, AWordWithoutEndIsNotTakenForItsPieces) {
  for (const std::string unit : {"harbour-", "harbour", "harbour/"}) {
    const Article chain = book_of({repeated(unit, 4 * longest_part)});
    for (std::size_t length = 1; length < unit.size(); ++length) {
      for (const std::string& piece : {unit.substr(0, length), unit.substr(length)}) {
        SCOPED_TRACE(unit + " " + piece);
        if (piece.find("harbour") != std::string::npos) continue;
        for (const Snippet& snippet : make_snippets(chain, patterns(piece), analyzer_)) {
          EXPECT_THAT(snippet.marks, testing::IsEmpty()) << snippet.text;
        }
      }
    }
  }
}

TEST_F(SnippetFaults, APartOfAParagraphShowsThatItIsOne) {
  const std::string spaces = repeated("and so on ", longest_part) + "needle ";
  const auto among_spaces = make_snippets(book_of({spaces}), patterns("needle"), analyzer_);
  ASSERT_EQ(among_spaces.size(), 1U);
  EXPECT_THAT(among_spaces[0].text, testing::ContainsRegex("^… [a-z ]*needle$"));
  const std::string slashes = repeated("and/so/on/", 2 * longest_part);
  for (const Snippet& snippet : make_snippets(book_of({slashes}), patterns("so"), analyzer_)) {
    EXPECT_THAT(snippet.text, testing::AnyOf(testing::StartsWith("and/so"),
                                             testing::ContainsRegex("^…(and|so|on)/")));
  }
}

TEST_F(SnippetFaults, AHeapOfMarksIsLeftOut) {
  const Article heap =
      book_of({"A storm " + repeated("e\u0301", 3) + repeated("\u0301", 10'000) + " blew " +
               repeated("word ", 50) + "storm o" + repeated("\u0302", 10'000) + " end."});
  for (const Snippet& snippet : bounded(heap, "storm")) {
    EXPECT_LE(code_point_length(snippet.text), 280U);
  }
}

TEST_F(SnippetFaults, ABookIsLookedThroughToItsEnd) {
  const std::string rain = repeated("It was the year of the long rain. ", book_size);
  const auto without = make_snippets(book_of({rain}), patterns("zeppelin"), analyzer_);
  ASSERT_EQ(without.size(), 1U);
  EXPECT_THAT(without[0].text, testing::StartsWith("It was the year"));
  EXPECT_EQ(without[0].marks.size(), 0U);
  const auto with = make_snippets(book_of({rain + "A zeppelin!"}), patterns("zeppelin"), analyzer_);
  ASSERT_EQ(with.size(), 1U);
  EXPECT_THAT(with[0].text, testing::EndsWith("A zeppelin!"));
  EXPECT_EQ(with[0].marks.size(), 1U);
}

TEST_F(SnippetFaults, ATitleOfMegabytesIsCut) {
  Article article = book_of({"A storm."});
  article.title = repeated("Storm over the harbour ", book_size);
  article.subtitle = article.title;
  const Snippet title = mark_title(article, patterns("storm"), analyzer_);
  EXPECT_LE(display_width(title.text), 1000U);
  EXPECT_FALSE(title.marks.empty());
  article.body.clear();
  for (const Snippet& snippet : make_snippets(article, patterns("storm"), analyzer_)) {
    EXPECT_LE(display_width(snippet.text), 280U);
  }
}

// Through a whole search: every kind of article is a hit with a snippet, and nothing is thrown.
TEST_F(SnippetFaults, AHitIsShownWhateverItsText) {
  std::vector<Article> articles = {
      small_article("plain", "Storm", "A storm came."),
      small_article("marks", "Storm", "storm " + repeated("\u0301", 100'000)),
      small_article("word", "Storm", "storm " + repeated("x", 1'000'000)),
      small_article("bidi", "Storm", repeated("storm\u202E\u2067 ", 100'000)),
      small_article("empty", "Storm"),
      small_article("space", "Storm", "   "),
      small_article("book", "Storm", repeated("It was the year of the rain. ", book_size)),
  };
  const Answer answer = answer_of(articles, "storm");
  ASSERT_EQ(answer.hits.size(), articles.size());
  for (const Hit& hit : answer.hits) {
    SCOPED_TRACE(hit.article.id);
    EXPECT_EQ(hit.title.marks.size(), 1U);
    const bool has_text = hit.article.id != "empty" && hit.article.id != "space";
    EXPECT_EQ(hit.snippets.empty(), !has_text);
  }
  EXPECT_TRUE(answer.notes.empty());
}

// A failure that no article is known to cause, made by hand.
TEST_F(SnippetFaults, APassageThatFailsLeavesTheHitItsOpeningWords) {
  const auto fails = [](const Article&) -> Passages { throw std::runtime_error("out of luck"); };
  Hit hit;
  hit.article = small_article("1", "Storm", "A storm\ncame. " + repeated("It rained. ", 1000));
  std::vector<Note> notes;
  show_passages(hit, fails, notes);
  EXPECT_EQ(hit.title.text, "Storm");
  ASSERT_EQ(hit.snippets.size(), 1U);
  EXPECT_THAT(hit.snippets[0].text, testing::StartsWith("A storm came. It rained. "));
  EXPECT_THAT(hit.snippets[0].text, testing::EndsWith("…"));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].message,
            "The passages of “Storm” could not be chosen; its opening words are shown.");

  Hit bare;
  bare.article = small_article("2", "");
  show_passages(bare, fails, notes);
  EXPECT_TRUE(bare.snippets.empty());
  bare.article.subtitle = "A standfirst";
  show_passages(bare, fails, notes);
  ASSERT_EQ(bare.snippets.size(), 1U);
  EXPECT_EQ(bare.snippets[0].field, "subtitle");
  EXPECT_EQ(bare.snippets[0].text, "A standfirst");
}

TEST_F(SnippetFaults, APassageThatWorksLeavesNoNote) {
  Hit hit;
  hit.article = small_article("1", "Storm", "A storm came.");
  std::vector<Note> notes;
  const auto works = [&](const Article& article) {
    return Passages{mark_title(article, patterns("storm"), analyzer_),
                    make_snippets(article, patterns("storm"), analyzer_)};
  };
  show_passages(hit, works, notes);
  EXPECT_EQ(hit.title.marks.size(), 1U);
  EXPECT_EQ(hit.snippets.size(), 1U);
  EXPECT_TRUE(notes.empty());

  const auto fails = [](const Article&) -> Passages {
    throw Xapian::DatabaseCorruptError("postings");
  };
  show_passages(hit, fails, notes);
  EXPECT_EQ(hit.title.text, "Storm");
  EXPECT_EQ(hit.snippets.size(), 1U);
  EXPECT_EQ(notes.size(), 1U);
}

}  // namespace
}  // namespace backfile
