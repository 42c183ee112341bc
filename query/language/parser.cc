// A loop over lexemes with a stack of open brackets: no recursion, whatever is typed.
#include "query/language/parser.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/language/field_value.h"
#include "query/language/leaf.h"
#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/other_syntax.h"
#include "query/language/lexemes/wildcards.h"
#include "query/language/other_operators.h"
#include "query/language/tree.h"

namespace backfile {
namespace {

// What applies to the next operand alone: NOT, -, =, title:
struct Prefix {
  const Lexeme* first = nullptr;
  const Lexeme* last = nullptr;   // nullptr: there is none
  const Lexeme* bound = nullptr;  // the first that becomes part of the operand: = or title:
  bool negated = false;
  bool exact = false;
  const QueryField* field = nullptr;
};

// One level of brackets while it is read; the whole query is the outermost.
struct Level {
  std::size_t begin = 0;
  Prefix prefix;                     // of the bracket; what stands inside inherits = and title:
  std::vector<Side> sides = {{}};    // of OR; the last is being read
  const Lexeme* dangling = nullptr;  // an operator that waits for its right side
};

// Reads lexemes from left to right with a stack of its own instead of recursion, so that no query
// can exhaust the program's.
class Parser {
 public:
  Parser(const QueryLimits& limits, Parsed& parsed)
      : limits_(limits),
        parsed_(parsed),
        query_(parsed.query),
        lexemes_(lex(query_)),
        manner_(manner_of(query_, lexemes_)) {}

  void run() {
    levels_.emplace_back();
    while (next_ < lexemes_.size() && !parsed_.refused) read(lexemes_[next_++]);
    drop_prefix();
    while (levels_.size() > 1) {
      note(levels_.back().begin, "This bracket is never closed; it was closed at the end.");
      close_level();
    }
    parsed_.tree = finish(levels_.back());
    if (parsed_.tree.kind == NodeKind::nothing && notes_.plain().empty() && !lexemes_.empty()) {
      note(std::nullopt, "There is no word in this query to search for.");
    }
    if (parsed_.refused) return;
    parsed_.notes = notes_.plain();
    parsed_.doubtful_notes = notes_.doubtful();
  }

 private:
  void read(const Lexeme& lexeme) {
    const bool behind_operand = std::exchange(behind_operand_, false);
    switch (lexeme.kind) {
      case LexemeKind::word:
      case LexemeKind::phrase:
        return operand(lexeme);
      case LexemeKind::connector:
        return connector(lexeme);
      case LexemeKind::open:
        return open_level(lexeme);
      case LexemeKind::close:
        return close(lexeme);
      case LexemeKind::op_and:
      case LexemeKind::op_or:
        return operation(lexeme);
      case LexemeKind::op_not:
      case LexemeKind::minus:
      case LexemeKind::exact:
      case LexemeKind::field:
        return prefix(lexeme);
      case LexemeKind::boost:
      case LexemeKind::fuzzy:
        if (behind_operand) suffix(lexeme);
        behind_operand_ = behind_operand;
    }
  }

  void prefix(const Lexeme& lexeme) {
    if (lexeme.kind == LexemeKind::field && prefix_.field) drop_prefix();
    if (!prefix_.first) prefix_.first = &lexeme;
    prefix_.last = &lexeme;
    if (lexeme.kind == LexemeKind::op_not || lexeme.kind == LexemeKind::minus) {
      if (prefix_.field) note(lexeme.begin, minus_behind_field_hint(prefix_.field->name));
      prefix_.negated = !prefix_.negated;
      return;
    }
    if (!prefix_.bound) prefix_.bound = &lexeme;
    if (lexeme.kind == LexemeKind::exact) prefix_.exact = true;
    if (lexeme.kind == LexemeKind::field) prefix_.field = find_query_field(lexeme.text);
  }

  void operand(const Lexeme& lexeme) {
    const QueryField* field = field_here();
    if (field && field->operand == FieldOperand::dates) {
      const DateValue value = date_value(query_, lexemes_, next_ - 1);
      if (!lexeme.text.empty() || value.next > next_) {
        const bool alone = value.next == std::exchange(next_, value.next);
        negate(value.negation, lexeme);
        return whole_operand({alone ? lexeme.kind : LexemeKind::phrase, value.text, lexeme.begin,
                              value.end, value.closed});
      }
    } else if (prefix_.field || (field && field->operand == FieldOperand::filter)) {
      negate(signs_before(query_, lexeme.begin), lexeme);
    }
    whole_operand(lexeme);
  }

  void negate(std::string_view signs, const Lexeme& value) {
    if (!is_negation(signs) || value.text.empty()) return;
    note(value.begin, negation_hint(signs));
    prefix_.negated = !prefix_.negated;
    if (!prefix_.first) prefix_.first = &value;
  }

