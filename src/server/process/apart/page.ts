/** Messages over the pipe between the process that serves pages and one that seals. */

/** The descriptor of the pipe in the process that seals: after its three streams and the channel. */
export const pipeNumber = 4

type Headers = [name: string, value: string][]
/** A page that was asked for with a form. */
export type AskedPage = {
	url: string
	method: string
	headers: Headers
	/** For the form that is shown when this one is not taken. */
	token: string
	/** Keeps the place of a mailbox whose turn has not come: the page says so, and nothing is opened. */
	ticket?: string
}
export type ToldPage = { status: number; headers: Headers }
