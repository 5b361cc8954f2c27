/** Lengths of plaintext that a report, or a letter of either side, is padded to before sealing; in bytes. */
export const reportSizes: readonly number[] = [4096, 16_384, 65_536]
export const letterSizes: readonly number[] = [4096]
