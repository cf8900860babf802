#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# cold.sh INDEXDIR WORDS: one search from the start of a process.
exec "$TRIALSIFT_BUILD/trialsift" search --index "$1/index" --limit 10 "$2"
