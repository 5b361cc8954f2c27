/** Limits of a page on its first view, in thousands of bytes, as `bench/page-bytes.ts` holds them; a test compares the two. */
export const pageLimits = { help: 40, other: 60 } as const
