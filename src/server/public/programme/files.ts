/** Files of the programme's open data by their names, each made once for what is published now. */
import { createHash } from 'node:crypto'
import { getLanguage, languages, type Language } from '#base'
import {
	dataTables,
	makeActivities,
	makeAdx,
	makeCalendarDays,
	makeDataCatalogue,
	makeDxf2,
	makeFeed,
	toTable,
} from '#domains/programme/scoreboard/data'
import type { Value } from '#domains/programme/figures'
import { toCalendarFile } from '#tools/files/icalendar'
import { toDataPackage } from '#tools/open-data/data-package'
import { toJsonLd, toTurtle } from '#tools/open-data/dcat'
import { dxf2Schema } from '#tools/open-data/dxf2'
import { createWords } from '#ui/words'
import { getHourBuilt, makeOnce, type BuiltBoard } from '../scoreboard.ts'

type Make = (built: BuiltBoard, origin: string) => string
type File = { type: string; make: Make }

const csv: Readonly<Record<string, File>> = Object.fromEntries(
	dataTables.map((table) => [
		`${table.name}.csv`,
		{ type: 'text/csv', make: ({ frozen }: BuiltBoard) => toTable(table, frozen) },
	]),
)

const getTable = (built: BuiltBoard, name: string): string =>
	makeOnce(built, `${name}.csv`, ({ frozen }) => {
		const table = dataTables.find((one) => one.name === name)
		return table ? toTable(table, frozen) : ''
	})

const countBytes = (built: BuiltBoard): Record<string, number> =>
	Object.fromEntries(dataTables.map(({ name }) => [name, Buffer.byteLength(getTable(built, name))]))

const makePackage: Make = (built, origin) =>
	toDataPackage({
		name: 'thiqa-programme',
		title: 'Programme to protect children online',
		description: `${built.frozen.board.isInvented ? 'Invented, for a demonstration. ' : ''}Promises, states, numbers with their uncertainty, errata. An empty cell is a missing value.`,
		version: built.frozen.version,
		created: built.builtAt,
		homepage: `${origin}/en/programme/data`,
		licence: {
			name: 'CC-BY-4.0',
			path: 'https://creativecommons.org/licenses/by/4.0/',
			title: 'Creative Commons Attribution 4.0',
		},
		tables: dataTables.map((table) => {
			const text = getTable(built, table.name)
			return {
				name: table.name,
				title: table.title,
				description: table.description,
				fields: table.fields,
				key: table.key,
				path: `${table.name}.csv`,
				...(table.foreign ? { foreign: table.foreign } : {}),
				bytes: Buffer.byteLength(text),
				sha256: createHash('sha256').update(text).digest('hex'),
			}
		}),
	})

const getCatalogue = (built: BuiltBoard, origin: string) =>
	makeDataCatalogue(built.frozen, { origin, day: getHourBuilt(built).day, bytes: countBytes(built) })

const makeNews =
	(language: Language): Make =>
	({ frozen, builtAt }, origin) => {
		const { t, number } = createWords(language)
		const say = ({ status, value, low, high }: Value): string => {
			if (status !== 'shown' || value === undefined)
				return t(`scoreboard.number.${status === 'shown' ? 'withheld' : status}`)
			const interval =
				low === undefined || high === undefined
					? t('scoreboard.number.exact')
					: t('scoreboard.number.between', { low: number(low), high: number(high) })
			return `${number(value)} (${interval})`
		}
		const invented = frozen.board.isInvented ? `${t('scoreboard.invented')} ` : ''
		const words = {
			title: t('scoreboard.feed'),
			subtitle: invented + t('scoreboard.feed.text'),
			say,
			sayNew: (name: string, n: number) => t('scoreboard.feed.new', { name, n }),
		}
		return makeFeed(frozen, { language: getLanguage(language), words, origin, made: builtAt })
	}

const makeCalendar =
	(language: Language): Make =>
	({ frozen, builtAt }, origin) => {
		const { t } = createWords(language)
		const words = {
			due: (title: string) => t('scoreboard.calendar.due', { title }),
			likely: t('scoreboard.evidence.likely'),
			expected: t('campaign.sure.expected'),
		}
		return toCalendarFile(makeCalendarDays(frozen, { language, words, origin }), builtAt)
	}

const makeJson: Make = ({ frozen, builtAt }) =>
	`${JSON.stringify({ made: builtAt, version: frozen.version, ...frozen.board, ...frozen.published, ledger: frozen.ledger })}\n`

const files: Readonly<Record<string, File>> = {
	...csv,
	'programme.json': { type: 'application/json', make: makeJson },
	'datapackage.json': { type: 'application/json', make: makePackage },
	'iati.xml': {
		type: 'application/xml',
		make: (built, origin) => makeActivities(built.frozen, built.builtAt, origin),
	},
	'adx.xml': { type: 'application/xml', make: ({ frozen, builtAt }) => makeAdx(frozen, builtAt) },
	'dxf2.json': { type: 'application/json', make: ({ frozen }) => makeDxf2(frozen) },
	'dxf2.schema.json': {
		type: 'application/schema+json',
		make: () => `${JSON.stringify(dxf2Schema, undefined, '\t')}\n`,
	},
	'catalogue.ttl': { type: 'text/turtle', make: (built, origin) => toTurtle(getCatalogue(built, origin)) },
	'catalogue.jsonld': {
		type: 'application/ld+json',
		make: (built, origin) => toJsonLd(getCatalogue(built, origin)),
	},
	...Object.fromEntries(
		languages.flatMap((language): [string, File][] => [
			[`feed.${language}.atom`, { type: 'application/atom+xml', make: makeNews(language) }],
			[`calendar.${language}.ics`, { type: 'text/calendar', make: makeCalendar(language) }],
		]),
	),
}

/** Names of all files. */
export const programmeFiles: readonly string[] = Object.keys(files)

/**
 * A file as it is sent, with its type; `undefined` for a name that is none.
 *
 * @param origin - of the website as it was asked for
 */
export const findProgrammeFile = (
	built: BuiltBoard,
	name: string,
	origin: string,
): { text: string; type: string } | undefined => {
	const file = Object.hasOwn(files, name) ? files[name] : undefined
	if (!file) return undefined
	const key = name.endsWith('.csv') ? name : `${name} ${origin}`
	return { text: makeOnce(built, key, () => file.make(built, origin)), type: file.type }
}
