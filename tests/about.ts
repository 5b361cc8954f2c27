/**
 * What each test of the long lane is about: the folders and files whose change makes it run before others (`scripts/long.ts`). A test is
 * also about itself and, where it stands beside code, about the folder that it stands in.
 */

const intake = 'src/routes/[lang=lang]/(intake)/'
const site = 'src/routes/[lang=lang]/(site)/'
const layout = ['src/routes/[lang=lang]/+', site, `${intake}+`, 'messages/']
const answers = ['content/answers/', 'content/help/', 'content/topics/', 'src/lib/domains/guide/']
const reports = [intake, 'src/lib/domains/reports/', 'src/lib/tools/seal/']
const desk = ['src/routes/(desk)/', 'src/lib/domains/cases/']
const keys = ['src/lib/domains/people/keys/', 'src/lib/domains/people/server/keys/', 'src/lib/tools/seal/']
const record = ['src/lib/platform/server/audit/', 'src/lib/domains/acts/', 'src/routes/record/']
const processes = ['src/serve.ts', 'src/server/process/', 'src/server/http/', 'migrations/']
const database = ['src/lib/platform/server/database/', 'migrations/']
const exchange = ['content/exchange/', 'src/lib/domains/exchange/', 'src/routes/(exchange)/']
const programme = ['content/programme/', 'src/lib/domains/programme/']
const protect = ['content/protect/', 'src/lib/domains/protect/', 'src/routes/files/']
const skills = ['content/skills/', 'src/lib/domains/skills/']
const law = ['content/law/', 'src/lib/domains/law/', `${site}law/`]

