/**
 * Finds a Chromium for the journeys: `CHROMIUM`, the system's, Playwright's own. Says what to do when there is none.
 * `npm test` installs one first where it can (scripts/prepare-test.js).
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome.exe',
	'msedge.exe',
]

/** Path of a Chromium. Throws when this machine has none. */
export const findChromium = (): string => {
	const { CHROMIUM, PATH = '' } = process.env
	const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
	const found = [
		CHROMIUM ?? '',
		...onPath,
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		chromium.executablePath(),
	]
		.filter((path) => path !== '')
		.find((path) => existsSync(path))
	if (!found)
		throw new Error(
			'looking for a Chromium: none found. Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set CHROMIUM to its path.',
		)
	return found
}

if (process.argv[2] === '--check') console.log(findChromium())
