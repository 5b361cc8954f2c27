# Repeats a draw from what is published, with base R 4.5 and nothing else. The list has a line for each class, stratum TAB label, as it was hashed.
#   Rscript verify-draw.R SECRET-IN-HEX VALUE list.tsv
# prints the labels that get the lesson now. Method: src/lib/tools/statistics/fair-draw/fair-draw.ts
arguments <- commandArgs(trailingOnly = TRUE)
from_hex <- function(hex) as.raw(strtoi(substring(hex, seq(1, nchar(hex), 2), seq(2, nchar(hex), 2)), 16L))
sha256 <- function(bytes) from_hex(tools::sha256sum(bytes = bytes))
utf8 <- function(text) charToRaw(enc2utf8(text))

list_bytes <- readBin(arguments[3], "raw", file.size(arguments[3]))
lines <- strsplit(rawToChar(list_bytes), "\n", fixed = TRUE)[[1]]
Encoding(lines) <- "UTF-8"
parts <- strsplit(lines, "\t", fixed = TRUE)
strata <- vapply(parts, `[`, "", 1)
labels <- vapply(parts, `[`, "", 2)

seed <- sha256(c(utf8("thiqa/draw/v1"), from_hex(arguments[1]), sha256(utf8(arguments[2])), sha256(list_bytes)))

hmac <- function(key, message) {
  key <- c(key, raw(64 - length(key)))
  sha256(c(xor(key, as.raw(rep(0x5c, 64))), sha256(c(xor(key, as.raw(rep(0x36, 64))), message))))
}

counter <- 0
words <- numeric(0)
next_word <- function() {
  if (length(words) == 0) {
    message <- as.raw(rev(floor(counter / 256^(0:7)) %% 256))
    block <- as.numeric(hmac(seed, message))
    words <<- colSums(matrix(block, nrow = 4) * 256^(3:0))
    counter <<- counter + 1
  }
  word <- words[1]
  words <<- words[-1]
  word
}
roll <- function(sides) {
  limit <- floor(2^32 / sides) * sides
  repeat {
    word <- next_word()
    if (word < limit) return(word %% sides)
  }
}
shuffle <- function(items) {
  if (length(items) > 1) for (last in length(items):2) {
    other <- roll(last) + 1
    held <- items[last]
    items[last] <- items[other]
    items[other] <- held
  }
  items
}

chosen <- character(0)
over <- character(0)
for (stratum in unique(strata)) {
  mixed <- shuffle(labels[strata == stratum])
  half <- length(mixed) %/% 2
  chosen <- c(chosen, head(mixed, half))
  over <- c(over, mixed[seq_along(mixed) > 2 * half])
}
mixed <- shuffle(over)
half <- length(mixed) %/% 2
if (length(mixed) %% 2 == 1) half <- half + roll(2)
chosen <- c(chosen, head(mixed, half))
cat(sort(chosen, method = "radix"), sep = "\n")
