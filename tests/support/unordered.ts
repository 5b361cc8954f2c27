/** A database promises no order of rows that a query does not ask for: in tests it gives them turned around, so that whoever counts on one fails each time. */
import type {
	KyselyPlugin,
	OperationNode,
	PluginTransformQueryArgs,
	QueryId,
	RawNode,
	RootOperationNode,
} from 'kysely'

const isRaw = (node: OperationNode): node is RawNode => node.kind === 'RawNode'

/** Text of a query that was written as SQL, with what was put together of parts. */
const readText = ({ sqlFragments, parameters }: RawNode): string =>
	[...sqlFragments, ...parameters.filter(isRaw).map(readText)].join(' ')

const asksForOrder = (node: RootOperationNode): boolean => {
	if (node.kind === 'SelectQueryNode') return node.orderBy !== undefined
	if (node.kind === 'UpdateQueryNode' || node.kind === 'DeleteQueryNode') return false
	// Rows of `insert ... returning` come as they were given, on every engine there is.
	if (!isRaw(node)) return true
	const text = readText(node).trimStart()
	return !/^(?:select|with|update|delete)\b/iu.test(text) || /\border\s+by\b/iu.test(text)
}

/** For `Kysely.withPlugin`: rows of a query without `order by` come in the opposite order. */
export const turnUnordered = (): KyselyPlugin => {
	const turned = new WeakSet<QueryId>()
	return {
		transformQuery: ({ node, queryId }: PluginTransformQueryArgs) => {
			if (!asksForOrder(node)) turned.add(queryId)
			return node
		},
		transformResult: async ({ result, queryId }) =>
			turned.has(queryId) ? { ...result, rows: result.rows.toReversed() } : result,
	}
}
