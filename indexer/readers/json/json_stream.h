// JSON of unknown manners: parsed piece by piece, with bounded depth, articles given out as they
// come.
//
// json_reader.h's reader and the JSON inside pages and front matter go through here; nothing else
// parses JSON from files. json_scan.h does the work, or nlohmann's parser, both without recursion.
// Safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/json/shapes/articles.h"

namespace backfile {

// Why a text is no JSON we take, and where.
struct JsonFault {
  std::string reason;  // empty: none
  std::size_t byte = 0;
  bool is_behind = false;  // a whole document
};

// Hands the articles of a document to `articles`: the whole ones of its lists as they come, so that
// a long list is never kept, the rest at its end. On a fault, what came before it has been given
// out. Documents may follow one another. Of a name that an object has twice the last value holds,
// as in every parser of JSON.
JsonFault stream_json(std::string_view text, JsonArticles& articles);

// A whole document; nothing if it is faulty.
std::optional<nlohmann::json> parse_json(std::string_view text);

}  // namespace backfile
