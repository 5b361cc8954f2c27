/** Every parser that strangers reach, fed from the kept corpus by an engine that is guided by what is reached; and a planted fault that it must find. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bundleTarget, listTargets, runEngine } from '../../scripts/fuzz/run-target.ts'

// Inside the project, so that a bundle finds the packages.
mkdirSync('.cache', { recursive: true })
const folder = mkdtempSync('.cache/fuzz-test-')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Inputs after the kept ones: about a second each. A run with a key is dearer. */
const runs: Readonly<Record<string, number>> = { sealed: 300, opening: 1500, form: 1500 }

const runTarget = async (file: string, name: string, corpora: readonly string[], engine: string) => {
	const own = join(folder, name)
	mkdirSync(join(own, 'corpus'), { recursive: true })
	return runEngine({
		bundle: await bundleTarget(file, own),
		corpora: [join(own, 'corpus'), ...corpora],
		found: join(own, 'found'),
		engine: [engine],
	})
}

test.each(listTargets())('%s answers whatever it is given', async (name) => {
	const corpus = `fuzz/corpus/${name}`
	expect(readdirSync(corpus).length).toBeGreaterThan(0)
	const { status, said } = await runTarget(`fuzz/${name}.ts`, name, [corpus], `-runs=${runs[name] ?? 4000}`)
	expect(status, said.slice(-4000)).toBe(0)
	expect(said).toMatch(/^#\d+\s+DONE\s+cov: \d{2,}/mu)
})

test('finds a planted fault that no blind throw would meet, and keeps the input', async () => {
	const planted = join(folder, 'planted.ts')
	// Four bytes one after the other: one in four thousand million by chance, some ten thousand inputs when each step is seen.
	writeFileSync(
		planted,
		`export const fuzz = (data: Buffer): void => {
	if (data[0] === 0x54) if (data[1] === 0x68) if (data[2] === 0x69) if (data[3] === 0x71) throw new Error('planted')
}
`,
	)
	const { status, said } = await runTarget(planted, 'planted', [], '-runs=300000')
	expect(status).not.toBe(0)
	expect(said).toContain('planted')
	const [found = ''] = readdirSync(join(folder, 'planted', 'found'))
	expect(found).toMatch(/^crash-/u)
})

test('what is kept is small', () => {
	const sizes = listTargets().flatMap((name) => {
		const corpus = `fuzz/corpus/${name}`
		return existsSync(corpus) ? readdirSync(corpus).map((file) => statSync(join(corpus, file)).size) : [0]
	})
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000)
})
