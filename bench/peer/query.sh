#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# query.sh INDEXDIR QUERIES OUT.run [K]: all queries in one process, with latencies in OUT.run.lat.
. "$(dirname "$0")/../../common.sh"
phase query "$TRIALSIFT_BUILD/bench/bench_latency" "$1/index" "$2" "$3" "${4:-1000}" "$3.lat"
