// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/document_file.hpp"

#include <cstdint>
#include <cstring>

#include "trialsift/base/error.hpp"

namespace trialsift::store {
namespace {

constexpr std::size_t kMagicBytes = 8;
constexpr std::size_t kAlignment = 8;

/// At the end of the file, so that content can be written before its size is known.
struct Footer {
  std::uint64_t content_size;
  std::uint64_t documents;
};

std::uint64_t padding(std::uint64_t size) {
  return (kAlignment - size % kAlignment) % kAlignment;
}

[[noreturn]] void damaged(const base::Path& path) {
  throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " is damaged");
}

std::string_view take(std::string_view& in, std::uint64_t count, std::size_t each, const base::Path& path) {
  if (count > in.size() / each) damaged(path);
  const std::uint64_t size = count * each;
  if (padding(size) > in.size() - size) damaged(path);
  const std::string_view bytes = in.substr(0, size);
  in.remove_prefix(size + padding(size));
  return bytes;
}

template <class T>
std::span<const T> take_array(std::string_view& in, std::uint64_t count, const base::Path& path) {
  const std::string_view bytes = take(in, count, sizeof(T), path);
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

void pad(base::FileWriter& file, std::uint64_t size) {
  file.write(std::string_view("\0\0\0\0\0\0\0", padding(size)));
}

template <class T>
void put_array(base::FileWriter& file, const std::vector<T>& values) {
  const std::size_t size = values.size() * sizeof(T);
  file.write({reinterpret_cast<const char*>(values.data()), size});
  pad(file, size);
}

}  // namespace

DocumentFile::DocumentFile(const base::Path& path, std::string_view magic) : file_(path) {
  std::string_view bytes = file_.bytes();
  Footer footer{};
  if (bytes.size() < kMagicBytes + sizeof footer || !bytes.starts_with(magic)) damaged(path);
  std::memcpy(&footer, bytes.data() + bytes.size() - sizeof footer, sizeof footer);
  bytes = bytes.substr(kMagicBytes, bytes.size() - kMagicBytes - sizeof footer);
  content_ = take(bytes, footer.content_size, 1, path);
  begins_ = take_array<std::uint64_t>(bytes, footer.documents, path);
  sizes_ = take_array<std::uint32_t>(bytes, footer.documents, path);
  numbers_ = take_array<std::uint32_t>(bytes, footer.documents, path);
  if (!bytes.empty()) damaged(path);
}

std::string_view DocumentFile::bytes(std::uint32_t document) const {
  if (document >= begins_.size()) return {};
  const std::uint64_t begin = begins_[document];
  const std::uint64_t size = sizes_[document];
  if (begin % 2 != 0 || begin > content_.size() || size > content_.size() - begin) return {};
  return content_.substr(begin, size);
}

DocumentFileWriter::DocumentFileWriter(const base::Path& path, std::string_view magic) : file_(path) {
  file_.write(magic);
}

void DocumentFileWriter::add(std::uint32_t document, std::string_view bytes, std::uint32_t number) {
  if (document >= begins_.size()) {
    begins_.resize(document + std::size_t{1}, 0);
    sizes_.resize(document + std::size_t{1}, 0);
    numbers_.resize(document + std::size_t{1}, 0);
  }
  begins_[document] = written_;
  sizes_[document] = static_cast<std::uint32_t>(bytes.size());
  numbers_[document] = number;
  file_.write(bytes);
  written_ += bytes.size();
  if (written_ % 2 != 0) {
    file_.write(std::string_view("\0", 1));
    ++written_;
  }
}

void DocumentFileWriter::close() {
  pad(file_, written_);
  put_array(file_, begins_);
  put_array(file_, sizes_);
  put_array(file_, numbers_);
  const Footer footer{written_, begins_.size()};
  file_.write({reinterpret_cast<const char*>(&footer), sizeof footer});
  file_.close();
}

}  // namespace trialsift::store
