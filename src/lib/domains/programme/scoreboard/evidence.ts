/** Addresses and names of evidence. */
import type { MessageKey } from '#messages'
import type { Evidence } from '../plan/index.ts'

/** Pages of ours that have a name in the words of the interface. */
const pages: Readonly<Record<string, MessageKey>> = {
	'/': 'site.name',
	'/law': 'law.short',
	'/law/gaps': 'law.gap.title',
	'/law/study': 'law.paper.title',
	'/law/conventions': 'law.conventions',
	'/children': 'audience.children',
	'/teens': 'audience.teens',
	'/parents': 'audience.parents',
	'/teachers': 'audience.teachers',
	'/skills': 'skills.title',
	'/skills/lessons': 'lesson.title',
	'/skills/told': 'told.title',
	'/cooperation': 'cooperation.short',
}

/** The word for a page of ours; `undefined` for one that has none: its path stands for it. */
export const findPageWord = (path: string): MessageKey | undefined => pages[path]

/**
 * The address that evidence leads to; `undefined` where it is no address, or one that no browser should follow from here.
 *
 * @param locale - first part of the address of our pages
 */
export const findEvidenceHref = (
	{ kind, reference }: Pick<Evidence, 'kind' | 'reference'>,
	locale: string,
): string | undefined => {
	if (kind === 'law') return `/${locale}/law/instruments/${encodeURIComponent(reference)}`
	if (kind === 'page')
		return /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/u.test(reference)
			? `/${locale}${reference === '/' ? '' : reference}`
			: undefined
	if (kind === 'address') return /^https?:\/\/[^\s"<>]+$/u.test(reference) ? reference : undefined
	return undefined
}
