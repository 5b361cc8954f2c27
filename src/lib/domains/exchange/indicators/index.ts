/** Indicators that partners block by: kinds, spelling, who gets them, what is never blocked. Rules only. */
export {
	indicatorAudiences,
	publishedTlps,
	toAudiences,
	viewScopes,
	withdrawReasons,
	type IndicatorAudience,
	type Indicator,
	type IndicatorKind,
	type View,
} from './indicator.ts'
export { readPastedList } from './pasted-list.ts'
