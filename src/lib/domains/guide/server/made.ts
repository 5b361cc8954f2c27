import { deserialize, serialize } from 'node:v8'

/**
 * What the build reads and checks once, as text that a start opens again in milliseconds: a structured clone in base64. Build and start
 * run the same Node.
 */
export const toMade = (value: unknown): string => serialize(value).toString('base64')

/**
 * Opens what `scripts/make-content.ts` made.
 *
 * @param files - what the build found beside the module, by path: one file
 * @throws Error when the product was built without it
 */
export const openMade = (files: Readonly<Record<string, string>>): unknown => {
	const [text] = Object.values(files)
	if (text === undefined) throw new Error('opening the content: it was not made; build with `npm run build`')
	return deserialize(Buffer.from(text, 'base64'))
}
