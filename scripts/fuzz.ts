/**
 * `npm run fuzz [TARGET] [SECONDS | FILE]`: throws what nobody would write at the code that reads what strangers send. Without a target all
 * of them, a minute each; with a file, that input alone. Ends with 1 when something was found.
 */
import { existsSync } from 'node:fs'
import { bundleTarget, listTargets, runEngine, writeSeeds } from './fuzz/run-target.ts'

const [name, more = '60'] = process.argv.slice(2)
const targets = listTargets().filter((target) => name === undefined || target === name)
if (targets.length === 0) {
	console.error(`no target ${name ?? ''}: ${listTargets().join(', ')}`)
	process.exit(2)
}

const run = async (target: string): Promise<boolean> => {
	const [corpus, kept] = [`.cache/fuzz-corpus/${target}`, `fuzz/corpus/${target}`]
	const isFile = !/^\d+$/u.test(more)
	await writeSeeds(target, corpus)
	const { status, said } = await runEngine({
		bundle: await bundleTarget(`fuzz/${target}.ts`, '.cache/fuzz'),
		corpora: isFile ? [] : [corpus, ...(existsSync(kept) ? [kept] : [])],
		found: `.cache/fuzz-found/${target}`,
		engine: isFile ? [more] : [`-max_total_time=${more}`],
	})
	const last = /^#\d+\s+DONE.*$/mu.exec(said)?.[0] ?? ''
	console.log(
		`${target}: ${status === 0 ? `nothing found. ${last}` : `FOUND (${status})\n${said.slice(-6000)}`}`,
	)
	return status === 0
}

for (const target of targets) if (!(await run(target))) process.exitCode = 1
