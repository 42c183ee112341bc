#include "tests/indexer/build/glass/random_documents.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace backfile {
namespace {

constexpr std::size_t longest_term = 245;

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool one_in(std::uint32_t times) { return below(times) == 0; }
  std::mt19937& random() { return random_; }

  std::string term() {
    static constexpr std::string_view few(
        "\0\0\xFF\xFE"
        "ab\x01",
        7);
    const std::uint32_t kind = below(4), size = 1 + below(one_in(20) ? longest_term : 12);
    std::string term;
    while (term.size() < size) {
      if (kind == 0) term += few[below(few.size())];
      if (kind == 1) term += static_cast<char>(below(256));
      if (kind > 1) term += static_cast<char>('a' + below(5));
    }
    while (term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0')) >
           longest_term)
      term.pop_back();
    return term;
  }

  std::uint32_t wdf() {
    if (one_in(5)) return 0;
    return one_in(100) ? below(1'000'000) : 1 + below(4);
  }

  // Nothing that Xapian deflates and is larger than what it reads at once (deflater.cc).
  std::string data() {
    if (one_in(4)) return {};
    if (one_in(40)) return random_bytes(random_, below(30'000));
    std::string text;
    for (std::uint32_t words = below(200); words > 0; --words)
      text += "word" + std::to_string(words);
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::vector<PlainDocument> random_documents(std::uint32_t seed) {
  Draw draw(seed);
  std::set<std::string> drawn;
  for (std::uint32_t terms = 10 + draw.below(3000); terms > 0; --terms) drawn.insert(draw.term());
  std::vector<std::string> vocabulary(drawn.begin(), drawn.end());
  std::shuffle(vocabulary.begin(), vocabulary.end(), draw.random());

  std::vector<PlainDocument> documents(1 + draw.below(3000));
  std::uint32_t docid = 0;
  for (PlainDocument& document : documents) {
    docid += 1 + (draw.one_in(50) ? draw.below(40'000) : 0);
    document.docid = docid;
    document.data = draw.data();
    for (std::uint32_t terms = draw.one_in(10) ? 0 : draw.below(60); terms > 0; --terms) {
      // A few of them are in most documents.
      const double place = std::pow(static_cast<double>(draw.below(10'000)) / 10'000, 4);
      document.terms[vocabulary[static_cast<std::size_t>(
          place * static_cast<double>(vocabulary.size()))]] = draw.wdf();
    }
  }
  return documents;
}

std::vector<std::string> terms_of(const std::vector<PlainDocument>& documents) {
  std::set<std::string> terms;
  for (const PlainDocument& document : documents) {
    for (const auto& [term, wdf] : document.terms) terms.insert(term);
  }
  return {terms.begin(), terms.end()};
}

}  // namespace backfile
