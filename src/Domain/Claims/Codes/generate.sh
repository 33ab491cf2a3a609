#!/usr/bin/env bash
# Makes Resources/*.gz from the public code lists:  generate.sh <folder with icd10cm.tsv, hcpcs-level2.tsv, …>
# The same input gives the same bytes. What each column means and where it comes from: PROVENANCE.md.
set -euo pipefail
from=${1:?folder of the code lists}
to=$(cd "$(dirname "$0")" && pwd)/Resources
export LC_ALL=C
pack() { gzip -9n > "$to/$1.tsv.gz"; }

# code, status, short title; sorted by code.
# status: B in both fiscal years · R billable in FY2022, gone from FY2026 · N new since FY2022 · H heading, never billable
tail -n +2 "$from/icd10cm.tsv" | awk -F'\t' -v OFS='\t' '
  { s = $3 == 1 ? ($4 == 1 ? "B" : "R") : ($4 == 1 ? "N" : "H"); print $1, s, $2 }' | sort -t$'\t' -k1,1 | pack icd10cm

# code, short descriptor; the source carries no dates.
tail -n +2 "$from/hcpcs-level2.tsv" | awk -F'\t' -v OFS='\t' '$1 ~ /^[A-Z][0-9][0-9][0-9][0-9]$/ { print $1, $2 }' | sort -t$'\t' -k1,1 | pack hcpcs-level2

tail -n +2 "$from/place-of-service.tsv" | cut -f1,2 | pack place-of-service
tail -n +2 "$from/hcpcs2-modifiers.tsv" | cut -f1,2 | pack modifiers
tail -n +2 "$from/carc.tsv" | cut -f1,2 | pack carc
tail -n +2 "$from/rarc.tsv" | cut -f1,2 | pack rarc
tail -n +2 "$from/cas-groups.tsv" | cut -f1,2 | pack adjustment-groups
