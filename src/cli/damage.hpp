// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace trialsift::cli {

/// From now on a crash of this process ends with status 2 and a sentence: Xapian 1.4 trusts the blocks that it reads,
/// and a flipped bit in one can make it read where there is nothing. Reading all of an index before each search, to
/// compare checksums, would cost more than most searches; `trialsift check` does. Leaves alone what a sanitizer looks
/// after.
void tell_crashes_as_damage();

/// From now on SIGBUS at a touch of a mapped file, which has become shorter or cannot be read, ends this process with
/// status 2 and a sentence, at once: nothing that depends on the lost bytes is told, written or published.
void tell_lost_files_as_damage();

}  // namespace trialsift::cli
