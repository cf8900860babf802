#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# index.sh DOCS INDEXDIR: the side-by-side benchmark's neutral corpus as API v2 records, indexed. Sourced helpers come
# from the benchmark's own common.sh (phase, fresh).
. "$(dirname "$0")/../../common.sh"
fresh "$2"
phase convert "$PY" - "$1" "$2.ndjson" <<'PYTHON'
import json, sys
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in open(sys.argv[1], encoding="utf-8"):
        d = json.loads(line)
        out.write(json.dumps({"protocolSection": {
            "identificationModule": {"nctId": d["id"], "briefTitle": d["title"]},
            "descriptionModule": {"briefSummary": d["brief_summary"], "detailedDescription": d["detailed_description"]}}},
            ensure_ascii=False) + "\n")
PYTHON
phase index "$TRIALSIFT_BUILD/trialsift" index --quiet --jobs "${JOBS:-2}" --index "$2/index" "$2.ndjson"
rm -f "$2.ndjson"
