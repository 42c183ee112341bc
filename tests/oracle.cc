// Reads every article, and evaluates the tree of a query; its words are in oracle_words.cc.
#include "tests/oracle.h"

#include <algorithm>

#include "indexer/text/language.h"
#include "indexer/text/unicode.h"
#include "query/planning/terms/tokens.h"
#include "tests/oracle_sets.h"

namespace backfile {
namespace {

bool within(Range inner, Range outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

template <typename Set>
Set without(const Set& left, const Set& right) {
  Set rest;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

void gather_words(const Node& node, std::string& words) {
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase) words += node.text + ' ';
  for (const Node& child : node.children) gather_words(child, words);
}

}  // namespace

Oracle::Oracle(const std::vector<Article>& articles) {
  languages_.insert("");
  for (const Article& article : articles) languages_.insert(article.language);
  for (const Article& article : articles) {
    Scanned& scanned = articles_.emplace_back();
    scanned.article = article;
    if (const auto day = day_of(article.published)) scanned.day = pack(*day);
    const auto add = [&](const std::string& field, const std::string& text) {
      scanned.texts.push_back(read(field, text, article.language));
    };
    add("title", article.title);
    add("subtitle", article.subtitle);
    for (const std::string& paragraph : article.body) add("body", paragraph);
    for (const std::string& caption : article.captions) add("caption", caption);
    for (const std::string& author : article.author) {
      scanned.author_lookup.push_back(read("author", author, article.language));
    }
    for (const Text& text : scanned.texts) {
      for (const auto& units : {text.units, text.joined}) {
        for (const Unit& unit : units) {
          if (unit.accented.empty()) continue;
          for (const std::string& language : languages_) {
            spellings_[fold(unit.accented, language).term].insert(unit.accented);
          }
        }
      }
    }
  }
}

// Words one after the other, and characters one by one.
std::vector<Oracle::Unit> Oracle::units_of(const std::string& text,
                                           const std::vector<Token>& tokens, Range range) {
  std::vector<Unit> units;
  std::vector<Range> characters;  // of the units that are
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (is_word(token) && within(token.range, range)) {
      units.push_back({token.term, token.accented, token.stem, token.capitals, false, false});
      units.back().shouted = token.shouted;
      units.back().dotted = slice(text, token.range).find('.') != std::string_view::npos;
    }
    if (token.kind != TokenKind::bigram) continue;
    // A bigram tells one character: what it holds up to where the next bigram begins.
    Range character = token.range;
    bool touches_next = false;
    for (std::size_t next = i + 1; next < tokens.size(); ++next) {
      if (tokens[next].kind != TokenKind::bigram) continue;
      if (tokens[next].range.begin < character.end) {
        touches_next = tokens[next].range.begin > character.begin;
        character.end =
            std::min(character.end, std::max(tokens[next].range.begin, character.begin));
      }
      break;
    }
    if (!within(character, range)) continue;
    const std::string typed = text.substr(character.begin, character.end - character.begin);
    units.push_back(
        {fold(typed).term, "", "", false, true, touches_next && character.end < range.end});
  }
  return units;
}

Oracle::Text Oracle::read(const std::string& field, const std::string& text,
                          const std::string& language) {
  const std::vector<Token> tokens = analyzer_.analyze(text, language);
  Text result;
  result.field = field;
  if (tokens.empty()) return result;
  result.units = units_of(text, tokens, whole_range(tokens));
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::ideographic) continue;
    result.words.push_back({token.term, token.accented, token.stem, false, false, false});
  }
  result.joined = joined_of(tokens, whole_range(tokens));
  return result;
}

// Compounds as one word, and where among the units of the range their pieces are.
Oracle::Units Oracle::joined_of(const std::vector<Token>& tokens, Range range) {
  Units all;
  std::uint32_t first = 0;
  for (const Token& token : tokens) {
    if (!within(token.range, range)) continue;
    if (first == 0) first = token.position;
    if (token.kind != TokenKind::joined) continue;
    all.push_back({token.term, token.accented, token.stem, token.capitals, false, false});
    all.back().first = token.position - first;
    all.back().count = token.pieces;
    all.back().shouted = token.shouted;
  }
  return all;
}

void Oracle::begin(const Node& tree) {
  std::string words;
  gather_words(tree, words);
  shouted_ = std::count(words.begin(), words.end(), ' ') >= 3 && all_letters_are_capitals(words);
}

std::set<std::string> Oracle::ids_of(const Set& matches) const {
  std::set<std::string> ids;
  for (const std::size_t number : matches) ids.insert(articles_[number].article.id);
  return ids;
}

