// The field decides what a leaf is: a filter's value, a period, or words to look for.
#include "query/language/leaf.h"

#include <optional>
#include <string>

#include "query/ast/periods.h"
#include "query/language/field_value.h"
#include "query/language/lexemes/hints.h"
#include "query/language/tree.h"
#include "query/language/word_hints.h"

namespace backfile {
namespace {

Node dates(const LeafPlace& place, const Lexeme& lexeme, const QueryField& field,
           NoteTaker& notes) {
  Node node;
  const std::optional<Period> period = read_period(field.name, lexeme.text);
  if (!period) {
    notes.add(lexeme.begin, bad_date_hint(field, lexeme.text));
    return node;
  }
  node.kind = NodeKind::dates;
  node.period = *period;
  if (is_backwards(lexeme.text)) notes.add(lexeme.begin, backwards_hint(lexeme.text));
  const DateValue value{std::string(lexeme.text), "", lexeme.end, lexeme.closed, place.index + 1};
  notes.add(lexeme.begin, apart_range_hint(place.query, place.lexemes, value));
  return node;
}

Node words(const LeafPlace& place, const Lexeme& lexeme, const LeafPrefix& prefix,
           NoteTaker& notes) {
  Node node;
  if (lexeme.kind == LexemeKind::phrase) {
    node.kind = NodeKind::phrase;
    node.text = lexeme.text;
    notes.add(lexeme.begin, wildcard_hint_in_phrase(place.query, lexeme));
  } else {
    node = word_node(lexeme.text);
    node.truncated = may_be_truncated(place.query, lexeme, place.manner);
    for (const Hint& hint : word_hints(place.query, place.lexemes, place.index, place.manner,
                                       prefix.field != nullptr, prefix.any)) {
      notes.add(lexeme.begin, hint);
    }
  }
  node.exact = prefix.exact;
  return node;
}

}  // namespace

Node leaf(const LeafPlace& place, const Lexeme& lexeme, const LeafPrefix& prefix,
          NoteTaker& notes) {
  const FieldOperand operand = prefix.field ? prefix.field->operand : FieldOperand::words;
  if (operand == FieldOperand::dates) return dates(place, lexeme, *prefix.field, notes);
  Node node;
  if (operand == FieldOperand::filter) {
    node.kind = NodeKind::filter;
    node.text = lexeme.text;
  } else {
    node = words(place, lexeme, prefix, notes);
  }
  if (prefix.field) node.field = prefix.field->name;
  return node;
}

}  // namespace backfile
