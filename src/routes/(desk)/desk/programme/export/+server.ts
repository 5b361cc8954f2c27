import { Readable } from 'node:stream'
import { exportCsv, exportOds, exportTables } from '#domains/programme/plan/files/server'
import { exportSessions } from '#domains/programme/sessions/export/server'
import { getPlanDesk } from '#server/desk/programme/plan-desk'
import { requireMay } from '#server/desk/session'
import { getSessionDesk } from '#server/process/programme/session-desk'
import { error, type RequestHandler } from '@sveltejs/kit'

const sheets = 'application/vnd.oasis.opendocument.spreadsheet'

/** All that this person may read of the plan, as a file: `?table=plan` as text, `?table=sessions` page
 * by page, without it every table of the plan as one spreadsheet. */
export const GET: RequestHandler = async (event) => {
	const staff = requireMay(event, 'export', 'programme')
	const { db } = getPlanDesk()
	const asked = event.url.searchParams.get('table')
	const send = (body: BodyInit, name: string, type: string): Response =>
		new Response(body, {
			headers: {
				'content-type': type,
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'no-store',
			},
		})
	if (asked === null) return send(await exportOds(db, staff), 'thiqa-plan.ods', sheets)
	if (asked === 'sessions') {
		const pieces = exportSessions(getSessionDesk().db, requireMay(event, 'read', 'session'))
		const bytes = Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream
		return send(bytes, 'thiqa-sessions.csv', 'text/csv; charset=utf-8')
	}
	const table = exportTables.find((one) => one === asked)
	if (!table) return error(404, 'page.not-found')
	return send(await exportCsv(db, staff, table), `thiqa-${table}.csv`, 'text/csv; charset=utf-8')
}
