import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Locked>
}

/** Where npm looks for a dependency of a package: beside it, then one folder up, and so on. */
const places = (from: string, name: string): string[] => {
	const parts =
		from === ''
			? []
			: from.split('/node_modules/').map((part, at) => (at === 0 ? part : `node_modules/${part}`))
	return Array.from({ length: parts.length + 1 }, (_, up) =>
		[...parts.slice(0, parts.length - up), `node_modules/${name}`].join('/'),
	)
}

test('the lock holds everything that its packages ask for: npm refuses to install from one with a hole', () => {
	const holes = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
		Object.keys({ ...dependencies, ...optionalDependencies })
			.filter((name) => !places(from, name).some((place) => place in packages))
			.map((name) => `${from || 'the project'} asks for ${name}`),
	)
	expect(Object.keys(packages).length).toBeGreaterThan(300)
	expect(holes).toEqual([])
})
