/** `npm run fuzz:keep [TARGET]`: of all inputs at hand keeps the fewest and shortest that reach as much, in `fuzz/corpus/`. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleTarget, listTargets, runEngine, writeSeeds } from './fuzz/run-target.ts'

const name = process.argv[2]
mkdirSync('.cache', { recursive: true })
for (const target of listTargets().filter((one) => name === undefined || one === name)) {
	const folder = mkdtempSync('.cache/fuzz-keep-')
	const [least, found, kept] = [
		join(folder, 'least'),
		`.cache/fuzz-corpus/${target}`,
		`fuzz/corpus/${target}`,
	]
	mkdirSync(least)
	await writeSeeds(target, found)
	const { status, said } = await runEngine({
		bundle: await bundleTarget(`fuzz/${target}.ts`, folder),
		corpora: [least, found, ...(existsSync(kept) ? [kept] : [])],
		found: join(folder, 'found'),
		engine: ['-merge=1'],
	})
	if (status === 0) {
		rmSync(kept, { recursive: true, force: true })
		cpSync(least, kept, { recursive: true })
		console.log(`${target}: ${readdirSync(kept).length} inputs`)
	} else {
		console.error(`${target}: ${said.slice(-2000)}`)
		process.exitCode = 1
	}
	rmSync(folder, { recursive: true, force: true })
}
