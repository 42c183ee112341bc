// From a text to readings by language, from readings to ways, from ways to clauses.
#include "query/planning/words.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/text/word_shape.h"

namespace backfile {
namespace {

const Field& body_field() {
  return field_of(FieldId::body);
}

bool same_terms(const std::vector<Token>& left, const std::vector<Token>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Token& a, const Token& b) {
                      return a.term == b.term && a.position == b.position && a.kind == b.kind;
                    });
}

// "l'homme": nothing but apostrophes between its words.
bool is_elision(std::string_view text, const std::vector<const Token*>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::size_t at = words[i - 1]->range.end;
    if (at >= words[i]->range.begin || !is_apostrophe(take_code_point(text, at))) return false;
  }
  return true;
}

MatchPattern empty_pattern(const Field& field, const std::string& label) {
  MatchPattern pattern;
  if (!field.words->prefix.empty()) pattern.field = field.name;
  pattern.label = label;
  return pattern;
}

// A pattern knows one stem a language; a word of several spellings may need a second pattern.
template <typename Stems>
std::vector<MatchPattern> family_patterns(const MatchPattern& empty, const std::string& term,
                                          const Stems& stems) {
  std::vector<MatchPattern> patterns;
  for (const auto& stem : stems) {
    std::size_t place = 0;
    while (place < patterns.size() && patterns[place].words[0].stems.contains(stem.language))
      ++place;
    if (place == patterns.size()) {
      patterns.push_back(empty);
      patterns.back().words.push_back({term, {}, false, true, {}});
    }
    patterns[place].words[0].stems[stem.language] = stem.stem;
  }
  return patterns;
}

}  // namespace

void WordPlanner::begin_query(const RankingSettings& settings, std::string_view words,
                              bool shouted) {
  ranker_.set(settings, likely_languages(words, context_.languages, context_.database, context_.idf,
                                         context_.analyzer, settings.shrinkage));
  expansions_left_ = most_expansions;
  shouted_ = shouted;
}

std::vector<Reading> WordPlanner::readings(std::string_view text) {
  std::vector<Reading> readings;
  for (const std::string& language : context_.languages) {
    InLanguage in{language, context_.analyzer.analyze(text, language)};
    if (in.tokens.empty()) continue;
    const auto same = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
      return same_terms(reading.front().tokens, in.tokens);
    });
    if (same == readings.end()) {
      readings.push_back({std::move(in)});
    } else {
      same->push_back(std::move(in));
    }
  }
  return readings;
}

std::vector<Clause> WordPlanner::clauses(const Node& node) {
  const Field* field = find_field(node.field, for_words);
  if (field == nullptr) field = &body_field();
  const std::vector<Reading> variants = readings(node.text);
  if (variants.empty()) return {};
  const std::vector<Token>& tokens = variants.front().front().tokens;
  if (node.kind == NodeKind::phrase || node.exact) {
    Clause clause = phrase(node, *field, variants, whole_range(tokens));
    if (tokens.size() == 1 && !node.exact) prefer_capitals(clause, *field, tokens.front());
    return {std::move(clause)};
  }
  if (without_spaces(tokens)) return run(node, *field, variants);
  return {word(node, *field, variants)};
}

Clause WordPlanner::word(const Node& node, const Field& field,
                         const std::vector<Reading>& readings) {
  Clause clause;
  clause.label = node.text;
  clause.relaxable = field.words->prefix.empty();
  narrowed_ = false;
  std::vector<Stem> stems;          // of all readings, unless one is more than a word
  std::vector<const Token*> typed;  // the word, likewise
  for (const Reading& reading : readings) {
    const std::vector<Token>& tokens = reading.front().tokens;
    const Range whole = whole_range(tokens);
    const std::vector<const Token*> words = words_within(tokens, whole);
    const Token* joined = joined_form(tokens);
    const Token* only =
        joined != nullptr ? nullptr : only_content_word(clause.label, reading, words);
    if (only != nullptr) {
      typed.push_back(only);
      add(clause, as_family(field, clause.label, reading, *only));
      const std::vector<Stem> more = stems_of(reading, *only);
      stems.insert(stems.end(), more.begin(), more.end());
    } else {
      add_compound(clause, node, field, reading);
    }
  }
  const bool one_word = typed.size() == readings.size();
  if (one_word && is_stop_word(stems)) {
    read_common_word(clause, node, field, typed);
  } else if (one_word) {
    prefer_capitals(clause, field, *typed.front());
    for (const Reading& reading : readings) {
      prefer_as_typed(clause, field, reading.front().tokens.front());
    }
  }
  clause.narrowed = narrowed_;
  return clause;
}

