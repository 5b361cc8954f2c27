import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Where rooms keep what was made for them: seen from where the product is started, as its built pages are. */
const domains = 'src/lib/domains'

/** Serializes what the build reads and checks once, as bytes that a start opens again in milliseconds: a structured clone. Build and start run the same Node. */
export const toMade = (value: unknown): Uint8Array => serialize(value)

const read = (name: string, folder: string): Buffer => {
	try {
		return readFileSync(join(folder, name))
	} catch (cause) {
		throw new Error(`opening ${join(folder, name)}: it was not made; build with \`npm run build\``, { cause })
	}
}

/**
 * Opens what `scripts/make-content.ts` made. It is read from its file and not built in: what is a text in a module stays in memory as
 * long as the module, twice.
 *
 * @param name - `guide/server/made/library`
 * @throws Error when the product was built without it
 */
export const openMade = (name: string, folder = domains): unknown => deserialize(read(`${name}.bin`, folder))

/**
 * The same of a text, as it is.
 * @throws Error when the product was built without it
 */
export const readMade = (name: string, folder = domains): string => read(name, folder).toString()
