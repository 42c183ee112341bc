// Host names and addresses that a service may be told to listen on.
#include "server/http/host.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Host, IsAcceptedWithAndWithoutBrackets) {
  const struct {
    const char *typed, *host;
  } cases[] = {
      {"127.0.0.1", "127.0.0.1"},
      {"localhost", "localhost"},
      {"::1", "::1"},
      {"[::1]", "::1"},
      {"::", "::"},
      {"[fe80::1%eth0]", "fe80::1%eth0"},
  };
  for (const auto& c : cases) EXPECT_EQ(host_to_listen_on(c.typed), c.host) << c.typed;
}

TEST(Host, IsRefusedIfItCannotBeOne) {
  for (const char* typed : {"", " ", "[]", "[", "]", "[::1", "::1]", "[[::1]]", "[127.0.0.1]",
                            "[localhost]", "[::1]:8080", "http://localhost"})
    EXPECT_EQ(host_to_listen_on(typed), std::nullopt) << typed;
}

TEST(Host, HasBracketsBeforeAPortIfItIsIpv6) {
  EXPECT_EQ(host_and_port("127.0.0.1", 8080), "127.0.0.1:8080");
  EXPECT_EQ(host_and_port("::1", 8080), "[::1]:8080");
}

}  // namespace
}  // namespace backfile
