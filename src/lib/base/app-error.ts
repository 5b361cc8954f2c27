/** The same in every copy of this file: the server's entry and the built application each hold one, and hand errors over. */
const mark: unique symbol = Symbol.for('thiqa.app-error')

/**
 * A refusal by the rules of the product (case 3 of the four kinds of errors in `CONTRIBUTING.md`).
 * The person sees `messages[code]`; `message` is for the log and never holds a word that a visitor wrote.
 */
export class AppError extends Error {
	override name = 'AppError'
	readonly code: string
	readonly status: number
	readonly [mark] = true

	/**
	 * @param code - permanent, dotted: `database.in-use`
	 * @param status - HTTP status of the answer, 400-599
	 * @param message - for the log: what we tried, what stood in the way, what would do
	 */
	constructor(code: string, status: number, message: string) {
		super(message)
		this.code = code
		this.status = status
	}

	static override [Symbol.hasInstance](value: unknown): boolean {
		if (this !== AppError) return Function.prototype[Symbol.hasInstance].call(this, value)
		return value instanceof Error && mark in value
	}
}
