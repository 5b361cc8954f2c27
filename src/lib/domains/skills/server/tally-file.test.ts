import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openTallyFile } from './tally-file.ts'

const makePath = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-tally-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	return join(folder, 'classroom', 'tallies.json')
}
const sheet = (number: string) => ({
	number,
	topic: 'bullying',
	form: 'a' as const,
	answers: new URLSearchParams('q1=a'),
})

test('openTallyFile() counts a sheet once, however often its page is loaded', () => {
	const tallies = openTallyFile(makePath())
	expect(tallies.add(sheet('aaaaaaaaaaaa'))).toBe(true)
	expect(tallies.add(sheet('aaaaaaaaaaaa'))).toBe(false)
	expect(tallies.add(sheet('bbbbbbbbbbbb'))).toBe(true)
	expect(tallies.read()[0]?.sheets).toBe(2)
})

test('openTallyFile() counts no sheet without a number of ours', () => {
	const tallies = openTallyFile(makePath())
	for (const number of ['', 'x', '../../etc/pass', 'AAAAAAAAAAAA'])
		expect(tallies.add(sheet(number))).toBe(false)
	expect(tallies.read()).toEqual([])
})

test('openTallyFile() finds what was counted before it was closed, and only its owner can read it', () => {
	const path = makePath()
	openTallyFile(path).add(sheet('aaaaaaaaaaaa'))
	expect(openTallyFile(path).read()[0]?.sheets).toBe(1)
	if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
	expect(readFileSync(path, 'utf8')).not.toContain('aaaaaaaaaaaa')
})

test('openTallyFile() leaves a file that is not its own alone', () => {
	const path = makePath()
	openTallyFile(path).add(sheet('aaaaaaaaaaaa'))
	writeFileSync(path, '{"a":1}')
	expect(() => openTallyFile(path)).toThrow('not a file of ours')
	expect(readFileSync(path, 'utf8')).toBe('{"a":1}')
})

test('openTallyFile() scores sheets of a quiz that it knows', () => {
	const right = { a: ['a', 'b', 'c', 'a', 'b'], b: ['a', 'a', 'a', 'a', 'a'] } as const
	const tallies = openTallyFile(makePath(), (topic) =>
		topic === 'bullying' ? { right: { a: [...right.a], b: [...right.b] } } : undefined,
	)
	tallies.add(sheet('aaaaaaaaaaaa'))
	tallies.add({ ...sheet('bbbbbbbbbbbb'), topic: 'unknown' })
	expect(tallies.read().map(({ scores }) => scores)).toEqual([[0, 1, 0, 0, 0, 0], undefined])
})
