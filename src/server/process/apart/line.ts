/** Questions of a process that seals to the one that keeps reports, over the channel between them: sealed bytes, challenges, keys that are public. */
import { AppError } from '#base'
import type { Kept } from '#domains/reports/server'

type Name = keyof Kept
export type AskedKept = { number: number; name: Name; given: unknown[] }
export type ToldKept = { number: number } & (
	| { answer: unknown }
	| { refusal: { code: string; status: number } }
	| { isFault: true }
)

const names: readonly Name[] = [
	...(['findTokenFault', 'fileSealedHere', 'getEpoch', 'listEpochs'] as const),
	...(['challenge', 'open', 'send', 'prove'] as const),
]

/** Source and built application each hold a copy of the class, so it is told by its form. */
const isRefusal = (error: unknown): error is AppError =>
	error instanceof Error && 'status' in error && typeof error.status === 'number'

/** Answers what another process asks; an error that is no refusal of ours stays here. */
export const answerAsked = async (
	kept: Kept,
	{ number, name, given }: AskedKept,
	onFault: (error: unknown) => void,
): Promise<ToldKept> => {
	try {
		if (!names.includes(name)) throw new Error('answering a process that seals: it asks for nothing we have')
		const ask = kept[name] as (...given: unknown[]) => Promise<unknown>
		return { number, answer: await ask(...given) }
	} catch (error) {
		if (isRefusal(error)) return { number, refusal: { code: error.code, status: error.status } }
		onFault(error)
		return { number, isFault: true }
	}
}

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

const toError = (told: Exclude<ToldKept, { answer: unknown }>): Error =>
	'refusal' in told
		? new AppError(told.refusal.code, told.refusal.status, 'Asking the process that keeps reports: refused')
		: new Error('asking the process that keeps reports: it failed')

/** The same functions, in the process that seals. `hear` takes what was answered. */
export const askKept = (send: (asked: AskedKept) => void): { kept: Kept; hear: (told: ToldKept) => void } => {
	const waiting = new Map<number, Waiting>()
	let last = 0
	const ask =
		(name: Name) =>
		(...given: unknown[]): Promise<unknown> =>
			new Promise((resolve, reject) => {
				const number = (last += 1)
				waiting.set(number, { resolve, reject })
				send({ number, name, given })
			})
	return {
		kept: Object.fromEntries(names.map((name) => [name, ask(name)])) as Kept,
		hear: (told) => {
			const asker = waiting.get(told.number)
			waiting.delete(told.number)
			if ('answer' in told) asker?.resolve(told.answer)
			else asker?.reject(toError(told))
		},
	}
}
