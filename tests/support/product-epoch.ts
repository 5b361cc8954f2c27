/** What a page of a product that runs seals to: its epoch, checked with the root key that the page carries. */
import { openEpoch } from '#domains/reports/sealing'
import { makeNoteKey, type NoteKey } from '#tools/seal/signed-note'

export const readRoot = async (origin: string): Promise<NoteKey> => {
	const page = await (await fetch(`${origin}/fr/report`)).text()
	const [, name = '', key = ''] = /([^"\s]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)/u.exec(page) ?? []
	return makeNoteKey(name, 'ed25519', Uint8Array.from(Buffer.from(key, 'base64').subarray(1)))
}

export const readEpoch = async (origin: string, root: NoteKey) => {
	const { record } = (await (await fetch(`${origin}/intake/epoch`)).json()) as { record: string }
	const epoch = await openEpoch(record, root)
	if (!epoch.ok) throw new Error('reading the epoch of a product: it is not signed')
	return epoch.value
}
