/**
 * Voices for the six cards of children (docs/voice.md): `npm run voice` lists what waits for a recording, `npm run voice -- sheet FOLDER` writes
 * the scripts as PDF, one a language, and `npm run voice -- take FOLDER` takes recordings in and says what is wrong with the others.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../src/lib/base/index.ts'
import { buildLibrary } from '../src/lib/domains/guide/index.ts'
import { findFiles } from './find-files.ts'
import { isRecorded, listCardsToRead } from './voice/cards-to-read.ts'
import { findDecoder } from './voice/decode.ts'
import { makeScriptSheet } from './voice/script-sheet.ts'
import { takeRecordings } from './voice/take.ts'

const root = join(import.meta.dirname, '..')
const library = buildLibrary(
	new Map(findFiles('content/**/*.{md,yaml}').map((file) => [file, readFileSync(join(root, file), 'utf8')])),
)
const cards = listCardsToRead(library)
const waiting = cards.filter((card) => !isRecorded(card, root))
const [command, folder] = process.argv.slice(2)

const list = (): void => {
	for (const { name, say } of waiting) console.log(`${name}.opus\t${say}`)
	for (const language of languages) {
		const own = cards.filter((card) => card.language === language)
		const open = waiting.filter((card) => card.language === language)
		console.log(`${language}: ${own.length - open.length} of ${own.length} recorded, ${open.length} wait`)
	}
}

const write = (into: string): void => {
	mkdirSync(into, { recursive: true })
	for (const language of languages) {
		const open = waiting.filter((card) => card.language === language)
		const file = join(into, `voice-${language}.pdf`)
		writeFileSync(file, makeScriptSheet(library, open, { language, at: new Date() }))
		console.log(`${file}: ${open.length} sentences`)
	}
}

const take = async (from: string): Promise<void> => {
	const decoder = await findDecoder()
	console.log(
		decoder
			? `loudness is measured with ${decoder.name}`
			: 'loudness is not measured: this machine has neither ffmpeg nor a Chromium that decodes',
	)
	const taken = await takeRecordings({ folder: from, root, cards, decoder })
	await decoder?.close()
	for (const { file, faults } of taken)
		console.log(
			faults.length === 0 ? `${file}: taken` : faults.map((fault) => `${file}: ${fault}`).join('\n'),
		)
	if (taken.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}

if (command === undefined) list()
else if (command === 'sheet' && folder !== undefined) write(folder)
else if (command === 'take' && folder !== undefined) await take(folder)
else {
	console.error('Use: npm run voice, npm run voice -- sheet FOLDER, npm run voice -- take FOLDER')
	process.exitCode = 2
}
