// The words of a query and their forms: which articles have them, alone or in a phrase.
#include <algorithm>

#include "indexer/text/stem.h"
#include "query/planning/terms/tokens.h"
#include "tests/oracle.h"
#include "tests/oracle_sets.h"

namespace backfile {

std::vector<Oracle::Reading> Oracle::readings(const std::string& text) {
  std::vector<Reading> readings;
  for (const std::string& language : languages_) {
    const std::vector<Token> tokens = analyzer_.analyze(text, language);
    if (tokens.empty()) continue;
    const auto same = [&](const Reading& reading) {
      return std::equal(tokens.begin(), tokens.end(), reading.tokens.begin(), reading.tokens.end(),
                        [](const Token& a, const Token& b) {
                          return a.term == b.term && a.position == b.position && a.kind == b.kind;
                        });
    };
    const auto found = std::find_if(readings.begin(), readings.end(), same);
    if (found == readings.end()) {
      readings.push_back({{language}, tokens});
    } else {
      found->languages.push_back(language);
    }
  }
  return readings;
}

std::vector<Oracle::Operand> Oracle::words_of(const Node& node) {
  const std::vector<Reading> ways = readings(node.text);
  if (ways.empty()) return {};
  const std::vector<Token>& tokens = ways.front().tokens;
  if (node.kind == NodeKind::phrase || node.exact) {
    return {{phrase(node, node.field, ways, whole_range(tokens)), false, true}};
  }
  if (!without_spaces(tokens)) {
    Operand operand = plain_word(node, ways);
    if (node.field.empty()) operand.label = node.text;
    return {operand};
  }
  std::vector<Operand> operands;
  std::vector<Range> ranges = pieces_of(tokens);
  const bool nowhere = ranges.size() == 1 && phrase(node, node.field, ways, ranges.front()).empty();
  if (nowhere && dictionary_pieces_of(tokens).size() > 1) ranges = dictionary_pieces_of(tokens);
  for (const Range range : ranges) {
    operands.push_back({phrase(node, node.field, ways, range), false, true});
    if (!node.field.empty()) continue;
    operands.back().label = node.text.substr(range.begin, range.end - range.begin);
  }
  return operands;
}

Oracle::Operand Oracle::plain_word(const Node& node, const std::vector<Reading>& readings) {
  Operand operand;
  bool one_word = true;
  std::vector<std::pair<std::size_t, std::size_t>> content;  // reading, token
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const Reading& reading = readings[r];
    const Range whole = whole_range(reading.tokens);
    std::vector<std::size_t> words, content_words;
    bool joined = false;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
      if (is_word(reading.tokens[i])) words.push_back(i);
      if (is_word(reading.tokens[i]) && !is_stop_word({reading}, i)) content_words.push_back(i);
      if (reading.tokens[i].kind == TokenKind::joined && reading.tokens[i].range == whole) {
        operand.matches = united(operand.matches, family(node.field, reading, i, false));
        joined = true;
      }
    }
    // Of "l'homme" only the content word counts, of "out-of-court" all of them.
    const bool elided = node.text.find_first_of("-/&.,:;_") == std::string::npos;
    if (!joined && elided && words.size() > 1 && content_words.size() == 1) words = content_words;
    if (!joined && words.size() == 1) {
      operand.matches = united(operand.matches, family(node.field, reading, words.front(), false));
      content.emplace_back(r, words.front());
    } else {
      operand.matches = united(operand.matches, phrase(node, node.field, {reading}, whole));
      one_word = false;
    }
  }
  if (one_word) {
    std::vector<Reading> single;
    for (const auto& [r, token] : content) {
      single.push_back({readings[r].languages, {readings[r].tokens[token]}});
    }
    std::set<std::string> forms;
    for (const Reading& reading : single) forms.insert(reading.tokens[0].term);
    const bool stops = is_stop_word(single, 0);
    if (stops) operand.matches.clear();
    for (const auto& [r, token] : content) {
      const Set found = family(node.field, readings[r], token, stops);
      operand.matches = united(operand.matches, found);
    }
    std::optional<Set> acronyms;
    if (stops && is_acronym(node.text, single.front().tokens[0])) {
      acronyms = in_capitals(node.field, forms);
    }
    if (acronyms) operand.matches = common(operand.matches, *acronyms);
    operand.stop_word = stops && !acronyms && node.field.empty() && node.boost == 1;
  }
  operand.content = !operand.stop_word;
  return operand;
}

