// Any bytes as a query: never a crash, and what parser.h promises.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/query/language/parser_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  for (const backfile::QueryLimits& limits : {backfile::QueryLimits{}, backfile::generous_limits}) {
    const std::string broken = backfile::broken_promise(query, limits);
    if (broken.empty()) continue;
    std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
