/**
 * A crowd: so many reports of danger that some of them are a flood. Each is stored first, as ever, and its page hears that it was; then, out of
 * sight, the device does a little work, and the report rises among those that wait. Nobody is refused, and who cannot do the work is read too.
 */
import { randomUUID } from 'node:crypto'
import type { Challenge } from '#tools/seal/proof-of-work'
import { createMac } from '#platform'
import type { DangerPulse } from './danger-pulse.ts'
import { addCrowded, isCrowded, liftCrowded, type Crowded } from './keep/crowd-store.ts'
import type { NewReport } from './keep/report-store.ts'
import type { FileKey } from './keys/file-key.ts'
import { readFormToken, type FormToken } from './keys/form-token.ts'
import { isDangerWorkDone, makeDangerWork } from './keys/work.ts'
import type { ReportDatabase } from './tables.ts'

export type Crowd = {
	/** Takes note of a report that is stored. */
	note: (report: Pick<NewReport, 'id' | 'lane' | 'sealed'>) => void
	/** True when work is asked for a report. */
	isAsked: (report: string) => boolean
	/** The work for the report of a form, the same each time; `undefined` when none is asked for it. */
	makeWork: (token: string) => Promise<Challenge | undefined>
	/** Lets the report of a form rise. `false`: the work is not that of this report. */
	lift: (token: string, solution: string) => Promise<boolean>
	/** Writes down what is noted. */
	settle: () => Promise<void>
	close: () => Promise<void>
}

type Asked = { perMinute: number; work?: Promise<Challenge> }

/** Reports that work is asked for, at most; those of long ago have had their time. */
const mostAsked = 40_000
/** Milliseconds between two notes to the database. */
const every = 250

const createAsked = () => {
	// Two maps, the older of which goes as a whole.
	let [recent, older] = [new Map<string, Asked>(), new Map<string, Asked>()]
	return {
		find: (report: string): Asked | undefined => recent.get(report) ?? older.get(report),
		add: (report: string, asked: Asked): void => {
			if (recent.size >= mostAsked / 2) [recent, older] = [new Map<string, Asked>(), recent]
			recent.set(report, asked)
		},
	}
}

/** Names for what comes in one minute with one size: drawn anew each minute, and kept no longer. */
const createWaves = () => {
	let waves = { minute: 0, names: new Map<number, string>() }
	return (minute: number, size: number): string => {
		if (waves.minute !== minute) waves = { minute, names: new Map() }
		const name = waves.names.get(size) ?? randomUUID()
		waves.names.set(size, name)
		return name
	}
}

type CrowdOptions = {
	db: ReportDatabase
	key: FileKey
	pulse: DangerPulse
	now: () => Date
	/** Told the error, never a report. */
	onFault: (error: unknown) => void
	/** `false`: no device does work, in an emergency. */
	asksWork?: boolean
}

/** Notes go to the database together, and nobody waits for them: without one, a report stands in the queue as any other. */
const createNotes = ({ db, onFault }: Pick<CrowdOptions, 'db' | 'onFault'>) => {
	let waiting: Crowded[] = []
	let writing = Promise.resolve()
	const settle = (): Promise<void> => {
		const rows = waiting
		waiting = []
		if (rows.length > 0) writing = writing.then(() => addCrowded(db, rows)).catch(onFault)
		return writing
	}
	const timer = setInterval(() => void settle(), every).unref()
	return {
		add: (row: Crowded): void => void waiting.push(row),
		settle,
		close: (): Promise<void> => {
			clearInterval(timer)
			return settle()
		},
	}
}

/** Opens what watches reports of danger. */
export const createCrowd = ({ db, key, pulse, now, onFault, asksWork = true }: CrowdOptions): Crowd => {
	const [tokens, secret] = [createMac(key.derive('form-token')), key.derive('danger-work')]
	const [asked, findWave, notes] = [createAsked(), createWaves(), createNotes({ db, onFault })]
	const read = (text: string): FormToken | undefined => {
		const token = readFormToken(text, 'report', { mac: tokens, now: now() })
		return typeof token === 'string' ? undefined : token
	}
	/** Another process may have stored it. */
	const findAsked = async (report: string): Promise<Asked | undefined> => {
		if (!asked.find(report) && (await isCrowded(db, report))) asked.add(report, { perMinute: Infinity })
		return asked.find(report)
	}
	const toReport = ({ id }: FormToken): string => key.toId('report', id)
	return {
		note: ({ id, lane, sealed }) => {
			const many = lane === 'danger' ? pulse.add() : undefined
			if (!many) return
			if (asksWork) asked.add(id, { perMinute: many.count })
			notes.add({ report: id, wave: findWave(many.minute, sealed.length) })
		},
		isAsked: (report) => asked.find(report) !== undefined,
		makeWork: async (text) => {
			const token = read(text)
			const known = token && asksWork ? await findAsked(toReport(token)) : undefined
			if (!token || !known) return undefined
			return (known.work ??= makeDangerWork(token, { secret, perMinute: known.perMinute }))
		},
		lift: async (text, solution) => {
			const token = read(text)
			if (!token || !(await isDangerWorkDone(solution, token, { secret, now: now() }))) return false
			await notes.settle()
			await liftCrowded(db, toReport(token))
			return true
		},
		settle: notes.settle,
		close: notes.close,
	}
}