bool Oracle::is_acronym(const std::string& text, const Token& token) const {
  const bool dotted = slice(text, token.range).find('.') != std::string_view::npos;
  return (token.capitals && !shouted_) || ((token.capitals || token.shouted) && dotted);
}

// Articles with the word in capitals, a headline's included; nothing if there is none in the whole
// archive.
std::optional<Oracle::Set> Oracle::in_capitals(const std::string& field,
                                               const std::set<std::string>& forms) const {
  Set matches;
  bool anywhere = false;
  for (std::size_t number = 0; number < articles_.size(); ++number) {
    for (const Text& text : articles_[number].texts) {
      for (const auto* units : {&text.units, &text.joined}) {
        for (const Unit& unit : *units) {
          if (!forms.contains(unit.form) || (!unit.capitals && !unit.shouted)) continue;
          anywhere = true;
          if (field.empty() || text.field == field) matches.insert(number);
        }
      }
    }
  }
  if (!anywhere) return std::nullopt;
  return matches;
}

std::set<std::string> Oracle::stems(const Token& token, const std::string& language) {
  Token other = token;
  std::set<std::string> stems{analyzer_.stem(other, language)};
  other.accented.clear();
  stems.insert(analyzer_.stem(other, language));
  for (const std::string& accented : spellings_[token.term]) {
    other.accented = accented;
    stems.insert(analyzer_.stem(other, language));
  }
  return stems;
}

std::set<std::string> Oracle::stems_of_common_word(const Token& token,
                                                   const std::string& language) {
  std::set<std::string> wanted = stems(token, language);
  if (backfile::is_stop_word(token.term, language)) return wanted;
  std::erase_if(wanted, [&](const std::string& stem) {
    return std::none_of(articles_.begin(), articles_.end(), [&](const Scanned& scanned) {
      bool has_form = false, has_stem = false;
      for (const Text& text : scanned.texts) {
        for (const auto* units : {&text.units, &text.joined, &text.words}) {
          for (const Unit& unit : *units) {
            has_form |= unit.form == token.term;
            has_stem |= unit.stem == stem;
          }
        }
      }
      return scanned.article.language == language && has_form && has_stem;
    });
  });
  return wanted;
}

// Articles with a word of the same stem, in the article's own language.
Oracle::Set Oracle::family(const std::string& field, const Reading& reading, std::size_t token,
                           bool is_common) {
  Set matches;
  for (std::size_t number = 0; number < articles_.size(); ++number) {
    const std::string& language = articles_[number].article.language;
    if (std::find(reading.languages.begin(), reading.languages.end(), language) ==
        reading.languages.end()) {
      continue;
    }
    const std::set<std::string> wanted = is_common
                                             ? stems_of_common_word(reading.tokens[token], language)
                                             : stems(reading.tokens[token], language);
    for (const Text& text : articles_[number].texts) {
      if (!field.empty() && text.field != field) continue;
      for (const auto* units : {&text.units, &text.joined, &text.words}) {
        for (const Unit& unit : *units) {
          if (!unit.stem.empty() && wanted.contains(unit.stem)) matches.insert(number);
        }
      }
    }
  }
  return matches;
}

