import { failed, ok, type Issue, type Result } from '#base'
import * as v from 'valibot'
import { LineCounter, parseDocument, type Document } from 'yaml'

type Key = string | number

/** Line of the deepest node on the way of `keys` that exists. */
const findLine = (document: Document, lines: LineCounter, keys: readonly Key[]): number => {
	for (let depth = keys.length; depth > 0; depth--) {
		const node = document.getIn(keys.slice(0, depth), true) as
			| { range?: [number, number, number] }
			| undefined
		if (node?.range) return lines.linePos(node.range[0]).line
	}
	return 1
}

const toIssue = (document: Document, lines: LineCounter, issue: v.BaseIssue<unknown>): Issue => {
	const keys = (issue.path ?? []).map((item) => item.key as Key)
	return {
		path: String(findLine(document, lines, keys)),
		message: `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`,
	}
}

/**
 * Reads a YAML text.
 *
 * @returns the value that the schema makes of it, or every issue with the line in the text as its `path`
 */
export const parseTypedYaml = <Schema extends v.GenericSchema>(
	text: string,
	schema: Schema,
): Result<v.InferOutput<Schema>> => {
	const lines = new LineCounter()
	const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false })
	if (document.errors.length > 0)
		return failed(
			...document.errors.map((error) => ({
				path: String(lines.linePos(error.pos[0]).line),
				message: `is not YAML: ${error.message}`,
			})),
		)
	let raw: unknown
	try {
		raw = document.toJS({ maxAliasCount: 100 })
	} catch (error) {
		return failed({
			path: '1',
			message: `is not YAML: ${error instanceof Error ? error.message : 'too many aliases'}`,
		})
	}
	const parsed = v.safeParse(schema, raw)
	return parsed.success
		? ok(parsed.output)
		: failed(...parsed.issues.map((issue) => toIssue(document, lines, issue)))
}
