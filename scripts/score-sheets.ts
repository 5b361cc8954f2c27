/**
 * Scores sheets of a study on this machine: `node scripts/score-sheets.ts FILE` prints the table that the desk takes, with how many sheets had each score and
 * nothing of any one of them. `docs/programme/forms.md` says how the file is written.
 */
import { readFileSync } from 'node:fs'
import { parseTypedYaml } from '../src/lib/tools/files/typed-yaml/index.ts'
import { instrumentFrame, scoreSheets } from '../src/lib/domains/programme/trials/instrument/index.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
	console.error('Use: node scripts/score-sheets.ts FILE')
	process.exit(2)
}
const frame = parseTypedYaml(
	readFileSync(new URL('../content/programme/instrument/instrument.yaml', import.meta.url), 'utf8'),
	instrumentFrame,
)
if (!frame.ok)
	throw new Error('reading content/programme/instrument/instrument.yaml: npm run content says why')
const { text, faults, few } = scoreSheets(readFileSync(file, 'utf8'), frame.value)
for (const { line, code } of faults) console.error(`${file}:${line}: ${code}`)
for (const one of few) console.error(`fewer than 8 sheets, left out: ${one}`)
if (faults.length > 0) process.exitCode = 1
else process.stdout.write(text)
