/** Fields and request of a hand-over: a key, and the person who gets it. */
import { askFor } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { listEntitled } from '#server/desk/key-holders'
import * as v from 'valibot'
import { wrongForm } from '../form-parts.ts'

export const receiver = { id: v.string(), receiver: v.string() }

/** Asks a second person to hand a wrap of a key to somebody who may hold it. */
export const askToHandOver = async (
	url: URL,
	{ id, receiver: to, wrap }: { id: string; receiver: string; wrap: Uint8Array },
	askedBy: string,
): Promise<void> => {
	const { holders } = await listEntitled(url)
	if (!holders.some((holder) => holder.id === to)) wrongForm()
	const asked = { act: 'hand-over', subject: id, askedBy, receiver: to, wrap } as const
	await askFor(readConfig().dataDir, asked, new Date())
}
