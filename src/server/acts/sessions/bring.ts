import { AppError } from '#base'
import { openCarried } from '#domains/programme/sessions/carried'
import { findInvitationId } from '#domains/programme/sessions/invitations/server'
import { readOdkRows } from '#domains/programme/sessions/odk'
import { bringIn } from '#domains/programme/sessions/server'
import { getProgrammeIdentity } from '#server/process/programme/programme-key'
import { getSessionDesk } from '#server/process/programme/session-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { sessionRefusals } from './refusals.ts'

/** Takes in what a phone without network has sealed. */
export const bringCarriedAct = deskAction(
	{
		may: ['invite', 'session'],
		form: v.object({ carried: v.pipe(v.string(), v.maxLength(400_000)) }),
		refusals: sessionRefusals,
		keeps: ['carried'],
		writes: ['session/brought-in'],
	},
	async ({ carried }, { staff }) => {
		const desk = getSessionDesk()
		const opened = await openCarried(carried, await getProgrammeIdentity())
		if (!opened.ok) throw new AppError('entry.sealed', 409, 'bringing entries in: a line does not open')
		const brought = []
		for (const { entry, from } of opened.value)
			brought.push({ entry, invitation: await findInvitationId(desk.db, from) })
		return { brought: await bringIn(desk, { brought, source: 'carried' }, staff), faults: [] }
	},
)

/** Takes in the table that ODK or Kobo exports; with one fault in it nothing is written. */
export const bringOdkAct = deskAction(
	{
		may: ['invite', 'session'],
		form: v.object({ table: v.file() }),
		refusals: sessionRefusals,
		writes: ['session/brought-in'],
	},
	async ({ table }, { staff }) => {
		if (table.size > 3_000_000) throw new AppError('entry.form', 409, 'reading a table: it is too long')
		const read = readOdkRows(await table.text())
		if (!read.ok) return { brought: undefined, faults: read.faults }
		const brought = read.value.map(({ entry }) => ({ entry }))
		const done = await bringIn(getSessionDesk(), { brought, source: 'odk' }, staff)
		const lines = read.value.map(({ line }) => line)
		const refused = done.refused.map((one) => ({ ...one, place: (lines[one.place] ?? 0) - 1 }))
		return { brought: { ...done, refused }, faults: [] }
	},
)
