/** The key by which reports of the same place find each other: which one a person works with now. */
import type { GroupKey } from '#domains/people/keys'
import { listGroupKeys } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { findDemonstrationIndex } from './demonstration.ts'

/**
 * The public half of the index key that this person holds; that of a demonstration while nobody has made
 * one and nobody answers for the installation.
 */
export const findIndexKey = async (person: string): Promise<(GroupKey & { kind: 'index' }) | undefined> => {
	const keys = await listGroupKeys(readConfig().dataDir)
	const index = keys.find(({ key, state }) => key.kind === 'index' && state === 'current')
	// One key at a time, for everyone: tokens of two never meet.
	if (index?.key.kind !== 'index') return findDemonstrationIndex()
	return index.holders.includes(person) ? index.key : undefined
}
