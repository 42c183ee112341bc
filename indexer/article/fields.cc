// What an article has in a field, and lists of fields for sentences.
#include "indexer/article/fields.h"

namespace backfile {
namespace {

constexpr bool ids_number_the_rows() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (index_of(fields[i].id) != i) return false;
  }
  return true;
}

constexpr bool is_index_shared(const Field& a, const Field& b) {
  const bool words = a.words && b.words && a.words->prefix == b.words->prefix;
  const bool values = a.values && b.values && a.values->prefix == b.values->prefix;
  const bool mixed = (a.words && b.values && a.words->prefix == b.values->prefix) ||
                     (a.values && b.words && a.values->prefix == b.words->prefix);
  return words || values || mixed;
}

constexpr bool is_any_index_shared() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (is_index_shared(fields[i], fields[j])) return true;
    }
  }
  return false;
}

// A row in the wrong place, or one that takes the prefix of another, does not compile.
static_assert(ids_number_the_rows());
static_assert(!is_any_index_shared());

}  // namespace

std::span<const std::string> values_of(const Field& field, const Article& article) {
  if (const TextMember* text = std::get_if<TextMember>(&field.member)) {
    return {&(article.**text), 1};
  }
  if (const ListMember* list = std::get_if<ListMember>(&field.member)) return article.**list;
  return {};
}

std::string names_of_fields(FieldUse use, std::string_view last_separator) {
  std::vector<std::string_view> names;
  for (const Field& field : fields) {
    if (field.is(use)) names.push_back(field.facet);
  }
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? last_separator : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace backfile
