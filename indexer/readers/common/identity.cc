// The URL identifies an article, else its id together with where it was declared, else its file.
#include "indexer/readers/common/identity.h"

#include <nlohmann/json.hpp>

namespace backfile {
namespace {

// Two lines, as neither ids nor names hold a line break: different pairs never look the same.
std::string qualified(std::string_view kind, std::string_view name, std::string_view id) {
  std::string identity(kind);
  identity += ' ';
  identity += name;
  identity += '\n';
  identity += id;
  return identity;
}

}  // namespace

void assign_identity(Article& article, const FoundIn& where, bool declares_id) {
  if (article.source.empty()) article.source = where.source;
  if (article.identity.empty()) {
    if (!article.url.empty()) {
      article.identity = article.url;
    } else if (declares_id && !article.source.empty()) {
      article.identity = qualified("source", article.source, article.id);
    } else if (declares_id) {
      article.identity = qualified("file", where.file, article.id);
    }
  }
  if (article.identity == article.id) article.identity.clear();
}

std::string printed_identity(const nlohmann::json& object) {
  const auto identity = object.find("identity");
  const auto key = object.find("key");
  if (identity == object.end() || key == object.end()) return {};
  if (!identity->is_string() || !key->is_string()) return {};
  const auto& text = identity->get_ref<const std::string&>();
  return article_key(Identity(text)) == key->get_ref<const std::string&>() ? text : std::string();
}

}  // namespace backfile
