// Splits titles at separators, and tells whose boilerplate an article may have.
#include "indexer/boilerplate/rule.h"

#include <algorithm>

namespace backfile {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return result;
}

// "lantern.example" of "https://www.Lantern.example:8080/a".
std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != host.npos) host.remove_prefix(user + 1);
  std::string name = lower(host.substr(0, host.find(':')));
  return name.starts_with("www.") ? name.substr(4) : name;
}

}  // namespace

std::string boilerplate_source(const Article& article) {
  if (std::string host = host_of(article.url); !host.empty()) return host;
  if (!article.source.empty()) return lower(article.source);
  const std::size_t folder = article.path.find('/', 1);
  return folder == std::string::npos ? std::string() : article.path.substr(0, folder);
}

TitleCuts title_cuts(std::string_view title) {
  constexpr std::array<std::string_view, 9> separators = {" | ", " - ",  " – ", " — ", " » ",
                                                          " · ", " :: ", " • ", " / "};
  TitleCuts cuts;
  std::size_t last = 0;
  for (const std::string_view separator : separators) {
    const std::size_t first_at = title.find(separator);
    if (first_at == title.npos || first_at == 0) continue;
    const std::size_t start = first_at + separator.size();
    if (cuts.start == 0 || start < cuts.start) cuts.start = start;
    last = std::max(last, title.rfind(separator));
  }
  if (last > 0) cuts.end = title.size() - last;
  return cuts;
}

}  // namespace backfile
