/** Kinds of attachments and their limits. The operator switches each kind on; none is on by itself. */
export const attachmentKinds = ['voice', 'screenshot'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

const mebibyte = 1024 * 1024

/** Most pieces of a kind in one report, and most bytes of one before it is sealed. */
export const attachmentLimits: Readonly<Record<AttachmentKind, { most: number; bytes: number }>> = {
	voice: { most: 1, bytes: 5 * mebibyte },
	screenshot: { most: 5, bytes: 8 * mebibyte },
}
/** Longest voice note, in seconds. */
export const longestVoice = 300
/** All attachments of one report together, sealed, in bytes. */
export const mostTogether = 25 * mebibyte
/** Longest body of one request that carries a piece of an attachment. */
export const longestPiece = mebibyte

/** Shortest one that is not the last of its part: a million tiny ones would cost the disk more than what they bring. */
export const shortestPiece = 64 * 1024

/** Most attachments of one report when these kinds are on. */
export const countMost = (kinds: readonly AttachmentKind[]): number =>
	kinds.reduce((sum, kind) => sum + attachmentLimits[kind].most, 0)

/** Most bytes of one sealed attachment when these kinds are on: padding adds 12 % at most. */
export const getMostSealed = (kinds: readonly AttachmentKind[]): number =>
	Math.max(0, ...kinds.map((kind) => Math.ceil(attachmentLimits[kind].bytes * 1.12)))

/** Ticked answers with which screenshots of a conversation can be sent: somebody is pressed or drawn into something. */
export const coercionTiles: readonly string[] = ['sexual-extortion', 'grooming']
