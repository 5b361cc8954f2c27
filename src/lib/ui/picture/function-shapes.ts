import { toStarPath } from '#ui/zellige'
import { box, circle } from './outline.ts'
import type { Shape } from './shape.ts'

const star = (x: number, y: number, radius: number): string => toStarPath([x, y], radius)
/** Pictures of what one does and uses: things, never faces, shields or locks. None points along the line, so that all serve both directions. */
export const functionShapes = {
	understand: {
		fill: 'M24 12c-5-4-12-5-20-4v29c8-1 15 0 20 4z',
		line: 'M24 12c5-4 12-5 20-4v29c-8-1-15 0-20 4zM24 12v29M30 19c3-1.5 6-2 9-1.8M30 26c3-1.5 6-2 9-1.8',
	},
	do: {
		fill: 'M4 44V34h10v-8h10v-8h10v-8h10v34z',
		line: 'M4 34h10v-8h10v-8h10v-8h10M7 22L20 9M12.5 8.5H20.5V16.5',
	},
	say: {
		fill: 'M8 5h32a5 5 0 0 1 5 5v19a5 5 0 0 1-5 5H25l-11 9v-9H8a5 5 0 0 1-5-5V10a5 5 0 0 1 5-5z',
		line: 'M12 14h24M12 20h24M12 26h13',
	},
	avoid: { fill: circle(24, 5, 19), line: `${circle(24, 5, 19)}M10.6 10.6L37.4 37.4` },
	practice: { fill: 'M19 15l15 9-15 9z', line: box(4, 6, 40, 36) },
	protection: {
		fill: 'M24 7C13 7 5 14.5 4 25c3-2.5 7-2.5 10 0 3-2.5 7-2.5 10 0 3-2.5 7-2.5 10 0 3-2.5 7-2.5 10 0C43 14.5 35 7 24 7z',
		line: 'M24 3v4M24 25v14a4.5 4.5 0 0 0 9 0M14 25c1-8 4-14 10-18 6 4 9 10 10 18',
	},
	plan: {
		fill: 'M11 13h8v8h-8zM11 27h8v8h-8z',
		line: `${box(6, 4, 36, 40)}M25 17h11M25 31h11M12 17l2.5 3 6-7M12 31l2.5 3 6-7`,
	},
	check: { fill: circle(24, 5, 19), line: 'M14 24l7.5 8L35 16' },
	phone: { fill: 'M16 10h16v24H16z', line: `${box(12, 3, 24, 42)}M21.5 39.5h5` },
	app: {
		fill: box(26, 6, 16, 16),
		line: box(6, 6, 16, 16) + box(6, 26, 16, 16) + box(26, 26, 16, 16),
	},
	link: {
		fill: star(24, 24, 6),
		line: 'M20 29a9 9 0 0 1 0-13l6-6a9.2 9.2 0 0 1 13 13l-4 4M28 19a9 9 0 0 1 0 13l-6 6a9.2 9.2 0 0 1-13-13l4-4',
	},
	router: {
		fill: box(3, 27, 42, 15),
		line: 'M12 27V11M36 27V11M19 21a7 7 0 0 1 10 0M15.5 15a13 13 0 0 1 17 0',
		dot: circle(11, 33, 1.6) + circle(18, 33, 1.6),
	},
	heard: {
		fill: 'M24 4h16a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4h-5l-5 5v-5h-6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z',
		line: 'M15 12H9a3 3 0 0 0-3 3v26a3 3 0 0 0 3 3h24a3 3 0 0 0 3-3V27M12 24h10M12 31h18M12 38h18',
	},
	decision: {
		fill: star(24, 25, 8),
		line: 'M24 45V33M24 17c0-6-4-8-13-8M24 17c0-6 4-8 13-8M15 4.5L10 9l5 4.5M33 4.5L38 9l-5 4.5',
	},
	court: {
		fill: 'M24 4l20 11H4z',
		line: 'M24 4l20 11H4zM4 44h40M8 38h32M11 15v23M20 15v23M28 15v23M37 15v23',
	},
	judgment: {
		fill: star(24, 13, 9),
		line: 'M6 27h36v6H6zM11 33v11M37 33v11M3 44h42',
	},
	location: {
		fill: 'M24 3a15 15 0 0 1 15 15c0 9-9.5 17-15 26C18.5 35 9 27 9 18A15 15 0 0 1 24 3z',
		line: circle(24, 12, 6),
	},
	mailbox: {
		fill: 'M4 22a9 9 0 0 1 9-9h21a9 9 0 0 1 9 9v14H4z',
		line: 'M24 36v9M13 13a9 9 0 0 1 9 9v14M32 22V4h8v6h-8M9 24h8',
	},
	write: {
		fill: 'M30 9l9 9-19 19-12 3 3-12z',
		line: 'M30 9l4-4a3.2 3.2 0 0 1 4.5 0L43 9.5a3.2 3.2 0 0 1 0 4.5l-4 4M26 13l9 9M6 45h36',
	},
	receipt: {
		fill: 'M4 11h40v9a4 4 0 0 0 0 8v9H4v-9a4 4 0 0 0 0-8z',
		line: 'M33 11v4M33 20v3M33 27v3M33 34v3M10 21h4M18 21h4M26 21h1M10 28h4M18 28h4M26 28h1',
	},
	sealed: { fill: 'M4 10h40v29H4z', line: 'M4 11l20 16 20-16M4 38l14-15M44 38L30 23' },
	send: { fill: 'M24 4l16 38-16-9-16 9z', line: 'M24 4v29' },
	unnamed: { fill: box(3, 16, 42, 26), line: 'M19 16V7h10v9M10 30h6M21 30h6M32 30h6' },
	reader: {
		fill: circle(13, 21, 9) + circle(35, 21, 9),
		line: `${circle(13, 21, 9)}${circle(35, 21, 9)}M22 29c1.5-1.5 2.5-1.5 4 0M4 29l5-16M44 29l-5-16`,
	},
	watched: {
		fill: circle(24, 23, 5.5),
		line: `${box(3, 5, 42, 38)}M3 14h42M10 28.5c6-9.5 22-9.5 28 0-6 9.5-22 9.5-28 0z`,
	},
	danger: {
		fill: 'M24 8c7 0 11 5 11 12v9l5 7H8l5-7v-9c0-7 4-12 11-12z',
		line: 'M19.5 40a4.5 4.5 0 0 0 9 0M24 3.5V8M4 17c0-5 2-9 5-12M44 17c0-5-2-9-5-12',
	},
	today: { fill: 'M19 24h10v10H19z', line: `${box(5, 8, 38, 35)}M5 17h38M15 4v8M33 4v8` },
	calm: {
		fill: 'M13 24h22l-2.5 19h-17z',
		line: 'M11 16h26l-3.5 27h-19zM17.5 11c-2-2 2-4 0-7M24 11c-2-2 2-4 0-7M30.5 11c-2-2 2-4 0-7',
	},
	unsure: {
		fill: 'M8 7h25l6 5.5-6 5.5H8zM40 22H15l-6 5.5 6 5.5h25z',
		line: 'M24 3v4M24 18v4M24 33v12M16 45h16',
	},
	next: { fill: star(24, 8, 6) + star(24, 22, 6), line: 'M24 30v13M17 37l7 7 7-7' },
	fault: {
		fill: 'M2 28h13a6.5 6.5 0 0 1-13 0zM33 28h13a6.5 6.5 0 0 1-13 0z',
		line: 'M24 5v36M14 43h20M8.5 13h31M8.5 13L2 28M8.5 13L15 28M39.5 13L33 28M39.5 13L46 28',
	},
} as const satisfies Readonly<Record<string, Shape>>
