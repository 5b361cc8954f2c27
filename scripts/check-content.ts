/**
 * Checks every page of advice against docs/writing.md and prints what is wrong as file:line: reason.
 * `npm run content`, or with `--lang ar bullying` for one language and some topics. Exit code 1 when anything is wrong.
 */
import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { checkPage, type DiscouragedTerm } from '../src/lib/domains/guide/page-check.ts'
import { parseTopicPage, toIssueLine } from '../src/lib/domains/guide/topic-page.ts'

const args = process.argv.slice(2)
const langAt = args.indexOf('--lang')
const only = langAt >= 0 ? args.splice(langAt, 2)[1] : undefined
const terms = parse(readFileSync('content/terms.yaml', 'utf8')) as Record<string, DiscouragedTerm[]>
const sources = Object.keys(parse(readFileSync('content/sources.yaml', 'utf8')) as object)
const files = globSync('content/topics/*/*/*.md').sort()
let wrong = 0
let pages = 0
for (const file of files) {
	if (only !== undefined && !file.endsWith(`/${only}.md`)) continue
	if (args.length > 0 && !args.some((topic) => file.includes(`/${topic}/`))) continue
	pages++
	const parsed = parseTopicPage(file, readFileSync(file, 'utf8'))
	const issues = parsed.ok ? checkPage(parsed.value, terms[parsed.value.language] ?? []) : parsed.issues
	if (parsed.ok)
		for (const id of parsed.value.sources)
			if (!sources.includes(id)) issues.push({ path: '1', message: `source ${id} is not in content/sources.yaml` })
	for (const issue of issues) console.log(toIssueLine(file, issue))
	wrong += issues.length
}
console.log(`${pages} pages checked, ${wrong} things to mend`)
process.exit(wrong > 0 ? 1 : 0)
