import { Readable } from 'node:stream'
import { findAttachment, readAttachment } from '#domains/reports/server'
import { readConfig } from '#platform'
import { lookAt } from './attached.ts'
import { getReportDatabase } from '#server/desk/case-desk'
import { error } from '@sveltejs/kit'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

/** Hands out the sealed bytes of a file that came with a report. They are opened in the browser of who asked, and nowhere else. */
export const openFileAct = deskEndpoint(
	{ may: ['list', 'case'], body: v.unknown(), refusals: caseRefusals, writes: ['case/attached'] },
	async (_, { staff, event }) => {
		const { report, part } = await lookAt(event, staff)
		const found = await findAttachment(getReportDatabase(), { report, part })
		if (!found) error(404, 'page.not-found')
		const file = readAttachment(readConfig().dataDir, found.id)
		return new Response(Readable.toWeb(file) as ReadableStream, {
			headers: { 'content-type': 'application/octet-stream', 'content-length': String(found.bytes) },
		})
	},
)
