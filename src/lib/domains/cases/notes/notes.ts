/** Notes of a case in the browser: sealed to the key of its epoch before they are sent, opened with it when they are read. */
import { base64 } from '@scure/base'
import { refused, type Result } from '#base'
import { reportSizes } from '#domains/reports'
import type { EpochKey } from '#domains/people/keys'
import { openText, seal } from '#tools/seal/sealed'
import { deserialize } from '$app/forms'
import { formatDraft, parseDraft, type Draft } from '../reading/draft.ts'
import { getEpoch } from '../reading-room/index.ts'

/** A note as the server hands it out. */
export type SealedNote = { id: string; epoch: string; sealed: string; by: string; at: Date; isMine: boolean }

/** Base64 of the sealed draft; `undefined` when it is longer than any note. */
export const sealDraft = async (
	draft: Draft,
	epoch: string,
	keys: readonly EpochKey[],
): Promise<string | undefined> => {
	const open = await getEpoch(epoch, keys)
	const sealed = open && (await seal(formatDraft(draft), open.recipient, reportSizes))
	return sealed?.ok ? base64.encode(sealed.value) : undefined
}

/** Opens a note. Refuses with `note.no-key` or `note.damaged`. */
export const readNote = async (
	note: SealedNote,
	keys: readonly EpochKey[],
): Promise<Result<Draft, 'note.no-key' | 'note.damaged'>> => {
	const open = await getEpoch(note.epoch, keys)
	if (!open) return refused('note.no-key')
	const text = await openText(base64.decode(note.sealed), open.identity)
	return text.ok ? parseDraft(text.value) : refused('note.damaged')
}

/** Keeps a sealed note of the case whose page this is; `false` when it was not taken. */
export const keepNote = async (epoch: string, sealed: string): Promise<boolean> => {
	const body = new FormData()
	body.set('epoch', epoch)
	body.set('sealed', sealed)
	try {
		const headers = { 'x-sveltekit-action': 'true' }
		const answer = await fetch('?/note', { method: 'POST', body, headers })
		return deserialize(await answer.text()).type === 'success'
	} catch {
		return false
	}
}
