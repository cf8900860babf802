// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/spill.hpp"

#include <cstring>

#include "trialsift/base/narrow.hpp"

namespace trialsift::ingest {
namespace {

constexpr const char* kBytes = "bytes of one trial";

void put_number(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::uint64_t SpillWriter::add(std::span<const SpilledField> fields, std::uint32_t ranked_length,
                               std::string_view packed_record) {
  const std::uint64_t offset = file_.size();
  buffer_.clear();
  put_number(buffer_, 0);  // its size, once it is known
  put_number(buffer_, ranked_length);
  put_number(buffer_, static_cast<std::uint32_t>(fields.size()));
  for (const SpilledField& field : fields) {
    put_number(buffer_, field.field);
    put_number(buffer_, base::narrow<std::uint32_t>(field.words.size(), "words of one trial"));
    buffer_.append(reinterpret_cast<const char*>(field.words.data()), field.words.size() * sizeof(std::uint32_t));
  }
  put_number(buffer_, base::narrow<std::uint32_t>(packed_record.size(), kBytes));
  buffer_ += packed_record;
  constexpr std::size_t kAligned = sizeof(std::uint32_t);
  buffer_.append((kAligned - packed_record.size() % kAligned) % kAligned, '\0');
  const auto size = base::narrow<std::uint32_t>(buffer_.size() - sizeof(std::uint32_t), kBytes);
  std::memcpy(buffer_.data(), &size, sizeof size);
  file_.write(buffer_);
  return offset;
}

const SpilledDocument& SpillReader::read(std::uint64_t offset) {
  std::uint32_t size = 0;
  file_.read(offset, &size, sizeof size);
  buffer_.resize(size / sizeof(std::uint32_t));
  file_.read(offset + sizeof size, buffer_.data(), size);
  const std::uint32_t* numbers = buffer_.data();
  document_.ranked_length = *numbers++;
  document_.fields.clear();
  const std::uint32_t fields = *numbers++;
  for (std::uint32_t i = 0; i < fields; ++i) {
    const std::uint32_t field = *numbers++;
    const std::uint32_t words = *numbers++;
    document_.fields.push_back({field, {numbers, words}});
    numbers += words;
  }
  const std::uint32_t packed = *numbers++;
  document_.packed_record = {reinterpret_cast<const char*>(numbers), packed};
  return document_;
}

}  // namespace trialsift::ingest
