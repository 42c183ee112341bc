// What an article has in a field, and lists of fields for sentences.
#include "indexer/article/fields.h"

namespace backfile {

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
