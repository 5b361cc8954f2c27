/**
 * `npm run test:all`: weighs the pages of the built product in a browser; fails when one is heavier than its limit. In the three languages
 * with the most text and the longest words; `bench/page-bytes.ts` weighs all five.
 */
import { findExcess, measurePages } from '../bench/page-bytes.ts'

const weights = await measurePages({ languages: ['ar', 'fr', 'zgh'] })
let isBroken = false
for (const [template, pages] of Map.groupBy(weights, (weight) => weight.template)) {
	const [worst] = pages
	const excess = pages.flatMap((page) => findExcess(page).map((what) => `${page.address}: ${what}`))
	if (excess.length > 0) isBroken = true
	const size = worst ? `${worst.total.toLocaleString('en')} bytes at most, ${worst.requests} requests` : ''
	console.log(`${template}: ${size}${excess.map((line) => `\n  OVER ${line}`).join('')}`)
}
if (isBroken) process.exitCode = 1
