import { failed, ok, type Issue, type Result } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type { GenericSchema, InferOutput } from 'valibot'
import { blockListsFile, type BlockList } from './filter/block-list.ts'
import { bypassFile, type Bypass } from './bypass.ts'
import { resolversFile, type Resolver } from './resolver.ts'
import { safeSearchFile, type SafeSearch } from './filter/safe-search.ts'

/** Facts about resolvers, safe search, lists and bypasses: `content/protect/`. */
export type ProtectFacts = {
	resolvers: readonly Resolver[]
	safeSearch: readonly SafeSearch[]
	lists: readonly BlockList[]
	bypass: Bypass
}

/** The files that the facts stand in, by what they hold. */
export const factFiles = {
	resolvers: 'content/protect/resolvers.yaml',
	safeSearch: 'content/protect/safe-search.yaml',
	lists: 'content/protect/block-lists.yaml',
	bypass: 'content/protect/bypass.yaml',
} as const

/** Reads the facts from a content tree: path from the project's root to text. Issues name `file:line`. */
export const parseProtectFacts = (files: ReadonlyMap<string, string>): Result<ProtectFacts> => {
	const issues: Issue[] = []
	const read = <Schema extends GenericSchema>(
		path: string,
		schema: Schema,
	): InferOutput<Schema> | undefined => {
		const parsed = parseTypedYaml(files.get(path) ?? '', schema)
		if (parsed.ok) return parsed.value
		issues.push(...parsed.issues.map((issue) => ({ ...issue, path: `${path}:${issue.path}` })))
		return undefined
	}
	const resolvers = read(factFiles.resolvers, resolversFile)
	const safeSearch = read(factFiles.safeSearch, safeSearchFile)
	const lists = read(factFiles.lists, blockListsFile)
	const bypass = read(factFiles.bypass, bypassFile)
	for (const id of bypass?.doh.lists ?? [])
		if (lists && !lists.some((list) => list.id === id))
			issues.push({
				path: factFiles.bypass,
				message: `names the list ${id}, which is not in block-lists.yaml`,
			})
	if (!resolvers || !safeSearch || !lists || !bypass || issues.length > 0) return failed(...issues)
	return ok({ resolvers, safeSearch, lists, bypass })
}
