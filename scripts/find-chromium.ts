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

const findOnPath = (wanted: readonly string[]): string[] =>
	(process.env.PATH ?? '').split(delimiter).flatMap((folder) => wanted.map((name) => join(folder, name)))

/** Path of a Chromium. Throws when this machine has none. */
export const findChromium = (): string => {
	const { CHROMIUM } = process.env
	const found = [
		CHROMIUM ?? '',
		...findOnPath(names),
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

/**
 * Path of the same browser without windows, where there is one: it draws the same pages with 40 % less work. Else a whole Chromium, whose
 * path in `CHROMIUM` says that this one is meant.
 */
export const findHeadlessShell = (): string =>
	process.env.CHROMIUM
		? findChromium()
		: (findOnPath(['chromium-headless-shell', 'chrome-headless-shell']).find((path) => existsSync(path)) ??
			findChromium())

if (process.argv[2] === '--check') console.log(findChromium())
