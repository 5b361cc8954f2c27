/**
 * Checks all content against docs/writing.md and prints what is wrong as file:line: reason; exit code 1 then.
 * `npm run content` also runs the tests that read content (`tests/content`); with `--lang ar bullying` it shows one language and some topics only.
 * `npm run content -- --sign <row>|all [--by "name, profession"]` keeps the sentences with which answers say a row, `-- --to-sign` prints what waits.
 * `npm run content -- --safety` prints the parity table: which message stands in how many texts of each language; exit code 1 at a gap.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { buildDeskContent } from '../src/lib/domains/cases/answers/index.ts'
import {
	buildLibrary,
	cardCount,
	checkSafety,
	ContentError,
	findWordings,
	getSafetyTexts,
	isStale,
	safetyFolder,
} from '../src/lib/domains/guide/index.ts'
import { buildLaw } from '../src/lib/domains/law/index.ts'
import { buildPlanContent } from '../src/lib/domains/protect/plan/plan-library.ts'
import { buildInstrument } from '../src/lib/domains/programme/trials/instrument/index.ts'
import { buildProtection } from '../src/lib/domains/protect/index.ts'
import { buildDerb } from '../src/lib/domains/derb/index.ts'
import { buildScenes, findCardFaults } from '../src/lib/domains/scenes/index.ts'
import { buildLoops } from '../src/lib/domains/scenes/loops/index.ts'
import { buildSkills } from '../src/lib/domains/skills/index.ts'
import { findFiles } from './find-files.ts'
import { approvedFile, findUnsigned, listToSign, sign } from './safety-approved.ts'
import { getSiteSafetyTexts } from './safety-site.ts'
import { findSafetyGaps } from './safety-table.ts'

const args = process.argv.slice(2)
const safetyAt = args.indexOf('--safety')
const isTable = safetyAt >= 0 && args.splice(safetyAt, 1).length > 0
/** Takes an option and its value out of what was asked. */
const take = (option: string): string | undefined => {
	const at = args.indexOf(option)
	return at >= 0 ? args.splice(at, 2)[1] : undefined
}
/** Set by `npm run content`: the gate runs these tests with all others. */
const testsAt = args.indexOf('--tests')
const hasTests = testsAt >= 0 && args.splice(testsAt, 1).length > 0
const only = take('--lang')
const signed = take('--sign')
const signer = take('--by')
const toSignAt = args.indexOf('--to-sign')
const isToSign = toSignAt >= 0 && args.splice(toSignAt, 1).length > 0
const isShown = (line: string): boolean =>
	(only === undefined || line.includes(`/${only}.md:`) || line.includes(`/${only}.yaml:`)) &&
	(args.length === 0 || args.some((topic) => line.includes(`/${topic}/`)))

const files = new Map(findFiles('content/**/*.{md,yaml}').map((file) => [file, readFileSync(file, 'utf8')]))

const checkAll = (): void => {
	const library = buildLibrary(files)
	const stale = library.pages.filter((page) => isStale(page.checked, new Date()))
	for (const page of stale)
		console.log(
			`stale: content/topics/${page.topic}/${page.audience}/${page.language}.md, checked ${page.checked}`,
		)
	const scenes = buildScenes(new Map([...files].filter(([file]) => file.startsWith('content/scenes/'))))
	const faults = findCardFaults(scenes, library)
	if (faults.length > 0) throw new ContentError(`content cannot be shown:\n${faults.join('\n')}`)
	const derb = buildDerb(files, { scenes, library })
	const loops = buildLoops(files, { scenes, library })
	const skills = buildSkills(files, library)
	const protection = buildProtection(files, library)
	buildPlanContent(files, library)
	const law = buildLaw(files, library)
	const desk = buildDeskContent(files, library)
	buildInstrument(files, library)
	const wrong = [
		...checkSafety(library.safety, getSiteSafetyTexts(library.contacts), ['site']),
		...findUnsigned(files.get(approvedFile), findWordings(library.safety, getSafetyTexts(library))),
	]
	if (wrong.length > 0) throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	console.log(
		`${skills.scenarios.length} scenarios, ${skills.quizzes.length} quizzes, ${skills.lessons.length} lessons: nothing to mend`,
	)
	console.log(`${law.situations.length} situations of the law: nothing to mend`)
	console.log(`${desk.templates.length} answers of the desk: nothing to mend`)
	console.log(`${protection.guides.length} guides, ${protection.proofs.length} proofs: nothing to mend`)
	console.log(
		`${library.pages.length} pages, ${library.contacts.length} doors: nothing to mend, ${stale.length} stale`,
	)
	console.log(
		`${library.cards.length * cardCount} cards for children, ${scenes.all.length} pictures: nothing to mend`,
	)
	console.log(`${derb.length} doors of the street, ${loops.length} loops: nothing to mend`)
	console.log(`${library.safety.length} safety messages: nothing to mend`)
}

/** Keeps, or prints, the sentences with which answers say the rows. */
const approve = (): void => {
	const library = buildLibrary(files)
	const wordings = findWordings(library.safety, getSafetyTexts(library))
	const says = new Map(library.safety.map((message) => [message.id, message.says]))
	if (signed === undefined) return console.log(listToSign(files.get(approvedFile), wordings, says))
	if (signed !== 'all' && !says.has(signed))
		throw new ContentError(`nothing to sign:\n${signed} is not a row`)
	writeFileSync(approvedFile, sign(files.get(approvedFile), wordings, { row: signed, by: signer }))
	console.log(`${approvedFile}: ${signed} kept, by: ${signer ?? 'none'}`)
}

try {
	if (signed !== undefined || isToSign) {
		approve()
		process.exit(0)
	}
	if (isTable) {
		const { table, gaps } = findSafetyGaps(files)
		console.log(table)
		const shown = gaps.filter(isShown)
		console.log([...shown, `${shown.length} gaps`].join('\n'))
		process.exit(shown.length > 0 ? 1 : 0)
	}
	if (![...files.keys()].some((file) => file.startsWith(safetyFolder)))
		throw new ContentError(`content cannot be shown:\n${safetyFolder}:1: holds no message`)
	checkAll()
	if (hasTests && only === undefined && args.length === 0) {
		const asked = ['run', '--project', 'unit', '--reporter=minimal', 'tests/content']
		process.exitCode = spawnSync('vitest', asked, { stdio: 'inherit' }).status ?? 1
	}
} catch (error) {
	if (!(error instanceof ContentError)) throw error
	const lines = error.message.split('\n').slice(1).filter(isShown)
	console.log(lines.join('\n'))
	console.log(`${lines.length} things to mend`)
	process.exit(lines.length > 0 ? 1 : 0)
}
