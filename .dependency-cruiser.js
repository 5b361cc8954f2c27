// Who may import whom. Read it top to bottom: it is the floor plan of src/.

/** Which domain may enter which other domain. A domain that is not named enters none. */
const mayEnter = {
	law: ['guide'],
	protect: ['guide', 'scenes'],
	skills: ['guide'],
	scenes: ['guide'],
	derb: ['guide', 'scenes'],
	approvals: ['acts', 'people'],
	wellbeing: ['acts', 'guide'],
	cases: ['acts', 'approvals', 'wellbeing', 'reports', 'people', 'law', 'guide'],
	leaving: ['cases', 'acts', 'approvals', 'reports', 'people', 'law', 'guide'],
	retention: ['cases', 'acts', 'approvals', 'people'],
	programme: ['acts', 'approvals', 'people', 'law', 'skills', 'guide'],
	exchange: ['acts', 'approvals', 'cases', 'leaving', 'people', 'reports', 'wellbeing', 'law', 'guide'],
}

/** Which room of the server may enter which other: what is once a process stands at the bottom, what runs by itself at the top. */
const serverMayEnter = {
	process: [],
	http: ['process'],
	desk: ['process'],
	public: ['process', 'desk'],
	upkeep: ['process', 'desk'],
	acts: ['process', 'desk', 'public', 'upkeep'],
}

const refuse = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const test = '\\.(test|spec)\\.ts$'
const families = [
	'seal',
	'script',
	'files',
	'inspect',
	'notices',
	'dns-filter',
	'channels',
	'indicators',
	'open-data',
	'statistics',
	'campaign',
	'drawing',
]
const above = `(?:domains/|tools/(?:${families.join('|')})/)?` // what stands above a room of lib
const room = `^src/lib/${above}([^/]+)/` // $1: the room a file stands in
const door = '(^|/)index\\.ts$'
const domainOnly = (who, whom) => [
	{ path: `^src/lib/domains/${who}/`, pathNot: test },
	{ path: '^src/lib/domains/', pathNot: `^src/lib/domains/(${[who, ...whom].join('|')})/` },
]

