/**
 * Rules of this desk: hours, how long cases are kept, limits of reading. The house's own rules until the operator has set
 * others; read once, when the process starts.
 */
import { AppError, failed, ok, type Issue, type Result } from '#base'
import { defaultSchedule, toSchedule } from '#domains/retention'
import { exposureLimits, toPolicy } from '#domains/wellbeing'
import { getDue } from '#domains/cases/clock'
import { isCategory } from '#domains/cases'
import { library } from '#domains/guide/server'
import type { DeskSettings } from '#platform'
import { heldRules, type DeskRules } from './held-rules.ts'

const makeRules = (given: Pick<DeskRules, 'time' | 'schedule' | 'exposure'>): DeskRules => ({
	...given,
	getAnswerDue: (filed) => getDue('first-answer', filed, given.time),
})

/** Settings that were wanted and do not hold: a limit beyond the house's would be cut, and nobody would notice. */
const findCut = (path: string, wanted: object, held: object): Issue[] =>
	Object.entries(wanted)
		.filter(([name, value]) => typeof value === 'number' && value !== (held as Record<string, unknown>)[name])
		.map(([name]) => ({
			path: `${path}.${name}`,
			message: `wanted ${String((held as Record<string, unknown>)[name])} or what is stricter`,
		}))

/** The rules that an operator's settings make. */
export const buildDeskRules = ({
	hours = 'always',
	retention = {},
	exposure = {},
}: DeskSettings): Result<DeskRules> => {
	const [schedule, policy] = [toSchedule(retention), toPolicy(exposure)]
	const [first, ...rest] = [
		...Object.keys(retention.closedByCategory ?? {})
			.filter((name) => !isCategory(name))
			.map((name) => ({ path: `desk.retention.closedByCategory.${name}`, message: 'wanted a category' })),
		...findCut('desk.retention', retention, schedule),
		...findCut('desk.exposure', exposure, policy),
	]
	if (first) return failed(first, ...rest)
	return ok(makeRules({ time: { calendar: library.calendar, hours }, schedule, exposure: policy }))
}

/** @throws AppError `operator.wrong` naming each wrong setting: the process must not start */
export const setDeskRules = (settings: DeskSettings): void => {
	const built = buildDeskRules(settings)
	if (!built.ok) {
		const lines = built.issues.map(({ path, message }) => `  ${path}: ${message}`)
		throw new AppError('operator.wrong', 500, `Reading operator.yaml: cannot start.\n${lines.join('\n')}`)
	}
	heldRules.put(built.value)
}

export const getDeskRules = (): DeskRules =>
	heldRules.find() ??
	heldRules.put(
		makeRules({
			time: { calendar: library.calendar, hours: 'always' },
			schedule: defaultSchedule,
			exposure: exposureLimits,
		}),
	)
