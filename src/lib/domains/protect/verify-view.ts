import type { Language } from '#base'
import { pickEntry, type Protection } from './protect-library.ts'
import type { Target } from './targets.ts'
import { targets } from './targets/all.ts'

/** Ways in which a person sees whether a target is at work. `language` is that of its texts. */
export type VerifyView = Pick<Target, 'id' | 'verify'> & {
	title: string
	/** Ways to see it by hand. */
	see: string
	language: Language
	unseen: readonly string[]
}

/** Finds how to see whether the files of a target are at work; `undefined` when there is no such target. */
export const findVerifyView = (
	protection: Protection,
	id: string,
	language: Language,
): VerifyView | undefined => {
	const target = targets.find((candidate) => candidate.id === id)
	const picked = target && pickEntry(protection, id, language)
	if (!target || !picked) return undefined
	const { title, see } = picked.entry
	return { id, title, see, language: picked.language, verify: target.verify, unseen: target.unseen ?? [] }
}
