// libcrypto's SHA-256 behind two functions.
#include "indexer/base/hash.h"

#include <openssl/evp.h>

#include <memory>
#include <new>
#include <vector>

#include "indexer/base/disk.h"

namespace backfile {
namespace {

// One running hash. libcrypto fails here only for want of memory.
class Hasher {
 public:
  Hasher() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    check(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }

  void add(std::string_view bytes) {
    check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }

  Sha256 result() {
    Sha256 hash{};
    check(EVP_DigestFinal_ex(context_.get(), hash.data(), nullptr) == 1);
    return hash;
  }

 private:
  static void check(bool succeeded) {
    if (!succeeded) throw std::bad_alloc();
  }

  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

Sha256 sha256(std::string_view bytes) {
  Hasher hasher;
  hasher.add(bytes);
  return hasher.result();
}

std::string hexadecimal(const Sha256& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : hash) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string sha256_of_file(const std::filesystem::path& file) {
  const InputFile in(file);
  Hasher hasher;
  std::vector<char> buffer(std::size_t{1} << 18);
  std::uint64_t place = 0;
  while (const std::size_t bytes = in.read(place, buffer)) {
    hasher.add({buffer.data(), bytes});
    place += bytes;
  }
  return hexadecimal(hasher.result());
}

}  // namespace backfile
