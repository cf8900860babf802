$ trialsift index --quiet --index index corpus
$ trialsift check
The index in index is sound: 10 files as they were written, 86 trials.

# One byte of a file changed.
$ printf X | dd of=index/gen-000001/words bs=1 seek=5000 conv=notrunc status=none
$ trialsift check
trialsift: error[index-corrupt]: index/gen-000001/words has changed since it was written: the checksum of its bytes 4096 to 8191 differs, so nothing is answered from it
  hint: build it again with: trialsift index --rebuild FILE...
? 2

# What does not read it answers; what does is refused.
$ trialsift count --quiet status:recruiting
24
$ trialsift terms
trialsift: error[index-corrupt]: index/gen-000001/words has changed since it was written: the checksum of its bytes 4096 to 8191 differs, so nothing is answered from it
  hint: build it again with: trialsift index --rebuild FILE...
? 2

# A file too short, or gone: searching finds it too.
$ printf X >> index/gen-000001/tokens
$ trialsift count myeloma
trialsift: error[index-corrupt]: index/gen-000001/tokens has 44873 bytes, the manifest says 44872
  hint: build it again with: trialsift index --rebuild FILE...
? 2
$ rm index/gen-000001/records
$ trialsift count myeloma
trialsift: error[index-corrupt]: index/gen-000001/records is missing
  hint: build it again with: trialsift index --rebuild FILE...
? 2

# A manifest that is none.
$ printf '{' > index/gen-000001/MANIFEST
$ trialsift check
trialsift: error[index-corrupt]: index/gen-000001/MANIFEST has changed since it was written, or index/CURRENT has: it holds another checksum
  hint: build it again with: trialsift index --rebuild FILE...
? 2
$ trialsift count myeloma
trialsift: error[index-corrupt]: index/gen-000001/MANIFEST has changed since it was written, or index/CURRENT has: it holds another checksum
  hint: build it again with: trialsift index --rebuild FILE...
? 2

# A manifest that somebody edited.
$ trialsift index --quiet --index other corpus/api-v2/single.json
$ sed -i 's/"analyzer":1/"analyzer":99/' other/gen-000001/MANIFEST
$ trialsift count --index other myeloma
trialsift: error[index-corrupt]: other/gen-000001/MANIFEST has changed since it was written, or other/CURRENT has: it holds another checksum
  hint: build it again with: trialsift index --rebuild FILE...
? 2

# A rebuild mends it.
$ trialsift index --quiet --rebuild --index index corpus && trialsift check
The index in index is sound: 10 files as they were written, 86 trials.
