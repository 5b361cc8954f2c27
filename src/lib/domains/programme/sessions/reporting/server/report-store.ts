/** Numbers that a quarter publishes of its sessions, and the press that asks a second person to publish it. */
import { addDays, AppError } from '#base'
import type { Person } from '#domains/people'
import { compareReport, type Figure } from '../../../figures/index.ts'
import { indicators, propose, readPublished } from '../../../figures/server/index.ts'
import { country, findSpan, type ProgrammePlace } from '../../../places/index.ts'
import { seriesDays } from '../../dosage.ts'
import { listAnswerFigures } from '../../publish-answers.ts'
import { listDosageFigures } from '../../publish-dosage.ts'
import { listSessionFigures } from '../../publish.ts'
import { listClassScores } from '../../review/server/index.ts'
import { listCountedProvinces, listSeries, listSessionCells } from '../../server/index.ts'
import type { QuarterDatabase } from './report-tables.ts'

/** Why a count of sessions is another than the one that came out. */
const reason = {
	ar: 'حصص سُجّلت أو صُحّحت أو سُحبت بعد النشر.',
	fr: 'Séances inscrites, corrigées ou retirées après la publication.',
}

const open = (): AppError => new AppError('figure.open', 409, 'reporting sessions: no quarter that is over')

/**
 * The rows of a quarter as they would be published now; dosage of the series whose nine weeks ended within it.
 *
 * @param before - provinces that had sessions when it came out, or after a correction
 * @throws AppError `figure.open`: it is no quarter
 */
export const readQuarter = async (
	db: QuarterDatabase,
	period: string,
	places: readonly ProgrammePlace[],
	before: readonly string[] = [],
): Promise<Figure[]> => {
	const span = /-Q[1-4]$/u.test(period) ? findSpan(period) : undefined
	if (!span) throw open()
	const begun = { from: addDays(span.from, -seriesDays), until: addDays(span.until, -seriesDays) }
	const [cells, series] = [await listSessionCells(db, span), await listSeries(db, begun)]
	const counted = [...before, ...(await listCountedProvinces(db, span, places))]
	return [
		...listSessionFigures(cells, period, { places, counted }),
		...listDosageFigures(series, { period, until: span.until }, places),
		...listAnswerFigures(await listClassScores(db, span), period),
	]
}

/**
 * Asks a second person to publish a quarter that is over: all of the country at once, since what hides the number of a few hides it everywhere.
 * Counts that were published otherwise are put right by errata in the same question.
 *
 * @param asked - `today`: civil day
 * @returns how many numbers are new, how many are put right, how many of those that come out once would be others today
 * @throws AppError `figure.open`: the quarter is not over; `figure.nothing`: no session was held in it, and none is claimed; `figure.same`: it is published as it stands
 */
export const reportQuarter = async (
	db: QuarterDatabase,
	{ period, places, today }: { period: string; places: readonly ProgrammePlace[]; today: string },
	by: { person: Pick<Person, 'id'>; now: Date },
): Promise<{ fresh: number; corrected: number; stays: number }> => {
	if ((findSpan(period)?.until ?? '9') > today) throw open()
	const published = (await readPublished(db)).figures.filter((figure) => figure.period === period)
	const before = published
		.filter(({ indicator }) => indicator === 'sessions-held')
		.filter(({ value, errata }) => [value, ...errata.map(({ is }) => is.value)].some((one) => (one ?? 0) > 0))
		.map(({ place }) => place)
	const rows = await readQuarter(db, period, places, before)
	const { figures, corrections, stays } = compareReport(rows, { published, indicators }, reason)
	const isEmpty = !rows.some(({ place, value }) => place === country && value !== undefined && value > 0)
	if (isEmpty && corrections.length === 0)
		throw new AppError('figure.nothing', 409, 'reporting sessions: none was held in this quarter')
	if (figures.length + corrections.length === 0)
		throw new AppError('figure.same', 409, 'reporting sessions: this quarter is published as it stands')
	const content = { kind: 'figures', from: 'sessions', figures, corrections } as const
	await propose(db, { content, region: undefined }, by)
	return { fresh: figures.length, corrected: corrections.length, stays }
}
