import { describe, expect, test } from 'vitest'
import {
	formatNote,
	makeNoteKey,
	makeSigner,
	openNote,
	parseCheckpoint,
	parseNote,
	parseVerifierKey,
	signNote,
	toVerifierKey,
	type NoteKey,
} from './index.ts'

const readKey = (text: string): NoteKey => {
	const key = parseVerifierKey(text)
	if (!key.ok) throw new Error(key.issues[0]?.message)
	return key.value
}

/** https://c2sp.org/signed-note, Verifier keys, Example. */
const specified = {
	key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
	note:
		'This is an example message.\n\n' +
		'— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
}

/** The documentation of golang.org/x/mod/sumdb/note: a note with two signatures, the secret of the first one known. */
const documented = {
	key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
	text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
	lines: [
		'— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
		'— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
	],
	/** Without the type byte that Go writes before it. */
	secret: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
}

describe('verifier keys', () => {
	const key = new Uint8Array(32).fill(7)

	test.each([specified.key, documented.key])('%s is read and written back', (text) => {
		expect(toVerifierKey(readKey(text))).toBe(text)
	})

	test('one public key has another id for each type and name', () => {
		const ids = [
			makeNoteKey('a', 'ed25519', key).id,
			makeNoteKey('a', 'cosignature', key).id,
			makeNoteKey('b', 'ed25519', key).id,
		]
		expect(new Set(ids).size).toBe(3)
	})

	test.each([
		'',
		'example.com/foo',
		specified.key.replace('530d903a', '530d903b'),
		specified.key.replace('530d903a', '530D903A'),
		specified.key.replace('+Aeky', '+Beky'),
		specified.key.replace('foo', 'f o'),
		specified.key.replace('foo', 'f\u00a0o'),
		specified.key.replace('foo', 'f\no'),
		specified.key.slice(0, -1),
		`${specified.key}=`,
		`${specified.key}\n`,
		`+530d903a+${specified.key.slice(-44)}`,
	])('parseVerifierKey() refuses %j', (text) => {
		expect(parseVerifierKey(text).ok).toBe(false)
	})

	test.each(['', 'two words', 'with+plus', 'tab\t', 'line\n', 'em\u2003space', 'next\u0085line', '\ud800'])(
		'makeNoteKey() refuses the name %j',
		(name) => {
			expect(() => makeNoteKey(name, 'ed25519', key)).toThrow('wanted a name')
		},
	)
})

describe('notes of others', () => {
	test('the example of the specification opens with its key', async () => {
		const opened = await openNote(specified.note, [readKey(specified.key)])
		expect(opened).toMatchObject({ ok: true, value: { text: 'This is an example message.\n', unknown: [] } })
	})

	test('the note of Go’s documentation opens, and its secret key signs the same line here', async () => {
		const opened = await openNote(`${documented.text}\n${documented.lines.join('')}`, [
			readKey(documented.key),
		])
		expect(opened).toMatchObject({
			ok: true,
			value: { text: documented.text, unknown: [{ name: 'EnochRoot' }] },
		})
		const signer = await makeSigner('PeterNeumann', 'ed25519', documented.secret)
		const signatures = [await signNote(documented.text, signer)]
		expect(formatNote({ text: documented.text, signatures })).toBe(
			`${documented.text}\n${documented.lines[0] ?? ''}`,
		)
	})

	test('a cosignature of the specification is taken apart as it says', () => {
		const parsed = parseNote(
			'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
				'— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
				'— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n',
		)
		if (!parsed.ok) throw new Error('the example is well formed')
		const [, line] = parsed.value.signatures
		expect(line).toMatchObject({ name: 'witness.example.com/w1', id: 0x8d66cf3f })
		expect(Buffer.from(line?.bytes ?? []).readBigUInt64BE()).toBe(1_679_315_147n)
		expect(parseCheckpoint(parsed.value.text)).toMatchObject({
			ok: true,
			value: { origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] },
		})
	})
})
