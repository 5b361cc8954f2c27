import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatManifest } from '#tools/seal/code-manifest'
import { makeFolder } from '../../tests/support/child.ts'
import { readBundle, shellPath } from './bundle.ts'

const write = (files: Readonly<Record<string, string>>) => {
	const folder = makeFolder()
	mkdirSync(join(folder, '_app'))
	for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
	const digests = Object.entries(files).map(
		([path, text]) => [path, createHash('sha256').update(text).digest('hex')] as const,
	)
	return { folder, manifest: formatManifest(new Map(digests)) }
}

const files = { [shellPath]: '<html>', '/_app/desk.js': 'open()' }

test('files are taken when each has the bytes that the manifest names', () => {
	const { folder, manifest } = write(files)
	const bundle = readBundle(folder, manifest)
	expect(bundle.files.get('/_app/desk.js')?.toString()).toBe('open()')
	expect(bundle.digest).toBe(createHash('sha256').update(manifest).digest('hex'))
	// What was checked is what is given out, whatever becomes of the folder.
	writeFileSync(join(folder, '_app/desk.js'), 'steal()')
	expect(bundle.files.get('/_app/desk.js')?.toString()).toBe('open()')
})

test('every file that was changed or is missing is named, and nothing is opened', () => {
	const { folder, manifest } = write(files)
	writeFileSync(join(folder, '_app/desk.js'), 'steal()')
	expect(() => readBundle(folder, manifest)).toThrow('/_app/desk.js: other bytes than the manifest names')
	rmSync(join(folder, shellPath))
	expect(() => readBundle(folder, manifest)).toThrow(`${shellPath}: not there`)
})

test('a file that the manifest does not name is none of the client', () => {
	const { folder, manifest } = write(files)
	writeFileSync(join(folder, '_app/added.js'), 'steal()')
	expect(readBundle(folder, manifest).files.has('/_app/added.js')).toBe(false)
})

test('a list that is none, or of another thing, is refused', () => {
	const { folder, manifest } = write({ '/_app/desk.js': 'open()' })
	for (const text of [manifest, '', 'hello'])
		expect(() => readBundle(folder, text)).toThrow('does not name desk-client.html')
})
