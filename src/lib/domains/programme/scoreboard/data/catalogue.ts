/** The catalogue of the open data: one dataset a table. */
import type { Catalogue, CatalogueDataset } from '#tools/open-data/dcat'
import { findSpan } from '../../places/index.ts'
import { addDays } from '#base'
import { listShownActions } from '../board.ts'
import type { Frozen } from '../frozen.ts'
import { dataTables } from './tables.ts'

type Around = {
	origin: string
	/** Civil day on which it was made. */
	day: string
	/** Bytes of each table. */
	bytes: Readonly<Record<string, number>>
}

/** The first and the last day that numbers speak of. */
const findTime = ({ published }: Frozen): CatalogueDataset['temporal'] => {
	const spans = published.figures.flatMap(({ period }) => findSpan(period) ?? [])
	const from = spans.map((span) => span.from).sort()[0]
	const until = spans
		.map((span) => span.until)
		.sort()
		.at(-1)
	return from === undefined || until === undefined ? undefined : { from, to: addDays(until, -1) }
}

/** Day on which the first line of a table came out, as far as its lines tell; a plan has no day of its own. */
const getIssued = ({ published, ledger, board }: Frozen, table: string): string | undefined => {
	const days: Readonly<Record<string, readonly (string | undefined)[]>> = {
		figures: published.figures.map(({ publishedOn }) => publishedOn),
		errata: published.figures.flatMap(({ errata }) => errata.map(({ on }) => on)),
		targets: published.targets.flatMap(({ agreedOn, before }) => [
			agreedOn,
			...before.map((one) => one.agreedOn),
		]),
		ledger: ledger.map(({ born }) => born),
	}
	return (days[table] ?? listShownActions(board).map(({ changedOn }) => changedOn))
		.filter((one) => one !== undefined)
		.sort()[0]
}

/** All tables as datasets. */
export const makeDataCatalogue = (frozen: Frozen, { origin, day, bytes }: Around): Catalogue => {
	const base = `${origin}/programme`
	return {
		id: `${base}/catalogue`,
		homepage: `${origin}/en/programme/data`,
		title: {
			ar: 'البرنامج الوطني لحماية الأطفال على الإنترنت',
			fr: 'Programme de protection des enfants en ligne',
			en: 'Programme to protect children online',
		},
		description: {
			fr: 'Promesses, états, nombres avec leur incertitude, errata.',
			en: `${frozen.board.isInvented ? 'Invented, for a demonstration. ' : ''}Promises, states, numbers with their uncertainty, errata.`,
		},
		publisher: { id: `${origin}/#thiqa`, name: 'Thiqa' },
		licence: 'https://creativecommons.org/licenses/by/4.0/',
		languages: ['ar', 'fr', 'en', 'zgh'],
		modified: day,
		datasets: dataTables.map(({ name, title, description }) => ({
			id: `${base}/${name}`,
			title: { en: title },
			description: { en: description },
			keywords: ['child protection', 'Morocco', 'awareness', name],
			issued: getIssued(frozen, name) ?? day,
			modified: day,
			temporal: name === 'figures' ? findTime(frozen) : undefined,
			distributions: [
				{
					id: `${base}/${name}#csv`,
					href: `${base}/${name}.csv`,
					title: `${title}, CSV`,
					mediaType: 'text/csv',
					bytes: bytes[name] ?? 0,
				},
			],
		})),
	}
}
