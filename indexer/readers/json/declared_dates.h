// The dates that fields of an object state, in whatever form a program gave them.
//
// Part of declared.h. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/article/article.h"
#include "indexer/readers/json/shapes/members.h"

namespace backfile {

// Offers every date of the object, the better name first. What is no date is offered as it stands,
// so that it is told; "published": true is an answer, not a date.
void offer_dates(const nlohmann::json& object, const Members& members, Article& article);

}  // namespace backfile
