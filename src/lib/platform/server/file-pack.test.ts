import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../tests/support/child.ts'
import { openPack, writePack } from './file-pack.ts'

const files = Array.from({ length: 20 }, (_, at) => [`f${at}`, Buffer.alloc(100 + at, at)] as const)
const place = (): string => join(makeFolder(), 'files.br')

test('every file is given as it was written, and none that was not', () => {
	const path = place()
	writePack(path, files)
	const pack = openPack(path)
	for (const [name, body] of files)
		expect(pack?.find(name, (read) => ({ body: read }))?.().body).toEqual(body)
	expect(pack?.find('f20', (body) => ({ body }))).toBeUndefined()
	expect(openPack(place()), 'no pack was written').toBeUndefined()
})

test('what was asked for last is held, up to its bytes; the others are read again', () => {
	const path = place()
	writePack(path, files)
	const read: string[] = []
	const pack = openPack(path, 500)
	const ask = (name: string) =>
		pack?.find(name, (body) => {
			read.push(name)
			return { body }
		})?.()
	ask('f0')
	const first = ask('f0')
	expect(read).toEqual(['f0'])
	for (const name of ['f1', 'f2', 'f3']) ask(name)
	expect(ask('f0'), 'four fit').toBe(first)
	ask('f4')
	expect(ask('f0')?.body).toEqual(first?.body)
	expect(read).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f0'])
})

test('a build that is made anew takes nothing from a process that runs', () => {
	const path = place()
	writePack(path, files)
	const get = openPack(path)?.find('f7', (body) => ({ body }))
	rmSync(path)
	writeFileSync(path, 'another build')
	expect(get?.().body).toEqual(Buffer.alloc(107, 7))
})
