// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/checksummed_file.hpp"

#include <cstring>
#include <thread>

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::checksummed;
using testing::code_of;
using testing::TempFolder;

namespace {

constexpr std::size_t kBlock = ChecksummedFile::kBlockBytes;
/// More than one block of checksums speaks for.
constexpr std::size_t kManyBlocks = 600;

std::string random_bytes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// The sentence with which one of the file's bytes, or all, are refused; empty if all are given out.
std::string refusal(const StoredFile& stored, std::uint64_t offset, std::uint64_t size) {
  try {
    ChecksummedFile(stored).bytes(offset, size);
  } catch (const base::Error& error) {
    CHECK(error.code() == ErrorCode::kIndexCorrupt);
    return error.what();
  }
  return "";
}

std::string refusal(const StoredFile& stored) {
  try {
    ChecksummedFile(stored).verify();
  } catch (const base::Error& error) {
    CHECK(error.code() == ErrorCode::kIndexCorrupt);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("content of any size comes back, however it is cut while it is written") {
  const TempFolder folder;
  std::mt19937 random(3);
  for (const std::size_t size : {std::size_t{0}, std::size_t{8}, kBlock - 8, kBlock, kBlock + 8, 512 * kBlock,
                                 512 * kBlock + 8, kManyBlocks * kBlock}) {
    const std::string content = random_bytes(size, 4);
    const base::Path path = folder / "file";
    std::filesystem::remove(path);
    ChecksummedWriter writer(path);
    for (std::size_t at = 0; at < size;) {
      const std::size_t part = std::min<std::size_t>(random() % (3 * kBlock), size - at);
      writer.write(std::string_view(content).substr(at, part));
      at += part;
    }
    writer.close();
    const ChecksummedFile file(stored_file(path));
    REQUIRE(file.size() == size);
    CHECK((file.bytes(0, size) == content));
    CHECK(file.bytes(size, 0).empty());
    file.verify();
    CHECK(base::read_file(path) == base::read_file(checksummed(folder, "again", content).path));
  }
}

TEST_CASE("content is padded to a multiple of 8") {
  const TempFolder folder;
  const ChecksummedFile file(checksummed(folder, "file", "123456789"));
  CHECK(file.bytes(0, file.size()) == std::string_view("123456789\0\0\0\0\0\0\0", 16));
}

TEST_CASE("a flipped bit is found where it is touched, and only there, whatever byte it is in") {
  const TempFolder folder;
  const std::string content = random_bytes(3 * kBlock + 64, 5);
  const StoredFile stored = checksummed(folder, "file", content);
  const std::string whole = base::read_file(stored.path);
  for (std::size_t at = 0; at < whole.size(); at += 1 + at % 97) {
    CAPTURE(at);
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    testing::fresh(folder, "file", damaged);
    CHECK_FALSE(refusal(stored).empty());
    if (at >= content.size()) {
      CHECK_FALSE(refusal(stored, 0, content.size()).empty());
      continue;
    }
    const std::size_t block = at / kBlock * kBlock;
    const std::string sentence = refusal(stored, at, 1);
    CHECK(sentence.find(stored.path.string() + " has changed since it was written") == 0);
    CHECK(sentence.find("its bytes " + std::to_string(block) + " to ") != std::string::npos);
    if (block > 0) CHECK(refusal(stored, 0, block).empty());
    if (block + kBlock < content.size()) CHECK(refusal(stored, block + kBlock, 1).empty());
  }
}

TEST_CASE("a changed checksum of a block is found, in the first and in the last block of checksums") {
  const TempFolder folder;
  const std::string content = random_bytes(kManyBlocks * kBlock, 6);
  const StoredFile stored = checksummed(folder, "file", content);
  const std::string whole = base::read_file(stored.path);
  for (const std::size_t block : {std::size_t{0}, std::size_t{511}, std::size_t{512}, kManyBlocks - 1}) {
    std::string damaged = whole;
    const std::size_t at = content.size() + 8 * block;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    testing::fresh(folder, "file", damaged);
    CHECK_FALSE(refusal(stored, block * kBlock, 1).empty());
    CHECK_FALSE(refusal(stored).empty());
    CHECK(refusal(stored, (block < 512 ? 512 : 0) * kBlock, 1).empty());
  }
}

TEST_CASE("blocks that were swapped, with their checksums or without, are found") {
  const TempFolder folder;
  const std::string content = random_bytes(4 * kBlock, 7);
  const StoredFile stored = checksummed(folder, "file", content);
  std::string damaged = base::read_file(stored.path);
  const auto swap = [&damaged](std::size_t a, std::size_t b, std::size_t size) {
    std::swap_ranges(damaged.begin() + static_cast<std::ptrdiff_t>(a),
                     damaged.begin() + static_cast<std::ptrdiff_t>(a + size),
                     damaged.begin() + static_cast<std::ptrdiff_t>(b));
  };
  swap(0, 2 * kBlock, kBlock);
  testing::fresh(folder, "file", damaged);
  CHECK_FALSE(refusal(stored, 0, 1).empty());
  CHECK(refusal(stored, kBlock, kBlock).empty());
  swap(content.size(), content.size() + 16, 8);
  testing::fresh(folder, "file", damaged);
  CHECK_FALSE(refusal(stored, 0, 1).empty());
}

TEST_CASE("another file of the same size, sound in itself, is found") {
  const TempFolder folder;
  const StoredFile stored = checksummed(folder, "file", random_bytes(2 * kBlock, 8));
  checksummed(folder, "file", random_bytes(2 * kBlock, 9));
  CHECK_FALSE(refusal(stored, 0, 0).empty());
}

TEST_CASE("a file that is cut or longer is refused") {
  const TempFolder folder;
  const StoredFile stored = checksummed(folder, "file", random_bytes(kBlock + 8, 10));
  const std::string whole = base::read_file(stored.path);
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, kBlock, whole.size() - 1}) {
    testing::fresh(folder, "file", whole.substr(0, size));
    CHECK_FALSE(refusal(stored, 0, 0).empty());
  }
  testing::fresh(folder, "file", whole + "x");
  CHECK_FALSE(refusal(stored, 0, 0).empty());
}

TEST_CASE("an end that names any size of content is refused") {
  const TempFolder folder;
  const StoredFile stored = checksummed(folder, "file", random_bytes(kBlock + 8, 11));
  const std::string whole = base::read_file(stored.path);
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{kBlock}, std::uint64_t{kBlock} + 16,
                                   ~std::uint64_t{0}, ~std::uint64_t{0} / kBlock * kBlock, std::uint64_t{1} << 63U}) {
    std::string damaged = whole;
    std::memcpy(damaged.data() + damaged.size() - sizeof size, &size, sizeof size);
    testing::fresh(folder, "file", damaged);
    CHECK_FALSE(refusal(stored, 0, 0).empty());
    CHECK(code_of([&] { stored_file(stored.path); }) == ErrorCode::kIndexCorrupt);
  }
}