// "half-brother": the pieces side by side, or the word that they make. It is ranked by all of them,
// which count wherever they stand.
void WordPlanner::add_compound(Clause& clause, const Node& node, const Field& field,
                               const Reading& reading) {
  const std::vector<Token>& tokens = reading.front().tokens;
  const Range whole = whole_range(tokens);
  auto positions = phrase_positions(clause.label, tokens, whole);
  demand_capitals(clause, node, tokens, positions);
  Variant pieces = as_forms(field, clause.label, positions, false);
  if (const Token* joined = joined_form(tokens)) {
    Variant one = as_family(field, clause.label, reading, *joined);
    one.costed = unranked(one.costed);
    add(clause, one);
  }
  if (clause.relaxable && ranks()) {
    const double weight = ranker_.settings().pieces;
    clause.support = any_of({clause.support, boosted(ranking_of(reading, whole), weight)});
  } else {
    pieces.costed = ranked(pieces.costed, reading, positions);
  }
  add(clause, pieces);
}

Clause WordPlanner::phrase(const Node& node, const Field& field,
                           const std::vector<Reading>& readings, Range range) {
  Clause clause;
  clause.label = node.text.substr(range.begin, range.end - range.begin);
  narrowed_ = false;
  for (const Reading& reading : readings) {
    Variant any;
    const auto add_variant = [&](const std::vector<PhrasePosition>& positions) {
      const Variant variant = as_forms(field, clause.label, positions, node.exact);
      any.costed = any_of({any.costed, variant.costed});
      any.patterns.insert(any.patterns.end(), variant.patterns.begin(), variant.patterns.end());
    };
    auto variants = phrase_variants(node.text, reading.front().tokens, range);
    for (PhraseVariant& variant : variants)
      demand_capitals(clause, node, reading.front().tokens, variant);
    for (const auto& positions : variants) {
      add_variant(positions);
      if (node.exact) continue;
      for (const auto& compounds : compound_variants(context_.database, field, positions)) {
        add_variant(compounds);
      }
    }
    if (!variants.empty()) any.costed = ranked(any.costed, reading, variants.front());
    add(clause, any);
  }
  clause.narrowed = narrowed_;
  return clause;
}

void WordPlanner::add(Clause& clause, const Variant& variant) {
  clause.costed = any_of({clause.costed, variant.costed});
  clause.patterns.insert(clause.patterns.end(), variant.patterns.begin(), variant.patterns.end());
}

CostedQuery WordPlanner::phrase_in(const Field& field, std::string_view text) {
  std::vector<CostedQuery> phrases;
  for (const Reading& reading : readings(text)) {
    const std::vector<Token>& tokens = reading.front().tokens;
    const auto positions = phrase_positions(text, tokens, whole_range(tokens));
    phrases.push_back(phrase_query(context_.database, terms_of(field, positions, false)));
  }
  return unranked(any_of(phrases));
}

WordPlanner::Variant WordPlanner::as_family(const Field& field, const std::string& label,
                                            const Reading& reading, const Token& token) {
  const std::vector<Stem> stems = stems_of(reading, token);
  const CostedQuery costed = family(field, token.term, stems);
  MatchPattern pattern = empty_pattern(field, label);
  if (context_.stems_fit) return {costed, family_patterns(pattern, token.term, stems)};
  pattern.words.push_back({token.term, {}, false, false, {}});
  return {costed, {pattern}};
}

