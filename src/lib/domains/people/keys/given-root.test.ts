import { expect, test, vi } from 'vitest'
import {
	isOtherRoot,
	isPublishedBy,
	makeEpoch,
	makeRoot,
	readGivenRoot,
	signWithRoot,
	toEpochText,
} from './index.ts'

const span = { id: '2026-11', begins: '2026-11-01', ends: '2026-12-14' }
const [root, otherRoot] = await Promise.all([makeRoot(), makeRoot()])
const [{ key }, { key: otherKey }] = await Promise.all([makeEpoch(span.id), makeEpoch(span.id)])
const sign = async (text: string, shares = root.shares): Promise<string> => {
	const note = await signWithRoot(text, shares.slice(0, 3))
	if (!note.ok) throw new Error('signing in the test failed')
	return note.value
}

test('a root that was given is the only one; without one the server says it', () => {
	const [mine, foreign] = [root.verifierKey, otherRoot.verifierKey]
	expect([isOtherRoot(mine, undefined), isOtherRoot(undefined, undefined)]).toEqual([false, false])
	expect([isOtherRoot(mine, mine), isOtherRoot(foreign, mine), isOtherRoot(undefined, mine)]).toEqual([
		false,
		true,
		true,
	])
})

test('a root is read in the own client of the desk only, and only when one was given', () => {
	const read = (dataset: object): string | undefined => {
		vi.stubGlobal('document', { documentElement: { dataset } })
		return readGivenRoot()
	}
	expect([
		read({ deskClient: '', root: 'R' }),
		read({ deskClient: '', root: '' }),
		read({ root: 'R' }),
	]).toEqual(['R', undefined, undefined])
	vi.unstubAllGlobals()
	expect(readGivenRoot()).toBeUndefined()
})

test('a key is published by the root that signed exactly this one', async () => {
	const note = await sign(toEpochText(key, span))
	expect(await isPublishedBy(root.verifierKey, { ...key, note })).toBe(true)
	expect(await isPublishedBy(otherRoot.verifierKey, { ...key, note })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, key)).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...key, note: '' })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...otherKey, note })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...key, id: '2026-12', note })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...key, recipient: otherKey.recipient, note })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...key, answerKey: otherKey.answerKey, note })).toBe(false)
	expect(await isPublishedBy(root.verifierKey, { ...key, note: await sign('no text of an epoch\n') })).toBe(
		false,
	)
})
