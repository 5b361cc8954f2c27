import { expect, test } from 'vitest'
import { isAnsweredHere } from './parts.ts'

const site = [
	'/',
	'/fr',
	'/fr/help',
	'/zgh-latn/search',
	'/fr/search.json',
	'/contacts.json',
	'/figures.csv',
	'/law/data/x.json',
	'/eli/ma/loi/2018/103.13',
	'/packs/x.zip',
	'/og/fr.png',
	'/sitemap.xml',
	'/service-worker.js',
	'/manifest/fr.webmanifest',
	'/fr/record',
	'/fr/reports',
	'/recording',
	'/deskx',
]
const addresses = {
	site,
	intake: ['/fr/report', '/ar/mailbox', '/zgh-latn/report/first-minutes.json', '/intake/epoch'],
	desk: ['/desk', '/desk/people'],
	record: ['/record/checkpoint', '/record/proof'],
	always: [
		'/health',
		'/health/live',
		'/health/ready',
		'/robots.txt',
		'/.well-known/security.txt',
		'/_app/immutable/a.js',
		'/icon.svg',
		'/favicon.ico',
	],
}

test.each([
	[['site'], ['site', 'always']],
	[['classroom'], ['site', 'always']],
	[['intake'], ['intake', 'record', 'always']],
	[['desk'], ['desk', 'record', 'always']],
	[['jobs'], ['always']],
	[['site', 'intake', 'desk'], Object.keys(addresses)],
] as const)('a process with the roles %j answers %j and nothing else', (roles, parts) => {
	const answered = Object.entries(addresses).filter(([, paths]) =>
		paths.some((path) => isAnsweredHere(path, roles)),
	)
	expect(answered.map(([name]) => name).sort()).toEqual([...parts].sort())
	for (const [, paths] of answered) expect(paths.filter((path) => !isAnsweredHere(path, roles))).toEqual([])
})