Oracle::Set Oracle::everything() const {
  Set all;
  for (std::size_t number = 0; number < articles_.size(); ++number) all.insert(number);
  return all;
}

std::set<std::string> Oracle::select(const Node& tree) {
  begin(tree);
  return ids_of(evaluate(tree).value_or(Set{}));
}

// Phrases, brackets, fields and filters stay; beside one of these that is no filter, not even one
// of the words is wanted.
std::set<std::string> Oracle::select_any(const Node& tree) {
  begin(tree);
  const Group group = group_of(tree);
  if (group.asks_nothing) return {};
  Set demanded = everything(), any;
  bool has_words = false, has_content = false;
  for (const Operand& operand : group.wanted) {
    if (operand.label.empty()) {
      demanded = common(demanded, operand.matches);
      has_content |= operand.content;
    } else {
      any = united(any, operand.matches);
      has_words = true;
    }
  }
  if (has_words && !has_content) demanded = common(demanded, any);
  return ids_of(without(demanded, group.unwanted));
}

std::vector<Oracle::PlainWord> Oracle::plain_words(const Node& tree) {
  begin(tree);
  std::vector<PlainWord> words;
  for (const Operand& operand : group_of(tree).wanted) {
    if (!operand.label.empty()) words.push_back({operand.label, ids_of(operand.matches)});
  }
  return words;
}

std::optional<Oracle::Set> Oracle::evaluate(const Node& node) {
  const Group group = group_of(node);
  if (group.asks_nothing) return std::nullopt;
  Set matches = everything();
  for (const Operand& operand : group.wanted) matches = common(matches, operand.matches);
  return without(matches, group.unwanted);
}

Oracle::Group Oracle::group_of(const Node& node) {
  std::vector<const Node*> children;
  for (const Node& child : node.children) children.push_back(&child);
  if (node.kind != NodeKind::all) children = {&node};
  Group group;
  for (const Node* child : children) {
    if (child->kind == NodeKind::exclude) {
      for (const Node& inner : child->children) {
        if (const auto matches = evaluate(inner)) {
          group.unwanted = united(group.unwanted, *matches);
          group.asks_nothing = false;
        }
      }
    } else {
      for (const Operand& operand : operands_of(*child)) group.wanted.push_back(operand);
    }
  }
  group.asks_nothing &= group.wanted.empty();
  if (std::ranges::any_of(group.wanted, &Operand::content)) {
    std::erase_if(group.wanted, [](const Operand& operand) { return operand.stop_word; });
  }
  return group;
}

std::vector<Oracle::Operand> Oracle::operands_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::nothing:
    case NodeKind::exclude:
      return {};
    case NodeKind::word:
    case NodeKind::phrase:
      return words_of(node);
    case NodeKind::filter:
    case NodeKind::dates:
      return {{filter(node), false, false}};
    case NodeKind::all:
      if (const auto matches = evaluate(node)) return {{*matches, false, true}};
      return {};
    case NodeKind::any: {
      std::optional<Set> any;
      for (const Node& child : node.children) {
        if (const auto matches = evaluate(child)) any = united(any.value_or(Set{}), *matches);
      }
      if (any) return {{*any, false, true}};
      return {};
    }
  }
  return {};
}

Oracle::Set Oracle::filter(const Node& node) {
  Set matches;
  std::string wanted = node.text;
  if (node.field == "lang" && !normalize_language(wanted).empty()) {
    wanted = normalize_language(wanted);
  }
  for (std::size_t number = 0; number < articles_.size(); ++number) {
    const Scanned& scanned = articles_[number];
    const Article& article = scanned.article;
    if (node.kind == NodeKind::dates) {
      if (scanned.day != 0 && scanned.day >= node.period.first && scanned.day <= node.period.last) {
        matches.insert(number);
      }
      continue;
    }
    std::vector<std::string> values;
    if (node.field == "author") values = article.author;
    if (node.field == "tag") values = article.tags;
    if (node.field == "section") values = {article.section};
    if (node.field == "source") values = {article.source};
    if (node.field == "lang") values = {article.language};
    for (const std::string& value : values) {
      if (!value.empty() && fold(value).term == fold(wanted).term) matches.insert(number);
    }
  }
  if (!matches.empty() || node.field != "author") return matches;
  for (const Reading& reading : readings(node.text)) {
    Units name = units_of(node.text, reading.tokens, whole_range(reading.tokens));
    for (Unit& unit : name) {
      unit.accented.clear();
      unit.capitals = false;
    }
    matches = united(matches, sequence("author", {name, {}}, true));
  }
  return matches;
}

}  // namespace backfile
