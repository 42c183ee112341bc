// A line of JSON for each rejection, written as it comes: its place in the sources, the reason, and
// what is indexed instead, if anything is.
#include "indexer/ingest/rejection_log.h"

#include <cerrno>
#include <nlohmann/json.hpp>

#include "indexer/base/failure.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/encoding.h"

namespace backfile {
namespace {

std::string to_line(const Rejected& rejected) {
  nlohmann::ordered_json line = {{"path", rejected.path},
                                 {"place", rejected.place},
                                 {"reason", rejected.reason},
                                 {"id", rejected.id},
                                 {"kept", rejected.kept}};
  if (!rejected.instead.empty()) line["instead"] = rejected.instead;
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace

bool loses_article(const Rejected& rejected) {
  return !rejected.kept || rejected.reason == others_left_out ||
         rejected.reason == others_and_most_left_out;
}

void RejectionLog::add(const Rejected& rejected) {
  out_ << to_line(rejected);
  if (!rejected.kept) {
    ++counts_.by_reason[rejected.reason];
    if (!first_) first_ = rejected;
  } else if (rejected.reason == mostly_left_out) {
    ++counts_.mostly_left_out;
  } else if (rejected.reason == others_left_out) {
    ++counts_.others_left_out;
  } else if (rejected.reason == others_and_most_left_out) {
    ++counts_.mostly_left_out;
    ++counts_.others_left_out;
  } else if (rejected.reason == front_matter_broken) {
    ++counts_.front_matter_broken;
  } else if (is_repaired_reason(rejected.reason)) {
    ++counts_.with_bytes_replaced;
  } else if (rejected.reason.ends_with(another_date_taken)) {
    ++counts_.with_other_date;
  } else {
    ++counts_.without_date;
  }
}

void RejectionLog::close() {
  out_.close();
  if (!out_) throw disk_failure("write", file_, errno);
}

}  // namespace backfile
