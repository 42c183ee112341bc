// The events of a JSON document in which nothing is unusual, several times as fast as nlohmann's
// parser gives them.
//
// json_stream.h asks here first, and that parser where this one is not sure: what is faulty, and
// where, is for it to say. Pure but for the events; safe on any thread.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace backfile {

// True: `events` have got the same events of the whole document as from nlohmann's sax_parse(), up
// to the one that they answered with false. False: none. That is so of documents that are faulty,
// not UTF-8 or nested deeply, and of long numbers.
bool scan_json(std::string_view text, nlohmann::json_sax<nlohmann::json>& events);

}  // namespace backfile
