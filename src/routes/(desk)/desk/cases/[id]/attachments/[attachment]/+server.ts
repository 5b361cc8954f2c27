import { Readable } from 'node:stream'
import { findAttachment, readAttachment } from '#domains/reports/server'
import { readConfig } from '#platform'
import { error } from '@sveltejs/kit'
import { lookAt } from '#server/desk/attached'
import { getReportDatabase, tellResponse } from '#server/desk/case-desk'
import type { RequestHandler } from './$types'

/** The sealed bytes of a file that came with a report. They are opened in the browser of who asked, and nowhere else. */
export const POST: RequestHandler = (event) =>
	tellResponse(async () => {
		const { report, part } = await lookAt(event)
		const found = await findAttachment(getReportDatabase(), { report, part })
		if (!found) error(404, 'page.not-found')
		const file = readAttachment(readConfig().dataDir, found.id)
		return new Response(Readable.toWeb(file) as ReadableStream, {
			headers: { 'content-type': 'application/octet-stream', 'content-length': String(found.bytes) },
		})
	})
