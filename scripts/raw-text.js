/** `node --import ./scripts/raw-text.js`: a script imports `file?raw` as Vite does, and gets the text of the file. */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
	load: (url, context, next) =>
		url.endsWith('?raw')
			? {
					format: 'module',
					shortCircuit: true,
					source: `export default ${JSON.stringify(readFileSync(new URL(url.slice(0, -'?raw'.length)), 'utf8'))}`,
				}
			: next(url, context),
})
