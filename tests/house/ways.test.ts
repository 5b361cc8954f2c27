/** The ways of data that ARCHITECTURE.md follows stand as it says, and enter no room twice. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'

/** Steps of each way, by its name: the files that a line names. */
const readWays = (text: string): Map<string, string[]> => {
	const section = /^## Four ways of data$([\s\S]*?)^## /mu.exec(text)?.[1] ?? ''
	const ways = section.split(/^\*\*/mu).slice(1)
	return new Map(
		ways.map((way) => {
			const steps = way.split('\n').filter((line) => /^\d+\. /u.test(line))
			const files = steps.flatMap((line) =>
				[...line.matchAll(/`(src\/[^`]+)`/gu)].map(([, file = '']) => file),
			)
			return [way.split('**')[0] ?? '', files]
		}),
	)
}

/** Rooms that a way leaves and comes back to. */
const findEnteredTwice = (files: readonly string[]): string[] => {
	const rooms = files.map((file) => dirname(file)).filter((room, at, all) => room !== all[at - 1])
	return rooms.filter((room, at) => rooms.indexOf(room) !== at)
}

const ways = readWays(readFileSync('ARCHITECTURE.md', 'utf8'))

test('four ways are followed', () => {
	expect([...ways.values()].map((files) => files.length > 4)).toEqual([true, true, true, true])
})

test.each([...ways])('%s: every step is there, and no room is entered twice', (_, files) => {
	expect(files.filter((file) => !existsSync(file))).toEqual([])
	expect(findEnteredTwice(files)).toEqual([])
})

test('a way that comes back to a room is seen', () => {
	expect(findEnteredTwice(['src/a/x.ts', 'src/a/y.ts', 'src/b/x.ts', 'src/a/z.ts'])).toEqual(['src/a'])
})
