// What is no draft is published, unless its state says otherwise.
#include "indexer/readers/json/publication.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace backfile {
namespace {

TEST(Publication, IsWhatItsSystemSays) {
  const std::string draft = "marked as a draft", unpublished = "marked as not published";
  const struct {
    const char* member;
    std::string reason;
  } cases[] = {
      {R"("status":"publish")", ""},
      {R"("status":"published")", ""},
      {R"("status":"archived")", ""},
      {R"("status":1)", ""},
      {R"("status":true)", ""},
      {R"("status":null)", ""},
      {R"("status":0)", ""},
      {R"("state":"Ohio")", ""},
      {R"("state":{"id":3})", ""},
      {R"("post_status":"publish")", ""},
      {R"("published":"2014-02-03")", ""},
      {R"("draft":"")", ""},
      {R"("status":"draft")", draft},
      {R"("status":" Auto-Draft ")", draft},
      {R"("post_status":"draft")", draft},
      {R"("state":"draft")", draft},
      {R"("moderation_state":[{"value":"draft"}])", draft},
      {R"("draft":"1")", draft},
      {R"("published":false)", draft},
      {R"("status":"trash")", unpublished + ": trash"},
      {R"("post_status":"private")", unpublished + ": private"},
      {R"("post_status":"pending")", unpublished + ": pending"},
      {R"("post_status":"future")", unpublished + ": future"},
      {R"("post_status":"inherit")", unpublished + ": inherit"},
      {R"("status":"Scheduled")", unpublished + ": scheduled"},
      {R"("workflow_state":"unpublished")", unpublished + ": unpublished"},
      {R"("status":false)", unpublished},
      {R"("status":[{"value":false}])", unpublished},
      {R"("status":"embargo")", unpublished + ": embargo"},
      {R"("status":"Embargoed")", unpublished + ": embargoed"},
      {R"("status":"spam")", unpublished + ": spam"},
      {R"("workflow_state":"rejected")", unpublished + ": rejected"},
      {R"("visibility":"private")", unpublished + ": private"},
      {R"("visibility":"hidden")", unpublished + ": hidden"},
      {R"("visibility":"public")", ""},
      {R"("visibility":"10 km")", ""},
      {R"("hidden":true)", unpublished + ": hidden"},
      {R"("hidden":false)", ""},
      {R"("hidden":"The harbour behind the hill.")", ""},
      {R"("nid":"7","status":"0")", unpublished},
      {R"("nid":"7","status":"1")", ""},
  };
  for (const auto& row : cases) {
    const nlohmann::json object =
        nlohmann::json::parse("{\"title\":\"Tide\"," + std::string(row.member) + "}");
    EXPECT_EQ(unpublished_reason(members_of(object)), row.reason) << row.member;
  }
}

}  // namespace
}  // namespace backfile
