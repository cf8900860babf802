// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/document_file.hpp"

#include <cstdint>
#include <cstring>

#include "trialsift/base/narrow.hpp"

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

/// The array that begins at `begin`, which moves past it, and ends before `end`.
template <class T>
ChecksummedArray<T> take_array(const ChecksummedFile& file, std::uint64_t& begin, std::uint64_t end,
                               std::uint64_t count) {
  if (count > (end - begin) / sizeof(T)) file.throw_unreadable();
  const std::uint64_t size = count * sizeof(T);
  if (padding(size) > end - begin - size) file.throw_unreadable();
  const ChecksummedArray<T> values(file, begin, count);
  begin += size + padding(size);
  return values;
}

void pad(ChecksummedWriter& file, std::uint64_t size) {
  file.write(std::string_view("\0\0\0\0\0\0\0", padding(size)));
}

template <class T>
void put_array(ChecksummedWriter& file, const std::vector<T>& values) {
  const std::size_t size = values.size() * sizeof(T);
  file.write({reinterpret_cast<const char*>(values.data()), size});
  pad(file, size);
}

}  // namespace

DocumentFile::DocumentFile(const StoredFile& file, std::string_view magic) : file_(file) {
  Footer footer{};
  if (file_.size() < kMagicBytes + sizeof footer || file_.bytes(0, kMagicBytes) != magic) file_.throw_unreadable();
  const std::uint64_t end = file_.size() - sizeof footer;
  std::memcpy(&footer, file_.bytes(end, sizeof footer).data(), sizeof footer);
  std::uint64_t at = kMagicBytes;
  content_size_ = take_array<char>(file_, at, end, footer.content_size).size();
  begins_ = take_array<std::uint64_t>(file_, at, end, footer.documents);
  sizes_ = take_array<std::uint32_t>(file_, at, end, footer.documents);
  numbers_ = take_array<std::uint32_t>(file_, at, end, footer.documents);
  if (at != end) file_.throw_unreadable();
}

std::string_view DocumentFile::bytes(std::uint32_t document) const {
  if (document >= begins_.size()) return {};
  const std::uint64_t begin = begins_.at(document);
  const std::uint64_t size = sizes_.at(document);
  if (begin % 2 != 0 || begin > content_size_ || size > content_size_ - begin) file_.throw_unreadable();
  return file_.bytes(kMagicBytes + begin, size);
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
  sizes_[document] = base::narrow<std::uint32_t>(bytes.size(), "bytes of one trial");
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
