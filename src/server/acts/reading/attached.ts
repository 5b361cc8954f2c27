/** Files that came with a report, for who may open it: each look is written down and counted before anything is handed out. */
import { noteAttached, type AttachedFile } from '#domains/cases/reading/server'
import type { Person } from '#domains/people'
import { error } from '@sveltejs/kit'
import { getDesk, getId } from '#server/desk/case-desk'
import type { DeskEvent } from '../desk-action.ts'

/** The file of an address: case, then report and part, `<id>.<part>`. Whether there is one is asked after whether it may be. */
const readFile = ({ params }: DeskEvent): AttachedFile => {
	const [, report = '', part = '0'] = /^([0-9a-f-]{36})\.([1-9])$/u.exec(params['attachment'] ?? '') ?? []
	return { id: getId(params['id'] ?? ''), report, part: Number(part) }
}

/**
 * Writes a look at a file down. `level`: a picture that is open already is seen more clearly.
 * @throws AppError as `noteAttached()`; HttpError 404
 */
export const lookAt = async (event: DeskEvent, staff: Person, level?: number): Promise<AttachedFile> => {
	const file = readFile(event)
	if (!(await noteAttached(getDesk(), file, staff, level))) error(404, 'page.not-found')
	return file
}
