/** Files that came with a report, for who may open it: each look is written down and counted before anything is handed out. */
import { noteAttached, type AttachedFile } from '#domains/cases/reading/server'
import { error, type RequestEvent } from '@sveltejs/kit'
import { getDesk, getId } from './case-desk.ts'
import { requireMay } from './session.ts'

/** The file of an address: case, then report and part, `<id>.<part>`. Whether there is one is asked after whether it may be. */
const readFile = ({ params }: RequestEvent): AttachedFile => {
	const [, report = '', part = '0'] = /^([0-9a-f-]{36})\.([1-9])$/u.exec(params['attachment'] ?? '') ?? []
	return { id: getId(params['id'] ?? ''), report, part: Number(part) }
}

/**
 * Writes a look at a file down. `level`: a picture that is open already is seen more clearly.
 * @throws AppError as `noteAttached()`; HttpError 403, 404
 */
export const lookAt = async (event: RequestEvent, level?: number): Promise<AttachedFile> => {
	const staff = requireMay(event, 'list', 'case')
	const file = readFile(event)
	if (!(await noteAttached(getDesk(), file, staff, level))) error(404, 'page.not-found')
	return file
}
