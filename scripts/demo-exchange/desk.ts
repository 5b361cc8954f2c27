/** Acts of somebody of a desk in the demonstration: asks for its pages and sends its forms, as a browser without script does. */
import type { Seat } from './hotline.ts'

/** The header by which a browser asks for a page. Without it a form is answered as to a script, and a refusal as well as what is done. */
export const asBrowser = { accept: 'text/html' } as const

export type Desk = {
	/** Text of a page. */
	read: (path: string) => Promise<string>
	/** Sends a form; the page that answers. */
	send: (path: string, fields: Readonly<Record<string, string>>) => Promise<string>
	/** Sends JSON, as a page with script does; what is answered. */
	post: (path: string, body: object) => Promise<unknown>
}

/** @throws Error where the desk answers anything but what was asked for */
export const sitAt = (origin: string, { cookie }: Pick<Seat, 'cookie'>): Desk => {
	const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
		const answer = await fetch(origin + path, {
			...init,
			headers: { ...asBrowser, cookie, origin, ...Object.fromEntries(new Headers(init.headers)) },
		})
		if (!answer.ok) throw new Error(`${path.replaceAll(/[0-9a-f-]{36}/gu, '…')}: ${answer.status}`)
		return answer
	}
	return {
		read: async (path) => (await ask(path)).text(),
		send: async (path, fields) =>
			(await ask(path, { method: 'POST', body: new URLSearchParams(fields) })).text(),
		post: async (path, body) => {
			const headers = { 'content-type': 'application/json' }
			const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
			return (await answer.json()) as unknown
		},
	}
}

/** The first thing of a page that fits, which is its first group. @throws Error when there is none */
export const pick = (page: string, what: RegExp): string => {
	const found = what.exec(page)?.[1]
	if (found === undefined) throw new Error(`reading a page of a desk: nothing fits ${what.source}`)
	return found
}
