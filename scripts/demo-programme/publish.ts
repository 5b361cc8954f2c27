/** Acts of the demonstration at the desk, each as its person does it without script: two publish the plan and the numbers of each quarter that is over. */
import { pick, sitAt } from '../demo-exchange/desk.ts'
import { findSpan } from '../../src/lib/domains/programme/places/index.ts'
import { inventedActions } from './plant.ts'
import type { Crew } from './people.ts'

type At = { origin: string; crew: Crew }

/** The actions that are marked as invented: from then on every page of the programme says so. */
export const publishPlan = async ({ origin, crew }: At): Promise<void> => {
	const [lead, second] = [sitAt(origin, crew.lead), sitAt(origin, crew.second)]
	for (const action of inventedActions) {
		await lead.send('/desk/programme?/ask', { action })
		const publication = pick(await second.read('/desk/programme'), /name="publication" value="([^"]+)"/u)
		await second.send('/desk/programme?/decide', { publication, grants: 'yes' })
	}
}

/** The one press of the evaluator, and the agreement of the lead. */
const publishQuarter = async ({ origin, crew }: At, quarter: string): Promise<void> => {
	await sitAt(origin, crew.evaluator).send('/desk/programme/figures?/report', { quarter })
	const lead = sitAt(origin, crew.lead)
	const id = pick(await lead.read('/desk/programme/figures'), /name="id" value="([^"]+)"/u)
	await lead.send('/desk/programme/figures?/decide', { id, grants: 'yes' })
}

/** Quarters of the year before a civil day that are over, the first at the top. */
const listQuarters = (today: string): string[] => {
	const last = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3)
	return [4, 3, 2, 1]
		.map((back) => `${Math.floor((last - back) / 4)}-Q${((last - back) % 4) + 1}`)
		.filter((quarter) => (findSpan(quarter)?.until ?? '9') <= today)
}

/**
 * Publishes the quarters that are over; then a trainer takes a session of the last of them back, and the quarter is reported once more: an erratum.
 *
 * @returns the quarters
 */
export const publishFigures = async (at: At, today: string): Promise<readonly string[]> => {
	const quarters = listQuarters(today)
	for (const quarter of quarters) await publishQuarter(at, quarter)
	const last = quarters.at(-1) ?? ''
	const lead = sitAt(at.origin, at.crew.lead)
	const id = pick(
		await lead.read(`/desk/sessions?quarter=${last}`),
		/href="\/desk\/sessions\/([0-9a-f-]{36})"/u,
	)
	await lead.send(`/desk/sessions/${id}?/takeBack`, { id, revision: '1' })
	await publishQuarter(at, last)
	return quarters
}
