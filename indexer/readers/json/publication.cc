// The states that content systems keep an article in.
#include "indexer/readers/json/publication.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr const char* draft = "marked as a draft";
constexpr const char* unpublished = "marked as not published";

constexpr auto state_names = std::to_array<const char*>(
    {"status", "poststatus", "state", "moderationstate", "workflowstate", "publicationstatus",
     "publishstatus", "publishingstatus", "visibility"});
// "inherit": WordPress keeps revisions and attachments in the state of the post that they are of.
constexpr auto states = std::to_array<const char*>(
    {"trash", "trashed", "deleted", "private", "pending", "future", "scheduled", "unpublished",
     "notpublished", "inherit", "embargo", "embargoed", "rejected", "spam", "hidden"});

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<const char*, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

std::string reason_of_state(const json& value) {
  const std::vector<std::string> texts = texts_of(value);
  if (texts.empty() || value.is_number()) return {};
  const std::string told = tidy_line(texts.front());
  const std::string state = plain_name(told);
  if (state == "draft" || state == "autodraft") return draft;
  return is_one_of(state, states) ? unpublished + (": " + state) : std::string();
}

// Drupal's status is a truth value, in a list with one object as well.
bool is_off(const json& status) {
  if (status.is_array() && status.size() == 1 && status.front().is_object())
    return status.front().contains("value") && is_off(status.front()["value"]);
  return status == false;
}

}  // namespace

std::string unpublished_reason(const Members& members) {
  for (const auto& [name, value] : members) {
    const std::optional<bool> truth = truth_of(*value);
    if ((name == "draft" || name == "isdraft") && truth == true) return draft;
    // Jekyll's `published: false` is its way to write a draft.
    if (name == "published" && truth == false && !is_zero(*value)) return draft;
    if (name == "ispublished" && truth == false) return draft;
    if (name == "hidden" && truth == true) return std::string(unpublished) + ": hidden";
    const bool drupal = find(members, "nid") != nullptr;
    if (name == "status" && (is_off(*value) || (drupal && is_zero(*value)))) return unpublished;
    if (!is_one_of(name, state_names)) continue;
    if (std::string reason = reason_of_state(*value); !reason.empty()) return reason;
  }
  return {};
}

}  // namespace backfile
