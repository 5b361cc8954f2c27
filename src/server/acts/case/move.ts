import { isReason, isStatus } from '#domains/cases'
import { moveCase, toFindingDigest } from '#domains/cases/work/server'
import { findGranted } from '../granted.ts'
import * as v from 'valibot'
import { named } from '../form-parts.ts'
import { caseAct, getCase, shownVersion } from './case-act.ts'

const form = v.object({ version: shownVersion, to: named(isStatus), reason: v.optional(named(isReason)) })

/** Moves a case to another status; to a finding, with the agreement that this person was given. */
export const moveAct = caseAct(
	{ may: ['list', 'case'], form, writes: ['case/moved'] },
	async ({ reason, ...given }, { desk, id, staff }) => {
		const digest = toFindingDigest((await getCase({ desk, id })).desk)
		const asked = { act: 'classify-illegal', subject: id, digest, askedBy: staff.id } as const
		const approval = given.to === 'assessed' ? { approval: await findGranted(asked) } : {}
		return moveCase(desk, { id, ...given, ...(reason && { reason }), ...approval }, staff)
	},
)
