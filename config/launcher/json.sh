# Reads demo-credentials.json without jq or python: every object with a "username" is an account.

# accounts FILE FIELD...: one line an account, the fields divided by tabs; an array is joined by ", ".
accounts() {
  local file=$1
  shift
  LC_ALL=C awk -v fields="$*" '
    function text(   out, c, hex) {
      out = ""; at++
      while (at <= length(all)) {
        c = substr(all, at++, 1)
        if (c == "\"") return out
        if (c != "\\") { out = out c; continue }
        c = substr(all, at++, 1)
        if (c == "u") { hex = substr(all, at, 4); at += 4; out = out utf8(number(hex)) }
        else if (c == "n" || c == "t" || c == "r" || c == "b" || c == "f") out = out " "
        else out = out c
      }
      return out
    }
    function number(hex,   i, value) {
      value = 0
      for (i = 1; i <= length(hex); i++) value = value * 16 + index("0123456789abcdef", tolower(substr(hex, i, 1))) - 1
      return value
    }
    function utf8(code) {
      if (code < 128) return sprintf("%c", code)
      if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
      return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
    }
    function store(value) {
      if (kind[depth] == "[") { owner = depth - 1; name = key[owner] } else { owner = depth; name = key[depth] }
      if (kind[owner] != "{") return
      slot = owner SUBSEP name
      if (slot in held) held[slot] = held[slot] ", " value; else held[slot] = value
    }
    function closed(   i, line) {
      if ((depth SUBSEP "username") in held) {
        line = ""
        for (i = 1; i <= wanted; i++) line = line (i > 1 ? "\t" : "") held[depth SUBSEP want[i]]
        print line
      }
      for (slot in held) { split(slot, place, SUBSEP); if (place[1] == depth) delete held[slot] }
    }
    BEGIN { wanted = split(fields, want, " ") }
    { all = all $0 "\n" }
    END {
      at = 1; depth = 0
      while (at <= length(all)) {
        c = substr(all, at, 1)
        if (c == "{" || c == "[") { kind[++depth] = c; key[depth] = ""; expecting = (c == "{"); at++ }
        else if (c == "}" || c == "]") { if (c == "}") closed(); depth--; expecting = 0; at++ }
        else if (c == "\"") { value = text(); if (expecting) { key[depth] = value; expecting = 0 } else store(value) }
        else if (c == ",") { expecting = (kind[depth] == "{"); at++ }
        else if (c ~ /[a-z0-9-]/) {
          word = ""
          while (substr(all, at, 1) ~ /[A-Za-z0-9.+-]/) word = word substr(all, at++, 1)
          if (word != "null") store(word)
        } else at++
      }
    }' "$file"
}

# columns: aligns lines of tabs; a Chinese character is two columns wide.
columns() {
  LC_ALL=C awk -F '\t' '
    function width(s,   i, w, c) {
      w = 0
      for (i = 1; i <= length(s); i++) { c = byte[substr(s, i, 1)]; if (c < 128 || (c >= 192 && c < 227)) w++; else if (c >= 227) w += 2 }
      return w
    }
    BEGIN { for (i = 1; i < 256; i++) byte[sprintf("%c", i)] = i }
    { lines++; for (i = 1; i <= NF; i++) { cell[lines, i] = $i; w = width($i); if (w > widest[i]) widest[i] = w }; cells[lines] = NF }
    END {
      for (l = 1; l <= lines; l++) {
        line = ""
        for (i = 1; i <= cells[l]; i++) line = line cell[l, i] (i < cells[l] ? sprintf("%" (widest[i] - width(cell[l, i]) + 2) "s", "") : "")
        sub(/ +$/, "", line); print line
      }
    }'
}
