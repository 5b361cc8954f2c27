/**
 * Step of the build: writes `build/sbom.cdx.json`, the bill of materials of what runs (docs/running.md, section 6). It stands outside
 * the folders that are served. What the build has taken in is read from its source maps; what is cut or drawn, from its own list.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { findFiles } from './find-files.ts'
import { writeBill } from './supply/bill.ts'
import { listProduction, readLock } from './supply/lock-file.ts'

/** Packages that leave no source map: fonts that `make-fonts.ts` cuts into the pages. */
const fonts = ['node_modules/@fontsource-variable/readex-pro', 'node_modules/@fontsource/noto-sans-tifinagh']

const innermost = /^.*(?<place>node_modules\/(?:@[^/]+\/)?[^/]+)\//u

/** Places of packages that the files of the server were built from. */
const listBuiltIn = (lock: ReturnType<typeof readLock>): string[] => {
	const sources = findFiles('build/server/**/*.map').flatMap(
		(file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources,
	)
	const places = sources.flatMap((source) => innermost.exec(source)?.groups?.['place'] ?? [])
	return [...new Set(places)].filter((place) => lock[place])
}

const lock = readLock()
const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
	name: string
	version: string
	license: string
}
const epoch = process.env['SOURCE_DATE_EPOCH']
const bill = writeBill({
	lock,
	project,
	installed: listProduction(lock),
	builtIn: [...fonts, ...listBuiltIn(lock)],
	at: epoch === undefined ? new Date() : new Date(Number(epoch) * 1000),
})
writeFileSync('build/sbom.cdx.json', `${JSON.stringify(bill, null, '\t')}\n`)
console.log(`bill of materials: ${bill.components.length} packages`)
