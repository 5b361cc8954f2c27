/**
 * Makes the search indexes before the server is built, a file a language, so that no start has to: a server opens them in a tenth of the
 * time. Each bears the hash of the content that it was made of. Run by the build; its output is not in the repository.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { languages } from '../src/lib/base/index.ts'
import { buildLibrary } from '../src/lib/domains/guide/index.ts'
import {
	createSearchIndex,
	toKeptSearchJson,
	withWordsKnown,
	type DangerBook,
	type Lexicon,
} from '../src/lib/domains/guide/search/index.ts'
import { getSearchDocuments } from '../src/lib/domains/guide/search/documents.ts'
import { hashTexts } from '../src/lib/domains/guide/server/content-hash.ts'
import { buildLaw } from '../src/lib/domains/law/index.ts'
import {
	createLawSearchIndex,
	getLawDocuments,
	toLawSearchJson,
	type LawLexicon,
} from '../src/lib/domains/law/search/index.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const readAll = (...patterns: string[]): Map<string, string> =>
	new Map(
		patterns.flatMap((pattern) => globSync(pattern)).map((path) => [path.replaceAll('\\', '/'), read(path)]),
	)

const dangerText = read('content/search/danger.yaml')
const lexiconText = read('content/search/lexicon.yaml')
const lawLexiconText = read('content/search/law.yaml')
const lexicon: Lexicon = { ...(parse(lexiconText) as Lexicon), danger: parse(dangerText) as DangerBook }
const lawLexicon = parse(lawLexiconText) as LawLexicon
const contentFiles = readAll('content/*.yaml', 'content/{topics,help,country,answers,safety}/**/*.{md,yaml}')
const lawFiles = readAll('content/law/**/*.yaml')
const library = buildLibrary(contentFiles)
const law = buildLaw(lawFiles, library)

const guideHash = hashTexts([
	...contentFiles,
	['content/search/danger.yaml', dangerText],
	['content/search/lexicon.yaml', lexiconText],
])
const lawHash = hashTexts([...lawFiles, ['content/search/law.yaml', lawLexiconText], ['guide', guideHash]])

const write = (folder: string, language: string, file: { hash: string; index: string }): void => {
	mkdirSync(folder, { recursive: true })
	writeFileSync(`${folder}/${language}.json`, JSON.stringify(file))
}

withWordsKnown(() => {
	for (const language of languages) {
		const index = createSearchIndex(getSearchDocuments(library, language), lexicon)
		write('src/lib/domains/guide/server/made', language, { hash: guideHash, index: toKeptSearchJson(index) })
		const lawIndex = createLawSearchIndex(law, getLawDocuments(law, language), lexicon, lawLexicon)
		write('src/lib/domains/law/search/server/made', language, {
			hash: lawHash,
			index: toLawSearchJson(lawIndex),
		})
	}
})
