import { languages } from '#base'
import type { LawSituation, LawSituationWords } from '../../../corpus/law-situation.ts'
import { fieldsOf, type Field } from './field.ts'
import { makeKind, toGroundFields } from './kind.ts'

const f = fieldsOf<LawSituation>()

const answers = ['says', 'report', 'trouble', 'next', 'parents'] as const
const meanings: Readonly<Record<(typeof answers)[number], string>> = {
	says: 'what the law says',
	report: 'may I report',
	trouble: 'can I get into trouble',
	next: 'what happens next',
	parents: 'do my parents hear of it',
}
const parts = ['law', 'gap', 'complaint'] as const

/** Words for those who live it, in one language, as one field each. */
const toWordFields = (language: (typeof languages)[number]): Field<LawSituation>[] => {
	const text = (name: string, about: string, read: (words: LawSituationWords) => string) =>
		f.text(`${name}_${language}`, `${about} (${language})`, ({ words }) => {
			const own = words[language]
			return own ? read(own) : null
		})
	return [
		text('words_title', 'As the person who lives it would say it', ({ title }) => title),
		...(['children', 'teens'] as const).flatMap((band) =>
			answers.map((answer) =>
				text(`${band}_${answer}`, `For ${band}: ${meanings[answer]}`, (own) => own[band][answer]),
			),
		),
		...parts.map((part) => text(`adults_${part}`, `For adults: ${part}`, ({ adults }) => adults[part])),
		text('adults_they', 'For adults: they', ({ adults }) => adults.they.join(' ')),
		f.list(
			`adults_keep_${language}`,
			`For adults: what to keep as proof (${language})`,
			({ words }) => words[language]?.adults.keep ?? [],
		),
		f.day(
			`words_checked_${language}`,
			`The day on which these words were checked (${language})`,
			({ words }) => words[language]?.checked ?? null,
		),
		...(['native', 'jurist'] as const).map((reader) =>
			f.text(
				`words_${reader}_${language}`,
				`The ${reader} who has read these words and when; null: nobody yet (${language})`,
				({ words }) => {
					const review = words[language]?.review[reader] ?? 'none'
					return review === 'none' ? null : `${review.by}, ${review.on}`
				},
			),
		),
	]
}

/** Situations of people, and the law that answers. */
export const situations = makeKind(
	'situations',
	'What happens to people, the articles that may apply, and words for children, teens and adults',
	(law) => law.situations,
	[
		f.id('id', 'Permanent id', ({ id }) => id),
		...f.texts('name', 'What jurists call it', ({ name }) => name),
		f.list('provisions', 'Ids in provisions', ({ provisions }) => provisions.map(({ id }) => id)),
		f.list('roles', 'When each of these provisions may apply, in the same order', ({ provisions }) =>
			provisions.map(({ role }) => role),
		),
		...f.texts('says', 'What the law says, in our own words', ({ says }) => says),
		...f.texts('cautions', 'What to be careful of', ({ cautions }) => cautions),
		...f.texts('gap', 'What the law does not say yet', ({ gap }) => gap),
		f.list('topics', 'Topics of the website', ({ topics }) => topics),
		f.list('doors', 'Ids in /contacts.json, first the one to go to first', ({ doors }) => doors),
		f.flag(
			'raises_help_panel',
			'Its page shows emergency numbers first',
			({ raisesHelpPanel }) => raisesHelpPanel,
		),
		...languages.flatMap(toWordFields),
		...toGroundFields<LawSituation>(),
	],
)
