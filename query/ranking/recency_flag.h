// --recency-half-life, for every command that ranks; see recency.h for what it does.
//
// Like all flags, it can stand in the environment and in backfile.toml as well. On the main thread.
#pragma once

#include "indexer/base/command.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

inline constexpr Flag recency_flag{
    "recency-half-life", "TIME",
    "prefer new articles where they answer about as well; what the newest gain halves over \"2 "
    "years\", \"18 months\" or \"90 days\" (default: days do not matter)"};

// The default settings, with the half-life of the flag. Throws Failure{usage} if it is no period.
RankingSettings ranking_of(const Arguments& arguments);

}  // namespace backfile
