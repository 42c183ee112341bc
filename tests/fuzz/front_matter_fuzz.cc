// Any text as front matter: in YAML, TOML and JSON, and as a file begins with it. Never a crash;
// what comes out is an object of text, and no byte of the file is in both halves.
#include "indexer/readers/markdown/front_matter.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "indexer/readers/json/declared.h"
#include "indexer/readers/markdown/front_matter_toml.h"
#include "indexer/readers/markdown/front_matter_yaml.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

// Throws, and so ends the program, if any text in it is no UTF-8.
void check(const nlohmann::json& fields) {
  demand_text(fields.dump());
  Article article;
  fill_declared(fields, article);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  if (const auto fields = parse_yaml(text)) demand_text(fields->dump());
  if (const auto fields = parse_toml(text)) check(*fields);
  const SplitText split = split_front_matter(text);
  demand(split.front.size() + split.body.size() <= text.size(), "two halves are no more than all");
  std::size_t faulty_line = 0;
  const nlohmann::json fields = parse_front_matter(split, faulty_line);
  demand(faulty_line <= text.size() + 1, "the line of a fault is one of the text");
  demand(fields.is_object(), "fields are an object");
  check(fields);
  for (const FrontForm form : {FrontForm::yaml, FrontForm::toml, FrontForm::json})
    check(parse_front_matter({text, {}, form}, faulty_line));
  return 0;
}
