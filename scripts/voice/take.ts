import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CardToRead } from './cards-to-read.ts'
import { checkRecording } from './check-recording.ts'
import type { Decoder } from './decode.ts'

/** A recording of the folder: the faults for which it was left, or none. */
export type Taken = { file: string; faults: readonly string[] }

type Taking = { folder: string; root: string; cards: readonly CardToRead[]; decoder: Decoder | undefined }

/** Takes in what is right, with its note of consent; the rest stays where it is. */
export const takeRecordings = async ({ folder, root, cards, decoder }: Taking): Promise<Taken[]> => {
	const taken: Taken[] = []
	for (const file of readdirSync(folder).sort()) {
		if (file.endsWith('.consent.yaml')) continue
		const card = cards.find(({ name }) => file === `${name}.opus`)
		if (!card) {
			taken.push({ file, faults: ['is named after no card: the sheet has the names, as bullying-ar-1.opus'] })
			continue
		}
		const from = join(folder, file)
		const note = join(folder, `${basename(file, '.opus')}.consent.yaml`)
		const bytes = readFileSync(from)
		const faults = checkRecording({
			file: bytes,
			samples: await decoder?.decode(bytes),
			consent: existsSync(note) ? readFileSync(note, 'utf8') : undefined,
		})
		if (faults.length === 0) {
			mkdirSync(join(root, dirname(card.recording)), { recursive: true })
			copyFileSync(from, join(root, card.recording))
			copyFileSync(note, join(root, card.note))
		}
		taken.push({ file, faults })
	}
	return taken
}