/** Beginnings of the names of test files, each with what they are about: every row that fits counts. */
const rows: Readonly<Record<string, readonly string[]>> = {
	'eslint.config.js': desk,
	'scripts/check-budgets.ts': [...layout, 'src/islands/', 'content/'],

	'src/lib/domains/': database,
	'src/lib/domains/exchange/': exchange,
	'src/lib/domains/reports/': reports,
	'src/server/public/indicators/': exchange,
	'src/lib/domains/guide/search/': ['content/search/', ...answers],
	'src/lib/domains/law/': law,
	'src/lib/domains/people/': keys,
	'src/lib/domains/programme/': programme,
	'src/lib/domains/skills/': skills,

	'scripts/audit-verify': ['scripts/audit-verify', ...record],
	'scripts/clock-confirm': ['scripts/clock-confirm.ts', 'src/lib/platform/server/clock/'],
	'scripts/demo-exchange': ['scripts/demo-exchange', ...exchange],
	'scripts/demo-programme': ['scripts/demo-programme', ...programme],
	'scripts/find-files': ['scripts/find-files.ts'],
	'scripts/installation': ['scripts/installation.ts', 'scripts/operator-commands.ts', ...processes],
	'scripts/keys-': ['scripts/keys-', ...keys],
	'scripts/law-check': ['scripts/law-check.ts', ...law],
	'scripts/learn-danger': ['scripts/learn-danger.ts', 'content/search/', 'src/lib/domains/guide/search/'],
	'scripts/log-signer': ['scripts/log-signer.ts', ...record],
	'scripts/run-checks': ['scripts/run-checks.ts'],
	'scripts/safety-': ['scripts/safety-', 'content/safety/', ...answers],
	'scripts/voice': ['scripts/voice', 'src/routes/[lang=lang]/(site)/help/'],
	'scripts/witness': ['scripts/witness', ...record],

	'tests/house/backup': ['scripts/keys-', ...keys, ...database],
	'tests/house/family-plan-pdf': [`${site}tools/`, ...protect],
	'tests/house/lesson-paper': ['src/server/public/lesson-paper.ts', ...skills],
	'tests/house/time-zones': ['src/lib/'],

	'tests/targets/': protect,
	'tests/targets/fuzz': ['fuzz/'],
	'tests/targets/model': ['model/', ...reports],
	'tests/targets/systemd-units': ['deploy/'],
	'tests/targets/proxies-': ['deploy/', 'src/server/http/'],
	...Object.fromEntries(
		[
			'exchange-',
			'jwcrypto',
			'partner-keys',
			'pgp-mail',
			'pymisp',
			'rdap',
			'referral-by-pgp',
			'stopncii-client',
			'taxii2-client',
			'xarf-',
		].map((name) => [`tests/targets/${name}`, exchange]),
	),
	'tests/targets/r-statistics': ['src/lib/tools/statistics/', ...programme],
	'tests/targets/random-choices': protect,
	'tests/canary/': ['scripts/canary', 'src/lib/domains/protect/canary/', ...protect],

	'tests/e2e/accessibility': layout,
	'tests/e2e/answers': answers,
	'tests/e2e/apps': [...protect, `${site}tools/`],
	'tests/e2e/behind-a-proxy': ['deploy/', 'src/server/http/'],
	'tests/e2e/built-addresses': ['src/routes/', 'scripts/finish-build.ts'],
	'tests/e2e/child-cards': [...answers, 'content/scenes/'],
	'tests/e2e/classroom': ['scripts/classroom.ts', `${site}classroom/`, ...skills],
	'tests/e2e/code-as-published': ['scripts/canary-code', 'src/server/http/', 'vite.config.ts'],
	'tests/e2e/counting': ['src/lib/domains/programme/counting/'],
	'tests/e2e/derb': ['content/derb/', 'src/lib/domains/derb/'],
	'tests/e2e/desk/': desk,
	...Object.fromEntries(
		['campaigns', 'plan', 'session-figures', 'trials'].map((name) => [`tests/e2e/desk/${name}`, programme]),
	),
	...Object.fromEntries(
		['indicators', 'partners', 'preservation', 'referrals'].map((name) => [
			`tests/e2e/desk/${name}`,
			exchange,
		]),
	),
	...Object.fromEntries(
		['daily-unlock', 'holders', 'pinned-client'].map((name) => [`tests/e2e/desk/${name}`, keys]),
	),
	'tests/e2e/desk/whole-way': [...reports, ...keys, ...record],
	'tests/e2e/examples': layout,
	'tests/e2e/exchange-journey': exchange,
	'tests/e2e/first-screen': [...layout, 'content/derb/', ...skills],
	'tests/e2e/found-by-others': ['src/routes/sitemap.xml/', 'src/routes/robots.txt/', ...layout],
	'tests/e2e/guides': protect,
	'tests/e2e/health': ['src/routes/health/', 'src/server/public/health.ts', ...processes],
	'tests/e2e/hubs': [site, 'content/topics/'],
	'tests/e2e/inspect': ['src/lib/tools/inspect/', 'src/islands/', `${site}tools/`],
	'tests/e2e/is-it-on': protect,
	'tests/e2e/keyboard': layout,
	'tests/e2e/layout': layout,
	'tests/e2e/lesson-without-internet': [`${site}teachers/`, ...skills],
	'tests/e2e/long-pages': [`${site}tools/`, ...protect],
	'tests/e2e/loops': ['content/loops/', `${site}children/`],
	'tests/e2e/menu': layout,
	'tests/e2e/mirror': ['scripts/mirror-', 'src/lib/domains/programme/mirrors/'],
	'tests/e2e/partner-message': exchange,
	'tests/e2e/poisoned-copies': ['src/islands/offline.ts', 'src/islands/worker-client.ts', 'src/server/http/'],
	'tests/e2e/programme': programme,
	'tests/e2e/report/': reports,
	'tests/e2e/roles': processes,
	'tests/e2e/start': processes,
	'tests/e2e/stories': skills,
	'tests/e2e/ten-minutes': [...programme, ...law],
	'tests/e2e/trainer-offline': ['src/routes/(field)/', 'src/islands/trainer', ...programme],
	'tests/e2e/widget': ['src/routes/w/', 'src/lib/domains/programme/widget/'],
	'tests/e2e/witnesses': ['scripts/witness', ...record],

	'tests/privacy/canary-search': ['src/lib/domains/guide/search/', `${site}search/`],
	'tests/privacy/exchange-canaries': exchange,
	'tests/privacy/leaves-no-trace': ['src/islands/', site],
	'tests/privacy/memory': ['src/server/http/', ...reports],
	'tests/privacy/widget': ['src/routes/w/', 'src/lib/domains/programme/widget/'],
}

const folderOf = (file: string): readonly string[] =>
	file.startsWith('src/') ? [file.slice(0, file.lastIndexOf('/') + 1)] : []

/** Beginnings of the paths that a test is about, itself among them. */
export const findSubjects = (file: string): string[] => [
	...new Set([
		file,
		...folderOf(file),
		...Object.entries(rows).flatMap(([start, subjects]) => (file.startsWith(start) ? subjects : [])),
	]),
]

/** Rows of the table, for the test that they name what is there. */
export const listSubjects = (): readonly (readonly [start: string, subjects: readonly string[]])[] =>
	Object.entries(rows)
