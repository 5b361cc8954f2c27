import { box, circle } from './outline.ts'
import type { Shape } from './shape.ts'

/** Shoulders of a person whose head stands over them. */
const bust = (x: number, foot: number, width: number, height: number): string =>
	`M${x - width} ${foot}c0-${height * 0.7} ${width * 0.45}-${height} ${width}-${height}s${width} ${height * 0.3} ${width} ${height}`

/** The line that strikes through what is not to be done. */
const strike = 'M9 43L39 5'

/**
 * What a card says to do, or not to do. Things and people at work, never a face: whoever reads it fills it in. None points along the line,
 * so that all serve both directions; what is not done is struck through.
 */
export const cardShapes = {
	tell: {
		fill: 'M7 3h18a4 4 0 0 1 4 4v7a4 4 0 0 1-4 4h-8l-6 5v-5H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z',
		line: `${circle(12, 25, 4.6)}${bust(12, 45, 9, 9)}${circle(35, 15, 6)}${bust(35, 45, 11, 14)}`,
		dot: circle(10.5, 9.2, 1.5) + circle(16, 9.2, 1.5) + circle(21.5, 9.2, 1.5),
	},
	call: {
		fill: 'M13 6l6 1.5 2.5 9-5 4.500c2.5 5 5.5 8 10.5 10.500l4.5-5 9 2.5 1.5 6c0 4-3 7-7 7C19 42 6 29 6 13c0-4 3-7 7-7z',
		line: 'M28 5a15 15 0 0 1 15 15M28 12a8 8 0 0 1 8 8',
	},
	breathe: {
		fill: circle(15, 6, 5.5),
		line: 'M22 16h9a5 5 0 1 0-5-5M4 24h34a5.5 5.5 0 1 1-5.5 5.500M10 32h14a5 5 0 1 1-5 5',
	},
	hospital: {
		fill: 'M21 12h6v5.500h5.500v6H27V29h-6v-5.500h-5.500v-6H21z',
		line: 'M8 44V8a3 3 0 0 1 3-3h26a3 3 0 0 1 3 3v36M3 44h42M19 44v-9h10v9',
	},
	'leave-place': {
		fill: 'M11 5l15 6v38l-15-5z',
		line: 'M36 44V5H11v39l15 4.500V11L11 5M36 44h-10M43 44h-2',
		dot: circle(21.5, 27, 1.8),
	},
	'stay-close': {
		fill: 'M3 45c0-12 5-18 13-18 6 0 10 3 12 7 1.5-1.5 3.5-2.5 6-2.5 7 0 11 5 11 13.500z',
		line: `${circle(16, 7, 7)}${circle(34, 16, 5.5)}M10 45v-6M16 35c5 5 13 6 18 2`,
	},
	listen: {
		fill: 'M11 20a13 13 0 0 1 26 0c0 8-7 9-8 16a7 7 0 0 1-14 0z',
		line: 'M11 20a13 13 0 0 1 26 0c0 8-7 9-8 16a7 7 0 0 1-13.5 1.500M17.5 21a6.5 6.5 0 0 1 13 0c0 3.5-4 4.5-5.5 8',
	},
	'ask-plainly': {
		fill: 'M20 3h22a3.5 3.5 0 0 1 3.5 3.500v17A3.5 3.5 0 0 1 42 27H30l-7 6v-6h-3a3.5 3.5 0 0 1-3.5-3.500v-17A3.5 3.5 0 0 1 20 3z',
		line: `${circle(10, 24, 5)}M2 45c0-7 3-10 8-10s8 3 8 10M27 11c0-5.5 8.5-5 8.5-.5 0 3-4.3 3-4.3 6.5`,
		dot: circle(31.2, 19.5, 1.6),
	},
	'lock-away': {
		fill: box(16, 24, 16, 14),
		line: `${box(5, 4, 38, 38)}M24 4v12M24 38v4M10 42v4M38 42v4M19.5 24v-3.500a4.5 4.5 0 0 1 9 0V24`,
		dot: circle(24, 28.5, 2),
	},
	'no-pay': {
		fill: circle(24, 17, 7),
		line: `${box(3, 11, 42, 26)}M9.5 17v14M38.5 17v14${strike}`,
	},
	'no-send': {
		fill: `M7 36l11-12 8 8 5-4 10 9a2 2 0 0 1-2 1H9a2 2 0 0 1-2-2z${circle(32, 14, 3.6)}`,
		line: `${box(6, 8, 36, 31)}${strike}`,
	},
	'no-answer': {
		fill: 'M8 7h32a5 5 0 0 1 5 5v17a5 5 0 0 1-5 5H25l-10 8v-8H8a5 5 0 0 1-5-5V12a5 5 0 0 1 5-5z',
		line: strike,
		dot: circle(14, 19, 1.9) + circle(24, 19, 1.9) + circle(34, 19, 1.9),
	},
	'no-forward': {
		fill: circle(24, 5, 5.5) + circle(9, 31, 5.5) + circle(24, 33, 5.5) + circle(39, 31, 5.5),
		line: `M24 16v17M20 14.500L11.5 31M28 14.500L36.5 31M4 44L44 6`,
	},
	'no-meeting': {
		fill: 'M24 19a8.5 8.5 0 0 1 8.5 8.5c0 6-5.5 9.5-8.5 16-3-6.5-8.5-10-8.5-16A8.5 8.5 0 0 1 24 19z',
		line: `${circle(10, 5, 5)}${circle(38, 5, 5)}M2 30c0-8 3-11 8-11 2 0 3.5.5 5 1.500M46 30c0-8-3-11-8-11-2 0-3.5.5-5 1.500M6 46L42 12`,
	},
	'close-page': {
		fill: 'M7 6h34a3 3 0 0 1 3 3v7H4V9a3 3 0 0 1 3-3z',
		line: `${box(4, 6, 40, 36)}M4 16h40M18 23l12 12M30 23L18 35`,
	},
	'keep-proof': {
		fill: box(16, 10, 16, 28),
		line: 'M4 14V8a4 4 0 0 1 4-4h6M34 4h6a4 4 0 0 1 4 4v6M44 34v6a4 4 0 0 1-4 4h-6M14 44H8a4 4 0 0 1-4-4v-6M20 17h8M20 23h8M20 29h4',
	},
	'note-down': {
		fill: 'M39 17l6 6-15 15-7.5 1.500L24 32z',
		line: 'M34 41v1a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3h22a3 3 0 0 1 3 3v6M13 2.500V9M20 2.500V9M27 2.500V9M12 18h15M12 26h9M12 34h5',
	},
	block: {
		fill: circle(35, 24, 10),
		line: `${circle(18, 5, 7.5)}M3 44c0-11 6-17 15-17 2.2 0 4.2.4 6 1.100M29 34h12`,
	},
	'take-down': {
		fill: 'M11 15h26l-2.5 27a3 3 0 0 1-3 2.500h-15a3 3 0 0 1-3-2.500z',
		line: 'M6 15h36M17 15V8a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v7M19 23l1 14M29 23l-1 14',
	},
	'new-password': {
		fill: box(3, 27, 42, 17),
		line: 'M14 21a10.5 10.5 0 0 1 19-9M34 4v9h-9',
		dot: circle(12.5, 33, 2.5) + circle(24, 33, 2.5) + circle(35.5, 33, 2.5),
	},
	'log-out': {
		fill: circle(24, 16, 11),
		line: 'M24 4v19M14.5 10.500a18 18 0 1 0 19 0',
	},
	bank: {
		fill: 'M24 4l20 12v3H4v-3z',
		line: 'M24 4l20 12v3H4v-3zM9.5 23v14M19 23v14M29 23v14M38.5 23v14M4 43h40',
	},
	pause: { fill: circle(24, 4, 20), dot: 'M16.5 15h5v18h-5zM26.5 15h5v18h-5z' },
	repair: {
		fill: 'M8 28L28 8a8.5 8.5 0 0 1 12 12L20 40A8.5 8.5 0 0 1 8 28z',
		line: 'M17.5 18.500l12 12M22.5 13.500l12 12M12.5 23.500l12 12',
		dot: circle(24, 19.5, 1.3) + circle(24, 25.5, 1.3) + circle(21, 22.5, 1.3) + circle(27, 22.5, 1.3),
	},
	together: {
		fill: box(17, 25, 14, 20),
		line: `${circle(11, 6, 6)}${circle(37, 6, 6)}M2 38c0-10 3-15 9-15 3 0 5 1 6.5 3M46 38c0-10-3-15-9-15-3 0-5 1-6.5 3M21.5 40.500h5`,
	},
	'no-fault': {
		fill: 'M24 43C10 34 4 27 4 18.5 4 8.5 18 6 24 15c6-9 20-6.5 20 3.500C44 27 38 34 24 43z',
		line: 'M15.5 24l6.5 6.500L33.5 18',
	},
	'keep-papers': {
		fill: `${circle(16, 16, 4.5)}M8 33c0-5 3-7 8-7s8 2 8 7z`,
		line: `${box(3, 8, 42, 32)}M30 18h9M30 25h9M30 32h5`,
	},
	limits: {
		fill: 'M24 24V8a16 16 0 0 1 13.9 24z',
		line: `${circle(24, 4, 20)}M24 12v12l10 6`,
	},
	describe: {
		fill: circle(9, 6, 4.5) + circle(9, 19.5, 4.5) + circle(9, 33, 4.5),
		line: 'M20 10.500h24M20 24h24M20 37.500h15',
	},
	'warn-others': {
		fill: 'M22 5a2.3 2.3 0 0 1 4 0l10 18a2.3 2.3 0 0 1-2 3.500H14a2.3 2.3 0 0 1-2-3.500z',
		line: `M24 11v6.5${circle(8, 30, 4)}${circle(24, 30, 4)}${circle(40, 30, 4)}M2 46c0-5 2-7 6-7s6 2 6 7M18 46c0-5 2-7 6-7s6 2 6 7M34 46c0-5 2-7 6-7s6 2 6 7`,
		dot: circle(24, 20, 1.6),
	},
} as const satisfies Readonly<Record<string, Shape>>
