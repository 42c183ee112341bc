// From a text to readings by language, from readings to wishes.
#include "query/planner_words.h"

#include <algorithm>
#include <set>

#include "query/planner_tokens.h"

namespace backfile {
namespace {

const Field& body_field() {
  return *find_field("body", FieldKind::words);
}

bool same_terms(const std::vector<Token>& left, const std::vector<Token>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Token& a, const Token& b) {
                      return a.term == b.term && a.position == b.position && a.kind == b.kind;
                    });
}

std::string text_of(const Node& node, Range range) {
  return node.text.substr(range.begin, range.end - range.begin);
}

Leaf leaf_of(const Field& field, std::string label) {
  Leaf leaf;
  if (!field.prefix.empty()) leaf.field = field.name;
  leaf.label = std::move(label);
  return leaf;
}

// A leaf knows one stem a language; a word of several spellings may need a second leaf.
template <typename Stems>
std::vector<Leaf> family_leaves(const Leaf& empty, const std::string& term, const Stems& stems) {
  std::vector<Leaf> leaves;
  for (const auto& stem : stems) {
    std::size_t place = 0;
    while (place < leaves.size() && leaves[place].words[0].stems.contains(stem.language)) ++place;
    if (place == leaves.size()) {
      leaves.push_back(empty);
      leaves.back().words.push_back({term, {}, false, true, {}});
    }
    leaves[place].words[0].stems[stem.language] = stem.stem;
  }
  return leaves;
}

Leaf phrase_leaf(Leaf leaf, const std::vector<PhrasePosition>& positions, bool exact) {
  for (const PhrasePosition& position : positions) {
    const Token& token = *position.tokens.front();
    leaf.words.push_back({token.term, exact ? token.accented : "", false, false, {}});
  }
  return leaf;
}

}  // namespace

