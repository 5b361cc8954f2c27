import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Language } from '../../src/lib/base/index.ts'
import type { Library } from '../../src/lib/domains/guide/index.ts'

/** A sentence to be read aloud: the name of its file, and where the recording and the note of consent stand once taken. */
export type CardToRead = {
	name: string
	topic: string
	language: Language
	say: string
	recording: string
	note: string
}

/** Every card in every language. In Arabic the sentence is read as it is said here, in Darija, where it is written so. */
export const listCardsToRead = ({ cards }: Pick<Library, 'cards'>): CardToRead[] =>
	languages.flatMap((language) =>
		cards.flatMap(({ topic, cards: own }) =>
			own.map(({ say, darija }, index) => {
				const place = `content/topics/${topic}/children/voice/${language}-${index + 1}`
				return {
					name: `${topic}-${language}-${index + 1}`,
					topic,
					language,
					say: (language === 'ar' ? darija : undefined) ?? say[language],
					recording: `${place}.opus`,
					note: `${place}.consent.yaml`,
				}
			}),
		),
	)

/** True where somebody has recorded the card. */
export const isRecorded = ({ recording }: CardToRead, root: string): boolean =>
	existsSync(join(root, recording))
