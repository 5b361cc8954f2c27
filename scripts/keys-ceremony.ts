/**
 * The ceremony of the offline keys, on a machine without network (docs/keys.md):
 *   npm run keys:ceremony -- make <folder> [ar|fr|zgh|en]   root and escrow; ten sheets as PDF, public files to install
 *   npm run keys:ceremony -- sign <text file> <signed file>    signs an epoch and nothing else, after saying which; asks for three shares of the root
 *   npm run keys:ceremony -- open <escrow copy> <recipient> <wrap file>   wraps an epoch for a person; asks for three of the escrow
 * and, on the server: npm run keys:ceremony -- install <folder>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { languages, type Issue, type Result } from '../src/lib/base/index.ts'
import {
	cut,
	makeEscrow,
	makeRoot,
	parseEpochText,
	restoreEscrow,
	signWithRoot,
	toEscrowText,
	wrapSecret,
} from '../src/lib/domains/people/keys/index.ts'
import { toKeySheet, type ShareOf } from '../src/lib/domains/people/keys/paper/index.ts'
import { installCeremony } from '../src/lib/domains/people/server/keys/index.ts'
import { getPdfMaker } from '../src/lib/platform/server/index.ts'
import { fingerprint, openText } from '../src/lib/tools/seal/sealed/index.ts'
import { createWords } from '../src/lib/ui/words/index.ts'
import { openInstallation, runCommand } from './installation.ts'

/** Messages on a share that was typed wrong, for the people who sit there with their sheets. */
const said: Readonly<Record<string, string>> = {
	'share.form':
		'this is no share. A share is the line in large letters on a sheet and begins with SHARE1; type all of it',
	'share.typo': 'a letter is wrong, missing or in another place. Compare it with the sheet, group by group',
	'share.unknown': 'it comes from another version of this program',
	'share.other-set':
		'it belongs to other sheets than the first one: of the other key (root and escrow are not mixed), or of another ceremony',
	'share.twice': 'this sheet was typed already; take that of another holder',
	'share.too-few': `wanted ${cut.threshold} shares of the same key, one a line`,
	'share.wrong':
		'the sheets are readable and do not give the key: one of them is not a true one. Try again with another holder’s sheet in the place of each',
}

const toLine = ({ path, message }: Issue): string => {
	const text = said[message] ?? message
	return /^\d+$/u.test(path) ? `Share ${Number(path) + 1}: ${text}` : `${path} ${text}`.trim()
}

const get = <Value>(result: Result<Value> | Result<Value, string>): Value => {
	if (result.ok) return result.value
	const issues = 'code' in result ? [{ path: '', message: result.code }] : result.issues
	throw new Error(issues.map(toLine).join('\n'))
}

const readPaper = (name: string): string =>
	readFileSync(new URL(`../src/lib/ui/paper/${name}`, import.meta.url), 'utf8')

const printSheets = (
	folder: string,
	share: Omit<ShareOf, 'number' | 'total' | 'share'>,
	shares: readonly string[],
	language: string,
): void => {
	const words = createWords(languages.find((known) => known === language) ?? 'fr')
	const now = new Date()
	const makePdf = getPdfMaker({ 'paper.typ': readPaper('paper.typ') })
	for (const [at, text] of shares.entries()) {
		const data = toKeySheet(
			words,
			{ ...share, number: at + 1, total: cut.total, share: text },
			now.toISOString().slice(0, 10),
		)
		const file = makePdf(readPaper('key-sheet.typ'), data, now)
		writeFileSync(join(folder, `${share.of}-${at + 1}.pdf`), file, { mode: 0o600, flag: 'wx' })
	}
}

const make = async (folder: string, language = 'fr'): Promise<void> => {
	mkdirSync(join(folder, 'public'), { recursive: true, mode: 0o700 })
	const [root, escrow] = [await makeRoot(), await makeEscrow()]
	const note = get(await signWithRoot(toEscrowText(escrow.recipient), root.shares.slice(0, cut.threshold)))
	writeFileSync(join(folder, 'public', 'root.pub'), `${root.verifierKey}\n`, { flag: 'wx' })
	writeFileSync(join(folder, 'public', 'escrow.note'), note, { flag: 'wx' })
	printSheets(folder, { of: 'root', fingerprint: root.verifierKey }, root.shares, language)
	printSheets(folder, { of: 'escrow', fingerprint: fingerprint(escrow.recipient) }, escrow.shares, language)
	console.log(
		`Print the ten sheets in ${folder}, try three of each with "sign" and "open", then destroy the files.`,
	)
	console.log(
		`Take ${join(folder, 'public')} to the server. Escrow fingerprint: ${fingerprint(escrow.recipient)}`,
	)
}

const askShares = async (): Promise<string[]> => {
	console.error(`Type or scan ${cut.threshold} shares, one a line:`)
	const shares: string[] = []
	for await (const line of createInterface({ input: process.stdin })) {
		if (line.trim() !== '') shares.push(line)
		if (shares.length === cut.threshold) break
	}
	return shares
}

const sign = async (from: string, to: string): Promise<void> => {
	const text = readFileSync(from, 'utf8')
	const epoch = parseEpochText(text)
	if (!epoch)
		throw new Error(
			`${from} is not the text of an epoch, and the root signs epochs only. It is copied from the desk as it stands, or somebody has changed it on the way`,
		)
	const { id, begins, ends, recipient } = epoch
	console.error(
		`Epoch ${id}, from ${begins} to ${ends}, fingerprint ${fingerprint(recipient)}: compare it with the page of the desk.`,
	)
	writeFileSync(to, get(await signWithRoot(text, await askShares())), { flag: 'wx' })
}

const open = async (from: string, recipient: string, to: string): Promise<void> => {
	const identity = get(await restoreEscrow(await askShares()))
	const text = get(await openText(Uint8Array.from(readFileSync(from)), identity))
	writeFileSync(to, get(await wrapSecret(text, recipient)), { mode: 0o600, flag: 'wx' })
}

const install = async (folder: string): Promise<void> => {
	const read = (name: string) => readFileSync(join(folder, name), 'utf8')
	const { escrow } = await installCeremony(openInstallation('keys:ceremony').dataDir, {
		rootKey: read('root.pub'),
		note: read('escrow.note'),
	})
	console.log(`Installed. Escrow fingerprint, to compare with the sheets: ${fingerprint(escrow)}`)
}

const acts: Readonly<Record<string, { given: number; run: (...given: string[]) => Promise<void> }>> = {
	make: { given: 1, run: (folder = '', language) => make(folder, language) },
	sign: { given: 2, run: (from = '', to = '') => sign(from, to) },
	open: { given: 3, run: (from = '', recipient = '', to = '') => open(from, recipient, to) },
	install: { given: 1, run: (folder = '') => install(folder) },
}

const [name = '', ...given] = process.argv.slice(2)
const act = acts[name]
const work =
	act && given.length >= act.given
		? act.run(...given)
		: Promise.reject(new Error('wanted: make, sign, open or install; scripts/keys-ceremony.ts says how'))
runCommand(work)
