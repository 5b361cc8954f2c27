/**
 * Repeats a draw from what is published: `npm run programme:verify-draw -- SECRET-IN-HEX VALUE list.tsv`. Prints the digests to compare with the
 * public record, then the labels that get the lesson now. The same in base R: docs/programme/verify-draw.R.
 */
import { readFileSync } from 'node:fs'
import { fromHex, toHex } from '../src/lib/base/index.ts'
import { commitTo, drawHalf, hashList, makeSeed } from '../src/lib/tools/statistics/fair-draw/index.ts'

const [secretText = '', value, file] = process.argv.slice(2)
const secret = fromHex(secretText)
if (secret?.length !== 32 || value === undefined || file === undefined) {
	console.error('Use: npm run programme:verify-draw -- SECRET-IN-HEX VALUE list.tsv')
	process.exit(2)
}
const list = readFileSync(file, 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line) => {
		const [stratum = '', label = ''] = line.split('\t')
		return { stratum, label }
	})
console.log(`secret, committed to: ${toHex(commitTo(secret))}`)
console.log(`list of classes:      ${toHex(hashList(list))}`)
console.log(drawHalf(makeSeed(secret, value, list), list).join('\n'))