  void whole_operand(const Lexeme& lexeme) {
    if (lexeme.text.empty()) {
      if (lexeme.kind == LexemeKind::phrase) {
        note(lexeme.begin, "There is no word between these quotation marks; they were left out.");
      } else {
        notes_.add(lexeme.begin, double_minus_hint(query_, lexeme, manner_));
        notes_.add(lexeme.begin, long_dash_hint(query_, lexeme));
        note(lexeme.begin, everything_hint(query_, lexeme));
      }
      return drop_prefix();
    }
    if (is_function(lexeme)) return note(lexeme.begin, function_hint(lexeme.text));
    if (is_but_not(lexeme)) return note(lexeme.begin, but_not_hint());
    if (!lexeme.closed) {
      note(lexeme.begin, "This quotation mark is never closed; the phrase was read to the end.");
    }
    if (!count_operands(1, lexeme)) return;
    const LeafPrefix prefix{field_here(), prefix_.exact || levels_.back().prefix.exact,
                            prefix_.last != nullptr};
    Node node = leaf({query_, lexemes_, next_ - 1, manner_}, lexeme, prefix, notes_);
    if (node.kind != NodeKind::nothing) {
      node.begin = prefix_.bound ? prefix_.bound->begin : lexeme.begin;
      node.end = lexeme.end;
      add(std::move(node), prefix_);
    }
    prefix_ = {};
  }

  const QueryField* field_here() const {
    return prefix_.field ? prefix_.field : levels_.back().prefix.field;
  }

  void add(Node node, const Prefix& prefix) {
    Level& level = levels_.back();
    if (prefix.negated) node = exclude(std::move(node), prefix.first->begin);
    const bool after_and = level.dangling && level.dangling->kind == LexemeKind::op_and;
    level.sides.back().push_back({std::move(node), after_and});
    level.dangling = nullptr;
    behind_operand_ = true;
  }

  // AND and OR. The former needs no other work: what stands side by side is wanted together.
  void operation(const Lexeme& lexeme) {
    drop_prefix();
    Level& level = levels_.back();
    if (level.dangling || level.sides.back().empty()) return leave_out(lexeme, "before");
    if (lexeme.kind == LexemeKind::op_or) level.sides.emplace_back();
    level.dangling = &lexeme;
  }

  // w/5 is an operator between two operands only, else a word. NOT w/5 is one as well.
  void connector(const Lexeme& lexeme) {
    const bool negated =
        prefix_.last && prefix_.last == prefix_.first && prefix_.last->kind == LexemeKind::op_not;
    const std::size_t here = next_ - 1, left = negated ? here - 1 : here;
    const bool between = (!prefix_.last || negated) && is_behind_operand() &&
                         next_ < lexemes_.size() && begins_operand(lexemes_[next_].kind) &&
                         connects(lexemes_[left - 1].text, lexeme.text, lexemes_[next_].text);
    if (!between) return operand(lexeme);
    prefix_ = {};
    note(lexeme.begin, connector_hint(lexeme.text, negated));
  }

  // Whether what comes next could be an operator.
  bool is_behind_operand() const {
    const Level& level = levels_.back();
    return !level.sides.back().empty() && !level.dangling;
  }

  bool is_function(const Lexeme& lexeme) const {
    if (lexeme.kind != LexemeKind::word || !next_is_bracket_at(lexeme.end)) return false;
    if (!is_function_name(lexeme.text)) return false;
    const bool closes = next_ + 2 < lexemes_.size() &&
                        lexemes_[next_ + 1].begin == lexemes_[next_].end &&
                        lexemes_[next_ + 2].kind == LexemeKind::close &&
                        lexemes_[next_ + 2].begin == lexemes_[next_ + 1].end;
    return !closes || !is_inflection(lexeme.text, lexemes_[next_ + 1].text);
  }

  bool is_but_not(const Lexeme& lexeme) const {
    return lexeme.kind == LexemeKind::word && lexeme.text == "BUT" && !prefix_.last &&
           is_behind_operand() && next_ < lexemes_.size() &&
           lexemes_[next_].kind == LexemeKind::op_not;
  }

  void open_level(const Lexeme& lexeme) {
    if (levels_.size() > limits_.depth) {
      return refuse(lexeme.begin,
                    "Brackets are nested more than " + std::to_string(limits_.depth) + " deep.",
                    "Leave out brackets that are not needed.");
    }
    Level level;
    level.begin = lexeme.begin;
    level.prefix = std::exchange(prefix_, {});
    const Prefix& outside = levels_.back().prefix;
    if (!level.prefix.field) level.prefix.field = outside.field;
    level.prefix.exact |= outside.exact;
    levels_.push_back(std::move(level));
  }

