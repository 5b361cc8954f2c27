import assert from 'node:assert/strict'
import {
	formatMirrorText,
	formatSums,
	parseMirrorText,
	parseSums,
	toMirrorKeyName,
} from '../src/lib/domains/programme/mirrors/mirror-text.ts'
import { makeNoteKey } from '../src/lib/tools/seal/signed-note/index.ts'

/** A copy of the site says in one spelling what it is, and names a key. */
export const fuzz = (data: Buffer): void => {
	const text = data.toString('utf8')
	const said = parseMirrorText(text)
	if (said.ok) {
		assert.equal(formatMirrorText(said.value), text)
		makeNoteKey(toMirrorKeyName(said.value.home), 'ed25519', new Uint8Array(32))
	}
	parseSums(text)
}

export const seeds = (): string[] => [
	formatMirrorText({
		home: 'https://thiqa.example',
		day: '2026-11-29',
		files: 12,
		sums: 'ab'.repeat(32),
	}),
	formatSums(new Map([['fr/help.html', 'ab'.repeat(32)]])),
]
