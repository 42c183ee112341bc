// Fills an article from named fields: what JSON, front matter and JSON-LD all come down to.
//
// One table of names (declared_names.h) says which field a name means; names are compared without
// case, hyphens and underscores, so that `datePublished`, `date_published` and `Date-Published` are
// one. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "indexer/article/article.h"

namespace backfile {

// Reads the fields of a JSON object into `article`. Unknown names and empty values are ignored; of
// several names for one field the first in the table that has a text wins. The answer is empty, or
// the reason why this is not an article: it is not published (publication.h).
std::string fill_declared(const nlohmann::json& object, Article& article);

// The same without the body: its text is known to stand elsewhere, or may (declared_body.h).
std::string fill_declared_facts(const nlohmann::json& object, Article& article);

// Adds what stands in the blocks of a text beside the body, unless the body says the same.
void fill_body_from_blocks(const nlohmann::json& object, Article& article);

// A title or another short text without markup: tags and character references resolved, where it
// has any.
std::string plain_line(std::string_view text);

}  // namespace backfile
