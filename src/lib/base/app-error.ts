/**
 * A refusal by the rules of the product (case 3 of the four kinds of errors in `CONTRIBUTING.md`).
 * The person sees `messages[code]`; `message` is for the log and never holds a word that a visitor wrote.
 */
export class AppError extends Error {
	override name = 'AppError'
	readonly code: string
	readonly status: number

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
}
