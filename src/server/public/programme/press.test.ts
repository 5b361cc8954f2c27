import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCounter } from '#domains/programme/counting'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'
import { setCounter } from '#server/process/counting/counter'
import { makePressWork, takePress } from './press.ts'

const begin = () => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-press-'))
	vi.stubEnv('DATA_DIR', folder)
	onTestFinished(() => {
		vi.unstubAllEnvs()
		rmSync(folder, { recursive: true })
	})
	const facts = { provinces: [], regions: ['MA-09'], topics: [] }
	const counter = createCounter({ facts, zone: 'Africa/Casablanca' })
	setCounter(counter)
	return () =>
		counter
			.takeSheets()
			.flatMap(({ cells, added }) =>
				cells.filter((name, at) => added[at] !== 0 && name.startsWith('protected')),
			)
}
const press = { area: 'MA-09', protection: 'filter', bit: 1 }
const pad = (message: object): string => JSON.stringify(message).padEnd(1024)

test('a press with its work is counted once, whoever sends it again', async () => {
	const take = begin()
	const work = await solveChallenge(await makePressWork())
	expect(JSON.stringify({ work, press }).length).toBeLessThanOrEqual(1024)
	expect(await takePress(pad({ work, press }))).toBe(true)
	expect(await takePress(pad({ work, press }))).toBe(false)
	expect(take()).toEqual(['protected:MA-09/filter/1'])
})

test('a press without work, of another form or too long is not', async () => {
	const take = begin()
	const { signature } = await makePressWork()
	for (const text of [
		'',
		'{',
		'null',
		pad({ press }),
		pad({ work: signature, press }),
		pad({ work: signature, press: { ...press, bit: 2 } }),
		pad({ work: signature, press }).padEnd(1025),
	])
		expect(await takePress(text), text.trim()).toBe(false)
	expect(take()).toEqual([])
})
