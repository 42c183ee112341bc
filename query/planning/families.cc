// Families: where WordPlanner turns a word into the stems and forms that stand for it.
//
// A word typed without its accents may be any of the archive's spellings, and each has its own stem
// in each language; the family is all of these stems. Stems say nothing of fields, so inside a
// field the family is narrowed to the forms that the field has.
#include <set>

#include "indexer/index/stem_terms.h"

#include "query/planning/words.h"

namespace backfile {
namespace {

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

// Reads at most twice as many postings as the rarer term has.
bool share_an_article(const Xapian::Database& database, const std::string& one,
                      const std::string& other) {
  auto left = database.postlist_begin(one), right = database.postlist_begin(other);
  const auto left_end = database.postlist_end(one), right_end = database.postlist_end(other);
  while (left != left_end && right != right_end) {
    if (*left == *right) return true;
    if (*left < *right) {
      left.skip_to(*right);
    } else {
      right.skip_to(*left);
    }
  }
  return false;
}

}  // namespace

WordPlanner::Variant WordPlanner::as_family(const Field& field, const std::string& label,
                                            const Token& token, const std::vector<Stem>& stems,
                                            TermAllowance& allowance) {
  const CostedQuery costed = family_in(field, token.term, stems, allowance);
  MatchPattern pattern = empty_pattern(field, label);
  if (context_.stems_fit) return {costed, family_patterns(pattern, token.term, stems)};
  pattern.words.push_back({token.term, {}, false, false, {}});
  return {costed, {pattern}};
}

// The stems of a token in each language of the analysis, under every spelling the archive has.
std::vector<Stem> WordPlanner::stems_of(const Analysis& analysis, const Token& token) {
  const auto place = static_cast<std::size_t>(&token - analysis.front().tokens.data());
  std::vector<Stem> stems;
  for (const InLanguage& in : analysis) {
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

std::string WordPlanner::term_of(const Stem& stem) const {
  return term_of_stem(context_.database, context_.forward.lexicon(), stem.language, stem.stem);
}

CostedQuery WordPlanner::family(const std::string& typed, const std::vector<Stem>& stems) {
  if (!context_.stems_fit) return ranker_.form(word_term(field_of(FieldId::body), typed));
  std::vector<CostedQuery> queries;
  for (const Stem& stem : stems) {
    queries.push_back(term_query(context_.database, term_of(stem)));
  }
  return ranker_.word(stems, queries, {});
}

// Stems say nothing of fields: in one, the family is its forms there.
CostedQuery WordPlanner::family_in(const Field& field, const std::string& typed,
                                   const std::vector<Stem>& stems, TermAllowance& allowance) {
  if (field.words->prefix.empty()) return family(typed, stems);
  if (!context_.stems_fit) return ranker_.form(word_term(field, typed));
  std::vector<CostedQuery> queries, narrowed;
  for (const Stem& stem : stems) {
    queries.push_back(term_query(context_.database, term_of(stem)));
    const CostedQuery forms =
        queries.back().finds_nothing() ? CostedQuery{} : forms_in(field, typed, stem, allowance);
    narrowed.push_back(all_of({queries.back(), forms}));
  }
  return ranker_.word(stems, queries, narrowed);
}

CostedQuery WordPlanner::forms_in(const Field& field, const std::string& typed, const Stem& stem,
                                  TermAllowance& allowance) {
  std::vector<CostedQuery> forms;
  bool accents_tell = false;
  for (const FieldForm& form : forms_.of(field, typed, stem.stem, stem.language)) {
    if (!allowance.take()) continue;
    forms.push_back(term_query(context_.database, form.term));
    accents_tell |= form.accents_tell;
  }
  if (!accents_tell) return unranked(any_of(forms));
  MatchPattern pattern = empty_pattern(field, typed);
  pattern.words.push_back({{}, {}, false, true, {{stem.language, stem.stem}}});
  return as_patterns(any_of(forms), {pattern});
}

// The stems of a phrase's words, those of stop words only where there are no others.
CostedQuery WordPlanner::ranking_of(const Analysis& analysis, Range range) {
  std::vector<CostedQuery> content, stop_words;
  for (const Token& token : analysis.front().tokens) {
    if (token.range.begin < range.begin || token.range.end > range.end) continue;
    const std::vector<Stem> stems = stems_of(analysis, token);
    if (stems.empty()) continue;
    CostedQuery word = family(token.term, stems);
    if (token.kind == TokenKind::ideographic) {
      word = boosted(word, ranker_.settings().dictionary);
    }
    (is_stop_word(stems) ? stop_words : content).push_back(word);
  }
  const CostedQuery words = any_of(content.empty() ? stop_words : content);
  return any_of({words, ranker_.pairs(analysis, range)});
}

// "die" is a stop word in German and a word in English: what most of its articles take it for.
bool WordPlanner::is_stop_word(const std::vector<Stem>& stems) {
  double as_stop_word = 0, as_word = 0;
  bool anywhere = false;
  for (const Stem& stem : stems) {
    anywhere |= stem.stop_word;
    (stem.stop_word ? as_stop_word : as_word) += context_.database.get_termfreq(term_of(stem));
  }
  return anywhere && as_stop_word >= as_word;
}

// A common word of one language is rarely one of another, where its stem is shared by words that
// nobody asked for: "the" and the name Theo in Spanish. Leaves out the languages that lack the
// word.
void WordPlanner::leave_out_strangers(std::vector<Stem>& stems, const Token& typed) const {
  const std::string form = word_term(field_of(FieldId::body), typed.term);
  std::erase_if(stems, [&](const Stem& stem) {
    return !stem.stop_word && !share_an_article(context_.database, form, term_of(stem));
  });
}

}  // namespace backfile
