// The quick way through a document tells what nlohmann's parser tells, or leaves it to that.
#include "indexer/readers/json/json_scan.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace backfile {
namespace {

using nlohmann::json;

// Writes down every event; answers false to the one after `most`.
class Recorder final : public nlohmann::json_sax<json> {
 public:
  explicit Recorder(std::size_t most = 1'000'000) : most_(most) {}

  bool null() override { return note("null"); }
  bool boolean(bool value) override { return note(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return note("integer " + std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return note("unsigned " + std::to_string(value));
  }
  bool number_float(number_float_t value, const string_t& written) override {
    return note("float " + std::to_string(value) + ' ' + written);
  }
  bool string(string_t& value) override { return note("string " + value); }
  bool binary(binary_t&) override { return note("binary"); }
  bool start_object(std::size_t size) override { return note("{ " + std::to_string(size)); }
  bool key(string_t& value) override { return note("key " + value); }
  bool end_object() override { return note("}"); }
  bool start_array(std::size_t size) override { return note("[ " + std::to_string(size)); }
  bool end_array() override { return note("]"); }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return note("error");
  }

  std::vector<std::string> events;

 private:
  bool note(std::string event) {
    events.push_back(std::move(event));
    return events.size() <= most_;
  }
  std::size_t most_;
};

std::vector<std::string> parsed(const std::string& text, std::size_t most = 1'000'000) {
  Recorder recorder(most);
  json::sax_parse(text, &recorder);
  return recorder.events;
}

// Holds the events to nlohmann's, and tells whether there were any.
bool is_scanned(const std::string& text) {
  Recorder recorder;
  const bool scanned = scan_json(text, recorder);
  EXPECT_EQ(recorder.events, scanned ? parsed(text) : std::vector<std::string>()) << text;
  return scanned;
}

const std::array<std::string, 14> sound = {
    R"({"title":"The tide","body":["High water at six.","“Low” at noon."],"words":2})",
    R"( { "a" : [ ] , "b" : { } , "c" : [ [ ] , { } ] , "" : "" } )",
    R"(["\"\\\/\b\f\n\r\t","\u00e9\u20AC","\ud83c\udf0a","\u0000","a long text without any"])",
    "[0,-0,7,-7,999999999999999999,-999999999999999999,0.5,-0.25,3.14159]",
    "[true,false,null]",
    "\t[\r\n1 ,\n2]\n",
    "\"alone\"",
    "12",
    "null",
    R"({"a":1,"a":2})",
    "[\"\x7f eight bytes and more\"]",
    "[\"Сегодня 今天 🌊\"]",
    R"([{"deep":[[[[{"er":[1]}]]]]}])",
    R"({"html":"<p class=\"x\">One<\/p>\n<p>Two</p>"})",
};

TEST(JsonScan, TellsOfSoundDocumentsWhatTheParserTells) {
  for (const std::string& text : sound) EXPECT_TRUE(is_scanned(text)) << text;
}

TEST(JsonScan, LeavesToTheParserWhatIsFaultyOrRare) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "[",
                           "]",
                           "[1",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{1:2}",
                           "[1}",
                           "{\"a\":1]",
                           "nul",
                           "truely",
                           "[1]x",
                           "[1][2]",
                           "\"open",
                           "\"a\nb\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12g4\"",
                           "\"\\ud800\"",
                           "\"\\ud800\\u0041\"",
                           "\"\\udc00\"",
                           "\"\\",
                           "\"\xff\"",
                           "\"\xed\xa0\x80\"",
                           "\"\xc0\x80\"",
                           "01",
                           "-",
                           "1.",
                           ".5",
                           "+1",
                           "1e5",
                           "1E-5",
                           "1.5e300",
                           "12345678901234567890",
                           "\xef\xbb\xbf[]",
                           "'a'"}) {
    EXPECT_FALSE(is_scanned(text)) << text;
  }
  EXPECT_FALSE(is_scanned(std::string(1000, '[') + std::string(1000, ']')));
  EXPECT_FALSE(is_scanned("0." + std::string(1000, '1')));
  EXPECT_FALSE(is_scanned(std::string("[1]\0", 4)));
}

TEST(JsonScan, FindsWhatEndsARunOfTextWhereverItStands) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string run(length, 'x');
    EXPECT_TRUE(is_scanned('"' + run + '"'));
    EXPECT_TRUE(is_scanned('"' + run + "\\n\\\"" + run + '"'));
    EXPECT_TRUE(is_scanned('"' + run + "\x80\x21\x7f" + '"') == false);  // not UTF-8
    EXPECT_TRUE(is_scanned('"' + run + "é!\x7f" + '"'));
    EXPECT_FALSE(is_scanned('"' + run + '\x1f' + run + '"'));
    EXPECT_FALSE(is_scanned('"' + run));
  }
}

TEST(JsonScan, StopsWhereTheEventsWantNoMore) {
  for (const std::string& text : sound) {
    for (std::size_t most = 0; most < 12; ++most) {
      Recorder recorder(most);
      EXPECT_TRUE(scan_json(text, recorder));
      EXPECT_EQ(recorder.events, parsed(text, most)) << text;
    }
  }
}

// Documents with bytes changed, taken out and put in.
TEST(JsonScan, TellsOfDamagedDocumentsWhatTheParserTellsOrNothing) {
  std::mt19937 random(14);
  constexpr std::string_view signs = "\"\\{}[],:0123456789.-eEutfn \n\x80\xe2\x01";
  const auto below = [&](std::size_t end) { return random() % end; };
  std::size_t scanned = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string text = sound[below(sound.size())];
    for (std::size_t change = below(3) + 1; change > 0 && !text.empty(); --change) {
      const std::size_t at = below(text.size());
      const char sign = signs[below(signs.size())];
      switch (below(3)) {
        case 0:
          text[at] = sign;
          break;
        case 1:
          text.erase(at, 1 + below(3));
          break;
        default:
          text.insert(at, 1, sign);
      }
    }
    scanned += is_scanned(text) ? 1 : 0;
    if (HasFailure()) return;
  }
  EXPECT_GT(scanned, 4'000U);
}

}  // namespace
}  // namespace backfile