std::vector<WordPlanner::Reading> WordPlanner::readings(std::string_view text) {
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

std::vector<Wish> WordPlanner::wishes(const Node& node) {
  const Field* field = find_field(node.field, FieldKind::words);
  if (field == nullptr) field = &body_field();
  const std::vector<Reading> ways = readings(node.text);
  if (ways.empty()) return {};
  const std::vector<Token>& tokens = ways.front().front().tokens;
  if (node.kind == NodeKind::phrase || node.exact) {
    return {phrase(node, *field, ways, whole_range(tokens))};
  }
  const bool single = std::all_of(ways.begin(), ways.end(), [](const Reading& reading) {
    return reading.front().tokens.size() == 1 &&
           reading.front().tokens.front().kind != TokenKind::ideographic &&
           reading.front().tokens.front().kind != TokenKind::bigram;
  });
  if (single) return {one_word(node, *field, ways)};
  return pieces(node, *field, ways);
}

std::vector<Wish> WordPlanner::pieces(const Node& node, const Field& field,
                                      const std::vector<Reading>& readings) {
  std::vector<Wish> wishes;
  for (const Range range : pieces_of(readings.front().front().tokens)) {
    wishes.push_back(phrase(node, field, readings, range));
    wishes.back().relaxable = field.prefix.empty();
  }
  return wishes;
}

Wish WordPlanner::one_word(const Node& node, const Field& field,
                           const std::vector<Reading>& readings) {
  Wish wish;
  wish.label = node.text;
  wish.relaxable = field.prefix.empty();
  narrowed_ = false;
  std::vector<Part> families;
  std::vector<Stem> all_stems;
  for (const Reading& reading : readings) {
    const std::string& typed = reading.front().tokens.front().term;
    const std::vector<Stem> stems = stems_of(reading, 0);
    families.push_back(family(field, typed, stems));
    const std::vector<Leaf> leaves = family_leaves(leaf_of(field, wish.label), typed, stems);
    wish.leaves.insert(wish.leaves.end(), leaves.begin(), leaves.end());
    all_stems.insert(all_stems.end(), stems.begin(), stems.end());
  }
  wish.part = any_of(families);
  wish.narrowed = narrowed_;
  wish.stop_word = wish.relaxable && is_stop_word(all_stems);
  return wish;
}

Wish WordPlanner::phrase(const Node& node, const Field& field, const std::vector<Reading>& readings,
                         Range range) {
  Wish wish;
  wish.label = text_of(node, range);
  narrowed_ = false;
  std::vector<Part> phrases;
  for (const Reading& reading : readings) {
    const std::vector<Token>& tokens = reading.front().tokens;
    Part part = phrase_part(context_.database, positions(field, tokens, range, node.exact));
    if (node.exact && !field.prefix.empty()) {
      // The field's terms know no accents: those have to be somewhere in the article.
      part = all_of(
          {part, phrase_part(context_.database, positions(body_field(), tokens, range, true))});
    }
    phrases.push_back(part);
    wish.leaves.push_back(
        phrase_leaf(leaf_of(field, wish.label), phrase_positions(tokens, range), node.exact));
  }
  wish.narrowed = narrowed_;
  const Part matching = any_of(phrases);
  wish.part = context_.stems_fit ? ranked_by(matching, ranking_of(readings, range)) : matching;
  return wish;
}

Part WordPlanner::phrase_in(const Field& field, std::string_view text) {
  std::vector<Part> phrases;
  for (const Reading& reading : readings(text)) {
    const std::vector<Token>& tokens = reading.front().tokens;
    phrases.push_back(
        phrase_part(context_.database, positions(field, tokens, whole_range(tokens), false)));
  }
  return unranked(any_of(phrases));
}

// The stems of a token in each language of the reading, under every spelling the archive has.
std::vector<WordPlanner::Stem> WordPlanner::stems_of(const Reading& reading, std::size_t token) {
  std::vector<Stem> stems;
  for (const InLanguage& in : reading) {
    const Token& typed = in.tokens[token];
    if (typed.stem.empty()) continue;
    std::set<std::string> distinct;
    const auto add = [&](const std::string& stem) {
      if (distinct.insert(stem).second) stems.push_back({in.language, stem, typed.stop_word});
    };
    add(typed.stem);
    Token other = typed;
    other.accented.clear();
    add(context_.analyzer.stem(other, in.language));
    for (const std::string& accented : context_.spellings.of(typed.term)) {
      other.accented = accented;
      add(context_.analyzer.stem(other, in.language));
    }
  }
  return stems;
}

Part WordPlanner::family(const Field& field, const std::string& typed,
                         const std::vector<Stem>& stems) {
  const Xapian::Database& database = context_.database;
  if (!context_.stems_fit) return term_part(database, word_term(field, typed));
  std::vector<Part> members;
  for (const Stem& stem : stems) {
    Part member = term_part(database, stem_term(stem.language, stem.stem));
    if (member.query.empty()) continue;
    if (!field.prefix.empty()) {
      Alternatives forms{word_term(field, typed)};
      expand(forms, forms_.of(field, typed, stem.stem, stem.language));
      member = all_of({member, unranked(phrase_part(database, {forms}))});
    }
    members.push_back(member);
  }
  return any_of(members);
}

// The stems of the words in a range, those of stop words only where there are no others.
Part WordPlanner::ranking_of(const std::vector<Reading>& readings, Range range) {
  std::vector<Part> content, stop_words;
  for (const Reading& reading : readings) {
    const std::vector<Token>& tokens = reading.front().tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].range.begin < range.begin || tokens[i].range.end > range.end) continue;
      const std::vector<Stem> stems = stems_of(reading, i);
      if (stems.empty()) continue;
      (is_stop_word(stems) ? stop_words : content)
          .push_back(family(body_field(), tokens[i].term, stems));
    }
  }
  return any_of(content.empty() ? stop_words : content);
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

std::vector<Alternatives> WordPlanner::positions(const Field& field,
                                                 const std::vector<Token>& tokens, Range range,
                                                 bool with_accents) {
  std::vector<Alternatives> positions;
  for (const PhrasePosition& position : phrase_positions(tokens, range)) {
    Alternatives& terms = positions.emplace_back();
    for (const Token* token : position.tokens) {
      const bool accents_matter = with_accents && field.prefix.empty() && !token->accented.empty();
      terms.push_back(accents_matter ? accented_term(token->accented)
                                     : word_term(field, token->term));
    }
    if (position.open_ended) {
      expand(terms, forms_.bigrams_of(field, position.tokens.front()->term));
    }
  }
  return positions;
}

// Adds the terms that are not there yet, as far as the query's expansions go.
void WordPlanner::expand(Alternatives& terms, const std::vector<std::string>& more) {
  const std::size_t typed = terms.size();
  for (const std::string& term : more) {
    if (std::find(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(typed), term) !=
        terms.begin() + static_cast<std::ptrdiff_t>(typed)) {
      continue;
    }
    if (expansions_left_ == 0) {
      narrowed_ = true;
      return;
    }
    --expansions_left_;
    terms.push_back(term);
  }
  narrowed_ |= more.size() >= most_bigrams;
}

}  // namespace backfile
