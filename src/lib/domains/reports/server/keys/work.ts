/** The proof of work of a report: bound to the token of its form, which is good for one report. Work and token go together. */
import { makeChallenge, verifyWork, type Challenge } from '#tools/seal/proof-of-work'
import { toDangerTries, toTries } from '../flood.ts'
import type { FormToken } from './form-token.ts'

const toForm = (id: string): string => `report-${id.replaceAll('-', '')}`

/** @param waiting - reports that wait to be stored: the more, the more work */
export const makeReportWork = (
	{ id, expires }: FormToken,
	options: { secret: Uint8Array; waiting: number },
): Promise<Challenge> =>
	makeChallenge({
		form: toForm(id),
		secret: options.secret,
		expiresAt: expires,
		tries: toTries(options.waiting),
	})

/** Was the work for this token done? Used once because the token is: its report has one place in the database. */
export const isWorkDone = async (
	solution: string,
	{ id }: FormToken,
	{ secret, now }: { secret: Uint8Array; now: Date },
): Promise<boolean> =>
	(await verifyWork(solution, { form: toForm(id), secret, now, claimOnce: async () => true })).ok

const toDangerForm = (id: string): string => `danger-${id.replaceAll('-', '')}`

/** @param perMinute - reports of danger that came in the same minute: the more, the more work */
export const makeDangerWork = (
	{ id, expires }: FormToken,
	options: { secret: Uint8Array; perMinute: number },
): Promise<Challenge> =>
	makeChallenge({
		form: toDangerForm(id),
		secret: options.secret,
		expiresAt: expires,
		tries: toDangerTries(options.perMinute),
	})

/** Was the work for the report of this token done? Done twice it is done once: the report has one place to rise to. */
export const isDangerWorkDone = async (
	solution: string,
	{ id }: FormToken,
	{ secret, now }: { secret: Uint8Array; now: Date },
): Promise<boolean> =>
	(await verifyWork(solution, { form: toDangerForm(id), secret, now, claimOnce: async () => true })).ok
