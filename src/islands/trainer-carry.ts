/** Carrying entries to the desk by hand: fetched only when somebody asks for it, and kept for when there is no network. */
import { sealCarried, toTokenText } from '#domains/programme/sessions/carried'
import type { KeptSession } from '#domains/programme/sessions/phone'
import { toHex } from '#base'
import { toDenseQrPath } from '#tools/files/qr-code'

const digest = async (text: string): Promise<string> =>
	toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/** Every revision of a session, sealed: one line each. */
export const carry = async (
	{ revisions }: KeptSession,
	{ recipient, token }: { recipient: string; token: string },
): Promise<string[]> => {
	const from = await digest(toTokenText(token))
	return Promise.all(revisions.map(({ text }) => sealCarried({ text, from }, recipient)))
}

const svg = 'http://www.w3.org/2000/svg'

/** A line as a code that a camera reads. */
export const drawCode = (line: string): SVGElement => {
	const { path, side } = toDenseQrPath(line)
	const picture = document.createElementNS(svg, 'svg')
	picture.setAttribute('viewBox', `0 0 ${side} ${side}`)
	picture.setAttribute('shape-rendering', 'crispEdges')
	picture.setAttribute('role', 'img')
	picture.setAttribute('class', 'block filled below')
	// Dark squares on white, whatever the theme: readers want it so.
	const ground = document.createElementNS(svg, 'rect')
	for (const [name, value] of Object.entries({ width: side, height: side, fill: 'white' }))
		ground.setAttribute(name, String(value))
	const squares = document.createElementNS(svg, 'path')
	squares.setAttribute('d', path)
	squares.setAttribute('fill', 'black')
	picture.append(ground, squares)
	return picture
}
