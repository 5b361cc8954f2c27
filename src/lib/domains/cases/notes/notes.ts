/** Notes of a case in the browser: sealed to the key of its epoch before they are sent, opened with it when they are read. */
import { base64 } from '@scure/base'
import { ok, refused, type Result } from '#base'
import { reportSizes } from '#domains/reports'
import { isPublishedBy, keyring, readGivenRoot, type EpochKey } from '#domains/people/keys'
import { openText, seal } from '#tools/seal/sealed'
import { deserialize } from '$app/forms'
import { formatDraft, parseDraft, type Draft } from '../reading/draft.ts'
import { getEpoch } from '../reading-room/index.ts'

/** A note as the server hands it out. */
export type SealedNote = { id: string; epoch: string; sealed: string; by: string; at: Date; isMine: boolean }

type DraftRefusal = 'locked' | 'note.no-key' | 'note.other-root' | 'note.too-long'

/**
 * Base64 of the sealed draft. Refuses with `locked` while the person's key is closed, `note.no-key` for an epoch that they do not hold,
 * `note.other-root` for one that the root given to the desk's own client has not signed, and `note.too-long`.
 */
export const sealDraft = async (
	draft: Draft,
	epoch: string,
	keys: readonly EpochKey[],
): Promise<Result<string, DraftRefusal>> => {
	if (!keyring.use()) return refused('locked')
	const [open, root] = [await getEpoch(epoch, keys), readGivenRoot()]
	if (!open) return refused('note.no-key')
	if (root !== undefined && !(await isPublishedBy(root, open))) return refused('note.other-root')
	const sealed = await seal(formatDraft(draft), open.recipient, reportSizes)
	return sealed.ok ? ok(base64.encode(sealed.value)) : refused('note.too-long')
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
