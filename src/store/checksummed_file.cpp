// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/checksummed_file.hpp"

#include <algorithm>
#include <cstring>

#include "trialsift/base/error.hpp"

namespace trialsift::store {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::uint64_t kBlock = ChecksummedFile::kBlockBytes;
constexpr std::uint64_t kEach = sizeof(std::uint64_t);
constexpr std::uint64_t kBits = 64;

std::uint64_t blocks_in(std::uint64_t bytes) {
  return (bytes + kBlock - 1) / kBlock;
}

/// Where the parts of a file begin.
struct Layout {
  explicit Layout(std::uint64_t content)
      : checksums(content),
        heads(checksums + blocks_in(content) * kEach),
        size(heads + blocks_in(heads - checksums) * kEach + kEach) {}
  std::uint64_t checksums;
  std::uint64_t heads;
  std::uint64_t size;
};

std::string_view as_bytes(const std::uint64_t* numbers, std::size_t count) {
  return {reinterpret_cast<const char*>(numbers), count * kEach};
}

}  // namespace

StoredFile stored_file(const base::Path& path) {
  StoredFile file{path, base::file_size(path), 0};
  const base::RandomAccessFile in(path);
  std::uint64_t content = 0;
  if (file.size >= kEach) in.read(file.size - kEach, &content, kEach);
  if (content > file.size || Layout(content).size != file.size) {
    throw Error(ErrorCode::kIndexCorrupt, path.string() + " is no file with checksums");
  }
  std::string end(file.size - Layout(content).heads, '\0');
  in.read(Layout(content).heads, end.data(), end.size());
  file.hash = base::hash64(end);
  return file;
}

ChecksummedFile::ChecksummedFile(const StoredFile& file) : path_(file.path), map_(file.path) {
  const std::uint64_t size = map_.bytes().size();
  if (size != file.size) {
    throw Error(ErrorCode::kIndexCorrupt, path_.string() + " has " + std::to_string(size) +
                                              " bytes, the manifest says " + std::to_string(file.size));
  }
  if (size >= kEach) size_ = number_at(size - kEach);
  if (size_ > size || Layout(size_).size != size) throw_changed(size - std::min(size, kEach), size);
  checksums_ = Layout(size_).checksums;
  heads_ = Layout(size_).heads;
  if (base::hash64(map_.bytes().substr(heads_)) != file.hash) throw_changed(heads_, size);
  verified_ = std::vector<std::atomic<std::uint64_t>>(blocks_in(size_) / kBits + 1);
  verified_checksums_ = std::vector<std::atomic<std::uint64_t>>(blocks_in(heads_ - checksums_) / kBits + 1);
}

std::uint64_t ChecksummedFile::number_at(std::uint64_t offset) const {
  std::uint64_t number = 0;
  std::memcpy(&number, data() + offset, sizeof number);
  return number;
}

void ChecksummedFile::verify_block(std::uint64_t block) const {
  const std::uint64_t of_checksums = block * kEach / kBlock;
  if (((verified_checksums_[of_checksums / kBits] >> (of_checksums % kBits)) & 1U) == 0) verify_checksums(of_checksums);
  const std::uint64_t begin = block * kBlock;
  const std::uint64_t end = std::min(begin + kBlock, size_);
  if (base::hash64({data() + begin, end - begin}) != number_at(checksums_ + block * kEach)) throw_changed(begin, end);
  verified_[block / kBits] |= std::uint64_t{1} << (block % kBits);
}

void ChecksummedFile::verify_checksums(std::uint64_t block) const {
  const std::uint64_t begin = checksums_ + block * kBlock;
  const std::uint64_t end = std::min(begin + kBlock, heads_);
  if (base::hash64({data() + begin, end - begin}) != number_at(heads_ + block * kEach)) throw_changed(begin, end);
  verified_checksums_[block / kBits] |= std::uint64_t{1} << (block % kBits);
}

void ChecksummedFile::verify() const {
  constexpr std::uint64_t kBlocksInMemory = (std::uint64_t{64} << 20U) / kBlock;
  for (std::uint64_t block = 0; block < blocks_in(heads_ - checksums_); ++block) verify_checksums(block);
  for (std::uint64_t block = 0; block < blocks_in(size_); ++block) {
    verify_block(block);
    if (block % kBlocksInMemory == 0) release(0);
  }
  release(0);
}

void ChecksummedFile::throw_changed(std::uint64_t begin, std::uint64_t end) const {
  throw Error(ErrorCode::kIndexCorrupt,
              path_.string() + " has changed since it was written: the checksum of its bytes " + std::to_string(begin) +
                  " to " + std::to_string(end - 1) + " differs, so nothing is answered from it");
}

void ChecksummedFile::throw_unreadable() const {
  throw Error(ErrorCode::kIndexCorrupt, path_.string() + " is damaged: its parts do not fit each other");
}

void ChecksummedWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    if (block_.empty() && bytes.size() >= kBlock) {
      end_block(bytes.substr(0, kBlock));
      bytes.remove_prefix(kBlock);
      continue;
    }
    const std::size_t part = std::min<std::size_t>(bytes.size(), kBlock - block_.size());
    block_ += bytes.substr(0, part);
    bytes.remove_prefix(part);
    if (block_.size() == kBlock) {
      end_block(block_);
      block_.clear();
    }
  }
}

void ChecksummedWriter::end_block(std::string_view block) {
  checksums_.push_back(base::hash64(block));
  file_.write(block);
}

void ChecksummedWriter::close() {
  block_.resize((block_.size() + kEach - 1) / kEach * kEach, '\0');
  if (!block_.empty()) end_block(block_);
  const std::uint64_t content = file_.size();
  std::vector<std::uint64_t> heads;
  const std::string_view checksums = as_bytes(checksums_.data(), checksums_.size());
  for (std::uint64_t begin = 0; begin < checksums.size(); begin += kBlock) {
    heads.push_back(base::hash64(checksums.substr(begin, kBlock)));
  }
  file_.write(checksums);
  file_.write(as_bytes(heads.data(), heads.size()));
  file_.write(as_bytes(&content, 1));
  file_.close(base::FileWriter::Sync::kNo);
}

}  // namespace trialsift::store
