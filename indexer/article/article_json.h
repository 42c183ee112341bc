// An article as a JSON object, for whoever adds to it or takes from it before it is printed.
//
// article.h prints it as a line; the API (query/output) shows it without the path. Pure; safe on
// any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/article/article.h"

namespace backfile {

// In the field names of the documentation and their order; an unknown date is null.
nlohmann::ordered_json article_object(const Article& article);

}  // namespace backfile
