import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInstalled, readPdf } from '../tests/support/pdf.ts'
import {
	makeEpoch,
	openEpoch,
	openRootNote,
	planEpoch,
	toEpochText,
	toEscrowText,
	wrapSecret,
} from '#domains/people/keys'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'

let folder: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thiqa-ceremony-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (given: readonly string[], input = '') => {
	const env = { ...process.env, DATA_DIR: join(folder, 'data') }
	return spawnSync('node', ['scripts/keys-ceremony.ts', ...given], { input, encoding: 'utf8', env })
}

const makeEpochText = async (): Promise<string> => {
	const { key } = await makeEpoch('2026-11')
	return toEpochText(key, planEpoch([], new Date('2026-11-01T00:00:00Z')))
}

describe.skipIf(!isInstalled('pdfinfo'))('the ceremony of the offline keys', () => {
	test('prints sheets from whose QR codes the root signs and the escrow opens; two sheets do nothing', async () => {
		const place = join(folder, 'ceremony')
		expect(run(['make', place, 'fr'])).toMatchObject({ status: 0 })
		const readSheets = (of: string, numbers: readonly number[]): string =>
			numbers
				.map((number) => `${readPdf(readFileSync(join(place, `${of}-${number}.pdf`)), folder).code}\n`)
				.join('')
		const sheet = readPdf(readFileSync(join(place, 'escrow-1.pdf')), folder)
		expect(sheet.info).toMatch(/Tagged: +yes/u)
		expect(sheet.text.replace(/\s/gu, '')).toContain(sheet.code.replace(/\s/gu, ''))

		const installed = run(['install', join(place, 'public')])
		expect(installed).toMatchObject({ status: 0 })
		const escrow = /age1\w+/u.exec(readFileSync(join(place, 'public', 'escrow.note'), 'utf8'))?.[0] ?? ''

		const { key, text } = await makeEpoch('2026-11')
		const toSign = toEpochText(key, planEpoch([], new Date('2026-11-01T00:00:00Z')))
		writeFileSync(join(folder, 'epoch.txt'), toSign)
		const sign = (shares: string) =>
			run(['sign', join(folder, 'epoch.txt'), join(folder, 'epoch.note')], shares)
		expect(sign(readSheets('root', [1, 4]))).toMatchObject({ status: 1 })
		expect(sign(readSheets('escrow', [1, 4, 5]))).toMatchObject({ status: 0 })
		const rootKey = readFileSync(join(place, 'public', 'root.pub'), 'utf8')
		expect((await openRootNote(readFileSync(join(folder, 'epoch.note'), 'utf8'), rootKey)).ok).toBe(false)
		rmSync(join(folder, 'epoch.note'))
		expect(sign(readSheets('root', [5, 1, 4]))).toMatchObject({ status: 0 })
		const opened = await openRootNote(readFileSync(join(folder, 'epoch.note'), 'utf8'), rootKey)
		expect(opened).toEqual({ ok: true, value: toSign })

		const identity = await makeIdentity()
		const [recipient, wrap] = [await toRecipient(identity), await wrapSecret(text, escrow)]
		if (!recipient.ok || !wrap.ok) throw new Error('making keys in the test failed')
		writeFileSync(join(folder, 'escrow.age'), wrap.value)
		const open = (shares: string) =>
			run(['open', join(folder, 'escrow.age'), recipient.value, join(folder, 'wrap.age')], shares)
		expect(open(readSheets('escrow', [2, 3]))).toMatchObject({ status: 1 })
		expect(existsSync(join(folder, 'wrap.age'))).toBe(false)
		expect(open(readSheets('escrow', [2, 3, 5]))).toMatchObject({ status: 0 })
		const brought = Uint8Array.from(readFileSync(join(folder, 'wrap.age')))
		expect((await openEpoch(brought, identity, key)).ok).toBe(true)
	})
	test('a wrong sheet is told by its place and what is wrong with it, and nothing is signed', async () => {
		const place = join(folder, 'sheets')
		expect(run(['make', place, 'fr'])).toMatchObject({ status: 0 })
		const readSheet = (name: string): string => readPdf(readFileSync(join(place, `${name}.pdf`)), folder).code
		const [one, two, three] = ['root-1', 'root-2', 'root-3'].map(readSheet)
		writeFileSync(join(folder, 'text.txt'), await makeEpochText())
		const sign = (...shares: readonly (string | undefined)[]): string => {
			const signed = run(
				['sign', join(folder, 'text.txt'), join(folder, 'text.note')],
				`${shares.join('\n')}\n`,
			)
			expect(signed.status).toBe(1)
			expect(existsSync(join(folder, 'text.note'))).toBe(false)
			expect(signed.stderr).not.toMatch(/share\.[a-z]|\[object/u)
			return signed.stderr
		}
		expect(sign(one, two, 'Feuille 3 de la racine')).toMatch(/Share 3: this is no share.+SHARE1/u)
		expect(
			sign(
				one,
				two,
				three?.replace(/\w(?=\w*$)/u, (letter) => (letter === 'Q' ? 'P' : 'Q')),
			),
		).toMatch(/Share 3: a letter is wrong/u)
		expect(sign(one, readSheet('escrow-2'), three)).toMatch(/Share 2: it belongs to other sheets/u)
		expect(sign(one, two, two)).toMatch(/Share 3: this sheet was typed already/u)
		expect(sign(one, two)).toMatch(/wanted 3 shares/u)
	})
	test('three good sheets sign an epoch and nothing else, and its holders read which', async () => {
		const place = join(folder, 'only-epochs')
		expect(run(['make', place, 'fr'])).toMatchObject({ status: 0 })
		const sheets = [1, 2, 3].map((at) => readPdf(readFileSync(join(place, `root-${at}.pdf`)), folder).code)
		const [from, to] = [join(folder, 'given.txt'), join(folder, 'given.note')]
		const sign = (text: string) => {
			writeFileSync(from, text)
			return run(['sign', from, to], `${sheets.join('\n')}\n`)
		}
		const good = await makeEpochText()
		const theirs = await toRecipient(await makeIdentity())
		if (!theirs.ok) throw new Error('making a recipient in the test failed')
		for (const text of [
			toEscrowText(theirs.value),
			'a text\n',
			`${good}and more\n`,
			good.replace('thiqa epoch v1', 'thiqa epoch v2'),
			good.replace(/^2026-11-01$/mu, '2027-11-01'),
			good.replace(/^2026-11-01$/mu, '2026-11-31'),
			good.replace('age1', 'age1\u200b'),
		]) {
			const refused = sign(text)
			expect([refused.status, existsSync(to)], text).toEqual([1, false])
			expect(refused.stderr).toMatch(/the root signs epochs only/u)
		}
		const signed = sign(good)
		expect([signed.status, existsSync(to)]).toEqual([0, true])
		expect(signed.stderr).toMatch(
			/^Epoch 2026-11, from 2026-11-01 to 2026-\d\d-\d\d, fingerprint [0-9a-f]{4} /mu,
		)
	})
	test('says what it wants when it is asked for nothing it knows', () => {
		for (const given of [[], ['sign'], ['unknown', 'x']]) expect(run(given)).toMatchObject({ status: 1 })
	})
})
