import type { Block, Cell, Chapter, Line, Table } from '#ui/paper'
import type { Instrument } from '../../../corpus/instrument.ts'
import type { StudyInstrument } from '../../study.ts'
import { countBlanks, toDay, toFound, toLines, toNotes } from '../cells.ts'
import type { Edition } from '../edition.ts'
import type { StudyWords } from '../study-words.ts'

const toName = (words: StudyWords, { name, notes }: Instrument): Cell =>
	toLines(words.line(name, 'bold'), toNotes(words, notes))

const toStatus = (words: StudyWords, { status }: Instrument): string =>
	words.t(`law.study.status.${status.is}`)

const toSure = (words: StudyWords, { confidence, questions }: Instrument): Cell =>
	toLines(
		{ text: words.t(`law.study.sure.${confidence}`) },
		questions.length === 0 ? [] : [{ text: words.list(questions), look: 'small' }],
	)

const toIssue = (words: StudyWords, edition: 'ar' | 'fr', { bulletin }: Instrument): Line => {
	const { number, day, page } = bulletin[edition]
	const parts = [
		number && day
			? words.t('law.study.bulletin.issue', { number: words.code(number), day: words.day(day) })
			: (number && words.code(number)) || (day && words.day(day)),
		page && words.t('law.study.bulletin.page', { page }),
	].filter((part) => typeof part === 'string' && part !== '')
	const issue = parts.length > 0 ? words.list(parts as string[]) : words.t('law.study.none')
	return {
		text: words.t(`law.study.bulletin.${edition}`, { issue }),
		...(parts.length === 0 && { look: 'blank' as const }),
	}
}

const toNational = (words: StudyWords, instrument: Instrument): Cell[] => [
	toName(words, instrument),
	toStatus(words, instrument),
	toLines(
		toFound(words, instrument.promulgation.reference && words.code(instrument.promulgation.reference)),
		toDay(words, instrument.promulgation.day),
	),
	toLines(toIssue(words, 'ar', instrument), toIssue(words, 'fr', instrument)),
	toLines(toDay(words, instrument.inForce)),
	toSure(words, instrument),
]

const toApproval = (words: StudyWords, { treaty }: Instrument): Cell => {
	const { approval, publication } = treaty ?? {}
	const lines = [
		approval?.law && words.t('law.study.approval.law', { number: words.code(approval.law) }),
		approval?.dahir && words.t('law.study.approval.dahir', { number: words.code(approval.dahir) }),
		publication?.reference &&
			words.t('law.study.approval.published', { number: words.code(publication.reference) }),
		publication?.day && words.day(publication.day),
	].filter((line) => typeof line === 'string' && line !== '')
	return toLines(lines.length > 0 ? lines.map((text) => ({ text: text as string })) : toFound(words, null))
}

const toTreaty = (words: StudyWords, instrument: Instrument): Cell[] => [
	toName(words, instrument),
	toStatus(words, instrument),
	toLines(toDay(words, instrument.treaty?.adopted)),
	toLines(toDay(words, instrument.treaty?.signed)),
	toLines(toDay(words, instrument.treaty?.deposited)),
	toApproval(words, instrument),
	toLines(toDay(words, instrument.inForce)),
	toSure(words, instrument),
]

const toPlan = (words: StudyWords, instrument: Instrument): Cell[] => [
	toName(words, instrument),
	toStatus(words, instrument),
	toLines(words.line(instrument.says)),
	toSure(words, instrument),
]

const heads = {
	national: ['number', 'instrument', 'status', 'promulgation', 'bulletin', 'force', 'sure'],
	treaties: ['number', 'instrument', 'status', 'adopted', 'signed', 'deposited', 'approval', 'force', 'sure'],
	plans: ['number', 'instrument', 'status', 'says', 'sure'],
} as const
const cells = { national: toNational, treaties: toTreaty, plans: toPlan }
const parts = ['national', 'treaties', 'plans'] as const

/** One table of each kind of instrument, numbered through. */
const makeTables = ({ study, words }: Edition): (Table & { title: string })[] => {
	let number = 0
	return parts.map((part) => ({
		title: words.t(`law.study.instruments.${part}`),
		table: part,
		caption: words.t(`law.study.instruments.${part}`),
		head: heads[part].map((column) => words.t(`law.study.head.${column}`)),
		rows: study.instruments[part].map(({ instrument }) => {
			number += 1
			return [String(number), ...cells[part](words, instrument)]
		}),
	}))
}

/** Every instrument with its days, and what nobody has found about it. */
export const makeInstruments = (edition: Edition): Chapter => {
	const { study, words } = edition
	const tables = makeTables(edition)
	const all: StudyInstrument[] = parts.flatMap((part) => study.instruments[part])
	const count = (is: StudyInstrument['state']['is']): number =>
		all.filter(({ state }) => state.is === is).length
	return {
		title: words.t('law.study.instruments'),
		wide: true,
		blocks: [
			{
				text: words.t('law.study.instruments.intro', {
					day: words.day(study.day),
					force: count('in-force'),
					not: count('not-yet'),
					unknown: count('unknown'),
					blanks: tables.reduce((sum, { rows }) => sum + countBlanks(rows), 0),
				}),
			},
			...tables.flatMap(({ title, ...table }): Block[] => [{ heading: title, level: 2 }, table]),
		],
	}
}
