import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { makeNoteKey, toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { shellPath } from './bundle.ts'
import { giveRoot, readRoot } from './root.ts'

const make = (type: NoteKey['type'], name = 'thiqa/root') =>
	toVerifierKey(makeNoteKey(name, type, new Uint8Array(32).fill(7)))
const root = make('ed25519')
const toBundle = (page: string) => ({ files: new Map([[shellPath, Buffer.from(page)]]), digest: 'a' })

test('a root is read as the poster has it, with the space that is copied along', () => {
	expect(readRoot(` ${root}\n`)).toBe(root)
})

test.each([
	['nothing', ''],
	['a word', 'root'],
	['a file', 'public/root.pub'],
	['a key whose letter is another', root.replace('thiqa', 'thika')],
	['a key that is cut off', root.slice(0, -1)],
	['the key of a witness', make('cosignature')],
])('%s is no root', (_, text) => {
	expect(() => readRoot(text)).toThrow('--root is not the key of a root')
})

test('the page carries the root, whatever stands in its name, and no other file is touched', () => {
	const page = '<html data-desk-client data-root=""><p>'
	const { files, digest } = giveRoot(toBundle(page), root)
	expect(files.get(shellPath)?.toString()).toBe(`<html data-desk-client data-root="${root}"><p>`)
	expect(digest).toBe('a')
	const hostile = giveRoot(toBundle(page), make('ed25519', '"><script>$&'))
	expect(hostile.files.get(shellPath)?.toString()).toMatch(
		/^<html data-desk-client data-root="&quot;>&lt;script>\$&amp;\+[0-9a-f]{8}\+[\w+/=]+"><p>$/u,
	)
})

test.each(['<html data-desk-client>', '', '<html data-root=""><p data-root="">'])(
	'a page whose code would not look at a root gets none: %s',
	(page) => {
		expect(() => giveRoot(toBundle(page), root)).toThrow('--root is of no use to this release')
	},
)

test('the program refuses a wrong root before it reads or opens anything', () => {
	const { status, stderr, stdout } = spawnSync(
		process.execPath,
		['scripts/desk-client.ts', 'https://thiqa.example', '--bundle', '/not/there', '--root', 'wrong'],
		{ encoding: 'utf8' },
	)
	expect([status, stdout]).toEqual([1, ''])
	expect(stderr).toContain('The desk cannot be opened here: --root is not the key of a root')
})
