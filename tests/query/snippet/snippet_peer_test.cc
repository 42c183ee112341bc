// Faults of Xapian's own MSet::snippet, each shown by running it, and what backfile does instead.
//
// The conditions are those of Xapian: its TermGenerator makes the database, its QueryParser the
// query. The
// results are those of one version of Xapian; with any other, only our snippets are tested. README
// has the list.
#include <gtest/gtest.h>

#include <xapian.h>
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/query/planning/planned.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_patterns.h"
#include "tests/query/snippet/with_brackets.h"

namespace backfile {
namespace {

std::string peer_snippet(const std::string& query, const std::string& text, const char* stemmer,
                         std::size_t length) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::TermGenerator terms;
  Xapian::Document document;
  terms.set_stemmer(Xapian::Stem(stemmer));
  terms.set_document(document);
  terms.index_text(text);
  terms.increase_termpos();
  terms.index_text(text, 1, "S");  // as a title, too
  database.add_document(document);

  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem(stemmer));
  parser.set_database(database);
  parser.add_prefix("title", "S");
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(query));
  return enquire.get_mset(0, 1).snippet(
      text, length, Xapian::Stem(stemmer),
      Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE, "[", "]", "…");
}

std::string our_snippet(const std::vector<MatchPattern>& patterns, const Article& article,
                        Analyzer& analyzer, std::size_t width) {
  const auto snippets = make_snippets(article, patterns, analyzer, {.width = width, .passages = 1});
  return snippets.empty() ? "" : with_brackets(snippets.front());
}

struct Fault {
  const char *what, *query, *language, *text, *theirs, *ours;
  std::size_t width = 200;
};

const Fault faults[] = {
    {"marks a word under NOT", "storm NOT flood", "en", "The storm brought the flood.",
     "The [storm] brought the [flood].", "The [storm] brought the flood."},
    {"does not mark an accent that was not typed", "jose", "en", "José spoke.", "José spoke.",
     "[José] spoke."},
    {"does not mark what was typed with an accent more", "josé", "en", "Jose spoke.", "Jose spoke.",
     "[Jose] spoke."},
    {"does not mark full-width letters", "storm", "en", "A ＳＴＯＲＭ came.", "A ＳＴＯＲＭ came.",
     "A [ＳＴＯＲＭ] came."},
    {"takes an acronym for a pronoun", "US", "en", "The US told us.", "The [US] told [us].",
     "The [US] told us."},
    {"does not know a designation under its other spelling", "S-400", "en",
     "The S-400 and the S400.", "The [S-400] and the S400.", "The [S-400] and the [S400]."},
    {"does not know a compound under its other spelling", "e-mail", "en", "An email, an e-mail.",
     "An email, an [e-mail].", "An [email], an [e-mail]."},
    {"does not know a number under its other spelling", "1000", "en", "Some 1,000 people.",
     "Some 1,000 people.", "Some [1,000] people."},
    {"does not mark Chinese", "高铁", "zh", "新的高铁车站将于明年开放。",
     "新的高铁车站将于明年开放…", "新的[高铁]车站将于明年开放。"},
    {"shows nothing of a run longer than the width", "高铁", "zh",
     "新的高铁车站将于明年开放。城里的老街很窄。", "…", "新的[高铁]车站将于…", 20},
    {"counts bytes, so half of the room is left empty", "мост", "ru",
     "Новый мост через реку откроют в сентябре, сообщила администрация.",
     "Новый [мост] через реку откроют в…", "Новый [мост] через реку откроют в сентябре …", 60},
    {"begins inside a name", "Smith", "en",
     "Rain fell all day. The meeting in the old town hall was opened by Dr. Smith, who spoke of "
     "the dyke for an hour and a half before the lights went out.",
     "[Smith], who spoke of the dyke for an hour and a half before…",
     "The meeting in the old town hall was opened by Dr. [Smith] …", 60},
    {"lets characters through that turn the text around", "storm", "en",
     "A \u202Estorm\u202C came.", "A \u202E[storm]\u202C came.", "A [storm] came."},
    {"marks stop words all over, if they are marked at all", "the storm", "en",
     "The storm took the roof of the church.", "[The] [storm] took [the] roof of [the] church.",
     "The [storm] took the roof of the church."},
};

TEST(SnippetPeer, HasFaultsThatOursHasNot) {
  const bool same_version = std::string_view(Xapian::version_string()) == "1.4.22";
  for (const Fault& fault : faults) {
    SCOPED_TRACE(fault.what);
    const std::string text = fault.text;
    const char* stemmer = std::string_view(fault.language) == "zh" ? "none" : fault.language;
    if (same_version) {
      EXPECT_EQ(peer_snippet(fault.query, text, stemmer, fault.width), fault.theirs);
    }
    const Article article = short_article("1", fault.language, text);
    Planned planned({article});
    EXPECT_EQ(
        our_snippet(planned.plan(fault.query).patterns, article, planned.analyzer(), fault.width),
        fault.ours);
  }
}

TEST(SnippetPeer, DoesNotMarkTheTitleThatWasAskedForAndOursDoes) {
  Article article = short_article("1", "en", "It came at night.");
  article.title = "A storm at sea";
  if (std::string_view(Xapian::version_string()) == "1.4.22") {
    EXPECT_EQ(peer_snippet("title:storm", article.title, "en", 200), "A storm at sea");
  }
  Planned planned({article});
  EXPECT_EQ(
      with_brackets(mark_title(article, planned.plan("title:storm").patterns, planned.analyzer())),
      "A [storm] at sea");
}

}  // namespace
}  // namespace backfile
