import { day } from '#base'

/** Counts of people's acts in the public record: by kind, and by who did them. Never a case, never a word. */

/** Number of times that one person did one kind of act within an hour. `by`: the id under which the record holds the person; missing for what nobody did. */
export type ActGroup = { hour: Date; act: string; by: string | undefined; count: number }

/** Acts by which a person sees what was reported, and by which something leaves the desk. */
const openings: readonly string[] = ['case/opened', 'case/attached', 'case/uncovered']
const leavings: readonly string[] = ['case/exported', 'case/noticed', 'case/listed']

/** Number of reports that one person has opened and let leave. */
export type Tracks = {
	by: string
	opened: number
	left: number
	/** Most that was opened within one hour: reading in bulk shows here. */
	mostAnHour: number
	/** Number of times that more were opened in one go than one person may, with a second who agreed. */
	many: number
}

const add = (groups: readonly ActGroup[], acts: readonly string[]): number =>
	groups.filter(({ act }) => acts.includes(act)).reduce((sum, { count }) => sum + count, 0)

/** Acts of a time by kind, the most frequent first. */
export const countKinds = (groups: readonly ActGroup[]): { act: string; count: number }[] =>
	Array.from(
		Map.groupBy(groups, ({ act }) => act),
		([act, of]) => ({ act, count: add(of, [act]) }),
	).sort((a, b) => b.count - a.count || (a.act < b.act ? -1 : 1))

/** Counts by person what was opened or left the desk, who has opened most in an hour first. */
export const findTracks = (groups: readonly ActGroup[]): Tracks[] =>
	Array.from(
		Map.groupBy(groups, ({ by }) => by),
		([by = '', of]) => ({
			by,
			opened: add(of, openings),
			left: add(of, leavings),
			mostAnHour: Math.max(
				...Array.from(
					Map.groupBy(of, ({ hour }) => hour.getTime()),
					([, inHour]) => add(inHour, openings),
				),
			),
			many: add(of, ['case/open-many']),
		}),
	)
		.filter(({ by, opened, left, many }) => by !== '' && opened + left + many > 0)
		.sort((a, b) => b.mostAnHour - a.mostAnHour || b.opened - a.opened || (a.by < b.by ? -1 : 1))

/** Days of a period, both of them in it. */
export type Period = { from: string; to: string }

/** Days that a page counts at most: more is asked for in parts. */
const longest = 92
const usual = 30

const toDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
const isDay = (text: string | null): text is string =>
	text !== null && /^2\d{3}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

/** The period that a query asks for; where it asks for none, the thirty days up to today. One that is too long is cut at its beginning. */
export const readPeriod = (query: URLSearchParams, today: string): Period => {
	const asked = query.get('to')
	const to = isDay(asked) ? toDay(Date.parse(asked)) : today
	const first = query.get('from')
	const from =
		isDay(first) && first <= to ? toDay(Date.parse(first)) : toDay(Date.parse(to) - (usual - 1) * day)
	const earliest = toDay(Date.parse(to) - (longest - 1) * day)
	return { from: from < earliest ? earliest : from, to }
}
