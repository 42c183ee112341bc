// Checks each promise by the simplest means there are.
#include "tests/query/snippet/snippet_promises.h"
#include "query/snippet/shown_title.h"
#include "tests/query/snippet/recorded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/unicode.h"
#include "query/output/render.h"
#include "tests/query/snippet/snippet_oracle.h"
#include "tests/query/snippet/with_brackets.h"

namespace backfile {
namespace {

std::string_view bytes(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

// Brackets that no text has: characters for private use.
constexpr std::string_view opens = "\uE000", closes = "\uE001";

// What a reader sees of it: controls are spaces, spaces are single, nothing turns the text around.
std::string as_shown(std::string text) {
  for (char& c : text) {
    if (c >= 0 && c < ' ') c = ' ';
  }
  text = tidy_line(text);
  for (std::size_t at; (at = text.find("\uE001\uE000")) != std::string::npos;) text.erase(at, 6);
  return text;
}

std::string_view source_of(const Article& article, const Snippet& snippet) {
  if (snippet.field == "title") return article.title;
  if (snippet.field == "subtitle") return article.subtitle;
  if (snippet.field == "caption") return article.captions.at(snippet.paragraph);
  return article.body.at(snippet.paragraph);
}

class Promises {
 public:
  Promises(const Article& article, std::span<const MatchPattern> patterns, Analyzer& analyzer,
           std::size_t width)
      : article_(article), patterns_(patterns), analyzer_(analyzer), width_(width) {}

  void check(const Snippet& snippet) {
    SCOPED_TRACE("shown: " + snippet.text);
    source_ = source_of(article_, snippet);
    tokens_ = analyzer_.analyze(source_, article_.language);
    ASSERT_LE(snippet.source.end, source_.size());
    marks_are_all_that_matches(snippet);
    marks_satisfy_when_taken_out(snippet);
    cuts_are_clean(snippet);
    marks_are_whole_characters(snippet);
    nothing_shown_is_left_unmarked(snippet);
    offsets_agree(snippet);
    html_is_the_text(snippet);
  }

  // Columns of the widest match that is shown whole.
  std::size_t widest_match(const Snippet& snippet) {
    source_ = source_of(article_, snippet);
    tokens_ = analyzer_.analyze(source_, article_.language);
    std::size_t widest = 0;
    for (const Occurrence& match : occurrences(snippet.source, snippet.field)) {
      widest = std::max(widest, display_width(bytes(source_, match.extent())));
    }
    return widest;
  }

 private:
  std::vector<Occurrence> occurrences(Range shown, std::string_view field) const {
    return every_occurrence(source_, tokens_, shown, field, article_.language, patterns_);
  }

  void marks_are_all_that_matches(const Snippet& snippet) {
    std::vector<Range> expected = marks_for(occurrences(snippet.source, snippet.field));
    for (Range& mark : expected) {
      mark.begin -= snippet.source.begin;
      mark.end -= snippet.source.begin;
    }
    std::string_view shown = snippet.text;
    std::string found = with_brackets(shown, snippet.marks, opens, closes);
    const std::string wanted =
        as_shown(with_brackets(bytes(source_, snippet.source), expected, opens, closes));
    // An ellipsis stands only where something was left out.
    for (const std::string_view ellipsis : {"… ", "…"}) {
      if (snippet.source.begin > 0 && found.starts_with(ellipsis) &&
          !wanted.starts_with(ellipsis)) {
        found.erase(0, ellipsis.size());
      }
    }
    for (const std::string_view ellipsis : {" …", "…"}) {
      if (found.size() > wanted.size() && found.ends_with(ellipsis)) {
        EXPECT_LT(snippet.source.end, source_.size());
        found.erase(found.size() - ellipsis.size());
      }
    }
    EXPECT_EQ(found, wanted);
    EXPECT_TRUE(is_valid_utf8(snippet.text));
  }

  static Range between_spaces(const std::string& text, Range range) {
    const std::size_t before =
        range.begin == 0 ? std::string::npos : text.rfind(' ', range.begin - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find(' ', range.end), text.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  bool satisfies_alone(std::string_view taken_out, const std::string& field) {
    const std::string alone(taken_out);
    const auto tokens = analyzer_.analyze(alone, article_.language);
    const Range all{0, static_cast<std::uint32_t>(alone.size())};
    const auto holds = [&](const MatchPattern& pattern) {
      return !every_occurrence(alone, tokens, all, field, article_.language, {&pattern, 1}).empty();
    };
    for (MatchPattern pattern : patterns_) {
      for (WordPattern& word : pattern.words) word.capitals_only = false;
      if (holds(pattern)) return true;
    }
    return false;
  }

  // Each mark, analyzed alone. Whether capitals mean anything depends on the whole sentence, so
  // that is not asked here; and where characters that turn the text around stood beside a word, it
  // may be another without them.
  void marks_satisfy_when_taken_out(const Snippet& snippet) {
    if (turns_around()) return;
    for (const Range mark : snippet.marks) {
      // What touches a word may make another of it: "400's" is one, and two in "400's400".
      EXPECT_TRUE(
          satisfies_alone(bytes(snippet.text, mark), snippet.field) ||
          satisfies_alone(bytes(snippet.text, between_spaces(snippet.text, mark)), snippet.field))
          << "mark: " << bytes(snippet.text, mark);
    }
  }

  // The shown text, analyzed by itself. A cut sentence may have other acronyms, and a cut through a
  // giant other words.
  void nothing_shown_is_left_unmarked(const Snippet& snippet) {
    if (turns_around() || cuts_a_giant(snippet.source)) return;
    const auto tokens = analyzer_.analyze(snippet.text, article_.language);
    const Range all{0, static_cast<std::uint32_t>(snippet.text.size())};
    for (const MatchPattern& pattern : patterns_) {
      if (std::ranges::any_of(pattern.words, &WordPattern::capitals_only)) continue;
      for (const Range wanted : marks_for(every_occurrence(snippet.text, tokens, all, snippet.field,
                                                           article_.language, {&pattern, 1}))) {
        EXPECT_TRUE(std::ranges::any_of(
            snippet.marks,
            [&](Range mark) { return mark.begin <= wanted.begin && wanted.end <= mark.end; }))
            << "unmarked: " << bytes(snippet.text, wanted);
      }
    }
  }

  bool turns_around() const {
    return std::ranges::any_of(
        std::array<std::string_view, 4>{"\u200F", "\u202B", "\u202E", "\u2067"},
        [&](std::string_view control) { return source_.find(control) != std::string_view::npos; });
  }

  bool cuts_a_giant(Range shown) const {
    return std::ranges::any_of(tokens_, [&](const Token& token) {
      const auto inside = [&](std::uint32_t cut) {
        return token.range.begin < cut && cut < token.range.end;
      };
      return inside_a_giant(token) && (inside(shown.begin) || inside(shown.end));
    });
  }

  void cuts_are_clean(const Snippet& snippet) {
    const Range shown = snippet.source;
    EXPECT_EQ(grapheme_floor(source_, shown.begin), shown.begin);
    EXPECT_EQ(grapheme_floor(source_, shown.end), shown.end);
    for (const std::uint32_t cut : {shown.begin, shown.end}) {
      for (const Token& token : tokens_) {
        const bool inside = token.range.begin < cut && cut < token.range.end;
        if (token.kind != TokenKind::bigram && !inside_a_giant(token)) {
          EXPECT_FALSE(inside) << "cut inside " << bytes(source_, token.range);
        }
      }
    }
    no_match_is_cut(snippet);
  }

  void marks_are_whole_characters(const Snippet& snippet) {
    for (const Range mark : snippet.marks) {
      for (const std::uint32_t edge : {mark.begin, mark.end}) {
        EXPECT_EQ(grapheme_floor(snippet.text, edge), edge) << bytes(snippet.text, mark);
      }
    }
  }

  bool inside_a_giant(const Token& token) const {
    return display_width(bytes(source_, token.range)) > width_ / 4;
  }

  // Unless matches overlap in a chain that is too long, or one is too wide.
  void no_match_is_cut(const Snippet& snippet) {
    const Range whole{0, static_cast<std::uint32_t>(source_.size())};
    const auto all = occurrences(whole, snippet.field);
    for (const Occurrence& match : all) {
      const Range extent = match.extent();
      const auto cuts = [&](std::uint32_t offset) {
        return extent.begin < offset && offset < extent.end;
      };
      if (!cuts(snippet.source.begin) && !cuts(snippet.source.end)) continue;
      const bool too_wide = display_width(bytes(source_, extent)) > width_ / 8;
      const bool overlaps = std::ranges::any_of(all, [&](const Occurrence& other) {
        const Range e = other.extent();
        return e != extent && e.begin < extent.end && extent.begin < e.end;
      });
      EXPECT_TRUE(too_wide || overlaps) << "cut: " << bytes(source_, extent);
    }
  }

  // What each unit cuts out of the text is the mark.
  void offsets_agree(const Snippet& snippet) {
    std::uint32_t before = 0;
    for (const Range mark : snippet.marks) {
      EXPECT_LT(mark.begin, mark.end);
      EXPECT_TRUE(mark.begin > before || before == 0) << "marks touch";
      before = mark.end;
      ASSERT_LE(mark.end, snippet.text.size());
    }
    const std::string_view text = snippet.text;
    for (const Offsets unit : {Offsets::utf16, Offsets::code_point, Offsets::byte}) {
      const std::vector<std::string> units = units_of(text, unit);
      const auto marks = marks_in(snippet, unit);
      ASSERT_EQ(marks.size(), snippet.marks.size());
      for (std::size_t i = 0; i < marks.size(); ++i) {
        std::string cut_out;
        ASSERT_LE(marks[i].second, units.size());
        for (std::size_t at = marks[i].first; at < marks[i].second; ++at) cut_out += units[at];
        EXPECT_EQ(cut_out, bytes(text, snippet.marks[i]));
      }
    }
  }

  // Now and then as clients get them, which costs more than all else here; else as render.h counts.
  static std::vector<std::pair<std::size_t, std::size_t>> marks_in(const Snippet& snippet,
                                                                   Offsets unit) {
    std::vector<std::pair<std::size_t, std::size_t>> marks;
    if (snippet.text.size() % 32 == 0) {
      Answer answer;
      answer.hits.emplace_back().snippets = {snippet};
      const auto json = nlohmann::json::parse(to_json(answer, unit));
      EXPECT_EQ(json["hits"][0]["snippets"][0]["text"], snippet.text);
      for (const auto& mark : json["hits"][0]["snippets"][0]["marks"]) {
        marks.emplace_back(mark[0], mark[1]);
      }
      return marks;
    }
    const auto count = [&](std::uint32_t byte) -> std::size_t {
      const std::string_view prefix = std::string_view(snippet.text).substr(0, byte);
      if (unit == Offsets::utf16) return utf16_length(prefix);
      return unit == Offsets::code_point ? code_point_length(prefix) : prefix.size();
    };
    for (const Range mark : snippet.marks) marks.emplace_back(count(mark.begin), count(mark.end));
    return marks;
  }

  // The text unit by unit; the second unit of a pair of UTF-16 is empty, but no place to cut.
  static std::vector<std::string> units_of(std::string_view text, Offsets unit) {
    std::vector<std::string> units;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (unit == Offsets::byte || (byte & 0xC0) != 0x80) {
        units.emplace_back(1, c);
      } else {
        units.back() += c;
      }
      if (unit == Offsets::utf16 && units.back().size() == 4) units.emplace_back();
    }
    return units;
  }

  void html_is_the_text(const Snippet& snippet) {
    const std::string html = to_html(snippet);
    std::string text;
    std::vector<Range> marks;
    bool open = false;
    for (std::size_t i = 0; i < html.size();) {
      const std::string_view rest = std::string_view(html).substr(i);
      if (rest.starts_with(open ? "</mark>" : "<mark>")) {
        if (open) {
          marks.back().end = static_cast<std::uint32_t>(text.size());
        } else {
          marks.push_back({static_cast<std::uint32_t>(text.size()), 0});
        }
        i += open ? 7 : 6;
        open = !open;
      } else if (rest.front() == '&') {
        const std::string entity(rest.substr(0, rest.find(';') + 1));
        const auto known = std::ranges::find(entities, entity, &Entity::name);
        ASSERT_NE(known, std::end(entities)) << entity;
        text += known->character;
        i += entity.size();
      } else {
        ASSERT_EQ(std::string_view("<>\"'").find(rest.front()), std::string_view::npos) << html;
        text += rest.front();
        ++i;
      }
    }
    EXPECT_FALSE(open);
    EXPECT_EQ(text, snippet.text);
    EXPECT_EQ(marks, snippet.marks);
  }

  struct Entity {
    std::string_view name;
    char character;
  };
  static constexpr Entity entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};

  const Article& article_;
  std::span<const MatchPattern> patterns_;
  Analyzer& analyzer_;
  std::size_t width_;
  std::string_view source_;
  std::vector<Token> tokens_;
};

void passages_keep_their_order(const std::vector<Snippet>& snippets) {
  for (std::size_t i = 1; i < snippets.size(); ++i) {
    const Snippet &a = snippets[i - 1], &b = snippets[i];
    const auto place = [](const Snippet& snippet) {
      return snippet.field == "subtitle" ? 0 : snippet.field == "body" ? 1 : 2;
    };
    EXPECT_LE(place(a), place(b));
    EXPECT_TRUE(a.field != b.field || a.paragraph < b.paragraph ||
                (a.paragraph == b.paragraph && a.source.end <= b.source.begin));
  }
}

// No more than was asked for, but for a match that is wider than what its passage may take up.
void passages_fit(const std::vector<Snippet>& snippets, Promises& promises,
                  const SnippetOptions& options) {
  EXPECT_LE(snippets.size(), options.passages);
  std::size_t columns = 0, may_be = options.width;
  for (const Snippet& snippet : snippets) {
    columns += display_width(snippet.text);
    const std::size_t widest = promises.widest_match(snippet);
    if (widest > options.width / 8) may_be += 4 * widest;
  }
  EXPECT_LE(columns, may_be);
}

}  // namespace

void expect_promises_kept(const Article& article, std::span<const MatchPattern> patterns,
                          Analyzer& analyzer, const SnippetOptions& options) {
  Promises promises(article, patterns, analyzer, options.width);
  const std::vector<Snippet> snippets = make_snippets(article, patterns, analyzer, options);
  for (const Snippet& snippet : snippets) promises.check(snippet);
  passages_keep_their_order(snippets);
  passages_fit(snippets, promises, options);
  const Snippet title = mark_title(article, patterns, analyzer);
  if (has_title(article)) {
    promises.check(title);
  } else {
    EXPECT_EQ(title.text, shown_title(article));
    EXPECT_EQ(title.marks, find_marks(title.text, field_of_stand_in(article), article.language,
                                      patterns, analyzer));
  }
  if (!article.captions.empty()) {
    const std::string& text = article.captions.front();
    const auto tokens = analyzer.analyze(text, article.language);
    EXPECT_EQ(find_marks(text, "caption", article.language, patterns, analyzer),
              marks_for(every_occurrence(text, tokens, {0, static_cast<std::uint32_t>(text.size())},
                                         "caption", article.language, patterns)));
  }
  const bool anything = !article.subtitle.empty() || !article.captions.empty() ||
                        std::ranges::any_of(article.body, [&](const std::string& paragraph) {
                          return !analyzer.analyze(paragraph, article.language).empty();
                        });
  EXPECT_EQ(snippets.empty(), !anything);
}

}  // namespace backfile