// The forms as typed, one right after the other; not ranked.
WordPlanner::Variant WordPlanner::as_forms(const Field& field, const std::string& label,
                                           const std::vector<PhrasePosition>& positions,
                                           bool exact) {
  const Xapian::Database& database = context_.database;
  CostedQuery costed = phrase_query(database, terms_of(field, positions, exact));
  if (!field.words->prefix.empty() && !positions.empty()) {
    const PhrasePosition& anchor = positions[anchor_of(positions, exact)];
    const Alternatives written = written_terms(anchor, exact);
    const std::string term = word_term(field, anchor.token->term);
    if (!written.empty()) costed = all_of({costed, spelling_query(database, {term, written})});
  }

  MatchPattern pattern = empty_pattern(field, label);
  for (const PhrasePosition& position : positions) {
    const Token& token = *position.token;
    WordPattern& word = pattern.words.emplace_back();
    word.term = token.term;
    if (exact) word.accented = token.accented;
    word.capitals_only = position.capitals;
    word.pieces = position.pieces;
    if (!position.across.empty()) word.forms = {position.across};
  }
  return {unranked(costed), {pattern}};
}

CostedQuery WordPlanner::ranked(const CostedQuery& costed, const Reading& reading,
                                const std::vector<PhrasePosition>& positions) {
  if (!ranks()) return costed;
  const Range range{positions.front().token->range.begin, positions.back().token->range.end};
  return supported_by(costed, ranking_of(reading, range));
}

// The stems of a token in each language of the reading, under every spelling the archive has.
std::vector<Stem> WordPlanner::stems_of(const Reading& reading, const Token& token) {
  const auto place = static_cast<std::size_t>(&token - reading.front().tokens.data());
  std::vector<Stem> stems;
  for (const InLanguage& in : reading) {
    const Token& typed = in.tokens[place];
    if (typed.stem.empty()) continue;
    const bool stops = backfile::is_stop_word(typed.term, in.language);
    std::set<std::string> distinct;
    const auto add_stem = [&](const std::string& stem) {
      if (distinct.insert(stem).second) stems.push_back({in.language, stem, stops});
    };
    add_stem(typed.stem);
    Token other = typed;
    other.accented.clear();
    add_stem(context_.analyzer.stem(other, in.language));
    for (const std::string& accented : context_.spellings.of(typed.term)) {
      other.accented = accented;
      add_stem(context_.analyzer.stem(other, in.language));
    }
  }
  return stems;
}

CostedQuery WordPlanner::family(const Field& field, const std::string& typed,
                                const std::vector<Stem>& stems) {
  if (!context_.stems_fit) return ranker_.form(word_term(field, typed));
  std::vector<CostedQuery> queries, narrowed;
  for (const Stem& stem : stems) {
    queries.push_back(term_query(context_.database, stem_term(stem.language, stem.stem)));
    if (field.words->prefix.empty()) continue;
    const CostedQuery forms =
        queries.back().query.empty() ? CostedQuery{} : forms_in(field, typed, stem);
    narrowed.push_back(all_of({queries.back(), unranked(forms)}));
  }
  return ranker_.word(stems, queries, narrowed);
}

CostedQuery WordPlanner::forms_in(const Field& field, const std::string& typed, const Stem& stem) {
  std::vector<CostedQuery> forms;
  for (const Spelling& spelling : forms_.of(field, typed, stem.stem, stem.language)) {
    if (may_expand()) forms.push_back(spelling_query(context_.database, spelling));
  }
  return any_of(forms);
}

