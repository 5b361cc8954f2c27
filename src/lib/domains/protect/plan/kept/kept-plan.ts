import { failed, ok, type Result } from '#base'
import { parseFamily, type Family } from '../family/family.ts'
import { isDay } from '../plan-day.ts'

/** State of each step; a step that is not begun is not named. */
export type Ticks = Readonly<Record<string, 'done' | 'verified'>>

/** Data that a family keeps in a file: from it the plan is made again. */
export type KeptPlan = { day: string; family: Family; ticks: Ticks }

/** Bytes of a kept file, at most. */
export const mostKeptBytes = 200_000

/** Most steps that a kept file may name. */
const mostTicks = 60

const mark = 'thiqa-family-plan'
const opening = `<script type="application/json" id="${mark}">`
const closing = '</script>'

/** The block of data in a kept file: characters that could end it are escaped. */
export const toKeptBlock = ({ day, family, ticks }: KeptPlan): string =>
	opening + JSON.stringify({ kind: mark, day, family, ticks }).replaceAll('<', '\\u003c') + closing

const findBlock = (text: string): string | undefined => {
	const from = text.indexOf(opening)
	if (from < 0 || text.indexOf(opening, from + 1) >= 0) return undefined
	const to = text.indexOf(closing, from)
	return to < 0 ? undefined : text.slice(from + opening.length, to)
}

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown
	} catch {
		return undefined
	}
}

const isTicks = (input: unknown): input is Ticks => {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) return false
	const entries = Object.entries(input)
	return (
		entries.length <= mostTicks &&
		entries.every(([id, tick]) => /^[a-z\d-]{1,40}$/u.test(id) && (tick === 'done' || tick === 'verified'))
	)
}

/**
 * Reads a kept file. Only its block of data is looked at, and only known ids, counts and a day come out of it: whatever
 * else stands in the file is neither shown nor run.
 */
export const parseKeptPlan = (text: string): Result<KeptPlan> => {
	if (text.length > mostKeptBytes)
		return failed({ path: 'size', message: `must be ${mostKeptBytes} bytes at most` })
	const block = findBlock(text)
	if (block === undefined) return failed({ path: 'file', message: 'must hold one block of a kept plan' })
	const data = parseJson(block)
	if (typeof data !== 'object' || data === null)
		return failed({ path: 'file', message: 'must hold a block that is JSON' })
	const { kind, day, family, ticks, ...more } = data as Record<string, unknown>
	if (kind !== mark || Object.keys(more).length > 0)
		return failed({ path: 'file', message: 'must be a kept plan and nothing else' })
	if (!isDay(day)) return failed({ path: 'day', message: 'must be a day' })
	if (!isTicks(ticks)) return failed({ path: 'ticks', message: 'must be ticks by step' })
	const parsed = parseFamily(family)
	return parsed.ok ? ok({ day, family: parsed.value, ticks }) : parsed
}

/** Counts the steps that are seen to be on. No score: only what is left to do. */
export const countVerified = (ids: readonly string[], ticks: Ticks): number =>
	ids.filter((id) => ticks[id] === 'verified').length
