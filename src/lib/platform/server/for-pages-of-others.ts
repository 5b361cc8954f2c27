/**
 * Addresses that stand on pages of other sites: the widget, as a frame or as a script. Everything else of ours stays unframeable. They are the
 * same for everybody, hold nothing that is typed and lead out of the frame with each press, so that nothing can be laid over them that
 * does harm. docs/decisions/090-the-widget-on-pages-of-others.md
 */
const forPagesOfOthers = /^\/w\/\d+\/[a-z-]+\.(?:html|js)$/u

export const isForPagesOfOthers = (path: string): boolean => forPagesOfOthers.test(path)

/** Headers of the widget, beside those that everything has: they stand in place of four of them. */
export const framedHeaders: readonly (readonly [string, string])[] = [
	['content-security-policy', 'frame-ancestors *'],
	['referrer-policy', 'no-referrer'],
	['access-control-allow-origin', '*'],
	['cross-origin-resource-policy', 'cross-origin'],
]
