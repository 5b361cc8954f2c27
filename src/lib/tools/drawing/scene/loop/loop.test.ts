import { expect, test } from 'vitest'
import { drawScene, type CastMember, type Scene } from '../index.ts'
import { drawLoop, drawLoopFrame, loopSeconds, type Loop } from './index.ts'

const person: CastMember = {
	age: 'child',
	gender: 'girl',
	skin: 2,
	face: 'round',
	hair: 'braids',
	hairColour: 'black',
	cover: 'plum',
	wears: 'smock',
	cloth: 'mint',
	trim: 'sand',
	has: [],
}
const cast = { one: person }
const still: Scene = {
	place: 'plain',
	time: 'day',
	isDirected: true,
	shows: [{ thing: 'bubble:heart', at: [100, 100] }],
}
const part: Loop['parts'][number] = {
	poses: [
		{ from: 0, shows: [{ who: 'one', at: [120, 140], mood: 'sad' }] },
		{ from: 8, shows: [{ who: 'one', at: [120, 140], mood: 'glad' }] },
		{ from: 15, shows: [] },
	],
}
const loop: Loop = { place: 'plain', time: 'day', isDirected: true, parts: [part] }
const draw = (changes: Partial<Loop>, isMirrored = false): string =>
	drawLoop({ loop: { ...loop, ...changes }, still, cast }, isMirrored)
const frame = (at: number, changes: Partial<Loop> = {}): string =>
	drawLoopFrame({ loop: { ...loop, ...changes }, cast }, { at })
const readKeyframes = (svg: string, name: string): string =>
	new RegExp(`@keyframes ${name}\\{((?:[^{}]*\\{[^{}]*\\})*)\\}`, 'u').exec(svg)?.[1] ?? ''

test('a loop has no script, no text, no identifier, no address, and no colour of its own', () => {
	const svg = draw({ parts: [{ ...part, sway: { turn: 1, seconds: 4 }, moves: [{ at: 0, by: [3, 4] }] }] })
	expect(svg).not.toMatch(/<script|<text|<title|\sid=|\son[a-z]+=|url\(|href|NaN|undefined/u)
	expect(svg).not.toMatch(/(?:fill|stroke)="(?!var\(--s-|none)/u)
	expect(svg.match(/<g[ >]/gu)?.length).toBe(svg.match(/<\/g>/gu)?.length)
})

test('moves end where they began, and what a stop does not say stays as it was', () => {
	const moves = [
		{ at: 0, by: [10, 20], fade: 0 },
		{ at: 5, by: [30, 40], turn: 7 },
		{ at: 10, size: 2, fade: 1 },
	] as const
	const keyframes = readKeyframes(draw({ parts: [{ ...part, moves }] }), 'm0')
	expect(keyframes).toContain('0%,100%{transform:translate(10px,20px);opacity:0}')
	expect(keyframes).toContain('25%{transform:translate(30px,40px) rotate(7deg);opacity:0}')
	expect(keyframes).toContain('50%{transform:translate(30px,40px) rotate(7deg) scale(2);opacity:1}')
})

test('at every moment a pose is seen, the old one until the new one covers it', () => {
	const svg = draw({})
	const first = readKeyframes(svg, 'p0-0')
	const second = readKeyframes(svg, 'p0-1')
	expect(second).toMatch(/0%,40%,.*100%\{opacity:0\}/u)
	expect(first).toMatch(/0%,41\.5%.*\{opacity:1\}/u)
	expect(readKeyframes(draw({ parts: [{ poses: part.poses.slice(0, 1) }] }), 'p0-0')).toBe('')
})

test('nothing repeats faster than in four seconds', () => {
	const svg = draw({ parts: [{ ...part, sway: { turn: 1, seconds: 4 } }] })
	const seconds = [...svg.matchAll(/animation-duration:(\d+)s/gu)].map(([, value]) => Number(value))
	expect(seconds).toEqual([loopSeconds, 4])
})

test('who asked for less motion, and paper, get the still alone', () => {
	const svg = draw({})
	expect(svg).toContain(
		'@media print,(prefers-reduced-motion:reduce){.still{display:inline}.move,.move g{display:none;animation:none}}',
	)
	const whole = drawScene(still, cast).replace(/^<svg[^>]*>|<\/svg>$/gu, '')
	expect(svg).toContain(`<g class="still">${whole}</g>`)
})

test('a frame is the loop at a moment: its pose, its place, nothing that moves', () => {
	const moves = [
		{ at: 0, by: [0, 0] },
		{ at: 10, by: [100, 0], fade: 0 },
	] as const
	expect(frame(2)).not.toBe(frame(9))
	expect(frame(16)).not.toContain('skin-2')
	expect(frame(0, { parts: [{ ...part, moves }] })).toContain('translate(180 180)')
	expect(frame(5, { parts: [{ ...part, moves }] })).toContain(
		'translate(230 180) translate(-180 -180)" opacity="0.5"',
	)
	expect(frame(10, { parts: [{ ...part, moves }] })).not.toContain('skin-2')
	expect(frame(2)).not.toMatch(/<style|animation|class="move"/u)
	expect(frame(20)).toBe(frame(16))
})

test('the camera takes along what is not fixed', () => {
	const camera = [
		{ at: 0, by: [0, 0] },
		{ at: 10, by: [-100, 0] },
	] as const
	expect(draw({ camera })).toContain('<g class="camera">')
	expect(draw({ camera, parts: [{ ...part, isFixed: true }] })).not.toContain('<g class="camera">')
	expect(frame(10, { camera })).toContain('translate(-100 0)')
	expect(frame(10, { camera, parts: [{ ...part, isFixed: true }] })).not.toContain('translate(-100 0)')
})

test('a loop whose direction has a meaning is mirrored with its still and its frames', () => {
	const mirrored = draw({}, true)
	expect(mirrored.match(/matrix\(-1 0 0 1 360 0\)/gu)).toHaveLength(2)
	expect(draw({})).not.toContain('matrix')
	expect(drawLoopFrame({ loop, cast }, { at: 0, isMirrored: true })).toContain('matrix(-1 0 0 1 360 0)')
})
