/** An act on the case of the address. Who may do it to this case is asked of its own row, in the transaction that does it. */
import { AppError } from '#base'
import type { ActKind } from '#domains/acts'
import { getRelation, notAllowed, type Desk } from '#domains/cases/server'
import { findCase, type CaseView } from '#domains/cases/work/server'
import { may, type Resource, type Verb } from '#domains/people'
import type { SignedIn } from '#domains/people/server'
import { getDesk, getId } from '#server/desk/case-desk'
import * as v from 'valibot'
import { deskAction, type Permission } from '../desk-action.ts'
import { caseRefusals } from './refusals.ts'

type Asks<Form extends v.GenericSchema> = {
	may: Permission
	isFresh?: boolean
	form: Form
	writes: readonly ActKind[]
}

type Given = { desk: Desk; id: string; staff: SignedIn }

/** @returns one of `actions` of the page of a case */
export const caseAct = <Form extends v.GenericSchema>(
	asks: Asks<Form>,
	work: (form: v.InferOutput<Form>, given: Given) => Promise<unknown>,
) =>
	deskAction({ ...asks, refusals: caseRefusals }, async (form, { staff, event }) => {
		await work(form, { desk: getDesk(), id: getId(event.params['id'] ?? ''), staff })
		return { done: true as const }
	})

/** The state of the case that the page showed: somebody who was faster is not overwritten. */
export const shownVersion = v.pipe(v.string(), v.transform(Number), v.safeInteger())

/** @throws AppError `case.not-found` */
export const getCase = async ({ desk, id }: Pick<Given, 'desk' | 'id'>): Promise<CaseView> => {
	const view = await findCase(desk.db, id)
	if (!view) throw new AppError('case.not-found', 404, 'asking about a case: there is none of this id')
	return view
}

/**
 * The case, if it is near enough to this person: nobody asks a second person about a case that is not theirs.
 * @throws AppError `case.not-found`, `case.not-allowed`
 */
export const getOwnCase = async <Of extends Resource>(
	given: Given,
	[verb, resource]: readonly [Verb<Of>, Of],
): Promise<CaseView> => {
	const view = await getCase(given)
	if (may(given.staff, verb, resource, getRelation(view.desk, given.staff))) return view
	throw notAllowed('asking about a case')
}
