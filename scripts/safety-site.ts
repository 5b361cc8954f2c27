import { report } from '../messages/report/index.ts'
import { byHand } from '../messages/report/by-hand/index.ts'
import { site } from '../messages/site/index.ts'
import { languages } from '../src/lib/base/index.ts'
import { makeSafetyText, type Contact, type SafetyText } from '../src/lib/domains/guide/index.ts'

const everybody = ['child', 'teen', 'adult', 'parent', 'teacher', 'witness'] as const

/** Words of the interface that everybody in trouble meets: help, leaving quickly, the report. */
const spaces = { site, report, 'report/by-hand': byHand }

const toWords = (words: object): string =>
	Object.values(words)
		.filter((one) => typeof one === 'string')
		.join('\n')

const getInterfaceTexts = (): SafetyText[] =>
	Object.entries(spaces).flatMap(([space, inLanguages]) =>
		languages.map((language) => {
			const all = toWords(inLanguages[language])
			return makeSafetyText({
				file: `messages/${space}/${language}.ts`,
				askers: everybody,
				language,
				words: { site: all },
				all,
			})
		}),
	)

const getDoorTexts = (contacts: readonly Contact[]): SafetyText[] =>
	contacts.flatMap(({ id, who, does, hears }) =>
		languages.map((language) => {
			const all = [does[language], hears[language]].join('\n')
			return makeSafetyText({
				file: 'content/country/contacts.yaml',
				part: `${id} ${language}`,
				askers: who,
				language,
				words: { site: all },
				all,
			})
		}),
	)

/** Texts around pages and answers: words of the interface, and what doors say of themselves. */
export const getSiteSafetyTexts = (contacts: readonly Contact[]): SafetyText[] => [
	...getInterfaceTexts(),
	...getDoorTexts(contacts),
]
