/**
 * The one way in for every act of the desk: may you? -> signed in just now? -> a form of the right form -> do -> answer. What an act asks
 * is written on it, so that the table of attacks reads it instead of being told.
 */
import { AppError } from '#base'
import type { ActKind } from '#domains/acts'
import { isFresh as isFreshNow, type Relation, type Resource, type Verb } from '#domains/people'
import type { SignedIn } from '#domains/people/server'
import { requireFresh, requireMay } from '#server/desk/session'
import { fail, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { readSent, toObject, wrongForm } from './form-parts.ts'

/** A line of the table of permissions. Without a relation: to any thing at all; how near this one is, the rule of its domain asks. */
export type Permission = {
	[Of in Resource]: readonly [verb: Verb<Of>, resource: Of, relation?: Relation]
}[Resource]

export type Asks = {
	/** `anyone`: nobody has a session yet. */
	may: Permission | 'anyone'
	/** Only for who has shown a moment ago who they are; `sometimes`: what is asked for decides. */
	isFresh: boolean | 'sometimes'
	/** Kinds of acts that it can leave in the public record. */
	writes: readonly ActKind[]
}

const asked: unique symbol = Symbol('what an act of the desk asks')

/** The request, as far as an act is given it. */
export type DeskEvent = Pick<RequestEvent, 'url' | 'params' | 'request' | 'locals' | 'cookies'>

/** An act that was made here: there is no other way to one. */
export type DeskAct<Answer = unknown> = ((event: DeskEvent) => Promise<Answer>) & { readonly [asked]: Asks }

const mark = <Answer>(asks: Asks, act: (event: DeskEvent) => Promise<Answer>): DeskAct<Answer> =>
	Object.assign(act, { [asked]: asks })

/** Reads what an act asks of who does it. */
export const getAsks = (act: DeskAct): Asks => act[asked]

/** True for what was made here. */
export const isDeskAct = (value: unknown): value is DeskAct => typeof value === 'function' && asked in value

type Schema = v.GenericSchema
type Given = { staff: SignedIn; event: DeskEvent }

const parse = <Form extends Schema>(form: Form, given: unknown): v.InferOutput<Form> => {
	const parsed = v.safeParse(form, given)
	return parsed.success ? parsed.output : wrongForm()
}

/** A refusal that there are words for: a wrong form, or a rule that says no. Whatever else stood in the way is thrown on. */
const toRefusal = <Code extends string>(problem: unknown, refusals: readonly Code[]) => {
	const code = problem instanceof AppError ? problem.code : undefined
	if (code === 'desk.form') return { status: 400, refused: code } as const
	const refused = refusals.find((one) => one === code)
	if (refused === undefined) throw problem
	return { status: 409, refused } as const
}

type AsksForm<Form extends Schema, Code extends string> = {
	may: Permission
	isFresh?: boolean
	form: Form
	/** Refusals by rules that the page has words for, besides `desk.form`; any other is a fault. */
	refusals: readonly Code[]
	/** Words that stand in the form again when it is refused. */
	keeps?: readonly string[]
	writes?: readonly ActKind[]
}

const pickWords = (given: Readonly<Record<string, unknown>>, names: readonly string[]) =>
	Object.fromEntries(
		names.flatMap((name) => {
			const value = given[name]
			return typeof value === 'string' ? [[name, value] as const] : []
		}),
	)

/**
 * An act that a form of a page sends.
 *
 * @returns one of the page's `actions`; it answers what `work` does, or 400 for a wrong form and 409 for a rule, with `refused`
 */
export const deskAction = <Form extends Schema, const Code extends string, Done extends object>(
	{ may, isFresh = false, form, refusals, keeps = [], writes = [] }: AsksForm<Form, Code>,
	work: (form: v.InferOutput<Form>, given: Given) => Promise<Done>,
) =>
	mark({ may, isFresh, writes }, async (event) => {
		const [verb, resource, relation] = may
		const staff = requireMay(event, verb, resource, relation)
		if (isFresh) requireFresh(event)
		const given = toObject(await event.request.formData())
		try {
			return await work(parse(form, given), { staff, event })
		} catch (problem) {
			const { status, refused } = toRefusal(problem, refusals)
			return fail(status, { refused, kept: pickWords(given, keeps) })
		}
	})

/** An act of who has no session yet: whoever signs in or enrols. */
export const openAction = <Form extends Schema, Done extends object>(
	form: Form,
	work: (form: v.InferOutput<Form>, event: DeskEvent) => Promise<Done>,
) =>
	mark({ may: 'anyone', isFresh: false, writes: [] }, async (event) => {
		const given = toObject(await event.request.formData())
		try {
			return await work(parse(form, given), event)
		} catch (problem) {
			const { status, refused } = toRefusal(problem, [])
			return fail(status, { refused })
		}
	})

type AsksBody<Body extends Schema> = {
	may: Permission
	/** Where only some of what can be asked for is for who has shown a moment ago who they are. */
	isFresh?: (body: v.InferOutput<Body>) => boolean
	/** Schema of the JSON that is sent; nothing at all is `undefined`. */
	body: Body
	/** Characters of it at most. */
	most?: number
	refusals: readonly string[]
	writes?: readonly ActKind[]
}

/** An act that a script of a page asks for: the same, and what came of it is JSON, or the response that `work` made. */
export const deskEndpoint = <Body extends Schema>(
	{ may, isFresh, body, most, refusals, writes = [] }: AsksBody<Body>,
	work: (body: v.InferOutput<Body>, given: Given) => Promise<object>,
) =>
	mark({ may, isFresh: isFresh ? 'sometimes' : false, writes }, async (event) => {
		const [verb, resource, relation] = may
		const staff = requireMay(event, verb, resource, relation)
		try {
			const given = parse(body, await readSent(event.request, most))
			if (isFresh?.(given) === true && !isFreshNow(staff, new Date()))
				throw new AppError('desk.fresh', 403, 'an act of the desk: the person signs in again first')
			const done = await work(given, { staff, event })
			return done instanceof Response ? done : Response.json(done)
		} catch (problem) {
			const { status, refused } = toRefusal(problem, refusals)
			return Response.json({ refused }, { status })
		}
	})

/** A request of a library that judges for itself who comes: that of passkeys. */
export const openEndpoint = (work: (event: DeskEvent) => Promise<Response>): DeskAct<Response> =>
	mark({ may: 'anyone', isFresh: false, writes: [] }, work)
