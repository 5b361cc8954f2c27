/**
 * Requests and answers with which a public witness tests itself: litewitness, in `cmd/litewitness/testdata/litewitness.txt` of
 * https://github.com/FiloSottile/torchwood (copyright 2023 The Torchwood Authors, ISC license). It answers 403 where the specification has
 * since come to want 404 for a record that it does not know, and 403 for a spelling of base64 that we refuse as no note.
 */
import { expect, test } from 'vitest'
import { makeNoteKey } from '#tools/seal/signed-note'
import { parseAddCheckpoint } from './add-checkpoint.ts'
import { judgeCheckpoint, type SeenTree } from './judge-checkpoint.ts'

const origin = 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562'
const publicKey = Buffer.from('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f', 'hex')
const key = makeNoteKey(origin, 'ed25519', new Uint8Array(publicKey))

const sign = (lines: string, signature: string, name = origin): string =>
	`${name}\n${lines}\n\n— ${name} ${signature}\n`
const ofOne = sign(
	'1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
	'UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=',
)
const rootOfThree = '3\nRcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0='
const signatureOfThree =
	'UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go='
const ofThree = sign(rootOfThree, signatureOfThree)
const ofFive = sign(
	'5\nQrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=',
	'UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=',
)
const toThree = [
	'KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
	'KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
]
const toFive = [
	toThree[0],
	'+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=',
	'KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
]

const seenOne: SeenTree = { size: 1, root: new Uint8Array([0x2a, ...new Uint8Array(31)]) }

const ask = async (old: number, proof: readonly (string | undefined)[], note: string, seen?: SeenTree) => {
	const request = parseAddCheckpoint([`old ${old}`, ...proof, '', note].join('\n'))
	if (!request.ok) return { status: 400 }
	return judgeCheckpoint(request.value, {
		findKeys: (of) => (of === origin ? [key] : []),
		findSeen: () => seen,
	})
}

test('a record that is new here is signed from its first checkpoint on', async () => {
	expect(await ask(0, [], ofOne)).toMatchObject({ status: 200, origin, size: 1, note: ofOne })
})

test('a tree that goes on is signed, by another proof for another size', async () => {
	expect(await ask(1, toThree, ofThree, seenOne)).toMatchObject({ status: 200, size: 3 })
	expect(await ask(1, toFive, ofFive, seenOne)).toMatchObject({ status: 200, size: 5 })
})

test.each([
	['a signature with one letter changed', 1, toThree, ofThree.replace('x6go=', 'x6gs='), 403],
	['a signature in base64 that no program writes so', 1, toThree, ofThree.replace('x6go=', 'x6gx='), 400],
	[
		'a record that is not known',
		1,
		toThree,
		sign(rootOfThree, signatureOfThree, origin.replace(/2$/u, '3')),
		404,
	],
	['no proof', 1, [], ofThree, 422],
	['a proof with one bit changed', 1, [toThree[0], toThree[1]?.replace('AAA=', 'ABA=')], ofThree, 422],
	['an old size that is not the last one', 0, [], ofThree, 409],
	['an old size above the new one', 4, [], ofThree, 400],
	['no line of the old size', Number.NaN, [], ofThree, 400],
] as const)('%s is refused', async (_, old, proof, note, status) => {
	expect(await ask(old, proof, note, seenOne)).toMatchObject({ status })
})

test('who asks with a size that is too old is told the last one', async () => {
	expect(await ask(0, [], ofThree, { ...seenOne, size: 2 })).toEqual({ status: 409, size: 2 })
})
