import assert from 'node:assert/strict'
import {
	formatCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	parseCheckpoint,
	parseNote,
	parseVerifierKey,
	signNote,
	toVerifierKey,
} from '../src/lib/tools/seal/signed-note/index.ts'

const signed = 'thiqa.example/record\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
const signer = makeSigner('thiqa.example/record', 'ed25519', new Uint8Array(32).fill(7))

/** Whatever is read has one spelling, and no note opens but with the text that was signed. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const text = data.toString('utf8')
	const note = parseNote(text)
	if (note.ok) assert.equal(formatNote(note.value), text)
	const checkpoint = parseCheckpoint(text)
	if (checkpoint.ok) assert.equal(formatCheckpoint(checkpoint.value), text)
	const key = parseVerifierKey(text)
	if (key.ok) assert.equal(toVerifierKey(key.value), text)
	const opened = await openNote(text, [(await signer).key])
	if (opened.ok) assert.equal(opened.value.text, signed)
}

export const seeds = async (): Promise<string[]> => {
	const { key } = await signer
	return [
		formatNote({ text: signed, signatures: [await signNote(signed, await signer)] }),
		toVerifierKey(key),
		signed,
	]
}