// The stems of a phrase's words, those of stop words only where there are no others.
CostedQuery WordPlanner::ranking_of(const Reading& reading, Range range) {
  std::vector<CostedQuery> content, stop_words;
  for (const Token& token : reading.front().tokens) {
    if (token.range.begin < range.begin || token.range.end > range.end) continue;
    const std::vector<Stem> stems = stems_of(reading, token);
    if (stems.empty()) continue;
    CostedQuery word = family(body_field(), token.term, stems);
    if (token.kind == TokenKind::ideographic) {
      word = boosted(word, ranker_.settings().dictionary);
    }
    (is_stop_word(stems) ? stop_words : content).push_back(word);
  }
  const CostedQuery words = any_of(content.empty() ? stop_words : content);
  return any_of({words, ranker_.pairs(reading, range)});
}

// "die" is a stop word in German and a word in English: what most of its articles take it for.
bool WordPlanner::is_stop_word(const std::vector<Stem>& stems) {
  double as_stop_word = 0, as_word = 0;
  bool anywhere = false;
  for (const Stem& stem : stems) {
    anywhere |= stem.stop_word;
    (stem.stop_word ? as_stop_word : as_word) +=
        context_.database.get_termfreq(stem_term(stem.language, stem.stem));
  }
  return anywhere && as_stop_word >= as_word;
}

// The word of "l'homme" is `homme`, wherever else it stands. nullptr where there are several words,
// and for "out-of-court", which means all of its pieces.
const Token* WordPlanner::only_content_word(std::string_view typed, const Reading& reading,
                                            const std::vector<const Token*>& words) {
  if (words.size() == 1) return words.front();
  if (!is_elision(typed, words)) return nullptr;
  const Token* only = nullptr;
  for (const Token* word : words) {
    if (is_stop_word(stems_of(reading, *word))) continue;
    if (only != nullptr) return nullptr;
    only = word;
  }
  return only;
}

// The terms that tell how a word is written, where that matters; they say nothing of its field.
Alternatives WordPlanner::written_terms(const PhrasePosition& position, bool with_accents) {
  const Token& token = *position.token;
  if (position.pieces > 1) return {};
  if (with_accents && !token.accented.empty()) return {accented_term(token.accented)};
  if (position.capitals) return {capitals_term(token.term), shouted_term(token.term)};
  return {};
}

// One word at least of a phrase in a field is looked for under a term of the field, which holds the
// others there as well: the first whose writing does not matter, if there is any.
std::size_t WordPlanner::anchor_of(const std::vector<PhrasePosition>& positions,
                                   bool with_accents) {
  const auto anchor = std::ranges::find_if(positions, [&](const PhrasePosition& position) {
    return written_terms(position, with_accents).empty();
  });
  return anchor == positions.end() ? 0 : static_cast<std::size_t>(anchor - positions.begin());
}

std::vector<Alternatives> WordPlanner::terms_of(const Field& field,
                                                const std::vector<PhrasePosition>& positions,
                                                bool with_accents) {
  std::vector<Alternatives> terms;
  const PhrasePosition* anchor = field.words->prefix.empty() || positions.empty()
                                     ? nullptr
                                     : &positions[anchor_of(positions, with_accents)];
  for (const PhrasePosition& position : positions) {
    const Token& token = *position.token;
    if (position.pieces > 1) {
      terms.insert(terms.end(), position.pieces,
                   {compound_term(field, token.term, position.pieces)});
      continue;
    }
    const Alternatives written = written_terms(position, with_accents);
    const bool is_written = !written.empty() && &position != anchor;
    terms.push_back(is_written ? written : Alternatives{word_term(field, token.term)});
    if (!position.across.empty()) terms.back().push_back(word_term(field, position.across));
    if (position.open_ended) expand(terms.back(), forms_.bigrams_of(field, token.term));
  }
  return terms;
}

bool WordPlanner::may_expand() {
  if (expansions_left_ > 0) return expansions_left_-- > 0;
  narrowed_ = true;
  return false;
}

// Adds the terms that are not there yet, as far as the query's expansions go.
void WordPlanner::expand(Alternatives& terms, const std::vector<std::string>& more) {
  for (const std::string& term : more) {
    if (term == terms.front()) continue;
    if (may_expand()) terms.push_back(term);
  }
  narrowed_ |= more.size() >= most_bigrams;
}

}  // namespace backfile
