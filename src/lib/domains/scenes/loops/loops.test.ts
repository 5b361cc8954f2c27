/** Rules that every picture of `content/loops` keeps. */
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { locales } from '#base'
import { library } from '#domains/guide/server'
import { ContentError } from '#domains/guide'
import { sceneDay } from '#ui/tokens/scenes'
import { scenes } from '../server/index.ts'
import { buildLoops } from './index.ts'
import { findLoopFile, loopFileNames, loops, toLoopPicture } from './server/index.ts'

const get = (name: string): string => findLoopFile(name) ?? ''

test('there are three loops, each led to from a page for children', () => {
	expect(loops.map(({ id }) => id)).toEqual(['chain', 'hook', 'secret'])
	const ofChildren = library.topics.filter(({ audiences }) => audiences.includes('children'))
	for (const { id, topics } of loops)
		expect(
			ofChildren.some((topic) => topics.includes(topic.id)),
			id,
		).toBe(true)
})

test('a loop weighs at most 8 KB as it is sent, its strip no more', () => {
	expect(loopFileNames).toHaveLength(12)
	for (const name of loopFileNames)
		expect(brotliCompressSync(get(name)).length, name).toBeLessThanOrEqual(8192)
})

test('files bring every colour that they use, and nothing else than drawing and style', () => {
	for (const name of loopFileNames) {
		const svg = get(name)
		const used = new Set([...svg.matchAll(/var\(--s-([a-z0-9-]+)\)/gu)].map(([, colour = '']) => colour))
		expect(
			[...used].filter((colour) => !(colour in sceneDay) || !svg.includes(`--s-${colour}:`)),
			name,
		).toEqual([])
		expect(svg, name).toContain('@media screen and (prefers-color-scheme:dark)')
		expect(svg, name).not.toMatch(/<script|<text|<image|href|\son[a-z]+=|NaN|undefined/u)
	}
})

test('a page finds its files in every language: mirrored from right to left, six to eight frames, words of its own', () => {
	for (const locale of locales)
		for (const loop of loops) {
			const { still, moving, frames, darija } = toLoopPicture(loop, locale)
			expect(findLoopFile(moving.replace('/scenes/', '')), moving).toBeDefined()
			expect(moving.includes('.rtl')).toBe(locale === 'ar')
			expect(still.src.includes('.rtl')).toBe(locale === 'ar')
			expect(still.alt.length).toBeGreaterThan(10)
			expect(darija).toMatch(/^[\p{Script=Arabic}\s،:]+$/u)
			expect(new Set(frames).size).toBe(loop.frames.length)
			expect(findLoopFile(frames[0]?.replace(/^\/scenes\/|#.*$/gu, '') ?? '')).toBeDefined()
		}
})

const text = `still: loop-hook
darija: 'مورا الكادو كاين السنارة'
topics: [games]
place: plain
frames: [0, 3, 6, 9, 12, 15]
parts:
  - poses: [{ from: 0, shows: [{ thing: gift, at: [1, 2] }] }]
`
const build = (yaml: string, id = 'hook') =>
	buildLoops(new Map([[`content/loops/${id}.yaml`, yaml]]), { scenes, library })

test('a loop is read with its name', () => {
	expect(build(text).map(({ id, isDirected }) => ({ id, isDirected }))).toEqual([
		{ id: 'hook', isDirected: false },
	])
})

test.each([
	['a still that is not there', text.replace('loop-hook', 'loop-none'), 'there is no picture loop-none'],
	['a topic that is not there', text.replace('[games]', '[gardens]'), 'there is no topic gardens'],
	['a thing that is not there', text.replace('gift', 'dragon'), 'there is no thing dragon'],
	['moments that do not begin at 0', text.replace('from: 0', 'from: 3'), 'moments begin at 0'],
	['fewer than six frames', text.replace('[0, 3, 6, 9, 12, 15]', '[0, 3]'), 'content/loops/hook.yaml:'],
])('%s stops the build', (_, yaml, reason) => {
	expect(() => build(yaml)).toThrow(ContentError)
	expect(() => build(yaml)).toThrow(reason)
})

test('a loop that no words tell stops the build', () => {
	expect(() => build(text, 'own')).toThrow('nothing says what this loop tells')
})
