// One handler of the parser's events keeps the values that are still open on a stack of its own.
#include "indexer/readers/json/json_stream.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 64;
constexpr std::array list_names = {"articles",  "items", "posts",   "stories",
                                   "documents", "docs",  "results", "entries"};

class Handler final : public nlohmann::json_sax<json> {
 public:
  using OnArticle = std::function<void(const json&, std::size_t)>;

  // With `lists`, articles inside lists are given out one by one and not kept.
  Handler(const OnArticle& article, bool lists) : article_(article), lists_(lists) {}

  bool null() override { return place(nullptr); }
  bool boolean(bool value) override { return place(value); }
  bool number_integer(number_integer_t value) override { return place(value); }
  bool number_unsigned(number_unsigned_t value) override { return place(value); }
  bool number_float(number_float_t, const string_t& written) override { return place(written); }
  bool string(string_t& value) override { return place(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    fault_ = {"this is not valid JSON", position};
    return false;
  }

  // What has been read when the document ends.
  void finish() {
    if (fault_.reason.empty() && !gave_list_) article_(whole_, 0);
  }

  const JsonFault& fault() const { return fault_; }
  json& whole() { return whole_; }

 private:
  struct Open {
    json value;
    std::string key;  // of the member that comes next
  };

  bool open(json value) {
    if (open_.size() == deepest) {
      fault_ = {"the JSON is nested too deeply", 0};
      return false;
    }
    open_.push_back({std::move(value), {}});
    if (in_list()) gave_list_ = true;
    return true;
  }

  bool close() {
    json value = std::move(open_.back().value);
    open_.pop_back();
    return place(std::move(value));
  }

  bool place(json value) {
    if (open_.empty()) {
      whole_ = std::move(value);
    } else if (in_list()) {
      article_(value, ++count_);
    } else if (open_.back().value.is_array()) {
      open_.back().value.push_back(std::move(value));
    } else {
      open_.back().value[open_.back().key] = std::move(value);
    }
    return true;
  }

  // Whether the innermost open value is a list of articles.
  bool in_list() const {
    if (!lists_ || open_.empty() || !open_.back().value.is_array()) return false;
    if (open_.size() == 1) return true;
    return open_.size() == 2 && open_[0].value.is_object() &&
           std::ranges::find(list_names, open_[0].key) != list_names.end();
  }

  const OnArticle& article_;
  const bool lists_;
  bool gave_list_ = false;
  std::size_t count_ = 0;
  std::vector<Open> open_;
  json whole_;
  JsonFault fault_;
};

}  // namespace

JsonFault stream_json(std::string_view text,
                      const std::function<void(const json&, std::size_t)>& article) {
  Handler handler(article, true);
  json::sax_parse(text.begin(), text.end(), &handler);
  handler.finish();
  return handler.fault();
}

std::optional<json> parse_json(std::string_view text) {
  const Handler::OnArticle ignore = [](const json&, std::size_t) {};
  Handler handler(ignore, false);
  json::sax_parse(text.begin(), text.end(), &handler);
  if (!handler.fault().reason.empty()) return std::nullopt;
  return std::move(handler.whole());
}

}  // namespace backfile
