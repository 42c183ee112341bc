// JSON, compressed: a few kilobytes for most archives.
#include "indexer/boilerplate/boilerplate_file.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "indexer/base/compress.h"
#include "indexer/base/disk.h"
#include "indexer/base/failure.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int format = 2;

// Keys have 64 bits, more than the numbers of many a JSON parser.
std::string to_hex(std::uint64_t key) {
  std::string digits(16, '0');
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), key, 16).ptr;
  std::rotate(digits.begin(), digits.begin() + (end - digits.data()), digits.end());
  return digits;
}

std::uint64_t from_hex(const std::string& digits) {
  std::uint64_t key = 0;
  const char* end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, key, 16).ptr != end)
    throw json::other_error::create(500, "a key is not valid", nullptr);
  return key;
}

json rules_to_json(const std::vector<BoilerplateRule>& rules) {
  json list = json::array();
  for (const BoilerplateRule& rule : rules) {
    list.push_back({{"source", rule.source},
                    {"place", rule.place},
                    {"key", to_hex(rule.key)},
                    {"heads_links", rule.heads_links},
                    {"articles", rule.articles},
                    {"of", rule.of},
                    {"example", rule.example}});
  }
  return list;
}

std::vector<BoilerplateRule> rules_from_json(const json& list) {
  std::vector<BoilerplateRule> rules;
  for (const json& entry : list) {
    const auto place = entry.at("place").get<std::size_t>();
    if (place >= boilerplate_places.size())
      throw json::other_error::create(500, "a place is not valid", nullptr);
    rules.push_back({.source = entry.at("source"),
                     .place = static_cast<BoilerplatePlace>(place),
                     .key = from_hex(entry.at("key")),
                     .heads_links = entry.at("heads_links"),
                     .articles = entry.at("articles"),
                     .of = entry.at("of"),
                     .example = entry.at("example")});
  }
  return rules;
}

json scraped_to_json(const ScrapedBoilerplate::Learnt& learnt) {
  json lines = json::array(), sites = json::array();
  for (const auto& line : learnt.lines)
    lines.push_back({to_hex(line.key), line.files, line.edges, line.removed, line.sample});
  for (const auto& site : learnt.sites) sites.push_back({to_hex(site.key), site.openings});
  return {{"files", learnt.files}, {"lines", lines}, {"sites", sites}};
}

ScrapedBoilerplate::Learnt scraped_from_json(const json& object) {
  ScrapedBoilerplate::Learnt learnt;
  learnt.files = object.at("files");
  for (const json& line : object.at("lines"))
    learnt.lines.push_back({from_hex(line.at(0)), line.at(1), line.at(2), line.at(3), line.at(4)});
  for (const json& site : object.at("sites"))
    learnt.sites.push_back({from_hex(site.at(0)), site.at(1)});
  return learnt;
}

}  // namespace

void write_boilerplate(const fs::path& generation, const ArchiveBoilerplate& learnt) {
  const BoilerplateOverrides& overrides = learnt.boilerplate.overrides();
  const json object = {
      {"format", format},
      {"keep", overrides.keep},
      {"remove", overrides.remove},
      {"taken", {{"articles", learnt.removed.articles}, {"words", learnt.removed.words}}},
      {"rules", rules_to_json(learnt.boilerplate.rules())},
      {"scraped", scraped_to_json(learnt.scraped.learnt())}};
  write_synced(generation / "boilerplate.zst",
               compress(object.dump(-1, ' ', false, json::error_handler_t::replace)));
}

ArchiveBoilerplate read_boilerplate(const fs::path& generation) {
  const fs::path file = generation / "boilerplate.zst";
  if (!fs::exists(file)) {
    throw Failure(Exit::corrupt, file.string() +
                                     " is missing: the index is damaged, or older than this "
                                     "program; run `backfile index` again");
  }
  try {
    const json object = json::parse(decompress(read_whole(file)));
    if (object.at("format") != format)
      throw json::other_error::create(500, "of another version of backfile", nullptr);
    BoilerplateOverrides overrides{object.at("keep"), object.at("remove")};
    ArchiveBoilerplate learnt{
        ScrapedBoilerplate(scraped_from_json(object.at("scraped"))),
        Boilerplate(rules_from_json(object.at("rules")), overrides),
        {.articles = object.at("taken").at("articles"), .words = object.at("taken").at("words")}};
    learnt.scraped.set_overrides(std::move(overrides));
    return learnt;
  } catch (const json::exception& error) {
    throw Failure(Exit::corrupt,
                  file.string() + " is damaged (" + error.what() + "); run `backfile index` again");
  }
}

}  // namespace backfile
