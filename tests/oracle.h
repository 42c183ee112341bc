// A second engine, as simple as possible: for every query it reads every article from end to end.
//
// It shares with the real one the analyzer, and what tokens.h says of a run without spaces;
// it knows no terms, no positions of an index, no Xapian. It defines what the query language
// means, so a difference between the two is a bug. Never used outside tests.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/article/date.h"
#include "indexer/text/analyzer.h"
#include "query/ast/ast.h"

namespace backfile {

class Oracle {
 public:
  explicit Oracle(const std::vector<Article>& articles);

  // Ids of the articles that the query selects, every word of it wanted.
  std::set<std::string> select(const Node& tree);

  // Ids of those that it selects where any of its plain words will do.
  std::set<std::string> select_any(const Node& tree);

  // These words, in the order typed, each with the ids of the articles whose text has it.
  struct PlainWord {
    std::string label;
    std::set<std::string> ids;
  };
  std::vector<PlainWord> plain_words(const Node& tree);

 private:
  // One thing at one place of a text: a word, or one character of a script without spaces.
  struct Unit {
    std::string form;
    std::string accented;  // as in Token
    std::string stem;      // in the language of the text
    bool capitals = false;
    bool character = false;     // then `form` is it, folded
    bool touches_next = false;  // the next character follows without a space
    // Of a compound as one word: which units are its pieces.
    std::size_t first = 0, count = 1;
    bool shouted = false;  // in capitals, as is the whole sentence
    bool dotted = false;   // typed with dots between its letters
  };
  using Units = std::vector<Unit>;
  struct Text {
    std::string field;
    std::vector<Unit> units;   // one after the other
    std::vector<Unit> joined;  // compounds as one word; they stand beside the units
    std::vector<Unit> words;   // of the dictionary, in scripts without spaces
  };
  struct Scanned {
    Article article;
    PackedDay day = 0;
    std::vector<Text> texts;
    std::vector<Text> author_lookup;
  };
  using Set = std::set<std::size_t>;  // articles by number
  struct Operand {
    Set matches;
    bool stop_word = false;
    bool content = true;     // not a filter, not a stop word
    std::string label = {};  // of a plain word in no field, which `any` frees
  };
  // What stands side by side: all of it wanted but what is unwanted.
  struct Group {
    std::vector<Operand> wanted;  // stop words only where there is nothing else
    Set unwanted;
    bool asks_nothing = true;
  };

  Text read(const std::string& field, const std::string& text, const std::string& language);
  std::optional<Set> evaluate(const Node& node);
  Group group_of(const Node& node);
  Set everything() const;
  std::set<std::string> ids_of(const Set& matches) const;
  void begin(const Node& tree);
  std::vector<Operand> operands_of(const Node& node);
  std::vector<Operand> words_of(const Node& node);
  Set filter(const Node& node);

  struct Reading {
    std::vector<std::string> languages;
    std::vector<Token> tokens;  // in the first of them
  };
  std::vector<Reading> readings(const std::string& text);
  Operand plain_word(const Node& node, const std::vector<Reading>& readings);
  Set family(const std::string& field, const Reading& reading, std::size_t token, bool is_common);
  bool is_acronym(const std::string& text, const Token& token) const;
  std::optional<Set> in_capitals(const std::string& field,
                                 const std::set<std::string>& forms) const;
  // Words one after the other; what stands beside them as one word, if anything.
  struct Line {
    Units units, joined;
  };
  Set sequence(const std::string& field, const Line& wanted, bool exact) const;
  bool demands_capitals(const Unit& unit, bool exact, bool shouts) const;
  static Units joined_of(const std::vector<Token>& tokens, Range range);
  Set phrase(const Node& node, const std::string& field, const std::vector<Reading>& readings,
             Range range);
  std::set<std::string> stems(const Token& token, const std::string& language);
  // Of a common word, in whichever language it is one: those in which articles have it.
  std::set<std::string> stems_of_common_word(const Token& token, const std::string& language);
  bool is_stop_word(const std::vector<Reading>& readings, std::size_t token);
  std::vector<Unit> units_of(const std::string& text, const std::vector<Token>& tokens,
                             Range range);

  Analyzer analyzer_;
  bool shouted_ = false;  // the question at hand
  std::vector<Scanned> articles_;
  std::set<std::string> languages_;
  std::map<std::string, std::set<std::string>> spellings_;  // folded -> with accents
};

}  // namespace backfile
