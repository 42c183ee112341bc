// Every word, flag and separator of a record, beside those that are read the plain way.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/forward/article_text.h"
#include "indexer/forward/separators.h"
#include "indexer/text/analyzer.h"
#include "tests/indexer/forward/built.h"
#include "tests/indexer/text/awkward_text.h"
#include "tests/indexer/text/plain_units.h"

namespace backfile {
namespace {

// A position and what stands behind it.
struct Place {
  std::string text, language;
  std::string folded;
  bool dotted = false, character = false;
  std::string separator;
  unsigned flags = 0;

  friend bool operator==(const Place&, const Place&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Place& place) {
    return out << '"' << place.text << "\" " << place.language << " \"" << place.folded << "\" "
               << place.dotted << place.character << " \"" << place.separator << "\" "
               << place.flags;
  }
};

Place opening_of(Opening opening) {
  return {std::to_string(static_cast<int>(opening)), {}, {}, false, false, {}, 0};
}

class PlainRecords {
 public:
  std::vector<Place> read(const Article& article) {
    places_.clear();
    for (const auto& part : text_of(article)) read_part(part, article.language);
    return places_;
  }

 private:
  void read_part(const ArticlePart<std::string_view>& part, const std::string& language) {
    places_.push_back(opening_of(part.opening));
    std::uint32_t end = 0;
    bool joined = false;
    for (const test::PlainUnit& unit : reader_.read(part.text, language)) {
      unsigned flags = 0;
      if (joined) flags |= joins_compound;
      if (unit.sentence_start) flags |= begins_sentence;
      if (unit.sentence_start && unit.shouted) flags |= begins_shouted;
      close(slice(part.text, {end, unit.range.begin}), flags);
      add(std::string(slice(part.text, unit.range)), language, unit);
      end = unit.range.end;
      joined = unit.joined;
    }
    close(part.text.substr(end), 0);
  }

  void add(const std::string& text, const std::string& language, const test::PlainUnit& unit) {
    const bool character = unit.kind == WordKind::ideographic;
    const std::string spelling = unit.spelling.empty() ? text : unit.spelling;
    places_.push_back(
        {text,
         language,
         character ? fold(text, language).term : analyzer_.forms(spelling, language).term,
         unit.dotted,
         character,
         {},
         0});
  }

  void close(std::string_view separator, unsigned flags) {
    places_.back().separator = separator;
    places_.back().flags = flags;
  }

  test::PlainUnitReader reader_;
  Analyzer analyzer_;
  std::vector<Place> places_;
};

std::vector<Place> stored(const ForwardIndex& index, std::uint32_t docid) {
  const Record record = index.record(docid);
  const Lexicon& lexicon = index.lexicon();
  std::vector<FormId> ids;
  index.read_ids(record, ids);
  std::vector<Place> places;
  SeparatorDecoder entries(record.separators);
  SeparatorEntry entry;
  bool more = entries.next(entry);
  auto opening = Opening::title;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    const auto side = [&](std::uint32_t at) {
      if (at >= ids.size() || ids[at] <= last_opening) return Side::edge;
      return lexicon.form(ids[at]).is_character ? Side::character : Side::word;
    };
    if (ids[i] <= last_opening) opening = static_cast<Opening>(ids[i]);
    Place place = opening_of(opening);
    if (ids[i] > last_opening) {
      const unsigned flags = lexicon.row(ids[i]).flags;
      place = {std::string(lexicon.text(ids[i])),
               std::string(lexicon.language(ids[i])),
               std::string(lexicon.folded(ids[i])),
               (flags & form_is_dotted) != 0,
               (flags & form_is_character) != 0,
               {},
               0};
    }
    Separator behind = expected_separator(side(i), side(i + 1), opening);
    if (more && entry.position == i) {
      behind = lexicon.separator(entry.separator);
      more = entries.next(entry);
    }
    place.separator = behind.text;
    place.flags = behind.flags;
    places.push_back(place);
  }
  return places;
}

void expect_the_plain_ones(const std::vector<Article>& articles) {
  const test::BuiltForward built(articles, 400);
  PlainRecords plain;
  for (std::uint32_t docid = 1; docid <= built->size(); ++docid) {
    ASSERT_EQ(stored(built.index(), docid), plain.read(articles[docid - 1])) << docid;
  }
}

TEST(PlainRecords, AreThoseOfRandomTextInManyScripts) {
  std::mt19937 random(77);
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i) {
    const auto script = [&]() -> const test::WritingSystem& {
      return test::writing_systems()[random() % test::writing_systems().size()];
    };
    const test::WritingSystem& own = script();
    Article article = test::article_of(
        own.language, test::awkward_text(own, random, 8),
        {test::awkward_text(own, random, 40), test::awkward_text(script(), random, 20),
         test::repaired_text(random, 30)});
    article.subtitle = test::awkward_text(own, random, 6);
    article.author = {test::awkward_text(own, random, 4), test::awkward_text(own, random, 4)};
    article.captions = {test::awkward_text(own, random, 10)};
    articles.push_back(std::move(article));
  }
  expect_the_plain_ones(articles);
}

TEST(PlainRecords, AreThoseOfTextsThatAreHardlyText) {
  std::vector<Article> articles;
  for (const char* text :
       {"...", " ", "。", "\u00AD\u00AD", "\u0301", "U.S.", "a", "大", "S-400-x", "WAR IS OVER",
        "NOT A WORD. U.S. A.", "x\u200By", "1 000", "1\u00A0000", "''s 's"}) {
    articles.push_back(test::article_of("en", text, {text, "", text}));
  }
  expect_the_plain_ones(articles);
}

}  // namespace
}  // namespace backfile