TEST_CASE("bytes and elements outside of the content are refused") {
  const TempFolder folder;
  const ChecksummedFile file(checksummed(folder, "file", random_bytes(64, 12)));
  for (const auto& [offset, size] : {std::pair<std::uint64_t, std::uint64_t>{65, 0}, {0, 65}, {60, 5}, {~0ULL, 2}}) {
    CHECK(code_of([&] { file.bytes(offset, size); }) == ErrorCode::kIndexCorrupt);
  }
  const ChecksummedArray<std::uint32_t> array(file, 8, 3);
  CHECK(array.part(1, 3).size() == 2);
  CHECK(array.part(3, 3).empty());
  CHECK(code_of([&] { array.at(3); }) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([&] { array.part(2, 4); }) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([&] { array.part(2, 1); }) == ErrorCode::kIndexCorrupt);
}

TEST_CASE("several threads may verify one file") {
  const TempFolder folder;
  const std::string content = random_bytes(64 * kBlock, 13);
  const ChecksummedFile file(checksummed(folder, "file", content));
  std::vector<std::thread> threads;
  std::atomic<int> sound{0};
  for (unsigned i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (std::size_t block = 0; block < 64; ++block) {
        const std::size_t at = (block + 16 * i) % 64 * kBlock;
        if (file.bytes(at, kBlock) == std::string_view(content).substr(at, kBlock)) ++sound;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(sound == 4 * 64);
}