  void close(const Lexeme& lexeme) {
    drop_prefix();
    if (levels_.size() > 1) return close_level();
    note(lexeme.begin, "This bracket was never opened; it was left out.");
  }

  void close_level() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    Node node = finish(level);
    if (node.kind == NodeKind::nothing) {
      return note(level.begin, "There is nothing between these brackets; they were left out.");
    }
    add(std::move(node), level.prefix);
  }

  Node finish(Level& level) {
    if (level.dangling) leave_out(*level.dangling, "after");
    if (level.sides.back().empty()) level.sides.pop_back();
    return join_level(std::move(level.sides));
  }

  // ^2 and ~5 behind what was added last.
  void suffix(const Lexeme& lexeme) {
    Node& node = levels_.back().sides.back().back().node;
    if (lexeme.kind == LexemeKind::boost) {
      double boost = 1;
      std::from_chars(lexeme.text.data(), lexeme.text.data() + lexeme.text.size(), boost);
      if (boost > most_boost) note(lexeme.begin, "Weights go up to 100; this one was read as 100.");
      return multiply_boost(node, std::min(boost, most_boost));
    }
    Node& plain = node.kind == NodeKind::exclude ? node.children.front() : node;
    note(lexeme.begin, fuzzy_hint(plain.kind, lexeme.text));
    if (plain.kind == NodeKind::phrase) loosen(plain, lexeme);
  }

  // A phrase becomes its words.
  void loosen(Node& phrase, const Lexeme& cause) {
    std::vector<Node> words = words_of_phrase(phrase);
    if (!count_operands(words.size() - 1, cause)) return;
    phrase = join(NodeKind::all, std::move(words));
  }

  bool count_operands(std::size_t more, const Lexeme& lexeme) {
    operands_ += more;
    if (operands_ <= limits_.operands) return true;
    refuse(lexeme.begin,
           "The query has more than " + std::to_string(limits_.operands) + " words and phrases.",
           "Leave some out, or ask in several queries.");
    return false;
  }

  bool next_is_bracket_at(std::size_t position) const {
    return next_ < lexemes_.size() && lexemes_[next_].kind == LexemeKind::open &&
           lexemes_[next_].begin == position;
  }

  void drop_prefix() {
    if (const Lexeme* last = std::exchange(prefix_, {}).last) leave_out(*last, "after");
  }

  void leave_out(const Lexeme& lexeme, std::string_view where) {
    note(lexeme.begin,
         left_out_hint(query_.substr(lexeme.begin, lexeme.end - lexeme.begin), where));
  }

  void note(std::optional<std::size_t> position, std::string_view message) {
    notes_.add(position, message);
  }

  void refuse(std::size_t position, const std::string& refusal, const std::string& hint) {
    parsed_.refused = true;
    parsed_.refusal = refusal;
    parsed_.refusal_position = position;
    parsed_.hint = hint;
  }

  const QueryLimits& limits_;
  Parsed& parsed_;
  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  const Manner manner_;
  std::size_t next_ = 0;
  std::size_t operands_ = 0;
  Prefix prefix_;
  std::vector<Level> levels_;
  bool behind_operand_ = false;  // what was read last was added to the tree
  NoteTaker notes_;
};

}  // namespace

Parsed parse(std::string_view query, const QueryLimits& limits) {
  const bool too_long = query.size() > limits.bytes;
  Parsed parsed;
  parsed.query = repair_utf8(query.substr(0, limits.bytes));
  Parser(limits, parsed).run();
  if (too_long) {
    parsed.refused = true;
    parsed.refusal = "The query is too long: " + std::to_string(query.size()) + " bytes, where " +
                     std::to_string(limits.bytes) + " are the most.";
    parsed.refusal_position = limits.bytes;
    parsed.hint = "Shorten it, or ask in several queries.";
  }
  if (parsed.refused) {
    parsed.notes.clear();
    parsed.doubtful_notes.clear();
  }
  return parsed;
}

Parsed parse_plain(std::string_view words) {
  Parsed parsed;
  parsed.query = repair_utf8(words);
  std::vector<Node> nodes;
  for (const std::string_view text : plain_words(parsed.query)) {
    Node& word = nodes.emplace_back();
    word.kind = NodeKind::word;
    word.text = text;
    word.begin = static_cast<std::size_t>(text.data() - parsed.query.data());
    word.end = word.begin + text.size();
  }
  parsed.tree = join(NodeKind::all, std::move(nodes));
  return parsed;
}

}  // namespace backfile
