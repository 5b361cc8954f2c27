/** Files that came with a report, for who may open it: each look is written down and counted before anything is handed out. */
import { AppError } from '#base'
import { getRest, getSeverity } from '#domains/cases'
import { noteAttached, noteExposure, type AttachedFile } from '#domains/cases/server'
import { error, type RequestEvent } from '@sveltejs/kit'
import { getDesk, getId, getToday, getTodaysExposure } from './cases.ts'
import { requireMay } from './desk.ts'
import { getDeskRules } from './rules.ts'

/** The file of an address: case, then report and part, `<id>.<part>`. Whether there is one is asked after whether it may be. */
const readFile = ({ params }: RequestEvent): AttachedFile => {
	const [, report = '', part = '0'] = /^([0-9a-f-]{36})\.([1-9])$/u.exec(params['attachment'] ?? '') ?? []
	return { id: getId(params['id'] ?? ''), report, part: Number(part) }
}

/**
 * Writes a look at a file down. `level`: a picture that is open already is seen more clearly.
 * @throws AppError as `noteAttached()`, `wellness.rest` when the person's day is full; HttpError 403, 404
 */
export const lookAt = async (event: RequestEvent, level?: number): Promise<AttachedFile> => {
	const staff = requireMay(event, 'list', 'case')
	const file = readFile(event)
	if (getRest(await getTodaysExposure(staff.id), 0, getDeskRules().exposure) === 'rest')
		throw new AppError('wellness.rest', 409, 'opening a file: the day of this person is full')
	const desk = getDesk()
	const found = await noteAttached(desk, file, staff, level)
	if (!found) error(404, 'page.not-found')
	const { category } = found
	const seen =
		level === undefined
			? { items: 1, severity: category ? getSeverity(category) : 1 }
			: { items: 0, severity: 1 }
	await noteExposure(desk.db, staff.id, getToday(), { minutes: 0, ...seen })
	return file
}