export default {
	forbidden: [
		refuse('no-cycles', 'A circle cannot be read from any end.', {}, { circular: true }),
		refuse(
			'must-resolve',
			'The file is not there.',
			{},
			{
				couldNotResolve: true,
				pathNot: '^(\\$app|\\./\\$types|@sveltejs/kit|.*\\?(raw|url|worker))',
			},
		),

		// floors: base < tools < platform, ui < domains < server < routes
		refuse(
			'base-stands-alone',
			'Everything stands on base.',
			{ path: '^src/lib/base', pathNot: test },
			{ path: '^src/', pathNot: '^src/lib/base' },
		),
		refuse(
			'tools-know-nothing-of-us',
			'A tool is one technique; it could be published alone.',
			{ path: '^src/lib/tools/([^/]+)/([^/]+)/', pathNot: test },
			{
				path: '^(src|messages|content|migrations)/',
				pathNot: '^src/lib/(base|tools/$1/$2)/|^src/lib/tools/$1/index\\.ts$',
			},
		),
		refuse(
			'the-noun-of-a-family-knows-none-of-its-rooms',
			'Rooms of a family stand on its noun, not the other way.',
			{ path: '^src/lib/tools/[^/]+/[^/]+\\.ts$', pathNot: test },
			{ path: '^src/', pathNot: '^src/lib/base/|^src/lib/tools/[^/]+/[^/]+\\.ts$' },
		),
		refuse(
			'platform-knows-no-domain',
			'Floor 2 carries floor 3, not the other way.',
			{ path: '^src/lib/(platform|ui)' },
			{ path: '^src/lib/domains|^src/routes' },
		),
		refuse(
			'platform-and-ui-apart',
			'What is shown and what is stored do not meet here.',
			{ path: '^src/lib/platform' },
			{ path: '^src/lib/ui|^messages' },
		),
		refuse(
			'ui-touches-no-platform',
			'Components run in a browser.',
			{ path: '^src/lib/ui' },
			{ path: '^src/lib/platform' },
		),
		refuse(
			'domains-know-no-page',
			'Pages come and go.',
			{ path: '^src/lib/domains' },
			{ path: '^src/routes|^src/hooks' },
		),
		refuse(
			'nothing-enters-the-application',
			'lib is carried by the application, not the other way.',
			{ path: '^src/lib/', pathNot: test },
			{ path: '^src/(?!lib/)' },
		),
		refuse(
			'server-knows-no-page',
			'Pages come and go.',
			{ path: '^src/server/', pathNot: test },
			{ path: '^src/(routes|islands|hooks)|^src/[^/]+$' },
		),
		refuse(
			'islands-touch-no-server',
			'They run in a browser.',
			{ path: '^src/(islands|service-worker)' },
			{ path: '^src/server/|/platform/' },
		),
		...Object.entries(serverMayEnter).map(([who, whom]) =>
			refuse(
				`server-${who}-enters-only-listed`,
				'A new edge is a word in serverMayEnter.',
				{ path: `^src/server/${who}/`, pathNot: test },
				{ path: '^src/server/', pathNot: `^src/server/(${[who, ...whom].join('|')})/` },
			),
		),
		refuse(
			'unlisted-domains-enter-none',
			'A new edge is a decision record and a line in mayEnter.',
			{
				path: '^src/lib/domains/([^/]+)',
				pathNot: [test, `^src/lib/domains/(${Object.keys(mayEnter).join('|')})/`],
			},
			{ path: '^src/lib/domains/', pathNot: '^src/lib/domains/$1/' },
		),
		...Object.entries(mayEnter).map(([who, whom]) =>
			refuse(
				`${who}-enters-only-listed`,
				'A new edge is a decision record and a word in mayEnter.',
				...domainOnly(who, whom),
			),
		),

		// doors: another room is entered by its index.ts, server/index.ts or a component
		refuse(
			'front-door-only',
			'Enter a room by its index.ts or a component.',
			{ path: room, pathNot: test },
			{ path: '^src/lib/', pathNot: `${door}|\\.svelte$|\\.css$|^src/lib/${above}$1/` },
		),
		refuse(
			'front-door-from-pages',
			'Enter a room by its index.ts or a component.',
			{ path: '^src/', pathNot: '^src/lib/' },
			{ path: '^src/lib/', pathNot: `${door}|\\.svelte$|\\.css$|\\.woff2$` },
		),

		// inside a domain: rules at the top, I/O in server/, looks in ui/
		refuse(
			'rules-do-no-io',
			'Rules take values and give values: they must run in a browser tab without a network.',
			{ path: '^src/lib/domains/.*\\.ts$', pathNot: [test, '/(server|ui|paper)/'] },
			{ path: '/server/|/ui/|node_modules/(kysely|@electric-sql|pg|@sveltejs)/' },
		),
		refuse(
			'rules-use-no-node',
			'Rules and tools run in a browser too.',
			{ path: '^src/lib/(domains|tools|base)/.*\\.ts$', pathNot: [test, '/(server|ui|paper)/'] },
			{ dependencyTypes: ['core'] },
		),
		refuse(
			'paper-is-set-from-values',
			'What is printed is made of values and words, as a page is.',
			{ path: '^src/lib/domains/.*/paper/', pathNot: test },
			{
				path: '/server/|node_modules/(kysely|@electric-sql|pg|@sveltejs)/',
				dependencyTypesNot: ['type-only'],
			},
		),
		refuse(
			'looks-touch-no-server',
			'A component that reaches a server folder leaks it to the browser.',
			{ path: '\\.svelte$|^src/lib/.*/ui/' },
			{ path: '/server/' },
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'types'],
			extensions: ['.ts', '.js', '.svelte'],
		},
	},
}