// Whether most articles that have the word take it for a stop word.
bool Oracle::is_stop_word(const std::vector<Reading>& readings, std::size_t token) {
  double as_stop_word = 0, as_word = 0;
  bool anywhere = false;
  for (const Reading& reading : readings) {
    const Token& typed = reading.tokens[token];
    for (const std::string& language : reading.languages) {
      const bool stops = backfile::is_stop_word(typed.term, language);
      anywhere |= stops;
      for (const std::string& stem : stems(typed, language)) {
        for (const Scanned& scanned : articles_) {
          if (scanned.article.language != language) continue;
          bool has = false;
          for (const Text& text : scanned.texts) {
            for (const auto* units : {&text.units, &text.joined, &text.words}) {
              for (const Unit& unit : *units) has |= unit.stem == stem;
            }
          }
          if (has) (stops ? as_stop_word : as_word) += 1;
        }
      }
    }
  }
  return anywhere && as_stop_word >= as_word;
}

namespace {

// Two lines of words, one within the other from a place on, where in both a compound may be taken
// as its pieces or as one word.
template <typename Line, typename Fits>
bool line_up(const Line& wanted, std::size_t w, const auto& text, std::size_t t, const Fits& fits) {
  if (w == wanted.units.size()) return true;
  const auto from = [](const auto& line, std::size_t place) {
    std::vector<const typename std::decay_t<decltype(line.units)>::value_type*> ways;
    if (place < line.units.size()) ways.push_back(&line.units[place]);
    for (const auto& joined : line.joined) {
      if (joined.first == place) ways.push_back(&joined);
    }
    return ways;
  };
  for (const auto* want : from(wanted, w)) {
    for (const auto* unit : from(text, t)) {
      const bool last = w + want->count == wanted.units.size();
      if (fits(*unit, *want, last) &&
          line_up(wanted, w + want->count, text, t + unit->count, fits)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

Oracle::Set Oracle::sequence(const std::string& field, const Line& wanted, bool exact) const {
  const Units& units = wanted.units;
  if (units.empty()) return {};
  const auto fits = [&](const Unit& unit, const Unit& want, bool last) {
    if (unit.character != want.character) return false;
    if (unit.form != want.form) return false;
    if (want.capitals && !unit.capitals && !unit.shouted) return false;
    if (exact && !want.accented.empty() && unit.accented != want.accented) return false;
    // Words wanted as they stand are no compounds, but at the end of a phrase.
    if (exact && !last && unit.count > 1 && want.count == 1) return false;
    return !want.character || last || unit.touches_next || !want.touches_next;
  };
  Set matches;
  for (std::size_t number = 0; number < articles_.size(); ++number) {
    const Scanned& scanned = articles_[number];
    for (const Text& text : field == "author" ? scanned.author_lookup : scanned.texts) {
      if (!field.empty() && text.field != field) continue;
      for (std::size_t start = 0; start < text.units.size(); ++start) {
        if (line_up(wanted, 0, text, start, fits)) matches.insert(number);
      }
    }
  }
  return matches;
}

// No word wanted as it stands that is typed in capitals may be in small letters. "WHO" in another
// phrase is no pronoun; unless the phrase or the question shouts, or nobody writes it so.
bool Oracle::demands_capitals(const Unit& unit, bool exact, bool shouts) const {
  if (exact) return unit.capitals || unit.shouted;
  if (!unit.capitals && !unit.shouted) return false;
  if ((shouts || shouted_) && !unit.dotted) return false;
  const auto stops = [&](const std::string& language) {
    return backfile::is_stop_word(unit.form, language);
  };
  if (!std::any_of(languages_.begin(), languages_.end(), stops)) return false;
  return in_capitals("", {unit.form}).has_value();
}

Oracle::Set Oracle::phrase(const Node& node, const std::string& field,
                           const std::vector<Reading>& readings, Range range) {
  Set matches;
  for (const Reading& reading : readings) {
    Line wanted{units_of(node.text, reading.tokens, range), joined_of(reading.tokens, range)};
    const auto words = std::ranges::count_if(
        reading.tokens, [](const Token& token) { return token.kind == TokenKind::word; });
    const bool shouts = words > 1 && all_letters_are_capitals(node.text);
    for (Units* units : {&wanted.units, &wanted.joined}) {
      for (Unit& unit : *units) unit.capitals = demands_capitals(unit, node.exact, shouts);
    }
    matches = united(matches, sequence(field, wanted, node.exact));
  }
  return matches;
}

}  // namespace backfile
