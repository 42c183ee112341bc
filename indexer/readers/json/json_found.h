// From an object of JSON to an article in the sink, with what is told of the others inside it.
//
// Used by json_reader.cc. Safe on any thread.
#pragma once

#include <string>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/json/shapes/articles.h"

namespace backfile {

// Gives an article to the sink, or the reason why it is none.
void deliver_json(const JsonArticle& one, std::string path, const Place& place, const Sink& sink);

}  // namespace backfile
